"""Currencies, and reading one before or after a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.figures.currency_table import CURRENCY_TABLE, PART_TABLE
from summarizer.facts.figures.tokens import Phrases, Token, joined_rows, words


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency, or its hundredth: ``name``, the ``whole`` it is a part of, ``factor`` to it."""

    name: str
    whole: str
    factor: Decimal


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in joined_rows(table)]


def _listed(cell: str) -> list[str]:
    return [form.strip() for form in cell.split(",") if form.strip()]


def _all() -> list[tuple[Currency, list[str], list[str]]]:
    found = [
        (Currency(name, name, Decimal(1)), _listed(signs), _listed(spoken))
        for name, signs, spoken in _cells(CURRENCY_TABLE)
    ]
    for name, whole, factor, spoken, signs in _cells(PART_TABLE):
        found.append((Currency(name, whole, Decimal(factor)), _listed(signs), _listed(spoken)))
    return found


_ALL = _all()
NAMES: dict[str, Currency] = {currency.name: currency for currency, _, _ in _ALL}
"""Currencies and their parts by name."""

WORDS: Phrases[Currency] = Phrases(
    (word, currency) for currency, _, words in _ALL for word in words
)
"""Currencies by their words after the number, in lower case."""

SIGNS: Phrases[tuple[str, Currency]] = Phrases(
    (sign.lower(), (sign.replace(" ", ""), currency))
    for currency, signs, _ in _ALL
    for sign in signs
)
"""Currencies by sign or code in lower case, with the case they must be written in."""

GLUED_ONLY = words("PS Y= RM LE SR Re Sh Tk FF DM TRY COP PHP Fr. p c ¢ Dh Rp ETH A$ S$ C$ J$")
"""Signs that mean a currency only where they touch the number."""


def _written(tokens: Sequence[Token], start: int, end: int) -> str:
    return "".join(token.text for token in tokens[start:end])


def currency_before(tokens: Sequence[Token], index: int) -> tuple[Currency, int] | None:
    """The currency sign or code that ends just before ``index``, and its first index.

    "PS" and "Y=" are how plain-ASCII feeds write £ and ¥; like "RM" they must touch the number,
    and "PS" an amount that is no console's name ("PS5").
    """
    at = index
    if at > 0 and tokens[at - 1].text in {"-", "−"} and tokens[index].glued:
        at -= 1
    for (sign, currency), start in SIGNS.all_before(tokens, at):
        if _fits_before(tokens, index, at, (sign, currency, start)):
            return currency, start
    return None


def _fits_before(
    tokens: Sequence[Token], index: int, at: int, found: tuple[str, Currency, int]
) -> bool:
    """Whether a sign before the number is written as its currency is, and means it there."""
    sign, currency, start = found
    if currency.whole != currency.name or _written(tokens, start, at) != sign:
        return False
    inside_word = start > 0 and tokens[start].glued and tokens[start - 1].kind == "word"
    if sign[0].isalpha() and inside_word:
        return False
    if len(sign) == 2 and sign[-1] == "$":
        return tokens[start + 1].glued
    if sign == "PS" and len(tokens[index].text) < 2:
        return _scale_follows(tokens, index + 1)
    return sign not in GLUED_ONLY or tokens[index].glued


def _scale_follows(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key in {"m", "bn", "k", "million", "billion"}


def currency_after(
    tokens: Sequence[Token], index: int, *, scaled: bool
) -> tuple[Currency, int] | None:
    """The currency named or signed at ``index``, and the index after it.

    "pounds" are sterling after a scale word (``scaled``) and a weight otherwise; "won" is a
    currency after a scale word only.
    """
    if index >= len(tokens):
        return None
    if scaled and tokens[index].key in {"pound", "pounds", "pfund", "livres", "libras"}:
        return NAMES["pound sterling"], index + 1
    spoken = WORDS.at(tokens, index)
    if spoken is not None and _is_spoken(tokens, index, spoken[1], scaled):
        return spoken
    signed = SIGNS.at(tokens, index)
    if signed is None or not _fits_after(tokens, index, signed[0][0], signed[1]):
        return None
    return signed[0][1], signed[1]


def _fits_after(tokens: Sequence[Token], index: int, sign: str, end: int) -> bool:
    """Whether a sign after the number is written as its currency is, and ends there."""
    if _written(tokens, index, end) != sign or (sign in GLUED_ONLY and not tokens[index].glued):
        return False
    return end >= len(tokens) or not tokens[end].glued or tokens[end].kind == "mark"


def _is_spoken(tokens: Sequence[Token], index: int, end: int, scaled: bool) -> bool:
    word = tokens[index].key
    if word == "won" and end == index + 1:
        return scaled
    if word in {"rub", "ars", "cad", "inr", "pence"}:
        return True
    if word == "p" or len(word) == 1:
        return (
            tokens[index].text == "p" and end == index + 1 and not _starts_abbreviation(tokens, end)
        )
    if word in {"nis", "nok", "try", "kn"}:
        return tokens[index].text.isupper() or word == "kn"
    return True


def _starts_abbreviation(tokens: Sequence[Token], index: int) -> bool:
    return (
        index < len(tokens)
        and tokens[index].text == "."
        and index + 1 < len(tokens)
        and tokens[index + 1].glued
    )
