"""Reader processes, shared by many threads; started as they are missed."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable

from summarizer.batch.reader import Message, Reader, ReaderDied
from summarizer.errors import ReaderFailed, RunCancelled

_TRIES = 2
_FAILED_STARTS = 3
_START_SECONDS = 60.0
_WATCH = 0.5
"""Seconds between two looks whether a process takes too long."""

_DEPTH = 3
"""Messages a process may have at once: it goes on with the next while the reply to one is
on its way to a thread that waits for its turn in this process, and nothing is idle meanwhile."""

_BEHIND = 0.5
"""Seconds without an idle process after which another is started: the processor time that a start
takes. Where one keeps up, and messages only come in bursts, a second costs more than it brings: two
took 6.8 ms of processor time for each of 500 articles of ``evals.bench.throughput``, one 5.2 ms."""


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
        self._given: dict[Reader, int] = {}
        self._waiting: list[tuple[bool, int, Message]] = []
        self._order = itertools.count()
        self._behind_since: float | None = None
        self._threads: list[threading.Thread] = []
        self._starting = False
        self._failed_starts = 0
        self._over = threading.Event()
        self.ready = False

    def start(self) -> None:
        """Begin to start one more process, unless that is under way or there are enough."""
        with self._lock:
            self._start()

    def ask(self, content: bytes, seconds: float, *, later: bool = False) -> bytes:
        """A process's reply to a message, which may take so many seconds.

        Those that are to be done ``later`` wait until no others do. A message that ends its process
        is sent once more to another. Raises ReaderFailed after that, NoReader where there is no
        process to send it to, and RunCancelled after ``close``.
        """
        died = 0
        while died < _TRIES:
            message = Message(content, seconds)
            try:
                self._borrow(message, later).send(message)
            except NoReader:
                if died:
                    break
                raise
            end = message.ends.get()
            if isinstance(end, bytes):
                return end
            died += isinstance(end, ReaderDied)
        raise ReaderFailed("Reading it ended the process that read it, or took too long, twice")

    def close(self) -> None:
        """End all processes, also those at work; may be called twice."""
        with self._lock:
            self._over.set()
            for reader in self._all:
                if self._given.get(reader) == 0:
                    reader.end()
                else:
                    reader.kill()
            self._send_away()
        for thread in self._threads:
            thread.join(5.0)

    def _borrow(self, message: Message, later: bool) -> Reader:
        """A process with room for a message. Raises NoReader and RunCancelled."""
        with self._lock:
            self._check()
            reader = min(self._given, key=self._given.__getitem__, default=None)
            if reader is not None and self._given[reader] < _DEPTH:
                self._given[reader] += 1
                return reader
            heapq.heappush(self._waiting, (later, next(self._order), message))
            self._heed_need()
        turn = message.ends.get()
        if isinstance(turn, Reader):
            return turn
        self._check()
        raise NoReader

    def _heed_need(self) -> None:
        """Start a process where there is none, or those that there are do not keep up."""
        now = time.monotonic()
        if self._behind_since is None:
            self._behind_since = now
        if not self._all or now - self._behind_since >= _BEHIND:
            self._start()

    def _serve(self, reader: Reader) -> None:
        """Hand out what a process replies, and what it is to do next, until it ends."""
        for _ in reader.replies():
            with self._lock:
                self._given[reader] -= 1
                self._hand_out(reader)
        with self._lock:
            del self._given[reader]
        reader.kill()
        reader.close()
        with self._lock:
            self._all.discard(reader)
            if self._waiting and not self._all:
                self._start()

    def _hand_out(self, reader: Reader) -> None:
        while self._waiting and self._given[reader] < _DEPTH:
            self._given[reader] += 1
            heapq.heappop(self._waiting)[2].ends.put(reader)
        if not self._given[reader]:
            self._behind_since = None

    def _check(self) -> None:
        if self._over.is_set():
            raise RunCancelled("The run was cancelled")

    def _start(self) -> None:
        if self._starting or self._over.is_set() or len(self._all) >= self._most:
            return
        self._starting = True
        if not self._threads:
            self._run(self._watch)
        self._run(self._begin)

    def _run(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="readers", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _begin(self) -> None:
        """Start a process, and serve those who wait with it."""
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
            self._given[reader], self._behind_since = 0, None
            self._hand_out(reader)
            if self._over.is_set():
                reader.kill()
        self._serve(reader)

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
            self._waiting.pop()[2].ends.put(None)

    def _watch(self) -> None:
        """End the processes that take too long; who waits for them is told by that."""
        while not self._over.wait(_WATCH):
            with self._lock:
                late = [reader for reader in self._all if reader.late]
            for reader in late:
                reader.kill()
