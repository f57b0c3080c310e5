"""The libraries of the readers, loaded when they are first needed."""

from __future__ import annotations

import importlib
from typing import Any

from summarizer.errors import MissingExtra

# What is read with each extra, for the message.
_READS = {"pages": "web pages", "pdf": "PDF files", "docx": "Word files", "feeds": "feeds"}


def need(module: str, extra: str) -> Any:
    """A module of one of the extras. Raises MissingExtra, with the command that installs it."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        if error.name != library:
            raise
        raise MissingExtra(
            f"{_READS[extra]} are read by an optional part of this program",
            remedy=f"Run: pip install 'summarizer[{extra}]'",
        ) from None
