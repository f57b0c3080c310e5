"""What a quantity read from a text IS. No reading happens here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

FigureKind = Literal["count", "money", "percent", "measure", "duration", "age", "score", "fraction"]
"""What :attr:`Figure.kind` may be. Dates, years, clock times and ordinals are not figures."""

Direction = Literal["", "up", "down"]
"""Whether an amount is that of a rise or a fall; "" of neither."""

Change = Literal["=", "~", "<", ">", "up", "down"]
"""What :attr:`Figure.change` may be: as stated, about, at most, at least, rose by, fell by."""

KINDS: tuple[FigureKind, ...] = get_args(FigureKind)
CHANGES: tuple[Change, ...] = get_args(Change)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in a text: ``source[start:end] == text``.

    ``low`` and ``high`` are equal unless the text gives a range ("10 to 15") or a vague plural
    ("dozens", "tens of thousands"; the range runs to ten of the word: 12-120, 10000-100000).
    A percentage keeps its own number (3 % is 3); a fraction is its value (a third is 0.333...).

    ``unit`` is a normalised name in the singular ("dollar", "percentage", "kilometre per hour",
    "year of age"), or for a count the thing counted as far as the words beside the number say it
    ("north korean soldier"), or "".

    ``change`` is how the number is qualified: "=" as it stands, "~" about, ">" at least or more
    than, "<" at most or less than, "up"/"down" the amount of a rise or fall. A bound wins over a
    direction ("rose more than 3 %" is ">"); ``direction`` tells the direction in either case, also
    where a noun after the number tells it ("a 3 % drop").

    ``start``/``end`` cover the quantity with its bound word, currency and unit, as a reader sees
    it; ``value_start``/``value_end`` only the number with its scale word. Offsets are code points.

    ``subject``, ``as_of`` and ``speaker`` (what is counted, when, who says so) are left empty here.
    """

    low: Decimal
    high: Decimal
    unit: str
    change: Change
    start: int
    end: int
    text: str
    kind: FigureKind
    subject: str = ""
    as_of: str = ""
    speaker: str = ""
    value_start: int = -1
    value_end: int = -1
    direction: Direction = ""

    @property
    def is_range(self) -> bool:
        """Whether the text gives two ends and not one number."""
        return self.low != self.high
