"""Runs and what became of their documents: a failed one is a row, and never a gap."""

from __future__ import annotations

import pytest

from summarizer.errors import AnswerInvalid, SourceEmpty, UnknownName
from summarizer.models.types import Usage
from summarizer.store import Busy, Counts, Store
from summarizer.summary import Summary

from .conftest import Clock, key_of, leased


def paid(tokens: int) -> AnswerInvalid:
    error = AnswerInvalid("not what was asked for")
    error.usage = Usage(prompt_tokens=tokens, requests=1)
    return error


def test_a_run_keeps_how_it_began(store: Store, clock: Clock) -> None:
    id = store.begin_run({"model": "fake/model", "concurrency": 4})

    run = store.run(id)
    assert run.description == {"model": "fake/model", "concurrency": 4}
    assert (run.started, run.ended, run.status) == (clock.now, None, "running")
    assert run.counts == Counts()


def test_a_run_keeps_how_it_ended(store: Store, run: int, clock: Clock) -> None:
    clock.now += 9
    store.end_run(run, "stopped")

    assert (store.run(run).ended, store.run(run).status) == (clock.now, "stopped")


def test_runs_are_listed_newest_first(store: Store) -> None:
    ids = [store.begin_run({}) for _ in range(3)]

    assert [run.id for run in store.runs()] == ids[::-1]


def test_an_unknown_run_is_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(UnknownName, match="there is no run 7"):
        store.run(7)


def test_documents_are_counted_by_their_status(
    store: Store, run: int, summary: Summary, clock: Clock
) -> None:
    store.complete(leased(store, run, 0), summary)
    store.acquire(key_of(0), document="copy.txt", run=run)
    store.fail(leased(store, run, 1), paid(1))
    store.note_failure(run, "empty.txt", SourceEmpty("the article holds no text"))
    leased(store, run, 2)

    assert store.run(run).counts == Counts(done=1, cached=1, failed=2, pending=1)
    assert [item.status for item in store.items(run)] == [
        "done",
        "cached",
        "failed",
        "failed",
        "pending",
    ]


def test_a_run_sums_what_it_paid_for_and_not_what_was_there(
    store: Store, run: int, summary: Summary
) -> None:
    priced = summary.provenance.model_copy(
        update={"prompt_tokens": 100, "completion_tokens": 20, "cost": 0.5}
    )
    store.complete(leased(store, run, 0), summary.model_copy(update={"provenance": priced}))
    store.acquire(key_of(0), document="copy.txt", run=run)
    store.fail(leased(store, run, 1), paid(1_000), cost=0.25)

    spent = store.run(run).spent
    assert (spent.prompt_tokens, spent.completion_tokens, spent.cost) == (1_100, 20, 0.75)


def test_a_document_that_is_tried_twice_adds_up(store: Store, run: int) -> None:
    for tokens in (100, 30):
        lease = store.acquire(key_of(), document="0.txt", run=run, position=0)
        assert not isinstance(lease, Busy)
        store.fail(lease, paid(tokens))  # type: ignore[arg-type]

    assert [item.spent.prompt_tokens for item in store.items(run)] == [130]


def test_a_cost_that_is_not_known_is_not_nothing(store: Store, run: int) -> None:
    store.fail(leased(store, run), paid(5))

    assert store.run(run).spent.cost is None


def test_documents_come_in_the_order_of_the_input(store: Store, run: int, summary: Summary) -> None:
    for number in (2, 0, 1):
        lease = store.acquire(key_of(number), document=f"{number}.txt", run=run, position=number)
        store.complete(lease, summary)  # type: ignore[arg-type]

    assert [item.document for item in store.items(run)] == ["0.txt", "1.txt", "2.txt"]


def test_results_come_with_their_documents(store: Store, run: int, summary: Summary) -> None:
    store.fail(leased(store, run, 0), paid(1))
    store.complete(leased(store, run, 1), summary)
    store.acquire(key_of(1), document="copy.txt", run=run)

    found = [(item.document, text) for item, text in store.results(run)]

    whole = summary.model_dump_json()
    assert found == [("0.txt", None), ("1.txt", whole), ("copy.txt", whole)]


def test_a_run_of_many_pages_is_read_whole(store: Store, run: int) -> None:
    for number in range(205):
        store.note_failure(run, f"{number}.txt", SourceEmpty("no text"))

    assert [item.position for item in store.items(run)] == list(range(205))


def test_runs_do_not_mix(store: Store, run: int, summary: Summary) -> None:
    store.complete(leased(store, run), summary)
    later = store.begin_run({})
    store.acquire(key_of(), document="again.txt", run=later)

    assert [(item.document, item.status) for item in store.items(later)] == [
        ("again.txt", "cached")
    ]
    assert store.run(run).counts == Counts(done=1)


def test_a_document_that_waits_for_another_process_is_pending(store: Store, run: int) -> None:
    leased(store, run)
    later = store.begin_run({})
    for _ in range(2):
        store.acquire(key_of(), document="0.txt", run=later, position=0)

    assert [item.status for item in store.items(later)] == ["pending"]


def test_a_document_that_was_computed_stays_done_when_it_is_asked_for_again(
    store: Store, run: int, summary: Summary
) -> None:
    store.complete(leased(store, run), summary)
    store.acquire(key_of(), document="0.txt", run=run, position=0)

    assert store.run(run).counts == Counts(done=1)


def test_an_error_is_shown_with_its_document(store: Store, run: int) -> None:
    store.note_failure(run, "empty.txt", SourceEmpty("the article holds no text"), position=4)

    (item,) = store.items(run)
    assert (item.position, item.document, item.digest) == (4, "empty.txt", "")
    assert item.error is not None
    assert item.error["type"] == "SourceEmpty"


def test_a_file_name_that_is_not_text_can_be_noted(store: Store, run: int) -> None:
    store.note_failure(run, "caf\udce9.txt", SourceEmpty("the article holds no text"))

    assert [item.document for item in store.items(run)] == ["caf\\udce9.txt"]
