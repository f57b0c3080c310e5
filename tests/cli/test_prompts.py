from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.prompts import load_prompt

from .conftest import Run


@pytest.fixture
def variant(tmp_path: Path) -> Path:
    """A prompt of one's own: the released one with a line added."""
    folder = tmp_path / "variant"
    folder.mkdir()
    for name, text in load_prompt("summary@1").files.items():
        added = "Be brief.\n" if name == "system.md" else ""
        (folder / name).write_text(text + added, encoding="utf-8")
    return folder


def test_list_names_every_prompt_with_its_fingerprint(run: Run) -> None:
    out = run("prompts", "list").out
    prompt = load_prompt("summary@1")
    assert any(
        line.split()[0] == prompt.id and line.split()[-1] == prompt.fingerprint[:16]
        for line in out.splitlines()
    )


def test_show_prints_each_file_under_its_name(run: Run) -> None:
    out = run("prompts", "show", "summary@1").out
    for name, text in load_prompt("summary@1").files.items():
        assert f"==> summary@1/{name} <==\n{text.rstrip()}" in out


def test_diff_shows_what_was_added(run: Run, variant: Path) -> None:
    out = run("prompts", "diff", "summary@1", str(variant)).out
    assert "+Be brief." in out.splitlines()
    assert out.startswith("--- summary@1/system.md\n+++ variant@0/system.md\n")
    assert "user.md" not in out


def test_diff_of_a_prompt_with_itself_is_empty(run: Run) -> None:
    assert run("prompts", "diff", "summary@1", "summary@1").out == ""


def test_an_unknown_prompt_is_code_2(run: Run) -> None:
    ran = run("prompts", "show", "nothing@1")
    assert ran.code == 2
    assert ran.err == "summarize: there is no prompt 'nothing@1'. See 'summarize prompts list'\n"
