"""The forms a date is written in: a pattern each, and what a match of it means."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.facts.dates.words import COUNTS, DATE_WORDS, ENGLISH, STEPS, DateWords

DAY, MONTH, YEAR = "day", "month", "year"
Meaning = tuple[str, str] | None
"""An ISO date ("" if unresolved) and its precision; None where the match is no date after all."""

AHEAD = datetime.timedelta(days=31)
"""How far ahead a day without a year may lie: news announces what is soon to come."""


@dataclass(frozen=True)
class Form:
    """One way to write a date. ``read`` gets the match, the language's words and the day of the
    article (None if unknown). A text without one of the strings ``needs`` has no such date.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], DateWords, datetime.date | None], Meaning]
    needs: tuple[str, ...] = ("",)


TURNS = frozenset({"last", "next", "this", "coming"})
"""Words before a weekday or month that are part of the date."""


def lead_of(match: re.Match[str]) -> str:
    """The word just before the match in small letters, "" without one."""
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if not before[-1:] or before[-1] not in " -\u00a0":
        return ""
    words = before[:-1].replace("-", " ").split(" ")
    return words[-1].lower()


def _iso_day(year: int, month: int, day: int) -> Meaning:
    try:
        return datetime.date(year, month, day).isoformat(), DAY
    except ValueError:
        return None


def _month_number(match: re.Match[str], words: DateWords) -> int:
    name = match["month"].lower()
    return words.months.get(name) or words.short_months[name]


def _read_day(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    month, day = _month_number(match, words), int(match["day"])
    if match["year"]:
        return _iso_day(int(match["year"]), month, day)
    if today is None:
        return ("", DAY) if _iso_day(2000, month, day) else None
    last = calendar.monthrange(today.year, month)[1]
    candidate = datetime.date(today.year, month, min(day, last))
    ahead = (candidate - today) > AHEAD
    return _iso_day(today.year - ahead, month, day)


def _read_month(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    """A month; without a year the latest that has begun, with "next" the first that has not."""
    month, lead = _month_number(match, words), lead_of(match)
    known = lead in words.leads or lead in TURNS
    if match["year"]:
        return f"{int(match['year']):04d}-{month:02d}", MONTH
    if words.capital and match["month"].islower():
        return None
    if words is ENGLISH and match["month"].lower() in {"may", "march"} and not known:
        return None
    if today is None:
        return "", MONTH
    year = today.year - (month > today.month) + (lead == "next")
    if lead == "last" and month == today.month:
        year -= 1
    return f"{year:04d}-{month:02d}", MONTH


def _read_numeric(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    return _iso_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _read_slashed(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    """``25/12/2024`` or ``12/25/2024``: read where only one order is a date, else unresolved."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    orders = {(second, first)} if match["mark"] == "." else {(first, second), (second, first)}
    found = {meaning for month, day in orders if (meaning := _iso_day(year, month, day))}
    if not found:
        return None
    return found.pop() if len(found) == 1 else ("", DAY)


def _read_year(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    return match["year"], YEAR


def _days_from(today: datetime.date, days: int) -> Meaning:
    try:
        return (today + datetime.timedelta(days=days)).isoformat(), DAY
    except OverflowError:
        return "", DAY


def _read_weekday(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    if today is None:
        return "", DAY
    back = (today.weekday() - words.weekdays[match["weekday"].lower()]) % 7
    lead = lead_of(match)
    if lead == "last" and back == 0:
        back = 7
    return _days_from(today, 7 - back if lead in {"next", "coming"} else -back)


def _read_relative(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    if today is None:
        return "", DAY
    said = " ".join(match["relative"].lower().replace("’", "'").split())
    return _days_from(today, words.relative[said])


def _shifted(unit: str, step: int, today: datetime.date) -> Meaning:
    """The day, week's Monday, month or year that lies ``step`` of its kind from ``today``."""
    if unit == "day":
        return _days_from(today, step)
    if unit == "week":
        return _days_from(today, 7 * step - today.weekday())
    months = today.year * 12 + today.month - 1 + step * (12 if unit == "year" else 1)
    if not 12 <= months < 120_000:
        return "", _precision(unit)
    year = f"{months // 12:04d}"
    return (year, YEAR) if unit == "year" else (f"{year}-{months % 12 + 1:02d}", MONTH)


def _precision(unit: str) -> str:
    return {"month": MONTH, "year": YEAR}.get(unit, DAY)


def _read_step(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    unit = match["unit"].lower()
    if today is None:
        return "", _precision(unit)
    return _shifted(unit, STEPS[match["step"].lower()], today)


def _read_ago(match: re.Match[str], words: DateWords, today: datetime.date | None) -> Meaning:
    unit, said = match["unit"].lower(), match["count"].lower()
    if today is None:
        return "", _precision(unit)
    count = COUNTS[said] if said in COUNTS else int(said)
    return _days_from(today, -7 * count) if unit == "week" else _shifted(unit, -count, today)


_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d|21[0-4]\d)"
_END_OF_YEAR = r"(?![\w%]|[.,]\d)"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_DAY = rf"(?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)?(?:[-–]{_DAY_NUMBER}(?:st|nd|rd|th)?)?"
_FIRST_DAY = rf"(?P<day>{_DAY_NUMBER})(?:[-–]{_DAY_NUMBER})?"


def _any_of(names: Iterable[str], end: str = "") -> str:
    """An alternation of words in small letters, with a first capital, or all in capitals.

    Spelt out, and not under ``(?i)``, the alternation lets the engine skip to a first letter; so
    ``end``, which has to follow each word, stands behind each and not behind a group of them.
    """
    cases = {case for name in names for case in (name, name.capitalize(), name.upper())}
    ordered = sorted(cases, key=lambda case: (-len(case), case))
    return "|".join(re.escape(case) + end for case in ordered)


def _month(words: DateWords, short_end: str = "") -> str:
    """A month's name. In English "may", "march", "mar" and "sep" are other words in small letters;
    ``short_end`` is what must follow a short name.
    """
    if words is not ENGLISH:
        return rf"(?P<month>{_any_of(words.months)})"
    end = rf"\b{short_end}"
    full = _any_of((name for name in words.months if name not in {"may", "march"}), r"\b")
    short = _any_of((name for name in words.short_months if name not in {"mar", "sep"}), end)
    own = "|".join(rf"{name}\b" for name in ("May", "MAY", "March", "MARCH"))
    own_short = "|".join(f"{name}{end}" for name in ("Mar", "MAR", "Sep", "SEP"))
    return f"(?P<month>{full}|{own}|{short}|{own_short})"


def _absolute(words: DateWords) -> Iterator[Form]:
    year = rf"[\s-]{_YEAR}{_END_OF_YEAR}"
    numeric = r"(?<![\w-])(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"
    yield Form(re.compile(numeric), _read_numeric)
    slashed = (
        r"(?<![\w./])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)"
        r"(?P<year>\d{4})(?![\w/])"
    )
    yield Form(re.compile(slashed), _read_slashed)
    if words is ENGLISH:
        month_first = rf"{_month(words)}\.?\s?{_DAY}(?![\w:%]|[.,]\d)(?:,?{year})?"
        yield Form(re.compile(month_first), _read_day)
    day_first = (
        rf"(?<![\w.,$£€/-]){_FIRST_DAY}{words.after_day}{_month(words)}"
        rf"(?:\.?{words.before_year}{year})?(?!\w)"
    )
    yield Form(re.compile(day_first), _read_day)
    alone = rf"{_month(words, r'(?=[.]|[ ][12])')}(?:\.?{words.before_year}{year})?(?!\w)"
    yield Form(re.compile(alone), _read_month)


def _relative(words: DateWords) -> Iterator[Form]:
    yield Form(re.compile(rf"(?P<weekday>{_any_of(words.weekdays)})\b"), _read_weekday)
    said = _any_of(words.relative).replace(r"\ ", r"\s").replace("'", "['’]")
    yield Form(re.compile(rf"(?P<relative>{said})\b"), _read_relative)
    if words is ENGLISH:
        step = rf"(?P<step>{_any_of(STEPS)})\s(?P<unit>week|month|year)\b"
        yield Form(re.compile(step), _read_step)
        ago = (
            rf"(?P<count>{_any_of(COUNTS)}|(?<!\d)\d{{1,3}})\s"
            r"(?P<unit>day|week|month|year)s?\s(?:ago|earlier)\b"
        )
        yield Form(re.compile(ago), _read_ago, ("ago", "earlier"))


@cache
def forms(code: str) -> tuple[Form, ...]:
    """The forms of a language, in the order in which they claim their stretch of the text."""
    words = DATE_WORDS[code]
    bare_year = rf"(?<![\w.,$£€#/%+−-]){_YEAR}(?!\w|[.,:]\d|\s?[%‰°€£$])"
    return (*_absolute(words), *_relative(words), Form(re.compile(bare_year), _read_year))
