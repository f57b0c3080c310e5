"""Leases: one holder a key, until the lease runs out; who lost one can write nothing with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.errors import AnswerInvalid
from summarizer.store import Busy, Lease, Store, Stored
from summarizer.summary import Summary

from .conftest import Clock, key_of, leased

OpenStore = Callable[..., Store]


@pytest.fixture
def elsewhere(open_store: OpenStore) -> Store:
    """The same file, used by a process of which only its leases can tell if it lives."""
    return open_store("another machine")


@pytest.fixture
def late(elsewhere: Store, run: int, clock: Clock) -> Lease:
    """A lease whose holder has not been heard of for as long as it lasts."""
    lease = leased(elsewhere, run)
    clock.now += 60
    return lease


def ask(store: Store, run: int) -> Lease | Stored | Busy:
    return store.acquire(key_of(), document="0.txt", run=run)


def test_a_second_holder_has_to_wait(
    store: Store, elsewhere: Store, run: int, clock: Clock
) -> None:
    leased(elsewhere, run)
    clock.now += 20

    assert ask(store, run) == Busy(key_of().digest, "another machine", 40.0)


def test_a_second_thread_of_the_same_process_has_to_wait(store: Store, run: int) -> None:
    leased(store, run)

    assert isinstance(ask(store, run), Busy)


def test_a_lease_that_is_not_renewed_is_taken_over_after_sixty_seconds(
    store: Store, late: Lease, run: int, clock: Clock
) -> None:
    clock.now -= 0.1
    assert isinstance(ask(store, run), Busy)

    clock.now += 0.1
    taken = ask(store, run)

    assert isinstance(taken, Lease)
    assert taken.token != late.token


def test_a_renewed_lease_lasts_sixty_seconds_more(
    store: Store, elsewhere: Store, run: int, clock: Clock
) -> None:
    lease = leased(elsewhere, run)
    clock.now += 45
    assert elsewhere.renew(lease)
    clock.now += 59

    assert isinstance(ask(store, run), Busy)
    clock.now += 1
    assert isinstance(ask(store, run), Lease)


def test_the_time_of_a_lease_can_be_chosen(store: Store, run: int, clock: Clock) -> None:
    with Store(store.path, lease_seconds=5, clock=clock, owner="hasty") as hasty:
        assert leased(hasty, run).expires == clock.now + 5


def test_a_late_result_does_not_overwrite_the_one_of_who_took_over(
    store: Store, late: Lease, run: int, summary: Summary, other: Summary
) -> None:
    assert store.complete(leased(store, run), summary)

    assert not store.complete(late, other)

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary() == summary


def test_a_late_result_does_not_end_the_lease_of_who_took_over(
    store: Store, late: Lease, run: int, summary: Summary, other: Summary
) -> None:
    current = leased(store, run)

    assert not store.complete(late, other)

    assert store.get(key_of()) is None
    assert store.complete(current, summary)


@pytest.mark.parametrize("what", ["renew", "fail", "release"])
def test_a_lost_lease_can_do_nothing(
    store: Store, late: Lease, run: int, summary: Summary, what: str
) -> None:
    current = leased(store, run)

    more = [AnswerInvalid("too late")] if what == "fail" else []
    assert not getattr(store, what)(late, *more)

    assert isinstance(ask(store, run), Busy)
    assert store.get(key_of()) is None
    assert store.complete(current, summary)


def test_a_lease_that_ran_out_and_was_wanted_by_nobody_still_counts(
    store: Store, run: int, clock: Clock, summary: Summary
) -> None:
    lease = leased(store, run)
    clock.now += 1_000

    assert store.complete(lease, summary)


def test_a_lease_completes_once(store: Store, run: int, summary: Summary, other: Summary) -> None:
    lease = leased(store, run)
    assert store.complete(lease, summary)

    assert not store.complete(lease, other)
    assert not store.fail(lease, AnswerInvalid("after all"))

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary() == summary


def test_a_clock_that_is_set_back_an_hour_does_not_prolong_a_lease(
    store: Store, elsewhere: Store, run: int, clock: Clock
) -> None:
    leased(elsewhere, run)

    clock.now -= 3
    assert isinstance(ask(store, run), Busy)
    clock.now -= 3_600
    assert isinstance(ask(store, run), Lease)
