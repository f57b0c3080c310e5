"""Where an item stands in its article, as a reader finds it: sentence, line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Evidence

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Turns evidence into places. A line ends at LF, CR LF or CR, as editors count lines."""

    def __init__(self, document: Document | None) -> None:
        self._starts: list[int] | None = None
        if document is not None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(document.text))]

    @property
    def legend(self) -> str:
        """How to read a place."""
        return (
            "s4 5:1 = sentence 4, line 5, column 1"
            if self._starts
            else ("s4 @210-240 = sentence 4, characters 210 to 240")
        )

    def of(self, evidence: Evidence) -> str:
        """``s4 5:1`` (sentence, line, column of the first character, from 1); offsets without a
        document: ``s4 @210-240``, code points, half-open."""
        if self._starts is None:
            return f"s{evidence.sentence} @{evidence.start}-{evidence.end}"
        line = bisect_right(self._starts, evidence.start)
        return f"s{evidence.sentence} {line}:{evidence.start - self._starts[line - 1] + 1}"

    def first(self, evidence: Sequence[Evidence]) -> str:
        """The place of the first piece, and how many more there are; empty for none."""
        if not evidence:
            return ""
        more = f" +{len(evidence) - 1}" if len(evidence) > 1 else ""
        return self.of(evidence[0]) + more

    def all(self, evidence: Sequence[Evidence]) -> str:
        """Every place, in order."""
        return ", ".join(self.of(piece) for piece in evidence)
