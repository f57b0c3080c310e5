"""Many articles: worked on at once, within limits, through a store that pays for nothing twice.

``summarize_many`` is for a pipeline. ``Run`` is the engine below it and below ``summarize batch``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.batch.many import summarize_many
    from summarizer.batch.run import Run
    from summarizer.batch.types import Job, Limits, Outcome, Plan

__all__ = ["Job", "Limits", "Outcome", "Plan", "Run", "summarize_many"]

__getattr__ = lazy_names(
    __name__,
    {
        "Job": "summarizer.batch.types",
        "Limits": "summarizer.batch.types",
        "Outcome": "summarizer.batch.types",
        "Plan": "summarizer.batch.types",
        "Run": "summarizer.batch.run",
        "summarize_many": "summarizer.batch.many",
    },
)
