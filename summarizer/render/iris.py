"""The names that interchange formats need: addresses for what has one, and names for what has none.

A text is named by its digest (RFC 6920, ``ni:``), so that who holds a copy can tell whether it is
the same text. An item of a summary is named by a UUID made of what it stands for (RFC 9562, version
5): the same summary gives the same names, every time it is rendered.
"""

from __future__ import annotations

import base64
import uuid
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from summarizer.summary import Summary

_KEPT = "%:/?#[]@!$&'()*+,;=-._~"  # RFC 3986: reserved, unreserved, and what is escaped already
_SPACE = uuid.NAMESPACE_URL


def text_iri(sha256: str) -> str:
    """The name of a text by the digest of its UTF-8, given in hex: ``ni:///sha-256;...``."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def item_iri(summary: Summary, *place: object) -> str:
    """The name of a summary (no ``place``), or of the item of it at ``place``."""
    source = summary.provenance
    made = f"{source.document_sha256}/{source.result_sha256}/{source.created.isoformat()}"
    return uuid.uuid5(_SPACE, "/".join(map(str, (made, *place)))).urn


def article_iri(summary: Summary) -> str:
    """The name of the text that the summary's offsets count in.

    Its address where plain text was read from one, else its digest: what stands on a web page or in
    a PDF file is another text, in which the offsets mean nothing.
    """
    source = summary.source
    plain = source.media_type == "text/plain"
    address = web_address(source.fetched_from or source.url) if plain else ""
    return address or text_iri(summary.provenance.document_sha256)


def web_address(url: str) -> str:
    """The address as a URI of http or https in ASCII; empty where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except ValueError:  # UnicodeError of the codec is one
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "%" in host:
        return ""
    place = f"[{host}]" if ":" in host else host
    if not all(char.isalnum() or char in ".-:[]_" for char in place):
        return ""
    rest = "".join(
        sign + _quoted(part)
        for sign, part in (("", parts.path), ("?", parts.query), ("#", parts.fragment))
        if part
    )
    return f"{parts.scheme.lower()}://{place}{f':{port}' if port else ''}{rest}"


def _quoted(part: str) -> str:
    """Percent-encoded; what is escaped already stays, and a percent sign that escapes nothing is
    escaped."""
    pieces = part.replace("[", "%5B").replace("]", "%5D").replace("#", "%23").split("%")
    head, *others = pieces
    text = head + "".join((f"%{piece}" if _is_escape(piece) else f"%25{piece}") for piece in others)
    return quote(text, safe=_KEPT, encoding="utf-8", errors="replace")


def _is_escape(piece: str) -> bool:
    return len(piece) >= 2 and all(char in "0123456789abcdefABCDEF" for char in piece[:2])
