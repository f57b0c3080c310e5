"""Structured logs: what happened to which document, and never a word of it.

An event is an ordinary record of a logger ``summarizer.*``: its message is the event's name and
its fields as ``key=value``, and each field is an attribute of the record too. Like any library this
one shows nothing by itself: give the logger ``summarizer`` a handler, or the command
``--log-level``. Fields are names, numbers and hashes, as ``Fields`` lists them. Texts of articles,
prompts and answers, the messages of errors, and keys have no field.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TypedDict, Unpack, cast
from urllib.parse import urlsplit, urlunsplit

ROOT = "summarizer"
MAX_VALUE = 200
"""Characters of one field; a path longer than that is cut at its beginning."""

logging.getLogger(ROOT).addHandler(logging.NullHandler())


class Fields(TypedDict, total=False):
    """What an event may say. Tokens and requests are sums, times are seconds.

    ``article`` is the beginning of the text's SHA-256; ``error`` the name of an error's class;
    ``step`` the type of the answer that is asked for; ``attempt`` counts from 1.
    """

    document: str
    article: str
    prompt: str
    model: str
    served: str
    step: str
    attempt: int
    error: str
    finish: str
    requests: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    seconds: float
    pause: float
    sentences: int
    claims: int
    rejected: int


_IDENTIFIER = re.compile(r"[\w.:/@+~-]{1,100}", re.ASCII)
_NAMES = tuple(Fields.__annotations__)
_BOUND: ContextVar[Mapping[str, Any] | None] = ContextVar("summarizer_log_fields", default=None)


@contextmanager
def about(**fields: Unpack[Fields]) -> Iterator[None]:
    """Every event of this thread says these fields too, until the block ends."""
    token = _BOUND.set({**(_BOUND.get() or {}), **fields})
    try:
        yield
    finally:
        _BOUND.reset(token)


def event(logger: logging.Logger, level: int, name: str, **fields: Unpack[Fields]) -> None:
    """Log that ``name`` happened; costs next to nothing where nobody listens."""
    if not logger.isEnabledFor(level):
        return
    told = {**(_BOUND.get() or {}), **fields}
    values = {key: _short(told[key]) for key in _NAMES if told.get(key) not in (None, "")}
    message = " ".join([name, *(f"{key}={_spelled(value)}" for key, value in values.items())])
    logger.log(level, message, extra={"event": name, **values}, stacklevel=2)


def public_name(document: str) -> str:
    """A document's name without what a URL may hide in it: user, password, query, fragment."""
    if "://" not in document:
        return document
    try:
        parts = urlsplit(document)
    except ValueError:
        return document.partition("://")[0] + "://"
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def identifier(text: str) -> str:
    """``text`` where it looks like a name, else "": a server may say anything in its place."""
    return text if _IDENTIFIER.fullmatch(text) else ""


class TextLines(logging.Formatter):
    """One line an event: time in UTC, level, logger, event, ``key=value`` ..."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        """The record's time, ISO 8601."""
        return _time(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """The error's class; its message and its traceback may quote."""
        return f"error={_class_of(ei)}"


class JsonLines(logging.Formatter):
    """One JSON object an event: ``time``, ``level``, ``logger``, ``event``, and its fields.

    A record that is none of this program's events has its message as ``event``.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of ASCII."""
        line: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": getattr(record, "event", None) or record.getMessage(),
        }
        line |= {key: record.__dict__[key] for key in _NAMES if key in record.__dict__}
        if record.exc_info:
            line["error"] = _class_of(record.exc_info)
        return json.dumps(line, default=str)


_CLIENTS = ("httpcore2", "httpx2", "openai")
# Named here because their filters must be there before the libraries make them.
_HTTP_PARTS = ("connection", "http11", "http2", "proxy", "socks")
_HTTP_LOGGERS = ("httpx2", *(f"httpcore2.{part}" for part in _HTTP_PARTS))


@contextmanager
def clients_muted() -> Iterator[None]:
    """Keep the client libraries from logging what this thread does in the block.

    openai and instructor log whole requests and answers, the HTTP library the headers of an answer,
    in which a server may repeat anything. What other code does with the same libraries is still
    logged, but for instructor, which works outside of the block too.
    """
    mute_clients()
    before, _THREAD.muted = _THREAD.muted, True
    try:
        yield
    finally:
        _THREAD.muted = before


def mute_clients() -> None:
    """Put the filters on all loggers of the client libraries that there are.

    Call it before each request: loggers are made as late as their modules are imported. Where there
    is no new one it takes microseconds.
    """
    known = logging.root.manager.loggerDict
    if _MUTED.loggers == len(known) and all(_of_others in logger.filters for logger in _MUTED.http):
        return
    _mute(*_HTTP_LOGGERS, *list(known))
    _MUTED.http = [logging.getLogger(name) for name in _HTTP_LOGGERS]
    _MUTED.loggers = len(known)


class _Thread(threading.local):
    """Whether this thread is in a block of ``clients_muted``."""

    muted = False


_THREAD = _Thread()


class _Muted:
    """How many loggers there were when all were looked at, and those of the HTTP library."""

    loggers = -1
    http: Sequence[logging.Logger] = ()


_MUTED = _Muted()


def _mute(*names: str) -> None:
    for name in names:
        package = name.partition(".")[0]
        if package == "instructor":
            logging.getLogger(name).addFilter(_nothing)
        elif package in _CLIENTS:
            logging.getLogger(name).addFilter(_of_others)


def _nothing(_: logging.LogRecord) -> bool:
    return False


def _of_others(_: logging.LogRecord) -> bool:
    return not _THREAD.muted


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _short(value: object) -> object:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, str) and len(value) > MAX_VALUE:
        return "…" + value[1 - MAX_VALUE :]
    return value


def _spelled(value: object) -> str:
    """A value that is one word on one line, in quotes where it would not be."""
    text = str(value)
    if text.isprintable() and not any(mark in text for mark in ' "=\\'):
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _class_of(exc_info: Any) -> str:
    kind = cast("type[BaseException] | None", exc_info[0])
    return kind.__name__ if kind is not None else ""
