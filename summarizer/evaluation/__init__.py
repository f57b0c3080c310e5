"""Scores summaries against hand-written gold, and says which differences can be believed.

Runs need the extra ``evals``: numpy and scipy are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.evaluation.campaign import Workplace
    from summarizer.evaluation.comparison import compare
    from summarizer.evaluation.gate import gate
    from summarizer.evaluation.gold import GoldFile
    from summarizer.evaluation.gold_files import GoldCase, load_gold
    from summarizer.evaluation.results import ArticleScore, RunScore
    from summarizer.evaluation.runs import Contestant, Run, record, run_live, run_recorded
    from summarizer.evaluation.scores import score_summary

__all__ = [
    "ArticleScore",
    "Contestant",
    "GoldCase",
    "GoldFile",
    "Run",
    "RunScore",
    "Workplace",
    "compare",
    "gate",
    "load_gold",
    "record",
    "run_live",
    "run_recorded",
    "score_summary",
]

__getattr__ = lazy_names(
    __name__,
    {
        "ArticleScore": "summarizer.evaluation.results",
        "Contestant": "summarizer.evaluation.runs",
        "GoldCase": "summarizer.evaluation.gold_files",
        "GoldFile": "summarizer.evaluation.gold",
        "Run": "summarizer.evaluation.runs",
        "RunScore": "summarizer.evaluation.results",
        "Workplace": "summarizer.evaluation.campaign",
        "compare": "summarizer.evaluation.comparison",
        "gate": "summarizer.evaluation.gate",
        "load_gold": "summarizer.evaluation.gold_files",
        "record": "summarizer.evaluation.runs",
        "run_live": "summarizer.evaluation.runs",
        "run_recorded": "summarizer.evaluation.runs",
        "score_summary": "summarizer.evaluation.scores",
    },
)
