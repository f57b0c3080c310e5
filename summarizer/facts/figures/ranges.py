"""Two amounts that are one: "10 to 15", "$3-5 million", "between 5 and 7", a score of 7-2."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.figures.amounts import Amount
from summarizer.facts.figures.bounds import bound_before
from summarizer.facts.figures.context import Context
from summarizer.facts.figures.numeral import HYPHENS

DASHES = frozenset("-–—‑‐−")
GAP = 7
"""Tokens that may stand between the first number and its "to" ("from 20 % in 2008 to 29 %")."""
NEAR = 6
"""Tokens to either side that are searched for a word of a match or a vote."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two amounts: a dash, "to", "and" or "or"; ``gap`` tokens apart.

    ``opened`` is the index of the "from" or "between" before the first amount, or -1.
    """

    kind: str
    gap: int
    opened: int


def join_amounts(context: Context, amounts: list[Amount]) -> list[Amount]:
    """The amounts with each pair that makes a range or a score put together."""
    joined: list[Amount] = []
    index = 0
    while index < len(amounts):
        first = amounts[index]
        second = amounts[index + 1] if index + 1 < len(amounts) else None
        pair = None
        if second is not None and not _chained(context, amounts, index):
            pair = _pair(context, first, second)
        joined.append(pair or first)
        index += 2 if pair else 1
    return joined


def _chained(context: Context, amounts: list[Amount], index: int) -> bool:
    """Whether the number after the next touches it too ("12-4-1", a date or a code)."""
    if index + 2 >= len(amounts):
        return False
    second, third = amounts[index + 1], amounts[index + 2]
    return (
        third.first - second.last == 1
        and context.key(second.last) in DASHES
        and context.tokens[second.last].glued
        and context.tokens[third.first].glued
        and context.key(amounts[index].last) in DASHES
    )


def _pair(context: Context, first: Amount, second: Amount) -> Amount | None:
    joint = _joint(context, first, second)
    if joint is None or "vague" in {first.numeral.style, second.numeral.style}:
        return None
    if _is_score(context, first, second, joint):
        return _score(first, second)
    if not _may_join(context, first, second, joint):
        return None
    return _range(first, second, joint)


def _joint(context: Context, first: Amount, second: Amount) -> Joint | None:
    """How two neighbouring amounts are joined, or None."""
    gap = second.first - first.last
    if not 1 <= gap <= GAP + 1 or not context.same_sentence(first.first, second.first):
        return None
    opened = _opened(context, first)
    mark = context.tokens[first.last].text
    if gap == 1 and mark in DASHES:
        return Joint("dash", gap, opened)
    if gap == 1 and mark == ":" and context.tokens[second.first].glued:
        return Joint("colon", gap, opened)
    bound = bound_before(context, second.first)
    at = (bound.first if bound is not None and bound.first >= first.last else second.first) - 1
    if at > first.last and context.key(at) in HYPHENS:
        at -= 1
    kind = _joining_word(context, first, at, context.key(opened))
    return Joint(kind, at - first.last, opened) if kind else None


def _joining_word(context: Context, first: Amount, at: int, opening: str) -> str:
    """ "to", "and" or "or" by the word at ``at``, "" if it joins nothing."""
    language, joiner = context.language, context.key(at)
    if joiner in language.range_to and joiner not in DASHES:
        close = at == first.last or (at == first.last + 1 and context.key(first.last) in HYPHENS)
        if close or (opening in language.range_from and _clear(context, first.last, at)):
            return "to"
    if at != first.last:
        return ""
    if joiner in language.range_and and opening in language.range_between:
        return "and"
    return "or" if joiner in language.range_or else ""


def _opened(context: Context, first: Amount) -> int:
    """The index of "from" or "between" before the amount and its bound words, or -1."""
    bound = bound_before(context, first.first)
    at = (bound.first if bound is not None else first.first) - 1
    if context.key(at) == "the":
        at -= 1
    return (
        at
        if context.key(at) in context.language.range_from | context.language.range_between
        else -1
    )


def _clear(context: Context, start: int, end: int) -> bool:
    """Whether no comma, bracket or "and" stands between the indices."""
    return all(
        context.key(at) not in {",", ";", "(", ")", "and", "but"} for at in range(start, end)
    )


def _is_score(context: Context, first: Amount, second: Amount, joint: Joint) -> bool:
    """``7-2``: two plain numbers and a dash, the first not lower, or a word of a match near by.

    A unit or counted noun behind them makes a range ("5-10 people"), unless it is a word of the
    match or vote itself ("a 7-2 decision").
    """
    if first.own or not _plain_pair(first, second) or joint.opened >= 0:
        return False
    if joint.kind == "to":
        return first.low > second.low and _near_score_word(context, first, second)
    if joint.kind == "colon":
        return True
    if joint.kind != "dash" or (second.own and not second.noun):
        return False
    if second.own and not set(second.unit.split()) & context.language.score_words:
        return first.low >= second.low
    return first.low >= second.low or _near_score_word(context, first, second)


def _plain_pair(first: Amount, second: Amount) -> bool:
    return first.numeral.plain and second.numeral.plain and second.low < 1000


def _near_score_word(context: Context, first: Amount, second: Amount) -> bool:
    around = [
        *range(first.first - NEAR, first.first),
        *range(second.numeral.last, second.numeral.last + NEAR),
    ]
    return any(context.key(at) in context.language.score_words for at in around if at >= 0)


def _score(first: Amount, second: Amount) -> Amount:
    low, high = sorted((first.low, second.low))
    return first._replace(
        low=low, high=high, last=second.numeral.last, value_last=second.value_last,
        unit="", kind="score", own=True, noun=False,
    )  # fmt: skip


def _may_join(context: Context, first: Amount, second: Amount, joint: Joint) -> bool:
    if not _same_unit(first, second):
        return False
    moves = context.apart and joint.kind == "to" and first.own and _moves(context, joint)
    if joint.kind == "colon" or moves or _falls_by(context, first, joint):
        return False
    shared = _share_scale(first, second)
    rising = shared.low < second.high
    if joint.kind == "or":
        return (
            not first.own
            and rising
            and second.high <= shared.low * 10
            and first.numeral.style != "fraction"
        )
    if joint.kind == "and":
        return True
    if joint.kind == "to" and joint.opened < 0:
        follows_change = first.own and not rising
        return rising and not follows_change and not _is_change_to(context, first)
    return joint.opened >= 0 or rising


def _moves(context: Context, joint: Joint) -> bool:
    """``raised the cover from $5 to $7``: two values of one thing, and not a range."""
    language = context.language
    if joint.opened < 1 or context.key(joint.opened) not in language.range_from:
        return False
    for at in range(joint.opened - 1, max(joint.opened - 1 - NEAR, -1), -1):
        if not context.same_sentence(at, joint.opened) or context.key(at) in {",", ";"}:
            return False
        if context.key(at) in language.up or context.key(at) in language.down:
            return True
    return False


def _falls_by(context: Context, first: Amount, joint: Joint) -> bool:
    """Whether the word that opens the range says by how much, as "de" may in French."""
    if not first.own or joint.opened < 0 or context.key(joint.opened) not in context.language.by:
        return False
    verb = context.key(joint.opened - 1)
    return verb in context.language.up or verb in context.language.down


def _is_change_to(context: Context, first: Amount) -> bool:
    """``rose $2 to $45``: an amount of change and the level it led to, not a range."""
    if not first.own:
        return False
    at = first.first - 1
    while at >= 0 and context.key(at) in context.language.adverbs:
        if context.key(at) in context.language.by:
            return True
        at -= 1
    word = context.key(at)
    return word in context.language.up or word in context.language.down


def _same_unit(first: Amount, second: Amount) -> bool:
    if not first.own or not second.own:
        return not first.own or first.kind != "age" or second.low > first.low
    if first.unit == second.unit:
        return True
    return first.unit.startswith(second.unit + " per ") or second.unit.startswith(
        first.unit + " per "
    )


def _share_scale(first: Amount, second: Amount) -> Amount:
    """The first amount under the second's scale: "3 to 5 million"; not "$200 to $4 million"."""
    scale = second.numeral.scale
    mantissa = first.numeral.mantissa
    if first.numeral.scale != 1 or scale < 100 or not 0 <= mantissa < second.numeral.mantissa:
        return first
    if mantissa >= 1000:
        return first
    return first._replace(low=mantissa * scale, high=mantissa * scale)


def _range(first: Amount, second: Amount, joint: Joint) -> Amount:
    shared = _share_scale(first, second)
    ends = (shared.low, shared.high, second.low, second.high)
    unit = second if second.own and (not first.own or len(second.unit) > len(first.unit)) else first
    start = joint.opened if joint.kind == "and" else first.first
    return first._replace(
        low=min(ends), high=max(ends), numeral=second.numeral._replace(plain=False),
        first=start, last=second.last, value_last=second.value_last,
        unit=unit.unit, kind=unit.kind if unit.own else second.kind,
        own=first.own or second.own, noun=unit.noun,
    )  # fmt: skip
