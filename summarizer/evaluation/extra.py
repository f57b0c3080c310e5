"""The libraries of the extra ``evals``, loaded when they are first needed."""

from __future__ import annotations

import importlib
from typing import Any

from summarizer.errors import MissingExtra


def need(module: str) -> Any:
    """A module of numpy or scipy. Raises MissingExtra, with the command that installs them."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        if error.name != library:
            raise
        raise MissingExtra(
            f"Evaluating needs an optional part of this program ({library})",
            remedy="Run: pip install 'summarizer[evals]'",
        ) from None
