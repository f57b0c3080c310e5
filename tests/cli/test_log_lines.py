"""The log on standard error, where it is asked for."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import ProviderBusy
from summarizer.testing import FakeModel
from tests.cli.conftest import Run

EXTRACTIVE = ("--model", "extractive", "--format", "json")


def test_without_the_option_nothing_is_logged(run: Run, article: Path) -> None:
    assert run(article, *EXTRACTIVE).err == ""


@pytest.mark.parametrize(
    ("level", "events"),
    [
        ("debug", ["document.started", "document.done"]),
        ("info", ["document.done"]),
        ("warning", []),
    ],
)
def test_the_level_says_how_much(run: Run, article: Path, level: str, events: list[str]) -> None:
    ran = run(article, *EXTRACTIVE, "--log-level", level, "--log-format", "json")

    lines = [json.loads(line) for line in ran.err.splitlines()]
    assert [line["event"] for line in lines] == events
    assert {line["document"] for line in lines} <= {str(article)}


def test_the_result_is_alone_on_standard_output(run: Run, article: Path) -> None:
    ran = run(article, *EXTRACTIVE, "--log-level", "debug")

    assert json.loads(ran.out)["schema_version"] == "1"
    assert "document.done" in ran.err


def test_a_failure_is_logged_and_still_complained_of(
    run: Run, article: Path, use_model: Callable[[FakeModel], FakeModel]
) -> None:
    use_model(FakeModel(error=ProviderBusy("It was down")))

    ran = run(article, "--model", "fake/model", "--log-level", "warning")

    assert ran.code == 4
    *logged, complaint = ran.err.splitlines()
    assert [line.split()[3] for line in logged] == ["question.failed", "document.failed"]
    assert "It was down" in complaint
    assert not any("It was down" in line for line in logged)


def test_the_next_run_of_the_process_starts_afresh(run: Run, article: Path) -> None:
    run(article, *EXTRACTIVE, "--log-level", "debug")

    assert run(article, *EXTRACTIVE).err == ""
    assert logging.getLogger("summarizer").level == logging.NOTSET


@pytest.mark.parametrize("words", [("--log-level", "loud"), ("--log-format", "xml")])
def test_a_word_that_is_none_of_its_choices_is_bad_usage(
    run: Run, article: Path, words: tuple[str, str]
) -> None:
    assert run(article, *EXTRACTIVE, *words).code == 2
