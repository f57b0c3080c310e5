"""Who may send when: the size of the window, the pace, and the gate made of both."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import (
    AnswerInvalid,
    DeadlineExceeded,
    ModelError,
    ProviderBusy,
    RunCancelled,
)
from summarizer.models.budget import Budget, Cancellation
from summarizer.models.throttle import LONGEST_PAUSE, USED, Pace, Throttle, Window
from summarizer.models.transport import Transient

OVERLOADED = Transient(ProviderBusy("429"), overload=True)


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, cancellation: Cancellation, seconds: float) -> bool:
        self.now += seconds
        return cancellation.cancelled


def in_a_thread(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def test_a_refusal_halves_the_window_and_a_round_trip_of_successes_adds_one() -> None:
    window = Window(16)
    window.cut(sent=0.0, now=1.0)
    assert window.size == 8
    for _ in range(8):
        window.grow()
    assert 8.9 < window.size <= 9


def test_what_was_under_way_at_a_cut_cuts_no_further() -> None:
    window = Window(32)
    for _ in range(20):
        window.cut(sent=0.5, now=1.0)
    assert window.size == 16
    window.cut(sent=1.5, now=2.0)
    assert window.size == 8


@given(st.integers(1, 64), st.lists(st.booleans(), max_size=200))
def test_the_window_stays_between_one_and_what_was_given(most: int, wents: list[bool]) -> None:
    window = Window(most)
    for time, went_well in enumerate(wents):
        if went_well:
            window.grow()
        else:
            window.cut(sent=time, now=time)
        assert 1 <= window.size <= most


@given(st.lists(st.floats(0, 3), min_size=2, max_size=100), st.floats(1, 6000))
def test_requests_are_spread_over_the_minute(gaps: list[float], rate: float) -> None:
    pace, now, sent = Pace(rate), 0.0, []
    for gap in gaps:
        now += gap
        sent.append(pace.reserve(1, now))
    least = 60 / (rate * USED)
    assert all(b - a >= least * 0.999 for a, b in pairwise(sent))


def test_time_that_was_not_used_is_no_leave_for_a_burst() -> None:
    pace = Pace(60)
    pace.reserve(1, 0.0)
    first, second = pace.reserve(1, 100.0), pace.reserve(1, 100.0)
    assert (first, second - first > 1.0) == (100.0, True)


def test_the_first_request_has_a_second_for_itself() -> None:
    pace = Pace(600, start=1.0)
    sent = [pace.reserve(1, 0.0) for _ in range(3)]
    assert sent[1] > 1.0
    assert sent[2] - sent[1] < 0.2


def test_units_given_back_may_be_used_again() -> None:
    pace = Pace(6000)
    pace.reserve(1000, 0.0)
    pace.give_back(900)
    assert pace.reserve(1, 0.0) == pytest.approx(100 * 60 / (6000 * USED))


def refused_by_a_server(per_minute: int, sent: list[float]) -> int:
    """How many a server refuses that counts over any minute and over any second."""
    taken: list[float] = []
    for at in sent:
        second = sum(at - before < 1.0 for before in taken[-per_minute // 10 :])
        minute = sum(at - before < 60.0 for before in taken)
        if second < per_minute / 60 + 1 and minute < per_minute:
            taken.append(at)
    return len(sent) - len(taken)


def test_of_600_requests_a_minute_nine_tenths_are_used_and_none_is_refused() -> None:
    clock = Clock()
    throttle = Throttle(32, requests=600, clock=clock, wait=clock.wait)
    sent = []
    while clock.now < 1180:  # three minutes
        throttle.enter(Budget(1e9, clock=clock))
        sent.append(clock.now)
        throttle.leave(None)
    assert len(sent) >= 0.9 * 600 * 3
    assert refused_by_a_server(600, sent) == 0


def test_tokens_a_minute_are_kept_by_what_requests_really_cost() -> None:
    clock = Clock()
    throttle = Throttle(4, tokens=60_000, clock=clock, wait=clock.wait)
    began, spent = clock.now, 0
    for _ in range(200):
        throttle.expect(3000)
        throttle.enter(Budget(1e9, clock=clock))
        throttle.leave(None)
        throttle.settle(1000)
        spent += 1000
    used = spent / (clock.now - began) * 60
    assert 0.9 * 60_000 < used <= 60_000 * 1.02


def test_no_more_are_under_way_than_the_window_has_room_for() -> None:
    throttle = Throttle(2)
    throttle.enter(Budget(60))
    throttle.enter(Budget(60))
    third = threading.Event()

    def enter() -> None:
        throttle.enter(Budget(60))
        third.set()

    in_a_thread(enter)
    assert not third.wait(0.02)
    throttle.leave(None)
    assert third.wait(10)
    assert throttle.under_way == 2


def test_an_overloaded_provider_is_asked_less_at_once() -> None:
    throttle = Throttle(8)
    throttle.enter(Budget(60))
    throttle.leave(OVERLOADED)
    assert throttle.window.size == 4


@pytest.mark.parametrize("error", [AnswerInvalid("truncated"), ProviderBusy("502")])
def test_another_failure_does_not_say_that_the_provider_is_overloaded(error: ModelError) -> None:
    throttle = Throttle(8)
    throttle.enter(Budget(60))
    throttle.leave(Transient(error))
    assert throttle.window.size == 8


def test_a_retry_after_holds_back_all_documents() -> None:
    clock = Clock()
    throttle = Throttle(8, clock=clock, wait=clock.wait)
    throttle.enter(Budget(60, clock=clock))
    throttle.leave(Transient(ProviderBusy("429"), retry_after=20.0))
    entered = threading.Event()

    def enter() -> None:
        throttle.enter(Budget(60, clock=clock))
        entered.set()

    in_a_thread(enter)
    assert not entered.wait(0.02)
    clock.now += 20.1
    throttle.leave(None)  # any change wakes those who wait
    assert entered.wait(10)


def test_an_absurd_retry_after_holds_back_the_others_for_half_a_minute_only() -> None:
    clock = Clock()
    throttle = Throttle(8, clock=clock, wait=clock.wait)
    throttle.enter(Budget(60, clock=clock))
    throttle.leave(Transient(ProviderBusy("429"), retry_after=86_000.0))
    clock.now += LONGEST_PAUSE
    throttle.enter(Budget(60, clock=clock))


def test_waiting_for_the_rate_does_not_use_up_a_documents_time() -> None:
    clock = Clock()
    throttle = Throttle(8, requests=6, clock=clock, wait=clock.wait)
    for _ in range(4):
        whole = Budget(5, clock=clock)
        part = whole.within(3)
        throttle.enter(part)
        assert (whole.seconds_left, part.seconds_left) == pytest.approx((5, 3))
        throttle.leave(None)
    assert clock.now >= 1030


def test_a_document_whose_time_is_up_waits_no_longer_for_a_place() -> None:
    throttle = Throttle(1)
    throttle.enter(Budget(60))
    with pytest.raises(DeadlineExceeded):
        throttle.enter(Budget(0.01))


def test_cancelling_wakes_who_waits_for_a_place() -> None:
    throttle = Throttle(1)
    throttle.enter(Budget(60))
    budget, ended = Budget(60), threading.Event()

    def enter() -> None:
        with pytest.raises(RunCancelled):
            throttle.enter(budget)
        ended.set()

    in_a_thread(enter)
    budget.cancellation.cancel()
    assert ended.wait(10)


def test_who_is_cancelled_while_waiting_for_the_rate_gives_the_place_back() -> None:
    throttle = Throttle(1, requests=1)
    throttle.enter(Budget(60))
    throttle.leave(None)
    budget = Budget(60)
    budget.cancellation.cancel()
    with pytest.raises(RunCancelled):
        throttle.enter(budget)
    assert throttle.under_way == 0
