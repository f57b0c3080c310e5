"""A model behind the OpenAI chat API, and how its answer becomes a typed value.

The order of the layers, from the caller inwards: this conversation (re-asks, one larger try), then
instructor (the schema into the request, the answer into the type), then the transport (the only one
that sends a request again), then one HTTP exchange through the openai client.

The messages are never rendered by instructor (no ``context=``), so the article reaches the model
byte for byte.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

import instructor
import pydantic
from openai.types.chat import ChatCompletion

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AnswerTruncated,
    ModelError,
    SourceNotText,
)
from summarizer.models.answers import Unusable, check_answer, unfenced
from summarizer.models.budget import Budget
from summarizer.models.channel import Channel
from summarizer.models.replies import Reply
from summarizer.models.transport import Transport
from summarizer.models.types import Answer, OnProgress, Progress, Request, T, Usage
from summarizer.models.wire import Dialect, chat_body

MAX_REASKS = 2
REASK = (
    "The last answer did not fit the required format. "
    "Answer again with one JSON object in that format and nothing else."
)
M = TypeVar("M", bound=pydantic.BaseModel)


class _WrongShape(Exception):
    """The answer was paid for and does not fit; ``args[0]`` is a fixed phrase."""


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
        except ModelError as error:
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
        on_delta: Callable[[str], None] | None,
        *,
        fresh: bool = False,
    ) -> Reply:
        """One request, sent again as the transport sees fit."""

        def once() -> Reply:
            body = chat_body(arguments, self._dialect, self.unsupported, fresh=fresh)
            return self._channel.exchange(body, budget, self.unsupported, on_delta)

        return self._transport.run(once, budget)


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

    def run(self) -> Answer[Any]:
        limit, reasks = self._request.max_tokens, 0
        while True:
            try:
                value = self._typed(limit, again=reasks > 0)
            except _CutOff:
                if not self._request.enlarge or limit > self._request.max_tokens or self._broke():
                    raise AnswerTruncated("The answer was cut off at its token limit") from None
                limit *= 2
            except _WrongShape as fault:
                if reasks >= MAX_REASKS or self._broke():
                    raise AnswerInvalid(f"The model's answer does not fit: {fault}") from None
                reasks += 1
            else:
                name = self._reply.model or self._model.name
                return Answer(value, self.usage(), name, self._reply.finish_reason or "stop")

    def _broke(self) -> bool:
        return self._budget.requests_left <= 0

    def _typed(self, limit: int, *, again: bool) -> Any:
        """One round through instructor; its own retries are off."""
        failure: list[Exception] = []

        def create(**arguments: Any) -> ChatCompletion:
            try:
                return self._complete(arguments)
            except Exception as error:
                failure.append(error)
                raise

        options: dict[str, Any] = {"temperature": self._request.temperature, "max_tokens": limit}
        if self._request.seed is not None:
            options["seed"] = self._request.seed
        ask = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
        _mute_clients()
        try:
            value = ask(
                response_model=self._request.schema,
                messages=self._messages(again=again),
                model=self._model.name,
                max_retries=0,
                strict=None,
                **options,
            )
        except Exception as error:
            # instructor wraps what went wrong in an error that holds the article and cannot be
            # pickled: only the kind of failure leaves this function.
            if failure:
                raise failure[0] from None
            if isinstance(error.__cause__, pydantic.ValidationError):
                raise _WrongShape(_where(error.__cause__)) from None
            raise _WrongShape("it cannot be read") from None
        return _as_declared(value, self._request.schema)

    def _complete(self, arguments: Mapping[str, Any]) -> ChatCompletion:
        pieces: list[str] = []

        def on_delta(piece: str) -> None:
            pieces.append(piece)
            if self._on_progress is not None:
                seconds = self._budget.clock() - self._began
                self._on_progress(Progress("".join(pieces), len(pieces), seconds))

        if self._on_progress is not None:
            # instructor is not told: it would parse the stream itself.
            arguments = {**arguments, "stream": True}
        fresh = self._request.fresh
        reply = self._model.send(arguments, self._budget, on_delta, fresh=fresh)
        self._reply = reply
        self._spent += Usage(
            reply.prompt_tokens,
            reply.completion_tokens,
            reply.cached_tokens,
            complete=reply.usage_known,
        )
        if reply.refused:
            raise AnswerRefused("The model declined to answer")
        if reply.finish_reason == "length":
            raise _CutOff
        if reply.tool_calls and not reply.text:
            raise _WrongShape("it is a tool call")
        text = unfenced(reply.text)
        try:
            check_answer(text)
        except Unusable as unusable:
            raise _WrongShape(unusable.reason) from None
        return _completion(text, reply)

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


def _completion(text: str, reply: Reply) -> ChatCompletion:
    message = {"role": "assistant", "content": text}
    return ChatCompletion.model_validate(
        {
            "id": "",
            "created": 0,
            "object": "chat.completion",
            "model": reply.model,
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        }
    )


def _where(error: pydantic.ValidationError) -> str:
    """The first place that does not fit, by the names of the schema; none of the answer's text."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"][:4] if isinstance(part, int | str))
    return f"{first['type']} at {place}" if place.isascii() and len(place) < 80 else first["type"]


def _as_declared(value: Any, schema: type[M]) -> M:
    """The value as an instance of ``schema`` itself.

    instructor answers with an instance of a class it derives on the fly; that class cannot be
    pickled, and keeps the raw completion.
    """
    fields = {name: getattr(value, name) for name in schema.model_fields}
    return schema.model_construct(_fields_set=set(value.model_fields_set), **fields)


def _mute_clients() -> None:
    """Keep article and answer out of the logs: both libraries log whole requests and answers."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("instructor", "openai"):
            logger = logging.getLogger(name)
            if _no_log not in logger.filters:
                logger.addFilter(_no_log)


def _no_log(record: logging.LogRecord) -> bool:
    return False
