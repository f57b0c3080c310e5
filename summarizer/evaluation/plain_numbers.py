"""Which values the numbers of a text may have, read as plainly as can be.

It shares nothing with ``facts.figures`` and ``facts.claims``, so that a mistake of theirs is seen
here. It knows digits with their separators, words up to a few hundred million, and scales. What can
be read in two ways ("1.200") has both values. Dates, times and ordinals in digits are numbers too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """The words of a row of numbers with their values."""
    return {word: first + step * at for at, word in enumerate(words.split())}


_SMALL: Final[dict[str, int]] = {
    **_counted("zero one two three four five six seven eight nine ten eleven twelve thirteen"),
    **_counted("fourteen fifteen sixteen seventeen eighteen nineteen", 14),
    **_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    **_counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
    **_counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
    **_counted("dos tres cuatro cinco seis siete ocho nueve diez once doce", 2),
    **_counted("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
    **_counted("deux trois quatre cinq six sept huit neuf dix onze douze", 2),
}
_AMBIGUOUS: Final = frozenset(("one", "once"))
"""Numbers that are other words as well."""

_SCALES: Final[dict[str, int]] = {
    "hundred": 100,
    "hundert": 100,
    "cent": 100,
    "dozen": 12,
    "dutzend": 12,
    "docena": 12,
    "thousand": 10**3,
    "tausend": 10**3,
    "mil": 10**3,
    "mille": 10**3,
    "k": 10**3,
    "million": 10**6,
    "millionen": 10**6,
    "mio": 10**6,
    "millón": 10**6,
    "millones": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "milliarde": 10**9,
    "milliarden": 10**9,
    "mrd": 10**9,
    "milliard": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "billionen": 10**12,
    "tn": 10**12,
}
_ALONE: Final = frozenset(("hundred", "hundert", "dozen", "dutzend", "mil"))
"""Scales that are numbers by themselves."""

_LETTERS: Final = frozenset(("k", "m"))
"""A scale only where the number is money or a count; "5 m" may be a length."""

_LOOSE: Final[dict[str, tuple[str, ...]]] = {
    "half": ("0.5", "50"),
    "halves": ("0.5", "50"),
    "hälfte": ("0.5", "50"),
    "mitad": ("0.5", "50"),
    "a": ("1",),
    "an": ("1",),
    "un": ("1",),
    "una": ("1",),
    "une": ("1",),
    "ein": ("1",),
    "eine": ("1",),
    "einen": ("1",),
    "einer": ("1",),
    "quarter": ("0.25", "25", "4"),
    "quarters": ("0.75", "75"),
    "third": ("3", "0.333333", "33"),
    "thirds": ("0.666667", "66", "67"),
    "first": ("1",),
    "second": ("2",),
    "fourth": ("4",),
    "fifth": ("5", "20", "0.2"),
    "once": ("1",),
    "twice": ("2",),
    "double": ("2",),
    "doubled": ("2",),
    "triple": ("3",),
    "tripled": ("3",),
    "tenfold": ("10",),
    "pair": ("2",),
    "couple": ("2",),
    "both": ("2",),
    "decade": ("10",),
    "century": ("100",),
}
"""Words that hold a number and may be told with another: accepted in evidence, not asked for."""

_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?!\d)"
    r"|\d{1,18}(?:[.,'’]\d{1,18}){0,6}"
    r"|[^\W\d_]{1,30}"
)
_SEPARATORS = re.compile(r"[.,'’ \u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class PlainNumber:
    """A number as written, the values it may have, and whether the text must show it.

    ``firm`` is False for what is a number only in passing ("one of them", "half").
    """

    text: str
    values: frozenset[Decimal]
    firm: bool = True


def read_plainly(text: str) -> list[PlainNumber]:
    """The numbers of ``text`` in their order. Linear; any text."""
    tokens = list(_TOKEN.finditer(text))
    found: list[PlainNumber] = []
    at = 0
    while at < len(tokens):
        end, number = _number_at(tokens, at, text)
        if number is not None:
            found.append(number)
        at = max(end, at + 1)
    return found


def values_in(text: str) -> frozenset[Decimal]:
    """Every value that stands in ``text``, in one reading or another."""
    return frozenset(value for number in read_plainly(text) for value in number.values)


def is_among(value: Decimal, values: Set[Decimal]) -> bool:
    """Whether ``values`` has ``value``, a third and the like to their first five digits."""
    if value in values:
        return True
    slack = abs(value) / 100_000
    return value % 1 != 0 and any(abs(value - other) <= slack for other in values)


def missing_numbers(said: str, values: Set[Decimal]) -> list[str]:
    """The numbers of ``said`` none of whose readings is among ``values``, as written."""
    return [n.text for n in read_plainly(said) if n.firm and not n.values & values]


def _number_at(tokens: list[re.Match[str]], at: int, text: str) -> tuple[int, PlainNumber | None]:
    """The number that begins with a token, and the token after it."""
    word = tokens[at][0].lower()
    if word[0].isdecimal():
        values, end = _digit_values(word), at + 1
    elif word in _SMALL or word in _ALONE:
        value, end = _spelled(tokens, at, text)
        values = frozenset((Decimal(value),))
    elif word in _LOOSE:
        loose = frozenset(map(Decimal, _LOOSE[word]))
        return at + 1, PlainNumber(tokens[at][0], loose, firm=False)
    else:
        return at + 1, None
    scaled = end
    for factor in _scales_after(tokens, end, text):
        kept = values if tokens[scaled][0].lower() in _LETTERS else frozenset()
        values = frozenset(value * factor for value in values) | kept
        scaled += 1
    written = text[tokens[at].start() : tokens[scaled - 1].end()]
    idle = word in _AMBIGUOUS and scaled == at + 1
    return scaled, PlainNumber(written, values, firm=not idle)


def _digit_values(written: str) -> frozenset[Decimal]:
    """Every reading of digits with separators: as marks of thousands, as a decimal point."""
    marks = _SEPARATORS.findall(written)
    groups = _SEPARATORS.split(written)
    readings = set()
    if not marks or all(len(group) == 3 for group in groups[1:]):
        readings.add(Decimal("".join(groups)))
    if len(marks) == 1 or (len(marks) > 1 and marks[-1] != marks[0]):
        readings.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    # A date or a version ("4.3.2025"): each part is a number.
    return frozenset(readings or map(Decimal, groups))


def _spelled(tokens: list[re.Match[str]], at: int, text: str) -> tuple[int, int]:
    """The value of number words from ``at`` on, up to hundreds, and the token after them."""
    value, end = 0, at
    tens = False
    while end < len(tokens) and (end == at or _adjoins(tokens, end, text)):
        word = tokens[end][0].lower()
        if word in _ALONE:
            if word == "mil" and end > at:
                break
            value = max(value, 1) * _SCALES[word]
            tens = False
        elif word == "and" and value >= 100 and _is_small(tokens, end + 1):
            pass
        elif word in _SMALL and (value == 0 or (tens and _SMALL[word] < 10) or value % 100 == 0):
            value += _SMALL[word]
            tens = _SMALL[word] >= 20
        else:
            break
        end += 1
    return value, end


def _is_small(tokens: list[re.Match[str]], at: int) -> bool:
    return at < len(tokens) and tokens[at][0].lower() in _SMALL


def _scales_after(tokens: list[re.Match[str]], at: int, text: str) -> Iterator[int]:
    while at < len(tokens) and _adjoins(tokens, at, text):
        word = tokens[at][0].lower()
        if word not in _SCALES:
            return
        yield _SCALES[word]
        at += 1


def _adjoins(tokens: list[re.Match[str]], at: int, text: str) -> bool:
    """Whether only a blank or a hyphen lies before a token."""
    return text[tokens[at - 1].end() : tokens[at].start()] in ("", " ", "-", "\u00a0", "\u2011")
