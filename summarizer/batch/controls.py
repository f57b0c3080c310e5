"""What the documents of one run share: the switch that stops it, places, the budget.

A document that has asked its first question holds one of ``concurrency`` places until its result is
committed. So no more than that many can be paid for and lost when the process is killed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from summarizer.batch.places import Places
from summarizer.batch.spending import Amount, Ledger
from summarizer.errors import (
    BudgetSpent,
    MissingExtra,
    ModelUnavailable,
    ProviderBusy,
    ProviderRejected,
    RunCancelled,
    RunStopped,
    StoreError,
    SummarizerError,
    UnknownName,
    WeightsUnavailable,
)
from summarizer.models.budget import Cancellation
from summarizer.models.types import Usage

_HOPELESS = (ProviderRejected, WeightsUnavailable, MissingExtra, UnknownName, StoreError)
"""After these every other document would fail in the same way."""

_DOWN = (ModelUnavailable, ProviderBusy)
_FEWEST_DOWN = 20
"""So many documents in a row without an answer, or three times the concurrency: it is down."""


@dataclass
class Account:
    """What one document has used: its place, its requests, its tokens and dollars."""

    index: int = 0
    placed: bool = False
    asked: bool = False
    usage: Usage = field(default_factory=Usage)
    cost: float | None = 0.0


class Controls:
    """One run's switch, places and budget; safe to use from many threads."""

    def __init__(self, concurrency: int, ledger: Ledger) -> None:
        self.concurrency = concurrency
        self.ledger = ledger
        self.cancellation = Cancellation()
        self._places = Places(concurrency)
        self._lock = threading.Lock()
        self._stopped: SummarizerError | None = None
        self._down = 0
        self._mine = threading.local()

    @property
    def stopped(self) -> SummarizerError | None:
        """Why the run ends early, if it does."""
        return self._stopped

    def stop(self, why: SummarizerError) -> None:
        """Begin nothing more. What is under way may end, but sends nothing after ``why``.

        Only the first reason counts.
        """
        with self._lock:
            self._stopped = self._stopped or why
        self._places.wake()

    def heed(self, error: SummarizerError | None) -> None:
        """Stop the run after an outcome that every other document would have."""
        if isinstance(error, (BudgetSpent, *_HOPELESS)):
            self.stop(error)
            return
        with self._lock:
            self._down = self._down + 1 if isinstance(error, _DOWN) else 0
            down = self._down >= max(_FEWEST_DOWN, 3 * self.concurrency)
        if down and error is not None:
            self.stop(error)

    @contextmanager
    def account(self, index: int) -> Iterator[Account]:
        """The account of the document this thread works on; gives its place back at the end."""
        account = self._mine.account = Account(index)
        try:
            yield account
        finally:
            del self._mine.account
            if account.placed:
                self._places.give_back()

    @property
    def current(self) -> Account:
        """The account of the document this thread works on."""
        found: Account | None = getattr(self._mine, "account", None)
        return found if found is not None else Account()

    def check(self) -> None:
        """Raise RunStopped where this document may send nothing more.

        After the budget is spent, one that has begun may still ask what fits into the rest.
        """
        why = self._stopped
        if why is not None and not (isinstance(why, BudgetSpent) and self.current.asked):
            raise RunStopped("The run ended before this document was done")

    def take_place(self) -> None:
        """Wait for a place, unless this document has one. Raises RunStopped, RunCancelled.

        Of those who wait the one that stands first in the input is the next.
        """
        account = self.current
        if not account.placed:
            forget = self.cancellation.listen(self._places.wake)
            try:
                self._places.take(account.index, self._go_on)
                account.placed = True
            finally:
                forget()
        self.check()

    def _go_on(self) -> None:
        self.check()
        if self.cancellation.cancelled:
            raise RunCancelled("The run was cancelled")


def amount_of(usage: Usage, cost: float | None) -> Amount:
    """Tokens and dollars of a usage, as the ledger counts them."""
    return Amount(usage.prompt_tokens + usage.completion_tokens, cost or 0.0)
