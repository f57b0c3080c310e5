"""The openai client as it is used here: it never retries, goes nowhere else and reads no bomb."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import openai

from summarizer.errors import SummarizerError
from summarizer.models.answers import MAX_BODY_BYTES
from summarizer.models.faults import BodyRefused


def without_retries(client: openai.AsyncOpenAI) -> openai.AsyncOpenAI:
    """``client``, unless it or the connection pool under it sends a request again by itself.

    Raises SummarizerError: the transport retries, and two layers multiply.
    """
    http = client._client
    if client.max_retries or any(map(_retries, (http._transport, *http._mounts.values()))):
        raise SummarizerError(
            "The openai client retries by itself, and the transport does so already",
            remedy="Build the client and its HTTP transport without retries",
        )
    return client


def _retries(transport: object, depth: int = 3) -> bool:
    """Whether a transport, or one it wraps, sends again: whatever it has of such a name counts.

    That is a number in the connection pool of the HTTP library, and an object in the transports
    that other libraries wrap around it.
    """
    if transport is None or depth == 0:
        return False
    parts = getattr(transport, "__dict__", {})
    if any("retr" in name.lower() and bool(value) for name, value in parts.items()):
        return True
    inner = (value for name, value in parts.items() if "transport" in name or "pool" in name)
    return any(_retries(value, depth - 1) for value in inner)


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
        response.encoding = "utf-8"  # a charset may name any codec of Python, also no text at all
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Limited(response.stream, limit)

    settings: dict[str, Any] = {"verify": False, "trust_env": False} if loopback else {}
    http = httpx2.AsyncClient(
        timeout=httpx2.Timeout(None),
        # One connection a request: on one that is kept, an answer too many, which proxies do send,
        # is read as the answer to the next question, of another article. It costs a handshake.
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
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
