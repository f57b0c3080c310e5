"""A file, a web address, a pipe or standard input into Documents."""

from __future__ import annotations

import datetime
import os
import re
import select
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from summarizer.document.decoding import known_codec
from summarizer.document.model import Document
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.kinds import Format, kind_of
from summarizer.errors import (
    InputError,
    SourceEmpty,
    SourceMissing,
    SourceNotText,
    SourceTooLong,
    SummarizerError,
)

if TYPE_CHECKING:
    from summarizer.document.fetching import FetchPolicy
    from summarizer.document.readers.feed import FeedItem

STDIN = "-"
_STDIN_NAME = "standard input"  # in messages; the document is named as it was given
# No article comes near it; a text this long is an archive, or a device that never ends.
MAX_BYTES = 20_000_000
# How long a named pipe may stay without a writer.
PIPE_PATIENCE_S = 60.0

# A shell's <(...) and its like: their writers need not be waited for.
_OPEN_ALREADY = ("/dev/fd/", "/dev/stdin", "/proc/")
_CHUNK = 1 << 20
# What people type for an address: one of another kind, or one without its beginning.
_MEANT_AS_ADDRESS = re.compile(r"www\.|[a-z]{2,10}:/|https?:", re.IGNORECASE)
_AS_ADDRESS = "An address of the web begins with https:// or http://; others are not read"


def read_source(
    source: str | Path,
    stdin: BinaryIO | None = None,
    *,
    language: str = "",
    encoding: str = "",
    policy: FetchPolicy | None = None,
) -> Document:
    """Read ``source``: a path, a web address (http, https), or ``"-"`` for standard input.

    What it is, is seen by its first bytes, then by what its server says, and by its ending last: a
    page, a PDF or Word file, a mail; else plain text, which is kept exactly: no line end is
    translated, and a byte order mark stays (as U+FEFF, which no sentence holds). Markdown is kept
    so too, but for its comments and its front matter. ``stdin`` stands
    in for the process's own standard input. ``Path("-")`` is a file of that name. Without a
    ``language`` it is the declared one, else guessed; ``encoding`` is used in place of any other;
    ``policy`` says how an address is fetched.

    Errors, all of exit code 2: SourceMissing (no such file, a directory, may not be read, a pipe
    that nobody writes to), SourceEmpty, SourceNotText (binary, broken, locked, or in an encoding
    that is not sure), SourceTooLong (over ``MAX_BYTES``), MissingExtra (its library is not
    installed), those of ``fetching``, and InputError for a feed, which is many articles: see
    ``read_feed``.
    """
    raw = open_source(source, stdin, encoding=encoding, policy=policy)
    return document_of(raw, language=language)


def read_bytes(
    body: bytes,
    *,
    name: str = "",
    media_type: str = "",
    charset: str = "",
    language: str = "",
) -> Document:
    """Read a source that is in memory; ``media_type`` and ``charset`` are as its server declared.

    Errors as of ``read_source``, those of files left out.
    """
    return document_of(Raw(body, name, media_type, charset), language=language)


def read_feed(
    source: str | Path,
    stdin: BinaryIO | None = None,
    *,
    language: str = "",
    encoding: str = "",
    follow: bool | None = None,
) -> Iterator[Document]:
    """Read the articles of a feed (RSS, Atom, RDF), in its order, each when it is asked for.

    An item that holds only the beginning of its article is read from the page it links to where
    ``follow`` is True, and by default where the feed itself came from the web. Errors as of
    ``read_source``; SourceNotText where there is no feed.
    """
    raw = open_source(source, stdin, encoding=encoding)
    if kind_of(raw).format != "feed":
        raise SourceNotText("it is no feed", document=raw.name, remedy="Give RSS, Atom or RDF")
    for _, load in articles_of(raw, Reading(language, encoding, follow)):
        yield load()


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: see ``read_source`` and ``read_feed``."""

    language: str = ""
    encoding: str = ""
    follow: bool | None = None
    policy: FetchPolicy | None = None


AS_DECLARED = Reading()
"""Nothing is said by the user: each source is read as it declares itself."""

Load = Callable[[], Document]


def articles_of(raw: Raw, how: Reading = AS_DECLARED) -> list[tuple[str, Load]]:
    """The articles in a source, each with its name and how to get it: those of a feed, or one."""
    if kind_of(raw).format != "feed":
        return [(raw.name, partial(document_of, raw, language=how.language))]
    from summarizer.document.readers.feed import read_feed_items

    follow = bool(raw.url) if how.follow is None else how.follow
    with refusing(raw):
        items = read_feed_items(raw).items
    how = replace(how, follow=follow)
    return [(item.name, partial(_read_item, item, how)) for item in items]


def _read_item(item: FeedItem, how: Reading) -> Document:
    """An item's article: its own content where that is whole, else the page it links to."""
    note = "the feed may hold only the beginning of this article"
    if item.url and not how.follow:
        note += "; --follow reads its page"
    if not item.whole and how.follow and item.url:
        try:
            return read_source(item.url, language=how.language, policy=how.policy)
        except SummarizerError as error:
            note = f"{note}, and its page cannot be read: {error.message}"
    if not item.content.text.strip():
        raise SourceEmpty("there is no text in this item of the feed", document=item.name)
    origin = item.content.origin
    if not item.whole:
        origin = replace(origin, notes=(*origin.notes, note))
    return _document(replace(item.content, origin=origin), item.name, how.language)


def document_of(raw: Raw, *, language: str = "") -> Document:
    """The article that a source is; InputError for a feed."""
    kind = kind_of(raw)
    if kind.format == "feed":
        raise InputError(
            "it is a feed, of many articles",
            document=raw.name,
            remedy="Give it to 'summarize' or 'summarize batch', or read it with read_feed",
        )
    with refusing(raw):
        content = _reader(kind.format)(raw, kind.media_type)
    if kind.notes:
        origin = replace(content.origin, notes=(*kind.notes, *content.origin.notes))
        content = replace(content, origin=origin)
    return _document(content, raw.name, language)


@contextmanager
def refusing(raw: Raw) -> Iterator[None]:
    """Whatever a broken source makes of a library, it is the source that is refused."""
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        raise SourceNotText(
            f"it cannot be read: it is broken ({type(error).__name__})",
            document=raw.name,
            remedy="Give its text as plain text",
        ) from error


def _document(content: Content, name: str, language: str) -> Document:
    return Document.from_text(
        content.text,
        name=STDIN if name == _STDIN_NAME else name,
        language=language or content.language,
        date=_day(content.origin.published),
        origin=content.origin,
    )


def _day(published: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _reader(format: Format) -> Callable[[Raw, str], Content]:
    """The reader of a format; its libraries are loaded with it."""
    module, name = {
        "text": ("text", "read_text"),
        "page": ("page", "read_page"),
        "pdf": ("pdf", "read_pdf"),
        "word": ("word", "read_word"),
        "mail": ("mail", "read_mail"),
    }[format]
    found = getattr(import_module(f"summarizer.document.readers.{module}"), name)
    return cast("Callable[[Raw, str], Content]", found)


def open_source(
    source: str | Path,
    stdin: BinaryIO | None = None,
    *,
    encoding: str = "",
    policy: FetchPolicy | None = None,
) -> Raw:
    """The bytes of a source, and what is said of them. Errors as of ``read_source``."""
    if encoding:
        known_codec(encoding)
    if source == STDIN:
        return Raw(_read_stdin(stdin), _STDIN_NAME, encoding=encoding)
    if isinstance(source, str) and is_address(source):
        return _fetched(source, encoding, policy)
    name = os.fspath(source)
    return Raw(_read_path(name), name, encoding=encoding)


def is_address(source: str) -> bool:
    """Whether a source is named by an address of the web, and not as a file."""
    return source[:8].lower().startswith(("http://", "https://"))


def _fetched(url: str, encoding: str, policy: FetchPolicy | None) -> Raw:
    from summarizer.document.fetching import fetch

    page = fetch(url, policy=policy)
    return Raw(page.body, url, page.media_type, page.charset, encoding, url, page.final_url)


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceMissing("it is closed", document="standard input", remedy="Give a file instead")
    try:
        return _read_all(stream, "standard input")
    except (OSError, ValueError) as error:
        raise _unreadable(error, "standard input") from error


def _read_path(path: str) -> bytes:
    try:
        status = os.stat(path)  # noqa: PTH116 - of what the path leads to, pipes and devices too
        if stat.S_ISDIR(status.st_mode):
            raise SourceMissing(
                "it is a directory",
                document=path,
                remedy="Give a file, or all that is in it with 'summarize batch'",
            )
        if status.st_size > MAX_BYTES:
            raise _too_long(path, f"it holds {status.st_size / 1e6:,.0f} MB")
        named = stat.S_ISFIFO(status.st_mode) and not path.startswith(_OPEN_ALREADY)
        opener = _open_pipe if named else None
        with open(path, "rb", buffering=0, opener=opener) as stream:
            return _read_all(stream, path)
    except FileNotFoundError as error:
        remedy = _AS_ADDRESS if _MEANT_AS_ADDRESS.match(path) else ""
        raise SourceMissing("there is no such file", document=path, remedy=remedy) from error
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from error


def _open_pipe(path: str, flags: int) -> int:
    """Open a named pipe without waiting for its writer for ever."""
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    if not poller.poll(PIPE_PATIENCE_S * 1000):
        os.close(descriptor)
        raise OSError(f"nobody wrote to this pipe within {PIPE_PATIENCE_S:g} s")
    os.set_blocking(descriptor, True)
    return descriptor


def _read_all(stream: BinaryIO, name: str) -> bytes:
    """Everything in the stream, but no more than ``MAX_BYTES``: some devices never end."""
    raw = bytearray()
    while chunk := stream.read(_CHUNK):
        raw += chunk
        if len(raw) > MAX_BYTES:
            raise _too_long(name, "it does not end there")
    return bytes(raw)


def _too_long(name: str, message: str) -> SourceTooLong:
    return SourceTooLong(
        f"{message}; {MAX_BYTES / 1e6:.0f} MB is the most that is read",
        document=name,
        remedy="Give one article, not an archive",
    )


def _unreadable(error: OSError | ValueError, name: str) -> SourceMissing:
    reason = getattr(error, "strerror", None) or str(error)
    return SourceMissing(f"it cannot be read ({reason[:1].lower()}{reason[1:]})", document=name)
