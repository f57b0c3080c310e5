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
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from typing import Any

import httpx2
import openai

from summarizer.errors import DeadlineExceeded, RunCancelled, SummarizerError
from summarizer.models.answers import MAX_BODY_BYTES
from summarizer.models.budget import Budget
from summarizer.models.faults import BodyRefused, embedded, meaning
from summarizer.models.replies import Reply, read_reply, read_stream

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

    def exchange(
        self,
        body: dict[str, Any],
        budget: Budget,
        unsupported: set[str],
        on_delta: Callable[[str], None] | None,
    ) -> Reply:
        """Send ``body`` once and read the reply.

        Raises Transient or a typed error. ``on_delta`` is called in this thread.
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
                self._client = _without_retries(self._make_client())
                self._loop = asyncio.new_event_loop()
                thread = threading.Thread(
                    target=self._loop.run_forever, name="summarizer-models", daemon=True
                )
                thread.start()
                # Also runs at the interpreter's exit, while threads can still be joined.
                self._stop = weakref.finalize(self, _shut_down, self._loop, thread, self._client)
            return self._loop

    async def _exchange(
        self,
        body: dict[str, Any],
        seconds: float,
        unsupported: set[str],
        put: Callable[[str], None],
    ) -> Reply:
        try:
            async with asyncio.timeout(seconds):
                reply = await self._read(body, put)
        except TimeoutError:
            raise DeadlineExceeded("The time for this document was up") from None
        except asyncio.CancelledError:
            raise
        except Exception as error:
            raise meaning(error, unsupported) from None
        if reply.error is not None:
            raise embedded(reply.error, unsupported)
        return reply

    async def _read(self, body: dict[str, Any], put: Callable[[str], None]) -> Reply:
        assert self._client is not None
        create = self._client.chat.completions.with_streaming_response.create
        async with create(**body) as response:
            kind = response.headers.get("content-type", "")
            if "text/event-stream" in kind.lower():
                return await read_stream(response.iter_lines(), put)
            return read_reply(await response.read())


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
            raise DeadlineExceeded("The time for this document was up") from None
        if piece is _DONE:
            break
        if on_delta is not None:
            on_delta(piece)
    if future.cancelled():
        raise RunCancelled("The run was cancelled")
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


def _without_retries(client: openai.AsyncOpenAI) -> openai.AsyncOpenAI:
    if client.max_retries:
        raise SummarizerError(
            "The openai client retries by itself, and the transport does so already",
            remedy="Build the client with max_retries=0",
        )
    return client


def make_client(
    *, base_url: str, api_key: str, limit: int = MAX_BODY_BYTES, loopback: bool = False
) -> openai.AsyncOpenAI:
    """An openai client that never retries, follows no redirect and reads no endless body.

    ``loopback``: the server runs in this process, so no proxy and no certificates are involved.
    """

    async def guard(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
            raise BodyRefused("it is compressed, though that was not asked for")
        length = response.headers.get("content-length", "0")
        if length.isdigit() and int(length[:20]) > limit:
            raise BodyRefused("it is too large")
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Limited(response.stream, limit)

    settings: dict[str, Any] = {"verify": False, "trust_env": False} if loopback else {}
    http = httpx2.AsyncClient(
        timeout=httpx2.Timeout(None),
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=64),
        follow_redirects=False,
        event_hooks={"response": [guard]},
        **settings,
    )
    return openai.AsyncOpenAI(
        base_url=base_url,
        api_key=api_key,
        max_retries=0,
        timeout=None,
        http_client=http,
        default_headers={"Accept-Encoding": "identity"},
    )


class _Limited(httpx2.AsyncByteStream):
    """A body that ends with BodyRefused when it grows past ``limit`` bytes."""

    def __init__(self, stream: httpx2.AsyncByteStream, limit: int) -> None:
        self._stream = stream
        self._left = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise BodyRefused("it is too large")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
