"""The best pairing of two lists: each item once, the sum of the similarities as large as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.evaluation.extra import need

# What a full bonus adds: less than any difference of similarity that means something.
_BONUS = 1e-3


@dataclass(frozen=True, slots=True)
class Match:
    """A gold item and an item of the summary, by their positions from 0, and how alike they are."""

    gold: int
    item: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two items are, 0 to 1; 0 is no match.

    ``bonus``, 0 to 1, decides between pairings that are as good as each other.
    """

    similarity: float
    bonus: float = 0.0


NO_MATCH = Score(0.0)


def assign(
    scores: Sequence[Sequence[Score]],
    may_match: Callable[[int, int], bool] = lambda gold, item: True,
) -> tuple[Match, ...]:
    """The optimal assignment over a matrix of gold rows and item columns, by gold position.

    ``may_match(row, column)`` is a gate that is dear to ask: only pairs that would be assigned are
    asked of it, and one that is refused is taken out before the assignment is made anew. The
    outcome is the optimum over all pairs that pass. Raises MissingExtra without scipy.
    """
    open_to = [
        [at for at, score in enumerate(line) if score is not NO_MATCH and score.similarity]
        for line in scores
    ]
    rows = [row for row, columns in enumerate(open_to) if columns]
    if not rows:
        return ()
    optimize = need("scipy.optimize")
    if _compete(open_to):
        values = [
            [0.0 if score is NO_MATCH else _value(score) for score in scores[row]] for row in rows
        ]
        chosen = _optimum(optimize, values, lambda at, column: may_match(rows[at], column))
        found = [(rows[at], column) for at, column in chosen]
    else:
        found = [(row, open_to[row][0]) for row in rows]
        found = [pair for pair in found if may_match(*pair)]
    return tuple(Match(row, column, scores[row][column].similarity) for row, column in found)


def _compete(open_to: Sequence[Sequence[int]]) -> bool:
    """Whether an item could be assigned in two ways: else there is nothing to choose."""
    columns = [column for line in open_to for column in line]
    return len(set(columns)) < len(columns) or any(len(line) > 1 for line in open_to)


def _optimum(
    optimize: Any, values: list[list[float]], may_match: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """The optimal pairs that pass. ``values`` loses those that are refused."""
    passed: set[tuple[int, int]] = set()
    while True:
        pairs = optimize.linear_sum_assignment(values, maximize=True)
        chosen = [(int(at), int(column)) for at, column in zip(*pairs, strict=True)]
        chosen = [(at, column) for at, column in chosen if values[at][column] > 0]
        refused = [pair for pair in chosen if pair not in passed and not may_match(*pair)]
        if not refused:
            return chosen
        passed.update(set(chosen) - set(refused))
        for at, column in refused:
            values[at][column] = 0.0


def _value(score: Score) -> float:
    return score.similarity + _BONUS * score.bonus if score.similarity else 0.0
