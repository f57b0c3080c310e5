"""Errors as rows: a record that JSON can hold, and the typed error made of it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import summarizer.errors
from summarizer.errors import SummarizerError


def error_record(error: SummarizerError) -> dict[str, Any]:
    """Its class's name, message, document, remedy and exit code. What it cost is not in it."""
    return {
        "type": type(error).__name__,
        "message": error.message,
        "document": error.document,
        "remedy": error.remedy,
        "exit_code": error.exit_code,
    }


def error_from_record(record: Mapping[str, Any]) -> SummarizerError:
    """The error of a record. A class that this version does not know becomes a SummarizerError
    with the record's exit code."""
    known = _known(str(record.get("type", "")))
    cls = known or SummarizerError
    error = cls(
        str(record.get("message", "")),
        document=str(record.get("document", "")),
        remedy=str(record.get("remedy", "")),
    )
    code = record.get("exit_code")
    if known is None and isinstance(code, int):
        error.exit_code = code
    return error


def _known(name: str) -> type[SummarizerError] | None:
    found = getattr(summarizer.errors, name, None)
    return found if isinstance(found, type) and issubclass(found, SummarizerError) else None
