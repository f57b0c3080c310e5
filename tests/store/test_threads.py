"""One store, many threads."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer.store import Lease, Store
from summarizer.summary import Summary

from .conftest import key_of

THREADS = 16
KEYS = 20


def at_once(store: Store, work: Callable[[int], object]) -> list[object]:
    """Do the work in all threads, which begin together."""
    together = threading.Barrier(THREADS)

    def begin(number: int) -> object:
        together.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def test_each_key_is_leased_to_one_thread(store: Store, run: int, summary: Summary) -> None:
    def work(_: int) -> list[int]:
        mine = []
        for number in range(KEYS):
            lease = store.acquire(key_of(number), document=str(number), run=run, position=number)
            if isinstance(lease, Lease):
                assert store.complete(lease, summary)
                mine.append(number)
        return mine

    leased = [number for mine in at_once(store, work) for number in mine]  # type: ignore[attr-defined]

    assert sorted(leased) == list(range(KEYS))
    assert store.run(run).counts.done == KEYS


def test_documents_without_a_place_get_one_each(store: Store, run: int) -> None:
    at_once(store, lambda number: store.acquire(key_of(number), document="", run=run))

    assert [item.position for item in store.items(run)] == list(range(THREADS))


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files in /proc")
def test_threads_share_the_open_files(store: Store, run: int) -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208

    at_once(store, lambda number: store.acquire(key_of(number), document="", run=run))

    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
