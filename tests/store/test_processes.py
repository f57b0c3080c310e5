"""Several processes on one store: nothing is computed twice, and a killed one blocks nobody."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.store import Busy, Lease, Store

from .workers import key_of, started

PROCESSES = 4
KEYS = 50


@contextlib.contextmanager
def worker(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A worker that is killed at the end, if it still runs."""
    with started(*words) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_each_key_is_computed_once_by_four_processes(path: Path) -> None:
    # None of them finds the file: they make it together.
    with contextlib.ExitStack() as stack:
        workers = [
            stack.enter_context(worker("share", path, seed, KEYS)) for seed in range(PROCESSES)
        ]
        assert [line(process) for process in workers] == ["ready"] * PROCESSES
        for process in workers:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        told = [process.communicate() for process in workers]

    assert [errors for _, errors in told] == [""] * PROCESSES
    computed = [int(number) for out, _ in told for number in out.split()]
    assert sorted(computed) == list(range(KEYS))
    with Store(path) as store:
        assert all(store.get(key_of(number)) for number in range(KEYS))
        assert sum(run.counts.done for run in store.runs()) == KEYS
        assert sum(run.counts.cached for run in store.runs()) == KEYS * (PROCESSES - 1)


@pytest.mark.skipif(sys.platform != "linux", reason="there only the clock tells")
def test_the_lease_of_a_killed_process_is_free_at_once(path: Path) -> None:
    now = time.time()
    with worker("hold", path) as holder, Store(path, clock=lambda: now) as store:
        assert line(holder) == "held"
        run = store.begin_run({})
        assert isinstance(store.acquire(key_of(0), document="0", run=run), Busy)

        holder.kill()
        holder.wait()

        assert isinstance(store.acquire(key_of(0), document="0", run=run), Lease)
        assert [known.status for known in store.runs()] == ["running", "interrupted"]


@pytest.mark.parametrize("after", [1, 4, 9])
def test_what_a_killed_process_committed_is_there(path: Path, after: int) -> None:
    with worker("write_on", path) as writer:
        for _ in range(after):
            committed = int(line(writer))
        writer.kill()
        writer.wait()

    with Store(path) as store:
        assert all(store.get(key_of(number)) for number in range(committed + 1))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_a_store_can_be_used_on_both_sides_of_a_fork(path: Path) -> None:
    assert started("fork", path).communicate() == ("0 True True\n", "")
