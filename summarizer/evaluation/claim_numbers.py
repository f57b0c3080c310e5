"""The numbers of a statement, and which of two would contradict each other."""

from __future__ import annotations

from functools import lru_cache

from summarizer.facts.figures import Number, agrees, read_numbers, units_compatible

Quantity = Number

_READ = frozenset({"quantity", "year", "date", "ordinal"})
# Kinds whose units take each other's place, though they do not convert: euros, dollars.
_OF_ONE_KIND = frozenset({"money", "percent"})
# What "about" may leave between two numbers that mean the same.
_ABOUT = 0.05


@lru_cache(maxsize=4096)
def read_quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The numbers of ``text`` that say how much, how many, which or when; remembered."""
    numbers = read_numbers(text, language)
    return tuple(number for number in numbers if number.role in _READ and not number.vague)


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers say the same, or one is the other rounded."""
    if one.role != other.role:
        return False
    if one.figure is not None and other.figure is not None:
        return agrees(one.figure, other.figure) or _is_rounded(one, other)
    return one.low == other.low


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    assert one.figure is not None
    assert other.figure is not None
    if not units_compatible(one.figure, other.figure) or one.figure.unit != other.figure.unit:
        return False
    apart = abs(one.low - other.low)
    coarse, fine = max(one.step, other.step), min(one.step, other.step)
    if coarse > fine and 2 * apart <= coarse:
        return True
    about = "~" in {one.figure.change, other.figure.change}
    return about and float(apart) <= _ABOUT * float(max(abs(one.low), abs(other.low)))


def are_rivals(one: Quantity, other: Quantity) -> bool:
    """Whether one of the two numbers may stand where the other should, and says something else."""
    if one.role != other.role or is_same(one, other):
        return False
    if one.figure is None or other.figure is None:
        return True
    if one.figure.kind == other.figure.kind and one.figure.kind in _OF_ONE_KIND:
        return True
    if not units_compatible(one.figure, other.figure):
        return False
    nouns = [figure.unit.split()[-1] for figure in (one.figure, other.figure) if figure.unit]
    counted = one.figure.kind == other.figure.kind == "count"
    return not counted or len(nouns) < 2 or nouns[0] == nouns[1]
