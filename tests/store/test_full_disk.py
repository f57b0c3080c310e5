"""A full disk: a clear error, a whole database, and nothing that was paid for is lost."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import StoreFull
from summarizer.store import Lease, Store, Stored
from summarizer.summary import Summary

from .conftest import key_of as article_key
from .conftest import leased
from .workers import SIZE, key_of, started


def limit_pages(store: Store, more: int) -> None:
    """Let the database grow by so many pages; SQLite then says that the disk is full."""
    with store._database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + more}")


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_result_that_does_not_fit_is_an_error_and_its_lease_is_kept(
    store: Store, run: int, summary: Summary, path: Path
) -> None:
    lease = leased(store, run)
    large = summary.model_copy(update={"abstract": "power " * 20_000})
    limit_pages(store, 2)

    with pytest.raises(StoreFull, match=r"the disk is full\. Make room on the disk") as caught:
        store.complete(lease, large)

    assert caught.value.document == str(path)
    assert store.get(key_of(0)) is None
    assert is_whole(path)
    limit_pages(store, 1_000)
    assert store.complete(lease, large)


def test_nothing_of_a_result_that_did_not_fit_is_left(
    store: Store, run: int, summary: Summary
) -> None:
    lease = leased(store, run)
    limit_pages(store, 2)
    with pytest.raises(StoreFull):
        store.complete(lease, summary.model_copy(update={"abstract": "power " * 20_000}))

    assert [(item.status, item.spent.requests) for item in store.items(run)] == [("pending", 0)]


def test_nothing_is_begun_without_room_to_keep_it(
    store: Store, run: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 99, 1))  # type: ignore[attr-defined]

    with pytest.raises(StoreFull, match="the disk is full"):
        leased(store, run)

    assert list(store.items(run)) == []


def test_what_is_there_can_be_read_without_room(
    store: Store, run: int, summary: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.complete(leased(store, run), summary)
    store._reserve.give_up()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 99, 1))  # type: ignore[attr-defined]

    assert isinstance(store.acquire(article_key(), document="0.txt", run=run), Stored)


def test_a_limit_on_the_size_of_files_is_met_with_a_clear_error(path: Path) -> None:
    limit = 300_000
    out, errors = started("limited", path, limit).communicate()

    committed, name, *message = out.split()
    assert (name, errors) == ("StoreFull", "")
    assert message[:3] == ["cannot", "be", "written:"]
    assert is_whole(path)
    with Store(path, clock=lambda: time.time() + 60) as store:
        there = [n for n in range(int(committed) + 5) if store.get(key_of(n))]
        assert there == list(range(int(committed)))
        # The log alone is full at a third of that: it was moved into the database.
        assert len(there) > limit / SIZE / 2
        # And it goes on where it stopped.
        run = store.begin_run({})
        assert isinstance(store.acquire(key_of(len(there)), document="", run=run), Lease)


@pytest.mark.skipif(not shutil.which("unshare"), reason="makes a small disk with unshare")
def test_results_under_way_when_the_disk_runs_full_are_all_kept(tmp_path: Path) -> None:
    out, errors = started("small_disk", tmp_path, own_mounts=True).communicate()

    if "no disk" in out or "unshare" in errors:
        pytest.skip("this user may not mount a small disk")
    assert errors == ""
    assert out.splitlines() == ["kept 8", "begun False", "begun True"]
