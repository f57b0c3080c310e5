"""The README: its commands, its Python and its example are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: code.strip().splitlines()[0])
def test_every_python_example_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


def test_there_are_examples_to_run() -> None:
    assert len(PYTHON) >= 2


def test_every_file_and_folder_it_names_is_there() -> None:
    named = re.findall(r"`((?:summarizer|prompts|evals|seeds|tests)/[\w/.-]*)`", README)

    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_option_it_shows_is_one_of_the_commands() -> None:
    from summarizer.cli.help import help_texts

    known = " ".join(help_texts().values())
    shown = {
        option
        for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
        for line in block.splitlines()
        if "pip" not in line
        for option in re.findall(r"(--[a-z-]+)", line)
    }

    assert shown
    assert {option for option in shown if option not in known} == set()


def test_its_example_and_scores_are_those_of_the_recorded_answers() -> None:
    from evals.readme import with_generated

    assert with_generated(README) == README


def test_the_kept_summary_is_what_the_recorded_answers_make() -> None:
    from evals.readme import KEPT, recorded_summary
    from summarizer import Summary

    kept = Summary.model_validate_json(KEPT.read_bytes())
    now = recorded_summary()

    created = {"created": kept.provenance.created}
    again = now.model_copy(update={"provenance": now.provenance.model_copy(update=created)})
    assert again == kept
