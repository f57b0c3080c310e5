"""What the store answers for a key, and what it keeps of a result."""

from __future__ import annotations

import pytest

from summarizer import errors
from summarizer.models.types import Usage
from summarizer.store import Busy, Lease, Spent, Store, Stored
from summarizer.summary import Summary

from .conftest import Clock, key_of, leased

PAID = Usage(prompt_tokens=900, completion_tokens=50, cached_tokens=10, requests=2, seconds=1.5)


def failure(message: str = "cut off") -> errors.AnswerTruncated:
    error = errors.AnswerTruncated(message, document="0.txt")
    error.usage = PAID
    return error


def test_an_unknown_key_has_nothing(store: Store) -> None:
    assert store.get(key_of()) is None


def test_who_asks_first_gets_a_lease(store: Store, run: int, clock: Clock) -> None:
    lease = leased(store, run)

    assert (lease.digest, lease.run, lease.position) == (key_of().digest, run, 0)
    assert (lease.began, lease.expires) == (clock.now, clock.now + 60)


def test_a_completed_result_is_there_word_for_word(
    store: Store, run: int, summary: Summary, clock: Clock
) -> None:
    assert store.complete(leased(store, run), summary)

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary_json == summary.model_dump_json()
    assert stored.summary() == summary
    assert (stored.error, stored.created, stored.run) == (None, clock.now, run)


def test_a_result_keeps_what_it_cost(store: Store, run: int, summary: Summary) -> None:
    paid = {
        "prompt_tokens": 10**30,  # a server may claim anything
        "completion_tokens": 50,
        "cached_tokens": 7,
        "attempts": 3,
        "seconds": 2.5,
        "cost": 0.0125,
    }
    provenance = summary.provenance.model_copy(update=paid)
    store.complete(leased(store, run), summary.model_copy(update={"provenance": provenance}))

    stored = store.get(key_of())
    assert stored is not None
    assert stored.spent == Spent(2**63 - 1, 50, 7, 3, 2.5, 0.0125)


def test_who_asks_later_gets_the_result_and_no_lease(
    store: Store, run: int, summary: Summary
) -> None:
    store.complete(leased(store, run), summary)

    again = store.acquire(key_of(), document="copy.txt", run=run)

    assert isinstance(again, Stored)
    assert again.summary_json == summary.model_dump_json()


def test_the_result_outlives_the_store_that_wrote_it(
    store: Store, run: int, summary: Summary
) -> None:
    store.complete(leased(store, run), summary)
    store.close()

    with Store(store.path) as opened:
        assert opened.get(key_of()) is not None


def test_another_key_has_its_own_result(store: Store, run: int, summary: Summary) -> None:
    store.complete(leased(store, run, 0), summary)

    assert isinstance(store.acquire(key_of(1), document="1.txt", run=run), Lease)


def test_an_error_is_kept_with_its_cost(store: Store, run: int) -> None:
    assert store.fail(leased(store, run), failure(), cost=0.004)

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary_json is None
    assert stored.error is not None
    assert stored.error["type"] == "AnswerTruncated"
    assert stored.spent == Spent(900, 50, 10, 2, 1.5, 0.004)
    with pytest.raises(ValueError, match="an error is stored"):
        stored.summary()


def test_a_failed_document_is_tried_again(store: Store, run: int, summary: Summary) -> None:
    store.fail(leased(store, run), failure())

    assert store.complete(leased(store, run), summary)

    stored = store.get(key_of())
    assert stored is not None
    assert stored.error is None
    assert stored.summary() == summary


def test_a_newer_error_takes_the_place_of_an_older_one(store: Store, run: int) -> None:
    for message in ("first", "second"):
        store.fail(leased(store, run), failure(message))

    stored = store.get(key_of())
    assert stored is not None
    assert stored.error is not None
    assert stored.error["message"] == "second"


def test_a_released_lease_leaves_nothing_behind(store: Store, run: int) -> None:
    store.release(leased(store, run))

    assert store.get(key_of()) is None
    assert isinstance(store.acquire(key_of(), document="0.txt", run=run), Lease)


def test_refresh_computes_anew_what_was_there_before_the_run(
    store: Store, run: int, summary: Summary, other: Summary, clock: Clock
) -> None:
    store.complete(leased(store, run), summary)
    clock.now += 100
    later = store.begin_run({})

    assert store.complete(leased(store, later, refresh=True), other)

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary() == other


def test_refresh_takes_what_the_run_itself_computed(
    store: Store, run: int, summary: Summary, clock: Clock
) -> None:
    clock.now += 1
    store.complete(leased(store, run, refresh=True), summary)

    found = store.acquire(key_of(), document="copy.txt", run=run, refresh=True)

    assert isinstance(found, Stored)


def test_a_summary_survives_a_refresh_that_fails(
    store: Store, run: int, summary: Summary, clock: Clock
) -> None:
    store.complete(leased(store, run), summary)
    clock.now += 100
    later = store.begin_run({})

    assert store.fail(leased(store, later, refresh=True), failure())

    stored = store.get(key_of())
    assert stored is not None
    assert stored.summary() == summary
    assert next(store.items(later)).status == "failed"


def test_a_summary_that_utf8_cannot_hold_is_refused_and_the_lease_is_kept(
    store: Store, run: int, summary: Summary
) -> None:
    lease = leased(store, run)
    broken = summary.model_copy(update={"headline": "half \ud83d of a pair"})

    with pytest.raises(errors.SourceNotText, match="lone surrogate"):
        store.complete(lease, broken)

    assert isinstance(store.acquire(key_of(), document="0.txt", run=run), Busy)
    assert store.fail(lease, failure())
