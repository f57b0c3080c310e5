from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.models import known_models, weights
from summarizer.models.fetch import PullProgress

from .conftest import Run

SMALL = "smollm2-135m"
ENTRY = known_models()[SMALL]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of weights."""
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "models"


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were fetched; nothing is."""
    names: list[str] = []

    def pull(name: str, on_progress: Callable[[PullProgress], None]) -> Path:
        names.append(name)
        on_progress(PullProgress("fetching", 5, 10))
        return weights.path_of(name)

    monkeypatch.setattr(weights, "pull", pull)
    return names


def have_weights() -> Path:
    """A file of the right size where the weights would be."""
    path = weights.path_of(SMALL)
    path.parent.mkdir(parents=True)
    with path.open("wb") as stream:
        stream.truncate(ENTRY.size)
    return path


def test_list_says_size_licence_and_whether_it_is_here(run: Run) -> None:
    def row() -> list[str]:
        lines = run("models", "list").out.splitlines()
        return next(line.split() for line in lines if line.startswith(f"local/{SMALL}"))

    assert row()[1:4] == [f"{ENTRY.size / 1e6:.0f}", ENTRY.license, "no"]
    have_weights()
    assert row()[3] == "yes"


def test_pull_announces_size_and_licence_and_prints_the_path(run: Run, fetched: list[str]) -> None:
    ran = run("models", "pull", f"local/{SMALL}")
    assert fetched == [SMALL]
    assert ran.out == f"{weights.path_of(SMALL)}\n"
    assert f"{ENTRY.size / 1e6:.0f} MB, licence {ENTRY.license}" in ran.err


def test_pull_is_silent_when_told_and_when_all_is_here(run: Run, fetched: list[str]) -> None:
    assert run("models", "pull", SMALL, "--quiet").err == ""
    have_weights()
    assert run("models", "pull", SMALL).err == ""


def test_path_is_printed_also_before_the_weights_are_here(run: Run) -> None:
    before = run("models", "path", SMALL)
    assert "summarize models pull" in before.err
    path = have_weights()
    after = run("models", "path", SMALL)
    assert (before.out, after.out, after.err) == (f"{path}\n", f"{path}\n", "")


def test_remove_deletes_and_says_how_much(run: Run) -> None:
    path = have_weights()
    ran = run("models", "remove", SMALL)
    assert not path.exists()
    assert ran.err == f"summarize: local/{SMALL}: {ENTRY.size / 1e6:.0f} MB freed\n"
    assert run("models", "remove", SMALL).err == f"summarize: local/{SMALL} is not here\n"


@pytest.mark.parametrize("command", ["pull", "remove", "path"])
def test_an_unknown_model_is_code_2(run: Run, command: str) -> None:
    ran = run("models", command, "nothing")
    assert ran.code == 2
    assert SMALL in ran.err


def test_a_first_summary_announces_the_download(
    run: Run, article: Path, use_model: Callable[[object], object]
) -> None:
    from summarizer.testing import FakeModel

    use_model(FakeModel())
    assert "98 MB, licence Apache-2.0" in run(article, "-m", f"local/{SMALL}").err
    assert run(article, "-m", f"local/{SMALL}", "-q", "--refresh").err == ""
    assert "1,117 MB" in run(article).err
    have_weights()
    assert run(article, "-m", f"local/{SMALL}", "--refresh").err == ""
