"""``summarize verify``: exit codes, and what is said of what no longer holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def summary(run: Run, article: Path, tmp_path: Path) -> Path:
    path = tmp_path / "summary.json"
    path.write_text(run(article, "--model", "extractive", "-f", "json").out, encoding="utf-8")
    return path


def test_a_fresh_summary_holds_and_the_code_is_0(run: Run, summary: Path, article: Path) -> None:
    ran = run("verify", summary, article)

    assert (ran.code, ran.err) == (0, "")
    assert "0 stale, 0 unsupported; the article is the one that was summarised." in ran.out


def test_a_changed_figure_is_stale_and_the_code_is_3(
    run: Run, summary: Path, article: Path
) -> None:
    article.write_text(
        article.read_text(encoding="utf-8").replace("1,200", "2,100"), encoding="utf-8"
    )

    ran = run("verify", summary, article)

    assert ran.code == 3
    assert "number: the summary has '1,200', the article '2,100'" in ran.out


def test_a_quote_that_moved_is_3_only_when_asked_strictly(
    run: Run, summary: Path, article: Path
) -> None:
    article.write_text("Updated.\n\n" + article.read_text(encoding="utf-8"), encoding="utf-8")

    assert run("verify", summary, article).code == 0
    assert run("verify", "--strict", summary, article).code == 3


def test_the_findings_come_as_json_too(run: Run, summary: Path, article: Path) -> None:
    found = json.loads(run("verify", "--json", summary, article).out)

    assert found["holds"] is True
    assert {"path", "verdict", "start", "end", "reasons"} <= set(found["findings"][0])


@pytest.mark.parametrize("content", ["", "not json", "{}", "[" * 100_000])
def test_a_file_that_is_no_summary_is_bad_input(
    run: Run, article: Path, tmp_path: Path, content: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content, encoding="utf-8")

    ran = run("verify", bad, article)

    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_an_escape_sequence_in_a_summary_does_not_reach_the_terminal(
    run: Run, article: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"quote": "\x1b[31mred\x1b[0m and never said"}), encoding="utf-8")

    assert "\x1b" not in run("verify", bad, article).out
