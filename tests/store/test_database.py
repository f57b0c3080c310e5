"""The SQLite file itself: how it is opened, and what its failures become."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import StoreBusy
from summarizer.store import Store, database
from summarizer.summary import Summary

from .conftest import key_of, leased

FULL = 2  # PRAGMA synchronous


@pytest.fixture
def locked(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another process is writing, and will not be done before we give up."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    store.runs()
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_result_waits_for_the_disk(store: Store) -> None:
    with store._database.writing() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (FULL,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_commit_of_a_result_waits_for_the_disk(
    store: Store, run: int, summary: Summary
) -> None:
    lease = leased(store, run)
    seen = []
    with store._database.reading() as connection:
        connection.create_function("seen", 0, lambda: seen.append(level(connection)) or 1)
        connection.execute(
            "CREATE TEMP TRIGGER told AFTER INSERT ON results BEGIN SELECT seen(); END"
        )

    assert store.complete(lease, summary)

    assert seen == [FULL]


def level(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA synchronous").fetchone()[0])


@pytest.mark.usefixtures("locked")
def test_a_store_that_stays_locked_is_busy(path: Path) -> None:
    with (
        Store(path, busy_seconds=0.05) as store,
        pytest.raises(StoreBusy, match="is locked by another process") as caught,
    ):
        store.begin_run({})

    assert caught.value.document == str(path)


@pytest.mark.usefixtures("locked")
def test_a_store_that_is_locked_can_be_read(store: Store) -> None:
    assert store.get(key_of()) is None
    assert store.runs() == []


@pytest.mark.parametrize("broken_by", [KeyboardInterrupt, ValueError])
def test_a_transaction_that_breaks_off_is_undone_and_the_store_goes_on(
    store: Store, run: int, broken_by: type[BaseException]
) -> None:
    def break_off() -> None:
        with store._database.writing() as connection:
            connection.execute("DELETE FROM runs")
            raise broken_by

    with pytest.raises(broken_by):
        break_off()

    assert [known.id for known in store.runs()] == [run]
    assert store.begin_run({}) == run + 1


def test_a_closed_store_is_opened_again_by_its_next_use(store: Store, run: int) -> None:
    store.close()

    assert store.run(run).id == run


def test_sqlite_and_the_summary_s_types_are_loaded_when_they_are_needed() -> None:
    script = (
        "import sys, pathlib\n"
        "from summarizer.store import Store, default_store_path\n"
        "Store(pathlib.Path('none.db')).close()\n"
        "print(*({'sqlite3', 'pydantic', 'platformdirs'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout == "\n"
