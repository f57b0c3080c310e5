"""Gaps about figures: a change without its base, a rate without its date, sources that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.document import Document
from summarizer.facts.gaps.model import Gap, gap_at
from summarizer.facts.gaps.phrasing import capital
from summarizer.facts.words import word_set

if TYPE_CHECKING:
    from summarizer.facts.conflicts import Conflict
    from summarizer.facts.figures import Figure

# Words that give a change its base, its span of time, or say what it is compared with.
_BASES = word_set(
    "from since than compared versus over year-on-year annually year yearly quarter month",
    "monthly week earlier previous last against below above to between annual quarterly",
    "decade",
)
# A change that is only supposed, or promised, has no base to give.
_SUPPOSED = word_set("would could might may if will")
_DATED = word_set(
    "in on since during last this earlier year month week today yesterday",
)
# Shares that hold only for the days when people were asked.
_RATES = word_set("poll polls survey surveys respondents")
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april",
    "may june july august september october november december",
)


def _words_at(document: Document, offset: int) -> tuple[set[str], int]:
    sentence = document.sentence_at(offset)
    if sentence is None:
        return set(), 0
    return set(sentence.text.lower().replace(",", " ").rstrip(".").split()), sentence.number


def gaps_without_base(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[str, Gap]]:
    """Changes of which the sentence does not say from what, or since when."""
    for figure in figures:
        if figure.change not in ("up", "down") or figure.kind not in ("percent", "money"):
            continue
        words, number = _words_at(document, figure.start)
        if not number or words & (_BASES | _SUPPOSED):
            continue
        if document.text.startswith(" of ", figure.end):  # "lost 18% of them" is a share
            continue
        which = "a rise" if figure.change == "up" else "a fall"
        question = f'"{figure.text}": {which} from what, and since when, the article does not say.'
        yield "no_base", gap_at(document, "no_base", figure.start, figure.end, question)


def gaps_without_date(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[str, Gap]]:
    """Measured rates of which the sentence does not say when."""
    for figure in figures:
        if figure.kind != "percent" or figure.change in ("up", "down"):
            continue
        words, number = _words_at(document, figure.start)
        if number and words & _RATES and not words & _DATED and not words & _DAYS:
            question = f'"{figure.text}": as of when, the article does not say.'
            yield "no_date", gap_at(document, "no_date", figure.start, figure.end, question)


def disagreement_gaps(
    document: Document, conflicts: Iterable[Conflict]
) -> Iterator[tuple[str, Gap]]:
    """Figures that differ; those that cannot both hold as "contradiction"."""
    for conflict in conflicts:
        members = list(conflict.members)
        if len(members) < 2:
            continue
        kind = "disagreement" if conflict.compatible else "contradiction"
        told = [
            f"{m.text} ({m.speaker})" if m.speaker else m.text
            for m in sorted(members, key=lambda m: m.start)
        ]
        listed = ", ".join(told[:-1]) + f" or {told[-1]}"
        subject = capital(" ".join(conflict.subject.split())) or "Which figure holds"
        first = min(members, key=lambda m: m.start)
        yield (
            kind,
            gap_at(document, "disagreement", first.start, first.end, f"{subject}: {listed}?"),
        )
