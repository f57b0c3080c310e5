"""How long is waited before another try: never less than was asked for, and never past the end."""

from __future__ import annotations

import signal
import threading

import pytest

from summarizer.errors import DeadlineExceeded, ProviderBusy, ProviderRejected
from summarizer.models.transport import RetryPolicy

from .connection_faults import CONNECTIONS
from .desk import Desk
from .fault import MOST_REQUESTS, Fault
from .http_faults import ASKS_FOR_NONSENSE, ASKS_TO_WAIT, STATUSES, busy, status
from .server import Behaviour, Call
from .writer import sound

POLICY = RetryPolicy()


@pytest.mark.parametrize(("fault", "least"), ASKS_TO_WAIT.values(), ids=ASKS_TO_WAIT.keys())
def test_no_retry_is_early(desk: Desk, fault: Fault, least: float) -> None:
    desk.jitter = 0.0  # the backoff adds nothing
    outcome = desk.summarize(fault.behave, fault.behave, sound)

    assert outcome.whole.provenance.attempts == 3
    assert len(desk.pauses) == 2
    assert min(desk.pauses) >= least


@pytest.mark.parametrize("behave", ASKS_FOR_NONSENSE.values(), ids=ASKS_FOR_NONSENSE.keys())
def test_nonsense_falls_back_to_backoff(desk: Desk, behave: Behaviour) -> None:
    desk.jitter = 0.25
    outcome = desk.summarize(behave, behave, behave, sound)

    assert outcome.whole.provenance.attempts == 4
    assert desk.pauses == [POLICY.pause(attempt, lambda: 0.25) for attempt in (1, 2, 3)]


def test_what_is_asked_for_counts_where_backoff_would_be_shorter(desk: Desk) -> None:
    desk.summarize(*[busy(Retry_After="3")] * 5, sound)

    assert desk.pauses == [3, 3, 3, 4, 8]


@pytest.mark.parametrize("asked", ["601", "86401", "2000000"])
def test_longer_than_there_is_time_for_is_not_waited_for(desk: Desk, asked: str) -> None:
    outcome = desk.summarize(busy(Retry_After=asked), sound, seconds=600.0)

    assert type(outcome.failure) is ProviderBusy
    assert (desk.requests, desk.pauses) == (1, [])
    assert f"it asks to wait {int(asked):,} s, and 600 s were left" in outcome.failure.message


@pytest.mark.parametrize("prompt", ["summary@1", "summary@2"])
@pytest.mark.parametrize("seconds", [3.0, 20.0, 86_400.0])
@pytest.mark.parametrize(
    "behave",
    [status(503), busy(Retry_After="4"), CONNECTIONS["reset-before"].behave],
    ids=["503", "asks-to-wait", "resets"],
)
def test_permanent_outage_costs_few_requests_and_ends_in_time(
    desk: Desk, behave: Behaviour, seconds: float, prompt: str
) -> None:
    outcome = desk.summarize(behave, seconds=seconds, prompt=prompt)

    assert isinstance(outcome.failure, ProviderBusy | DeadlineExceeded)
    assert desk.requests <= MOST_REQUESTS
    assert outcome.seconds <= seconds


def test_outage_that_begins_half_way_costs_no_more(desk: Desk) -> None:
    outcome = desk.summarize(sound, status(503), prompt="summary@2", seconds=86_400.0)

    assert type(outcome.failure) is ProviderBusy
    assert desk.requests == MOST_REQUESTS


@pytest.mark.parametrize("name", ["401", "403", "429-quota", "quota-with-200"])
def test_what_stops_the_run_stops_it_also_after_other_faults(desk: Desk, name: str) -> None:
    outcome = desk.summarize(status(503), STATUSES[name].behave, sound)

    assert type(outcome.failure) is ProviderRejected
    assert desk.requests == 2


def test_interrupt_ends_at_once_and_sends_nothing_more(desk: Desk) -> None:
    def interrupts(call: Call) -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        call.hang()

    with pytest.raises(KeyboardInterrupt):
        desk.summarize(interrupts, sound)
    assert desk.requests == 1
