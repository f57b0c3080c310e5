"""Run one verb, and turn every way it can end into an exit code and at most one line."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from summarizer.cli.exit_codes import DONE, INTERRUPTED, TERMINATED, UNEXPECTED
from summarizer.cli.messages import complain
from summarizer.cli.verbs import app_of, choose, program_name
from summarizer.errors import SummarizerError

DEBUG = "SUMMARIZER_DEBUG"


def run(words: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    verb, rest = choose(words)
    with _ended_by_signal():
        try:
            app_of(verb)(args=rest, prog_name=program_name(verb))
        except SystemExit as ended:
            return _code_of(ended)
        except KeyboardInterrupt:
            return _interrupted()
        except SummarizerError as error:
            _trace_if_asked()
            complain(str(error))
            return error.exit_code
        except Exception as error:  # the last line of defence: a user never meets a traceback
            _trace_if_asked()
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            complain(f"unexpected failure: {what}. Run again with {DEBUG}=1 to see where")
            return UNEXPECTED
    return DONE


def _code_of(ended: SystemExit) -> int:
    if _from_keyboard(ended):
        return _interrupted()
    if isinstance(ended.code, int):
        return ended.code
    return DONE if ended.code is None else UNEXPECTED


def _from_keyboard(error: BaseException | None) -> bool:
    """Whether an interruption from the keyboard is behind it, which typer makes an exit of."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _interrupted() -> int:
    complain("interrupted")
    return INTERRUPTED


def _trace_if_asked() -> None:
    if os.environ.get(DEBUG, "") not in ("", "0"):
        traceback.print_exc()


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Let SIGTERM unwind the stack: a model's server and unfinished files are cleaned up."""
    usable = threading.current_thread() is threading.main_thread()
    if not usable or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def leave(*_: object) -> NoReturn:
        sys.exit(TERMINATED)

    signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
