"""Whether two words may stand for each other, or exclude each other; looked up by their stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from summarizer.facts.claims.relation_tables import (
    OPPOSED,
    RISING_AND_FALLING,
    RIVALS,
    SAME,
    UNITS,
)
from summarizer.facts.words import stem

_NEGATING_PREFIXES = frozenset(("un", "in", "im", "il", "ir", "dis", "non", "mis"))
# A shorter word with a letter or two before it may be any other word ("form", "inform").
_LEAST_NEGATED = 5


@dataclass(frozen=True, slots=True)
class Relations:
    """The three tables by stem: group numbers, each word's opposites, and the sets it stands in."""

    same: Mapping[str, frozenset[int]]
    opposite: Mapping[str, frozenset[str]]
    rivals: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def relations() -> Relations:
    """The tables, read once, when they are first asked for."""
    same: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_stemmed_lines(SAME)):
        for word in group:
            same[word].add(number)
    opposite: defaultdict[str, set[str]] = defaultdict(set)
    for line in OPPOSED.strip().splitlines():
        left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
        for word in left:
            opposite[word] |= right - left
        for word in right:
            opposite[word] |= left - right
    rivals: defaultdict[str, set[str]] = defaultdict(set)
    for group in _stemmed_lines(RIVALS):
        for word in group:
            rivals[word] |= group - {word}
    return Relations(*(_frozen(table) for table in (same, opposite, rivals)))


def same_meaning(left: str, right: str) -> bool:
    """Whether two stems may stand for each other."""
    table = relations().same
    return not table.get(left, frozenset()).isdisjoint(table.get(right, frozenset()))


def opposes(left: str, right: str) -> bool:
    """Whether two stems are opposites ("rise" and "fall", "chang" and "unchang")."""
    if right in relations().opposite.get(left, ()):
        return True
    short, long = (left, right) if len(left) < len(right) else (right, left)
    return len(short) >= _LEAST_NEGATED and long.removesuffix(short) in _NEGATING_PREFIXES


def excludes(left: str, right: str) -> bool:
    """Whether two stems are opposites, or rivals of which only one can be true of a thing."""
    return right in relations().rivals.get(left, ()) or opposes(left, right)


def excludes_any(left: str, stems: Set[str]) -> bool:
    """Whether ``left`` excludes one of ``stems``: ``excludes`` for many at once, by look-up."""
    return not _excluded(left).isdisjoint(stems)


@lru_cache(maxsize=8192)
def _excluded(base: str) -> frozenset[str]:
    """All that a stem excludes, and more that are no words ("un" before any stem)."""
    tables = relations()
    shorter = (base.removeprefix(prefix) for prefix in _NEGATING_PREFIXES)
    bare = (other for other in shorter if other != base and len(other) >= _LEAST_NEGATED)
    longer = (prefix + base for prefix in _NEGATING_PREFIXES if len(base) >= _LEAST_NEGATED)
    known = tables.rivals.get(base, frozenset()) | tables.opposite.get(base, frozenset())
    return known.union(bare, longer)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


DIRECTION_STEMS = _stems(RISING_AND_FALLING)
"""The stems of the words that say something rose or fell."""

UNIT_STEMS = _stems(UNITS)
"""The stems of scales, currencies, measures and spans of time."""


def _stemmed_lines(table: str) -> list[set[str]]:
    return [{stem(word) for word in line.split()} for line in table.strip().splitlines()]


def _frozen(table: Mapping[str, set]) -> dict[str, frozenset]:  # type: ignore[type-arg]
    return {word: frozenset(values) for word, values in table.items()}
