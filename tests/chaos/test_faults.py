"""Every fault ends in a sound summary or a typed error, and costs what it may cost."""

from __future__ import annotations

import json
import pickle

import pytest

from summarizer.errors import DeadlineExceeded, SummarizerError

from .body_faults import BROKEN_STREAMS
from .catalogue import FAULTS, MENDED, STREAMED
from .desk import DOCUMENT, KEY, Desk, Outcome
from .fault import MOST_REQUESTS, Fault
from .http_faults import CANARY
from .soundness import faults_of
from .text_faults import TEXTS
from .writer import sound

# One of each kind: what becomes of it is decided by its error.
KINDS = {str(fault.error and fault.error.__name__): fault for fault in FAULTS.values()}


def each(faults: dict[str, Fault]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", faults.values(), ids=faults.keys())


def assert_told_well(error: SummarizerError) -> None:
    """Typed, short, without a provider's text or the key, and fit to be sent, stored and raised."""
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), vars(copy), str(copy)) == (type(error), vars(error), str(error))
    with pytest.raises(type(error)):
        raise copy
    assert error.document == DOCUMENT.name
    assert len(str(error)) < 300
    assert str(error).isprintable()
    for private in (CANARY[:10], KEY, "harbour wall"):
        assert private not in repr(vars(error)) + str(error)


def assert_sound(outcome: Outcome, requests: int) -> None:
    summary = outcome.whole
    assert faults_of(summary, DOCUMENT) == []
    assert CANARY[:10] not in summary.model_dump_json()
    assert summary.provenance.attempts == requests


def assert_ends_as_told(desk: Desk, fault: Fault, *, streamed: bool) -> None:
    outcome = desk.summarize(fault.behave, seconds=fault.seconds, streamed=streamed)

    if fault.error is None:
        assert_sound(outcome, fault.requests)
    else:
        assert type(outcome.failure) is fault.error
        assert_told_well(outcome.failure)
        usage = getattr(outcome.failure, "usage", None)
        assert usage is None or usage.requests == fault.requests
    if fault.error is not DeadlineExceeded:  # then the request may have been on its way still
        assert desk.requests == fault.requests
    assert desk.requests <= fault.requests <= MOST_REQUESTS
    assert CANARY[:10] not in desk.chaos.sent()


def test_there_are_enough_faults() -> None:
    assert len(FAULTS) >= 40


@each(FAULTS)
def test_lasting_fault_ends_typed_or_sound(desk: Desk, fault: Fault) -> None:
    assert_ends_as_told(desk, fault, streamed=False)


@each(STREAMED)
def test_lasting_fault_of_a_stream_ends_typed_or_sound(desk: Desk, fault: Fault) -> None:
    assert_ends_as_told(desk, fault, streamed=True)


@each(MENDED)
def test_passing_fault_ends_in_a_sound_summary(desk: Desk, fault: Fault) -> None:
    outcome = desk.summarize(fault.behave, sound)

    assert_sound(outcome, desk.requests)
    assert desk.requests == 2
    assert CANARY[:10] not in desk.chaos.sent()


@pytest.mark.parametrize("prompt", ["summary@2", "summary@3"])
@each(KINDS)
def test_fault_in_the_second_question_ends_typed_or_sound(
    desk: Desk, fault: Fault, prompt: str
) -> None:
    outcome = desk.summarize(sound, fault.behave, prompt=prompt, seconds=fault.seconds)

    if outcome.error is None:
        assert_sound(outcome, desk.requests)
    else:
        assert type(outcome.failure) is fault.error
        assert_told_well(outcome.failure)
    assert desk.requests <= MOST_REQUESTS


@each({**BROKEN_STREAMS, **{name: TEXTS[name] for name in ("prose", "half", "nul", "list")}})
def test_answer_that_is_given_anew_is_heard_anew(desk: Desk, fault: Fault) -> None:
    outcome = desk.summarize(fault.behave, sound, streamed=True)

    assert set(json.loads(outcome.heard[-1])) == {"claims", "abstract", "headline", "questions"}
