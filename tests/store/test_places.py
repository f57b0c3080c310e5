"""Where the store lies, and that only its owner can read it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.store import Store, default_store_path
from summarizer.store.places import make_file
from summarizer.summary import Summary

from .conftest import leased

needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="no file modes there")


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    """A system where new files are everybody's."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {file.name: oct(file.stat().st_mode & 0o777) for file in folder.iterdir()}


@needs_modes
def test_only_the_owner_can_read_any_file_of_a_store(
    store: Store, run: int, summary: Summary, path: Path
) -> None:
    store.complete(leased(store, run), summary)

    names = ["summaries.db", "summaries.db-reserve", "summaries.db-shm", "summaries.db-wal"]
    assert modes(path.parent) == dict.fromkeys(names, "0o600")


@needs_modes
def test_a_file_is_never_anybody_s_not_even_while_it_is_made(path: Path) -> None:
    make_file(path)

    assert modes(path.parent) == {"summaries.db": "0o600"}


@needs_modes
def test_folders_that_are_made_are_the_owner_s_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "a" / "b" / "s.db") as store:
        store.runs()

    assert modes(tmp_path) == {"a": "0o700"}
    assert modes(tmp_path / "a") == {"b": "0o700"}


@needs_modes
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    with Store(shared / "s.db") as store:
        store.runs()

    assert modes(tmp_path) == {"shared": "0o755"}


@needs_modes
def test_a_store_that_others_could_read_is_closed_to_them(
    store: Store, run: int, summary: Summary, path: Path
) -> None:
    store.complete(leased(store, run), summary)
    for file in path.parent.iterdir():
        file.chmod(0o644)

    with Store(path) as again:
        again.runs()

        assert set(modes(path.parent).values()) == {"0o600"}


def test_nothing_is_made_before_the_store_is_used(path: Path) -> None:
    Store(path).close()

    assert not path.parent.exists()


def test_nothing_is_left_open_or_unfinished_by_a_closed_store(
    store: Store, run: int, summary: Summary, path: Path
) -> None:
    store.complete(leased(store, run), summary)
    store.close()
    store.close()

    assert sorted(modes(path.parent)) == ["summaries.db", "summaries.db-reserve"]


@pytest.mark.parametrize("name", ["a-file/s.db", "a-folder"], ids=["file-as-folder", "folder"])
def test_a_place_where_no_store_can_be_is_a_clear_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    (tmp_path / "a-folder").mkdir()

    with Store(tmp_path / name) as store, pytest.raises(StoreError, match="cannot be opened"):
        store.runs()


def test_a_user_without_a_home_has_no_store_and_no_stray_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMARIZER_STORE", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/share"))

    with pytest.raises(StoreError, match="no home"):
        default_store_path()
    monkeypatch.setenv("SUMMARIZER_STORE", "~nobody-of-this-name/s.db")
    with pytest.raises(StoreError, match="no such home"):
        default_store_path()


def test_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "mine.db"))

    assert default_store_path() == tmp_path / "mine.db"


@pytest.mark.parametrize("value", [None, ""], ids=["unset", "empty"])
def test_the_store_is_by_default_in_the_user_s_data_folder(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("SUMMARIZER_STORE", raising=False)
    if value is not None:
        monkeypatch.setenv("SUMMARIZER_STORE", value)

    found = default_store_path()

    assert found.is_absolute()
    assert (found.parent.name, found.name) == ("summarizer", "summaries.db")
