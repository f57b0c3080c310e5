"""What a figure counts or measures, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.facts.figures import Figure
from summarizer.facts.subjects.beside import noun_beside
from summarizer.facts.subjects.dating import CLAUSE_ENDS
from summarizer.facts.subjects.governing import governor
from summarizer.facts.subjects.measured import of_measure
from summarizer.facts.subjects.noun_phrases import (
    is_plural,
    phrase_after,
    phrase_before,
    subject_before,
    words_after,
    words_before,
)
from summarizer.facts.words.counted_words import FATE_PHRASES, FATES
from summarizer.facts.words.phrase_words import AUXILIARIES

_COUNTED = {"count", "fraction"}
_JOINT = re.compile(r"[\"”’]?(?: ?of (?:the |its |their |his |her |those )?| )")
# "280 of the 1,500 seats", "180 of the country's 1,950 stations": both count the same thing.
_OF_NUMBER = re.compile(
    r" of (?:the |its |their |his |her |some |all )?(?:[\w’']{1,30}['’]s )?(?:roughly |about )?"
    r"\d[\d.,]{0,12} "
)
_ARE = re.compile(r" (?:are|were) ")
_OF_THEM = re.compile(r"[ ,]{1,2}of (?:them|these|those|whom|which)\b")
# "Ann Poe, 52," and "Ann Poe, who is 52": the name is whose age it is.
_NAMED = re.compile(
    r"\b((?:[A-Z][\w.’'-]{0,30} ){0,3}[A-Z][\w’'-]{1,30})"
    r"(?:, (?:(?:who is|who was|now|then|aged|a) )?| \((?:aged )?| at (?:the age of )?)$"
)
_NEAR = 6
"""Figures before one that are looked at: those of its sentence, hardly ever more."""


def with_subjects(figures: Iterable[Figure], text: str, language: str = "en") -> list[Figure]:
    """The figures with ``subject`` filled: the noun phrase as written, or ``""`` for none.

    A count takes the noun behind it (``"soldiers from North Korea"``), with what befell those
    counted where the text says so beside it (``"people killed"``); money, percentages and measures
    take what they are a value of: behind ``of`` or ``in``, else what governs them (``"its margin"``
    to 9 %), else the subject of the clause (``"revenue"``). In languages but English only what
    stands right beside the number is read. Offsets are those of the figures in ``text``. A subject
    that is filled already is kept.
    """
    english = not language.lower().startswith(("de", "es", "fr"))
    done: list[Figure] = []
    for figure in figures:
        if figure.subject:
            done.append(figure)
            continue
        near = done[-_NEAR:]
        found = _subject(figure, text, near) if english else noun_beside(figure, text, language)
        done.append(replace(figure, subject=found) if found else figure)
    return done


def _subject(figure: Figure, text: str, before: Sequence[Figure]) -> str:
    if figure.kind == "score":
        return _of_score(figure, text)
    if figure.kind in _COUNTED:
        return _of_count(figure, text, before)
    if figure.kind == "age":
        named = _NAMED.search(text[max(0, figure.start - 80) : figure.start])
        return named.group(1) if named else ""
    return of_measure(figure, text, before)


def _at(text: str, span: tuple[int, int] | None) -> str:
    return text[span[0] : span[1]] if span else ""


def _value_end(figure: Figure) -> int:
    return figure.value_end if figure.value_end > 0 else figure.end


def _of_count(figure: Figure, text: str, before: Sequence[Figure]) -> str:
    end = _value_end(figure)
    if _OF_THEM.match(text, end):
        return _noun_of_those(figure, before)
    inner = _OF_NUMBER.match(text, end)
    joint = inner or _JOINT.match(text, end)
    start = joint.end() if joint else end
    span = phrase_after(text, start, counted=True)
    if span is None:
        found = _before_of(figure, text) or _with_fate("", figure, text, end)
        found = found or _after_copula(text, end)
        return found or _governing(figure, text, before)
    noun = text[span[0] : span[1]]
    if noun == "times":  # "four times the limit" counts nothing
        return ""
    return _with_fate(noun, figure, text, span[1])


def _noun_of_those(figure: Figure, before: Sequence[Figure]) -> str:
    """``212 people, 19 of them``: what the count before counts."""
    for other in reversed(before):
        if other.kind == "count" and other.subject and other.low >= figure.low:
            return other.subject
    return ""


def _after_copula(text: str, end: int) -> str:
    """``12 are fishermen``: the plural behind the verb is what is counted."""
    copula = _ARE.match(text, end)
    span = phrase_after(text, copula.end(), counted=True) if copula else None
    noun = text[span[0] : span[1]] if span else ""
    return noun if noun and is_plural(noun.split()[-1]) and noun[0].islower() else ""


def _governing(figure: Figure, text: str, before: Sequence[Figure]) -> str:
    """What a bare count is a value of: the subject of "stood at", the object of "puts at"."""
    found = governor(text, figure.start, [(f.start, f.end) for f in before])
    return "" if found is None or found.changes else text[found.start : found.end]


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
        if 0 <= at < 40 and not CLAUSE_ENDS.search(window, 0, at):
            return f"{noun} {window[at : at + len(phrase)]}".strip()
    for word in words_after(text, end, 60)[:6]:
        if CLAUSE_ENDS.search(word.gap):
            break
        if word.low in FATES:
            return f"{noun} {word.text}".strip()
        if word.low not in AUXILIARIES and not word.low.endswith("ly") and word.low not in _BESIDE:
            break
    for word in reversed(words_before(text, figure.start, 40)[-2:]):
        if word.low in FATES and not CLAUSE_ENDS.search(text, word.end, figure.start):
            return f"{noun} {word.text}".strip()
    return noun


_BESIDE = frozenset(
    ("reported", "confirmed", "feared", "left", "already", "being", "so", "far", "in")
)


def _of_score(figure: Figure, text: str) -> str:
    """``a 7-2 vote`` is of a vote; ``ruled 7-2`` is of whoever ruled."""
    span = phrase_after(text, _value_end(figure))
    noun = _at(text, span)
    if noun and len(noun.split()) < 4 and noun[0].islower():
        return noun
    return _at(text, subject_before(text, figure.start))
