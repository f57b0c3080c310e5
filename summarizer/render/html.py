"""The summary as the review page: one HTML file that needs no network and asks for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Summary


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The page; see ``render.review``. It shows quotes whole, however long the view's may be."""
    from summarizer.render.review import review_page

    return review_page(summary, document)
