"""What a quote turned out to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.document.model import Span
from summarizer.facts.quotes.differences import Difference

Status = Literal["exact", "typographic", "altered", "absent"]


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where a quote stands in a text, and what of it is not so there.

    ``status``: "exact" (``text[start:end]`` is the quote), "typographic" (the same but for how it
    is set), "altered" (most of it stands there, see ``differences``) or "absent".

    ``start`` and ``end`` are code points, half-open, None when absent. ``spans`` are all places
    of an exact or typographic quote, in order (the first 1,000), the parts of an elided or
    stitched one in the quote's order, or the one place of any other altered one. ``start`` and
    ``end`` are those of the first span; of an elided quote they go from its first part to its
    last, of a stitched one they are those of its longest part.

    ``differences`` is empty for a quotation. An elided quote whose parts all stand there, near
    each other and in order, with no negation or modal verb left out of their sentences, is
    "altered" with differences of the one kind "elision": a caller may let it pass.
    """

    status: Status
    start: int | None = None
    end: int | None = None
    spans: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the quote may be printed as one: exact or typographic."""
        return self.status in ("exact", "typographic")


def match_at(
    status: Status, spans: list[Span], differences: list[Difference], whole: Span | None = None
) -> QuoteMatch:
    """A match at ``spans``; ``whole`` is its extent where that is not the first span."""
    extent = whole or spans[0]
    return QuoteMatch(status, extent.start, extent.end, tuple(spans), tuple(differences))
