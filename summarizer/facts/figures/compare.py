"""Whether two figures are the same quantity, however each is written."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.figures import money, units
from summarizer.facts.figures.model import Figure

TOLERANCE = Decimal("1e-9")
"""Relative difference that a conversion between units may leave."""

SHARE_TOLERANCE = Decimal("0.005")
"""How far a percentage may lie from a fraction and say the same: half a percentage point (33 % and
a third), the rounding of a whole percentage."""

OPPOSITE = frozenset({frozenset({">", "<"}), frozenset({"up", "down"})})


def same_value(a: Figure, b: Figure) -> bool:
    """Whether both ends agree after conversion to one unit; bounds and direction play no part.

    "1.2bn" and "1,200 million", "5 km" and "5,000 metres", "half" and "50 %" agree. Figures whose
    units do not convert are compared by their numbers alone. In one unit there is no tolerance: of
    999,999,999 and 1,000,000,000 each digit counts.
    """
    if {a.kind, b.kind} == {"fraction", "percent"}:
        return all(abs(x - y) <= SHARE_TOLERANCE for x, y in zip(_share(a), _share(b), strict=True))
    factors = conversion(a.unit, b.unit) or (Decimal(1), Decimal(1))
    if factors[0] == factors[1]:
        return (a.low, a.high) == (b.low, b.high)
    return all(
        _close(x * factors[0], y * factors[1]) for x, y in ((a.low, b.low), (a.high, b.high))
    )


def _share(figure: Figure) -> tuple[Decimal, Decimal]:
    whole = 100 if figure.kind == "percent" else 1
    return figure.low / whole, figure.high / whole


def _close(x: Decimal, y: Decimal) -> bool:
    return abs(x - y) <= TOLERANCE * max(abs(x), abs(y))


def conversion(a: str, b: str) -> tuple[Decimal, Decimal] | None:
    """The factors to a common base for two unit names, or None where they do not convert.

    Rates convert where what follows "per" is the same ("dollar per barrel", "cent per barrel").
    """
    if a == b:
        return Decimal(1), Decimal(1)
    head_a, _, per_a = a.partition(" per ")
    head_b, _, per_b = b.partition(" per ")
    if a in units.NAMES or b in units.NAMES:
        head_a, head_b, per_a, per_b = a, b, "", ""
    if per_a != per_b:
        return None
    if head_a in units.NAMES and head_b in units.NAMES:
        one, other = units.NAMES[head_a], units.NAMES[head_b]
        return (one.factor, other.factor) if one.dimension == other.dimension else None
    if head_a in money.NAMES and head_b in money.NAMES:
        first, second = money.NAMES[head_a], money.NAMES[head_b]
        return (first.factor, second.factor) if first.whole == second.whole else None
    return None


def units_compatible(a: Figure, b: Figure) -> bool:
    """Whether two figures may speak of the same thing as far as their units tell.

    Units of one dimension do; a bare number goes with a count, an age, a score or a duration, not
    with money or a percentage; two counted nouns always may, for nouns have synonyms ("troops",
    "soldiers") that only the words around them settle (see :func:`same_quantity` for the strict
    reading).
    """
    if conversion(a.unit, b.unit) is not None:
        return True
    kinds = {a.kind, b.kind}
    if kinds in ({"fraction", "percent"}, {"count"}):
        return True
    if "score" in kinds:
        return len(kinds) == 1
    if kinds == {"age", "duration"}:
        return a.unit.removesuffix(" of age") == b.unit.removesuffix(" of age")
    bare = [figure for figure in (a, b) if not figure.unit]
    return bool(bare) and not kinds & {"money", "percent"} and "fraction" not in kinds


def agrees(a: Figure, b: Figure) -> bool:
    """Whether one figure may stand for the other: value, unit, and no contrary bound or direction.

    A dropped bound does not disagree ("10,000" for "more than 10,000"): compare ``change`` where
    that matters.
    """
    return (
        units_compatible(a, b)
        and same_value(a, b)
        and frozenset({a.change, b.change}) not in OPPOSITE
        and frozenset({a.direction, b.direction}) not in OPPOSITE
    )


def same_quantity(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same of the same thing: ``agrees``, and counted nouns share
    their last word ("north korean troop" and "troop"; not "officer" and "general").
    """
    if not agrees(a, b):
        return False
    if a.kind == b.kind == "count" and a.unit and b.unit:
        return a.unit.split()[-1] == b.unit.split()[-1]
    return True
