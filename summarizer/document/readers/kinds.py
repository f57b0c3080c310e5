"""Which reader a source is for: by its first bytes and its declared type, its ending last."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal
from urllib.parse import urlsplit

from summarizer.document.readers.content import Raw
from summarizer.document.signatures import PDF, WORD, signature
from summarizer.errors import SourceNotText

Format = Literal["text", "page", "pdf", "word", "mail", "feed"]

MEDIA_TYPES: dict[Format, str] = {
    "text": "text/plain",
    "page": "text/html",
    "pdf": "application/pdf",
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mail": "message/rfc822",
    "feed": "application/rss+xml",
}
ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "mail",
    ".mht": "mail",
    ".pdf": "pdf",
    ".docx": "word",
    ".eml": "mail",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
}
"""The endings of the formats that are read; ``.xml`` is a feed or a page by its first element."""

_DECLARED: dict[str, Format] = {
    **{media_type: kind for kind, media_type in MEDIA_TYPES.items()},
    "text/markdown": "text",
    "application/xhtml+xml": "page",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "multipart/related": "mail",
}
_NAMES: dict[Format, str] = {
    "text": "plain text",
    "page": "a web page",
    "pdf": "a PDF file",
    "word": "a Word document",
    "mail": "a mail",
    "feed": "a feed",
}
_HEAD = 4_096
# What may stand before the first element: a byte order mark, declarations, comments.
_PROLOGUE = re.compile(
    r"(?:<\?[^>]{0,400}>|<!--(?:[^-]|-(?!->)){0,2000}-->|<!DOCTYPE(?! html)[^>]{0,2000}>)",
    re.I,
)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_FIELD = re.compile(r"\A([A-Za-z][A-Za-z0-9-]{1,40}):")
_MAIL_FIELDS = {
    "received",
    "message-id",
    "mime-version",
    "return-path",
    "x-original-to",
    "delivered-to",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """The format, its media type, and a note where source and declaration disagree."""

    format: Format
    media_type: str
    notes: tuple[str, ...] = ()


def kind_of(raw: Raw) -> Kind:
    """Which reader the source is for. Raises SourceNotText for XML or JSON that none is for."""
    declared = _DECLARED.get(raw.media_type.lower())
    ending = _ending(raw)
    said = declared or ENDINGS.get(ending)
    head = _head(raw.body)
    seen = _seen(raw.body, head)
    if seen is None and said is None and _is_xml(raw.media_type, ending, head):
        raise SourceNotText(
            "it is XML, and neither a feed nor a web page",
            document=raw.name,
            remedy="Give its text as plain text",
        )
    if seen is None and _is_data(raw, head):
        raise SourceNotText(
            "it is JSON: data, and no article",
            document=raw.name,
            remedy="Give the text of the article in it",
        )
    found: Format = seen or said or "text"
    if found in ("pdf", "word") and seen is None and _is_readable(raw.body):
        found = "text"  # whatever its name says: the formats themselves begin with their marks
    if found in ("feed", "page") and seen is None and head.lstrip()[:1] not in ("<", "{"):
        # Whatever its ending says: without a tag near its beginning it is plain text.
        found = found if "<" in head else "text"
    return Kind(found, _media_type(raw, found, ending), _disagreement(said, found))


def _seen(body: bytes, head: str) -> Format | None:
    """The format by the first bytes, None where they could be plain text."""
    binary = signature(body)
    if binary:
        return {PDF: "pdf", WORD: "word"}.get(binary)  # type: ignore[return-value]
    rest = head.lstrip()
    while (found := _PROLOGUE.match(rest)) is not None:
        rest = rest[found.end() :].lstrip()
    if _FEED.match(rest):
        return "feed"
    if _PAGE.match(rest):
        return "page"
    return "mail" if _is_mail(head) else None


def _head(body: bytes) -> str:
    """The beginning, for looking at its ASCII only; UTF-16 is thinned to it."""
    head = body[: 2 * _HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\x00", b"")
    return head[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_mail(head: str) -> bool:
    """Whether it begins as mails do: header fields, among them some that only mails have."""
    fields = set()
    for line in head.splitlines():
        if line[:1] in (" ", "\t"):
            continue
        found = _FIELD.match(line)
        if found is None:
            break
        fields.add(found.group(1).lower())
    return bool(fields & _MAIL_FIELDS) and "from" in fields


def _is_xml(media_type: str, ending: str, head: str) -> bool:
    named = ending == ".xml" or media_type in ("text/xml", "application/xml")
    return (named or head.startswith("<?xml")) and "<" in head


def _is_data(raw: Raw, head: str) -> bool:
    """Whether it is a JSON object or array as a whole."""
    if head.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    try:
        return isinstance(json.loads(raw.body.removeprefix(b"\xef\xbb\xbf")), dict | list)
    except (ValueError, RecursionError):
        return False


def _is_readable(body: bytes) -> bool:
    """Whether it is UTF-8 without a NUL, as no PDF or Word file is."""
    try:
        return bool(body.strip()) and "\0" not in body.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _ending(raw: Raw) -> str:
    name = urlsplit(raw.name).path if "://" in raw.name else raw.name
    return PurePath(name).suffix.lower()


def _media_type(raw: Raw, found: Format, ending: str) -> str:
    declared = raw.media_type.lower()
    if _DECLARED.get(declared) == found:
        return declared
    if found == "text" and ending in (".md", ".markdown"):
        return "text/markdown"
    return MEDIA_TYPES[found]


def _disagreement(said: Format | None, found: Format) -> tuple[str, ...]:
    if said in (None, found):
        return ()
    return (f"it is called {_NAMES[said]}, and is {_NAMES[found]}",)
