"""Words for the person at the terminal: on standard error, one line each, nothing in them acts."""

from __future__ import annotations

import sys

from summarizer.render.inert import inert


def say(line: str) -> None:
    """Print one line on standard error; where that is closed, nothing."""
    try:
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        shown = inert(line).encode(encoding, "backslashreplace").decode(encoding)
        print(shown, file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):
        return


def complain(line: str) -> None:
    """Print one line that says what went wrong."""
    say(f"summarize: {line}")
