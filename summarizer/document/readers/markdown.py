"""Markdown as its readers see it: without its comments, its link definitions and its front matter.

The rest is kept as it is written, marks and all. Front matter, the lines between ``---`` at the
beginning in which site generators keep a title and a date, is read for those. What is taken out is
known by the rules of CommonMark (fenced code, HTML comments, link reference definitions).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from summarizer.document.decoding import Decoded
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty

_FRONT = re.compile(r"\ufeff?---[ \t]{0,20}\r?\n")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}\r?$", re.MULTILINE)
_LONGEST_FRONT = 10_000  # characters
_FIELD = re.compile(r"\A([A-Za-z][\w.-]{0,40}):(?:[ \t]{1,20}(.{0,1000}))?\Z")
_OF_A_FIELD = re.compile(r"(?:[ \t]|-[ \t]|#|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,100}|~{3,100})")
# "[name]: address", and with it the idiom "[//]: # (a note)"; a footnote ("[^1]: ...") is shown.
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]{0,20}\S.{0,1000}\Z")
_HEADING = re.compile(r"^# {1,3}(.{1,400}?)[ #]{0,20}\r?$", re.MULTILINE)
_TITLES = ("title", "headline")
_AUTHORS = ("authors", "author", "byline")
_PUBLISHED = ("date", "published", "pubdate", "publishdate")
_MODIFIED = ("modified", "updated", "lastmod")
_LANGUAGES = ("lang", "language", "locale")
_DESCRIPTIONS = ("description", "summary", "excerpt")


@dataclass(slots=True)
class _Front:
    """The fields of a front matter, each with its values; ``end`` is where the text begins."""

    end: int = 0
    fields: dict[str, list[str]] = field(default_factory=dict)

    def all(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return next((tuple(found) for name in names if (found := self.fields.get(name))), ())

    def first(self, names: tuple[str, ...]) -> str:
        return next(iter(self.all(names)), "")


def read_markdown(decoded: Decoded, raw: Raw, media_type: str = "text/markdown") -> Content:
    """The article in a Markdown text. Raises SourceEmpty where no reader would see any."""
    text = decoded.text
    front = _front(text)
    unseen = list(_unseen(text, front.end))
    body = _without(text, front.end, unseen)
    if front.end or unseen:
        body = body.strip("\r\n")
    title = front.first(_TITLES)
    headings = _HEADING.search(body)
    shown = " ".join(headings.group(1).split()) if headings else ""
    if title and title != shown:
        body = f"{title}\n\n{body}"
    if not body.strip():
        raise SourceEmpty("there is no text in it that a reader sees", document=raw.name)
    notes = [text[: front.end], *(text[start:end] for start, end in unseen)]
    origin = replace(
        raw.origin(media_type, decoded),
        title=title or shown,
        authors=front.all(_AUTHORS),
        published=_date(front.first(_PUBLISHED)),
        modified=_date(front.first(_MODIFIED)),
        description=front.first(_DESCRIPTIONS),
        removed=removed("comment", notes),
    )
    return Content(body, origin, _language(front.first(_LANGUAGES)))


def _front(text: str) -> _Front:
    """The front matter, empty where the text does not begin with one."""
    begin = _FRONT.match(text)
    end = _FRONT_END.search(text, begin.end(), _LONGEST_FRONT) if begin else None
    if begin is None or end is None:
        return _Front()
    fields: dict[str, list[str]] = {}
    name = ""
    for line in text[begin.end() : end.start()].splitlines():
        found = _FIELD.match(line)
        if found:
            name = found.group(1).lower()
            fields[name] = _values(found.group(2) or "")
        elif not _OF_A_FIELD.match(line):
            return _Front()  # it is a text between two rules
        elif name and line.lstrip().startswith("- "):
            fields[name] += _values(line.lstrip()[2:])
    return _Front(end.end(), fields) if fields else _Front()


def _values(written: str) -> list[str]:
    """One value, or those of a list in brackets; without quotes around them."""
    value = written.strip()
    parts = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    plain = (" ".join(part.split()) for part in parts)
    bare = (part[1:-1] if part[:1] in "'\"" and part[-1:] == part[:1] else part for part in plain)
    return [part for part in bare if part and part not in ("|", ">")]


def _unseen(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Comments and link definitions, as spans in order; code that shows such is left alone."""
    fence, comment = "", -1
    for line in text[at:].splitlines(keepends=True):
        start, at = at, at + len(line)
        bare = line.rstrip("\r\n")
        if comment < 0:
            found = _FENCE.match(bare)
            if found and (not fence or found.group(1).startswith(fence)):
                fence = "" if fence else found.group(1)
            if fence:
                continue
            if _DEFINITION.match(bare):
                yield start, start + len(bare)
                continue
        place = start
        while place < at:
            if comment < 0:
                comment = text.find("<!--", place, at)
                if comment < 0:
                    break
                place = comment + 4
            end = text.find("-->", place, at)
            if end < 0:
                break
            yield comment, end + 3
            comment, place = -1, end + 3


def _without(text: str, at: int, spans: list[tuple[int, int]]) -> str:
    parts = []
    for start, end in spans:
        parts.append(text[at:start])
        at = end
    return "".join((*parts, text[at:]))


def _date(value: str) -> str:
    try:
        datetime.date.fromisoformat(value[:10])
    except ValueError:
        return ""
    return value[:40]


def _language(value: str) -> str:
    code = value.lower().replace("_", "-").partition("-")[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""
