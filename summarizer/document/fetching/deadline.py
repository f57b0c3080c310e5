"""One time limit over everything a fetch does: names, handshakes, redirects, dripping bodies."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.errors import FetchTimeout


class Deadline:
    """``seconds`` from now, on the given clock."""

    def __init__(self, now: Callable[[], float], seconds: float) -> None:
        self._now = now
        self._seconds = seconds
        self._end = now() + seconds

    def left(self) -> float:
        """The seconds that remain, more than none; ``FetchTimeout`` when they are up."""
        remaining = self._end - self._now()
        if remaining <= 0:
            raise FetchTimeout(f"the page was not whole after {self._seconds:g} seconds")
        return remaining
