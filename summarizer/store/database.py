"""The SQLite file: opened when first used, one transaction at a time, errors of our own tree.

Settings: write-ahead log, so that readers do not wait for writers; ``synchronous=FULL``, so that a
committed result survives a power cut; a busy timeout, so that processes wait for each other.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import StoreBusy, StoreError, StoreFull
from summarizer.store.places import close_to_others, make_file
from summarizer.store.schema import check_ours, migrate
from summarizer.store.together import R, Together, Work

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 30.0
"""How long to wait for another process. A transaction of ours takes milliseconds."""

_PAUSE = 0.01
_MEANINGS: dict[int, tuple[type[StoreError], str]] = {
    5: (StoreBusy, "is locked by another process"),
    6: (StoreBusy, "is locked by another process"),
    8: (StoreError, "may not be written"),
    11: (StoreError, "is damaged"),
    13: (StoreFull, "the disk is full"),
    14: (StoreError, "cannot be opened"),
    26: (StoreError, "is not a store: another kind of file is there"),
    778: (StoreFull, "cannot be written: the disk or a quota is full, or the disk is failing"),
    4874: (StoreFull, "cannot be written: the disk or a quota is full, or the disk is failing"),
}
"""By SQLite's result code (sqlite.org/rescode.html), an extended one before its low byte."""


class Database:
    """One connection to ``path``, shared by the threads of a process under a lock.

    SQLite lets one connection write at a time anyway; with a single one, threads queue here
    and not in its busy timeout, and many threads need no more file descriptors than one.
    """

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._together = Together(self.writing)
        self._synchronous = "FULL"
        self._process = os.getpid()
        self._inherited: list[object] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one question. Raises StoreError."""
        with self._own_lock(), _told(self.path):
            yield self._opened()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """The connection inside a transaction that is committed at the end, or undone.

        One that is not ``durable`` survives the process, but a power cut may undo it (never in
        part): it does not wait for the disk. Raises StoreError.
        """
        with self._own_lock(), _told(self.path):
            connection = self._opened()
            self._synchronise(connection, "FULL" if durable else "NORMAL")
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk has SQLite undo the transaction by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def together(self, work: Work[R], *, durable: bool = True) -> R:
        """What ``work`` returns for the connection, in a transaction shared with other threads.

        It may be done twice, and has no effect but in the database. Raises StoreError, and what
        ``work`` raises.
        """
        self._own_lock()  # in a forked child nobody else waits
        return self._together.do(work, durable=durable)

    def _synchronise(self, connection: sqlite3.Connection, how: str) -> None:
        if how != self._synchronous:
            connection.execute(f"PRAGMA synchronous={how}")
            self._synchronous = how

    def make_room(self) -> None:
        """Move the log into the database and cut it to nothing, as far as that can be done now."""
        with suppress(StoreError), self.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def shrink(self) -> None:
        """Give the room of what was deleted back to the disk; nothing of it stays in the file.

        Raises StoreError: the file is written anew beside the old one, by one process alone.
        """
        with self.reading() as connection:
            connection.execute("VACUUM")
        self.make_room()

    def close(self) -> None:
        """Close the connection; the next use opens it again."""
        with self._own_lock():
            connection, self._connection = self._connection, None
            if connection is not None:
                with _told(self.path):
                    connection.close()

    def _own_lock(self) -> threading.RLock:
        """The lock; in a forked child a new one, and the parent's connection is left alone.

        SQLite's connections must not be used, or closed, across a fork.
        """
        if self._process != os.getpid():
            self._inherited.append(self._connection)
            self._connection, self._lock = None, threading.RLock()
            self._together = Together(self.writing)
            self._process = os.getpid()
        return self._lock

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            make_file(self.path)
            self._connection = _connect(self.path, self._busy_seconds)
            self._synchronous = "FULL"
            close_to_others(self.path)
        return self._connection


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(
        path, timeout=busy_seconds, isolation_level=None, check_same_thread=False
    )
    try:
        check_ours(connection)
        _use_log(connection, time.monotonic() + busy_seconds)
        connection.execute("PRAGMA synchronous=FULL")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _use_log(connection: sqlite3.Connection, deadline: float) -> None:
    """Switch to the write-ahead log, once in a file's life.

    SQLite does not wait for other connections here: two processes that make the file together
    would fail.
    """
    import sqlite3

    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
    if mode != "wal":
        raise StoreError(
            "cannot keep a write-ahead log here: is it a network drive?",
            remedy="Name a file on a local disk with --store or SUMMARIZER_STORE",
        )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with the file they happened to."""
    import sqlite3

    try:
        yield
    except StoreError as error:
        error.about(str(path))
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        fallback = (StoreError, f"failed: {error}")
        kind, message = _MEANINGS.get(code) or _MEANINGS.get(code & 0xFF) or fallback
        raise kind(message, document=str(path)) from error
