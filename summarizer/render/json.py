"""The whole summary as indented JSON: nothing left out, nothing shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.inert_json import escaped

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Summary


def render(summary: Summary, document: Document | None, view: View) -> str:
    """``summary.model_dump_json(indent=2)``, what acts on a terminal as ``\\uXXXX``."""
    return escaped(summary.model_dump_json(indent=2))
