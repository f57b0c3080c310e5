"""Faults inside an honest HTTP answer: the envelope, how it ends, and the stream."""

from __future__ import annotations

import json
from typing import Any

from .fault import Fault, cut_off, declined, harmless, misshapen, passing, unreadable
from .server import USAGE, Behaviour, Call
from .writer import draft, question_of

TOOL = {"id": "t1", "type": "function", "function": {"name": "send_mail", "arguments": "{}"}}


def _body(raw: bytes | str, kind: str = "application/json") -> Behaviour:
    data = raw.encode() if isinstance(raw, str) else raw
    return lambda call: call.reply(body=data, kind=kind)


def _said(call: Call) -> str:
    return json.dumps(draft(question_of(call)))


def _message(message: Any, finish: Any = "stop", **more: Any) -> Behaviour:
    return lambda call: call.completion(message, finish, **more)


def _with(**more: Any) -> Behaviour:
    """A good answer, with this in its envelope."""
    return lambda call: call.completion({"role": "assistant", "content": _said(call)}, **more)


def _raw_envelope(extra: str) -> Behaviour:
    """A good answer whose envelope begins with ``extra``, in JSON that no encoder would write."""

    def behave(call: Call) -> None:
        message = json.dumps({"content": _said(call)})
        choice = (
            f'{{"index": 0, "finish_reason": "stop", "message": {message}, "delta": {message}}}'
        )
        envelope = f'{{{extra}, "choices": [{choice}]}}'
        if call.streamed:
            call.begin_stream()
            call.send(f"data: {envelope}\n\ndata: [DONE]\n\n".encode())
        else:
            call.reply(body=envelope.encode())

    return behave


def _truncated(call: Call) -> None:
    call.reply(body=json.dumps({"choices": [{"message": {"content": _said(call)}}]})[:-20].encode())


def _parts(call: Call) -> None:
    call.completion({"role": "assistant", "content": [{"type": "text", "text": _said(call)}]})


def _cut(call: Call) -> None:
    call.complete(_said(call)[:40], "length")


def _byte_order_mark(call: Call) -> None:
    choice = {"message": {"content": _said(call)}, "finish_reason": "stop"}
    call.reply(body=b"\xef\xbb\xbf" + json.dumps({"choices": [choice], "usage": USAGE}).encode())


def _choice(delta: Any, finish: Any = None, index: int = 0) -> dict[str, Any]:
    return {"index": index, "delta": delta, "finish_reason": finish}


def _stream_of(text: str, size: int = 30) -> list[dict[str, Any]]:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    events = [{"choices": [_choice({"content": piece})]} for piece in pieces]
    return [*events, {"choices": [_choice({}, "stop")], "usage": dict(USAGE)}]


def _whole_or(stream: Behaviour) -> Behaviour:
    """A behaviour that only a stream can have; who asks for no stream gets a good answer."""
    return lambda call: stream(call) if call.streamed else call.complete(_said(call))


def _two_choices(call: Call) -> None:
    events = _stream_of(_said(call))
    other = [{"choices": [_choice({"content": "the other"}, index=1)]} for _ in events]
    call.events(*(event for pair in zip(other, events, strict=True) for event in pair))


def _lines(before: str = "", colon: str = "data: ", end: str = "\n\n") -> Behaviour:
    def behave(call: Call) -> None:
        events = [json.dumps(e, ensure_ascii=False) for e in _stream_of(_said(call))]
        call.begin_stream("text/event-stream; charset=utf-8")
        call.send(*(f"{before}{colon}{event}{end}".encode() for event in [*events, "[DONE]"]))

    return behave


def _byte_by_byte(call: Call) -> None:
    """Cuts through characters of several bytes, and no escapes."""
    choice = _choice({"content": _said(call)}, "stop")
    event = json.dumps({"choices": [choice], "name": "żółć\u2028 \x85 漢"}, ensure_ascii=False)
    raw = f"data: {event}\n\n".encode()
    call.begin_stream()
    call.send(*(raw[at : at + 7] for at in range(0, len(raw), 7)))


def _without_an_end(call: Call) -> None:
    call.events(*_stream_of(_said(call)), done=False)


def _broken_off(call: Call) -> None:
    call.events(*_stream_of(_said(call))[:2], done=False)


def _reset_in_stream(call: Call) -> None:
    call.events(*_stream_of(_said(call))[:2], done=False)
    call.reset()


def _error_in_stream(call: Call) -> None:
    call.events(*_stream_of(_said(call))[:2], {"error": {"code": 503, "message": "gone"}})


ENVELOPES: dict[str, Fault] = {
    "page-with-200": unreadable(_body("<!doctype html><p>Log in", "text/html")),
    "page-called-json": unreadable(_body("<!doctype html><p>Log in")),
    "empty": unreadable(_body("")),
    "blank": unreadable(_body(" \n ")),
    "null": unreadable(_body("null")),
    "list": unreadable(_body("[]")),
    "string": unreadable(_body('"choices"')),
    "empty-object": unreadable(_body("{}")),
    "truncated-json": unreadable(_truncated),
    "two-documents": unreadable(_body("{}{}")),
    "not-utf-8": unreadable(_body(b'{"choices": "\xff\xfe"}')),
    "utf-16": unreadable(_body('{"choices": []}'.encode("utf-16"))),
    "deep-nesting": unreadable(_body("[" * 200_000)),
    "deep-and-closed": unreadable(_body('{"a":' * 90_000 + "1" + "}" * 90_000)),
    "no-choices": unreadable(_body('{"choices": []}')),
    "choices-null": unreadable(_body('{"choices": null}')),
    "choices-an-object": unreadable(_body('{"choices": {"0": {}}}')),
    "choice-null": unreadable(_body('{"choices": [null]}')),
    "no-message": unreadable(_body('{"choices": [{"finish_reason": "stop"}]}')),
    "message-null": unreadable(_body('{"choices": [{"message": null}]}')),
    "message-a-string": unreadable(_body('{"choices": [{"message": "hello"}]}')),
    "duplicate-keys-outside": unreadable(_raw_envelope('"choices": []')),
    "nan-outside": unreadable(_raw_envelope('"created": NaN')),
    "5000-digits-outside": unreadable(_raw_envelope(f'"created": {"7" * 5000}')),
    "byte-order-mark": harmless(_byte_order_mark),
    "no-usage": harmless(_raw_envelope('"id": "x"')),
    "usage-null": harmless(_with(usage=None)),
    "usage-a-list": harmless(_with(usage=[1, 2])),
    "usage-negative": harmless(_with(usage={"prompt_tokens": -5, "completion_tokens": -7})),
    "usage-words": harmless(_with(usage={"prompt_tokens": "5", "completion_tokens": True})),
    "usage-huge": harmless(_with(usage={"prompt_tokens": 10**60, "completion_tokens": 10**19})),
    "model-name-with-escapes": harmless(_with(model="m\x1b[31m\0\x9b")),
    "model-name-with-a-lone-surrogate": harmless(_with(model="\ud800")),
    "model-name-endless": harmless(_with(model="m" * 100_000)),
    "model-name-null": harmless(_with(model=None)),
    "extra-fields": harmless(_with(system_fingerprint="\ud800", weather={"a": "\0"})),
}

ENDINGS: dict[str, Fault] = {
    "refusal": declined(_message({"content": None, "refusal": "I can't help with that."})),
    "refusal-after-text": declined(_message({"content": '{"claims": [', "refusal": "No."})),
    "filter": declined(_message({"content": ""}, "content_filter")),
    "filter-after-text": declined(_message({"content": '{"claims": ['}, "content_filter")),
    "filter-by-another-name": declined(_message({"content": None}, "SAFETY")),
    "cut-off": cut_off(_cut),
    "cut-off-at-once": cut_off(_message({"content": ""}, "length")),
    "content-null": misshapen(_message({"content": None})),
    "content-missing": misshapen(_message({"role": "assistant"})),
    "content-a-number": misshapen(_message({"content": 7})),
    "content-in-parts": harmless(_parts),
    "one-tool-call": misshapen(_message({"content": None, "tool_calls": [TOOL]}, "tool_calls")),
    "two-tool-calls": misshapen(
        _message({"content": None, "tool_calls": [TOOL, TOOL]}, "tool_calls")
    ),
    "tool-calls-a-number": misshapen(_message({"content": None, "tool_calls": 2})),
    "function-call": misshapen(_message({"content": None, "function_call": TOOL["function"]})),
    "finish-reason-an-object": harmless(
        lambda call: call.completion({"content": _said(call)}, {"a": 1})
    ),
    "finish-reason-missing": harmless(lambda call: call.completion({"content": _said(call)}, None)),
}

STREAMS: dict[str, Fault] = {
    "two-choices-in-turn": harmless(_whole_or(_two_choices)),
    "comments": harmless(_whole_or(_lines(before=": ping\n\n"))),
    "named-events": harmless(_whole_or(_lines(before="event: message\nid: 7\nretry: 0\n"))),
    "no-blank-after-the-colon": harmless(_whole_or(_lines(colon="data:"))),
    "lines-end-with-cr": harmless(_whole_or(_lines(end="\r\r"))),
    "lines-end-with-crlf": harmless(_whole_or(_lines(end="\r\n\r\n"))),
    "byte-by-byte": harmless(_whole_or(_byte_by_byte)),
    "without-an-end": harmless(_whole_or(_without_an_end)),
}

BROKEN_STREAMS: dict[str, Fault] = {
    "empty-stream": unreadable(lambda call: call.events()),
    "no-events": unreadable(lambda call: call.events(done=False)),
    "junk-events": unreadable(lambda call: call.events("junk", 7)),
    "events-without-choices": unreadable(lambda call: call.events({"id": 1}, {"usage": {}})),
    "deltas-of-nothing": misshapen(lambda call: call.events({"choices": [_choice(None)]})),
    "broken-off": misshapen(_broken_off),
    "reset-in-the-stream": passing(_reset_in_stream),
    "error-in-the-stream": passing(_error_in_stream),
}
