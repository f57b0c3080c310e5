"""A feed (RSS, Atom, RDF) into its items: each an article of its own.

An item's content is its article where it is whole; where it is only a teaser, the linked page is
it, for who wants to fetch it. feedparser reads the feed; the markup in an item is read as a page
is, its hidden text taken out.
"""

from __future__ import annotations

import calendar
import datetime
import logging
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.document.decoding import Decoded, decode_markup
from summarizer.document.language import plausible
from summarizer.document.origin import Removed
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.extras import need
from summarizer.document.readers.lengths import word_count
from summarizer.document.readers.page import declared_inside
from summarizer.document.readers.page_blocks import blocks_of
from summarizer.document.readers.page_hidden import remove_hidden
from summarizer.document.readers.page_tree import parse
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty, SourceNotText

MOST_ITEMS = 5_000
_WHOLE = 120  # words of a description that are an article and not its teaser
_BRIEF = (
    30  # words of a content that are an article: less is no more than a teaser elsewhere either
)
_TEASER = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?"
    r"|\b(?:read more|continue reading|weiterlesen|lire la suite|leer más)\W{0,8})\s{0,20}\Z",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\A\ufeff?\s{0,100}<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MOST_ENTITIES = 100
_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]|\Z)")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article of a feed: what the feed holds of it.

    ``name`` is its address, else its id, else the feed's name and its number. ``whole`` is whether
    ``content`` is the article, and not only its beginning or a summary of it.
    """

    name: str
    url: str
    content: Content
    whole: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its items, in its order."""

    title: str
    items: tuple[FeedItem, ...]


def read_feed_items(raw: Raw) -> Feed:
    """Read a feed. Raises SourceNotText for what is none, SourceEmpty for one without items."""
    _refuse_bombs(raw)
    feedparser = need("feedparser", "feeds")
    decoded = decode_markup(raw.body, raw.name, raw.declared(declared_inside(raw.body)))
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    text = _DECLARATION.sub("", decoded.text, count=1)
    try:
        parsed = feedparser.parse(
            text.encode("utf-8", "replace"),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError, AssertionError):
        raise _no_feed(raw) from None
    if not parsed.version and not parsed.entries:
        raise _no_feed(raw)
    whole = _Whole(raw, decoded, parsed.feed, parsed.version)
    entries = parsed.entries[:MOST_ITEMS]
    if not entries:
        raise SourceEmpty("there is no item in the feed", document=raw.name)
    items = tuple(_item(entry, number, whole) for number, entry in enumerate(entries, 1))
    return Feed(_title(whole.head), items)


def _title(part: Any) -> str:
    """The title of a feed or an item, on one line and without markup."""
    return _plain(part.get("title"), _is_html(part.get("title_detail")))[:400]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the items of a feed have in common."""

    raw: Raw
    decoded: Decoded
    head: Any
    version: str

    @property
    def is_atom(self) -> bool:
        """In Atom what an entry does not say of its authors, the feed does (RFC 4287, 4.2.1)."""
        return self.version.startswith("atom")


def _no_feed(raw: Raw) -> SourceNotText:
    return SourceNotText(
        "it is no feed that can be read", document=raw.name, remedy="Give a feed in RSS or Atom"
    )


def _refuse_bombs(raw: Raw) -> None:
    """Entities that stand for entities can make a small file a large one; no feed needs many."""
    if len(_ENTITY.findall(raw.body[:1_000_000])) > _MOST_ENTITIES or b"SYSTEM" in raw.body[:2_000]:
        raise SourceNotText(
            "it declares entities as no feed does",
            document=raw.name,
            remedy="Give a feed in RSS or Atom",
        )


def _item(entry: Any, number: int, whole: _Whole) -> FeedItem:
    raw, head = whole.raw, whole.head
    base = raw.fetched_from or raw.url or _address(head.get("link"), "")
    url = _address(entry.get("link"), base)
    name = url or _line(entry.get("id")) or f"{raw.name}#{number}"
    title = _title(entry)
    markup = _longest(entry)
    text, left_out = _text(markup, raw.name) if markup else ("", ())
    content = _content(entry, title, text, head)
    media_type = _TYPES["atom" if whole.is_atom else "rss"]
    origin = replace(
        raw.origin(media_type, whole.decoded),
        url=url,
        title=title,
        authors=_authors(entry) or (_authors(head) if whole.is_atom else ()),
        site=_title(head),
        published=_date(entry, "published") or _date(entry, "updated"),
        modified=_date(entry, "updated"),
        description=_description(entry, markup),
        removed=left_out,
    )
    return FeedItem(name, url, Content(content.text, origin, content.language), content.whole)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    language: str
    whole: bool


def _content(entry: Any, title: str, text: str, head: Any) -> _Text:
    words = word_count(text)
    enough = _BRIEF if _is_content(entry) else _WHOLE
    whole = words >= enough and not _TEASER.search(text[-60:])
    body = text if title and text.startswith(title) else f"{title}\n\n{text}".strip()
    declared = _language(entry, head)
    return _Text(body, declared if plausible(declared, body) else "", whole)


def _is_content(entry: Any) -> bool:
    """Whether the fullest text of an item stands where its content does, not a description of it.

    ``content:encoded`` in RSS and ``content`` in Atom are the item itself; ``description`` and
    ``summary`` may be either.
    """
    values = [part.get("value") or "" for part in entry.get("content") or []]
    return max(map(len, values), default=-1) >= len(entry.get("summary") or "")


def _longest(entry: Any) -> str:
    """The fullest of what the item holds as its content."""
    values = [part.get("value") or "" for part in entry.get("content") or []]
    values.append(entry.get("summary") or "")
    return max(values, key=len)[:2_000_000]


def _text(markup: str, name: str) -> tuple[str, tuple[Removed, ...]]:
    """The text of an item's markup, its hidden parts taken out."""
    if "<" not in markup:
        plain = _plain(markup, html=True, keep_lines=True)
        return plain, ()
    try:
        tree = parse(f"<html><body><div>{markup}</div></body></html>", name)
    except (SourceEmpty, SourceNotText):
        return "", ()
    hidden = remove_hidden(tree)
    blocks = blocks_of(tree)
    links = [block for block in blocks if block.mostly_links and len(block.words) < 12]
    kept = [block for block in blocks if block not in links] or blocks
    left = removed("navigation", (block.text for block in blocks if block not in kept))
    return "\n\n".join(block.text for block in kept), (*left, *hidden)


def _is_html(detail: Any) -> bool:
    return detail is not None and "html" in str(detail.get("type", ""))


def _plain(value: Any, html: bool, *, keep_lines: bool = False) -> str:
    if not isinstance(value, str):
        return ""
    text = value
    if html and ("<" in text or "&" in text):
        try:
            tree = parse(f"<html><body><div>{text}</div></body></html>")
        except (SourceEmpty, SourceNotText):
            return ""
        remove_hidden(tree)
        text = "\n".join(block.text for block in blocks_of(tree))
    return text.strip() if keep_lines else " ".join(text.split())


def _description(entry: Any, markup: str) -> str:
    """The item's summary, where it has its content beside it."""
    summary = entry.get("summary") or ""
    return "" if summary[:200] == markup[:200] else _plain(summary, html=True)[:400]


def _authors(entry: Any) -> tuple[str, ...]:
    named = [_line(author.get("name")) for author in entry.get("authors") or []]
    found = [name for name in named if name] or [_line(entry.get("author"))]
    return tuple(dict.fromkeys(name for name in found if name and "://" not in name))[:20]


def _date(entry: Any, name: str) -> str:
    """The time as ISO 8601, in its own time zone; in UTC where only feedparser can read it."""
    fields = dict(entry)  # feedparser's own kind of mapping answers for fields that are not there
    written = str(fields.get(name) or "").strip()
    for read in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        with suppress(TypeError, ValueError, IndexError):
            return read(written).isoformat()
    parsed: Any = fields.get(f"{name}_parsed")
    with suppress(TypeError, ValueError, OverflowError, OSError):
        seconds = calendar.timegm(parsed)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat()
    return ""


def _language(entry: Any, head: Any) -> str:
    for part in (*(entry.get("content") or []), entry.get("summary_detail") or {}, head):
        found = _LANGUAGE.match(str(part.get("language") or "").strip())
        if found:
            return found.group(1).lower()
    return ""


def _address(value: Any, base: str) -> str:
    """The item's own address, made whole by the feed's; "" for one that is not of the web."""
    if not isinstance(value, str) or len(value) > 2_000:
        return ""
    try:
        whole = urljoin(base, value.strip()) if base else value.strip()
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.hostname else ""


def _line(value: Any) -> str:
    return " ".join(value.split())[:400] if isinstance(value, str) else ""
