"""A number found in a text, and what its readers share: scales, hyphens, halves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.tokens import Token

HYPHENS = frozenset("-‐‑")
MINUS = frozenset("-−–‒")


class Numeral(NamedTuple):
    """A number in the text: ``tokens[first:last]``.

    ``style`` is "digits", "words", "vague" ("dozens") or "fraction". ``mantissa`` is the number
    before its scale word, ``scale`` that word's value (1 without one). ``plain`` tells a digit
    number without grouping, decimals, sign or scale: what a year or a model number looks like.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    style: str
    mantissa: Decimal
    scale: Decimal
    plain: bool = False

    @property
    def value(self) -> Decimal:
        """The number; the low end where it is vague."""
        return self.low


def quotient(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """A fraction as a decimal of 16 digits."""
    with localcontext() as context:
        context.prec = 16
        return Decimal(numerator) / Decimal(denominator)


def plain_numeral(value: Decimal, first: int, last: int, style: str) -> Numeral:
    """A number without a scale word."""
    return Numeral(value, value, first, last, style, value, Decimal(1))


def skip_hyphen(tokens: Sequence[Token], index: int) -> int:
    """The index after a hyphen that joins two words, or ``index``."""
    if index + 1 < len(tokens) and tokens[index].text in HYPHENS and tokens[index].glued:
        return index + 1
    return index


def scaled(number: Numeral, tokens: Sequence[Token], language: Language) -> Numeral:
    """The number times the scale words that follow it ("4 hundred million")."""
    scale, at = Decimal(1), skip_hyphen(tokens, number.last)
    if at < len(tokens) and tokens[at].key in language.hundreds:
        scale, at = Decimal(100), at + 1
    else:
        at = number.last
    factor, at = scale_chain(tokens, at, language)
    scale *= factor
    if scale == 1:
        return number
    value = number.low * scale
    return number._replace(low=value, high=value, last=at, scale=scale, plain=False)


def scale_chain(tokens: Sequence[Token], index: int, language: Language) -> tuple[Decimal, int]:
    """The product of the scale words at ``index`` ("lakh crore") and the index after them."""
    factor, at = Decimal(1), index
    while True:
        step = skip_hyphen(tokens, at)
        if step >= len(tokens) or tokens[step].key not in language.scales:
            return factor, at
        word = tokens[step].key
        factor, at = factor * language.scales[word], step + 1
        if word in language.short_scales and _abbreviates(tokens, at):
            at += 1


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at ``at`` belongs to the word before it ("Mio. Euro")."""
    if at + 1 >= len(tokens) or tokens[at].text != "." or not tokens[at].glued:
        return False
    return not tokens[at + 1].fresh


def and_a_half(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The index after "and a half" (hyphens allowed) at ``at``, or 0."""
    at = skip_hyphen(tokens, at)
    if at >= len(tokens) or tokens[at].key not in language.number_and:
        return 0
    at = skip_hyphen(tokens, at + 1)
    if at < len(tokens) and tokens[at].key in language.articles:
        at = skip_hyphen(tokens, at + 1)
    return at + 1 if at < len(tokens) and tokens[at].key in language.half else 0


def small_number(tokens: Sequence[Token], index: int, language: Language) -> tuple[int, int] | None:
    """A number word below a hundred at ``index``, and the index after it."""
    return language.cardinals.at(tokens, index)
