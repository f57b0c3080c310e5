"""Whether a text supports a number that a headline or a claim gives.

A number is supported by a number of the same role (a year by a year, a name's number by that name,
a quantity by a quantity whose unit may be the same), in one of these ways, tried in this order:

- ``exact``: the same value, however written ("$300K" by "300,000 dollars", "2nd" by "second",
  "two" by "both");
- ``rounded``: the text's number, rounded at the last place the claim writes, is the claim's
  ("$1.5B" by "1.53 billion");
- ``bounded``: the claim gives a bound, a round number, that the text's number keeps closely
  ("more than 230" by 238);
- ``derived``: a length of time in years is the difference of two years the text names, the later
  of them its latest; a lead in points is the difference of two of its percentages.

Other sums are not tried: any small number can be had by adding up an article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.facts.figures.compare import conversion, same_value, units_compatible
from summarizer.facts.figures.model import Figure
from summarizer.facts.figures.numbers import Number, read_numbers

BOUND_SLACK = Decimal("0.04")
"""How far past a claim's bound the text's number may lie, as a share of it."""


SMALL = 12
"""Numbers up to here stand in any article by chance; more is asked of what supports them."""

DAYS = 31
"""The highest day of a date: a name's number past it may be a year ("Olympics 2028")."""

SHORTEST = 5
"""Years of the shortest length of time that is had as the difference of two years."""


@dataclass(frozen=True, slots=True)
class Support:
    """How a text supports a number: ``how`` is "" where it does not.

    ``start``/``end`` are the place in the text of the number that supports it (of the later one
    where it is derived), -1 without one.
    """

    how: str
    start: int = -1
    end: int = -1

    @property
    def supported(self) -> bool:
        """Whether there is support at all."""
        return bool(self.how)


UNSUPPORTED = Support("")


def supports_number(number: str, text: str, language: str = "en") -> Support:
    """Whether ``text`` supports the first number in ``number`` ("$300K", "16 years", "a third").

    The words around the number in ``number`` count: they tell its unit, scale, bound and role.
    A string without a number is unsupported.
    """
    claimed = read_numbers(number, language)
    return supporting(claimed[0], read_numbers(text, language)) if claimed else UNSUPPORTED


def supported_numbers(claim: str, text: str, language: str = "en") -> list[tuple[Number, Support]]:
    """Every number of ``claim`` with the support that ``text`` gives it."""
    evidence = read_numbers(text, language)
    return [(number, supporting(number, evidence)) for number in read_numbers(claim, language)]


def supporting(claimed: Number, evidence: Sequence[Number]) -> Support:
    """The support that the numbers of a text give to one number."""
    ways: tuple[tuple[str, Callable[[Number, Number], bool]], ...] = (
        ("exact", _exact),
        ("rounded", _rounded),
        ("bounded", _bounded),
    )
    for how, holds in ways:
        for number in evidence:
            if holds(claimed, number):
                return Support(how, number.start, number.end)
    source = _derived(claimed, evidence)
    return Support("derived", source.start, source.end) if source is not None else UNSUPPORTED


def _exact(claimed: Number, number: Number) -> bool:
    if claimed.role in {"year", "date"} or number.role == "date":
        return _same_day(claimed, number)
    if "ordinal" in {claimed.role, number.role}:
        return _same_place(claimed, number)
    if claimed.figure is None or number.figure is None:
        return claimed.low == number.low and _same_name(claimed, number)
    if number.vague and not claimed.vague:
        return False
    if {claimed.figure.kind, number.figure.kind} == {"fraction", "percent"}:
        return same_value(claimed.figure, number.figure)
    return _compatible(claimed.figure, number.figure) and _reaches(claimed, number, Decimal(0))


def _same_name(claimed: Number, number: Number) -> bool:
    """Whether two numbers, not both quantities, belong to one name: "G7", "Spider-Man 4"."""
    if claimed.label and claimed.label == number.label:
        return True
    if "masked" in {claimed.role, number.role}:
        return claimed.role in {"masked", "year"} and number.role == "masked"
    return claimed.figure is None and number.figure is None and number.role != "year"


def _same_place(claimed: Number, number: Number) -> bool:
    """An ordinal by an ordinal; by a count only past ten ("the 20th victim": the toll is 20)."""
    if claimed.low != number.low or not {claimed.role, number.role} <= {"ordinal", "quantity"}:
        return False
    figure = claimed.figure or number.figure
    return figure is None or (figure.kind == "count" and claimed.low > SMALL)


def _same_day(claimed: Number, number: Number) -> bool:
    if claimed.role not in {"year", "date"}:
        return claimed.role == "name" and claimed.low == number.low > DAYS
    if claimed.role == "date" and number.role == "date" and claimed.label:
        return claimed.label in number.label
    year = str(claimed.low)
    if number.role == "masked":
        return claimed.role == "year" and claimed.low == number.low
    return number.role != "quantity" and (claimed.low == number.low or year in number.label)


def _compatible(claimed: Figure, found: Figure) -> bool:
    """Whether units may agree.

    A bare number in a headline goes with any count or score, past ``SMALL`` also with an age, a
    length of time or a measure; a bare number in the text with whatever is no percentage.
    """
    if found.unit in {"", claimed.unit} and found.kind == "count":
        sure = claimed.kind in {"count", "age"} or claimed.low > SMALL
        return claimed.kind != "percent" and sure
    if not claimed.unit and claimed.kind == "count":
        measured = found.kind in {"age", "duration", "measure"}
        return found.kind in {"count", "score"} or (measured and claimed.low > SMALL)
    return units_compatible(claimed, found) or _same_head(claimed, found)


def _same_head(claimed: Figure, found: Figure) -> bool:
    """Whether one is the other's rate or age ("$100 a month", "$100"; "6 years", "6-year-old")."""
    return _head(claimed.unit) == _head(found.unit) != ""


def _head(unit: str) -> str:
    return unit.partition(" per ")[0].removesuffix(" of age")


def _ends(claimed: Number, number: Number) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The ends of both numbers, in one unit."""
    factors = (Decimal(1), Decimal(1))
    if claimed.figure is not None and number.figure is not None:
        factors = conversion(claimed.figure.unit, number.figure.unit) or factors
    return (
        (claimed.low * factors[0], claimed.high * factors[0]),
        (number.low * factors[1], number.high * factors[1]),
    )


def _reaches(claimed: Number, number: Number, slack: Decimal) -> bool:
    """Whether the claim's value is the text's, or one end of its range, within ``slack``."""
    mine, theirs = _ends(claimed, number)
    if claimed.low != claimed.high:
        return all(abs(x - y) <= slack for x, y in zip(mine, theirs, strict=True))
    return any(abs(mine[0] - end) <= slack for end in theirs)


def _rounded(claimed: Number, number: Number) -> bool:
    if claimed.figure is None or number.figure is None or number.step >= claimed.step:
        return False
    if not _compatible(claimed.figure, number.figure) or number.low != number.high:
        return False
    factor = conversion(claimed.figure.unit, number.figure.unit) or (Decimal(1),)
    return _reaches(claimed, number, claimed.step * factor[0] / 2)


def _bounded(claimed: Number, number: Number) -> bool:
    if (
        claimed.figure is None
        or number.figure is None
        or claimed.figure.change not in {"<", ">", "~"}
    ):
        return False
    if not _compatible(claimed.figure, number.figure) or number.low != number.high:
        return False
    if (claimed.low / claimed.step) % 10:
        return False
    mine, theirs = _ends(claimed, number)
    over = theirs[0] - mine[0]
    slack = abs(mine[0]) * BOUND_SLACK
    return {">": 0 <= over <= slack, "<": -slack <= over <= 0, "~": abs(over) <= slack}[
        claimed.figure.change
    ]


def _derived(claimed: Number, evidence: Sequence[Number]) -> Number | None:
    figure = claimed.figure
    if figure is None or claimed.low != claimed.high:
        return None
    if figure.unit in {"year", "year of age"}:
        return _difference_of_years(claimed.low, evidence)
    if figure.unit in {"point", "percentage point"}:
        return _difference_of_shares(claimed.low, evidence)
    return None


def _years(evidence: Sequence[Number]) -> list[Number]:
    """The years that the text names, also within longer dates."""
    found = []
    for number in evidence:
        if number.role == "year" or (number.role == "date" and number.low > 31):
            found.append(number)
        elif number.role == "date" and (number.label or "")[-4:].isdecimal():
            year = Decimal(number.label[-4:])
            found.append(replace(number, low=year, high=year))
    return found


def _difference_of_years(wanted: Decimal, evidence: Sequence[Number]) -> Number | None:
    years = _years(evidence)
    if not years or wanted < SHORTEST:
        return None
    latest = max(years, key=lambda number: number.low)
    return latest if any(latest.low - year.low == wanted for year in years) else None


def _difference_of_shares(wanted: Decimal, evidence: Sequence[Number]) -> Number | None:
    shares = [number for number in evidence if number.figure and number.figure.kind == "percent"]
    for index, later in enumerate(shares):
        if index and abs(later.low - shares[index - 1].low) == wanted:
            return later
    return None
