"""What tells one version of the pipeline from another: the code itself."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.revision import LEFT_OUT, PACKAGE, revision, sources
from summarizer.version import __version__

NAMES = sorted(sources())
HARMLESS = {
    "errors": "what is said when there is no result",
    "logs": "what is told while there is none yet",
    "lazy": "when a module is loaded",
    "version": "told in a result, and shapes nothing",
    "models.fetch": "where weights come from: their hash is in the key",
    "models.weights": "as above",
    "models.observing": "what is told while there is no result yet",
    "models.prices": "what a result cost is told in it, and shapes nothing",
    "models.throttle": "when a request is sent",
    "cache": "finds results, makes none",
    "document.reading": "makes the text, which is in the key",
    "document.decoding": "as above",
}
"""What the code that has a say imports, and that has none, with the reason."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package's sources, to be changed."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "summarizer"))


def test_it_is_the_same_for_the_same_code(copy: Path) -> None:
    assert revision.__wrapped__(copy) == revision.__wrapped__() != __version__


@pytest.mark.parametrize("name", NAMES)
def test_any_change_of_the_code_that_makes_a_result_is_another_revision(
    tmp_path: Path, name: str
) -> None:
    for other in ("pipeline.py", name):
        file = tmp_path / other
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((PACKAGE / other).read_bytes())
    before = revision(tmp_path)
    revision.cache_clear()

    (tmp_path / name).write_bytes((PACKAGE / name).read_bytes() + b"\n")

    assert revision(tmp_path) != before


@pytest.mark.parametrize(
    "change", ["new", "gone", "renamed"], ids=["new-file", "file-gone", "file-renamed"]
)
def test_so_is_a_file_that_comes_or_goes(copy: Path, change: str) -> None:
    before = revision(copy)
    revision.cache_clear()
    file = copy / "facts" / "headline.py"
    if change == "new":
        file.with_name("headlines.py").write_text("", "utf-8")
    elif change == "gone":
        file.unlink()
    else:
        file.rename(file.with_name("headlines.py"))

    assert revision(copy) != before


@pytest.mark.parametrize("name", ["cli/batch.py", "render/text.py", "version.py", "store/runs.py"])
def test_a_change_elsewhere_costs_nobody_a_result(copy: Path, name: str) -> None:
    before = revision(copy)
    revision.cache_clear()
    (copy / name).write_text("changed", "utf-8")

    assert revision(copy) == before


def test_without_sources_it_is_the_version(tmp_path: Path) -> None:
    assert revision(tmp_path) == __version__


def imports_of(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports, without the package's name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("summarizer."):
            yield (node.module or "").removeprefix("summarizer.")


@pytest.mark.parametrize("name", NAMES)
def test_code_that_has_a_say_rests_on_no_code_that_is_left_out(name: str) -> None:
    """What is left out by mistake would let an old result stand for a new one."""
    left_out = {
        module
        for module in imports_of(PACKAGE / name)
        if f"{module.replace('.', '/')}.py".startswith(LEFT_OUT)
        or f"{module.replace('.', '/')}/".startswith(LEFT_OUT)
    }

    assert left_out - HARMLESS.keys() == set()


def test_what_is_left_out_is_there() -> None:
    """A name that has moved would be left in, in silence."""
    assert [name for name in LEFT_OUT if not (PACKAGE / name).exists()] == []
