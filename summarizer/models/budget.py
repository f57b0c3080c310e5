"""What one document may still spend: requests and seconds; and the switch that stops it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

from summarizer.errors import DeadlineExceeded, ProviderBusy, RunCancelled

MAX_REQUESTS = 8
"""HTTP requests a document, over all layers and models: retries, re-asks, larger tries."""

RESERVE = 2
"""Requests kept for each model that may still be asked: what the default prompt asks of a remote
one. With one fallback the first model has six, for two questions and four retries; a provider that
fails longer is what the fallback is there for."""

Clock = Callable[[], float]


class Cancellation:
    """A switch that is turned once. Whoever waits on it wakes at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], object]] = []

    @property
    def cancelled(self) -> bool:
        """Whether the switch was turned."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Turn the switch: nothing more is sent, what is under way is dropped."""
        with self._lock:
            self._event.set()
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def wait(self, seconds: float) -> bool:
        """Pause; True when the switch was turned meanwhile."""
        return self._event.wait(seconds)

    def listen(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Call ``listener`` when the switch is turned, or now; returns how to stop that."""
        with self._lock:
            if not self._event.is_set():
                self._listeners.append(listener)
                return lambda: self._forget(listener)
        listener()
        return lambda: None

    def _forget(self, listener: Callable[[], object]) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)


class Budget:
    """Requests and seconds of one document, shared by all questions asked about it.

    A part of it (``within``, ``share``) has bounds of its own, and what is spent of the part is
    spent of the whole.
    """

    def __init__(
        self,
        seconds: float,
        requests: int = MAX_REQUESTS,
        *,
        cancellation: Cancellation | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        self.clock = clock
        self.cancellation = cancellation or Cancellation()
        self._ends = clock() + seconds
        self._left = requests
        self._whole: Budget | None = None
        self._lock = threading.Lock()

    @property
    def requests_left(self) -> int:
        """How many HTTP requests may still be sent."""
        return min(budget._left for budget in self._lineage())

    @property
    def seconds_left(self) -> float:
        """Seconds to the deadline; negative after it."""
        return self._ends - self.clock()

    def within(self, seconds: float, requests: int | None = None) -> Budget:
        """A part with a deadline at most ``seconds`` away and at most ``requests``, if given."""
        asked = self._left if requests is None else requests
        part = Budget(seconds, asked, cancellation=self.cancellation, clock=self.clock)
        part._ends = min(part._ends, self._ends)
        part._whole, part._lock = self, self._lock
        return part

    def share(self, later: int) -> Budget:
        """What one model may use where ``later`` others are to be asked after it fails.

        Of the requests all but ``RESERVE`` for each of those, yet no less than an equal share, and
        one in any case; of the time an equal share. What it leaves, those after it have.
        """
        if not later:
            return self.within(self.seconds_left)
        left = self.requests_left
        requests = max(left - RESERVE * later, left // (later + 1), 1)
        return self.within(self.seconds_left / (later + 1), requests)

    def extend(self, seconds: float) -> None:
        """Move the deadline: so long was waited for what is no fault of the document."""
        for budget in self._lineage():
            budget._ends += seconds

    def check(self) -> None:
        """Raise RunCancelled or DeadlineExceeded when nothing may be done any more."""
        if self.cancellation.cancelled:
            raise RunCancelled("The run was cancelled")
        if self.seconds_left <= 0:
            raise DeadlineExceeded("The time for this document was up")

    def spend(self) -> None:
        """Count one request that is about to be sent; raises when there is none left."""
        self.check()
        with self._lock:
            if self.requests_left <= 0:
                raise ProviderBusy("All requests of this document are spent")
            for budget in self._lineage():
                budget._left -= 1

    def _lineage(self) -> Iterator[Budget]:
        """This budget, the one it is a part of, and so on to the document's."""
        budget: Budget | None = self
        while budget is not None:
            yield budget
            budget = budget._whole
