"""Values as a report shows them: the number, its interval, and the counts behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.evaluation.intervals import wilson
from summarizer.evaluation.measures import MEASURES
from summarizer.evaluation.report.model import ReportRun
from summarizer.evaluation.report.plots import Interval
from summarizer.evaluation.results import Ratio

NOTHING: Final = "–"
"""Stands where there was nothing to count: undefined is not zero."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as shown. ``count`` is what it is made of: ``18/23``."""

    text: str
    value: float | None = None
    interval: Interval | None = None
    count: str = ""
    alarm: bool = False


def measured(run: ReportRun, name: str) -> Cell:
    """A measure of a field, such as ``claims.recall``, with its interval where one is known."""
    articles = run.score.articles
    value = MEASURES[name].value(articles)
    if value is None:
        return Cell(NOTHING)
    parts = [MEASURES[name].parts(article) for article in articles]
    right, of = (sum(column) for column in zip(*parts, strict=True))
    # An F1 is no share of anything that could be counted.
    count = "" if name.endswith("f1") else f"{right:,}/{of:,}"
    return Cell(number(value), value, _interval(run, name), count)


def _interval(run: ReportRun, name: str) -> Interval | None:
    found = run.intervals.get(name)
    return Interval(found.low, found.high) if found else None


def share(ratio: Ratio, *, perfect: bool = False) -> Cell:
    """A rate with its Wilson interval; ``perfect`` where anything under 1 is an alarm."""
    if not ratio.of:
        return Cell(NOTHING)
    low, high = wilson(ratio.right, ratio.of)
    return Cell(
        number(ratio.rate),
        ratio.rate,
        Interval(low, high),
        f"{ratio.right:,}/{ratio.of:,}",
        alarm=perfect and ratio.right < ratio.of,
    )


def tally(count: int) -> Cell:
    """A count that must be zero."""
    return Cell(f"{count:,}", count, alarm=count > 0)


def number(value: float | None) -> str:
    """Two decimals, three where two would round to 0 or 1; ``NOTHING`` for None.

    What is not 0 or 1 never reads as one: 0.9999 is shown as 0.999.
    """
    if value is None:
        return NOTHING
    if 0 < value < 0.005 or 0.995 <= value < 1:
        return f"{min(max(value, 0.001), 0.999):.3f}"
    return f"{value:,.2f}"


def signed(value: float | None) -> str:
    """A difference, its sign always shown; one that is not 0 never reads as 0."""
    if not value:
        return NOTHING if value is None else number(value)
    return f"{'+' if value > 0 else '−'}{number(abs(value))}"
