"""Numbers as digits and words to values: what number stands at a token, and where it ends.

Not here: which numbers are quantities (``names``), what they count (``units``, ``nouns``), and how
they are qualified (``bounds``, ``ranges``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.facts.figures.digits import digit_numeral
from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.number_words import compound, few, spoken_point, vague_numeral
from summarizer.facts.figures.numeral import (
    Numeral,
    and_a_half,
    plain_numeral,
    quotient,
    scaled,
    skip_hyphen,
    small_number,
)
from summarizer.facts.figures.shares import VULGAR, denominated, fraction_of, half_numeral, out_of
from summarizer.facts.figures.tokens import Token


def read_numeral(
    tokens: Sequence[Token], index: int, language: Language, *, money: bool = False
) -> Numeral | None:
    """The number that begins at ``index``; ``money`` tells that a currency stands before it."""
    token = tokens[index]
    if token.kind == "number":
        return digit_numeral(tokens, index, language, money)
    if token.text in VULGAR:
        return fraction_of(quotient(*VULGAR[token.text]), index, index + 1, tokens, language)
    if token.kind != "word":
        return None
    return (
        half_numeral(tokens, index, language)
        or worded_numeral(tokens, index, language)
        or vague_numeral(tokens, index, language)
    )


def worded_numeral(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """``three thousand two hundred and five``, ``a million``, ``two thirds``, ``one in five``."""
    if tokens[index].key in language.articles:
        return _after_article(tokens, index, language)
    small = small_number(tokens, index, language)
    if small is None:
        return _bare_scale(tokens, index, language)
    value, end = small
    fraction = denominated(tokens, index, end, value, language)
    if fraction is not None:
        return fraction
    number = compound(tokens, index, language)
    if number.scale == 1 and number.last == end:
        half = and_a_half(tokens, end, language)
        if half:
            halved = plain_numeral(Decimal(value) + Decimal("0.5"), index, half, "words")
            return scaled(halved, tokens, language)
        spoken = spoken_point(tokens, number, language)
        if spoken is not None:
            return scaled(spoken, tokens, language)
    return out_of(tokens, number, language) or number


def _bare_scale(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """``hundert``, ``mille``: a scale that needs no number before it, in some languages."""
    if tokens[index].key not in language.bare_scales:
        return None
    return compound(tokens, index, language)


def _after_article(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """``a hundred and six``, ``a million``, ``a third``, ``a quarter of a million``."""
    at = skip_hyphen(tokens, index + 1)
    if at >= len(tokens):
        return None
    word = tokens[at].key
    if word in language.hundreds or (word in language.scales and word not in language.short_scales):
        inner = compound(tokens, at, language)
        half = and_a_half(tokens, inner.last, language)
        if half:
            value = inner.low + inner.scale / 2
            mantissa = value / inner.scale
            return inner._replace(low=value, high=value, first=index, last=half, mantissa=mantissa)
        return inner._replace(first=index)
    if word in language.half and at + 1 < len(tokens) and tokens[at + 1].key in language.scales:
        return scaled(plain_numeral(Decimal("0.5"), index, at + 1, "words"), tokens, language)
    if word in {"few", "couple"} and at + 1 < len(tokens):
        return few(tokens, index, at + 1, language)
    return denominated(tokens, index, index + 1, 1, language)
