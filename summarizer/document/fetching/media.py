"""Which kinds of body are taken, and whether a body is of the kind its server says."""

from __future__ import annotations

from email.message import Message

from summarizer.document import signatures
from summarizer.document.signatures import signature
from summarizer.errors import FetchUnsupported

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
XML = "application/xml"
# What the readers read. JSON is not here: no reader takes it.
TEXTS = frozenset(
    {
        HTML,
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "message/rfc822",
        "multipart/related",
        "text/xml",
        XML,
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
    }
)
MEDIA_TYPES = TEXTS | {PDF, DOCX}
# Servers send these for files whose kind they do not know: then the first bytes decide.
_UNDECLARED = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_OF_KIND = {signatures.PDF: PDF, signatures.WORD: DOCX}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_XML_STARTS = (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")
_LOOKED_AT = 2048


def read_type(header: str) -> tuple[str, str]:
    """Media type and charset of a ``Content-Type`` header, lower case; ``""`` where not named."""
    if not header.strip():
        return "", ""
    message = Message()
    message["Content-Type"] = "".join(c if c.isprintable() else " " for c in header[:1000])
    declared = message.get_content_type() if "/" in header.partition(";")[0] else ""
    charset = message.get_content_charset("")
    return declared, charset.strip() if charset.isascii() else ""


def check_declared(media_type: str) -> None:
    """``FetchUnsupported`` for a kind that is not taken, before its body is read."""
    if media_type not in MEDIA_TYPES | _UNDECLARED:
        raise FetchUnsupported(f"it is {media_type[:100]}, which is not read")


def settle_type(media_type: str, charset: str, body: bytes) -> str:
    """The kind of ``body``: as declared if the bytes agree, by the bytes if nothing is declared."""
    kind = signature(body)
    if media_type in _UNDECLARED:
        return _recognized(kind, body)
    named = {PDF: signatures.PDF, DOCX: signatures.WORD}.get(media_type)
    agrees = kind == named if named else not kind and _is_text(body, charset)
    if body and not agrees:
        told = f"the bytes are {kind}" if kind else "the bytes are not"
        raise FetchUnsupported(f"the server says it is {media_type}, and {told}")
    return media_type


def _recognized(kind: str, body: bytes) -> str:
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    if kind or not _is_text(body, ""):
        raise FetchUnsupported(f"the server does not say what it is; it is {kind or 'not text'}")
    start = body[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_XML_STARTS):
        return XML  # a feed or a page: its reader sees which
    return HTML if start.startswith(_HTML_STARTS) else "text/plain"


def _is_text(body: bytes, charset: str) -> bool:
    """Whether the first bytes hold no zero byte, which only wide encodings of text do."""
    start = body[:_LOOKED_AT]
    wide = charset.startswith(("utf-16", "utf-32", "ucs-2")) or start.startswith(_WIDE_MARKS)
    return wide or b"\x00" not in start
