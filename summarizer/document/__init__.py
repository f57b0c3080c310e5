"""What an article is: its text kept exactly as read, and numbered sentences with offsets."""

from summarizer.document.model import Document, Sentence, Span
from summarizer.document.reading import read_source

__all__ = ["Document", "Sentence", "Span", "read_source"]
