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


def test_its_example_is_what_the_command_shows_of_the_recorded_answer() -> None:
    from evals.readme import with_example

    assert with_example(README) == README


def test_the_recorded_summary_is_of_the_seed_as_it_is() -> None:
    from evals.readme import ARTICLE, RECORDING
    from summarizer import Summary
    from summarizer.document import read_source

    summary = Summary.model_validate_json(RECORDING.read_bytes())
    document = read_source(str(ARTICLE))

    assert summary.provenance.document_sha256 == document.sha256
    assert summary.provenance.model == "local/qwen2.5-coder-1.5b"
    evidence = [e for claim in summary.key_claims for e in claim.evidence]
    assert all(document.text[e.start : e.end] == e.quote for e in evidence)
