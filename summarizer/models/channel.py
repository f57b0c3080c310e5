"""One HTTP exchange with a deadline that holds for all of it, not for each read.

The exchange runs as a task of an event loop in a thread of its own: a task can be ended at any
point, while connecting, waiting for headers or reading a body that drips, which no socket timeout
can. The thread that asked waits for it, and is handed the pieces of the answer as they come.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import weakref
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, cast

import httpx2
import openai

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
from summarizer.models.replies import Reply, read_reply, read_stream
from summarizer.models.transport import Transient
from summarizer.models.types import Usage

_DONE = object()
_GRACE = 0.5
"""Seconds the waiting thread gives the loop to end a task whose deadline has passed."""


class Channel:
    """Sends chat requests through one openai client; safe to use from many threads."""

    def __init__(self, make_client: Callable[[], openai.AsyncOpenAI]) -> None:
        self._make_client = make_client
        self._client: openai.AsyncOpenAI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()
        self._stop: Callable[[], Any] | None = None
        self._closed = False

    def prepare(self) -> None:
        """Make the client now, so that one that cannot be used is refused at the start.

        Nothing is sent. Raises SummarizerError where the client would retry by itself.
        """
        with self._lock:
            self._make()

    def exchange(
        self,
        body: dict[str, Any],
        budget: Budget,
        unsupported: set[str],
        on_delta: Callable[[str], None] | None,
    ) -> Reply:
        """Send ``body`` once and read the reply.

        Raises Transient or a typed error, which tells in its ``usage`` what the failure may have
        cost. ``on_delta`` is called in this thread.
        """
        pieces: queue.SimpleQueue[Any] = queue.SimpleQueue()
        loop = self._running_loop()
        future = asyncio.run_coroutine_threadsafe(
            self._exchange(body, budget.seconds_left, unsupported, pieces.put), loop
        )
        future.add_done_callback(lambda _: pieces.put(_DONE))
        forget = budget.cancellation.listen(future.cancel)
        try:
            return _follow(future, pieces, budget, on_delta)
        finally:
            forget()
            future.cancel()

    def mask(self) -> Mask:
        """What takes this client's key out of a server's words."""
        with self._lock:
            return Mask(self._make().api_key)

    def close(self) -> None:
        """End everything under way and the thread; may be called twice."""
        with self._lock:
            self._closed = True
            stop, self._stop, self._loop = self._stop, None, None
        if stop is not None:
            stop()

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._closed:
                raise RunCancelled("The model was closed")
            if self._loop is None:
                client = self._make()
                self._loop = asyncio.new_event_loop()
                thread = threading.Thread(
                    target=self._loop.run_forever, name="summarizer-models", daemon=True
                )
                thread.start()
                # Also runs at the interpreter's exit, while threads can still be joined.
                self._stop = weakref.finalize(self, _shut_down, self._loop, thread, client)
            return self._loop

    def _make(self) -> openai.AsyncOpenAI:
        if self._client is None:
            try:
                client = self._make_client()
            except (httpx2.InvalidURL, ValueError):
                raise RequestInvalid(
                    "The address of the server is none that can be called",
                    remedy="Check OPENAI_BASE_URL",
                ) from None
            self._client = without_retries(client)
        return self._client

    async def _exchange(
        self,
        body: dict[str, Any],
        seconds: float,
        unsupported: set[str],
        put: Callable[[str], None],
    ) -> Reply:
        reading = _Reading(Reply())
        try:
            async with asyncio.timeout(seconds):
                await self._read(body, reading, put)
        except TimeoutError:
            failure: Exception = DeadlineExceeded("The time for this document was up")
        except asyncio.CancelledError:
            raise
        except Exception as error:
            failure = meaning(error, unsupported, reading.headers)
            if isinstance(error, openai.APIStatusError) or _not_connected(failure):
                raise failure from None  # nothing was asked of the model
        else:
            if reading.reply.error is None:
                return reading.reply
            failure = embedded(reading.reply.error, unsupported, reading.headers)
            if not reading.reply.choices:
                raise failure
        raise costing(failure, reading.reply.usage) from None

    async def _read(
        self, body: dict[str, Any], reading: _Reading, put: Callable[[str], None]
    ) -> None:
        response = await self._post(body)
        try:
            reading.headers = response.headers
            kind = response.headers.get("content-type", "")
            if "text/event-stream" in kind.lower():
                await read_stream(response.aiter_bytes(), reading.reply, put)
            else:
                read_reply(await response.aread(), reading.reply)
        finally:
            await response.aclose()

    async def _post(self, body: dict[str, Any]) -> httpx2.Response:
        """The response to ``body``, its own body not read yet. Raises openai's errors.

        By the client's general call: ``chat.completions.create`` first walks through the whole
        body, schema included, by its types, and took a third of a request's processor time.
        """
        plain = {name: value for name, value in body.items() if name != "extra_body"}
        response = await self._make().post(
            "/chat/completions",
            body={**plain, **body.get("extra_body", {})},
            cast_to=httpx2.Response,
            stream=True,
            stream_cls=openai.AsyncStream[Any],
        )
        # Where that is what it is to be cast to, a response comes as it is, streamed or not.
        return cast("httpx2.Response", response)


@dataclass(slots=True)
class _Reading:
    """What there is of an answer, while it is read."""

    reply: Reply
    headers: Mapping[str, str] = field(default_factory=dict)


def costing(failure: Exception, usage: Usage) -> Exception:
    """``failure``, with what the attempt cost."""
    error = failure.error if isinstance(failure, Transient) else failure
    if isinstance(error, SummarizerError):
        error.usage = usage
    return failure


def _not_connected(failure: Exception) -> bool:
    return isinstance(failure, Transient) and isinstance(failure.error, ModelUnavailable)


def _follow(
    future: Future[Reply],
    pieces: queue.SimpleQueue[Any],
    budget: Budget,
    on_delta: Callable[[str], None] | None,
) -> Reply:
    while True:
        try:
            piece = pieces.get(timeout=max(0.0, budget.seconds_left) + _GRACE)
        except queue.Empty:
            late = DeadlineExceeded("The time for this document was up")
            raise costing(late, Usage(complete=False)) from None
        if piece is _DONE or future.cancelled():
            break
        if on_delta is not None and budget.seconds_left > 0:
            on_delta(piece)
    if future.cancelled():
        raise costing(RunCancelled("The run was cancelled"), Usage(complete=False))
    return future.result()


def _shut_down(
    loop: asyncio.AbstractEventLoop, thread: threading.Thread, client: openai.AsyncOpenAI
) -> None:
    async def end() -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        with contextlib.suppress(Exception):
            await client.close()

    if threading.current_thread() is thread:
        return
    with contextlib.suppress(Exception):
        asyncio.run_coroutine_threadsafe(end(), loop).result(timeout=5.0)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(timeout=5.0)
    if not thread.is_alive():
        loop.close()
