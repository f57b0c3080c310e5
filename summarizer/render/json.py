"""The whole summary as indented JSON: nothing left out, nothing shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Summary


def render(summary: Summary, document: Document | None, view: View) -> str:
    """Exactly ``summary.model_dump_json(indent=2)``."""
    return summary.model_dump_json(indent=2)
