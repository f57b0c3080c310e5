"""What a person who waits for a batch sees on standard error: how far, how fast, how dear.

A terminal shows one line that changes in place; anything else gets a line every ten seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.messages import say
from summarizer.cli.progress import live, periodic
from summarizer.errors import BudgetSpent, RunCancelled, RunStopped

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summarizer.batch.spending import Amount
    from summarizer.batch.types import Outcome

NOT_BEGUN = (BudgetSpent, RunCancelled, RunStopped)
"""Ends of a document that say nothing about it: the run ended before its turn."""

_BAR = 24
_SOON = 5.0
"""Seconds before a rate is shown: the first documents say little."""


class Tally:
    """Counts the outcomes of a batch. ``total`` is how many there will be, None if not known.

    ``left`` are documents whose turn did not come. ``spent`` tells what was paid until now, also
    for what is under way.
    """

    def __init__(
        self,
        total: int | None,
        spent: Callable[[], Amount],
        *,
        priced: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.total = total
        self.done = 0
        self.cached = 0
        self.failed = 0
        self.left = 0
        self._spent = spent
        self._priced = priced
        self._clock = clock
        self._begun = clock()

    def count(self, outcome: Outcome) -> None:
        """Take one outcome."""
        if isinstance(outcome.error, NOT_BEGUN):
            self.left += 1
        elif outcome.error is not None:
            self.failed += 1
        elif outcome.cached:
            self.cached += 1
        else:
            self.done += 1

    def broke_off(self) -> None:
        """No more outcomes come: what has none was not begun, or was under way."""
        if self.total is not None:
            self.left = self.total - self.finished

    @property
    def finished(self) -> int:
        """How many documents have an outcome of their own."""
        return self.done + self.cached + self.failed

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return self._clock() - self._begun

    def line(self) -> str:
        """One line: how many, how fast, what it cost, how long it will take."""
        of = f" of {self.total:,}" if self.total is not None else ""
        parts = [f"{self.finished:,}{of}"]
        parts += [f"{self.failed:,} failed"] if self.failed else []
        parts += [f"{self.cached:,} from the store"] if self.cached else []
        parts += self._speed()
        parts += [self.cost()]
        return " · ".join(part for part in parts if part)

    def cost(self) -> str:
        """Tokens, and dollars where the price is known."""
        spent = self._spent()
        dollars = f", ${spent.usd:,.{2 if spent.usd >= 1 else 4}f}" if self._priced else ""
        return f"{spent.tokens:,} tokens{dollars}" if spent.tokens else ""

    def _speed(self) -> list[str]:
        # What the store had is there at once, and says nothing about the rest.
        worked = self.done + self.failed
        if not worked or self.seconds < _SOON:
            return []
        rate = worked / self.seconds
        told = [f"{rate * 60:,.0f} a minute" if rate < 10 else f"{rate:,.0f} a second"]
        if self.total is not None and self.total > self.finished:
            told.append(f"{duration((self.total - self.finished) / rate)} left")
        return told

    @contextmanager
    def showing(self, *, quiet: bool) -> Iterator[None]:
        """Show the line while the batch runs."""
        if quiet:
            yield
        elif sys.stderr is not None and sys.stderr.isatty():
            with live(self._renderable):
                yield
        else:
            with periodic(lambda: say(f"summarize: {self.line()}")):
                yield

    def _renderable(self) -> RenderableType:
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        line = Text(self.line(), style="dim", no_wrap=True, overflow="ellipsis")
        if not self.total:
            return line
        # On a narrow terminal the bar gives way to the words.
        grid = Table.grid(padding=(0, 1))
        grid.add_column(min_width=1, max_width=_BAR)
        grid.add_column(no_wrap=True, overflow="ellipsis")
        grid.add_row(ProgressBar(total=self.total, completed=self.finished), line)
        return grid


def duration(seconds: float) -> str:
    """Seconds as a person says them: ``40 s``, ``12 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
