"""The openai client as it is used here: no retries, no detours, no bombs, and its time ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import openai

from summarizer.errors import SummarizerError
from summarizer.models.answers import MAX_BODY_BYTES
from summarizer.models.faults import BodyRefused
from summarizer.models.sockets import Deadlines

_OF_THE_MACHINE = ("Lang", "Package-Version", "OS", "Arch", "Runtime", "Runtime-Version", "Async")
"""The ``X-Stainless-`` headers in which the client tells of the system it runs on."""


def without_retries(client: openai.OpenAI) -> openai.OpenAI:
    """``client``, unless it or the connection pool under it sends a request again by itself.

    Raises SummarizerError: the transport retries, and two layers multiply.
    """
    if client.max_retries or any(map(_retries, _transports(client._client))):
        raise SummarizerError(
            "The openai client retries by itself, and the transport does so already",
            remedy="Build the client and its HTTP transport without retries",
        )
    return client


def _transports(http: httpx2.Client) -> list[httpx2.BaseTransport | None]:
    """How it reaches a server, and how by way of each proxy."""
    return [http._transport, *http._mounts.values()]


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
) -> openai.OpenAI:
    """An openai client that never retries, follows no redirect and reads no endless body.

    ``loopback``: the server runs in this process, so no proxy and no certificates are involved.
    """

    def guard(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
            raise BodyRefused("it is compressed, though that was not asked for")
        length = response.headers.get("content-length", "0")
        if length.isdigit() and int(length[:20]) > limit:
            raise BodyRefused("it is too large")
        response.encoding = "utf-8"  # a charset may name any codec of Python, also no text at all
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = _Limited(response.stream, limit)

    settings: dict[str, Any] = {"verify": False, "trust_env": False} if loopback else {}
    http = httpx2.Client(
        timeout=httpx2.Timeout(None),
        # One connection a request: on one that is kept, an answer too many, which proxies do send,
        # is read as the answer to the next question, of another article. It costs a handshake.
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        follow_redirects=False,
        event_hooks={"response": [guard]},
        **settings,
    )
    headers: dict[str, Any] = {"Accept-Encoding": "identity"}
    # No provider needs to know the machine that asks, and each header takes its time.
    headers |= {f"X-Stainless-{name}": openai.Omit() for name in _OF_THE_MACHINE}
    for transport in _transports(http):
        if isinstance(transport, httpx2.HTTPTransport):
            # The HTTP client has no other way to say who makes its connections.
            transport._pool._network_backend = Deadlines()
    return openai.OpenAI(
        base_url=base_url,
        api_key=api_key,
        max_retries=0,
        timeout=None,
        http_client=http,
        default_headers=headers,
    )


class _Limited(httpx2.SyncByteStream):
    """A body that ends with BodyRefused when it grows past ``limit`` bytes."""

    def __init__(self, stream: httpx2.SyncByteStream, limit: int) -> None:
        self._stream = stream
        self._left = limit

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise BodyRefused("it is too large")
            yield chunk

    def close(self) -> None:
        self._stream.close()
