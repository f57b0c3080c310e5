"""What is sent again, when, how often; against a real server that behaves badly."""

from __future__ import annotations

import gzip
import json
import pickle
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    DeadlineExceeded,
    ModelError,
    ModelUnavailable,
    ProviderBusy,
    ProviderRejected,
    RequestInvalid,
    RunCancelled,
    SourceTooLong,
    SummarizerError,
)
from summarizer.models import Budget, Cancellation
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import (
    MAX_RETRY_AFTER,
    RetryPolicy,
    Transient,
    Transport,
    retry_after,
)
from summarizer.models.wire import COMPATIBLE, OPENAI, Dialect

from .conftest import GOOD, Behaviour, Call, ChatServer, MakeBench, completion, good, question


def error(status: int, code: Any = None, headers: dict[str, str] | None = None, **more: Any):
    body = {"error": {"message": "sk-canary-key said no", "code": code, **more}}
    return lambda call: call.reply(status, body, headers)


# --- what each failure means -------------------------------------------------------------------

RETRIED = {
    "408": error(408),
    "409": error(409),
    "429": error(429, "rate_limit_exceeded"),
    "500": error(500),
    "502-html": lambda call: call.reply(502, b"<html>bad gateway</html>", kind="text/html"),
    "503-empty": lambda call: call.reply(503, b""),
    "504": error(504),
    "529": error(529, "overloaded_error"),
    "error-with-200": lambda call: call.reply(body={"error": {"code": 503, "message": "x"}}),
    "error-in-stream": lambda call: call.stream({"error": {"message": "overloaded"}}),
    "html-with-200": lambda call: call.reply(body=b"<html>hi</html>", kind="text/html"),
    "truncated-json": lambda call: call.reply(body=json.dumps(completion()).encode()[:-9]),
    "empty": lambda call: call.reply(body=b""),
    "list": lambda call: call.reply(body=[]),
    "no-choices": lambda call: call.reply(body={"choices": []}),
    "choices-null": lambda call: call.reply(body={"choices": None}),
    "no-message": lambda call: call.reply(body={"choices": [{"finish_reason": "stop"}]}),
    "deep-json": lambda call: call.reply(body=b"[" * 100_000),
    "reset-before-answer": lambda call: call.reset(),
    "short-body": lambda call: call.reply(body=b"{}", headers={"Content-Length": "999"}),
    "empty-stream": lambda call: call.stream(),
    "stream-of-junk": lambda call: call.stream("junk", 7),
    "not-utf-8": lambda call: call.reply(body=b'{"choices": "\xff\xfe"}'),
}


@pytest.mark.parametrize("fault", RETRIED.values(), ids=RETRIED.keys())
def test_passing_fault_is_tried_again(
    bench: MakeBench, server: ChatServer, fault: Behaviour
) -> None:
    server.script = [fault, good]
    tried = bench()
    assert tried.model.ask(question()).usage.requests == 2
    assert len(tried.pauses) == 1


@pytest.mark.parametrize("fault", RETRIED.values(), ids=RETRIED.keys())
def test_lasting_fault_ends_typed_within_eight_requests(
    bench: MakeBench, server: ChatServer, fault: Behaviour
) -> None:
    server.script = [fault]
    with pytest.raises((ProviderBusy, AnswerInvalid)) as caught:
        bench().model.ask(question(deadline=600.0))
    assert 1 < len(server.calls) <= 8
    assert caught.value.usage.requests == len(server.calls)
    pickle.loads(pickle.dumps(caught.value))


FINAL: dict[str, tuple[Behaviour, type[SummarizerError]]] = {
    "400": (error(400), RequestInvalid),
    "401": (error(401, "invalid_api_key"), ProviderRejected),
    "402": (error(402), ProviderRejected),
    "403": (error(403), ProviderRejected),
    "404": (error(404, "model_not_found"), RequestInvalid),
    "413": (error(413), SourceTooLong),
    "418": (error(418), RequestInvalid),
    "422": (error(422), RequestInvalid),
    "quota": (error(429, "insufficient_quota"), ProviderRejected),
    "quota-by-type": (error(429, None, type="insufficient_quota"), ProviderRejected),
    "quota-with-200": (
        lambda call: call.reply(body={"error": {"code": "insufficient_quota"}}),
        ProviderRejected,
    ),
    "context": (error(400, "context_length_exceeded"), SourceTooLong),
    "context-llama": (error(400, 400, type="exceed_context_size_error"), SourceTooLong),
    "filter": (error(400, "content_filter"), AnswerRefused),
    "501": (error(501), RequestInvalid),
    "gzip": (
        lambda call: call.reply(
            body=gzip.compress(b" " * 10_000_000), headers={"Content-Encoding": "gzip"}
        ),
        AnswerInvalid,
    ),
    "gzip-in-error": (
        lambda call: call.reply(
            500, gzip.compress(b" " * 10_000_000), headers={"Content-Encoding": "gzip"}
        ),
        AnswerInvalid,
    ),
    "long-length": (
        lambda call: call.reply(body=b"{}", headers={"Content-Length": "999999999999"}),
        AnswerInvalid,
    ),
}


@pytest.mark.parametrize(("fault", "kind"), FINAL.values(), ids=FINAL.keys())
def test_final_fault_costs_one_request(
    bench: MakeBench, server: ChatServer, fault: Behaviour, kind: type[SummarizerError]
) -> None:
    server.script = [fault]
    tried = bench()
    with pytest.raises(kind) as caught:
        tried.model.ask(question())
    assert (len(server.calls), tried.pauses) == (1, [])
    assert "canary" not in str(caught.value)


def test_oversized_body_is_not_read_to_its_end(bench: MakeBench, server: ChatServer) -> None:
    def endless(call: Call) -> None:
        call.handler.send_response(200)
        call.handler.end_headers()
        block = b" " * 65536
        while not call.hold.is_set():
            call.handler.wfile.write(block)

    server.script = [endless]
    with pytest.raises(AnswerInvalid, match="too large"):
        bench(limit=1 << 20).model.ask(question())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_not_followed(bench: MakeBench, server: ChatServer, status: int) -> None:
    target = {"Location": server.url.replace("127.0.0.1", "localhost") + "/elsewhere"}
    server.script = [lambda call: call.reply(status, b"", target), good]
    with pytest.raises(RequestInvalid, match="redirects"):
        bench().model.ask(question())
    assert len(server.calls) == 1


def test_connection_reset_inside_the_body_is_tried_again(
    bench: MakeBench, server: ChatServer
) -> None:
    def breaks(call: Call) -> None:
        call.stream({"choices": [{"delta": {"content": "{"}}]}, done=False)
        call.handler.connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00"
        )
        call.reset()

    server.script = [breaks, good]
    assert bench().model.ask(question(), lambda _: None).usage.requests == 2


def test_server_that_is_not_there_is_given_up_soon(bench: MakeBench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        tried = bench(url=url)
        with pytest.raises(ModelUnavailable, match="cannot be reached"):
            tried.model.ask(question())
    assert len(tried.pauses) == 3


@pytest.mark.parametrize("field", ["temperature", "max_tokens"])
def test_optional_field_that_is_refused_is_left_out(
    bench: MakeBench, server: ChatServer, field: str
) -> None:
    server.script = [error(400, "unsupported_parameter", param=field), good]
    tried = bench()
    tried.model.ask(question())
    tried.model.ask(question())
    first, second, third = server.bodies()
    assert field in first
    assert field not in {*second, *third}
    assert "max_tokens" in second or second["max_completion_tokens"] == 300
    assert tried.model.parameters["without"] == [field]


@pytest.mark.parametrize("dialect", [COMPATIBLE, OPENAI], ids=["compatible", "openai"])
def test_limit_is_left_out_where_both_its_names_are_refused(
    bench: MakeBench, server: ChatServer, dialect: Dialect
) -> None:
    names = ["max_tokens", "max_completion_tokens"]
    server.script = [refuses_any_of(names)]
    bench(dialect).model.ask(question())
    assert [set(names) & set(body) for body in server.bodies()][-1] == set()


def refuses_any_of(names: list[str]) -> Behaviour:
    def behave(call: Call) -> None:
        wrong = next((name for name in names if name in call.body), None)
        if wrong:
            error(400, "unsupported_parameter", param=wrong)(call)
        else:
            good(call)

    return behave


def test_value_that_is_wrong_is_not_a_field_to_leave_out(
    bench: MakeBench, server: ChatServer
) -> None:
    server.script = [error(400, "invalid_value", param="max_tokens")]
    tried = bench()
    with pytest.raises(RequestInvalid):
        tried.model.ask(question())
    assert len(server.calls) == 1
    assert "without" not in tried.model.parameters


@pytest.mark.parametrize("key", ["sk-a\nb", "sk-\x00"], ids=["line", "nul"])
def test_request_that_cannot_be_sent_is_not_tried_again(server: ChatServer, key: str) -> None:
    channel = Channel(lambda: make_client(base_url=server.url, api_key=key, loopback=True))
    with (
        ChatModel("test/m", channel, COMPATIBLE) as model,
        pytest.raises(RequestInvalid, match="cannot be sent") as caught,
    ):
        model.ask(question())
    assert caught.value.usage.requests == 1
    assert server.calls == []
    assert "sk-" not in repr(caught.value)


def test_provider_code_that_could_be_a_key_is_not_shown(
    bench: MakeBench, server: ChatServer
) -> None:
    server.script = [error(400, "sk-canary-key")]
    with pytest.raises(RequestInvalid) as caught:
        bench().model.ask(question())
    assert "canary" not in str(caught.value)


def test_reasks_and_retries_share_eight_requests(bench: MakeBench, server: ChatServer) -> None:
    wrong: Behaviour = lambda call: call.reply(body=completion("no"))  # noqa: E731
    server.script = [error(503), error(503), error(503), wrong, error(429), wrong, error(500)]
    with pytest.raises(ModelError) as caught:
        bench().model.ask(question(deadline=600.0))
    assert len(server.calls) == 8
    assert caught.value.usage.requests == 8


def test_one_budget_serves_several_questions(bench: MakeBench, server: ChatServer) -> None:
    budget = Budget(600.0, requests=3)
    model = bench().model
    model.ask(question(), budget=budget)
    model.ask(question(), budget=budget)
    server.script = [error(503)]
    with pytest.raises(ProviderBusy):
        model.ask(question(), budget=budget)
    assert (len(server.calls), budget.requests_left) == (3, 0)


# --- how long is waited ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "7.5"}, 7.5),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "900000", "Retry-After": "1"}, 900.0),
        ({"retry-after-ms": "100", "Retry-After": "60"}, 60.0),
        ({"Retry-After": "0"}, 0.5),
        ({"Retry-After": "soon"}, 0.5),
        ({"Retry-After": "-3"}, 0.5),
        ({"Retry-After": "nan"}, 0.5),
        ({"Retry-After": "inf"}, 0.5),
        ({"Retry-After": "9" * 400}, 0.5),
        ({"Retry-After": ""}, 0.5),
        ({"Retry-After": "1_000"}, 0.5),
        ({"Retry-After": "1e3"}, 0.5),
        ({"Retry-After": "Thu, 99 Foo 2026 00:00:00 GMT"}, 0.5),
        ({}, 0.5),
    ],
    ids=lambda value: str(value)[:50],
)
def test_pause_is_what_the_provider_asks_for(
    bench: MakeBench, server: ChatServer, headers: dict[str, str], seconds: float
) -> None:
    server.script = [error(429, headers=headers), good]
    tried = bench()
    tried.model.ask(question(deadline=7200.0))
    assert tried.pauses == [pytest.approx(seconds)]


NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@given(st.integers(min_value=0, max_value=86_400))
def test_retry_after_reads_a_date(seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after({"retry-after": date}, NOW) == seconds


@given(st.integers(min_value=0, max_value=86_400), st.integers(-(10**8), 10**8))
def test_date_counts_from_the_servers_own_clock(seconds: int, wrong_by: int) -> None:
    there = NOW + timedelta(seconds=wrong_by)
    headers = {
        "date": format_datetime(there, usegmt=True),
        "retry-after": format_datetime(there + timedelta(seconds=seconds), usegmt=True),
    }
    assert retry_after(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("asked", "seconds"), [("2678400", 2678400.0), ("2678401", None), ("172800", 172800.0)]
)
def test_up_to_a_month_is_believed(asked: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": asked}) == seconds


@given(st.text(max_size=40))
def test_retry_after_is_none_or_sane_for_any_text(value: str) -> None:
    for name in ("retry-after", "retry-after-ms"):
        seconds = retry_after({name: value}, NOW)
        assert seconds is None or 0 <= seconds <= MAX_RETRY_AFTER


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_jitter_stays_below_the_doubling_range(attempt: int, chance: float) -> None:
    policy = RetryPolicy(base=0.5, cap=30.0)
    assert 0 <= policy.pause(attempt, lambda: chance) <= min(30.0, 0.5 * 2.0 ** min(attempt, 60))


def test_pause_grows_to_its_cap(bench: MakeBench, server: ChatServer) -> None:
    server.script = [error(503)]
    tried = bench()
    with pytest.raises(ProviderBusy):
        tried.model.ask(question(deadline=600.0))
    assert tried.pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0]


def test_pause_that_would_pass_the_deadline_is_not_made(
    bench: MakeBench, server: ChatServer
) -> None:
    server.script = [error(429, headers={"Retry-After": "31"}), good]
    tried = bench()
    with pytest.raises(ProviderBusy):
        tried.model.ask(question(deadline=30.0))
    assert (len(server.calls), tried.pauses) == (1, [])


# --- deadline and cancelling -------------------------------------------------------------------


def hangs(call: Call) -> None:
    call.hold.wait(30)


def drips_headers(call: Call) -> None:
    call.handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    call.drip(b"X-A: b\r\n")


def drips_body(call: Call) -> None:
    call.handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n")
    call.drip(b" ")


def drips_events(call: Call) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    call.handler.wfile.write(head)
    call.drip(b'data: {"choices": [{"delta": {"content": " "}}]}\n\n')


def drips_then_hangs(call: Call) -> None:
    call.handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n   ")
    call.handler.wfile.flush()
    call.hold.wait(30)


SLOW = [hangs, drips_headers, drips_body, drips_events, drips_then_hangs]


@pytest.mark.parametrize("slow", SLOW, ids=lambda slow: slow.__name__)
def test_deadline_holds_for_the_whole_answer(
    bench: MakeBench, server: ChatServer, slow: Behaviour
) -> None:
    server.script = [slow]
    with pytest.raises(DeadlineExceeded) as caught:
        bench().model.ask(question(deadline=0.3))
    assert caught.value.usage.requests == len(server.calls) == 1
    assert caught.value.usage.seconds < 1.3


def in_background(run: Callable[[], object]) -> tuple[threading.Thread, list[BaseException]]:
    caught: list[BaseException] = []

    def guarded() -> None:
        try:
            run()
        except BaseException as problem:
            caught.append(problem)

    thread = threading.Thread(target=guarded)
    thread.start()
    return thread, caught


def test_cancelling_ends_an_answer_under_way(bench: MakeBench, server: ChatServer) -> None:
    began = threading.Event()

    def slow(call: Call) -> None:
        began.set()
        call.hold.wait(30)

    server.script = [lambda call: call.reply(body=completion("{}")), slow]
    cancellation = Cancellation()
    budget = Budget(30.0, cancellation=cancellation)
    model = bench().model
    thread, caught = in_background(lambda: model.ask(question(), budget=budget))
    assert began.wait(10)
    cancellation.cancel()
    thread.join(10)
    (cancelled,) = caught
    assert isinstance(cancelled, RunCancelled)
    assert len(server.calls) == cancelled.usage.requests == 2
    # What the answer that was cut short has cost, the provider did not say.
    assert (cancelled.usage.prompt_tokens, cancelled.usage.complete) == (100, False)


def test_cancelled_budget_sends_nothing(bench: MakeBench, server: ChatServer) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(RunCancelled):
        bench().model.ask(question(), budget=Budget(30.0, cancellation=cancellation))
    assert server.calls == []


def test_cancelling_ends_a_pause() -> None:
    cancellation = Cancellation()
    budget = Budget(3600.0, cancellation=cancellation)
    attempts: list[int] = []

    def busy() -> None:
        attempts.append(1)
        threading.Timer(0.01, cancellation.cancel).start()
        raise Transient(ProviderBusy("busy"), retry_after=1800.0)

    thread, caught = in_background(lambda: Transport().run(busy, budget))
    thread.join(10)
    assert [type(problem) for problem in caught] == [RunCancelled]
    assert len(attempts) == 1


def test_closing_the_model_ends_an_answer_under_way(bench: MakeBench, server: ChatServer) -> None:
    began = threading.Event()

    def slow(call: Call) -> None:
        began.set()
        call.hold.wait(30)

    server.script = [slow]
    model = bench().model
    thread, caught = in_background(lambda: model.ask(question()))
    assert began.wait(10)
    model.close()
    model.close()
    thread.join(10)
    assert [type(problem) for problem in caught] == [RunCancelled]
    with pytest.raises(RunCancelled):
        model.ask(question())


def test_many_threads_share_one_model(bench: MakeBench, server: ChatServer) -> None:
    together = threading.Barrier(16, timeout=10)

    def answer(call: Call) -> None:
        together.wait()  # the answers come only when all 16 questions are under way
        call.reply(
            body=completion(json.dumps({**GOOD, "title": call.body["messages"][1]["content"]}))
        )

    server.script = [answer]
    model = bench().model
    titles: dict[str, str] = {}

    def ask(text: str) -> None:
        titles[text] = model.ask(question(text)).value.title

    running = [in_background(lambda n=n: ask(f"article {n}")) for n in range(16)]
    for thread, _ in running:
        thread.join(20)
    assert [caught for _, caught in running] == [[]] * 16
    assert titles == {f"article {n}": f"article {n}" for n in range(16)}


# --- the gate ----------------------------------------------------------------------------------


def test_gate_sees_every_request_and_every_failure(bench: MakeBench, server: ChatServer) -> None:
    seen: list[str] = []

    class Gate:
        def enter(self, budget: Budget) -> None:
            seen.append(f"enter {budget.requests_left}")

        def leave(self, failure: Transient | None) -> None:
            seen.append(f"leave {failure.retry_after if failure else None}")

    tried = bench(gate=Gate())
    server.script = [error(429, headers={"Retry-After": "3"}), good]
    tried.model.ask(question())
    assert seen == ["enter 8", "leave 3.0", "enter 7", "leave None"]
