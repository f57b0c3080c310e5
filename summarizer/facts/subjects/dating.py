"""As of when a figure holds: the date in its own clause."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from summarizer.facts.dates import DateMention, read_dates
from summarizer.facts.figures import Figure

# Between a figure and its date: where one of these stands, the date belongs to another clause.
CLAUSE_ENDS = re.compile(
    r"[;:()\"“”—–\n]|[.!?](?=\s)|,(?=\s)|\b(?:that|which|who|but|while|whereas|although|after|before)\b"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|added|warned|claimed|according|statement)\b"
)
_DATE_REACH = 150
_LOOKS_BACK = re.compile(r"\b(?:earlier|ago|before|last|previous)\b")


def with_dates(
    figures: Iterable[Figure], text: str, today: datetime.date | None = None, language: str = "en"
) -> list[Figure]:
    """The figures with ``as_of`` filled: the ISO date (day, month or year) in the same clause.

    ``today`` is the day that relative dates count from. A date that only tells when something was
    said is not the figure's. ``""`` where no date is in the clause; a filled one is kept.
    """
    dates = [date for date in read_dates(text, today, language) if date.iso]
    starts = [date.start for date in dates]
    listed = list(figures)
    dated = []
    for index, figure in enumerate(listed):
        following = listed[index + 1].start if index + 1 < len(listed) else len(text)
        near = figure.as_of or _date_of(figure, following, text, (dates, starts))
        dated.append(figure if near == figure.as_of else replace(figure, as_of=near))
    return dated


def _date_of(
    figure: Figure, following: int, text: str, dates: tuple[list[DateMention], list[int]]
) -> str:
    """The nearest date of the figure's clause; ``following`` is where the next figure starts."""
    mentions, starts = dates
    at = bisect.bisect_left(starts, figure.start)
    near: list[tuple[int, str]] = []
    for date in mentions[max(0, at - 2) : at + 2]:
        before = date.end <= figure.start
        if date.start > following and _LOOKS_BACK.search(date.text):
            continue  # "to $6m from $5m a year earlier" dates the second only
        between = (date.end, figure.start) if before else (figure.end, date.start)
        distance = between[1] - between[0]
        if 0 <= distance <= _DATE_REACH and _same_clause(text, *between, opens=before):
            near.append((distance, date.iso))
    return min(near)[1] if near else ""


def _same_clause(text: str, start: int, end: int, *, opens: bool) -> bool:
    """Whether nothing between ``start`` and ``end`` ends a clause or tells that somebody speaks.

    ``In 2020, revenue was`` is one clause: a date that opens it may have a comma behind.
    """
    if _SPEECH.search(text, start, end):
        return False
    if opens and text[start : start + 2] == ", ":
        start += 2
    return not CLAUSE_ENDS.search(text, start, end)
