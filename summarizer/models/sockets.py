"""Connections that end with a document's deadline or when it is cancelled, whatever a server does.

A socket's timeout holds for one read, and a server that sends a byte now and then never meets it.
Here each read and write gets what is left of the whole exchange; and another thread may cut it.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import closing, suppress
from functools import lru_cache
from ipaddress import ip_address
from types import TracebackType
from typing import Any, Self

import httpcore2

Connect = Callable[[], httpcore2.NetworkStream]

_PIECE = 16 * 1024
"""Bytes written at once: what is left of the time is looked at between two pieces."""


class Exchange:
    """What one thread sends and receives until it leaves the ``with`` block; not to be nested.

    ``seconds`` is how long all of it may take, from now.
    """

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._cutters: list[Callable[[], object]] = []
        self._streams: list[httpcore2.NetworkStream] = []
        self.is_cut = False

    def __enter__(self) -> Self:
        _of_thread.exchange = self
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _of_thread.exchange = None
        for stream in self._streams:  # one whose handshake failed is closed by nobody else
            stream.close()

    @property
    def is_late(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._ends

    def cut(self) -> None:
        """End it at once, from any thread: what it waits for fails. May be called twice."""
        with self._lock:
            self.is_cut = True
            cutters, self._cutters = self._cutters, []
        for cutter in cutters:
            cutter()

    def left(self) -> float:
        """Seconds for the next step. Raises httpcore2.ReadTimeout where there are none."""
        seconds = self._ends - time.monotonic()
        if seconds <= 0 or self.is_cut:
            raise httpcore2.ReadTimeout("The time for this exchange is up")
        return seconds

    def on_cut(self, cutter: Callable[[], object]) -> None:
        """Call ``cutter`` when the exchange is cut, or now."""
        with self._lock:
            if not self.is_cut:
                self._cutters.append(cutter)
                return
        cutter()

    def keep(self, stream: httpcore2.NetworkStream) -> None:
        """Close ``stream`` at the end, and wake who reads from it when the exchange is cut."""
        self._streams.append(stream)
        self.shut_on_cut(stream.get_extra_info("socket"))

    def shut_on_cut(self, sock: socket.socket) -> None:
        """Shut ``sock`` down when the exchange is cut."""
        self.on_cut(lambda: _shut(sock))

    def connect(self, make: Connect) -> httpcore2.NetworkStream:
        """What ``make`` returns, made in a thread that is left behind when the time is up.

        A name is looked up without a time limit, and a connection half made cannot be cut.
        """
        seconds = self.left()
        future: Future[httpcore2.NetworkStream] = Future()
        self.on_cut(future.cancel)
        threading.Thread(target=_fill, args=(future, make), name="connect", daemon=True).start()
        try:
            return future.result(seconds)
        except (TimeoutError, CancelledError):
            future.cancel()
            raise httpcore2.ConnectTimeout("The time for this exchange is up") from None


class Deadlines(httpcore2.SyncBackend):
    """Makes connections for the exchange of the thread that asks for them."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection whose every step takes no longer than its exchange; see the base class."""
        exchange = _of_thread.exchange
        assert exchange is not None
        seconds = exchange.left()
        connect = super().connect_tcp

        def make() -> httpcore2.NetworkStream:
            return connect(host, port, seconds, local_address, socket_options)

        made = make() if _is_here(host) else exchange.connect(make)
        return _Stream(made, exchange)


class _Stream(httpcore2.NetworkStream):
    """A connection that knows its exchange.

    What is written goes out when an answer is read: the head and the body of a request together.
    """

    def __init__(self, inside: httpcore2.NetworkStream, exchange: Exchange) -> None:
        self._inside = inside
        self._exchange = exchange
        self._written = bytearray()
        exchange.keep(inside)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._written:
            with suppress(httpcore2.WriteError):  # it may have answered before it heard all
                self._send()
        return self._inside.read(max_bytes, self._exchange.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._written += buffer

    def _send(self) -> None:
        written, self._written = bytes(self._written), bytearray()
        for at in range(0, len(written), _PIECE):
            self._inside.write(written[at : at + _PIECE], self._exchange.left())

    def close(self) -> None:
        self._inside.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        self._send()
        # The handshake takes the socket out of its object: a second handle can still cut it.
        with closing(self._inside.get_extra_info("socket").dup()) as handle:
            self._exchange.shut_on_cut(handle)
            left = self._exchange.left()
            secured = self._inside.start_tls(ssl_context, server_hostname, left)
        return _Stream(secured, self._exchange)

    def get_extra_info(self, info: str) -> Any:
        return self._inside.get_extra_info(info)


class _OfThread(threading.local):
    exchange: Exchange | None = None


_of_thread = _OfThread()


def _fill(future: Future[httpcore2.NetworkStream], make: Connect) -> None:
    try:
        stream = make()
    except Exception as error:
        with suppress(InvalidStateError):
            future.set_exception(error)
        return
    try:
        future.set_result(stream)
    except InvalidStateError:
        stream.close()  # nobody waits for it any more


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        # Not the method of a TLS socket, which forgets its keys while another thread reads.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


@lru_cache(maxsize=16)
def _is_here(host: str) -> bool:
    """Whether the address is this machine's, where a connection is made or refused at once."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
