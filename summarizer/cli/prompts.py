"""``summarize prompts``: which prompts there are, what they say, how two of them differ."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.columns import columns
from summarizer.cli.options import new_app
from summarizer.cli.output import write_stdout

if TYPE_CHECKING:
    from summarizer.prompts import Prompt

app = new_app(no_args_is_help=True, help="List, show and compare the prompts.")

_ID = "NAME@VERSION"


@app.command("list")
def list_() -> None:
    """List every prompt, its state and its fingerprint."""
    from summarizer.prompts import list_prompts, released

    locked = released()
    rows = [("PROMPT", "STATE", "FINGERPRINT")]
    for prompt in list_prompts():
        state = "released" if prompt.id in locked else "draft"
        rows.append((prompt.id, state, prompt.fingerprint[:16]))
    write_stdout(columns(rows))


@app.command()
def show(prompt: Annotated[str, typer.Argument(metavar=_ID)]) -> None:
    """Print the files of a prompt, each under its name."""
    from summarizer.prompts import load_prompt

    found = load_prompt(prompt)
    parts = [f"==> {found.id}/{name} <==\n{text.rstrip()}" for name, text in _files(found)]
    write_stdout("\n\n".join(parts))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar=_ID)],
    new: Annotated[str, typer.Argument(metavar=_ID)],
) -> None:
    """Print what changed between two prompts."""
    from summarizer.prompts import load_prompt

    before, after = load_prompt(old), load_prompt(new)
    lines: list[str] = []
    for name in sorted({*before.files, *after.files}):
        lines += difflib.unified_diff(
            before.files.get(name, "").splitlines(),
            after.files.get(name, "").splitlines(),
            f"{before.id}/{name}",
            f"{after.id}/{name}",
            lineterm="",
        )
    if lines:
        write_stdout("\n".join(lines))


def _files(prompt: Prompt) -> list[tuple[str, str]]:
    return sorted(prompt.files.items())
