"""Whether a new run may take the place of the old: the gate, and all that makes it fail.

It fails where the lower bound of a measure's difference is under the allowed loss, or where
something that must never happen happens more often.

The allowed loss is what is stated for the measure, but never less than what chance takes. With the
stated loss alone, the gate would fire on noise: with 16 articles, a lower bound is near -0.1 where
nothing was lost, and each of 300 comparisons of equally good runs had one under -0.02. What chance
takes is the largest difference that the swap test still puts down to chance, after Holm, and on top
of it the way from the estimate to its lower bound. A bound under that is one whose measure is
called "worse". So the same answers never fail, a loss that is shown and not allowed always does,
and of 100 comparisons of equally good runs 3 fail (to repeat: python -m evals.bench statistics).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Final

from summarizer.evaluation.comparison import Comparison, Row, ZeroCount, zero_counts
from summarizer.evaluation.results import RunScore

ALLOWED: Final[Mapping[str, float]] = MappingProxyType({"claims.focus": 0.05})
"""Stated losses that differ from ALLOWED_LOSS. A fuller summary has less focus: that is a choice,
and shows in the other measures if it is a bad one."""

ALLOWED_LOSS: Final = 0.02
"""The stated loss of a measure: two to three items of some 130 that sixteen articles hold in a list
of eight each (one item found less takes 1/130 to 1/200 of F1). A smaller loss, even if it is shown,
is not worth a red gate."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Loss:
    """A measure that lost more than is allowed; ``allowed`` holds what chance takes."""

    row: Row
    stated: float
    allowed: float

    @property
    def message(self) -> str:
        """A sentence for the person who has to mend it."""
        return f"{sentence(self.row)}; allowed is a loss of {self.stated:.2f}"


@dataclass(frozen=True, slots=True)
class Rise:
    """Something that must never happen and happens more often than before."""

    count: ZeroCount

    @property
    def message(self) -> str:
        """A sentence for the person who has to mend it."""
        count = self.count
        return f"{count.name}: {count.new}, was {count.old} (more in {', '.join(count.rose_in)})"


Failure = Loss | Rise


@dataclass(frozen=True)
class GateResult:
    """``failures`` are all reasons; none, and the run passes.

    ``blind`` names the measures that changed and in which no loss could have been shown, however
    large: too few articles differ, or the new run gives nothing to judge. They passed because
    nobody could tell.
    """

    failures: tuple[Failure, ...]
    blind: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether there is no reason against the run."""
        return not self.failures


def gate(comparison: Comparison, allowed: Mapping[str, float] = ALLOWED) -> GateResult:
    """Judge a comparison. ``allowed`` has stated losses by measure; ALLOWED_LOSS for others."""
    losses = []
    for row in comparison.rows:
        stated = allowed.get(row.measure, ALLOWED_LOSS)
        loss = Loss(row, stated, allowed_loss(row, stated))
        if row.low is not None and row.low < -loss.allowed - _ROUNDING:
            losses.append(loss)
    blind = tuple(row.measure for row in comparison.rows if _is_blind(row))
    return GateResult((*losses, *rises(comparison.counts)), blind)


def _is_blind(row: Row) -> bool:
    if row.difference is None:
        return row.old is not None
    return row.changed > 0 and row.critical is None


def gate_first(run: RunScore) -> GateResult:
    """Judge a run that has nothing to be compared with: what must never happen may not happen."""
    return GateResult(rises(zero_counts(run)))


def rises(counts: tuple[ZeroCount, ...]) -> tuple[Rise, ...]:
    """The zero-tolerance counts that are higher than they were."""
    return tuple(Rise(count) for count in counts if count.new > count.old)


def allowed_loss(row: Row, stated: float) -> float:
    """The stated loss, or what chance takes where that is more; endless where nothing is shown."""
    if row.difference is None or row.low is None or row.high is None or row.critical is None:
        return inf
    to_low, to_high = row.difference - row.low, row.high - row.difference
    return max(stated, to_low + max(row.critical, to_high))


def sentence(row: Row) -> str:
    """What a row says, in words: ``claims.f1 is worse by 0.08 (0.03 to 0.13): 0.61, was 0.69``."""
    if row.difference is None or row.low is None or row.high is None:
        return f"{row.measure} is not measured: one of the runs has no score"
    if not row.changed:
        return f"{row.measure} has not changed in any article"
    now, was = (f"{value:.2f}" if value is not None else "–" for value in (row.new, row.old))
    if row.verdict in ("better", "worse"):
        low, high = sorted((abs(row.low), abs(row.high)))
        size = f"{abs(row.difference):.2f} ({low:.2f} to {high:.2f})"
        return f"{row.measure} is {row.verdict} by {size}: {now}, was {was}"
    least = f"could show {row.smallest:.2f}" if row.smallest else "could show none"
    articles = f"{row.articles} articles" if row.articles != 1 else "1 article"
    return f"{row.measure}: {now}, was {was}; {row.verdict} ({articles} {least})"
