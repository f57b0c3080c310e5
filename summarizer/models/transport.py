"""The one place that sends a request again.

What is worth sending again is on a list (``Transient``); everything else passes through at once.
Between two attempts lies the larger of what the provider asks for and a random pause that doubles
its range each time ("full jitter", after Marc Brooker, "Exponential Backoff And Jitter", AWS
Architecture Blog, 2015). No attempt starts, and no pause is made, that would pass the deadline.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol, TypeVar, cast

import tenacity

from summarizer.errors import DeadlineExceeded, ModelError, RunCancelled
from summarizer.models.budget import Budget
from summarizer.models.observing import tell_retry

R = TypeVar("R")
MAX_RETRY_AFTER = 31 * 24 * 3600.0
"""A Retry-After beyond a month, the longest a quota is counted over, is taken for garbage."""

_DECIMAL = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")


class Transient(Exception):
    """A failure worth another attempt. ``error`` is what it becomes when no attempt is left.

    ``retry_after``: seconds the provider asks us to wait, or None. ``patience``: attempts after
    which this kind of failure is taken for permanent (a server that is not there at all).
    ``overload``: the provider says that too much is asked of it, so fewer may be sent at once.
    """

    def __init__(
        self,
        error: ModelError,
        *,
        retry_after: float | None = None,
        patience: int = 10**6,
        overload: bool = False,
    ) -> None:
        super().__init__(error.message)
        self.error = error
        self.retry_after = retry_after
        self.patience = patience
        self.overload = overload


class Gate(Protocol):
    """Who may send, and when: a rate limiter, an adaptive limit on calls under way."""

    def enter(self, budget: Budget) -> None:
        """Called before each request; may wait; raises what ends the document."""

    def leave(self, failure: Transient | None) -> None:
        """Called after each request with the failure worth a retry, if there was one."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Pauses in seconds: before attempt n+1 a random time up to ``min(cap, base * 2**(n-1))``."""

    base: float = 0.5
    cap: float = 30.0

    def pause(self, attempt: int, jitter: Callable[[], float]) -> float:
        """The pause after attempt number ``attempt`` (from 1); ``jitter`` gives 0..1."""
        return jitter() * min(self.cap, self.base * 2.0 ** min(attempt - 1, 30))


class Transport:
    """Runs one request to its end: an answer, or a typed error.

    ``sleep`` and ``jitter`` are given by tests; by default the pause ends early when the document's
    work is cancelled.
    """

    def __init__(
        self,
        policy: RetryPolicy | None = None,
        *,
        gate: Gate | None = None,
        sleep: Callable[[float], None] | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._policy = policy or RetryPolicy()
        self._gate = gate
        self._sleep = sleep
        self._jitter = jitter

    def run(self, send: Callable[[], R], budget: Budget) -> R:
        """Call ``send`` until it answers, fails for good, or the budget ends."""

        def pause(seconds: float) -> None:
            if self._sleep is not None:
                self._sleep(seconds)
            elif budget.cancellation.wait(seconds):
                raise RunCancelled("The run was cancelled")

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(Transient),
            wait=self._wait,
            stop=lambda state: _must_stop(state, budget),
            sleep=pause,
            before_sleep=_tell,
            reraise=True,
        )
        try:
            return cast("R", retrying(self._attempt, send, budget))
        except Transient as failure:
            raise _last_word(failure, budget) from None

    def _attempt(self, send: Callable[[], R], budget: Budget) -> R:
        if self._gate is not None:
            self._gate.enter(budget)
        failure: Transient | None = None
        try:
            budget.spend()
            return send()
        except Transient as caught:
            failure = caught
            raise
        finally:
            if self._gate is not None:
                self._gate.leave(failure)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        pause = self._policy.pause(state.attempt_number, self._jitter)
        return max(pause, _failure(state).retry_after or 0.0)


def _failure(state: tenacity.RetryCallState) -> Transient:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, Transient)
    return error


def _tell(state: tenacity.RetryCallState) -> None:
    failure = state.outcome.exception() if state.outcome else None
    if isinstance(failure, Transient):
        tell_retry(state.attempt_number, failure.error, state.upcoming_sleep)


def _must_stop(state: tenacity.RetryCallState, budget: Budget) -> bool:
    return (
        budget.requests_left <= 0
        or state.attempt_number >= _failure(state).patience
        or state.upcoming_sleep >= budget.seconds_left
    )


def _last_word(failure: Transient, budget: Budget) -> ModelError:
    if budget.seconds_left <= 0 and not isinstance(failure.error, DeadlineExceeded):
        return DeadlineExceeded("The time for this document was up while the provider was failing")
    asked = failure.retry_after
    if asked is not None and budget.requests_left > 0 and asked >= budget.seconds_left:
        left = max(budget.seconds_left, 0.0)
        failure.error.adding(f"; it asks to wait {asked:,.0f} s, and {left:,.0f} s were left")
    return failure.error


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds to wait that a response asks for, or None when it asks for nothing readable.

    Read are ``retry-after-ms`` (milliseconds) and ``Retry-After`` as seconds or as a date (RFC
    9110, section 10.2.3); the longer of two that disagree. A date counts from the response's own
    ``Date``, so that a clock that is wrong here shortens nothing; ``now`` is taken where there is
    none. Negative, not finite or absurdly long values count as not given.
    """
    asked = (
        _number(headers.get("retry-after-ms"), 0.001),
        _number(headers.get("retry-after")),
        _until(headers, now),
    )
    return max((seconds for seconds in asked if seconds is not None), default=None)


def _until(headers: Mapping[str, str], now: datetime | None) -> float | None:
    when = _date(headers.get("retry-after"))
    if when is None:
        return None
    sent = _date(headers.get("date")) or now or datetime.now(UTC)
    return _sane((when - sent).total_seconds())


def _date(value: str | None) -> datetime | None:
    try:
        when = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when


def _number(value: str | None, unit: float = 1.0) -> float | None:
    text = (value or "").strip()
    return _sane(float(text) * unit) if _DECIMAL.fullmatch(text) else None


def _sane(seconds: float) -> float | None:
    return seconds if 0 <= seconds <= MAX_RETRY_AFTER else None
