"""Forgetting old runs and results, and nothing that is still needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.store import Lease, Old, Pruned, Store
from summarizer.store.database import Database
from summarizer.summary import Summary

from .conftest import Clock, key_of, leased

DAY = 86400.0


@pytest.fixture
def history(store: Store, clock: Clock, summary: Summary) -> float:
    """Runs of 40, 20 and 0 days ago, each with a document of its own; the second found that of the
    first too. Results of no run, 40 and 0 days ago. The moment 30 days ago."""
    for number, days in enumerate((40, 20, 0), 1):
        clock.now = 1_000_000.0 + (100 - days) * DAY
        run = store.begin_run({})
        store.complete(leased(store, run, number), summary)
        if number == 2:
            store.acquire(key_of(1), document="again.txt", run=run)
        store.end_run(run, "done")
        store.keep(key_of(10 + number), summary)
    return clock.now - 30 * DAY


def left(store: Store) -> tuple[list[int], list[int]]:
    """The numbers of the runs, and of the articles that have a result."""
    known = [number for number in range(20) if store.get(key_of(number))]
    return sorted(run.id for run in store.runs()), known


PRUNED = {
    "older than 30 days": (30.0, None, ([2, 3], [1, 2, 3, 12, 13])),
    "older than 10 days": (10.0, None, ([3], [3, 13])),
    "all": (-1.0, None, ([], [])),
    "older than a year": (365.0, None, ([1, 2, 3], [1, 2, 3, 11, 12, 13])),
    "all but two runs": (None, 2, ([2, 3], [1, 2, 3, 11, 12, 13])),
    "all but one run": (None, 1, ([3], [3, 11, 12, 13])),
    "all runs": (None, 0, ([], [11, 12, 13])),
    "old and not of the newest two": (10.0, 2, ([2, 3], [1, 2, 3, 13])),
}


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(("days", "keep", "stays"), PRUNED.values(), ids=PRUNED)
def test_what_is_old_goes_unless_a_run_that_stays_refers_to_it(
    store: Store,
    clock: Clock,
    days: float | None,
    keep: int | None,
    stays: tuple[list[int], list[int]],
) -> None:
    old = Old(None if days is None else clock.now - days * DAY, keep)
    before = store.size()
    told = store.prune(old, delete=False)
    assert store.size() == before

    assert store.prune(old) == told
    assert left(store) == stays
    assert (told.runs, told.summaries) == (3 - len(stays[0]), 6 - len(stays[1]))
    assert store.prune(old) == Pruned(0, 0, 0)


def test_the_sizes_add_up(store: Store, history: float, summary: Summary) -> None:
    each = len(summary.model_dump_json().encode())
    assert [run.size for run in store.runs()] == [each, 2 * each, each]
    assert (store.size().summaries, store.size().loose) == (6, 3)

    assert store.prune(Old(history)) == Pruned(1, 1, each)


def test_the_file_gets_smaller_and_forgets_the_words(
    store: Store, run: int, clock: Clock, summary: Summary, path: Path
) -> None:
    secret = "The keeper counted the gulls. " * 100
    for number in range(50):
        changed = summary.model_copy(update={"abstract": f"{number} {secret}"})
        store.complete(leased(store, run, number), changed)
    store.end_run(run, "done")
    before = store.size().bytes
    clock.now += DAY

    store.prune(Old(clock.now))

    assert store.size().bytes < before / 4
    store.close()
    assert b"counted the gulls" not in path.read_bytes()


def test_a_run_at_work_stays_whatever_its_age(store: Store, clock: Clock, run: int) -> None:
    lease = leased(store, run)
    clock.now += 5.0
    store.renew(lease)

    assert store.prune(Old(clock.now, 0)) == Pruned(0, 0, 0)
    assert store.renew(lease)


def test_a_result_that_is_computed_anew_stays_until_then(
    store: Store, clock: Clock, summary: Summary
) -> None:
    store.keep(key_of(), summary)
    clock.now += DAY
    later = store.begin_run({})
    assert isinstance(store.acquire(key_of(), document="a.txt", run=later, refresh=True), Lease)

    store.prune(Old(clock.now))

    assert store.get(key_of()) is not None


def test_a_run_of_another_machine_that_has_fallen_silent_is_over(
    open_store: Callable[..., Store], clock: Clock
) -> None:
    away = open_store("4711:12@another machine")
    run = away.begin_run({})
    leased(away, run)
    assert away.run(run).status == "running"

    clock.now += 2 * DAY

    assert away.run(run).status == "interrupted"
    assert away.prune(Old(clock.now)).runs == 1


def test_a_store_that_cannot_shrink_now_is_pruned_all_the_same(
    store: Store, history: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Database) -> None:
        raise StoreError("is locked by another process")

    monkeypatch.setattr(Database, "shrink", busy)

    assert store.prune(Old(history)).runs == 1
    assert left(store) == ([2, 3], [1, 2, 3, 12, 13])
