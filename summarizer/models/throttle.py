"""Who may send now: as many at once as the provider bears, and no faster than is allowed.

How many requests are under way follows AIMD (Chiu and Jain, "Analysis of the increase and decrease
algorithms for congestion avoidance", 1989): half as many when the provider says it is overloaded,
one more for each round trip that goes well. Requests and tokens a minute are spread evenly, by
GCRA, the "virtual scheduling" form of the leaky bucket (ITU-T I.371): no burst that a provider with
a shorter window than a minute would refuse.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.models.budget import Budget, Cancellation

if TYPE_CHECKING:
    from summarizer.models.transport import Transient

Clock = Callable[[], float]

USED = 0.98
"""The part of a given rate that is used. Sent at exactly the rate, requests reach the server a
little closer together now and then, and it counts one too many. With 0.98 a server that allows 600
a minute refused none and 97 % were used (python -m evals.bench batch)."""

LONGEST_PAUSE = 30.0
"""Seconds for which a Retry-After holds back the other documents too."""


START = 1.0
"""Seconds between the first request and the second. The first one loads the client and connects;
those let through meanwhile would reach the server together with it: 6 at once in a measurement, of
which 4 were refused (python -m evals.bench batch)."""


class Pace:
    """When the next unit may be sent so that no more than ``per_minute`` are; pure, no waiting.

    ``start`` is how many seconds later the second reservation is than it would be.
    """

    def __init__(self, per_minute: float, start: float = 0.0) -> None:
        self._seconds = 60.0 / (per_minute * USED)
        self._next = float("-inf")
        self._start = start

    def reserve(self, units: float, now: float) -> float:
        """Take ``units`` and return the time at which they may be sent."""
        at = max(now, self._next)
        self._next = at + units * self._seconds + self._start
        self._start = 0.0
        return at

    def give_back(self, units: float) -> None:
        """Return units that were reserved and not used; negative for those used beyond it."""
        self._next -= units * self._seconds


class Window:
    """How many requests may be under way: 1 to ``most``; pure, no waiting."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = float(most)
        self._cut = float("-inf")

    def grow(self) -> None:
        """A request went well: one more when all that are under way did."""
        self.size = min(self.size + 1.0 / self.size, float(self.most))

    def cut(self, sent: float, now: float) -> None:
        """A request sent at ``sent`` was refused for overload: half, at most once a round trip.

        Those that were under way at the last cut say nothing about the size after it.
        """
        if sent >= self._cut:
            self.size = max(self.size / 2.0, 1.0)
            self._cut = now


class Throttle:
    """A gate before the requests of one model; see ``models.transport.Gate``.

    ``concurrency`` is the most requests under way at once. ``requests`` and ``tokens`` are those
    allowed a minute, None for no limit. ``wait`` pauses for some seconds, or until the document is
    cancelled, and then returns True: tests give their own.
    """

    def __init__(
        self,
        concurrency: int,
        *,
        requests: float | None = None,
        tokens: float | None = None,
        clock: Clock = time.monotonic,
        wait: Callable[[Cancellation, float], bool] = Cancellation.wait,
    ) -> None:
        self.window = Window(concurrency)
        self._requests = Pace(requests, START) if requests else None
        self._tokens = Pace(tokens) if tokens else None
        self._clock = clock
        self._wait = wait
        self._changed = threading.Condition()
        self._under_way = 0
        self._not_before = float("-inf")
        self._mine = _Mine()

    @property
    def under_way(self) -> int:
        """How many requests are under way now."""
        return self._under_way

    def expect(self, tokens: float) -> None:
        """Say how many tokens each of this thread's next requests will cost, as far as is known."""
        self._mine.tokens = tokens
        self._mine.reserved = 0.0

    def settle(self, tokens: float) -> None:
        """Say how many tokens this thread's requests since ``expect`` really cost."""
        if self._tokens is not None:
            with self._changed:
                self._tokens.give_back(self._mine.reserved - tokens)
        self._mine.reserved = 0.0

    def enter(self, budget: Budget) -> None:
        """Wait for leave to send. What the rate costs does not count against the deadline."""
        forget = budget.cancellation.listen(self._wake)
        try:
            at = self._admit(budget)
        finally:
            forget()
        try:
            self._hold(at - self._clock(), budget)
        except BaseException:
            self._end()
            raise
        self._mine.sent = self._clock()

    def leave(self, failure: Transient | None) -> None:
        """A request ended; one refused for overload makes the window smaller.

        A pause that the provider asks for holds for all, whatever it fails of.
        """
        now = self._clock()
        with self._changed:
            if failure is None:
                self.window.grow()
            else:
                if failure.overload:
                    self.window.cut(self._mine.sent, now)
                pause = min(failure.retry_after or 0.0, LONGEST_PAUSE)
                self._not_before = max(self._not_before, now + pause)
        self._end()

    def _admit(self, budget: Budget) -> float:
        """Wait for a place in the window; returns when the rate allows to send."""
        with self._changed:
            while True:
                budget.check()
                now = self._clock()
                pause = self._not_before - now
                if pause <= 0 and self._under_way < int(self.window.size):
                    break
                longest = min(budget.seconds_left, pause if pause > 0 else LONGEST_PAUSE)
                self._changed.wait(max(longest, 0.001))
            self._under_way += 1
            return self._reserve(now)

    def _reserve(self, now: float) -> float:
        at = now
        if self._requests is not None:
            at = self._requests.reserve(1, now)
        if self._tokens is not None:
            at = max(at, self._tokens.reserve(self._mine.tokens, now))
            self._mine.reserved += self._mine.tokens
        return at

    def _hold(self, seconds: float, budget: Budget) -> None:
        if seconds <= 0:
            return
        budget.extend(seconds)
        self._wait(budget.cancellation, seconds)
        budget.check()

    def _end(self) -> None:
        with self._changed:
            self._under_way -= 1
            self._changed.notify_all()

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()


class _Mine(threading.local):
    """What a thread's requests are about: it asks one question at a time."""

    sent = float("-inf")
    tokens = 0.0
    reserved = 0.0
