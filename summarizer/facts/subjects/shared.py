"""What a bare figure counts where a source only gives its own number for the same thing.

"More than 10,000 soldiers", says one; "the agency puts the total at 12,000", says another, and
names the thing no more. The subject is that of the nearest figure before it, of the same order of
magnitude and given by somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.document import Span
from summarizer.facts.attribution import Attribution
from summarizer.facts.figures import Figure

_COUNT_CUE = re.compile(
    r"\b(?:puts?|put|pegs?|pegged|figures?|estimates?|estimated|counts?|counted|tally|toll|total|"
    r"numbers?|reckons?|reckoned)\b",
    re.IGNORECASE,
)
_COUNT_NOUN = re.compile(
    r"\b(?:figure|estimate|count|tally|toll|total|number|share|proportion)s?\Z", re.I
)

_THEY_WERE = re.compile(
    r"\b(?:there were|they were|fueron|eran|waren es|seien es)(?: only| just| no| not| nur)? $",
    re.I,
)
_SHARES = frozenset(("percent", "fraction"))

MAX_RATIO = 3
"""Two counts of one thing are rarely further apart; further apart they are two things."""

MAX_DISTANCE = 700
"""Characters between the two: some four sentences."""


def with_shared_subjects(
    figures: Sequence[Figure], attributions: Sequence[Attribution], text: str = ""
) -> list[Figure]:
    """``figures`` with the subject filled where a source gives its own count of what was counted.

    The figures must carry their speakers. Only counts are looked at; nothing is changed where the
    text names what is counted.
    """
    done: list[Figure] = []
    for figure in figures:
        bare = _is_bare(figure, attributions) or _is_answer(figure, text)
        shared = _subject_before(figure, done) if bare else ""
        done.append(replace(figure, subject=shared) if shared else figure)
    return done


def _is_bare(figure: Figure, attributions: Sequence[Attribution]) -> bool:
    """A count after a cue of counting, whose subject is the source or the word for its number."""
    counted = figure.kind == "count" and not figure.unit
    if not (counted or figure.kind in _SHARES) or not figure.speaker:
        return False
    named = figure.subject
    of_source = not named or named in figure.speaker or figure.speaker in named
    if not (of_source or _COUNT_NOUN.search(named)):
        return False
    value = Span(figure.value_start, figure.value_end)
    return any(_COUNT_CUE.search(a.cue) for a in attributions if a.span.contains(value))


def _is_answer(figure: Figure, text: str) -> bool:
    """A count of nothing behind "there were" or Spanish "fueron": "they were no more than 600"."""
    if figure.kind != "count" or figure.unit or figure.subject or not figure.speaker:
        return False
    start = max(figure.start, 0)
    return bool(_THEY_WERE.search(text[max(0, start - 20) : start]))


def _subject_before(figure: Figure, before: Sequence[Figure]) -> str:
    return next((other.subject for other in _rivals(figure, before)), "")


def _rivals(figure: Figure, before: Sequence[Figure]) -> Iterator[Figure]:
    """Counts with a subject that could be of the same thing, the nearest first."""
    for other in reversed(before):
        if figure.start - other.end > MAX_DISTANCE:
            return
        alike = (other.kind in _SHARES) == (figure.kind in _SHARES)
        alike = alike and other.kind in _SHARES | {"count"} and other.speaker != figure.speaker
        if alike and other.subject and _is_near(_value(figure), _value(other)):
            yield other


def _value(figure: Figure) -> Decimal:
    """The value, a fraction as a percentage."""
    return figure.low * 100 if figure.kind == "fraction" else figure.low


def _is_near(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return small > 0 and large <= MAX_RATIO * small
