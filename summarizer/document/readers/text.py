"""Plain text: every character as it stands. Markdown: see ``markdown``."""

from __future__ import annotations

from summarizer.document.decoding import decode_text
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.markdown import read_markdown


def read_text(raw: Raw, media_type: str = "text/plain") -> Content:
    """Read a plain text; see ``decode_text`` for what is refused."""
    decoded = decode_text(raw.body, raw.name, raw.declared())
    if media_type == "text/markdown":
        return read_markdown(decoded, raw, media_type)
    return Content(decoded.text, raw.origin(media_type, decoded))
