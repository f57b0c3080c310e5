"""What an article is: its text kept exactly as read, and numbered sentences with offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.document.model import Document, Part, Sentence, Span
from summarizer.document.origin import Origin, Removed
from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.document.reading import read_bytes, read_feed, read_source

__all__ = [
    "Document",
    "Origin",
    "Part",
    "Removed",
    "Sentence",
    "Span",
    "read_bytes",
    "read_feed",
    "read_source",
]

# Texts in memory need no readers of files.
__getattr__ = lazy_names(
    __name__,
    dict.fromkeys(("read_bytes", "read_feed", "read_source"), "summarizer.document.reading"),
)
