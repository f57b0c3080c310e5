"""One HTTP exchange with a deadline that holds for all of it, and that can be ended from outside.

It runs in the thread that asks: what no socket timeout can do, end a body that drips and stop at
once when the run is cancelled, its connections do (``sockets``).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import httpx2
import openai

from summarizer import logs
from summarizer.errors import (
    DeadlineExceeded,
    ModelUnavailable,
    RequestInvalid,
    RunCancelled,
    SummarizerError,
)
from summarizer.models.budget import Budget
from summarizer.models.client import without_retries
from summarizer.models.faults import embedded, meaning
from summarizer.models.mask import Mask
from summarizer.models.replies import OnDelta, Reply, read_reply, read_stream
from summarizer.models.sockets import Exchange
from summarizer.models.transport import Transient
from summarizer.models.types import Usage


class Channel:
    """Sends chat requests through one openai client; safe to use from many threads."""

    def __init__(self, make_client: Callable[[], openai.OpenAI]) -> None:
        self._make_client = make_client
        self._client: openai.OpenAI | None = None
        self._lock = threading.Lock()
        self._under_way: set[Exchange] = set()
        self._closed = False

    def prepare(self) -> None:
        """Make the client now, so that one that cannot be used is refused at the start.

        Nothing is sent. Raises SummarizerError where the client would retry by itself.
        """
        self._made()

    def exchange(
        self,
        body: dict[str, Any],
        budget: Budget,
        unsupported: set[str],
        on_delta: OnDelta | None,
    ) -> Reply:
        """Send ``body`` once and read the reply.

        Raises Transient or a typed error, which tells in its ``usage`` what the failure may have
        cost. ``on_delta`` is called in this thread; what it raises comes through.
        """
        reading = _Reading(on_delta)
        with self._begun(budget) as exchange:
            try:
                self._read(body, reading)
            except Exception as error:
                if error is reading.raised:
                    raise
                failure = _ended(exchange, error) or meaning(error, unsupported, reading.headers)
                if isinstance(error, openai.APIStatusError) or _not_connected(failure):
                    raise failure from None  # nothing was asked of the model
            else:
                if reading.reply.error is None:
                    return reading.reply
                failure = embedded(reading.reply.error, unsupported, reading.headers)
                if not reading.reply.choices:
                    raise failure
        raise costing(failure, reading.reply.usage) from None

    def mask(self) -> Mask:
        """What takes this client's key out of a server's words."""
        return Mask(self._made().api_key)

    def close(self) -> None:
        """End everything under way; may be called twice.

        Each exchange closes its own connection, and none is kept: the client has nothing to close.
        """
        with self._lock:
            self._closed = True
            under_way = list(self._under_way)
        for exchange in under_way:
            exchange.cut()

    @contextmanager
    def _begun(self, budget: Budget) -> Iterator[Exchange]:
        """An exchange that ends with the budget's time, its cancellation, and this channel."""
        exchange = Exchange(budget.seconds_left)
        with self._lock:
            if self._closed:
                raise RunCancelled("The model was closed")
            self._under_way.add(exchange)
        forget = budget.cancellation.listen(exchange.cut)
        try:
            with exchange, logs.clients_muted():
                yield exchange
        finally:
            forget()
            with self._lock:
                self._under_way.discard(exchange)

    def _made(self) -> openai.OpenAI:
        with self._lock:
            if self._client is None:
                self._client = without_retries(_usable(self._make_client))
            return self._client

    def _read(self, body: dict[str, Any], reading: _Reading) -> None:
        response = self._post(body)
        try:
            reading.headers = response.headers
            kind = response.headers.get("content-type", "")
            if "text/event-stream" in kind.lower():
                read_stream(response.iter_bytes(), reading.reply, reading.tell)
            else:
                read_reply(response.read(), reading.reply)
        finally:
            response.close()

    def _post(self, body: dict[str, Any]) -> httpx2.Response:
        """The response to ``body``, its own body not read yet. Raises openai's errors.

        By the client's general call: ``chat.completions.create`` first walks through the whole
        body, schema included, by its types, and took a third of a request's processor time.
        """
        plain = {name: value for name, value in body.items() if name != "extra_body"}
        response = self._made().post(
            "/chat/completions",
            body={**plain, **body.get("extra_body", {})},
            cast_to=httpx2.Response,
            stream=True,
            stream_cls=openai.Stream[Any],
        )
        # Where that is what it is to be cast to, a response comes as it is, streamed or not.
        return cast("httpx2.Response", response)


@dataclass(slots=True)
class _Reading:
    """What there is of an answer, while it is read, and who is told of its pieces."""

    on_delta: OnDelta | None
    reply: Reply = field(default_factory=Reply)
    headers: Mapping[str, str] = field(default_factory=dict)
    raised: Exception | None = None

    def tell(self, piece: str) -> None:
        """Hand on a piece; an error of who is told is kept apart from those of the exchange."""
        if self.on_delta is None:
            return
        try:
            self.on_delta(piece)
        except Exception as error:
            self.raised = error
            raise


def costing(failure: Exception, usage: Usage) -> Exception:
    """``failure``, with what the attempt cost."""
    error = failure.error if isinstance(failure, Transient) else failure
    if isinstance(error, SummarizerError):
        error.usage = usage
    return failure


def _usable(make: Callable[[], openai.OpenAI]) -> openai.OpenAI:
    try:
        return make()
    except (httpx2.InvalidURL, ValueError):
        raise RequestInvalid(
            "The address of the server is none that can be called",
            remedy="Check OPENAI_BASE_URL",
        ) from None


def _ended(exchange: Exchange, error: Exception) -> Exception | None:
    """What ended the exchange from this side, if it was that and not the server's answer."""
    if isinstance(error, openai.APIStatusError):
        return None
    if exchange.is_cut:
        return RunCancelled("The run was cancelled")
    return DeadlineExceeded("The time for this document was up") if exchange.is_late else None


def _not_connected(failure: Exception) -> bool:
    return isinstance(failure, Transient) and isinstance(failure.error, ModelUnavailable)
