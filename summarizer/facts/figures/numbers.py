"""Every number of a text with what it is: quantities, and also years, days, ordinals and names.

:func:`read_figures` gives quantities only. Where a number must be found whatever it is, as when a
headline's number is looked for in its article, this reads them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.dates import DAY, MONTH, DateMention
from summarizer.facts.figures.amounts import Other
from summarizer.facts.figures.context import Context
from summarizer.facts.figures.model import Figure
from summarizer.facts.figures.numeral import HYPHENS
from summarizer.facts.figures.numerals import read_numeral
from summarizer.facts.figures.reader import read

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: ``source[start:end]`` is what is written, the number alone.

    ``role`` is "quantity", "year", "date", "ordinal", "name", "label", "pronoun", or "masked" for
    the digits of times of day, decades, addresses on the net and the like; ``figure`` the figure it
    belongs to where it is a quantity. ``step`` is the place of its last written digit ("2.4" has
    0.1, "300K" has 1000). ``label`` is the word before it, or a date's whole text; ``vague`` tells
    what is no definite count: a plural such as "dozens", the one of "one of the doctors".
    """

    low: Decimal
    high: Decimal
    role: str
    start: int
    end: int
    step: Decimal
    figure: Figure | None = None
    label: str = ""
    vague: bool = False


def read_numbers(text: str, language: str = "en") -> list[Number]:
    """All numbers of ``text`` in the order they stand, each once."""
    reading = read(text, language)
    context, figures = reading.context, reading.figures
    found = [number for figure in figures for number in _of_figure(context, figure)]
    taken = bytearray(len(text))
    for figure in figures:
        taken[figure.value_start : figure.value_end] = b"\1" * (
            figure.value_end - figure.value_start
        )
    others = [_of_date(date) for date in context.dates]
    others += _ordinals(context)
    others += [_of_other(context, other) for other in reading.numbers if isinstance(other, Other)]
    for number in others:
        if number is not None and not any(taken[number.start : number.end]):
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            found.append(number)
    return sorted(found, key=lambda number: number.start)


def _of_figure(context: Context, figure: Figure) -> list[Number]:
    """A figure's number with the place of its last digit, read again from its own words."""
    vague = False
    inside = Context(context.text[figure.value_start : figure.value_end], context.language)
    steps = []
    index = 0
    money = figure.kind == "money"
    while index < len(inside.tokens):
        numeral = read_numeral(inside.tokens, index, context.language, money=money)
        if numeral is not None:
            places = int(numeral.mantissa.as_tuple().exponent)
            partitive = context.text.startswith(" of ", figure.value_end) and numeral.low == 1
            vague = vague or numeral.style == "vague" or partitive
            steps.append(Decimal(1).scaleb(min(places, 0)) * numeral.scale)
        index = numeral.last if numeral is not None else index + 1
    step = max(steps, default=Decimal(1))
    words = _WORD.findall(context.text, max(figure.value_start - 40, 0), figure.value_start)
    return [
        Number(
            figure.low, figure.high, "quantity", figure.value_start, figure.value_end, step, figure,
            words[-1].lower() if words else "", vague,
        )
    ]  # fmt: skip


def _of_date(date: DateMention) -> Number | None:
    """A date's number: its year alone, or its day with the whole date as label."""
    numbers = [int(digits) for digits in _DIGITS.findall(date.text)]
    if not numbers:
        return None
    value = Decimal(numbers[0] if date.precision == DAY else numbers[-1])
    role = "date" if date.precision in {DAY, MONTH} else "year"
    return Number(value, value, role, date.start, date.end, Decimal(1), None, date.text.lower())


def _of_other(context: Context, other: Other) -> Number:
    numeral = other.numeral
    start = context.tokens[numeral.first].start
    end = context.tokens[numeral.last - 1].end
    back = 2 if context.key(numeral.first - 1) in HYPHENS | {"."} else 1
    label = context.key(numeral.first - back)
    role = "masked" if other.role == "date" else other.role
    return Number(numeral.low, numeral.high, role, start, end, Decimal(1), None, label)


def _ordinals(context: Context) -> list[Number]:
    """``first``, ``twenty-first``, ``21st``; "second" as a unit of time is taken by its figure."""
    found, tokens, language = [], context.tokens, context.language
    for index, token in enumerate(tokens):
        value = language.ordinals.get(token.key)
        if value is None:
            continue
        start = token.start
        tens = language.cardinals.before(tokens, index - (context.key(index - 1) in HYPHENS))
        if tens is not None and tens[0] >= 20 and value < 10 and not tens[0] % 10:
            value, start = value + tens[0], tokens[tens[1]].start
        number = Decimal(value)
        found.append(Number(number, number, "ordinal", start, token.end, Decimal(1)))
    return found
