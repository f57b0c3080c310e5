"""A run over many documents: paid for once, failed by name, stopped in time."""

from __future__ import annotations

import io
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from evals.chat_server import COMPLETION_TOKENS, PROMPT_TOKENS, ChatServer, refusal
from summarizer import Document, Options, Summary
from summarizer.batch import Job, Limits, Plan, Run
from summarizer.batch.sources import Sources
from summarizer.errors import (
    BudgetSpent,
    InputError,
    ProviderBusy,
    ProviderRejected,
    RequestInvalid,
    RunStopped,
    SourceEmpty,
    StoreFull,
    SummarizerError,
    UnknownName,
)
from summarizer.models.prices import Price
from summarizer.store import Store
from summarizer.testing import FakeModel

from .conftest import Play, jobs

A_CALL = PROMPT_TOKENS + COMPLETION_TOKENS


def test_every_document_has_an_outcome_in_its_place(play: Play, server: ChatServer) -> None:
    outcomes = play(range(30))
    assert [o.index for o in outcomes] == list(range(30))
    assert [o.document for o in outcomes] == [f"case-{n}.txt" for n in range(30)]
    assert all(isinstance(o.result(), Summary) for o in outcomes)
    assert max(server.stats.cases.values()) == 1


def test_no_more_are_asked_at_once_than_was_allowed(play: Play, server: ChatServer) -> None:
    server.told.latency = 0.005
    play(range(40))
    assert server.stats.most == 4


def test_a_second_run_calls_nobody_and_gives_the_same(play: Play, server: ChatServer) -> None:
    first = play(range(12))
    again = play(range(12))
    assert server.stats.calls == 12
    assert [o.json() for o in again] == [o.json() for o in first]
    assert all(o.cached and o.tokens == 0 for o in again)


def test_refresh_pays_again_and_keeps_the_new_result(play: Play, server: ChatServer) -> None:
    play(range(3))
    assert not any(o.cached for o in play(range(3), refresh=True))
    assert server.stats.calls == 6


def test_without_a_store_nothing_is_kept(play: Play, server: ChatServer) -> None:
    play(range(3), store=None)
    play(range(3), store=None)
    assert server.stats.calls == 6


def test_the_same_text_under_two_names_is_paid_for_once(plan: Plan, server: ChatServer) -> None:
    def named(index: int) -> Job:
        document = Document.from_text("Case 1 was closed.", name=f"{index}.txt")
        return Job(index, document.name, lambda: document)

    results = [o.result() for o in Run(plan).outcomes(named(i) for i in range(6))]
    assert server.stats.calls == 1
    names = [r.provenance.document for r in results if isinstance(r, Summary)]
    assert names == [f"{i}.txt" for i in range(6)]


def test_a_poisonous_document_fails_alone_and_by_name(play: Play, server: ChatServer) -> None:
    server.told.poison = 7
    outcomes = play(range(1, 41))
    failed = [o for o in outcomes if o.error]
    assert [o.document for o in failed] == ["case-7.txt"]
    assert isinstance(failed[0].error, RequestInvalid)
    assert failed[0].error.document == "case-7.txt"


def test_a_failed_document_is_tried_again_and_the_others_are_not(
    play: Play, server: ChatServer
) -> None:
    server.told.poison = 3
    play(range(1, 6))
    server.told.poison = 0
    outcomes = play(range(1, 6))
    assert [o.cached for o in outcomes] == [True, True, False, True, True]
    assert server.stats.cases == {1: 1, 2: 1, 3: 2, 4: 1, 5: 1}


def test_a_document_that_cannot_be_read_is_a_typed_error(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\xff" * 50)
    (tmp_path / "b.txt").write_text("Case 1 was closed.", "utf-8")
    sources = Sources([str(tmp_path)], io.BytesIO())
    outcomes = list(Run(plan).outcomes(sources.jobs()))
    assert [type(o.result()).__name__ for o in outcomes] == ["SourceNotText", "Summary"]


def test_a_fault_of_the_program_is_a_typed_error_without_the_articles_words(
    plan: Plan, store: Store
) -> None:
    class Broken(FakeModel):
        def ask(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
            raise ZeroDivisionError("secret words of the article")

    run = Run(replace(plan, model=Broken(), store=store))
    (outcome,) = run.outcomes(jobs([1]))
    assert type(outcome.error) is SummarizerError
    assert "ZeroDivisionError at test_run.py" in str(outcome.error)
    assert "secret" not in str(outcome.error)
    assert [item.status for item in store.items(1)] == ["failed"]


@pytest.mark.parametrize(("status", "code"), [(401, "invalid_api_key"), (403, "denied")])
def test_a_key_that_is_refused_stops_the_run(
    play: Play, server: ChatServer, status: int, code: str
) -> None:
    server.behave = lambda case, number: refusal(status, code) if number >= 3 else None
    outcomes = play(range(200))
    assert server.stats.calls <= 3 + 4
    kinds = Counter(type(o.result()).__name__ for o in outcomes)
    assert kinds["Summary"] == 2
    assert set(kinds) == {"Summary", "ProviderRejected", "RunStopped"}
    assert sum(kinds.values()) == 200


def test_after_a_used_up_quota_what_was_done_is_kept(play: Play, server: ChatServer) -> None:
    server.told.quota_after = 11
    play(range(50))
    server.told.quota_after = 0
    calls = server.stats.calls
    assert calls <= 11 + 4
    outcomes = play(range(50))
    assert sum(o.cached for o in outcomes) == 10
    assert server.stats.calls == calls + 40


def test_what_the_store_has_is_still_found_after_the_run_was_stopped(
    play: Play, server: ChatServer
) -> None:
    play(range(20, 40))
    server.behave = lambda case, number: refusal(401, "invalid_api_key")
    outcomes = play(range(40))
    assert [o.cached for o in outcomes] == [False] * 20 + [True] * 20


def test_a_provider_that_is_down_is_given_up_after_many_in_a_row(
    play: Play, server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.batch.controls._FEWEST_DOWN", 6)
    model = FakeModel(error=ProviderBusy("down"))
    outcomes = play(range(100), model=model, limits=Limits(concurrency=2))
    kinds = Counter(type(o.error) for o in outcomes)
    assert 6 <= kinds[ProviderBusy] <= 6 + 2
    assert kinds[RunStopped] == 100 - kinds[ProviderBusy]


def test_a_budget_of_tokens_is_used_and_not_passed(plan: Plan, server: ChatServer) -> None:
    run = Run(replace(plan, limits=Limits(concurrency=4, budget_tokens=20_000)))
    outcomes = list(run.outcomes(jobs(range(60))))
    assert 20_000 - 3 * A_CALL <= run.spent.tokens <= 20_000
    assert run.spent.tokens == server.stats.calls * A_CALL
    assert isinstance(run.stopped, BudgetSpent)
    assert sum(o.error is None for o in outcomes) == server.stats.calls


def test_a_budget_of_dollars_is_used_and_not_passed(plan: Plan) -> None:
    limits = Limits(concurrency=4, budget_usd=0.05, price=Price(1.0, 1.0, 5.0))
    run = Run(replace(plan, limits=limits))
    outcomes = list(run.outcomes(jobs(range(60))))
    assert 0.035 < run.spent.usd <= 0.05
    costs = [o.summary.provenance.cost for o in outcomes if o.summary]
    assert costs == [0.002] * len(costs)


def test_a_budget_counts_what_an_answer_may_cost_where_the_server_does_not_say(
    plan: Plan, server: ChatServer
) -> None:
    server.told.usage = False
    run = Run(replace(plan, limits=Limits(concurrency=2, budget_tokens=20_000)))
    list(run.outcomes(jobs(range(40))))
    assert 10_000 < run.spent.tokens <= 20_000


def test_a_budget_in_dollars_needs_a_price(plan: Plan, server: ChatServer) -> None:
    with pytest.raises(InputError, match="price of mine/model is not known"):
        Run(replace(plan, limits=Limits(budget_usd=1.0)))
    assert server.stats.calls == 0


@pytest.mark.parametrize("model", ["gpt", "local/gpt"])
def test_a_model_that_there_is_not_is_told_before_anything_is_read(plan: Plan, model: str) -> None:
    with pytest.raises(UnknownName):
        Run(replace(plan, model=model))


def test_a_model_on_this_machine_works_on_one_at_a_time() -> None:
    assert Run(Plan("extractive", limits=Limits(concurrency=9))).concurrency == 1
    assert Run(Plan("local/smollm2-135m", limits=Limits(concurrency=9))).concurrency == 1
    assert Run(Plan(FakeModel())).concurrency == 8


def test_a_fallback_speaks_for_what_fails_and_is_another_result(
    play: Play, server: ChatServer, plan: Plan
) -> None:
    server.told.poison = 2
    options = replace(plan.options, fallback=("extractive",))
    results = [o.result() for o in play([1, 2, 3], options=options)]
    spoke = [r.provenance.model for r in results if isinstance(r, Summary)]
    assert spoke == ["mine/model", "extractive", "mine/model"]
    assert not any(o.cached for o in play([1, 2, 3]))  # asked for without a fallback


def test_a_refused_key_is_not_tried_again_where_there_is_a_fallback(
    play: Play, server: ChatServer, plan: Plan
) -> None:
    server.behave = lambda case, number: refusal(401, "invalid_api_key")
    options = replace(plan.options, fallback=("extractive",))
    outcomes = play(range(50), options=options)
    assert all(o.error is None for o in outcomes)
    assert server.stats.calls <= 4 + 1


def test_rate_limits_reach_the_requests(plan: Plan, server: ChatServer) -> None:
    run = Run(replace(plan, limits=Limits(concurrency=4, requests_per_minute=3000)))
    list(run.outcomes(jobs(range(12))))
    assert server.stats.last - server.stats.first >= 11 * 60 / 3000 * 0.9


def test_closing_the_outcomes_keeps_what_is_done_and_cancels_the_rest(
    plan: Plan, server: ChatServer, store: Store
) -> None:
    outcomes = Run(plan).outcomes(jobs(range(100)))
    for _ in range(5):
        next(outcomes)
    server.hold.clear()  # from here on the server answers nobody
    outcomes.close()
    assert not [thread for thread in threading.enumerate() if thread.name in ("batch", "leases")]
    assert store.runs()[0].status == "interrupted"
    server.hold.set()
    calls, kept = server.stats.calls, store.runs()[0].counts.done
    assert kept >= 5
    list(Run(plan).outcomes(jobs(range(100))))
    assert server.stats.calls == calls + 100 - kept


def test_a_full_disk_stops_the_run(plan: Plan, store: Store, server: ChatServer) -> None:
    class Full(Store):
        acquired = 0

        def acquire(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
            self.acquired += 1
            if self.acquired > 5:
                raise StoreFull("the disk is full")
            return super().acquire(*args, **kwargs)  # type: ignore[arg-type]

    with Full(store.path) as full:
        run = Run(replace(plan, store=full))
        outcomes = list(run.outcomes(jobs(range(100))))
    assert isinstance(run.stopped, StoreFull)
    assert server.stats.calls <= 5
    assert sum(o.error is None for o in outcomes) == server.stats.calls
    assert full.acquired < 5 + 12


def test_the_list_of_runs_tells_how_each_ended(
    play: Play, server: ChatServer, store: Store
) -> None:
    play([1])
    server.told.poison = 2
    play([1, 2])
    server.behave = lambda case, number: refusal(401, "invalid_api_key")
    play([3])
    assert [run.status for run in store.runs()] == ["stopped", "failed", "done"]


def test_no_text_is_a_typed_error() -> None:
    document = Document.from_text(" ", name="void.txt")
    (outcome,) = Run(Plan("extractive")).outcomes([Job(0, "void.txt", lambda: document)])
    assert isinstance(outcome.error, SourceEmpty)


def test_a_missing_key_stops_the_run_at_once() -> None:
    outcomes = list(Run(Plan("openai/gpt-5.4-mini", options=Options())).outcomes(jobs(range(30))))
    kinds = Counter(type(o.error) for o in outcomes)
    assert set(kinds) == {ProviderRejected, RunStopped}
