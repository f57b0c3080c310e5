"""What a chat server answered, streamed or whole, read into one plain value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.models.answers import MAX_ANSWER_CHARS, Unusable, read_envelope
from summarizer.models.types import Usage

OnDelta = Callable[[str], None]

_MODEL_NAME = re.compile(r"[!-~](?:[ -~]{0,198}[!-~])?")
"""What a server may call its model: it is stored and printed, so nothing but printable ASCII."""

_MOST_TOKENS = 10**9
"""A count beyond this is no count; a sum of them must still fit a column of 64 bits."""

_DECLINED = frozenset(
    {"content_filter", "content_filtered", "refusal", "safety", "recitation", "blocklist"}
    | {"prohibited_content", "spii", "sensitive", "guardrail_intervened"}
)
"""Ends of an answer that mean a filter, by the names OpenAI and compatible servers give them."""


@dataclass(slots=True)
class Reply:
    """The model's text and how it ended; ``error`` is the error a server sent in place of it.

    It is filled while it is read: what broke off half-way still tells what it cost.
    """

    text: str = ""
    refusal: str = ""
    finish_reason: str = ""
    model: str = ""
    tool_calls: int = 0
    choices: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    usage_known: bool = False
    error: Mapping[str, Any] | None = None

    @property
    def refused(self) -> bool:
        """Whether the model or a filter declined to answer."""
        return bool(self.refusal) or self.finish_reason.lower() in _DECLINED

    @property
    def usage(self) -> Usage:
        """The tokens as the server counts them, without requests and seconds."""
        return Usage(
            self.prompt_tokens,
            self.completion_tokens,
            self.cached_tokens,
            complete=self.usage_known,
        )


def read_reply(body: bytes, reply: Reply) -> None:
    """Fill ``reply`` from a whole JSON body; raises Unusable when it is not a chat completion."""
    envelope = read_envelope(body)
    reply.model = _name(envelope.get("model"))
    _read_usage(reply, envelope.get("usage"))
    if isinstance(envelope.get("error"), dict):
        reply.error = envelope["error"]
        return
    choice = _first_choice(envelope)
    if choice is None:
        raise Unusable("the answer has no choices")
    reply.choices = 1
    message = choice.get("message")
    if not isinstance(message, dict):
        raise Unusable("the answer has no message")
    reply.text = _content(message.get("content"))
    reply.refusal = _text(message.get("refusal"))
    reply.finish_reason = _text(choice.get("finish_reason"))
    reply.tool_calls = _length(message.get("tool_calls"))


def read_stream(chunks: Iterator[bytes], reply: Reply, on_delta: OnDelta) -> None:
    """Fill ``reply`` from server-sent events; ``on_delta`` gets each piece of the text.

    Raises Unusable for what is no stream of chat completions.
    """
    parts: list[str] = []
    room = MAX_ANSWER_CHARS
    for event in _events(chunks):
        piece = _read_event(reply, event)
        if reply.error is not None:
            return
        if piece:
            parts.append(piece)
            on_delta(piece)
            room -= len(piece)
        if room < 0:
            break  # whoever reads the text refuses it
    if not reply.choices:
        raise Unusable("the answer has no choices")
    reply.text = "".join(parts)


def _events(chunks: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    for line in _lines(chunks):
        data = line[5:].strip() if line.startswith(b"data:") else b""
        if data == b"[DONE]":
            return
        if data:
            yield read_envelope(data)


def _lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Lines as the standard of server-sent events has them: CR, LF or CRLF, and nothing else.

    A client's own reader of lines also splits at U+2028 and its like, which JSON may hold.
    """
    pending: list[bytes] = []
    for chunk in chunks:
        first, *more = chunk.replace(b"\r", b"\n").split(b"\n")
        pending.append(first)
        for line in more:
            yield b"".join(pending)
            pending = [line]
    if any(pending):
        yield b"".join(pending)


def _read_event(reply: Reply, event: dict[str, Any]) -> str:
    if isinstance(event.get("error"), dict):
        reply.error = event["error"]
        return ""
    reply.model = reply.model or _name(event.get("model"))
    _read_usage(reply, event.get("usage"))
    choice = _first_choice(event)
    if choice is None:
        return ""
    reply.choices += 1
    reply.finish_reason = _text(choice.get("finish_reason")) or reply.finish_reason
    delta = choice.get("delta")
    if not isinstance(delta, dict):
        return ""
    reply.refusal += _text(delta.get("refusal"))
    reply.tool_calls += _length(delta.get("tool_calls"))
    return _content(delta.get("content"))


def _first_choice(envelope: Mapping[str, Any]) -> dict[str, Any] | None:
    """The choice with index 0: a server may send several, and their pieces in turn."""
    choices = envelope.get("choices")
    for choice in choices if isinstance(choices, list) else ():
        if isinstance(choice, dict) and choice.get("index", 0) in (0, None):
            return choice
    return None


def _read_usage(reply: Reply, usage: Any) -> None:
    if not isinstance(usage, dict):
        return
    reply.usage_known = _is_count(usage.get("completion_tokens"))
    reply.prompt_tokens = _count(usage.get("prompt_tokens"))
    reply.completion_tokens = _count(usage.get("completion_tokens"))
    details = usage.get("prompt_tokens_details")
    if isinstance(details, dict):
        reply.cached_tokens = _count(details.get("cached_tokens"))


def _content(value: Any) -> str:
    """The text of a message, given as such or as a list of parts."""
    if isinstance(value, list):
        return "".join(_text(part.get("text")) for part in value if isinstance(part, dict))
    return _text(value)


def _name(value: Any) -> str:
    return value if isinstance(value, str) and _MODEL_NAME.fullmatch(value) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _length(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_TOKENS


def _count(value: Any) -> int:
    return value if _is_count(value) else 0
