"""A chat server on loopback that speaks the OpenAI API, and is told how to behave.

It is a real HTTP/1.1 server with connections that stay open: what a client does wrong with them
shows. A behaviour is a function that answers one ``Call``, well or badly, whole or streamed as the
client asked for.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

USAGE: Mapping[str, Any] = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
MODEL = "chaos-1"
_RESET = struct.pack("ii", 1, 0)  # linger for no time: closing sends RST and no FIN


class Call:
    """One request, and the means to answer it."""

    def __init__(
        self, handler: BaseHTTPRequestHandler, body: dict[str, Any], over: threading.Event
    ) -> None:
        self.body = body
        self.at = time.monotonic()
        """When it came, in seconds."""
        self.over = over
        """Set when the test is over: who hangs or drips lets go."""
        self._handler = handler

    @property
    def streamed(self) -> bool:
        """Whether the client asked for server-sent events."""
        return bool(self.body.get("stream"))

    @property
    def path(self) -> str:
        return self._handler.path

    def send(self, *pieces: bytes) -> None:
        """Write bytes as they are, each piece at once."""
        for piece in pieces:
            self._handler.wfile.write(piece)
            self._handler.wfile.flush()

    def head(self, status: int, headers: Iterable[tuple[str, str]] = ()) -> None:
        """Write a status line and these headers only."""
        lines = [f"HTTP/1.1 {status} Chaos", *(f"{name}: {value}" for name, value in headers)]
        self.send("\r\n".join([*lines, "", ""]).encode("latin-1", "replace"))

    def reply(
        self,
        status: int = 200,
        body: Any = b"",
        headers: Mapping[str, str] | None = None,
        kind: str = "application/json",
    ) -> None:
        """A whole and honest HTTP answer; a body that is not bytes is sent as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        fields = {"Content-Type": kind, "Content-Length": str(len(raw)), **(headers or {})}
        self.head(status, fields.items())
        self.send(raw)

    def begin_stream(self, kind: str = "text/event-stream") -> None:
        """The head of a stream that ends when the connection does."""
        self.head(200, [("Content-Type", kind), ("Connection", "close")])
        self._handler.close_connection = True

    def events(self, *events: Any, done: bool = True) -> None:
        """A whole stream: each event as JSON."""
        self.begin_stream()
        self.send(*(b"data: %s\n\n" % json.dumps(event).encode() for event in events))
        if done:
            self.send(b"data: [DONE]\n\n")

    def complete(self, text: str | None, finish: str = "stop", **message: Any) -> None:
        """A chat completion with that text, whole or streamed."""
        self.completion({"role": "assistant", "content": text, **message}, finish)

    def completion(self, message: Any, finish: Any = "stop", **more: Any) -> None:
        """A chat completion with that message; ``more`` goes into the envelope, over what is
        there."""
        envelope = {"id": "c1", "object": "chat.completion", "created": 0, "model": MODEL}
        if not self.streamed:
            choices = [{"index": 0, "finish_reason": finish, "message": message}]
            self.reply(body={**envelope, "choices": choices, "usage": USAGE, **more})
            return
        envelope |= {"object": "chat.completion.chunk", "usage": None}
        deltas = [{"delta": delta, "finish_reason": None} for delta in _deltas(message)]
        deltas.append({"delta": {}, "finish_reason": finish})
        events = [{**envelope, "choices": [{"index": 0, **delta}]} for delta in deltas]
        self.events(*({**e, **more} for e in [*events, {"choices": [], "usage": USAGE}]))

    def hang(self) -> None:
        """Say nothing more until the test is over."""
        self._handler.close_connection = True
        self.over.wait(60)

    def drip(self, piece: bytes, times: int = 10_000, pause: float = 0.01) -> None:
        """The same few bytes now and then until the test is over or the client goes away."""
        self._handler.close_connection = True
        for _ in range(times):
            self.send(piece)
            if self.over.wait(pause):
                return

    def pour(self, piece: bytes, size: int) -> None:
        """``size`` bytes, or as many as the client takes."""
        self._handler.close_connection = True
        for _ in range(size // len(piece)):
            self.send(piece)

    def close(self) -> None:
        """End the connection in order, with a FIN."""
        self._handler.close_connection = True
        with suppress(OSError):
            self._handler.connection.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Break the connection with an RST."""
        self._handler.close_connection = True
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._handler.connection.close()


Behaviour = Callable[[Call], None]


def _deltas(message: Any) -> list[Any]:
    """The message in pieces, as a server streams it."""
    if not isinstance(message, dict) or not isinstance(message.get("content"), str):
        return [message]
    text = message["content"]
    size = max(40, len(text) // 20)
    first = {key: value for key, value in message.items() if key != "content"}
    return [first, *({"content": text[at : at + size]} for at in range(0, len(text), size))]


@dataclass
class ChaosServer:
    """Answers call number n with behaviour number n of ``script``, the last one again and again.

    A context manager. ``calls`` are those of the script that is played now; each script has an
    ``url`` of its own, so that a request that was on its way still is none of the next one's.
    """

    script: Sequence[Behaviour] = ()
    calls: list[Call] = field(default_factory=list)
    played: int = 0
    _over: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def play(self, *script: Behaviour) -> None:
        """Forget what was, and behave so from now on."""
        self._over.set()
        with self._lock:
            self.script, self.calls, self._over = script, [], threading.Event()
            self.played += 1

    @property
    def url(self) -> str:
        """The base URL for a client of the script that is played now."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/{self.played}/v1"

    def sent(self) -> str:
        """All that the client sent, as one text."""
        return json.dumps([call.body for call in self.calls], ensure_ascii=False)

    def take(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        """Answer one request."""
        with self._lock:
            call = Call(handler, body, self._over)
            if not call.path.startswith(f"/{self.played}/"):
                call.close()
                return
            self.calls.append(call)
            behaviour = self.script[min(len(self.calls), len(self.script)) - 1]
        behaviour(call)

    def __enter__(self) -> Self:
        chaos = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                chaos.take(self, json.loads(self.rfile.read(length)))

            def log_message(self, *_: Any) -> None:
                return

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None:
        return  # a client that goes away is what many faults are about
