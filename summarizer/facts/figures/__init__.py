"""Which quantities does a text state: value or range, unit, bound, rise or fall?

``reader`` puts the steps together; ``languages`` holds a table a language. ``compare`` tells
whether two figures say the same, ``support`` whether a text bears out a number.
"""

from __future__ import annotations

from summarizer.facts.figures.compare import (
    agrees,
    conversion,
    same_quantity,
    same_value,
    units_compatible,
)
from summarizer.facts.figures.model import CHANGES, KINDS, Change, Direction, Figure, FigureKind
from summarizer.facts.figures.numbers import Number, read_numbers
from summarizer.facts.figures.reader import read_figures
from summarizer.facts.figures.support import Support, supported_numbers, supports_number

__all__ = [
    "CHANGES",
    "KINDS",
    "Change",
    "Direction",
    "Figure",
    "FigureKind",
    "Number",
    "Support",
    "agrees",
    "conversion",
    "read_figures",
    "read_numbers",
    "same_quantity",
    "same_value",
    "supported_numbers",
    "supports_number",
    "units_compatible",
]
