"""What a document costs when things go wrong, and that all of it is told."""

from __future__ import annotations

import json

import pytest

from summarizer.errors import AnswerInvalid, AnswerRefused, AnswerTruncated, ProviderBusy

from .body_faults import ENDINGS
from .desk import Desk
from .http_faults import STATUSES, status
from .server import USAGE, Behaviour, Call
from .text_faults import TEXTS
from .writer import draft, question_of, sound

DECLINED = {
    **{name: fault.behave for name, fault in ENDINGS.items() if fault.error is AnswerRefused},
    "400-filter": STATUSES["400-filter"].behave,
}
CUT = ENDINGS["cut-off"].behave
HALF = TEXTS["half"].behave


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("behave", DECLINED.values(), ids=DECLINED.keys())
def test_refusal_and_filter_cost_exactly_one_call(
    desk: Desk, behave: Behaviour, streamed: bool
) -> None:
    outcome = desk.summarize(behave, sound, streamed=streamed)

    assert type(outcome.failure) is AnswerRefused
    assert desk.requests == outcome.failure.usage.requests == 1


def test_cut_off_answer_gets_one_try_that_is_twice_as_large(desk: Desk) -> None:
    outcome = desk.summarize(CUT, CUT, sound)

    first, second = (call.body["max_tokens"] for call in desk.chaos.calls)
    assert second == 2 * first
    assert type(outcome.failure) is AnswerTruncated


@pytest.mark.parametrize(
    "refusal",
    [
        status(400, "invalid_value", param="max_tokens"),
        status(400, "context_length_exceeded"),
        status(422),
    ],
    ids=["limit-too-large", "context-too-small", "another-word-for-it"],
)
def test_larger_try_that_is_not_possible_is_told_as_a_cut_off_answer(
    desk: Desk, refusal: Behaviour
) -> None:
    outcome = desk.summarize(CUT, refusal, sound)

    assert type(outcome.failure) is AnswerTruncated
    assert desk.requests == outcome.failure.usage.requests == 2


@pytest.mark.parametrize("fault", [HALF, TEXTS["prose"].behave, ENDINGS["two-tool-calls"].behave])
def test_asking_again_adds_one_fixed_sentence_and_no_more(desk: Desk, fault: Behaviour) -> None:
    desk.summarize(fault)

    first, second, third = (call.body["messages"] for call in desk.chaos.calls)
    assert second == third
    assert second[:-1] == first[:-1]
    assert second[-1]["content"].startswith(first[-1]["content"])
    assert len(second[-1]["content"]) - len(first[-1]["content"]) < 200


def test_tokens_of_failed_answers_are_counted(desk: Desk) -> None:
    outcome = desk.summarize(HALF, HALF, sound)

    spent = outcome.whole.provenance
    assert (spent.attempts, spent.prompt_tokens, spent.completion_tokens) == (3, 300, 60)


def test_tokens_of_a_failed_document_are_counted(desk: Desk) -> None:
    outcome = desk.summarize(HALF)

    usage = outcome.failure.usage
    assert type(outcome.failure) is AnswerInvalid
    assert (usage.requests, usage.prompt_tokens, usage.completion_tokens) == (3, 300, 60)


def test_tokens_before_an_article_proved_too_long_are_counted(desk: Desk) -> None:
    usage = desk.summarize(HALF, STATUSES["400-context"].behave).failure.usage

    assert (usage.requests, usage.prompt_tokens, usage.completion_tokens) == (2, 100, 20)


def _paid_for_nothing(call: Call) -> None:
    call.completion({"content": "x"}, choices=[])


def _breaks_off_after_counting(call: Call) -> None:
    usage = {"prompt_tokens": 100, "completion_tokens": 3}
    call.events({"choices": [{"delta": {"content": "{"}}], "usage": usage}, done=False)
    call.reset()


@pytest.mark.parametrize(
    ("fault", "tokens", "streamed"),
    [
        (_paid_for_nothing, (200, 40), False),
        (_paid_for_nothing, (200, 40), True),
        (_breaks_off_after_counting, (200, 23), True),
    ],
    ids=["no-choices", "no-choices-streamed", "broken-off"],
)
def test_tokens_of_answers_that_could_not_be_read_are_counted(
    desk: Desk, fault: Behaviour, tokens: tuple[int, int], streamed: bool
) -> None:
    spent = desk.summarize(fault, sound, streamed=streamed).whole.provenance

    assert (spent.prompt_tokens, spent.completion_tokens) == tokens


@pytest.mark.parametrize(
    ("fault", "complete"),
    [
        (status(503), True),
        (status(401), True),
        (ENDINGS["refusal"].behave, True),
        (Call.reset, False),
        (lambda call: call.reply(body=b"{}"), False),
        (lambda call: call.completion({"content": "no"}, usage=None), False),
        (lambda call: call.completion({"content": "no"}, usage={"completion_tokens": -1}), False),
    ],
    ids=["503", "401", "refusal", "reset", "unreadable", "not-counted", "counted-wrong"],
)
def test_sum_that_is_only_a_lower_bound_is_called_one(
    desk: Desk, fault: Behaviour, complete: bool
) -> None:
    assert desk.summarize(fault).failure.usage.complete is complete


def test_every_request_is_counted_over_all_questions(desk: Desk) -> None:
    outcome = desk.summarize(status(503), sound, HALF, status(503), sound, prompt="summary@2")

    assert outcome.whole.provenance.attempts == desk.requests == 5


def test_questions_of_a_document_share_its_requests(desk: Desk) -> None:
    down = [status(503)] * 6
    outcome = desk.summarize(*down, sound, status(503), prompt="summary@2", seconds=86_400)

    assert type(outcome.failure) is ProviderBusy
    assert desk.requests == outcome.failure.usage.requests == 8


def test_field_that_is_refused_is_left_out_and_the_limit_is_kept(desk: Desk) -> None:
    def refuses(field: str) -> Behaviour:
        return status(400, "unsupported_parameter", param=field)

    desk.summarize(refuses("temperature"), refuses("max_tokens"), sound)

    bodies = [call.body for call in desk.chaos.calls]
    limit = bodies[0]["max_tokens"]
    assert "temperature" not in bodies[1]
    assert (bodies[1]["max_tokens"], bodies[2]["max_completion_tokens"]) == (limit, limit)
    assert "max_tokens" not in bodies[2]


def test_limit_is_left_out_where_both_its_names_are_refused(desk: Desk) -> None:
    def refuses(field: str) -> Behaviour:
        return status(422, None, param=field)

    desk.summarize(refuses("max_tokens"), refuses("max_completion_tokens"), sound)

    assert not {"max_tokens", "max_completion_tokens"} & set(desk.chaos.calls[2].body)


def test_answer_nobody_asked_for_is_not_the_next_ones(desk: Desk) -> None:
    """A second answer in the same packet would wait on the connection for the next request."""

    def answers_twice(call: Call) -> None:
        body = draft(question_of(call))
        planted = {"abstract": "A planted answer.", "headline": "A planted answer"}
        call.send(b"".join(_as_bytes(json.dumps(answer)) for answer in (body, planted)))

    outcome = desk.summarize(answers_twice, sound, prompt="summary@2")

    assert outcome.error is None
    assert desk.requests == 2
    assert "planted" not in outcome.whole.model_dump_json()


def _as_bytes(text: str) -> bytes:
    choices = [{"index": 0, "finish_reason": "stop", "message": {"content": text}}]
    body = json.dumps({"choices": choices, "usage": dict(USAGE)}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body
