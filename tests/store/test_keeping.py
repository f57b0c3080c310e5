"""Results that no run computed: kept under their key like all others."""

from __future__ import annotations

from summarizer.errors import AnswerRefused
from summarizer.store import Lease, Store, Stored
from summarizer.summary import Summary

from .conftest import key_of, leased


def headline(store: Store) -> str:
    stored = store.get(key_of())
    assert stored is not None
    return stored.summary().headline


def test_it_is_found_by_whoever_asks(store: Store, run: int, summary: Summary) -> None:
    store.keep(key_of(), summary)

    got = store.acquire(key_of(), document="a.txt", run=run)

    assert isinstance(got, Stored)
    assert (got.summary(), got.run) == (summary, 0)
    assert got.spent.prompt_tokens == summary.provenance.prompt_tokens


def test_the_first_stays(store: Store, summary: Summary, other: Summary) -> None:
    store.keep(key_of(), summary)
    store.keep(key_of(), other)

    assert headline(store) == summary.headline


def test_one_that_replaces_does(store: Store, summary: Summary, other: Summary) -> None:
    store.keep(key_of(), summary)
    store.keep(key_of(), other, replace=True)

    assert headline(store) == other.headline


def test_it_takes_the_place_of_an_error(store: Store, run: int, summary: Summary) -> None:
    store.fail(leased(store, run), AnswerRefused("declined"))

    store.keep(key_of(), summary)

    assert headline(store) == summary.headline


def test_it_leaves_a_lease_to_its_holder(
    store: Store, run: int, summary: Summary, other: Summary
) -> None:
    lease = leased(store, run)
    store.keep(key_of(), summary)

    assert store.complete(lease, other)
    assert headline(store) == other.headline


def test_each_document_of_a_run_keeps_what_its_own_source_says(
    store: Store, run: int, summary: Summary
) -> None:
    for name in ("first", "second"):
        got = store.acquire(key_of(), document=name, run=run, source=f'{{"title":"{name}"}}')
        if isinstance(got, Lease):
            store.complete(got, summary)

    said = [(item.document, item.source) for item in store.items(run)]

    assert said == [("first", '{"title":"first"}'), ("second", '{"title":"second"}')]
