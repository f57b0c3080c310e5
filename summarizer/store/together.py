"""One transaction for many threads: those who come while the disk is written share the next one.

A commit that survives a power cut waits for the disk, some milliseconds, and SQLite makes one at a
time. Databases call this group commit (DeWitt and others, "Implementation techniques for main
memory database systems", 1984).
"""

from __future__ import annotations

import copy
import queue
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from summarizer.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager

R = TypeVar("R")
Work = Callable[["sqlite3.Connection"], R]

_DONE, _LEAD = "done", "lead"


class Writing(Protocol):
    """Opens a transaction; see ``database.Database.writing``."""

    def __call__(self, *, durable: bool) -> AbstractContextManager[sqlite3.Connection]:
        """The connection inside a transaction."""


class Together:
    """Does the work of many threads in shared transactions, in the order they came."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._lock = threading.Lock()
        self._waiting: list[_Share[Any]] = []
        self._is_led = False

    def do(self, work: Work[R], *, durable: bool) -> R:
        """What ``work`` returns, once it is committed. Raises what it raises, and StoreError.

        Work that failed in company is done again alone: it has no effect but in the database.
        """
        share = _Share(work, durable)
        with self._lock:
            self._waiting.append(share)
            leads, self._is_led = not self._is_led, True
        if leads or self._waits_to_lead(share):
            self._lead()
        return share.result()

    def _waits_to_lead(self, share: _Share[Any]) -> bool:
        """Wait until somebody else has done the work, or it is this thread's turn to do it."""
        try:
            return share.turn.get() == _LEAD
        except BaseException:
            with self._lock:
                if share in self._waiting:
                    self._waiting.remove(share)
            if not share.turn.empty() and share.turn.get() == _LEAD:
                self._hand_on()
            raise

    def _lead(self) -> None:
        with self._lock:
            shares, self._waiting = self._waiting, []
        try:
            self._commit(shares)
        finally:
            self._hand_on()
            for share in shares:
                share.turn.put(_DONE)

    def _hand_on(self) -> None:
        with self._lock:
            self._is_led = bool(self._waiting)
            if self._waiting:
                self._waiting[0].turn.put(_LEAD)

    def _commit(self, shares: Sequence[_Share[Any]]) -> None:
        if len(shares) == 1 or not self._commit_all(shares):
            for share in shares:
                self._commit_alone(share)

    def _commit_all(self, shares: Sequence[_Share[Any]]) -> bool:
        """Whether there is nothing left to do: all were committed, or none can be."""
        begun = False
        try:
            with self._writing(durable=any(share.durable for share in shares)) as connection:
                begun = True
                done = [share.work(connection) for share in shares]
        except Exception as error:
            if not begun:  # a store that is locked would keep each of them waiting in turn
                for share in shares:
                    share.error = copy.copy(error)
            return not begun
        for share, value in zip(shares, done, strict=True):
            share.value, share.error = value, None
        return True

    def _commit_alone(self, share: _Share[Any]) -> None:
        try:
            with self._writing(durable=share.durable) as connection:
                value = share.work(connection)
        except Exception as error:
            share.error = error
        else:
            share.value, share.error = value, None


class _Share(Generic[R]):
    """One thread's work, and what came of it."""

    def __init__(self, work: Work[R], durable: bool) -> None:
        self.work = work
        self.durable = durable
        self.turn: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.value: R | None = None
        self.error: Exception | None = StoreError("was not written: the writer was interrupted")

    def result(self) -> R:
        """What the work returned. Raises what it raised."""
        if self.error is not None:
            raise self.error
        return cast("R", self.value)
