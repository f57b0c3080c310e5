"""Connections that go to checked addresses only, under one deadline.

Why a transport of our own: of the libraries for this none holds all of the attacks that the tests
list (of the first 244, advocate lets 3 through, ssrfguard 6, requests-hardened 11, drawbridge 12,
httpx-secure 66; looking up first and fetching then 42, plain clients 145 to 150; measured with the
releases of autumn 2026), and each brings a second HTTP client. ``httpcore2`` is here already and
takes its sockets from a backend that one may replace, so the check sits where the socket is opened:
a name is looked up once, every answer must be public, and the socket goes to one of those very
numbers. Every connection of a fetch, redirects and ``robots.txt`` too, is opened here.
"""

from __future__ import annotations

import selectors
import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import inf
from typing import Any

import httpcore2

from summarizer.document.fetching.addresses import address_kind, is_number
from summarizer.document.fetching.deadline import Deadline
from summarizer.document.fetching.locations import SCHEMES, Location
from summarizer.document.fetching.network import Network, resolve_within
from summarizer.document.fetching.policy import USER_AGENT, FetchPolicy
from summarizer.document.fetching.proxies import proxy_for
from summarizer.errors import FetchFailed, FetchRefused, FetchTimeout, FetchTooLarge

# One dead address of several must leave time for the next.
_CONNECT_SECONDS = 10.0
_MAX_ADDRESSES = 8
_LOCAL_LOOKUP_SECONDS = 3.0
# Headers, chunk lengths and compression's own bytes, beside the body itself.
_OVERHEAD_BYTES = 1_000_000
_HEADERS = [
    ("User-Agent", USER_AGENT),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("Accept-Encoding", "gzip"),
]


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's status and headers; ``chunks`` reads the body as it is sent, still coded."""

    status: int
    headers: tuple[tuple[str, str], ...]
    chunks: Iterator[bytes]

    def header(self, name: str) -> str:
        """The last value of a header, ``""`` if there is none; ``name`` in lower case."""
        return next((value for key, value in reversed(self.headers) if key == name), "")


class Wire:
    """The connections of one fetch; ``with`` closes them all."""

    def __init__(self, policy: FetchPolicy) -> None:
        self.deadline = Deadline(policy.network.now, policy.seconds)
        self._policy = policy
        self._backend = GuardedBackend(policy.network, self.deadline, policy.max_bytes)
        self._pools: dict[tuple[str, str], httpcore2.ConnectionPool] = {}

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *exception: object) -> None:
        for pool in self._pools.values():
            with suppress(Exception):  # what was fetched, or went wrong, is known by now
                pool.close()

    @contextmanager
    def get(self, where: Location) -> Iterator[Answer]:
        """Ask for one page, with no cookie, no credential and no redirect followed."""
        # A proxy is told a port only where it is not the scheme's own.
        port = None if where.port == SCHEMES[where.scheme] else where.port
        url = httpcore2.URL(scheme=where.scheme, host=where.host, port=port, target=where.target)
        headers = [("Host", where.authority), *_HEADERS]
        with _failures(), self._pool(where).stream("GET", url, headers=headers) as answer:
            yield Answer(answer.status, _readable(answer.headers), answer.iter_stream())

    def _pool(self, where: Location) -> httpcore2.ConnectionPool:
        proxy = proxy_for(where) if self._policy.proxies else None
        if proxy:
            self._backend.check_before_proxy(where)
        key = (where.scheme, proxy.url if proxy else "")
        if key not in self._pools:
            self._pools[key] = httpcore2.ConnectionPool(
                ssl_context=self._policy.network.tls() if where.scheme == "https" else None,
                network_backend=self._backend.to_proxy() if proxy else self._backend,
                proxy=httpcore2.Proxy(proxy.url, auth=proxy.auth) if proxy else None,
            )
        return self._pools[key]


class GuardedBackend(httpcore2.NetworkBackend):
    """Opens TCP connections to public addresses only.

    ``guarded=False`` is the connection to a proxy that the user named, which is often a local one.
    """

    def __init__(
        self, network: Network, deadline: Deadline, max_bytes: int, guarded: bool = True
    ) -> None:
        self._network = network
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._guarded = guarded

    def to_proxy(self) -> GuardedBackend:
        """The same, for the way to a proxy."""
        return GuardedBackend(self._network, self._deadline, self._max_bytes, guarded=False)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A stream to the first address of ``host`` that answers, if all of them are public."""
        addresses = self._look_up(host, port)
        if self._guarded:
            self._check(host, addresses)
        failed: OSError | None = None
        for address in addresses[:_MAX_ADDRESSES]:
            try:
                seconds = min(self._deadline.left(), _CONNECT_SECONDS)
                opened = self._network.connect(address, port, seconds)
            except OSError as failure:
                failed = failure
                continue
            return DeadlineStream(opened, self._deadline, self._max_bytes + _OVERHEAD_BYTES)
        raise FetchFailed(f"no connection to {host}: {failed or 'it has no address'}")

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore2.NetworkStream:
        """Never: a page is not on this machine."""
        raise FetchRefused("the address is a socket of this machine")

    def check_before_proxy(self, where: Location) -> None:
        """Refuse what can be known to be local here; a name unknown here is the proxy's to judge.

        In a network that goes out by proxy, outside names often cannot be looked up inside.
        """
        with suppress(FetchFailed, FetchTimeout):
            self._check(where.host, self._look_up(where.host, where.port, _LOCAL_LOOKUP_SECONDS))

    def _look_up(self, host: str, port: int, seconds: float = inf) -> list[str]:
        if is_number(host):
            return [host]
        try:
            patience = min(self._deadline.left(), seconds)
            return resolve_within(self._network, host, port, patience)
        except TimeoutError:
            raise FetchTimeout(f"the name {host} was not looked up in time") from None
        except (OSError, UnicodeError):
            raise FetchFailed(f"the name {host} cannot be looked up") from None

    def _check(self, host: str, addresses: list[str]) -> None:
        """One bad address of several is enough: which is taken is the attacker's to choose."""
        for address in addresses:
            kind = address_kind(address)
            if not kind and self._network.is_own(address):
                kind = "this machine's own"
            if kind:
                named = host if host == address else f"{host} ({address})"
                raise FetchRefused(f"{named} is not a public address: {kind}")


class DeadlineStream(httpcore2.NetworkStream):
    """A socket whose every wait ends with the fetch's deadline, and that reads a bounded amount."""

    def __init__(self, opened: socket.socket, deadline: Deadline, max_bytes: int) -> None:
        self._socket = opened
        self._deadline = deadline
        self._room = max_bytes

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As of the base class; ``FetchTooLarge`` past the limit of all reads together."""
        with _socket_failures():
            self._socket.settimeout(self._deadline.left())
            data = self._socket.recv(max_bytes)
        self._room -= len(data)
        if self._room < 0:
            raise FetchTooLarge("the server sends more than a page of the largest size needs")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As of the base class."""
        with _socket_failures():
            self._socket.settimeout(self._deadline.left())
            self._socket.sendall(buffer)

    def close(self) -> None:
        """As of the base class."""
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """As of the base class; the handshake as a whole ends with the deadline."""
        try:
            with _socket_failures():
                self._socket.settimeout(self._deadline.left())
                secured = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return DeadlineStream(secured, self._deadline, self._room)

    def get_extra_info(self, info: str) -> Any:
        """What the pool asks: the socket itself, or whether something waits to be read."""
        if info == "ssl_object" and isinstance(self._socket, ssl.SSLSocket):
            return self._socket
        if info == "is_readable":  # an idle connection that is, was closed by the server
            with selectors.DefaultSelector() as selector:
                selector.register(self._socket, selectors.EVENT_READ)
                return bool(selector.select(0))
        return self._socket if info == "socket" else None


def _readable(headers: Iterable[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1").lower(), value.decode("utf-8", "replace"))
        for name, value in headers
    )


@contextmanager
def _socket_failures() -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise FetchTimeout("the server did not answer in time") from None
    except ssl.SSLCertVerificationError as untrusted:
        raise FetchFailed(
            f"the server's certificate is not to be trusted: {untrusted.verify_message}",
            remedy="Check the address; a page behind a false certificate may be anybody's",
        ) from None
    except OSError as failed:
        raise FetchFailed(f"the connection failed: {failed}") from None


@contextmanager
def _failures() -> Iterator[None]:
    """What the HTTP library finds wrong, as errors of ours; ours pass through it as they are."""
    try:
        yield
    except httpcore2.TimeoutException:
        raise FetchTimeout("the server did not answer in time") from None
    except (httpcore2.ProtocolError, httpcore2.NetworkError, httpcore2.ProxyError) as failed:
        reason = str(failed).rstrip(".")
        raise FetchFailed(f"the server's answer cannot be read: {reason}") from None
