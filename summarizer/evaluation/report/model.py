"""What a report shows: runs, what they are compared with, and the gold behind them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer.evaluation.bootstrap import Estimate
from summarizer.evaluation.comparison import Comparison, compare, run_intervals
from summarizer.evaluation.gate import GateResult, gate
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.results import RunScore
from summarizer.evaluation.runs import Run
from summarizer.summary import Summary


@dataclass(frozen=True)
class ReportRun:
    """A run's scores and its summaries by slug: without one, scores are shown and no words.

    ``failures`` says by slug why there is no summary. ``intervals`` are by measure, named as in
    ``measures.MEASURES``; a measure that is not in it is shown without one.
    """

    score: RunScore
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    intervals: Mapping[str, Estimate] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run) -> ReportRun:
        """A run with the intervals of its measures. Raises MissingExtra."""
        failures = {slug: str(error) for slug, error in run.failures.items()}
        return cls(run.score, run.summaries, failures, run_intervals(run.score))


@dataclass(frozen=True)
class ReportComparison:
    """A run against its baseline: what differs, and what the gate says (None: not asked)."""

    old: RunScore
    new: RunScore
    comparison: Comparison
    gate: GateResult | None = None

    @classmethod
    def of(cls, new: RunScore, old: RunScore) -> ReportComparison:
        """Compared and judged. Raises InputError where they cannot be, and MissingExtra."""
        comparison = compare(new, old)
        return cls(old, new, comparison, gate(comparison))


@dataclass(frozen=True)
class ReportData:
    """All of a report.

    ``agreement`` says how far the matcher agrees with people; it stands beside every F1.
    """

    title: str
    created: datetime.datetime
    runs: tuple[ReportRun, ...]
    cases: tuple[GoldCase, ...]
    comparisons: tuple[ReportComparison, ...] = ()
    agreement: str = ""
