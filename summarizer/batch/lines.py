"""Documents as JSON Lines: read one line at a time, whatever is in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.document import Document, read_source
from summarizer.document.reading import AS_DECLARED, MAX_BYTES, Load, Reading, is_address
from summarizer.errors import InputError

NAME = "standard input"
_LONGEST = 2 * MAX_BYTES
"""Bytes of one line: the escapes of JSON can make a text twice as long."""

_SHAPE = (
    'A line is {"id": ..., "text": ...}, {"path": ...} or {"url": ...}; "language" and "date" may '
    "be added"
)


def read_lines(
    stream: BinaryIO, how: Reading = AS_DECLARED, ended: Callable[[], bool] = lambda: False
) -> Iterator[tuple[str, Load]]:
    """The name of each document, and how to get it; blank lines are passed over.

    The name is the ``id``, else the ``path`` or ``url``, else the number of the line. The language
    of ``how`` is that of documents which do not name theirs.
    """
    number = 0
    while not ended() and (line := stream.readline(_LONGEST)):
        number += 1
        name = f"{NAME}:{number}"
        if len(line) >= _LONGEST and not line.endswith(b"\n"):
            _skip_line(stream)
            yield name, partial(_refuse, f"it is longer than {_LONGEST / 1e6:.0f} MB")
        elif line.strip():
            yield _read_line(line, name, how)


def _read_line(line: bytes, name: str, how: Reading) -> tuple[str, Load]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return name, partial(_refuse, "it is not JSON")
    if not isinstance(record, dict):
        return name, partial(_refuse, "it is not a JSON object")
    id = record.get("id")
    place = record.get("path") or record.get("url")
    if id not in (None, ""):
        name = str(id)
    elif isinstance(place, str) and place:
        name = place
    return name, partial(_load, record, name, how)


def _load(record: dict[str, Any], name: str, how: Reading) -> Document:
    text, path, url = record.get("text"), record.get("path"), record.get("url")
    language = _text(record, "language") or how.language
    date = _date(_text(record, "date"))
    if isinstance(text, str):
        return Document.from_text(text, name=name, language=language, date=date)
    source: str | Path | None = None
    if isinstance(path, str) and path and path != "-":
        source = Path(path)
    elif isinstance(url, str) and is_address(url):
        source = url
    if source is None:
        raise InputError('it has no "text", no "path" and no "url"', remedy=_SHAPE)
    document = read_source(source, language=language, encoding=how.encoding, policy=how.policy)
    return replace(document, name=name, date=date or document.date)


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
