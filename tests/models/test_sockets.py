"""An exchange ends with its time, or when it is cut, wherever it is stuck; over real TLS."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpcore2
import pytest

from summarizer.errors import DeadlineExceeded, RunCancelled, SummarizerError
from summarizer.models import Budget
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.sockets import Exchange

from .conftest import completion

CERTIFICATE = Path(__file__).parents[1] / "document" / "fetching" / "news.example.pem"
BODY = {"model": "m", "messages": []}
SHORT, LONG = 0.3, 60.0


class Server:
    """Hands each connection to ``serve``, in a thread; ``met`` is set when one has come."""

    def __init__(self, serve: Callable[[socket.socket, threading.Event], None]) -> None:
        self.met, self.over = threading.Event(), threading.Event()
        self._serve = serve
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.over.set()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        self.met.set()
        with connection:
            try:
                self._serve(connection, self.over)
            except OSError:
                return


def silent(connection: socket.socket, over: threading.Event) -> None:
    over.wait(LONG)


def secured(connection: socket.socket) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context.wrap_socket(connection, server_side=True)


def silent_after_the_handshake(connection: socket.socket, over: threading.Event) -> None:
    with secured(connection):
        over.wait(LONG)


def dripping(connection: socket.socket, over: threading.Event) -> None:
    with secured(connection) as raw:
        raw.recv(1 << 16)
        raw.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while not over.wait(0.02):
            raw.sendall(b" ")


def sound(connection: socket.socket, over: threading.Event) -> None:
    with secured(connection) as raw:
        raw.recv(1 << 16)
        body = json.dumps(completion("{}")).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n"
        raw.sendall(head.encode() + body)
        over.wait(LONG)


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(behaviour: Callable[[socket.socket, threading.Event], None]) -> Server:
        servers.append(Server(behaviour))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def channel_to(url: str, *, loopback: bool = True) -> Channel:
    return Channel(lambda: make_client(base_url=url, api_key="none", loopback=loopback))


def exchanged(channel: Channel, budget: Budget) -> Any:
    return channel.exchange(BODY, budget, set(), None)


def in_background(work: Callable[[], Any]) -> tuple[threading.Thread, list[SummarizerError]]:
    caught: list[SummarizerError] = []

    def run() -> None:
        try:
            work()
        except SummarizerError as error:
            caught.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, caught


STUCK = {
    "a handshake without an answer": silent,
    "no answer after the handshake": silent_after_the_handshake,
    "a body that drips": dripping,
}
stuck = pytest.mark.parametrize("behaviour", STUCK.values(), ids=STUCK.keys())


def test_an_answer_comes_through_tls(serve: Callable[..., Server]) -> None:
    channel = channel_to(f"https://127.0.0.1:{serve(sound).port}/v1")

    assert exchanged(channel, Budget(LONG)).text == "{}"


@stuck
def test_it_ends_with_its_time(serve: Callable[..., Server], behaviour: Any) -> None:
    channel = channel_to(f"https://127.0.0.1:{serve(behaviour).port}/v1")

    with pytest.raises(DeadlineExceeded):
        exchanged(channel, Budget(SHORT))


@stuck
def test_it_ends_when_it_is_cancelled(serve: Callable[..., Server], behaviour: Any) -> None:
    server = serve(behaviour)
    channel, budget = channel_to(f"https://127.0.0.1:{server.port}/v1"), Budget(LONG)
    thread, caught = in_background(lambda: exchanged(channel, budget))
    assert server.met.wait(10)

    budget.cancellation.cancel()

    thread.join(10)
    assert [type(error) for error in caught] == [RunCancelled]


@stuck
def test_it_ends_when_the_channel_is_closed(serve: Callable[..., Server], behaviour: Any) -> None:
    server = serve(behaviour)
    channel = channel_to(f"https://127.0.0.1:{server.port}/v1")
    thread, caught = in_background(lambda: exchanged(channel, Budget(LONG)))
    assert server.met.wait(10)

    channel.close()

    thread.join(10)
    assert [type(error) for error in caught] == [RunCancelled]


@pytest.fixture
def lookup(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Names are looked up for ever; what is given is set when it has begun."""
    begun, over = threading.Event(), threading.Event()

    def look_up(*arguments: Any, **more: Any) -> Any:
        begun.set()
        over.wait(LONG)
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield begun
    over.set()


@pytest.mark.usefixtures("lookup")
def test_a_name_that_is_looked_up_for_ever_ends_with_its_time() -> None:
    with pytest.raises(DeadlineExceeded):
        exchanged(channel_to("http://model.example/v1"), Budget(SHORT))


def test_a_name_that_is_looked_up_for_ever_ends_when_cancelled(lookup: threading.Event) -> None:
    budget = Budget(LONG)
    channel = channel_to("http://model.example/v1")
    thread, caught = in_background(lambda: exchanged(channel, budget))
    assert lookup.wait(10)

    budget.cancellation.cancel()

    thread.join(10)
    assert [type(error) for error in caught] == [RunCancelled]


def test_a_proxy_that_says_nothing_ends_with_its_time(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(silent)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{server.port}")

    with pytest.raises(DeadlineExceeded):
        exchanged(channel_to("http://model.example/v1", loopback=False), Budget(SHORT))

    assert server.met.is_set()


class Made:
    """A connection that says whether it was closed."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


def test_a_connection_that_comes_too_late_is_closed() -> None:
    late, made = threading.Event(), Made()

    def connect() -> Any:
        late.wait(10)
        return made

    with pytest.raises(httpcore2.ConnectTimeout):
        Exchange(0.05).connect(connect)

    late.set()

    assert made.closed.wait(10)


def test_what_is_kept_after_the_cut_is_cut_too() -> None:
    ours, theirs = socket.socketpair()
    exchange = Exchange(LONG)
    exchange.cut()

    exchange.shut_on_cut(ours)

    with ours, theirs:
        assert theirs.recv(1) == b""
