"""Where the characters of a rewritten text came from, as a few pieces instead of one entry each.

The pieces tile both texts in order. A *linear* piece is copied one to one. An *atom* goes over
as a whole: any part of its rewritten form stands for all of its source, and an atom that was
dropped has an empty rewritten form. Lookups are a bisection.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right


class OffsetMap:
    """Offsets of a rewritten text to offsets of its source and back; built from left to right."""

    __slots__ = ("_parts", "_source", "_target", "_widths", "source_length", "target_length")

    def __init__(self) -> None:
        self._target = array("q")  # where each piece begins in the rewritten text
        self._source = array("q")  # where it begins in the source
        self._widths = array("q")  # length of its source for an atom, 0 for a linear piece
        self._parts: list[str] = []
        self.source_length = 0
        self.target_length = 0

    def copy(self, text: str) -> None:
        """Append a stretch whose every character stands for one character of the source."""
        if not text:
            return
        if not self._widths or self._widths[-1]:
            self._piece(0)
        self._grow(text, len(text))

    def atom(self, text: str, width: int) -> None:
        """Append ``text``, which stands as a whole for the next ``width`` source characters."""
        self._piece(width)
        self._grow(text, width)

    def take_text(self) -> str:
        """The rewritten text; call it once, when all pieces are in."""
        text = "".join(self._parts)
        self._parts = []
        return text

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source stretch behind ``start`` to ``end``, widened to whole atoms."""
        first = self._source_start(start)
        return first, max(first, self._source_end(end)) if end > start else first

    def to_target(self, start: int, end: int) -> tuple[int, int]:
        """The rewritten stretch of the source's ``start`` to ``end``, widened to whole atoms."""
        piece = bisect_right(self._source, start) - 1
        if start >= self.source_length or piece < 0:
            first = self.target_length
        elif self._widths[piece]:
            first = self._target[piece]
        else:
            first = self._target[piece] + start - self._source[piece]
        if end <= start:
            return first, first
        piece = bisect_right(self._source, end - 1) - 1
        if self._widths[piece]:
            following = piece + 1
            last = following < len(self._target)
            return first, self._target[following] if last else self.target_length
        return first, self._target[piece] + end - self._source[piece]

    def cuts_atom(self, offset: int) -> bool:
        """Whether the source offset lies inside an atom."""
        piece = bisect_right(self._source, offset) - 1
        return (
            piece >= 0 and self._source[piece] < offset < self._source[piece] + self._widths[piece]
        )

    def _source_start(self, start: int) -> int:
        if start >= self.target_length:
            return self.source_length
        piece = bisect_right(self._target, start) - 1
        if self._widths[piece]:
            return self._source[piece]
        return self._source[piece] + start - self._target[piece]

    def _source_end(self, end: int) -> int:
        piece = bisect_right(self._target, end - 1) - 1
        if self._widths[piece]:
            return self._source[piece] + self._widths[piece]
        return self._source[piece] + end - self._target[piece]

    def _piece(self, width: int) -> None:
        self._target.append(self.target_length)
        self._source.append(self.source_length)
        self._widths.append(width)

    def _grow(self, text: str, width: int) -> None:
        self._parts.append(text)
        self.target_length += len(text)
        self.source_length += width
