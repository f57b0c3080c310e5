"""What a waiting person sees on standard error: what the model has so far, tokens, seconds.

A terminal shows one line that changes in place and goes away. Anything else gets a line every ten
seconds, so that quick work stays silent.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.messages import say
from summarizer.cli.partial import read_partial
from summarizer.render.inert import inert, shorten

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summarizer.models.fetch import PullProgress
    from summarizer.models.types import Progress

_EVERY = 10.0
_REFRESHES = 4  # a second
_LAST_WORDS = 300


class Watch:
    """Keeps the latest word of a model or a download, and shows it while ``showing`` is open.

    ``heard`` and ``pulled`` may be called from any thread, as often as one likes.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self._title = ""
        self._begun = 0.0
        self._answer: Progress | None = None
        self._pull: PullProgress | None = None
        self._pull_begun: tuple[float, int] = (0.0, 0)

    @contextmanager
    def showing(self, title: str) -> Iterator[None]:
        """Show the progress of one piece of work."""
        self._title, self._begun = title, time.monotonic()
        self._answer = self._pull = None
        if self.quiet:
            yield
        elif sys.stderr is not None and sys.stderr.isatty():
            with live(self._renderable):
                yield
        else:
            with periodic(lambda: say(f"summarize: {self.line()}")):
                yield

    def heard(self, progress: Progress) -> None:
        """Take what a model has so far."""
        self._answer, self._pull = progress, None

    def pulled(self, progress: PullProgress) -> None:
        """Take how far a download is."""
        if self._pull is None:
            self._pull_begun = (time.monotonic(), progress.done)
        self._pull = progress

    def line(self) -> str:
        """One line: the work, its seconds, and how far it is."""
        # Read once: the thread that works may change them meanwhile.
        pull, answer = self._pull, self._answer
        parts = [inert(self._title), f"{time.monotonic() - self._begun:.0f} s"]
        if pull is not None:
            parts.append(self._pulling(pull))
        elif answer is not None:
            claims, words = read_partial(answer.text)
            parts.append(f"{answer.tokens} tokens")
            parts.append(f"{claims} claim{'' if claims == 1 else 's'} so far")
            parts.append(shorten(inert(words[-_LAST_WORDS:]), 100))
        else:
            parts.append("waiting for the first words")
        return " · ".join(part for part in parts if part)

    def _pulling(self, pull: PullProgress) -> str:
        if pull.stage == "verifying":  # the last that is heard before the model's first words
            return "checking and loading the model"
        since, before = self._pull_begun
        seconds = time.monotonic() - since
        speed = f", {(pull.done - before) / 1e6 / seconds:.1f} MB/s" if seconds > 1 else ""
        share = f"{100 * pull.done / pull.total:.0f} %" if pull.total else ""
        return f"{pull.stage} {pull.done / 1e6:,.0f} of {pull.total / 1e6:,.0f} MB ({share}{speed})"

    def _renderable(self) -> RenderableType:
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.text import Text

        line = Text(self.line(), style="dim", no_wrap=True, overflow="ellipsis")
        pull = self._pull
        if pull is None:
            return line
        return Group(line, ProgressBar(total=pull.total or None, completed=pull.done, width=60))


@contextmanager
def live(renderable: Callable[[], RenderableType]) -> Iterator[None]:
    """Show what ``renderable`` gives on the terminal, again and again, and clear it at the end."""
    from rich.console import Console
    from rich.live import Live

    with Live(
        get_renderable=renderable,
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=_REFRESHES,
        redirect_stdout=False,
        redirect_stderr=False,
    ):
        yield


@contextmanager
def periodic(report: Callable[[], None]) -> Iterator[None]:
    """Call ``report`` every ten seconds."""
    over = threading.Event()

    def loop() -> None:
        while not over.wait(_EVERY):
            report()

    thread = threading.Thread(target=loop, name="progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
