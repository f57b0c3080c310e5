"""What standard output can show."""

from __future__ import annotations

import os
import shutil
import sys

from summarizer.render import View

_READABLE = 100  # columns; longer lines are hard to read
_PIPED = 80


def view_of_stdout() -> View:
    """Width and colour for standard output.

    No colour unless it is a terminal, and none with NO_COLOR (no-color.org) or TERM=dumb. A pipe is
    80 columns wide, unless COLUMNS says otherwise.
    """
    terminal = sys.stdout is not None and sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    columns = shutil.get_terminal_size((_PIPED, 24)).columns if terminal else _columns()
    return View(width=min(columns, _READABLE), colour=terminal and not plain)


def _columns() -> int:
    said = os.environ.get("COLUMNS", "")
    return int(said) if said.isdecimal() and 0 < int(said) < 10_000 else _PIPED
