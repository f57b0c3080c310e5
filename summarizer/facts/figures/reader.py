"""Reading the figures of a text: the steps of the other modules, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.facts.figures.amounts import Amount, Other, read_amounts
from summarizer.facts.figures.bounds import (
    bound_after,
    bound_before,
    direction_after,
    direction_before,
)
from summarizer.facts.figures.context import Context
from summarizer.facts.figures.inheritance import inherit
from summarizer.facts.figures.model import Change, Direction, Figure
from summarizer.facts.figures.ranges import join_amounts
from summarizer.facts.figures.sums import add_parts

CHANGING = frozenset({"percent", "money"})
"""Kinds that can be an amount of change by themselves."""

SHORT = 1000
"""Characters of a text, a statement or a quotation, that one check after the other may read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text prepared for reading, its numbers of every kind in order, and its figures."""

    context: Context
    numbers: tuple[Amount | Other, ...]
    figures: tuple[Figure, ...]


def read_figures(text: str, language: str = "en", *, apart: bool = False) -> list[Figure]:
    """The quantities of ``text`` in the order they stand, never overlapping.

    Dates, years, clock times, ordinals and names with a number in them ("Boeing 737",
    "Section 427", "G7") are no quantities and are left out. ``language`` is an ISO 639-1 code:
    en, de, fr and es have tables, any other is read as English. ``apart`` makes two figures of a
    change told with both its ends ("raised from $5m to $7m"), which are one range else. Nothing
    raises on any text; the time is linear in its length.
    """
    return list(read(text, language, apart=apart).figures)


def read(text: str, language: str = "en", *, apart: bool = False) -> Reading:
    """The figures of a text with what they were read from. What short texts gave is remembered."""
    if len(text) > SHORT:
        return _read(text, language, apart)
    return _remembered(text, language, apart)


def _read(text: str, language: str, apart: bool) -> Reading:
    context = Context.of(text, language, apart=apart)
    numbers = tuple(read_amounts(context))
    return Reading(context, numbers, tuple(_figures_of(context, numbers)))


_remembered = lru_cache(maxsize=64)(_read)


def _figures_of(context: Context, numbers: Sequence[Amount | Other]) -> list[Figure]:
    """The figures of a text that is prepared for reading."""
    found = [amount for amount in numbers if isinstance(amount, Amount)]
    whole = join_amounts(context, add_parts(context, found))
    figures: list[Figure] = []
    floor = 0
    for amount in inherit(context, whole):
        figures.append(_figure(context, amount, floor))
        floor = figures[-1].end
    return figures


def _figure(context: Context, amount: Amount, floor: int) -> Figure:
    """The figure of an amount, its span not before the offset ``floor``."""
    first, last = amount.first, amount.last
    before = bound_before(context, amount.bracketed or first)
    if amount.bracketed and bound_before(context, first) is not None:
        before = bound_before(context, first)
    elif before is None or not amount.bracketed:
        first = before.first if before is not None else first
    after = bound_after(context, amount.value_last) or bound_after(context, last)
    last = max(last, after.last) if after is not None else last
    governed = before.first if before is not None else amount.bracketed or amount.first
    direction = direction_before(context, governed, amount=_amount_of_change(amount))
    bound = before or after
    start, end = max(context.tokens[first].start, floor), context.tokens[last - 1].end
    start = start if context.text[start : start + 1].strip() else context.tokens[amount.first].start
    return Figure(
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        change=_change(amount, bound.change if bound is not None else None, direction),
        start=start,
        end=end,
        text=context.text[start:end],
        kind=amount.kind,
        value_start=context.tokens[amount.value_first].start,
        value_end=context.tokens[amount.value_last - 1].end,
        direction=direction or direction_after(context, last),
    )


def _amount_of_change(amount: Amount) -> str:
    """What the amount is as the amount of a change, "" if it can be none by itself."""
    if amount.unit == "point" or not amount.own:
        return "points"
    return amount.kind if amount.kind in CHANGING else ""


def _change(amount: Amount, bound: Change | None, direction: Direction) -> Change:
    """The one sign of the figure: a bound, else the direction, else "="."""
    if amount.kind in {"score", "age"}:
        direction = ""
    return bound or direction or "="
