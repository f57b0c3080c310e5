"""Documents as JSON Lines: read one line at a time, whatever is in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from summarizer.document import Document, read_source
from summarizer.document.reading import MAX_BYTES
from summarizer.errors import InputError

NAME = "standard input"
_LONGEST = 2 * MAX_BYTES
"""Bytes of one line: the escapes of JSON can make a text twice as long."""

_SHAPE = 'A line is {"id": ..., "text": ...} or {"path": ...}; "language" and "date" may be added'
Load = Callable[[], Document]


def read_lines(
    stream: BinaryIO, language: str = "", ended: Callable[[], bool] = lambda: False
) -> Iterator[tuple[str, Load]]:
    """The name of each document, and how to get it; blank lines are passed over.

    The name is the ``id``, else the ``path``, else the number of the line. ``language`` is that of
    documents which do not name theirs.
    """
    number = 0
    while not ended() and (line := stream.readline(_LONGEST)):
        number += 1
        name = f"{NAME}:{number}"
        if len(line) >= _LONGEST and not line.endswith(b"\n"):
            _skip_line(stream)
            yield name, partial(_refuse, f"it is longer than {_LONGEST / 1e6:.0f} MB")
        elif line.strip():
            yield _read_line(line, name, language)


def _read_line(line: bytes, name: str, language: str) -> tuple[str, Load]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return name, partial(_refuse, "it is not JSON")
    if not isinstance(record, dict):
        return name, partial(_refuse, "it is not a JSON object")
    path, id = record.get("path"), record.get("id")
    if id not in (None, ""):
        name = str(id)
    elif isinstance(path, str) and path:
        name = path
    return name, partial(_load, record, name, language)


def _load(record: dict[str, Any], name: str, language: str) -> Document:
    text, path = record.get("text"), record.get("path")
    language = _text(record, "language") or language
    date = _date(_text(record, "date"))
    if isinstance(text, str):
        return Document.from_text(text, name=name, language=language, date=date)
    if isinstance(path, str) and path and path != "-":
        return replace(read_source(path, language=language), name=name, date=date)
    raise InputError('it has neither a "text" nor a "path"', remedy=_SHAPE)


def _text(record: dict[str, Any], field: str) -> str:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f'its "{field}" is not a string', remedy=_SHAPE)
    return value or ""


def _date(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        raise InputError('its "date" is not like 2026-02-28', remedy=_SHAPE) from None


def _refuse(reason: str) -> Document:
    raise InputError(reason, remedy=_SHAPE)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass
