"""Many pieces of work in threads: read late, a bounded number in hand, in order or not.

The pieces are read in the thread that reads the results. What is in hand never exceeds the window,
however long the input is.
"""

from __future__ import annotations

import contextvars
import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")
_LOOK = 1.0
"""Seconds after which a waiting thread looks again whether it was told to end."""


class Later(Exception):
    """Raised by the work on a piece that cannot be done yet: try again in ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Crew:
    """How many threads work, how many pieces may be in hand, and the order of the results."""

    threads: int
    window: int
    ordered: bool = True


def in_threads(
    pieces: Iterator[J],
    work: Callable[[J], R],
    crew: Crew,
    *,
    cancel: Callable[[], object] = lambda: None,
) -> Generator[R, None, None]:
    """The result of each piece.

    ``work`` may raise Later, and nothing else. When the generator is closed, or the reading of it
    is interrupted, ``cancel`` is called to end what is under way, and the threads are joined.
    """
    desk: _Desk[J, R] = _Desk(work, crew)
    whole = False
    try:
        more = True
        while True:
            # A thread without work comes before a reader without results.
            if more and (desk.has_idle() or (desk.has_room() and not desk.has_result())):
                try:
                    piece = next(pieces)
                except StopIteration:
                    more = False
                else:
                    desk.give(piece)
            elif desk.has_result():
                yield desk.take()
            elif desk.in_hand:
                desk.wait()
            else:
                whole = True
                return
    finally:
        if not whole:
            cancel()
        desk.close()


class _Desk(Generic[J, R]):
    """What lies ready, what is put off, what is done; shared by the reader and the threads."""

    def __init__(self, work: Callable[[J], R], crew: Crew) -> None:
        self._work = work
        self._crew = crew
        self._ready: deque[tuple[int, J]] = deque()
        self._put_off: list[tuple[float, int, J]] = []
        self._done: dict[int, R] = {}
        self._given = 0
        self._next = 0
        self._over = False
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._piece_there = threading.Condition(self._lock)
        self._result_there = threading.Condition(self._lock)
        self.in_hand = 0

    def has_room(self) -> bool:
        """Whether another piece may be given."""
        return self.in_hand < self._crew.window

    def has_idle(self) -> bool:
        """Whether there is room for another piece, and a thread for it."""
        with self._lock:
            return self.has_room() and self.in_hand - len(self._done) < self._crew.threads

    def has_result(self) -> bool:
        """Whether ``take`` has something to give."""
        with self._lock:
            return self._due() is not None

    def give(self, piece: J) -> None:
        """Hand in a piece of work."""
        with self._lock:
            self._ready.append((self._given, piece))
            self._given += 1
            self.in_hand += 1
            self._piece_there.notify()
        if len(self._threads) < min(self._crew.threads, self.in_hand):
            # Where the caller traces, the spans of its documents hang under its own.
            labour = partial(contextvars.copy_context().run, self._labour)
            thread = threading.Thread(target=labour, name="batch", daemon=True)
            self._threads.append(thread)
            thread.start()

    def take(self) -> R:
        """The result that is due."""
        with self._lock:
            number = self._due()
            assert number is not None
            self.in_hand -= 1
            self._next += 1
            return self._done.pop(number)

    def wait(self) -> None:
        """Wait for the result that is due."""
        with self._lock:
            if self._due() is None:
                self._result_there.wait(_LOOK)

    def close(self) -> None:
        """Let the threads end after the piece each has in hand, and wait for them a while."""
        with self._lock:
            self._over = True
            self._piece_there.notify_all()
        ends = time.monotonic() + 10.0
        for thread in self._threads:
            thread.join(max(0.0, ends - time.monotonic()))

    def _due(self) -> int | None:
        if self._crew.ordered:
            return self._next if self._next in self._done else None
        return next(iter(self._done), None)

    def _labour(self) -> None:
        while (taken := self._take_up()) is not None:
            number, piece = taken
            try:
                result = self._work(piece)
            except Later as later:
                self._put_back(number, piece, later.seconds)
                continue
            with self._lock:
                self._done[number] = result
                self._result_there.notify()

    def _take_up(self) -> tuple[int, J] | None:
        with self._lock:
            while not self._over:
                now = time.monotonic()
                if self._put_off and self._put_off[0][0] <= now:
                    _, number, piece = heapq.heappop(self._put_off)
                    return number, piece
                if self._ready:
                    return self._ready.popleft()
                soonest = self._put_off[0][0] - now if self._put_off else _LOOK
                self._piece_there.wait(min(soonest, _LOOK))
            return None

    def _put_back(self, number: int, piece: J, seconds: float) -> None:
        with self._lock:
            heapq.heappush(self._put_off, (time.monotonic() + seconds, number, piece))
            self._piece_there.notify()
