"""``summarize_many``: what a pipeline calls."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

import summarizer
from summarizer import Document, Options, Summary
from summarizer.batch import Limits
from summarizer.errors import (
    BudgetSpent,
    ProviderBusy,
    ProviderRejected,
    RunStopped,
    SourceEmpty,
    SummarizerError,
    UnknownName,
)
from summarizer.store import Store
from summarizer.testing import FakeModel

# This prompt asks once a document, so that calls can be counted.
summarize_many = partial(summarizer.summarize_many, prompt="summary@1")


def articles(count: int) -> Iterator[Document]:
    for number in range(count):
        yield Document.from_text(f"Case {number} was closed on Monday.", name=f"{number}.txt")


class Counting(FakeModel):
    """Counts how many ask at once, and lets each wait for another where there may be one."""

    def __init__(self, together: int = 1) -> None:
        super().__init__()
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.meeting = threading.Barrier(together)

    def ask(self, *args: Any, **kwargs: Any) -> Any:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            self.meeting.wait(10)
            return super().ask(*args, **kwargs)
        finally:
            with self.lock:
                self.now -= 1


@pytest.mark.parametrize("concurrency", [1, 2, 5])
def test_as_many_are_asked_about_at_once_as_was_said(concurrency: int) -> None:
    model = Counting(together=concurrency)
    # In order, the one that is due may be the only one in hand that is not done.
    asked = summarize_many(articles(20), model=model, concurrency=concurrency, ordered=False)
    results = list(asked)
    assert model.most == concurrency
    assert [type(result) for result in results] == [Summary] * 20


def test_results_are_in_order_and_an_error_keeps_its_place() -> None:
    texts = ["One was closed.", "", "Three was closed."]
    results = list(summarize_many(texts, model=FakeModel()))
    assert [type(result) for result in results] == [Summary, SourceEmpty, Summary]


def test_as_they_are_ready_each_names_its_document() -> None:
    results = list(summarize_many(articles(10), model=FakeModel(), ordered=False))
    names = {r.provenance.document for r in results if isinstance(r, Summary)}
    assert names == {f"{n}.txt" for n in range(10)}


def test_an_endless_input_is_read_as_far_as_it_is_asked_for() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for number in itertools.count():
            read += 1
            yield f"Case {number} was closed."

    results = summarize_many(endless(), model=FakeModel(), concurrency=3)
    assert len(list(itertools.islice(results, 10))) == 10
    results.close()
    assert read <= 10 + 2 * 3


def test_closing_cancels_what_is_under_way() -> None:
    asked = threading.Event()

    class Slow(FakeModel):
        def ask(self, *args: Any, budget: Any = None, **kwargs: Any) -> Any:
            if self.requests:
                asked.set()
                budget.cancellation.wait(10)
                budget.check()
            return super().ask(*args, budget=budget, **kwargs)

    results = summarize_many(articles(50), model=Slow(), concurrency=2)
    next(results)
    asked.wait(10)
    results.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "batch"]


def test_articles_are_read_in_the_callers_thread() -> None:
    threads = set()

    def input() -> Iterator[str]:
        for number in range(5):
            threads.add(threading.current_thread())
            yield f"Case {number} was closed."

    list(summarize_many(input(), model=FakeModel()))
    assert threads == {threading.current_thread()}


def test_a_store_saves_the_second_time(tmp_path: Any) -> None:
    model = FakeModel()
    with Store(tmp_path / "s.db") as store:
        first = list(summarize_many(articles(5), model=model, store=store))
        again = list(summarize_many(articles(5), model=model, store=store))
    assert len(model.requests) == 5
    assert again == first


def test_a_model_that_is_given_open_stays_open() -> None:
    class Closed(FakeModel):
        closed = False

        def close(self) -> None:
            self.closed = True

    model = Closed()
    list(summarize_many(articles(2), model=model))
    assert not model.closed


def test_after_a_refused_key_the_rest_is_stopped() -> None:
    model = FakeModel(error=ProviderRejected("no key"))
    results = list(summarize_many(articles(40), model=model, concurrency=3))
    assert {type(r) for r in results} == {ProviderRejected, RunStopped}
    assert len(model.requests) <= 3
    assert all(r.document for r in results if isinstance(r, SummarizerError))


def test_other_failures_stop_nothing() -> None:
    model = FakeModel(error=ProviderBusy("busy"))
    results = list(summarize_many(articles(12), model=model))
    assert {type(r) for r in results} == {ProviderBusy}


def test_a_budget_holds_for_an_open_model_too() -> None:
    model = FakeModel()  # 100 tokens and some a call
    limits = Limits(budget_tokens=20_000)
    results = list(summarize_many(articles(1000), model=model, limits=limits, concurrency=2))
    assert isinstance(results[-1], RunStopped | BudgetSpent)
    spent = sum(
        r.provenance.prompt_tokens + r.provenance.completion_tokens
        for r in results
        if isinstance(r, Summary)
    )
    assert 10_000 < spent <= 20_000


def test_an_unknown_model_is_told_at_once() -> None:
    with pytest.raises(UnknownName):
        next(summarize_many(articles(1), model="gpt"))


def test_a_fallback_speaks_where_the_model_fails() -> None:
    failing = FakeModel(error=ProviderBusy("busy"))
    options = Options(fallback=("extractive",))
    (result,) = summarize_many(articles(1), model=failing, options=options)
    assert isinstance(result, Summary)
    assert result.provenance.fallback_for == "fake/model"
