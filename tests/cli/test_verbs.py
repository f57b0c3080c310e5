from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from summarizer import __version__
from summarizer.cli.exit_codes import EXIT_CODES
from summarizer.cli.help import help_texts
from summarizer.cli.verbs import VERBS, app_of, choose

from .conftest import Run

HELP = help_texts()


@pytest.mark.parametrize("verb", ["summarize", *VERBS])
def test_each_verb_is_a_module_with_commands(verb: str) -> None:
    assert isinstance(app_of(verb), typer.Typer)


@pytest.mark.parametrize(
    ("words", "verb", "rest"),
    [
        (["models", "list"], "models", ["list"]),
        (["models"], "models", []),
        (["article.txt"], "summarize", ["article.txt"]),
        (["./models"], "summarize", ["./models"]),
        (["-"], "summarize", ["-"]),
        (["--", "models"], "summarize", ["--", "models"]),
        (["--strict", "models"], "summarize", ["--strict", "models"]),
        ([], "summarize", []),
    ],
)
def test_only_the_first_word_names_a_verb(words: list[str], verb: str, rest: list[str]) -> None:
    assert choose(words) == (verb, rest)


def test_the_main_help_lists_every_verb_and_exit_code() -> None:
    for verb, what in VERBS.items():
        assert f"  {verb:<8} {what}" in HELP["summarize"]
    for code, what in EXIT_CODES.items():
        assert f"  {code:<8} {what}" in HELP["summarize"]


def test_there_is_help_for_every_command() -> None:
    for name in ["summarize models pull", "summarize prompts diff", "summarize schema"]:
        assert HELP[name].startswith(f"Usage: {name}")


@pytest.mark.parametrize("name", HELP)
def test_help_fits_eighty_columns_and_describes_itself(name: str) -> None:
    usage, *rest = HELP[name].splitlines()
    assert usage.startswith(f"Usage: {name} ")
    assert rest[1].strip()
    assert "..." not in " ".join(rest), "a one-line description was cut"
    assert max(map(len, rest)) <= 80


@pytest.mark.parametrize("words", [["--version"], ["--version", "x"], ["-q", "--version"]])
def test_the_version_is_printed_wherever_it_is_asked_for(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err) == (0, f"summarize {__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["models", "--help"]])
def test_help_and_version_load_no_client_and_no_model(words: list[str]) -> None:
    script = (
        "import sys; from summarizer.cli import main; main(sys.argv[1:]);"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True
    )
    loaded = set(ended.stderr.split())
    assert "summarizer" in loaded
    assert not loaded & {"openai", "instructor", "pydantic", "xllamacpp", "rapidfuzz", "httpx"}
