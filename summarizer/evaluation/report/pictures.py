"""The plots of a report: F1 by field and run, recall by article, differences by measure.

Data with drawn tracks in it; the template lays them out as rows of words, drawing and numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from summarizer.evaluation.comparison import Row
from summarizer.evaluation.report.cells import Cell, measured, number
from summarizer.evaluation.report.model import ReportData
from summarizer.evaluation.report.names import NAMES, letter, measure_name, run_name
from summarizer.evaluation.report.plots import UNIT, Dot, Interval, Scale, around_zero, axis, track
from summarizer.evaluation.results import FIELDS, Field


@dataclass(frozen=True, slots=True)
class PlotRow:
    """A row of a plot: ``cells`` are the numbers drawn, one a run."""

    name: str
    track: Markup
    cells: tuple[Cell, ...]
    run: int = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """Rows under headings, and the axis below them."""

    groups: tuple[tuple[str, tuple[PlotRow, ...]], ...]
    axis: Markup


def f1_plot(data: ReportData) -> Plot:
    """A group for each field, in it a dot with its interval for each run."""
    return Plot(tuple((NAMES[field], _f1_rows(data, field)) for field in FIELDS), axis(UNIT))


def _f1_rows(data: ReportData, field: Field) -> tuple[PlotRow, ...]:
    rows = []
    for at, run in enumerate(data.runs):
        cell = measured(run, f"{field}.f1")
        dot = None if cell.value is None else Dot(cell.value, at, cell.interval)
        label = f"{NAMES[field]} F1 of run {letter(at)}: {_words(cell)}"
        rows.append(PlotRow(run_name(run), track([dot], label), (cell,), at))
    return tuple(rows)


def recall_strip(data: ReportData) -> tuple[tuple[str, PlotRow], ...]:
    """A row for each article by slug: the part of its gold claims that each run found."""
    found: list[tuple[str, PlotRow]] = []
    for case in data.cases:
        cells = tuple(_recall(data, at, case.slug) for at in range(len(data.runs)))
        dots = [None if c.value is None else Dot(c.value, at) for at, c in enumerate(cells)]
        said = "; ".join(f"run {letter(at)} {_words(cell)}" for at, cell in enumerate(cells))
        label = f"Claims recall of {case.slug}: {said}"
        found.append((case.slug, PlotRow(case.slug, track(dots, label), cells)))
    return tuple(found)


def _recall(data: ReportData, run: int, slug: str) -> Cell:
    for article in data.runs[run].score.articles:
        if article.slug == slug and "claims" in article.fields:
            counts = article.fields["claims"].counts
            made_of = f"{counts.matched}/{counts.gold}" if counts.gold else ""
            return Cell(number(counts.recall), counts.recall, count=made_of)
    return Cell(number(None))


def differences(rows: Sequence[Row]) -> tuple[tuple[tuple[Row, Markup], ...], Markup]:
    """Each row with its difference drawn around zero, and the axis."""
    values = [v for row in rows for v in (row.difference, row.low, row.high) if v is not None]
    scale = around_zero(values)
    return tuple((row, _difference(row, scale)) for row in rows), axis(scale)


def _difference(row: Row, scale: Scale) -> Markup:
    if row.difference is None:
        return Markup("")
    known = row.low is not None and row.high is not None
    interval = Interval(row.low or 0.0, row.high or 0.0) if known else None
    label = f"Difference in {measure_name(row.measure)}: {row.difference:+.2f}"
    if interval:
        label += f", interval {interval.low:+.2f} to {interval.high:+.2f}"
    return track([Dot(row.difference, 0, interval)], label, scale)


def _words(cell: Cell) -> str:
    if cell.value is None:
        return "nothing to count"
    between = cell.interval
    return cell.text + (f", interval {between.low:.2f} to {between.high:.2f}" if between else "")
