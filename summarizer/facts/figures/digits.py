"""Numbers in digits: grouped, decimal, mixed with a fraction, as a power, with a letter scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.numeral import (
    MINUS,
    Numeral,
    and_a_half,
    plain_numeral,
    quotient,
    scaled,
)
from summarizer.facts.figures.shares import VULGAR, out_of
from summarizer.facts.figures.tokens import SPACES, Token, words

SLASHES = frozenset("/⁄∕")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
RACES = words("hurdles sprints heats relays")
LONGEST = 40
"""Digits of a number that is still read; a longer run is no quantity."""


def digits_value(text: str, language: Language) -> Decimal:
    """The value of a number token: group marks dropped, the decimal mark read."""
    if text.isdecimal():  # neither groups nor decimals
        return Decimal(text)
    plain = text
    for group in language.group + SPACES:
        plain = plain.replace(group, "")
    return Decimal(plain.replace(language.decimal, "."))


def digit_numeral(
    tokens: Sequence[Token], index: int, language: Language, money: bool
) -> Numeral | None:
    """The number of the digits at ``index`` with its scale; ``money`` as in ``read_numeral``."""
    token = tokens[index]
    if len(token.text) > LONGEST:
        return None
    value = digits_value(token.text, language)
    plain = token.text.isdecimal()
    number = Numeral(value, value, index, index + 1, "digits", value, Decimal(1), plain)
    for extend in (_slash, _mixed, _power):
        extended = extend(tokens, number, language)
        if extended is not None:
            return scaled(extended, tokens, language)
    short = _short_scale(tokens, number.last, language, money)
    if short:
        value, last = number.low * short, number.last + 1
        return number._replace(low=value, high=value, last=last, scale=short, plain=False)
    return out_of(tokens, number, language) or scaled(number, tokens, language)


def _slash(tokens: Sequence[Token], number: Numeral, language: Language) -> Numeral | None:
    """``3/4``: a proper fraction of whole numbers."""
    at = number.last
    if at + 1 >= len(tokens) or tokens[at].text not in SLASHES or not tokens[at].glued:
        return None
    below = tokens[at + 1]
    if not (below.glued and below.text.isdecimal() and tokens[number.first].text.isdecimal()):
        return None
    if at + 2 < len(tokens) and tokens[at + 2].glued and tokens[at + 2].text in SLASHES:
        return None
    numerator, denominator = number.low, Decimal(below.text)
    if not 0 < numerator < denominator or len(below.text) > 4:
        return None
    return plain_numeral(quotient(numerator, denominator), number.first, at + 2, "fraction")


def _mixed(tokens: Sequence[Token], number: Numeral, language: Language) -> Numeral | None:
    """``2½``, ``2 1/2``, ``2 and a half``."""
    at = number.last
    if at >= len(tokens):
        return None
    if tokens[at].text in VULGAR:
        value = number.low + quotient(*VULGAR[tokens[at].text])
        return plain_numeral(value, number.first, at + 1, "digits")
    if (
        tokens[at].text.isdecimal()
        and not tokens[at].glued
        and tokens[number.first].text.isdecimal()
    ):
        part = _slash(
            tokens, plain_numeral(Decimal(tokens[at].text), at, at + 1, "digits"), language
        )
        if part is not None:
            return plain_numeral(number.low + part.low, number.first, part.last, "digits")
    end = and_a_half(tokens, at, language)
    return plain_numeral(number.low + Decimal("0.5"), number.first, end, "digits") if end else None


def _power(tokens: Sequence[Token], number: Numeral, language: Language) -> Numeral | None:
    """``1.9×10^30``, ``1.9 x 10⁻³⁰``, with a flat exponent too ("10−30")."""
    at = number.last
    if at + 2 >= len(tokens) or tokens[at].key not in {"×", "x", "*"}:
        return None
    if tokens[at + 1].text != "10":
        return None
    at += 2
    if tokens[at].text == "^":
        at += 1
    sign = at < len(tokens) and tokens[at].text in MINUS
    at += sign
    if at >= len(tokens) or not tokens[at].glued:
        return None
    exponent = tokens[at].text.translate(SUPERSCRIPTS)
    if not exponent.lstrip("-").isdecimal() or len(exponent) > 3:
        return None
    value = number.low.scaleb(-int(exponent) if sign else int(exponent))
    return plain_numeral(value, number.first, at + 1, "digits")


def _short_scale(
    tokens: Sequence[Token], at: int, language: Language, money: bool
) -> Decimal | None:
    """The value of a letter scale glued to the number: 5m, 2.5bn, 40K."""
    if at >= len(tokens) or not tokens[at].glued:
        return None
    letter, key = tokens[at].text, tokens[at].key
    factor = language.short_scales.get(key)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if factor is None or (following is not None and following.glued and following.kind == "number"):
        return None
    if money or letter in {"M", "B"} or (len(letter) > 1 and key != "mm"):
        return factor
    if key == "k":
        return None if following and following.key in {"tv", "display", "screen"} else factor
    return factor if letter == "m" and _counts_people(following, language) else None


def _counts_people(following: Token | None, language: Language) -> bool:
    """Whether "m" before this word is million and no metre: "54m viewers", not "37m long"."""
    if following is None or following.kind != "word" or following.glued:
        return False
    word = following.key
    if len(word) < 4 or word in language.stop or word in RACES:
        return False
    return word in language.plurals or word.endswith(language.plural_endings)
