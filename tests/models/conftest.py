"""A chat server on loopback that answers as it is told, and models that talk to it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from summarizer.models import Message, Request
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import Transport
from summarizer.models.wire import COMPATIBLE, Dialect


class Claim(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=200)
    sentences: list[int] = Field(max_length=3)
    status: Literal["stated", "denied"]


class Notes(BaseModel):
    """What the tests ask for: nested, bounded, in an order that is not alphabetical."""

    model_config = ConfigDict(extra="forbid")

    title: str
    claims: list[Claim] = Field(max_length=4)


GOOD: dict[str, Any] = {
    "title": "Bridge closed",
    "claims": [{"text": "The bridge is closed.", "sentences": [1], "status": "stated"}],
}


def completion(text: str | None = None, finish: str = "stop", **message: Any) -> dict[str, Any]:
    content = json.dumps(GOOD) if text is None else text
    return {
        "id": "x",
        "object": "chat.completion",
        "model": "test-model-7",
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"content": content, **message}}
        ],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 20,
            "prompt_tokens_details": {"cached_tokens": 40},
        },
    }


@dataclass
class Call:
    """What the server got, and the means to answer it."""

    handler: BaseHTTPRequestHandler
    body: dict[str, Any]
    hold: threading.Event

    @property
    def headers(self) -> dict[str, str]:
        return {key.lower(): value for key, value in self.handler.headers.items()}

    def reply(
        self,
        status: int = 200,
        body: Any = None,
        headers: dict[str, str] | None = None,
        kind: str = "application/json",
    ) -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.handler.send_response(status)
        fields = {"Content-Type": kind, "Content-Length": str(len(raw)), **(headers or {})}
        for name, value in fields.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(raw)

    def stream(self, *events: Any, done: bool = True) -> None:
        self.handler.send_response(200)
        self.handler.send_header("Content-Type", "text/event-stream")
        self.handler.end_headers()
        for event in events:
            self.handler.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
            self.handler.wfile.flush()
        if done:
            self.handler.wfile.write(b"data: [DONE]\n\n")

    def drip(self, raw: bytes) -> None:
        """One byte now and then until the test is over."""
        with suppress(OSError):
            for byte in raw * 10_000:
                self.handler.wfile.write(bytes([byte]))
                self.handler.wfile.flush()
                if self.hold.wait(0.01):
                    return

    def reset(self) -> None:
        self.handler.connection.close()


Behaviour = Callable[[Call], None]


def good(call: Call) -> None:
    call.reply(body=completion())


@dataclass
class ChatServer:
    """Answers call number n with behaviour number n; the last one again and again."""

    url: str = ""
    script: list[Behaviour] = field(default_factory=lambda: [good])
    calls: list[Call] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)

    def bodies(self) -> list[dict[str, Any]]:
        return [call.body for call in self.calls]


@pytest.fixture
def server() -> Iterator[ChatServer]:
    state = ChatServer()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            call = Call(self, json.loads(self.rfile.read(length)), state.hold)
            with lock:
                state.calls.append(call)
                number = len(state.calls)
            state.script[min(number, len(state.script)) - 1](call)

        def log_message(self, *_: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            return  # a client that went away is what several tests are about

    with Server(("127.0.0.1", 0), Handler) as running:
        state.url = f"http://127.0.0.1:{running.server_address[1]}/v1"
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        state.hold.set()
        running.shutdown()
        thread.join()


@dataclass
class Bench:
    """A model on the test server, and the pauses its transport made instead of sleeping."""

    model: ChatModel
    pauses: list[float]


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench(server: ChatServer) -> Iterator[MakeBench]:
    opened: list[ChatModel] = []

    def make(dialect: Dialect = COMPATIBLE, limit: int = 1 << 20, **more: Any) -> Bench:
        pauses: list[float] = []
        channel = Channel(
            lambda: make_client(
                base_url=more.get("url", server.url),
                api_key="sk-canary-key",
                limit=limit,
                loopback=True,
            )
        )
        transport = Transport(gate=more.get("gate"), sleep=pauses.append, jitter=lambda: 1.0)
        model = ChatModel("test/some-model", channel, dialect, transport=transport)
        opened.append(model)
        return Bench(model, pauses)

    yield make
    for model in opened:
        model.close()


def question(text: str = "The bridge is closed.", **changes: Any) -> Request[Notes]:
    messages = (Message("system", "Answer in JSON."), Message("user", text))
    return Request(messages, Notes, **{"max_tokens": 300, "deadline": 30.0, **changes})
