"""Reader processes, lent to the threads that need one; started as they are missed."""

from __future__ import annotations

import heapq
import itertools
import queue
import threading
from collections.abc import Callable

from summarizer.batch.reader import Reader, ReaderDied
from summarizer.errors import ReaderFailed, RunCancelled

_TRIES = 2
_FAILED_STARTS = 3
_START_SECONDS = 60.0
_WATCH = 0.5
"""Seconds between two looks whether a process takes too long."""

_OFTEN = 32
"""Messages in a row that had to wait, after which another process is started: where one keeps up,
and things only come in bursts, a second would take memory and half a second of processor time."""

_Turn = queue.SimpleQueue[Reader | None]


class NoReader(Exception):
    """There is no process that could be asked."""


class ReaderPool:
    """At most ``most`` processes, the first at ``start``; safe to use from many threads.

    ``ready`` says that there is, or was, one to be asked.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._all: set[Reader] = set()
        self._idle: list[Reader] = []
        self._waiting: list[tuple[bool, int, _Turn]] = []
        self._order = itertools.count()
        self._missed = 0
        self._threads: list[threading.Thread] = []
        self._starting = False
        self._failed_starts = 0
        self._over = threading.Event()
        self.ready = False

    def start(self) -> None:
        """Begin to start one more process, unless that is under way or there are enough."""
        with self._lock:
            self._start()

    def ask(self, message: bytes, seconds: float, *, later: bool = False) -> bytes:
        """A process's reply to a message, which may take so many seconds.

        Those that are to be done ``later`` wait until no others do. A message that ends its process
        is sent once more to another. Raises ReaderFailed after that, NoReader where there is no
        process to send it to, and RunCancelled after ``close``.
        """
        failed = False
        for _ in range(_TRIES):
            try:
                reader = self._borrow(later)
            except NoReader:
                if failed:
                    break
                raise
            try:
                reply = reader.ask(message, seconds)
            except ReaderDied:
                self._bury(reader)
                failed = True
            else:
                self._give_back(reader)
                return reply
        raise ReaderFailed("Reading it ended the process that read it, or took too long, twice")

    def close(self) -> None:
        """End all processes, also those at work; may be called twice."""
        with self._lock:
            self._over.set()
            idle, self._idle = self._idle, []
            for reader in self._all.difference(idle):
                reader.kill()
            self._send_away()
        for reader in idle:
            reader.close()
        for thread in self._threads:
            thread.join(5.0)

    def _borrow(self, later: bool) -> Reader:
        turn: _Turn = queue.SimpleQueue()
        with self._lock:
            self._check()
            if self._idle:
                return self._idle.pop()
            heapq.heappush(self._waiting, (later, next(self._order), turn))
            self._missed += 1
            if not self._all or self._missed >= _OFTEN:
                self._start()
        reader = turn.get()
        if reader is None:
            self._check()
            raise NoReader
        return reader

    def _give_back(self, reader: Reader) -> None:
        with self._lock:
            if not self._over.is_set():
                if self._waiting:
                    heapq.heappop(self._waiting)[2].put(reader)
                else:
                    self._missed = 0
                    self._idle.append(reader)
                return
        reader.close()

    def _bury(self, reader: Reader) -> None:
        reader.kill()
        reader.close()
        with self._lock:
            self._all.discard(reader)
            self._check()
            if self._waiting and not self._all:
                self._start()

    def _check(self) -> None:
        if self._over.is_set():
            raise RunCancelled("The run was cancelled")

    def _start(self) -> None:
        if self._starting or self._over.is_set() or len(self._all) >= self._most:
            return
        self._starting, self._missed = True, 0
        if not self._threads:
            self._run(self._watch)
        self._run(self._begin)

    def _run(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="readers", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _begin(self) -> None:
        """Start a process, and lend it to the first who waits."""
        reader: Reader | None = None
        try:
            reader = Reader()
            with self._lock:
                self._all.add(reader)
                if self._over.is_set():
                    reader.kill()
            reader.wait_until_ready(_START_SECONDS)
        except ReaderDied:
            self._not_begun(reader)
            return
        with self._lock:
            self._starting, self._failed_starts, self.ready = False, 0, True
        self._give_back(reader)

    def _not_begun(self, reader: Reader | None) -> None:
        """A start failed: try again, a few times, where nobody else is there for those who wait."""
        if reader is not None:
            reader.close()
        with self._lock:
            if reader is not None:
                self._all.discard(reader)
            self._starting = False
            self._failed_starts += 1
            if self._all:
                return
            if self._failed_starts >= _FAILED_STARTS:
                self.ready = False
                self._send_away()
            elif self._waiting:
                self._start()

    def _send_away(self) -> None:
        while self._waiting:
            self._waiting.pop()[2].put(None)

    def _watch(self) -> None:
        """End the processes that take too long; who waits for them is told by that."""
        while not self._over.wait(_WATCH):
            with self._lock:
                late = [reader for reader in self._all if reader.late]
            for reader in late:
                reader.kill()
