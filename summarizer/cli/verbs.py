"""The verbs, and which words of a command line choose one.

Each verb is a module of this package that holds a ``typer.Typer`` named ``app``. To add one, write
the module and add its line here.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import typer

DEFAULT = "summarize"
"""The verb that needs no name: ``summarize article.txt``."""

VERBS = {
    "batch": "summarise many articles, unattended; resumes where it was",
    "eval": "score a model and a prompt against gold files",
    "models": "list, fetch and remove the models that run on this machine",
    "prompts": "list, show and compare the prompts",
    "review": "decide about each item of a summary, in a browser, beside the text",
    "runs": "list the runs of batches, write results again, forget old ones",
    "schema": "print the JSON Schema of a summary",
    "verify": "check a summary against its article, or a later version of it",
}


def choose(words: Sequence[str]) -> tuple[str, list[str]]:
    """The verb of a command line and the words that are left for it.

    Only the first word can name a verb; a file of that name is given as ``./models``.
    """
    if words and words[0] in VERBS:
        return words[0], list(words[1:])
    return DEFAULT, list(words)


def app_of(verb: str) -> typer.Typer:
    """The verb's commands; imports its module."""
    return cast("typer.Typer", import_module(f"summarizer.cli.{verb}").app)


def program_name(verb: str) -> str:
    """What the verb is called in its usage line."""
    return "summarize" if verb == DEFAULT else f"summarize {verb}"
