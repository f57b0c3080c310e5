"""Number words added up: "three thousand two hundred and five"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.numeral import (
    Numeral,
    plain_numeral,
    scale_chain,
    skip_hyphen,
    small_number,
)
from summarizer.facts.figures.tokens import Token


def compound(tokens: Sequence[Token], index: int, language: Language) -> Numeral:
    """Number words from ``index`` on, added up: groups below a thousand under falling scales."""
    total, ceiling, scale = Decimal(0), Decimal("Infinity"), Decimal(1)
    at = index
    while True:
        group = _group(tokens, at, language, bare=at == index)
        if group is None:
            break
        factor, end = scale_chain(tokens, group[1], language)
        if factor >= ceiling or (at > index and scale == 12):
            break
        total, at, ceiling, scale = total + group[0] * factor, end, factor, factor
        if factor == 1:
            break
        if (
            at + 1 < len(tokens)
            and tokens[at].key in language.number_and
            and scale <= 1000
            and _group(tokens, at + 1, language, bare=False)
        ):
            at += 1
    return Numeral(total, total, index, at, "words", total / scale, scale)


def _group(
    tokens: Sequence[Token], index: int, language: Language, *, bare: bool
) -> tuple[int, int] | None:
    """A number below a thousand ("two hundred and five") and the index after it.

    ``bare`` also takes a hundred or a scale that has no number before it, as one of it.
    """
    if index >= len(tokens):
        return None
    small = small_number(tokens, index, language)
    if small is None:
        if not bare:
            return None
        if tokens[index].key in language.scales:
            return 1, index
        small = 1, index
    value, at = small
    hundred = skip_hyphen(tokens, at)
    if not (hundred < len(tokens) and tokens[hundred].key in language.hundreds and value < 100):
        return small if at > index else None
    value, at = value * 100, hundred + 1
    joined = at < len(tokens) and tokens[at].key in language.number_and
    rest = small_number(tokens, skip_hyphen(tokens, at + joined), language)
    return (value + rest[0], rest[1]) if rest else (value, at)


def spoken_point(tokens: Sequence[Token], number: Numeral, language: Language) -> Numeral | None:
    """``five point two five``: a decimal said in words."""
    at = number.last
    if at >= len(tokens) or tokens[at].key not in language.point:
        return None
    digits, at = "", at + 1
    while at < len(tokens) and len(digits) < 12:
        small = small_number(tokens, at, language)
        if small is None or small[0] > 99:
            break
        digits, at = digits + str(small[0]), small[1]
    if not digits:
        return None
    return plain_numeral(Decimal(f"{number.low}.{digits}"), number.first, at, "words")


def few(tokens: Sequence[Token], first: int, at: int, language: Language) -> Numeral | None:
    """``a few hundred``, ``several thousand``: one to ten of the scale."""
    if at < len(tokens) and tokens[at].key in language.of:
        at += 1
    if at >= len(tokens):
        return None
    word = tokens[at].key
    scale = Decimal(100) if word in language.hundreds else language.scales.get(word)
    if scale is None or word in language.short_scales:
        return None
    return Numeral(scale, scale * 10, first, at + 1, "vague", Decimal(1), scale)


def vague_numeral(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """``dozens``, ``tens of thousands``, ``several hundred``."""
    word = tokens[index].key
    if word in {"several", "few"}:
        return few(tokens, index, index + 1, language)
    span = (Decimal(10), Decimal(100)) if word == "tens" else language.vague.get(word)
    if span is None:
        return None
    at, low, high, scale = index + 1, *span, span[0]
    if (
        at + 1 < len(tokens)
        and tokens[at].key in language.of
        and tokens[at + 1].key in language.vague
    ):
        factor = language.vague[tokens[at + 1].key][0]
        low, high, scale, at = low * factor, high * factor, low * factor, at + 2
    elif word in {"tens", "scores"}:
        return None
    return Numeral(low, high, index, at, "vague", Decimal(1), scale)
