"""The report of an evaluation: one HTML page that needs nothing else, and the same as Markdown."""

from __future__ import annotations

from summarizer.evaluation.report.html import render_html
from summarizer.evaluation.report.markdown import render_markdown
from summarizer.evaluation.report.model import (
    ReportComparison,
    ReportData,
    ReportRun,
)

__all__ = [
    "ReportComparison",
    "ReportData",
    "ReportRun",
    "render_html",
    "render_markdown",
]
