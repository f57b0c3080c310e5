"""A chat server on loopback for tests and benchmarks of batches: light, countable, told what to do.

``python -m evals.chat_server '{"latency": 0.2}'`` serves until its standard input is closed, and
prints its address first. In a process of its own it takes no time from what is measured.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

_MARK = re.compile(rb"Case (\d{1,9})\b")
PROMPT_TOKENS, COMPLETION_TOKENS = 1000, 200

Answer = tuple[int, dict[str, str], Any]
"""Status, headers, and what JSON is made of."""


def article(number: int) -> str:
    """A short article that the server can tell from all others."""
    return (
        f"Harbour works, part {number}, to start in May\n"
        f"Case {number} went to the council on Monday, mayor Ida Berg said.\n"
        "The city will spend 4.2 million euros on the wall, Berg said.\n"
        "The opposition said it would cost at least 6 million euros.\n"
    )


def completion(body: bytes) -> Answer:
    """An answer that fits the schema asked for and says nothing: the article's own words stand."""
    schema = json.loads(body)["response_format"]["json_schema"]["schema"]
    empty = {"array": [], "string": ""}
    answer = {name: empty[field["type"]] for name, field in schema["properties"].items()}
    usage = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": COMPLETION_TOKENS}
    message = {"role": "assistant", "content": json.dumps(answer)}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    told = {"id": "x", "object": "chat.completion", "model": "m", "choices": [choice]}
    return 200, {}, {**told, "usage": usage}


def refusal(status: int, code: str, **headers: str) -> Answer:
    """An error as the API has it."""
    return status, headers, {"error": {"message": "no", "type": code, "code": code}}


@dataclass
class Told:
    """What a server does: ``latency`` in seconds, and faults.

    ``per_minute`` requests are allowed in any 60 seconds and, as providers enforce it, a tenth of a
    second's share in advance at once. From request number ``quota_after`` on the quota is used up;
    ``poison`` is a case that always fails. Without ``usage`` it does not say what an answer cost.
    """

    latency: float = 0.0
    per_minute: int = 0
    quota_after: int = 0
    poison: int = 0
    usage: bool = True


@dataclass
class Stats:
    """What a server saw: requests by case and by status, and the most at once."""

    calls: int = 0
    most: int = 0
    first: float = 0.0
    last: float = 0.0
    cases: Counter[int] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)


class ChatServer:
    """Answers chat requests in a thread; ``behave`` may answer in place of the default."""

    def __init__(self, told: Told | None = None) -> None:
        self.told = told or Told()
        self.stats = Stats()
        self.behave: Callable[[int, int], Answer | None] = lambda case, number: None
        self.hold = threading.Event()
        self.hold.set()
        self.url = ""
        self._under_way = 0
        self._recent: deque[float] = deque()

    async def answer(self, body: bytes) -> Answer:
        """The answer to one request, after its latency."""
        stats = self.stats
        stats.calls += 1
        number = stats.calls
        stats.last = time.monotonic()
        stats.first = stats.first or stats.last
        self._under_way += 1
        stats.most = max(stats.most, self._under_way)
        mark = _MARK.search(body)
        case = int(mark[1]) if mark else -1
        stats.cases[case] += 1
        try:
            answered = self.behave(case, number) or self._by_rule(case, number, body)
            if answered[0] == 200 and self.told.latency:
                await asyncio.sleep(self.told.latency)
            while not self.hold.is_set():
                await asyncio.sleep(0.01)
        finally:
            self._under_way -= 1
        stats.statuses[answered[0]] += 1
        return answered

    def _by_rule(self, case: int, number: int, body: bytes) -> Answer:
        told = self.told
        if told.quota_after and number >= told.quota_after:
            return refusal(429, "insufficient_quota")
        if told.poison and case == told.poison:
            return refusal(400, "invalid_request_error")
        if told.per_minute and not self._allowed(time.monotonic()):
            return refusal(429, "rate_limit_exceeded")
        status, headers, told_body = completion(body)
        if not told.usage:
            del told_body["usage"]
        return status, headers, told_body

    def _allowed(self, now: float) -> bool:
        """A sliding window of a minute, and one of a second with room for two more."""
        while self._recent and now - self._recent[0] > 60:
            self._recent.popleft()
        second = sum(1 for at in reversed(self._recent) if now - at < 1.0)
        if len(self._recent) >= self.told.per_minute or second >= self.told.per_minute / 60 + 2:
            return False
        self._recent.append(now)
        return True

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection, one after another."""
        with closing(writer), suppress(OSError, asyncio.IncompleteReadError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = re.search(rb"content-length: (\d+)", head.lower())
                body = await reader.readexactly(int(length[1]) if length else 0)
                if head.startswith(b"GET"):
                    answered: Answer = (200, {}, vars(self.stats))
                else:
                    answered = await self.answer(body)
                writer.write(_spelled(*answered))
                await writer.drain()


def _spelled(status: int, headers: dict[str, str], value: Any) -> bytes:
    body = json.dumps(value).encode()
    fields = {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}
    lines = "".join(f"{name}: {text}\r\n" for name, text in fields.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body


@contextmanager
def serving(server: ChatServer) -> Iterator[ChatServer]:
    """Serve in a thread of this process."""
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    over = asyncio.Event()

    async def run() -> None:
        listening = await asyncio.start_server(server.connection, "127.0.0.1", 0, limit=1 << 24)
        server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1"
        ready.set()
        await over.wait()
        listening.close()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    def work() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(run())

    thread = threading.Thread(target=work, name="chat-server", daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield server
    finally:
        server.hold.set()
        loop.call_soon_threadsafe(over.set)
        thread.join(5)


if __name__ == "__main__":
    with serving(ChatServer(Told(**json.loads(sys.argv[1])))) as running:
        print(running.url, flush=True)
        sys.stdin.read()
