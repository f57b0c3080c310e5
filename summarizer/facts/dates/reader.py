"""Dates in a text: where they stand, and which day, month or year they mean.

Relative dates ("Tuesday", "yesterday", "last week") are resolved from the article's own day. News
tells what has happened: a bare weekday is the latest such day not after that day, a month without
a year the latest such month that has begun, a day without a year the latest such day that lies no
more than a month ahead. Only "next" and "coming" turn forward; no tense is parsed.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.facts.dates.forms import TURNS, forms, lead_of
from summarizer.facts.dates.words import DATE_WORDS


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: ``source[start:end] == text``, offsets in code points.

    ``iso`` is "2024-11-05", "2024-08" or "2022" by ``precision`` ("day", "month", "year"), or ""
    where it cannot be resolved: the text gives no year and ``today`` is unknown, or 3/4/2024 may
    be March or April. A week has the precision "day" and the ISO day of its Monday; of a span of
    days ("4-6 March") it is the first.
    """

    start: int
    end: int
    text: str
    iso: str
    precision: str


def read_dates(
    text: str, today: datetime.date | None = None, language: str = "en"
) -> list[DateMention]:
    """The dates of ``text`` in order, never overlapping; relative ones resolved from ``today``.

    ``language`` is an ISO 639-1 code: de, en, es and fr have tables, any other is read as English.
    A bare year counts as a date where it stands as a plain number of four digits between 1500 and
    2149; whether it is a count of something after all ("2000 people") is for
    :func:`summarizer.facts.figures.read_figures`, which weighs the words beside it.
    """
    code = language.lower()[:2] if language.lower()[:2] in DATE_WORDS else "en"
    return list(_read(text, today, code))


@lru_cache(maxsize=16)  # figures leave an article's dates out, and are then dated by them
def _read(text: str, today: datetime.date | None, code: str) -> tuple[DateMention, ...]:
    taken = bytearray(len(text))
    found: list[DateMention] = []
    for form in forms(code):
        if not any(needed in text for needed in form.needs):
            continue
        for match in form.pattern.finditer(text):
            if _inside_word(text, match.start()):
                continue
            meaning = form.read(match, DATE_WORDS[code], today)
            start, end = _span(match)
            if meaning is None or any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(DateMention(start, end, text[start:end], *meaning))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The match with a "last" or "next" before its weekday or month."""
    lead = lead_of(match) if match.lastgroup in {"weekday", "month"} else ""
    start = match.start() - len(lead) - 1 if lead in TURNS else match.start()
    return start, match.end()


def _inside_word(text: str, start: int) -> bool:
    """Whether the match begins in the middle of a word."""
    if start == 0 or not text[start].isalnum():
        return False
    return text[start - 1].isalnum() or text[start - 1] == "_"
