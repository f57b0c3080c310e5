"""What was left out, counted."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.document.origin import Removed

_SAMPLE = 120


def removed(kind: str, texts: Iterable[str]) -> tuple[Removed, ...]:
    """One entry for all ``texts`` that hold more than white space; none where there are none."""
    pieces = [" ".join(text.split()) for text in texts]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return ()
    return (Removed(kind, len(pieces), sum(map(len, pieces)), pieces[0][:_SAMPLE]),)
