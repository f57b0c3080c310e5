"""Run one verb, and turn every way it can end into an exit code and at most one line."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, cast

from summarizer.cli.exit_codes import DONE, INTERRUPTED, TERMINATED, UNEXPECTED
from summarizer.cli.messages import complain
from summarizer.cli.verbs import app_of, choose, program_name
from summarizer.errors import SummarizerError
from summarizer.render.inert import for_terminal

DEBUG = "SUMMARIZER_DEBUG"


class _ToldToEnd(SystemExit):
    """SIGTERM came."""


_SIGNALS: dict[type[BaseException], signal.Signals] = {
    KeyboardInterrupt: signal.SIGINT,
    _ToldToEnd: signal.SIGTERM,
}
_AGAIN = 0.05
"""Seconds after which a signal that was lost is sent once more."""


def run(words: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    verb, rest = choose(words)
    with _ended_by_signal():
        try:
            return _code_after(verb, rest)
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


def _code_after(verb: str, words: list[str]) -> int:
    """Run the verb. Not by typer's own ``main``: it prints what is wrong with a word as the word
    stands, and a word may be the name of a file that a stranger chose."""
    import typer

    usage_error = cast("type[Exception]", typer.BadParameter.__base__)  # has no public name there
    command = typer.main.get_command(app_of(verb))
    try:
        with command.make_context(program_name(verb), words) as context:
            command.invoke(context)
    except typer.Exit as ended:
        return _interrupted() if _from_keyboard(ended) else ended.exit_code
    except usage_error as error:
        return _told(error)
    return DONE


def _told(error: Any) -> int:
    """Say how the command is used and what is wrong with it, with nothing in it that acts."""
    shown = io.StringIO()
    error.show(file=shown)
    if sys.stderr is not None:
        with suppress(OSError):  # nobody reads it
            sys.stderr.write(for_terminal(shown.getvalue()))
    return int(error.exit_code)


def _code_of(ended: SystemExit) -> int:
    if _from_keyboard(ended):
        return _interrupted()
    if isinstance(ended.code, int):
        return ended.code
    return DONE if ended.code is None else UNEXPECTED


def _from_keyboard(error: BaseException | None) -> bool:
    """Whether an interruption from the keyboard is behind it."""
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
        raise _ToldToEnd(TERMINATED)

    signal.signal(signal.SIGTERM, leave)
    try:
        with _no_signal_lost():
            yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def _no_signal_lost() -> Iterator[None]:
    """Send a signal once more whose exception arose where Python can only drop it.

    That is in a destructor, or in code that a library in another language calls: a batch went on
    for ever that was to end while it wrote a number.
    """
    before = sys.unraisablehook

    def again(dropped: sys.UnraisableHookArgs) -> None:
        lost = _SIGNALS.get(dropped.exc_type)
        if lost is None:
            before(dropped)
            return
        # By another thread: here the exception would be dropped again.
        later = threading.Timer(_AGAIN, os.kill, (os.getpid(), lost))
        later.daemon = True
        later.start()

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = before
