"""An article cut where evidence begins or ends, so that a page can mark it without counting.

Offsets here are code points and a browser counts UTF-16 units: pieces are cut before the page is
written, and the page only ever numbers them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Offsets = tuple[int, int]
"""``start`` and ``end`` in code points, half-open."""


@dataclass(frozen=True)
class Passages:
    """The pieces of a text in order; ``"".join(pieces)`` is the text."""

    pieces: tuple[str, ...]
    number_at: dict[int, int]

    def ranges(self, spans: Iterable[Offsets], length: int) -> str:
        """Spans as ranges of piece numbers, half-open: ``3-7 9-10``. Empty spans are left out."""
        numbers = (
            (self.number_at[start], self.number_at[end]) for start, end in inside(spans, length)
        )
        return " ".join(f"{start}-{end}" for start, end in dict.fromkeys(numbers))


def cut(text: str, spans: Iterable[Offsets]) -> Passages:
    """The text, cut at both ends of every span. What lies outside of the text cuts nothing."""
    length = len(text)
    edges = {0, length}
    for span in inside(spans, length):
        edges.update(span)
    at = sorted(edges)
    pieces = tuple(text[start:end] for start, end in pairwise(at))
    return Passages(pieces, {offset: number for number, offset in enumerate(at)})


def inside(spans: Iterable[Offsets], length: int) -> Iterable[Offsets]:
    """The part of each span that lies in a text of ``length``; none where that is empty."""
    for start, end in spans:
        first, last = max(start, 0), min(end, length)
        if first < last:
            yield first, last
