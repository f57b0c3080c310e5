"""The store behind plain ``summarize``: nothing is paid twice, and nothing stands in the way."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.cli import remembering
from summarizer.errors import AnswerRefused, StoreFull, WeightsUnavailable
from summarizer.models import resolve
from summarizer.store import Store
from summarizer.testing import FakeModel

from .conftest import ARTICLE, Run

UseModel = Callable[[FakeModel], FakeModel]
# With this prompt a document is one question, so that calls can be counted.
FAKE = ("-m", "fake/model", "--base-url", "http://127.0.0.1:1/v1", "-p", "summary@1")
FOUND = re.compile(
    r"summarize: from the store, made on \d{4}-\d\d-\d\d at \d\d:\d\d \(--refresh asks anew\)\n"
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.db"
    monkeypatch.setenv("SUMMARIZER_STORE", str(path))
    return path


@pytest.fixture
def model(use_model: UseModel, store: Path) -> FakeModel:
    return use_model(FakeModel())


def test_the_second_time_nothing_is_asked_and_the_reader_is_told(
    run: Run, article: Path, model: FakeModel
) -> None:
    first, second = run(article, *FAKE), run(article, *FAKE)

    assert len(model.requests) == 1
    assert (second.code, second.out) == (0, first.out)
    assert first.err == ""
    assert FOUND.fullmatch(second.err)


def test_for_what_is_known_no_model_is_opened_no_key_needed_and_no_download_announced(
    run: Run, article: Path, model: FakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[object] = []
    monkeypatch.setattr(
        "summarizer.cli.weights.announce_missing", lambda *given: announced.append(given)
    )
    names = ["openai/gpt-5.4-mini", "local/smollm2-135m"]
    for name in names:
        assert run(article, "-m", name).code == 0
    assert len(announced) == 2

    def never(*_: object) -> FakeModel:
        raise AssertionError("the model was opened")

    monkeypatch.setattr(resolve, "open_model", never)
    assert [run(article, "-m", name).code for name in names] == [0, 0]
    assert len(announced) == 2


def test_of_several_it_is_told_how_many(run: Run, article: Path, model: FakeModel) -> None:
    other = article.with_name("other.txt")
    other.write_text(ARTICLE.replace("Carrow", "Dunmore"), "utf-8")
    run(article, *FAKE)

    ran = run(article, other, *FAKE)

    assert ran.err == "summarize: 1 of 2 from the store (--refresh asks anew)\n"
    assert len(model.requests) == 2


@pytest.mark.parametrize("words", [["-q"], ["--log-level", "info"]], ids=["quiet", "log"])
@pytest.mark.usefixtures("model")
def test_it_is_not_told_where_nobody_reads(run: Run, article: Path, words: list[str]) -> None:
    run(article, *FAKE)

    told = run(article, *FAKE, *words).err

    assert "from the store" not in told
    assert ("document.found" in told) is ("-q" not in words)


def test_the_same_text_in_another_file_is_found_under_that_files_name(
    run: Run, article: Path, model: FakeModel
) -> None:
    run(article, *FAKE)
    copy = article.with_name("copy.txt")
    copy.write_text(ARTICLE, "utf-8")

    said = json.loads(run(copy, *FAKE, "-f", "json").out)

    assert said["provenance"]["document"] == str(copy)
    assert len(model.requests) == 1


def test_no_cache_reads_nothing_and_writes_nothing(
    run: Run, article: Path, model: FakeModel, store: Path
) -> None:
    for _ in range(2):
        assert run(article, *FAKE, "--no-cache").err == ""
    assert not store.exists()

    run(article, *FAKE)
    run(article, *FAKE, "--no-cache")
    assert len(model.requests) == 4


def test_refresh_asks_anew_and_keeps_the_new(
    run: Run, article: Path, use_model: UseModel, store: Path
) -> None:
    use_model(FakeModel())
    run(article, *FAKE)
    newer = use_model(FakeModel(headline="Storm cuts power in Carrow"))

    refreshed = run(article, *FAKE, "--refresh")

    assert refreshed.err == ""
    assert run(article, *FAKE).out == refreshed.out
    assert len(newer.requests) == 1


CHANGES = {
    "model": ("-m", "fake/other"),
    "server": ("--base-url", "http://127.0.0.1:2/v1"),
    "prompt": ("-p", "summary@2"),
    "language": ("--language", "de"),
    "fallback": ("--fallback", "extractive"),
}


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_another_question_is_asked(
    run: Run, article: Path, model: FakeModel, words: tuple[str, ...]
) -> None:
    run(article, *FAKE)
    before = len(model.requests)

    assert run(article, *FAKE, *words).err == ""
    assert len(model.requests) > before


def test_a_batch_and_a_single_file_share_their_results(
    run: Run, article: Path, model: FakeModel
) -> None:
    run("batch", article, *FAKE)
    assert FOUND.fullmatch(run(article, *FAKE).err)

    article.write_text(ARTICLE.replace("Carrow", "Dunmore"), "utf-8")
    run(article, *FAKE)
    assert run("batch", article, *FAKE).err == "summarize: 1 done (1 from the store)\n"
    assert len(model.requests) == 2


def test_a_failure_is_tried_again(run: Run, article: Path, use_model: UseModel) -> None:
    use_model(FakeModel(error=AnswerRefused("declined")))
    assert run(article, *FAKE).code == 4

    use_model(FakeModel())
    assert run(article, *FAKE).code == 0


def test_without_a_model_nothing_is_kept(run: Run, article: Path, store: Path) -> None:
    assert run(article, "-m", "extractive").code == 0

    assert not store.exists()


def test_a_store_may_be_named(run: Run, article: Path, model: FakeModel, store: Path) -> None:
    named = store.with_name("other.db")
    for _ in range(2):
        run(article, *FAKE, "--store", named)

    assert len(model.requests) == 1
    assert (named.exists(), store.exists()) == (True, False)


def in_a_file(path: Path) -> None:
    path.parent.write_text("x", "utf-8")


def a_text(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(ARTICLE * 20, "utf-8")


def newer(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0x53756D31")
        connection.execute("PRAGMA user_version = 99")


def locked(path: Path) -> sqlite3.Connection:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    return connection


UNUSABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "in no folder": (in_a_file, "cannot be opened: "),
    "another file": (a_text, "is not a store"),
    "newer": (newer, "was written by a newer version"),
    "locked": (locked, "is locked by another process"),
}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no lock."""
    monkeypatch.setattr(remembering, "_PATIENCE", 0.0)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("spoil", "why"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_store_that_cannot_be_used_is_told_once_and_costs_no_summary(
    run: Run, article: Path, model: FakeModel, spoil: Callable[[Path], object], why: str
) -> None:
    path = article.parent / "kept" / "s.db"
    kept = spoil(path)

    ran = run(article, article, *FAKE, "--store", path)

    assert ran.code == 0
    assert ran.out.count("Storm leaves Carrow without power") >= 2
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"summarize: going on without the store: {path} {why}")
    assert ran.err.endswith(" (--store names another, --no-cache does without)\n")
    assert len(model.requests) == 2
    assert run(article, *FAKE, "--store", path, "--no-cache").err == ""
    del kept


@pytest.mark.usefixtures("model")
def test_a_disk_that_is_full_costs_no_summary(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFull("the disk is full", document="s.db")

    monkeypatch.setattr(Store, "keep", full)

    ran = run(article, *FAKE)

    assert ran.code == 0
    assert ran.err.startswith("summarize: going on without the store: s.db the disk is full (")


@pytest.mark.usefixtures("model")
def test_a_user_without_a_home_gets_a_summary(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_STORE", "~nobody-of-this-name/s.db")

    ran = run(article, *FAKE)

    assert ran.code == 0
    assert "there is no such home" in ran.err


@pytest.fixture
def weightless(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights are here, and none can be fetched."""

    class Weightless(FakeModel):
        def __init__(self) -> None:
            super().__init__(error=WeightsUnavailable("cannot be fetched"))

    monkeypatch.setattr(resolve, "open_model", lambda *_: Weightless())
    monkeypatch.setattr("summarizer.models.weights.is_installed", lambda _: False)


@pytest.mark.usefixtures("weightless", "store")
def test_a_download_is_announced_before_a_model_is_asked(run: Run, article: Path) -> None:
    ran = run(article, "-m", "local/smollm2-135m")

    assert ran.code == 4
    assert ran.err.splitlines()[0].startswith("summarize: fetching local/smollm2-135m")
