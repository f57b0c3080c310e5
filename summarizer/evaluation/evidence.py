"""Whether two items rest on the same words of the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from summarizer.summary import Evidence

Spans: TypeAlias = tuple[tuple[int, int], ...]

SHARED_FROM = 0.5
"""The part of the gold's evidence that an item must rest on, to rest on the same words."""


@lru_cache(maxsize=4096)
def gold_spans(text: str, quotes: tuple[str, ...]) -> Spans:
    """Where the quotes of a gold item stand in the article's ``text``, in code points."""
    starts = ((text.find(quote), len(quote)) for quote in quotes)
    return tuple((start, start + length) for start, length in starts if start >= 0)


def item_spans(evidence: Sequence[Evidence]) -> Spans:
    """Where the evidence of an item of the summary stands."""
    return tuple((piece.start, piece.end) for piece in evidence)


def overlap(gold: Spans, item: Spans) -> float:
    """The part of the one evidence that lies in the other, whichever is shorter: 0 to 1."""
    common = 0
    for start, end in gold:
        for other_start, other_end in item:
            both = min(end, other_end) - max(start, other_start)
            if both > 0:
                common += both
    if not common:
        return 0.0
    return min(1.0, common / min(_length(gold), _length(item)))


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
