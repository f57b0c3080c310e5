"""Every help text, so that documentation can be made from them and checked against them."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from summarizer.cli.verbs import DEFAULT, VERBS, app_of, program_name

_WIDTH = "80"


def help_texts() -> dict[str, str]:
    """The help of each command by its name (``summarize``, ``summarize models pull``, ...)."""
    return dict(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    for verb in (DEFAULT, *VERBS):
        words = [] if verb == DEFAULT else [verb]
        yield program_name(verb), _help(words)
        commands = app_of(verb).registered_commands
        # A verb with one command is that command.
        for command in commands if len(commands) > 1 else ():
            name = command.name or str(getattr(command.callback, "__name__", ""))
            yield f"{program_name(verb)} {name}", _help([*words, name])


def _help(words: list[str]) -> str:
    from summarizer.cli import main

    shown = io.StringIO()
    with _columns(_WIDTH), redirect_stdout(shown):
        main([*words, "--help"])
    return shown.getvalue().rstrip()


@contextmanager
def _columns(width: str) -> Iterator[None]:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = width
    try:
        yield
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
