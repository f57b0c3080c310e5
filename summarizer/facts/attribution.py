"""Who says what in an article: each piece of attributed content with its speaker and cue.

Sources: the cues are those that news agencies' style guides list for attribution; the word lists
are in ``speech.cue_table``. Method: per sentence, a cue and the noun phrase beside it
(``speech.cues``); over sentences, quotations that run on (``speech.carried``), pasted posts
(``speech.posts``), and pronouns and bare titles brought back to a name (``speech.speakers``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document import Document, Span
from summarizer.facts.names import same_name
from summarizer.facts.speech.cue_table import table_for
from summarizer.facts.speech.model import Attribution
from summarizer.facts.speech.reader import Reader

__all__ = ["Attribution", "confirm_speaker", "read_attributions", "speaker_of"]

_JOINS = re.compile(r", | and ")


def read_attributions(document: Document) -> list[Attribution]:
    """Every attribution of the document, in order of content. Linear in the length of its text.

    A language without a table of cues gives an empty list.
    """
    table = table_for(document.language)
    return Reader(document, table).read() if table is not None else []


def speaker_of(
    document: Document, span: Span, attributions: Sequence[Attribution] | None = None
) -> Attribution | None:
    """Who says what stands at ``span``: the innermost attribution whose content holds it.

    One with a speaker goes before hearsay. Give ``attributions`` when they have been read already.
    None: the article says it itself.
    """
    listed = read_attributions(document) if attributions is None else attributions
    holding = [a for a in listed if a.span.contains(span)]
    return min(holding, key=lambda a: (not a.speaker, a.end - a.start), default=None)


def confirm_speaker(
    name: str, document: Document, span: Span, attributions: Sequence[Attribution] | None = None
) -> Attribution | None:
    """The attribution by which ``name`` says something at ``span``, or None.

    Every attribution that shares text with the span is asked, not only the innermost; the name may
    be an alias of the speaker's ("Zelenskyy" for "President Volodymyr Zelenskyy").
    """
    listed = read_attributions(document) if attributions is None else attributions
    near = [a for a in listed if a.speaker and a.span.overlaps(span)]
    near.sort(key=lambda a: (not a.span.contains(span), a.end - a.start))
    return next((a for a in near if _is_named(name, a)), None)


def _is_named(name: str, attribution: Attribution) -> bool:
    wanted = _folded(name)
    parts = _JOINS.split(attribution.speaker)
    known = (attribution.resolved, *_JOINS.split(attribution.resolved), attribution.speaker, *parts)
    return bool(wanted) and any(
        same_name(name, other) or wanted == _folded(other) for other in known if other
    )


def _folded(name: str) -> str:
    return name.lower().replace("’", "'").strip(' .,"“”').removeprefix("the ")
