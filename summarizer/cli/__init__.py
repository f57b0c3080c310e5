"""The command ``summarize``: one file a verb; this one only picks the verb.

What a verb needs is imported inside its functions, so that ``--help`` loads no client, no model and
no pydantic.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from summarizer.version import __version__

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (``sys.argv`` without it) and return the exit code.

    The codes are those of ``summarizer.cli.exit_codes``. Never raises, but for what
    ``SystemExit`` a signal brings.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        # Answered before the parser is even imported.
        print(f"summarize {__version__}")
        return 0
    from summarizer.cli.dispatch import run

    return run(words)
