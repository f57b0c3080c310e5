"""A model behind the OpenAI chat API, and how its answer becomes a typed value.

The order of the layers, from the caller inwards: this conversation (re-asks, one larger try), then
instructor (the schema into the request, the answer into the type), then the transport (the only one
that sends a request again), then one HTTP exchange through the openai client.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import TracebackType
from typing import Any, Protocol, Self

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AnswerTruncated,
    RequestInvalid,
    SourceNotText,
    SourceTooLong,
    SummarizerError,
)
from summarizer.models.answers import Unusable, check_answer, unfenced
from summarizer.models.budget import Budget
from summarizer.models.channel import Channel
from summarizer.models.mask import Mask
from summarizer.models.replies import Reply
from summarizer.models.structured import WrongShape, ask_typed
from summarizer.models.transport import Transient, Transport
from summarizer.models.types import Answer, OnProgress, Progress, Request, T, Usage
from summarizer.models.wire import Dialect, chat_body

MAX_REASKS = 2
REASK = (
    "The last answer did not fit the required format. "
    "Answer again with one JSON object in that format and nothing else."
)


class Attempt(Protocol):
    """Who hears of every request that is sent for a question, also of those that fail."""

    def begin(self) -> Callable[[str], None] | None:
        """A request goes out; returns what is to be called with each piece of its answer."""

    def paid(self, usage: Usage) -> None:
        """It ended and cost this."""


class _CutOff(Exception):
    """The answer ended at the token limit."""


class ChatModel:
    """A model of any server that speaks the OpenAI chat API; see ``types.Model``."""

    def __init__(
        self,
        model_id: str,
        channel: Channel,
        dialect: Dialect,
        *,
        transport: Transport | None = None,
        parameters: Mapping[str, Any] | None = None,
    ) -> None:
        self.id = model_id
        self.provider, _, self.name = model_id.partition("/")
        self.context_tokens: int | None = None
        self.unsupported: set[str] = set()
        self._channel = channel
        self._dialect = dialect
        self._transport = transport or Transport()
        self._parameters = dict(parameters or {})

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What a reader needs to know to repeat the answer."""
        dropped = {"without": sorted(self.unsupported)} if self.unsupported else {}
        return {**self._parameters, **dropped}

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """Ask, and ask again where that can help; see ``types.Model.ask`` for the errors."""
        whole = Budget(request.deadline) if budget is None else budget
        talk = _Conversation(self, request, whole.within(request.deadline), on_progress)
        try:
            return talk.run()
        except SummarizerError as error:
            error.usage = talk.usage()
            raise

    def close(self) -> None:
        """Stop what is under way; may be called twice."""
        self._channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def send(
        self,
        arguments: Mapping[str, Any],
        budget: Budget,
        attempt: Attempt,
        *,
        fresh: bool = False,
    ) -> Reply:
        """One request, sent again as the transport sees fit; ``attempt`` hears of each."""

        def once() -> Reply:
            body = chat_body(arguments, self._dialect, self.unsupported, fresh=fresh)
            on_delta = attempt.begin()
            try:
                reply = self._channel.exchange(body, budget, self.unsupported, on_delta)
            except (Transient, SummarizerError) as failure:
                error = failure.error if isinstance(failure, Transient) else failure
                attempt.paid(error.usage or Usage())
                raise
            attempt.paid(reply.usage)
            self._mask(reply)
            return reply

        return self._transport.run(once, budget)

    @cached_property
    def mask(self) -> Mask:
        """What takes this model's key out of a server's words."""
        return self._channel.mask()

    def _mask(self, reply: Reply) -> None:
        named = self.mask.text(reply.model)
        reply.model = named if named == reply.model else ""
        reply.finish_reason = self.mask.text(reply.finish_reason)


class _Conversation:
    """One question until its answer fits: at most two re-asks and one larger try."""

    def __init__(
        self,
        model: ChatModel,
        request: Request[Any],
        budget: Budget,
        on_progress: OnProgress | None,
    ) -> None:
        self._model = model
        self._request = request
        self._budget = budget
        self._on_progress = on_progress
        self._began = budget.clock()
        self._requests_before = budget.requests_left
        self._spent = Usage()
        self._reply = Reply()
        self._check_text()

    def usage(self) -> Usage:
        """What was spent until now."""
        sent = self._requests_before - self._budget.requests_left
        seconds = self._budget.clock() - self._began
        return self._spent + Usage(requests=sent, seconds=seconds)

    def begin(self) -> Callable[[str], None] | None:
        """See ``Attempt``: an answer that broke off is not gone on with, it begins anew."""
        if self._on_progress is None:
            return None
        on_progress = self._on_progress
        pieces: list[str] = []

        def on_delta(piece: str) -> None:
            pieces.append(piece)
            seconds = self._budget.clock() - self._began
            shown = self._model.mask.beginning("".join(pieces))
            on_progress(Progress(shown, len(pieces), seconds))

        return on_delta

    def paid(self, usage: Usage) -> None:
        """See ``Attempt``."""
        self._spent += usage

    def run(self) -> Answer[Any]:
        limit, reasks = self._request.max_tokens, 0
        while True:
            try:
                value = self._typed(limit, again=reasks > 0)
            except _CutOff:
                if not self._request.enlarge or limit > self._request.max_tokens or self._broke():
                    raise _truncated() from None
                limit *= 2
            except (RequestInvalid, SourceTooLong):
                if limit > self._request.max_tokens:  # there is no room for a larger answer
                    raise _truncated() from None
                raise
            except WrongShape as fault:
                if reasks >= MAX_REASKS or self._broke():
                    raise AnswerInvalid(f"The model's answer does not fit: {fault}") from None
                reasks += 1
            else:
                reply = self._reply
                name, ended = reply.model or self._model.name, reply.finish_reason or "stop"
                return Answer(value, self.usage(), name, ended, reply.text)

    def _broke(self) -> bool:
        return self._budget.requests_left <= 0

    def _typed(self, limit: int, *, again: bool) -> Any:
        options: dict[str, Any] = {"temperature": self._request.temperature, "max_tokens": limit}
        if self._request.seed is not None:
            options["seed"] = self._request.seed
        arguments = {"model": self._model.name, "messages": self._messages(again=again), **options}
        return ask_typed(self._request.schema, arguments, self._complete)

    def _complete(self, arguments: Mapping[str, Any]) -> str:
        if self._on_progress is not None:
            # instructor is not told: it would parse the stream itself.
            arguments = {**arguments, "stream": True}
        fresh = self._request.fresh
        reply = self._model.send(arguments, self._budget, self, fresh=fresh)
        self._reply = reply
        if reply.refused:
            raise AnswerRefused("The model declined to answer")
        if reply.finish_reason == "length":
            raise _CutOff
        if reply.tool_calls and not reply.text:
            raise WrongShape("it is a tool call")
        text = unfenced(reply.text)
        try:
            check_answer(text)
        except Unusable as unusable:
            raise WrongShape(unusable.reason) from None
        masked = self._model.mask.answer(text)
        if masked != text:
            reply.text = masked
        return masked

    def _messages(self, *, again: bool) -> list[dict[str, str]]:
        messages = [{"role": m.role, "content": m.content} for m in self._request.messages]
        if again:
            # Appended to the last message: some chat templates refuse two user messages in a row.
            messages[-1]["content"] += f"\n\n{REASK}"
        return messages

    def _check_text(self) -> None:
        try:
            for message in self._request.messages:
                message.content.encode("utf-8")
        except UnicodeEncodeError:
            raise SourceNotText("The text holds a lone surrogate, which is no character") from None


def _truncated() -> AnswerTruncated:
    return AnswerTruncated("The answer was cut off at its token limit")
