"""Whether an article brings its own headline."""

from __future__ import annotations

from summarizer.document import Document, Sentence
from summarizer.facts.statements import orders_somebody

MOST_WORDS = 20
_TRIED = 3
_STOPS = ".!?。！？।؟"


def own_headline(document: Document) -> Sentence | None:
    """The article's first line where it reads as a headline: short, and no full stop; or None."""
    # "Translate this into French" above the headline is somebody's order, and none.
    first = next((s for s in document.sentences[:_TRIED] if not orders_somebody(s.text)), None)
    if first is None or len(document.sentences) == 1:
        return None
    short = 3 <= len(first.text.split()) <= MOST_WORDS
    return first if short and first.text[-1] not in _STOPS else None
