"""A number with what it is measured in: currency, unit, counted noun, age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from summarizer.facts.figures.context import Context, is_capital
from summarizer.facts.figures.model import FigureKind
from summarizer.facts.figures.money import currency_after, currency_before
from summarizer.facts.figures.names import QUANTITY, role
from summarizer.facts.figures.nouns import Counted, counted_noun, singular
from summarizer.facts.figures.numeral import HYPHENS, MINUS, Numeral
from summarizer.facts.figures.numerals import read_numeral
from summarizer.facts.figures.tokens import words
from summarizer.facts.figures.units import Unit, sign_at, word_at

AGES = {"year": "year of age", "month": "month of age", "week": "week of age", "day": "day of age"}
PER_NOUNS = words(
    "share barrel night head person ticket pop piece unit seat vote game capita student household"
    " family vehicle car employee worker passenger room visit bottle bushel customer user"
)
OLDEST = 120
"""Years of an age written bare behind a name ("Maddon, 66,")."""


class Amount(NamedTuple):
    """A number and its unit, from ``first`` to ``last`` (tokens); the number alone by ``value_*``.

    ``own`` tells that the unit was written beside this very number (not taken from a range's other
    end); ``noun`` that the unit is a counted noun. ``bracketed`` is the first token of the amount
    that this one repeats in another unit between brackets, or 0. ``floor`` is the token where the
    amount before ends: a sign before that belongs to it ("10 $ 30").
    """

    low: Decimal
    high: Decimal
    numeral: Numeral
    first: int
    last: int
    value_first: int
    value_last: int
    unit: str = ""
    kind: FigureKind = "count"
    own: bool = False
    noun: bool = False
    bracketed: int = 0
    floor: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """A number that is no quantity, and what it is (see ``names.role``)."""

    numeral: Numeral
    role: str


def read_amounts(context: Context) -> Iterator[Amount | Other]:
    """The numbers of the text in order, each once: the amounts, and what is no quantity."""
    index, floor, tokens = 0, 0, context.tokens
    starts = context.language.number_starts
    while index < len(tokens):
        if tokens[index].kind == "word" and tokens[index].key not in starts:
            index += 1
            continue
        money = tokens[index].kind == "number" and currency_before(tokens, index) is not None
        numeral = read_numeral(tokens, index, context.language, money=money)
        if numeral is None:
            index += 1
            continue
        kind = role(context, numeral, money=money)
        if kind == QUANTITY and _stands_alone(context, numeral):
            amount = _measured(context, _signed(context, numeral, floor))
            yield amount
            index = floor = max(amount.last, numeral.last)
        else:
            yield Other(numeral, kind)
            index = numeral.last


def _stands_alone(context: Context, numeral: Numeral) -> bool:
    """Whether a number word is a number here: not "half-brother", "second half", "one-two"."""
    if (
        numeral.style != "fraction"
        or numeral.scale != 1
        or context.key(numeral.first) not in context.language.half
    ):
        return True
    language, at = context.language, numeral.last
    after = context.key(at)
    if (
        after in language.of
        or after in language.articles
        or after in {"the", "its", "their", "all"}
    ):
        return True
    if word_at(context.tokens, at) or word_at(context.tokens, at + (after in HYPHENS)):
        return True
    before = context.key(numeral.first - 1)
    bound = language.before.before(context.tokens, numeral.first) is not None
    return bound or before in language.by or (before in {"one", "cut", "in"} and after in {"", "."})


def _signed(context: Context, numeral: Numeral, floor: int) -> Amount:
    """The number with a minus before it, and with the currency before that."""
    tokens, at = context.tokens, numeral.first
    negative = False
    before = context.token(at - 1)
    if before is not None and before.text in MINUS and tokens[at].glued:
        two_back = context.token(at - 2)
        attached = (
            before.glued and two_back is not None and two_back.text not in {"$", "€", "£", "("}
        )
        hyphened_minus = (
            attached and two_back is not None and two_back.key in context.language.minus
        )
        if (not attached and numeral.style == "digits") or hyphened_minus:
            negative, at = True, at - 1 - hyphened_minus
    elif before is not None and before.key in context.language.minus and not _is_bound(context, at):
        negative, at = True, at - 1
    elif before is not None and before.text == "+" and tokens[at].glued:
        at -= 1
    if negative and numeral.style != "vague":
        numeral = numeral._replace(low=-numeral.low, high=-numeral.high, mantissa=-numeral.mantissa)
    low, high, last = numeral.low, numeral.high, numeral.last
    return Amount(low, high, numeral, at, last, value_first=at, value_last=last, floor=floor)


def _is_bound(context: Context, at: int) -> bool:
    """Whether the word for minus before ``at`` belongs to a bound: Spanish "al menos"."""
    return context.language.before.before(context.tokens, at) is not None


def _measured(context: Context, amount: Amount) -> Amount:
    """The amount with its unit: a currency, a sign or word of measure, an age, or a noun."""
    found = _money(context, amount) or _unit(context, amount) or _age_of_name(context, amount)
    if found is not None:
        return found
    if amount.numeral.style == "fraction" and amount.numeral.scale == 1:
        return amount._replace(kind="fraction")
    return _noun(context, amount)


def _money(context: Context, amount: Amount) -> Amount | None:
    tokens = context.tokens
    before = currency_before(tokens, amount.first)
    scaled = amount.numeral.scale > 100
    last = _after_scale(context, amount, _skip_hyphen_before_money(context, amount.last))
    after = currency_after(tokens, last, scaled=scaled)
    if before is not None and before[1] >= amount.floor:
        currency, first = before
        last = amount.last
        if after is not None and (after[0].whole == currency.whole or currency.name == "dollar"):
            currency, last = (after[0] if after[0].factor == 1 else currency), after[1]
        elif currency.name == "dollar":
            last = _country_after(context, last)
        amount = amount._replace(first=min(first, amount.first), last=last)
        return _with_unit(context, amount, currency.name, "money")
    if after is None:
        return None
    return _with_unit(context, amount._replace(last=after[1]), after[0].name, "money")


def _skip_hyphen_before_money(context: Context, last: int) -> int:
    token = context.token(last)
    return last + (token is not None and token.text in HYPHENS and token.glued)


def _after_scale(context: Context, amount: Amount, at: int) -> int:
    """The index after the "de" that joins a scale and its noun, where the language has one."""
    if amount.numeral.scale < 100 or context.key(at) not in context.language.scale_of:
        return at
    return at + (2 if context.key(at + 1) in {"'", "’"} else 1)


def _country_after(context: Context, last: int) -> int:
    """The index after "US" or "U.S." behind a dollar amount ("$76 US a barrel")."""
    if context.key(last) == "us" and context.tokens[last].text == "US":
        return last + 1
    letters = [context.key(last + step) for step in range(4)]
    return last + 4 if letters == ["u", ".", "s", "."] else last


def _with_unit(
    context: Context, amount: Amount, unit: str, kind: FigureKind, *, noun: bool = False
) -> Amount:
    """The amount in ``unit``, with a rate that follows ("per barrel", "a month", "/day")."""
    last = amount.last
    per = _per(context, last) if kind != "percent" else None
    if per is not None:
        unit, last = f"{unit} per {per[0]}", per[1]
        kind = "measure" if kind == "duration" else kind
    return amount._replace(last=last, unit=unit, kind=kind, own=True, noun=noun)


def _per(context: Context, at: int) -> tuple[str, int] | None:
    """The unit after "per", "a" or "/", and the index after it; hyphens may join ("-a-day")."""
    token = context.token(at)
    hyphen = token is not None and token.text in HYPHENS and token.glued
    joiner = context.token(at + hyphen)
    if joiner is None or joiner.fresh:
        return None
    if joiner.text != "/" and joiner.key not in context.language.per:
        return None
    at += hyphen + 1
    at += hyphen and context.key(at) in HYPHENS
    named = word_at(context.tokens, at)
    if named is None and joiner.text == "/":
        named = sign_at(context.text, context.tokens, at)
    if named is not None and named[0].kind != "percent":
        earlier = context.key(named[1]) in {"ago", "earlier", "later", "before", "after"}
        return None if earlier else (named[0].name, named[1])
    return _per_noun(context, joiner.key, at)


def _per_noun(context: Context, joiner: str, at: int) -> tuple[str, int] | None:
    """A noun that a rate is told by: any after "per", after "a" those that prices go by."""
    token = context.token(at)
    if token is None or token.kind != "word":
        return None
    if joiner != "per" and token.key not in PER_NOUNS:
        return None
    return singular(token.key, context.language), at + 1


def _unit(context: Context, amount: Amount) -> Amount | None:
    tokens, at = context.tokens, amount.last
    found = _longer(sign_at(context.text, tokens, at), word_at(tokens, at))
    if amount.numeral.style == "fraction" and found and _is_other_word(context, at, found):
        found = None  # "half an hour": the article is no unit
    if found is None:
        token = context.token(at)
        if token is None:
            return None
        joined = token.text in HYPHENS and (token.glued or context.tokens[at - 1].kind == "mark")
        at += joined
        if amount.numeral.style == "fraction":
            at += context.key(at) in context.language.of
            at += context.key(at) in context.language.articles | {"the"}
            at += context.key(at) == "us"
        found = word_at(tokens, at) or (sign_at(context.text, tokens, at) if joined else None)
    if found is None or _is_other_word(context, at, found):
        return None
    unit, last = found
    amount = amount._replace(last=last)
    age = _age(context, unit, last)
    if age is not None:
        return amount._replace(last=age, unit=AGES[unit.name], kind="age", own=True)
    unit_name, last = _compound_name(context, unit, last)
    return _with_unit(context, amount._replace(last=last), unit_name, unit.kind)


def _longer(
    first: tuple[Unit, int] | None, second: tuple[Unit, int] | None
) -> tuple[Unit, int] | None:
    """The match that takes more tokens."""
    if first is None or second is None:
        return first or second
    return second if second[1] > first[1] else first


def _is_other_word(context: Context, at: int, found: tuple[Unit, int]) -> bool:
    """Whether a unit's word means something else here: "two second-half goals", "5 an hour"."""
    unit, last = found
    word = context.key(at)
    if last - at != 1:
        return False
    if unit.name == "second" and word == "second" and context.key(last) in HYPHENS:
        return context.key(last + 1) in {"half", "round", "leg", "place", "hand", "class"}
    if word in {"an", "mi", "min", "mil", "mes", "pie", "pies", "mo"}:
        return context.language.code == "en" and word not in {"min", "mi"}
    if unit.name == "bit" or word in {"stone", "bar", "grad"}:
        return word != "stone" and not context.tokens[at].glued and context.language.code == "en"
    return False


def _age(context: Context, unit: Unit, last: int) -> int | None:
    """The index after "-old", "old" or "of age" behind a unit of time."""
    if unit.name not in AGES:
        return None
    match = context.language.old.at(context.tokens, last)
    return match[1] if match is not None else None


def _compound_name(context: Context, unit: Unit, last: int) -> tuple[str, int]:
    """A unit with the material it measures where that is part of the name: "barrel of oil"."""
    of = context.key(last) in context.language.of
    if unit.name == "barrel" and of and context.key(last + 1) in {"oil", "crude"}:
        return "barrel of oil", last + 2
    return unit.name, last


def _age_of_name(context: Context, amount: Amount) -> Amount | None:
    """``Maddon, 66,`` and ``aged 45``: an age in years without a unit."""
    numeral, tokens = amount.numeral, context.tokens
    if numeral.scale != 1 or not 0 < amount.low <= OLDEST or amount.low % 1:
        return None
    aged = context.language.aged.before(tokens, amount.first)
    if aged is not None:
        bare = context.token(numeral.last) is None or not _noun(context, amount).noun
        return amount._replace(unit="year of age", kind="age", own=True) if bare else None
    comma, name = context.key(amount.first - 1), context.token(amount.first - 2)
    closed = context.key(amount.last) in {",", ")", ".", ";", "—", "–"}
    if comma == "," and closed and is_capital(name) and numeral.plain:
        return amount._replace(unit="year of age", kind="age", own=True)
    return None


def _noun(context: Context, amount: Amount) -> Amount:
    """The amount with the noun it counts, as far as one can be made out."""
    numeral, tokens = amount.numeral, context.tokens
    at = _after_scale(context, amount, amount.last)
    language = context.language
    one = numeral.style == "words" and numeral.low == 1
    if (numeral.style == "vague" or one) and context.key(at) in language.of:
        at += 1
        while context.key(at) in {
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "my",
            "these",
            "those",
        }:
            at += 1
        one = False
    counted: Counted | None = counted_noun(tokens, at, language, one=one)
    if counted is None:
        return amount
    kind = counted.unit.kind if counted.unit is not None else "count"
    measured = amount._replace(last=counted.last)
    # Only English nouns can be brought to the singular by rule: a wrong one is worse than none.
    name = counted.name if counted.unit is not None or language.code == "en" else ""
    return _with_unit(context, measured, name, kind, noun=counted.unit is None)
