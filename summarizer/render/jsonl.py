"""The whole summary as JSON on one line, so that a file can hold many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Summary


def render(summary: Summary, document: Document | None, view: View) -> str:
    """Exactly ``summary.model_dump_json()``; JSON escapes every line end inside it."""
    return summary.model_dump_json()
