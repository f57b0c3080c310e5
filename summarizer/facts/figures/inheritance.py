"""What an amount takes from its neighbour: a unit said only once, a bound before a conversion."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.figures.amounts import Amount
from summarizer.facts.figures.context import Context
from summarizer.facts.figures.numeral import HYPHENS
from summarizer.facts.figures.tokens import words

SAME = 12
"""Times that a bare number may differ from the one it is compared with and shares its unit."""
REACH = 4
"""Tokens between "four-" and the number that carries its unit ("four-, five- and six-cylinder")."""
DETERMINERS = words("the its their his her those these our")


def inherit(context: Context, amounts: list[Amount]) -> Iterator[Amount]:
    """The amounts with what each takes from its neighbours."""
    given: Amount | None = None
    for index, amount in enumerate(amounts):
        later = amounts[index + 1 : index + 3]
        earlier = amounts[index - 1] if index else None
        suspended = _suspended(context, amount, later)
        given = _bracketed(context, _compared(context, suspended, given), earlier)
        yield given


def _compared(context: Context, amount: Amount, earlier: Amount | None) -> Amount:
    """A bare number that answers one with a unit: "not for 212 hours but for 1,064"."""
    if earlier is None or amount.own or amount.unit or amount.kind != "count":
        return amount
    if earlier.noun or not earlier.unit or earlier.kind not in COMPARED:
        return amount
    if not context.same_sentence(earlier.first, amount.first) or _counts(context, amount):
        return amount
    at = amount.first - 1
    before = context.key(at)
    linked = before in LINKS or (before == "for" and context.key(at - 1) in {"but", "not"})
    small, large = sorted((abs(amount.low), abs(earlier.low)))
    if not linked or large > SAME * small or not _is_clear(context, earlier.last, amount.first):
        return amount
    return amount._replace(unit=earlier.unit, kind=earlier.kind)


COMPARED = frozenset(("money", "measure", "duration"))
LINKS = words("to from than against versus frente contra gegenüber auf")


def _counts(context: Context, amount: Amount) -> bool:
    """Whether a word that may be a counted noun follows the number."""
    token = context.token(amount.last)
    if token is None or token.kind != "word" or token.fresh:
        return False
    return token.key not in context.language.stop


def _is_clear(context: Context, start: int, end: int) -> bool:
    """Whether few words and no bracket stand between the two."""
    return end - start <= FAR and all(
        context.key(at) not in {"(", ")", ";"} for at in range(start, end)
    )


FAR = 14
"""Tokens between two numbers that are compared."""


def _suspended(context: Context, amount: Amount, later: list[Amount]) -> Amount:
    """A bare number that waits for the unit of a later one: "four- and six-cylinder", "280 of the
    1,500 seats".
    """
    if amount.own or not later or amount.kind == "fraction":
        return amount
    at = amount.last
    if context.key(at) in HYPHENS and context.tokens[at].glued:
        following = context.token(at + 1)
        if following is None or (following.glued and following.kind == "word"):
            return amount
        for other in later:
            if other.own and other.first - amount.last <= REACH * 2:
                return amount._replace(unit=other.unit, kind=other.kind)
        return amount
    of = context.key(at) in context.language.of and context.key(at + 1) in DETERMINERS
    if of and later[0].own and later[0].first == at + 2:
        return amount._replace(unit=later[0].unit, kind=later[0].kind)
    return amount


def _bracketed(context: Context, amount: Amount, earlier: Amount | None) -> Amount:
    """A conversion: "more than 7 miles (11 km)", "7 miles (11 km / 6 nmi)"; the bound holds too."""
    if earlier is None or not amount.own or not earlier.own or amount.kind != earlier.kind:
        return amount
    if amount.unit == earlier.unit or amount.noun or amount.first - earlier.last != 1:
        return amount
    between = context.key(earlier.last)
    if between == "(":
        return amount._replace(bracketed=earlier.bracketed or earlier.first)
    return amount
