"""Scores everything recorded in a folder and writes the report."""

from __future__ import annotations

import datetime
from pathlib import Path

from summarizer.evaluation.campaign import Workplace, judge, replay
from summarizer.evaluation.report import (
    ReportComparison,
    ReportData,
    ReportRun,
    render_html,
    render_markdown,
)
from summarizer.evaluation.similarity import MATCHER_AGREEMENT


def write_report(folder: Path, output: Path) -> list[Path]:
    """Write ``report.html`` and ``report.md`` into ``output``; returns their paths."""
    data = report_data(Workplace.of(folder))
    output.mkdir(parents=True, exist_ok=True)
    pages = {"report.html": render_html(data), "report.md": render_markdown(data)}
    for name, text in pages.items():
        (output / name).write_text(text, encoding="utf-8")
    return [output / name for name in pages]


def report_data(place: Workplace) -> ReportData:
    """Every run, what changed against its baseline, and each model against no model at all."""
    cases = place.cases()
    runs = replay(place, cases)
    judged = [judge(run, place) for run in runs]
    base = runs[0].score
    compared = [
        ReportComparison(one.baseline, one.run.score, one.comparison, one.gate)
        for one in judged
        if one.baseline and one.comparison
    ]
    compared += [ReportComparison.of(run.score, base) for run in runs[1:]]
    return ReportData(
        title="How good the summaries are",
        created=datetime.datetime.now(datetime.UTC),
        runs=tuple(ReportRun.of(run) for run in runs),
        cases=tuple(cases),
        comparisons=tuple(compared),
        agreement=(
            f"AUC {MATCHER_AGREEMENT.auc:.3f}, agreement {MATCHER_AGREEMENT.agreement:.0%} "
            f"with people ({MATCHER_AGREEMENT.source})"
        ),
    )
