"""A checked summary as text to read or to pass on: one file a format, one registry.

A format is a module of this package with ``render(summary, document, view) -> str``. It is imported
when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from summarizer.errors import UnknownName
from summarizer.render.view import View

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

__all__ = ["FORMATS", "View", "format_known", "render"]

FORMATS = {
    "text": "for the terminal",
    "json": "the whole summary, indented",
    "jsonl": "the whole summary on one line",
    "markdown": "for a page or a message",
    "jsonld": "schema.org NewsArticle and Claim, for a page or an index",
    "ninjs": "IPTC ninjs 3.1, for a content system",
    "annotations": "W3C Web Annotation, for what marks passages in the article",
    "csv": "the figures, for a spreadsheet",
    "html": "the review page, for a browser",
}
"""Every format, and what it is for."""


class _Format(Protocol):
    def render(self, summary: Summary, document: Document | None, view: View) -> str: ...


def render(
    summary: Summary, document: Document | None, format: str, view: View | None = None
) -> str:
    """The summary in one of ``FORMATS``, without a line end after its last line.

    ``document`` is the article itself: with it, places read ``s4 5:1`` (sentence, line and column,
    from 1); without it they are offsets. Raises UnknownName for any other format.
    """
    module = cast(_Format, import_module(f"{__name__}.{format_known(format)}"))
    return module.render(summary, document, view or View())


def format_known(format: str) -> str:
    """The format itself, or UnknownName: to be asked before a model works for minutes."""
    if format not in FORMATS:
        raise UnknownName(
            f"there is no format '{format}'", remedy=f"Formats are {', '.join(FORMATS)}"
        )
    return format
