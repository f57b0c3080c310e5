"""Reading what a server answered: from any cut of the bytes the same, and nothing that harms."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.answers import MAX_ANSWER_CHARS, Unusable, check_answer
from summarizer.models.replies import Reply, read_reply, read_stream


def streamed(chunks: Iterable[bytes]) -> tuple[Reply, list[str]]:
    heard: list[str] = []
    reply = Reply()
    read_stream(iter(chunks), reply, heard.append)
    return reply, heard


def whole(envelope: Any) -> Reply:
    reply = Reply()
    read_reply(json.dumps(envelope).encode(), reply)
    return reply


def delta(text: str, index: int | None = 0, **more: Any) -> dict[str, Any]:
    return {"choices": [{"index": index, "delta": {"content": text}}], **more}


def message(content: Any, **more: Any) -> dict[str, Any]:
    return {"choices": [{"message": {"content": content}, "finish_reason": "stop"}], **more}


def lines(*events: Any, end: str = "\n") -> bytes:
    texts = [json.dumps(event, ensure_ascii=False) for event in events]
    return "".join(f"data: {text}{end}{end}" for text in [*texts, "[DONE]"]).encode()


TEXTS = ["Der Fluß ", "stieg\u2028um\u2029", "3 \x85 \x0b\x1c m", "漢字 🇺🇦", "\r\n"]


@given(st.sampled_from(["\n", "\r", "\r\n"]), st.lists(st.integers(0, 600), max_size=20))
def test_stream_is_the_same_however_it_is_cut(end: str, cuts: list[int]) -> None:
    raw = lines(*(delta(text) for text in TEXTS), end=end)
    places = [0, *sorted(min(cut, len(raw)) for cut in cuts), len(raw)]
    reply, heard = streamed(raw[a:b] for a, b in itertools.pairwise(places))
    assert heard == TEXTS
    assert reply.text == "".join(TEXTS)


def test_pieces_of_another_choice_are_left_out() -> None:
    reply, _ = streamed(
        [lines(delta("a"), delta("x", index=1), delta("b"), delta("c", index=None))]
    )
    assert reply.text == "abc"


def test_stream_is_read_no_further_than_an_answer_may_be_long() -> None:
    piece = "x" * 10_000
    taken: list[int] = []

    def chunks() -> Iterable[bytes]:
        for number in range(1000):
            taken.append(number)
            yield lines(delta(piece)).removesuffix(b"data: [DONE]\n\n")

    reply, _ = streamed(chunks())
    assert len(taken) <= MAX_ANSWER_CHARS // len(piece) + 2
    with pytest.raises(Unusable, match="long"):
        check_answer(reply.text)


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b": ping\n\n", b"event: done\n\n", b"data: [DONE]\n\n", b"data:\n\n"]
)
def test_stream_without_an_answer_is_unusable(raw: bytes) -> None:
    with pytest.raises(Unusable, match="no choices"):
        streamed([raw])


@pytest.mark.parametrize(
    "name",
    ["m\x1b[31m", "m\0", "\ud800", "m\n", " ", "", "é", "m" * 201, 7, None, ["m"]],
    ids=lambda name: ascii(name)[:12],
)
def test_model_name_that_is_none_is_left_out(name: Any) -> None:
    assert whole(message("x", model=name)).model == ""
    assert (
        streamed([json.dumps(delta("x", model=name)).encode().join([b"data: ", b"\n"])])[0].model
        == ""
    )


@pytest.mark.parametrize("name", ["gpt-5.4-mini-2026-01", "Qwen/Qwen3 (Q4_K_M)", "m" * 200])
def test_model_name_is_kept(name: str) -> None:
    assert whole(message("x", model=name)).model == name


@pytest.mark.parametrize("count", [-1, 10**10, 10**60, True, "7", 1.5, None, [], {}])
def test_token_count_that_is_none_is_not_known(count: Any) -> None:
    reply = whole(message("x", usage={"prompt_tokens": 5, "completion_tokens": count}))
    assert (reply.completion_tokens, reply.usage_known, reply.usage.complete) == (0, False, False)


def test_usage_is_that_of_the_server() -> None:
    details = {"cached_tokens": 3}
    counts = {"prompt_tokens": 5, "completion_tokens": 7, "prompt_tokens_details": details}
    usage = whole(message("x", usage=counts)).usage
    assert (usage.prompt_tokens, usage.completion_tokens, usage.cached_tokens) == (5, 7, 3)
    assert usage.complete


def test_tokens_are_known_of_an_answer_without_choices() -> None:
    reply = Reply()
    counted = {"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 7}}
    with pytest.raises(Unusable):
        read_reply(json.dumps(counted).encode(), reply)
    assert reply.usage.completion_tokens == 7


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a", "a"),
        ([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], "ab"),
        ([{"type": "image"}, 7, {"text": 7}, {"text": "a"}], "a"),
        (None, ""),
        (7, ""),
        ({"text": "a"}, ""),
    ],
)
def test_content_is_a_text_or_its_parts(content: Any, text: str) -> None:
    assert whole(message(content)).text == text


@pytest.mark.parametrize("finish", ["content_filter", "SAFETY", "refusal", "sensitive"])
def test_filter_is_known_by_its_names(finish: str) -> None:
    reply = whole({"choices": [{"message": {"content": ""}, "finish_reason": finish}]})
    assert reply.refused


@pytest.mark.parametrize("calls", [[{}, {}], 2, None, "x", {}])
def test_tool_calls_are_counted_where_they_are_a_list(calls: Any) -> None:
    reply = whole({"choices": [{"message": {"content": "", "tool_calls": calls}}]})
    assert reply.tool_calls == (2 if isinstance(calls, list) else 0)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"choices": [], "choices": [{"message": {"content": "x"}}]}',
        b'{"choices": [{"message": {"content": "x", "content": "y"}}]}',
        b'{"created": NaN, "choices": [{"message": {"content": "x"}}]}',
        b'{"created": %s, "choices": [{"message": {"content": "x"}}]}' % (b"7" * 5000),
        '{"choices": [{"message": {"content": "x"}}]}'.encode("utf-16"),
        b'{"choices": [{"message": {"content": "\xed\xa0\x80"}}]}',
    ],
    ids=["choices-twice", "content-twice", "nan", "digits", "utf-16", "raw-surrogate"],
)
def test_body_that_can_be_read_in_two_ways_is_unusable(raw: bytes) -> None:
    with pytest.raises(Unusable):
        read_reply(raw, Reply())
