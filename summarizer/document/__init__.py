"""What an article is: its text kept exactly as read, and numbered sentences with offsets."""

from summarizer.document.model import Document, Part, Sentence, Span
from summarizer.document.origin import Origin, Removed
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
