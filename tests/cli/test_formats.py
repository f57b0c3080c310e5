"""What the command adds to a format: which ending means which, and several in one file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from summarizer.cli.delivery import format_for
from summarizer.render import FORMATS

from .conftest import ARTICLE, Run

ENDINGS = {
    "a.json": "json",
    "a.jsonl": "jsonl",
    "a.md": "markdown",
    "a.MD": "markdown",
    "a.html": "html",
    "a.jsonld": "jsonld",
    "a.csv": "csv",
    "a.txt": "text",
    "a": "text",
}


@pytest.mark.parametrize(("name", "format"), ENDINGS.items())
def test_a_files_ending_says_its_format(name: str, format: str) -> None:
    assert format in FORMATS
    assert format_for(None, name, 1) == format
    assert format_for("text", name, 1) == "text"


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two with figures, and one without between them."""
    texts = (ARTICLE, "Nothing is known yet.\n", ARTICLE.replace("1,200", "1,300"))
    paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_figures_of_several_articles_are_one_table(run: Run, articles: list[Path]) -> None:
    ran = run(*articles, "--model", "extractive", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out, newline=""), strict=True))
    assert ran.code == 0
    assert [(Path(row["document"]).name, row["low"]) for row in rows] == [
        ("0.txt", "1200"),
        ("2.txt", "1300"),
    ]


def test_a_file_of_figures_begins_with_the_mark_that_excel_needs(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "figures.csv"
    assert run(*articles, "--model", "extractive", "-o", path).code == 0
    data = path.read_bytes()
    assert data.count(b"\xef\xbb\xbf") == 1
    with path.open(newline="", encoding="utf-8-sig") as stream:
        assert [row["figure"] for row in csv.DictReader(stream, strict=True)] == ["F1", "F1"]
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize("format", ["jsonld", "ninjs", "annotations"])
def test_an_interchange_format_is_json_and_several_are_a_list(
    run: Run, articles: list[Path], tmp_path: Path, format: str
) -> None:
    words = ("--model", "extractive", "--format", format)
    assert isinstance(json.loads(run(articles[0], *words).out), dict)
    assert len(json.loads(run(*articles, *words).out)) == 3

    assert run(*articles, *words, "-o", tmp_path / "all.json").code == 0
    assert len(json.loads((tmp_path / "all.json").read_bytes())) == 3


def test_a_list_is_closed_also_when_the_last_article_fails(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    ran = run(*articles, tmp_path / "missing.txt", "--model", "extractive", "--format", "ninjs")
    assert len(json.loads(ran.out)) == 3
    assert ran.code == 2
