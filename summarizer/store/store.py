"""The store's one door: what a batch and the ``runs`` verb call."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from summarizer.errors import SourceNotText, StoreError, StoreFull, SummarizerError
from summarizer.keys import ResultKey, canonical_json
from summarizer.store import items, leases, pruning, results, runs
from summarizer.store.database import BUSY_SECONDS, Database
from summarizer.store.failures import error_record
from summarizer.store.holders import this_process
from summarizer.store.places import size_on_disk
from summarizer.store.reserve import Reserve
from summarizer.store.rows import spent_of, spent_on
from summarizer.store.types import (
    Busy,
    Item,
    ItemStatus,
    Lease,
    Old,
    Pruned,
    Run,
    RunStatus,
    Size,
    Spent,
    Stored,
)

if TYPE_CHECKING:
    import sqlite3

    from summarizer.summary import Summary

LEASE_SECONDS = 60.0
"""A lease that is not renewed is free again after this; renew it every quarter of that time."""

_PAGE = 100


class Store:
    """Results, runs and leases in one SQLite file, for many threads and processes.

    ``clock`` gives seconds since the epoch, the same for every process. ``owner`` names the holder
    of leases; by default it is this process, whose death is noticed at once where that can be told.
    ``busy_seconds`` is how long to wait for another process that keeps the file locked.

    The file is made when it is first used. Every method may raise StoreError: StoreBusy where
    another process keeps it locked, StoreFull where the disk is full.
    """

    def __init__(
        self,
        path: Path,
        *,
        lease_seconds: float = LEASE_SECONDS,
        clock: Callable[[], float] = time.time,
        owner: str = "",
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.path = path
        self._lease_seconds = lease_seconds
        self._clock = clock
        self._owner = owner
        self._database = Database(path, busy_seconds)
        self._reserve = Reserve(path)

    def get(self, key: ResultKey) -> Stored | None:
        """What is stored for a key: a summary, or its last error."""
        digest = key.digest
        with self._database.reading() as connection:
            return results.read(connection, digest)

    def acquire(  # noqa: PLR0913 - all but the key are named
        self,
        key: ResultKey,
        *,
        document: str,
        run: int,
        position: int | None = None,
        refresh: bool = False,
        source: str = "",
    ) -> Lease | Stored | Busy:
        """A lease to compute the result; the result, if there is a summary; or who computes it.

        An error that is stored does not count: its document is tried again. Nor does, with
        ``refresh``, a summary from before the run. ``position`` is the document's place in the
        input; give the same one when asking again after Busy. By default it is the next one.
        ``source`` is what the document's source says of itself, as JSON.
        Raises StoreFull when there is no room to keep what would be computed.
        """
        digest = key.digest

        def take(connection: sqlite3.Connection) -> Lease | Stored | Busy:
            at = items.next_position(connection, run) if position is None else position
            place = _Place(run, at, document, digest, source)
            found = results.read(connection, digest)
            if found and found.summary_json and not (refresh and _is_older(connection, found, run)):
                self._note(connection, place, "cached")
                return found
            now = self._clock()
            busy = leases.holder_of(connection, digest, now)
            if busy is None or (position is not None and not items.is_noted(connection, run, at)):
                self._note(connection, place, "pending")
            if busy is not None:
                return busy
            self._reserve.ensure()
            expires = now + self._lease_seconds
            lease = Lease(digest, leases.new_token(), run, at, document, now, expires)
            leases.take(connection, key, lease, self._holder())
            return lease

        # A lease and a note need not outlive a power cut: the result, if any, is already safe.
        return self._database.together(take, durable=False)

    def renew(self, lease: Lease) -> bool:
        """Put off the lease's end by the lease time from now; False if it was lost."""
        now = self._clock()
        with self._database.writing(durable=False) as connection:
            return leases.renew(connection, lease, now, now + self._lease_seconds)

    def complete(self, lease: Lease, summary: Summary) -> bool:
        """Commit a result, what it cost and the document's status, together and for good.

        False, and nothing is written, if the lease was lost to another holder. Raises SourceNotText
        for a summary that UTF-8 cannot hold.
        """
        text = _spelled(summary, lease.document)
        return self._finish(lease, text, None, spent_of(summary))

    def keep(self, key: ResultKey, summary: Summary, *, replace: bool = False) -> None:
        """Commit a result that was computed without a lease, and by no run.

        Without ``replace`` a summary that is there already stays: the first counts. Raises
        SourceNotText for a summary that UTF-8 cannot hold.
        """
        text = _spelled(summary, summary.provenance.document)
        stored = Stored(key.digest, text, None, spent_of(summary), self._clock(), 0)
        with self._database.writing() as connection:
            results.write(connection, canonical_json(asdict(key)), stored, replace=replace)

    def fail(self, lease: Lease, error: SummarizerError, *, cost: float | None = None) -> bool:
        """Commit an error in place of a result, as ``complete`` does; it is tried again next time.

        A summary that is there already stays. ``cost`` in US dollars, where it is known.
        """
        return self._finish(lease, None, error_record(error), spent_on(error, cost))

    def release(self, lease: Lease) -> None:
        """Give a lease back with nothing computed: the next who asks gets it at once."""
        with self._database.writing(durable=False) as connection:
            leases.give_back(connection, lease)

    def note_failure(
        self, run: int, document: str, error: SummarizerError, *, position: int | None = None
    ) -> None:
        """Note a document that failed before it had a key, as one that could not be read."""
        with self._database.writing() as connection:
            at = items.next_position(connection, run) if position is None else position
            place = _Place(run, at, document, "")
            self._note(connection, place, "failed", error_record(error), spent_on(error))

    def begin_run(self, description: Mapping[str, Any]) -> int:
        """A new run's number. ``description`` is kept as JSON: give it no key and no article."""
        with self._database.writing() as connection:
            return runs.begin(connection, description, self._holder(), self._clock())

    def end_run(self, run: int, status: RunStatus) -> None:
        """Note how a run ended."""
        with self._database.writing() as connection:
            runs.end(connection, run, status, self._clock())

    def runs(self) -> list[Run]:
        """Every run, the newest first."""
        with self._database.reading() as connection:
            return runs.every(connection, self._clock())

    def run(self, id: int) -> Run:
        """One run. Raises UnknownName where there is none."""
        with self._database.reading() as connection:
            return runs.one(connection, id, self._clock())

    def items(self, run: int) -> Iterator[Item]:
        """The documents of a run in the order of the input."""
        return (item for item, _ in self.results(run))

    def results(self, run: int) -> Iterator[tuple[Item, str | None]]:
        """The documents of a run in the order of the input, each with its summary's JSON.

        None where there is no summary. At most a hundred are held in memory.
        """
        after = -1
        while True:
            with self._database.reading() as connection:
                page = items.page(connection, run, after, _PAGE)
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1][0].position

    def size(self) -> Size:
        """How much there is: the files on the disk, and the summaries in them."""
        with self._database.reading() as connection:
            return Size(size_on_disk(self.path), *results.count(connection))

    def prune(self, old: Old, *, delete: bool = True) -> Pruned:
        """Delete the runs that are old and over, and old results that no run which stays refers to.

        Without an age, results that no run computed stay. What is being computed stays. The file
        shrinks where no other process uses it just now. Without ``delete`` only tells what it
        would do. The results of a deleted run are paid for again when they are asked for again.
        """
        now = self._clock()
        with self._database.writing() as connection:
            going = pruning.runs_to_go(runs.every(connection, now), old)
            pruned = pruning.prune(connection, going, old, now, delete=delete)
        if delete:
            # A file that cannot shrink now has free room inside, which is used first.
            with suppress(StoreError):
                self._database.shrink()
        return pruned

    def close(self) -> None:
        """Close the file. May be called twice; a later call of another method opens it again."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _finish(
        self, lease: Lease, summary: str | None, error: dict[str, Any] | None, spent: Spent
    ) -> bool:
        stored = Stored(lease.digest, summary, error, spent, self._clock(), lease.run)
        place = _Place(lease.run, lease.position, lease.document, lease.digest)

        def commit(connection: sqlite3.Connection) -> bool:
            key = leases.give_back(connection, lease)
            if key is None:
                return False
            results.write(connection, key, stored)
            self._note(connection, place, "failed" if error else "done", error, spent)
            return True

        try:
            return self._database.together(commit)
        except StoreFull:
            # It is paid for: it gets the room that was kept for this.
            self._reserve.give_up()
            self._database.make_room()
            return self._database.together(commit)

    def _note(
        self,
        connection: sqlite3.Connection,
        place: _Place,
        status: ItemStatus,
        error: dict[str, Any] | None = None,
        spent: Spent | None = None,
    ) -> None:
        run, position, document, digest, source = place
        paid, now = spent or Spent(), self._clock()
        item = Item(run, position, document, digest, status, error, paid, now, source)
        items.note(connection, item)

    def _holder(self) -> str:
        return self._owner or this_process()


class _Place(NamedTuple):
    """Which document of which run; the digest of its key, and what its source says of itself."""

    run: int
    position: int
    document: str
    digest: str
    source: str = ""


def _spelled(summary: Summary, document: str) -> str:
    """The summary as JSON. Raises SourceNotText."""
    try:
        return summary.model_dump_json()
    except ValueError as error:
        raise SourceNotText(
            "the summary holds half a character (a lone surrogate)", document=document
        ) from error


def _is_older(connection: sqlite3.Connection, found: Stored, run: int) -> bool:
    """Whether a result was there before the run began."""
    return found.created < runs.started(connection, run)
