"""What one document may still spend: requests and seconds; and the switch that stops it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from summarizer.errors import DeadlineExceeded, ProviderBusy, RunCancelled

MAX_REQUESTS = 8
"""HTTP requests a document, over all layers: transport retries, re-asks, larger tries."""

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
    """Requests and seconds of one document, shared by all questions asked about it."""

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
        self.ends = clock() + seconds
        self._left = [requests]
        self._lock = threading.Lock()

    @property
    def requests_left(self) -> int:
        """How many HTTP requests may still be sent."""
        return self._left[0]

    @property
    def seconds_left(self) -> float:
        """Seconds to the deadline; negative after it."""
        return self.ends - self.clock()

    def within(self, seconds: float) -> Budget:
        """The same requests and switch, with a deadline that is at most ``seconds`` away."""
        part = Budget(seconds, cancellation=self.cancellation, clock=self.clock)
        part.ends = min(part.ends, self.ends)
        part._left, part._lock = self._left, self._lock
        return part

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
            if self._left[0] <= 0:
                raise ProviderBusy("All requests of this document are spent")
            self._left[0] -= 1
