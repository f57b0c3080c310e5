"""What one document goes through: looked up, or paid for once and committed, or failed by name.

It is read; its key is looked up in the store; a lease keeps others from computing the same; the
model is asked; the result, or the error, is committed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.batch.controls import Account, Controls, amount_of
from summarizer.batch.failures import unexpected
from summarizer.batch.leases import Heartbeat
from summarizer.batch.pool import Later
from summarizer.batch.types import Job, Outcome
from summarizer.cache.found import as_given, source_of
from summarizer.cache.keying import Keys
from summarizer.checking import Read
from summarizer.document import Document
from summarizer.errors import (
    BudgetSpent,
    RunCancelled,
    RunStopped,
    StoreBusy,
    StoreError,
    SummarizerError,
)
from summarizer.models.prices import rounded
from summarizer.models.types import Model
from summarizer.pipeline import Options, summarize_by
from summarizer.prompts import Prompt
from summarizer.store import Busy, Stored

if TYPE_CHECKING:
    from summarizer.keys import ResultKey
    from summarizer.store import Lease, Store
    from summarizer.summary import Summary

_UNDONE = (BudgetSpent, RunCancelled, RunStopped)
"""Ends that say nothing about the document itself: it is left as if it had not been begun."""

_LOOK_AGAIN = 0.25
"""Seconds after which a result that another process computes is looked for again."""

_COMMIT_TRIES = 3


@dataclass(frozen=True, slots=True)
class Asking:
    """How a summary is made: the model, the prompt, the options, and who reads the article."""

    model: str | Model
    prompt: Prompt
    options: Options
    read: Read


class Worker:
    """Works on documents without a store; call it from many threads."""

    def __init__(self, asking: Asking, controls: Controls) -> None:
        self._asking = asking
        self._controls = controls

    def __call__(self, job: Job) -> Outcome:
        """What becomes of one document; raises Later, and nothing else."""
        with self._controls.account(job.index) as account:
            try:
                outcome = self._outcome(job, account)
            except Later:
                raise
            except Exception as caught:
                error = unexpected(caught).about(job.name).bare()
                paid = amount_of(account.usage, account.cost)
                outcome = Outcome(job.index, job.name, None, None, error, paid.tokens, account.cost)
        self._controls.heed(outcome.error)
        return outcome

    def _outcome(self, job: Job, account: Account) -> Outcome:
        document = job.load()
        self._controls.check()
        return self._computed(job, document, account)

    def _computed(self, job: Job, document: Document, account: Account) -> Outcome:
        asking = self._asking
        summary = summarize_by(
            asking.read,
            document,
            model=asking.model,
            prompt=asking.prompt,
            options=asking.options,
        )
        paid = amount_of(account.usage, account.cost)
        return Outcome(
            job.index, job.name, _priced(summary, account), None, None, paid.tokens, account.cost
        )


class StoringWorker(Worker):
    """Works on documents through a store, as number ``run`` of its runs."""

    def __init__(self, asking: Asking, controls: Controls, keys: Keys, storing: Storing) -> None:
        super().__init__(asking, controls)
        self._keys = keys
        self._store = storing.store
        self._storing = storing

    def _outcome(self, job: Job, account: Account) -> Outcome:
        try:
            document = job.load()
        except SummarizerError as error:
            with suppress(StoreError):
                self._store.note_failure(self._storing.run, job.name, error, position=job.index)
            raise
        key = self._keys.of(document)
        if self._controls.stopped is not None:
            return self._known(key, job, source_of(document))
        source = source_of(document)
        got = self._lease(key, job, source)
        if isinstance(got, Stored):
            return found(job, got, source)
        with self._storing.heartbeat.keeping(got):
            return self._leased(got, job, document, account)

    def _known(self, key: ResultKey, job: Job, source: str) -> Outcome:
        """What the store has, when nothing is asked any more; raises RunStopped without it."""
        known = None if self._storing.refresh else self._store.get(key)
        if known is None or known.summary_json is None:
            raise RunStopped("The run ended before this document was done")
        return found(job, known, source)

    def _lease(self, key: ResultKey, job: Job, source: str) -> Lease | Stored:
        """The right to compute, or the result; raises Later while another computes it."""
        got = self._store.acquire(
            key,
            document=job.name,
            source=source,
            run=self._storing.run,
            position=job.index,
            refresh=self._storing.refresh,
        )
        if isinstance(got, Busy):
            raise Later(min(_LOOK_AGAIN, max(got.seconds, 0.01)))
        return got

    def _leased(self, lease: Lease, job: Job, document: Document, account: Account) -> Outcome:
        try:
            outcome = self._computed(job, document, account)
        except _UNDONE:
            with suppress(StoreError):
                self._store.release(lease)
            raise
        except Exception as caught:
            error = unexpected(caught).about(job.name)
            self._store.fail(lease, error, cost=account.cost)
            raise error from None
        assert outcome.summary is not None
        if not self._commit(lease, outcome.summary):
            # Our lease ran out, and another took it over: the result that is committed counts.
            raise Later(_LOOK_AGAIN)
        return outcome

    def _commit(self, lease: Lease, summary: Summary) -> bool:
        """Commit what was paid for; a store that is busy is asked again."""
        for left in range(_COMMIT_TRIES - 1, -1, -1):
            try:
                return self._store.complete(lease, summary)
            except StoreBusy:
                if not left:
                    raise
        raise AssertionError("the last try returns or raises")


@dataclass(frozen=True, slots=True)
class Storing:
    """The store of a run, its number there, and whether what is stored is computed anew."""

    store: Store
    run: int
    heartbeat: Heartbeat
    refresh: bool


def found(job: Job, stored: Stored, source: str) -> Outcome:
    """The outcome of a document that the store had, with the document's own name and source."""
    assert stored.summary_json is not None
    given = as_given(stored.summary_json, job.name, source)
    return Outcome(job.index, job.name, stored=given)


def _priced(summary: Summary, account: Account) -> Summary:
    """The summary with what it cost, where that is known and not nothing."""
    if not account.cost:
        return summary
    cost = {"cost": rounded(account.cost)}
    return summary.model_copy(update={"provenance": summary.provenance.model_copy(update=cost)})
