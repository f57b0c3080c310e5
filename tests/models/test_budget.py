"""What a document may still spend."""

from __future__ import annotations

import pytest

from summarizer.errors import DeadlineExceeded, ProviderBusy, RunCancelled
from summarizer.models import Budget, Cancellation


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_requests_run_out() -> None:
    budget = Budget(10.0, requests=2)
    budget.spend()
    budget.spend()
    with pytest.raises(ProviderBusy):
        budget.spend()
    assert budget.requests_left == 0


def test_time_runs_out() -> None:
    clock = Clock()
    budget = Budget(10.0, clock=clock)
    clock.now = 9.9
    budget.spend()
    clock.now = 10.0
    with pytest.raises(DeadlineExceeded):
        budget.spend()


def test_part_shares_requests_and_has_the_earlier_deadline() -> None:
    clock = Clock()
    whole = Budget(10.0, requests=3, clock=clock)
    short, long = whole.within(2.0), whole.within(100.0)
    short.spend()
    long.spend()
    assert (whole.requests_left, short.seconds_left, long.seconds_left) == (1, 2.0, 10.0)


def test_cancelling_reaches_every_part() -> None:
    cancellation = Cancellation()
    part = Budget(10.0, cancellation=cancellation).within(5.0)
    cancellation.cancel()
    with pytest.raises(RunCancelled):
        part.check()


def test_listener_hears_once_and_late_listeners_at_once() -> None:
    cancellation, heard = Cancellation(), []
    cancellation.listen(lambda: heard.append("first"))
    cancellation.listen(lambda: heard.append("forgotten"))()
    cancellation.cancel()
    cancellation.cancel()
    cancellation.listen(lambda: heard.append("late"))
    assert heard == ["first", "late"]
