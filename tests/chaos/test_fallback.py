"""A list of models: one deadline and eight requests for all of them, and each gets its chance."""

from __future__ import annotations

import pytest

from summarizer.errors import (
    AnswerRefused,
    DeadlineExceeded,
    ProviderBusy,
    ProviderRejected,
    RequestInvalid,
)

from .body_faults import ENDINGS
from .connection_faults import CONNECTIONS
from .desk import Desk
from .fault import MOST_REQUESTS, Fault
from .http_faults import STATUSES, busy, status
from .server import Behaviour, Call
from .test_faults import assert_told_well
from .writer import sound

TWO = ("second", "third")
DOWN = status(503)


def by_model(**behaviours: Behaviour) -> Behaviour:
    """Each model of the server in its own way; those not named answer well."""
    return lambda call: behaviours.get(call.body["model"], sound)(call)


@pytest.mark.parametrize("prompt", ["summary@1", "summary@3"])
@pytest.mark.parametrize(
    "behave",
    [DOWN, busy(Retry_After="4"), CONNECTIONS["reset-before"].behave],
    ids=["503", "asks-to-wait", "resets"],
)
def test_permanent_outage_costs_no_more_with_two_fallbacks(
    desk: Desk, behave: Behaviour, prompt: str
) -> None:
    outcome = desk.summarize(behave, seconds=86_400.0, prompt=prompt, fallback=TWO)

    assert desk.asked() == {"chaos": 4, "second": 2, "third": 2}
    assert type(outcome.failure) is ProviderBusy
    assert outcome.failure.usage.requests == desk.requests == MOST_REQUESTS
    assert_told_well(outcome.failure)


@pytest.mark.parametrize("seconds", [3.0, 20.0])
def test_permanent_outage_ends_in_time_with_two_fallbacks(desk: Desk, seconds: float) -> None:
    outcome = desk.summarize(DOWN, seconds=seconds, fallback=TWO)

    assert isinstance(outcome.failure, ProviderBusy | DeadlineExceeded)
    assert set(desk.asked()) == {"chaos", *TWO}
    assert desk.requests <= MOST_REQUESTS
    assert outcome.seconds <= seconds


def test_model_that_hangs_leaves_time_to_those_after_it(desk: Desk) -> None:
    outcome = desk.summarize(Call.hang, seconds=0.1, fallback=("second", "extractive"))

    spoke = outcome.whole.provenance
    assert (spoke.model, spoke.fallback_for) == ("extractive", "test/chaos, test/second")
    assert spoke.attempts == 2


def test_model_that_asks_for_more_time_than_its_share_is_not_waited_for(desk: Desk) -> None:
    outcome = desk.summarize(
        by_model(chaos=busy(Retry_After="40")), seconds=60.0, fallback=("second",)
    )

    assert outcome.whole.provenance.model == "test/second"
    assert (desk.asked(), desk.pauses) == ({"chaos": 1, "second": 1}, [])


@pytest.mark.parametrize("prompt", ["summary@1", "summary@2", "summary@3"])
def test_fallback_has_room_for_all_questions_of_a_prompt(desk: Desk, prompt: str) -> None:
    outcome = desk.summarize(by_model(chaos=DOWN), prompt=prompt, fallback=("second",))

    assert outcome.whole.provenance.model == "test/second"
    assert "model's answer" not in " ".join(outcome.whole.coverage.notes)
    assert outcome.whole.provenance.attempts == desk.requests <= MOST_REQUESTS


@pytest.mark.parametrize("fallback", [("extractive",), ("second", "extractive")])
def test_no_request_is_kept_for_what_asks_nobody(desk: Desk, fallback: tuple[str, ...]) -> None:
    outcome = desk.summarize(DOWN, seconds=86_400.0, fallback=fallback)

    assert outcome.whole.provenance.model == "extractive"
    assert outcome.whole.provenance.attempts == desk.requests == MOST_REQUESTS


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (STATUSES["401"], ProviderRejected),
        (STATUSES["404"], RequestInvalid),
        (ENDINGS["refusal"], AnswerRefused),
    ],
    ids=["401", "404", "refusal"],
)
def test_failure_that_no_retry_mends_costs_one_request_a_model(
    desk: Desk, fault: Fault, error: type[Exception]
) -> None:
    outcome = desk.summarize(fault.behave, fallback=TWO)

    assert type(outcome.failure) is error
    assert desk.asked() == {"chaos": 1, "second": 1, "third": 1}
    assert "; test/third was asked last, after test/chaos, test/second" in outcome.failure.message


def test_more_models_than_requests_send_no_more_than_eight(desk: Desk) -> None:
    names = tuple(f"model-{number}" for number in range(12))
    outcome = desk.summarize(DOWN, seconds=86_400.0, fallback=names)

    assert type(outcome.failure) is ProviderBusy
    assert desk.requests == MOST_REQUESTS
