"""Amounts written in two units that are one: "5 feet 2 inches", "2 hours and 30 minutes"."""

from __future__ import annotations

from summarizer.facts.figures.amounts import Amount
from summarizer.facts.figures.compare import conversion
from summarizer.facts.figures.context import Context
from summarizer.facts.figures.numeral import quotient

PAIRS = frozenset(
    {
        ("foot", "inch"),
        ("metre", "centimetre"),
        ("hour", "minute"),
        ("minute", "second"),
        ("year", "month"),
        ("pound-mass", "ounce"),
        ("stone", "pound-mass"),
        ("dollar", "cent"),
        ("pound sterling", "penny"),
    }
)
"""A unit and the part of it that may follow."""


def add_parts(context: Context, amounts: list[Amount]) -> list[Amount]:
    """The amounts, each followed by its part ("2 inches") taken together with it."""
    whole: list[Amount] = []
    for amount in amounts:
        joined = _joined(context, whole[-1], amount) if whole else None
        if joined is not None:
            whole[-1] = joined
        else:
            whole.append(amount)
    return whole


def _joined(context: Context, first: Amount, second: Amount) -> Amount | None:
    if (first.unit, second.unit) not in PAIRS or first.low % 1 or second.numeral.scale != 1:
        return None
    gap = second.first - first.last
    joiner = context.key(first.last) in context.language.number_and
    if not (gap == 0 or (gap == 1 and joiner)) or first.low != first.high:
        return None
    factors = conversion(first.unit, second.unit)
    if factors is None or not 0 < second.low * factors[1] < factors[0]:
        return None
    value = first.low + quotient(second.low * factors[1], factors[0])
    return first._replace(low=value, high=value, last=second.last, value_last=second.value_last)
