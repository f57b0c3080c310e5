"""What a chat server answered, streamed or whole, read into one plain value."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.models.answers import Unusable, read_envelope

OnDelta = Callable[[str], None]


@dataclass(slots=True)
class Reply:
    """The model's text and how it ended; ``error`` is the error a server sent in place of it."""

    text: str = ""
    refusal: str = ""
    finish_reason: str = ""
    model: str = ""
    tool_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    usage_known: bool = False
    error: Mapping[str, Any] | None = None

    @property
    def refused(self) -> bool:
        """Whether the model or a filter declined to answer."""
        return bool(self.refusal) or self.finish_reason == "content_filter"


@dataclass(slots=True)
class _Stream:
    reply: Reply = field(default_factory=Reply)
    parts: list[str] = field(default_factory=list)
    choices: int = 0


def read_reply(body: bytes) -> Reply:
    """The reply in a whole JSON body; raises Unusable when it is not a chat completion."""
    envelope = read_envelope(body)
    reply = Reply(model=_text(envelope.get("model")))
    _read_usage(reply, envelope.get("usage"))
    if isinstance(envelope.get("error"), dict):
        reply.error = envelope["error"]
        return reply
    choice = _first_choice(envelope)
    if choice is None:
        raise Unusable("the answer has no choices")
    message = choice.get("message")
    if not isinstance(message, dict):
        raise Unusable("the answer has no message")
    reply.text = _text(message.get("content"))
    reply.refusal = _text(message.get("refusal"))
    reply.finish_reason = _text(choice.get("finish_reason"))
    reply.tool_calls = len(message.get("tool_calls") or ())
    return reply


async def read_stream(lines: AsyncIterator[str], on_delta: OnDelta) -> Reply:
    """The reply in a stream of server-sent events; ``on_delta`` gets each piece of the text."""
    stream = _Stream()
    async for line in lines:
        if not line.startswith("data:"):
            continue
        data = line[5:].strip()
        if data == "[DONE]":
            break
        piece = _read_event(stream, read_envelope(data))
        if stream.reply.error is not None:
            return stream.reply
        if piece:
            stream.parts.append(piece)
            on_delta(piece)
    if not stream.choices:
        raise Unusable("the answer has no choices")
    stream.reply.text = "".join(stream.parts)
    return stream.reply


def _read_event(stream: _Stream, event: dict[str, Any]) -> str:
    reply = stream.reply
    if isinstance(event.get("error"), dict):
        reply.error = event["error"]
        return ""
    reply.model = reply.model or _text(event.get("model"))
    _read_usage(reply, event.get("usage"))
    choice = _first_choice(event)
    if choice is None:
        return ""
    stream.choices += 1
    reply.finish_reason = _text(choice.get("finish_reason")) or reply.finish_reason
    delta = choice.get("delta")
    if not isinstance(delta, dict):
        return ""
    reply.refusal += _text(delta.get("refusal"))
    reply.tool_calls += len(delta.get("tool_calls") or ())
    return _text(delta.get("content"))


def _first_choice(envelope: Mapping[str, Any]) -> dict[str, Any] | None:
    choices = envelope.get("choices")
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0]
    return None


def _read_usage(reply: Reply, usage: Any) -> None:
    if not isinstance(usage, dict):
        return
    reply.usage_known = isinstance(usage.get("completion_tokens"), int)
    reply.prompt_tokens = _count(usage.get("prompt_tokens"))
    reply.completion_tokens = _count(usage.get("completion_tokens"))
    details = usage.get("prompt_tokens_details")
    if isinstance(details, dict):
        reply.cached_tokens = _count(details.get("cached_tokens"))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
