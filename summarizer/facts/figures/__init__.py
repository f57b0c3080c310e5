"""Figures: the quantities of a text, read by code. Numbers, units, ranges, bounds, change."""

from __future__ import annotations

from summarizer.facts.figures.compare import (
    agrees,
    conversion,
    same_quantity,
    same_value,
    units_compatible,
)
from summarizer.facts.figures.model import CHANGES, KINDS, Figure
from summarizer.facts.figures.numbers import Number, read_numbers
from summarizer.facts.figures.reader import read_figures
from summarizer.facts.figures.support import Support, supported_numbers, supports_number

__all__ = [
    "CHANGES",
    "KINDS",
    "Figure",
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
