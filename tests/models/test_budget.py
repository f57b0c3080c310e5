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


def test_part_has_a_bound_of_its_own_and_the_whole_ends_it_too() -> None:
    whole = Budget(10.0, requests=4)
    first, second = whole.within(10.0, 3), whole.within(10.0, 3)
    for _ in range(3):
        first.spend()
    with pytest.raises(ProviderBusy):
        first.spend()
    assert (whole.requests_left, second.requests_left) == (1, 1)


def test_time_that_is_no_fault_of_the_document_is_given_to_part_and_whole() -> None:
    clock = Clock()
    whole = Budget(10.0, clock=clock)
    part = whole.within(4.0)
    part.within(2.0).extend(5.0)
    assert (whole.seconds_left, part.seconds_left) == (15.0, 9.0)


@pytest.mark.parametrize(
    ("models", "requests", "seconds"),
    [
        (1, [8], [60]),
        (2, [6, 2], [30, 30]),
        (3, [4, 2, 2], [20, 20, 20]),
        (4, [2, 2, 2, 2], [15, 15, 15, 15]),
        (8, [1] * 8, [7.5] * 8),
    ],
)
def test_models_that_use_up_their_share_leave_enough_to_those_after_them(
    models: int, requests: list[int], seconds: list[float]
) -> None:
    clock = Clock()
    whole = Budget(60.0, clock=clock)
    shares = []
    for later in range(models - 1, -1, -1):
        share = whole.share(later)
        shares.append((share.requests_left, share.seconds_left))
        for _ in range(share.requests_left):
            share.spend()
        clock.now += share.seconds_left
    assert shares == list(zip(requests, seconds, strict=True))
    assert (whole.requests_left, whole.seconds_left) == (0, 0)


def test_what_a_model_leaves_is_for_the_next() -> None:
    clock = Clock()
    whole = Budget(60.0, clock=clock)
    whole.share(1).spend()
    clock.now += 1
    last = whole.share(0)
    assert (last.requests_left, last.seconds_left) == (7, 59)


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
