"""Fractions: "two-thirds", "half of", "one in five", "a quarter of a million"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.number_words import compound
from summarizer.facts.figures.numeral import (
    HYPHENS,
    Numeral,
    plain_numeral,
    quotient,
    scaled,
    skip_hyphen,
    small_number,
)
from summarizer.facts.figures.tokens import Token, words

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
TIMES = words(
    "minutes hours days weeks months years seconds decades games matches starts innings more"
    " years' months' weeks' days' tests attempts outings seasons tries overs sets"
)


def denominated(
    tokens: Sequence[Token], first: int, at: int, numerator: int, language: Language
) -> Numeral | None:
    """``two-thirds``, ``a third of``, ``one fifth``: ``numerator`` ends before ``at``."""
    place = skip_hyphen(tokens, at)
    word = tokens[place].key if place < len(tokens) else ""
    denominator = language.fractions.get(word)
    if denominator is None or not 0 < numerator < denominator:
        return None
    if numerator > 1 and word in language.ordinals:
        return None
    one = numerator == 1
    compound = one and tokens[first].key in language.articles and _goes_on(tokens, place)
    if compound or not _is_share(tokens, place, language, sure=place > at, one=one):
        return None
    return fraction_of(quotient(numerator, denominator), first, place + 1, tokens, language)


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a hyphen joins the word at ``place`` to the next ("a third-party app")."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is not None and following.text in HYPHENS and following.glued


def _is_share(
    tokens: Sequence[Token], place: int, language: Language, *, sure: bool, one: bool
) -> bool:
    """Whether the denominator at ``place`` is one, and no ordinal or quarter of a year.

    ``sure`` tells that a hyphen joins it to its numerator, ``one`` that this is one: "a third of"
    is a share, "a third man" is not.
    """
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    of = following is not None and following.key in language.of
    if following is not None and following.key in language.scales:
        return True
    if tokens[place].key in {"quarter", "quarters"} and not sure:
        return of
    return sure or not one or of or following is None or following.kind == "mark"


def fraction_of(
    value: Decimal, first: int, end: int, tokens: Sequence[Token], language: Language
) -> Numeral:
    """A fraction, multiplied where a scale follows: ``a quarter of a million``."""
    at = end
    if at < len(tokens) and tokens[at].key in language.of:
        at += 1
    if at < len(tokens) and tokens[at].key in language.articles:
        at += 1
        if at < len(tokens) and tokens[at].key in language.scales:
            factor = language.scales[tokens[at].key]
            return Numeral(value * factor, value * factor, first, at + 1, "words", value, factor)
    number = plain_numeral(value, first, end, "fraction")
    return scaled(number, tokens, language)


def half_numeral(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """``half a million``, ``half of``, ``half a dozen``; a half of a match or a year is none."""
    if tokens[index].key not in language.half:
        return None
    before = tokens[index - 1].key if index else ""
    if before in language.ordinals or before in HYPHENS or before in language.not_one:
        return None
    return fraction_of(Decimal("0.5"), index, index + 1, tokens, language)


def out_of(tokens: Sequence[Token], number: Numeral, language: Language) -> Numeral | None:
    """``two in five``, ``9 out of 10``: a share said as two numbers."""
    if number.low != int(number.low) or not 0 < number.low < 100:
        return None
    joined = language.out_of.at(tokens, number.last)
    if joined is None or joined[1] >= len(tokens):
        return None
    at = joined[1]
    if tokens[at].text.isdecimal() and len(tokens[at].text) < 7:
        whole, end = Decimal(tokens[at].text), at + 1
        year = 1900 <= whole <= 2100
    else:
        inner = compound(tokens, at, language) if small_number(tokens, at, language) else None
        if inner is None:
            return None
        whole, end, year = inner.low, inner.last, False
    after = tokens[end].key if end < len(tokens) else ""
    if year or whole <= number.low or after in language.time_words or after in {"%", "percent"}:
        return None
    one_word = joined[1] - number.last == 1
    if one_word and (whole > 100 or number.low > 10 or _names_time(after)):
        return None
    return plain_numeral(quotient(number.low, whole), number.first, end, "fraction")


def _names_time(word: str) -> bool:
    """Whether "two in five" goes on with what makes it no share ("two in five games")."""
    return word in TIMES
