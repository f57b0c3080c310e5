"""The libraries of the readers, loaded when they are first needed."""

from __future__ import annotations

import importlib
import json
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from summarizer.errors import MissingExtra

# What is read with each extra, for the message.
_READS = {"pages": "web pages", "pdf": "PDF files", "docx": "Word files", "feeds": "feeds"}
_ALL = "newsroom"
_PROGRAM = "summarizer"


def need(module: str, extra: str) -> Any:
    """A module of one of the extras. Raises MissingExtra, with the command that installs all."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        if error.name != library:
            raise
        raise MissingExtra(
            f"{_READS[extra]} are read by an optional part of this program",
            remedy=f"Run: pip install '{installed_from()}[{_ALL}]' (or only [{extra}])",
        ) from None


def installed_from() -> str:
    """What to give pip so that it finds this very program: its checkout, else its name.

    By the record that pip leaves of where it installed from (PEP 610). Another program of the same
    name would come from an index, where this one was installed from a directory.
    """
    try:
        record = metadata.distribution(_PROGRAM).read_text("direct_url.json")
        url = str(json.loads(record or "{}").get("url", ""))
    except (metadata.PackageNotFoundError, ValueError, AttributeError):
        return _PROGRAM
    parts = urlsplit(url)
    place = unquote(parts.path)
    return place if parts.scheme == "file" and Path(place).exists() else _PROGRAM
