"""What a figure counts or measures, in the words of the text, and as of when."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from summarizer.facts.dates import DateMention, read_dates
from summarizer.facts.figures import Figure
from summarizer.facts.subjects.noun_phrases import (
    phrase_after,
    phrase_before,
    subject_before,
    words_after,
    words_before,
)
from summarizer.facts.words.counted_words import CHANGE_NOUNS, FATE_PHRASES, FATES
from summarizer.facts.words.phrase_words import AUXILIARIES, VERBS

_COUNTED = {"count", "fraction"}
# Between a figure and its date: where one of these stands, the date belongs to another clause.
_CLAUSE_ENDS = re.compile(
    r"[;:()\"“”—–\n]|[.!?](?=\s)|,(?=\s)|\b(?:that|which|who|but|while|whereas|although|after|before)\b"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|added|warned|claimed|according|statement)\b"
)
_DATE_REACH = 150
_TIME = re.compile(r"(?:last|this|next|per|each|every|year|month|week|quarter|day)\b", re.I)
_JOINT = re.compile(r"(?: ?of (?:the |its |their |his |her |those )?| )")
_LOOKS_BACK = re.compile(r"\b(?:earlier|ago|before|last|previous)\b")


def with_subjects(figures: Iterable[Figure], text: str) -> list[Figure]:
    """The figures with ``subject`` filled: the noun phrase as written, or ``""`` for none.

    A count takes the noun behind it (``"soldiers from North Korea"``), with what befell those
    counted where the text says so beside it (``"people killed"``); money, percentages and measures
    take what they measure: behind ``of`` or ``in``, else the subject of the clause (``"revenue"``).
    Offsets are those of the figures in ``text``. A subject that is filled already is kept.
    """
    return [f if f.subject else replace(f, subject=_subject(f, text)) for f in figures]


def _subject(figure: Figure, text: str) -> str:
    if figure.kind == "score":
        return _of_score(figure, text)
    if figure.kind in _COUNTED:
        return _of_count(figure, text)
    if figure.kind == "age":
        return _at(text, subject_before(text, figure.start))
    return _of_measure(figure, text)


def _at(text: str, span: tuple[int, int] | None) -> str:
    return text[span[0] : span[1]] if span else ""


def _value_end(figure: Figure) -> int:
    return figure.value_end if figure.value_end > 0 else figure.end


def _of_count(figure: Figure, text: str) -> str:
    end = _value_end(figure)
    joint = _JOINT.match(text, end)
    start = joint.end() if joint else end
    span = phrase_after(text, start, counted=True)
    if span is None:
        found = _before_of(figure, text) or _with_fate("", figure, text, end)
        return found or _at(text, subject_before(text, figure.start))
    noun = text[span[0] : span[1]]
    return _with_fate(noun, figure, text, span[1])


def _before_of(figure: Figure, text: str) -> str:
    """``a death toll of 41``: the phrase before the ``of``."""
    lead = text[max(0, figure.start - 4) : figure.start].lower()
    if not lead.endswith(" of ") and not lead.endswith(" at "):
        return ""
    return _at(text, phrase_before(text, figure.start - 4))


def _with_fate(noun: str, figure: Figure, text: str, end: int) -> str:
    """Add what befell the counted, as written: behind (``were killed``) or before (``killed``)."""
    if any(word.lower() in FATES for word in noun.split()):
        return noun
    window = text[end : end + 60]
    for phrase in FATE_PHRASES:
        at = window.lower().find(phrase)
        if 0 <= at < 40 and not _CLAUSE_ENDS.search(window, 0, at):
            return f"{noun} {window[at : at + len(phrase)]}".strip()
    for word in words_after(text, end, 60)[:6]:
        if _CLAUSE_ENDS.search(word.gap):
            break
        if word.low in FATES:
            return f"{noun} {word.text}".strip()
        if word.low not in AUXILIARIES and not word.low.endswith("ly") and word.low not in _BESIDE:
            break
    for word in reversed(words_before(text, figure.start, 40)[-2:]):
        if word.low in FATES and not _CLAUSE_ENDS.search(text, word.end, figure.start):
            return f"{noun} {word.text}".strip()
    return noun


_BESIDE = frozenset(
    ("reported", "confirmed", "feared", "left", "already", "being", "so", "far", "in")
)


def _of_measure(figure: Figure, text: str) -> str:
    end = max(_value_end(figure), figure.end)
    after = words_after(text, end, 60)
    if after and after[0].gap in (" ", "-", "\u00a0", ""):
        found = _behind(figure, text, end, [word.low for word in after])
        if found:
            return found
    before = words_before(text, figure.start, 60)
    if before and before[-1].low in {"of", "at"} and text[before[-1].end : figure.start].isspace():
        found = _at(text, phrase_before(text, before[-1].start - 1))
        if found and found.split()[-1].lower() not in VERBS:
            return _changed_thing(found) or found
    return _at(text, subject_before(text, figure.start))


def _behind(figure: Figure, text: str, end: int, words: list[str]) -> str:
    """``40 % of voters``, ``$3bn in aid``, ``a $5m budget``, ``a 3 % rise in profits``."""
    first = words[0]
    at = end + (text[end : end + 1] in {" ", "-", "\u00a0"})
    if first == "of":
        return _at(text, phrase_after(text, at + 3))
    if first == "in" and figure.kind == "money":
        span = phrase_after(text, at + 3)
        noun = _at(text, span)
        return noun if noun[:1].islower() and not noun.startswith(("the ", "a ")) else ""
    if first in CHANGE_NOUNS:
        if len(words) > 1 and words[1] in {"in", "of", "for"}:
            offset = text.find(words[1], at + len(first)) + len(words[1]) + 1
            return _at(text, phrase_after(text, offset))
        return ""
    span = phrase_after(text, at)
    noun = _at(text, span)
    is_adverb = noun.split(" ")[0].lower() in {
        "higher",
        "lower",
        "less",
        "long",
        "wide",
        "tall",
        "deep",
    }
    if _TIME.match(noun):
        return ""
    return "" if is_adverb or noun.startswith(("the ", "a ", "its ", "this ")) else noun


def _changed_thing(phrase: str) -> str:
    """``a rise in inflation`` gives ``inflation``."""
    words = phrase.split()
    for index in range(len(words) - 2):
        if words[index].lower() in CHANGE_NOUNS and words[index + 1].lower() in {"in", "of"}:
            return " ".join(words[index + 2 :])
    return ""


def _of_score(figure: Figure, text: str) -> str:
    """``a 7-2 vote`` is of a vote; ``ruled 7-2`` is of whoever ruled."""
    span = phrase_after(text, _value_end(figure))
    noun = _at(text, span)
    if noun and len(noun.split()) < 4 and noun[0].islower():
        return noun
    return _at(text, subject_before(text, figure.start))


def with_dates(
    figures: Iterable[Figure], text: str, today: datetime.date | None = None
) -> list[Figure]:
    """The figures with ``as_of`` filled: the ISO date (day, month or year) in the same clause.

    ``today`` is the day that relative dates count from. A date that only tells when something was
    said is not the figure's. ``""`` where no date is in the clause; a filled one is kept.
    """
    dates = [date for date in read_dates(text, today) if date.iso]
    starts = [date.start for date in dates]
    listed = list(figures)
    dated = []
    for index, figure in enumerate(listed):
        following = listed[index + 1].start if index + 1 < len(listed) else len(text)
        near = figure.as_of or _date_of(figure, following, text, (dates, starts))
        dated.append(replace(figure, as_of=near))
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
    return not _CLAUSE_ENDS.search(text, start, end)
