"""Plain text and Markdown: every character as it stands."""

from __future__ import annotations

from summarizer.document.decoding import decode_text
from summarizer.document.readers.content import Content, Raw


def read_text(raw: Raw, media_type: str = "text/plain") -> Content:
    """Read a plain text; see ``decode_text`` for what is refused."""
    decoded = decode_text(raw.body, raw.name, raw.declared())
    return Content(decoded.text, raw.origin(media_type, decoded))
