"""The store behind plain ``summarize``, and the words about it on standard error.

It saves money and minutes, and must never stand in the way: what it cannot do is told once, and the
work goes on without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from summarizer.cli.messages import say
from summarizer.errors import StoreError

if TYPE_CHECKING:
    from summarizer.cache import Cache
    from summarizer.document import Document
    from summarizer.pipeline import Options
    from summarizer.summary import Summary

_PATIENCE = 3.0
"""Seconds to wait for a store that is locked: a person waits for the summary meanwhile."""


class Remembering:
    """What the store gave, and how it failed."""

    def __init__(self) -> None:
        self._found: list[Summary] = []
        self._failures: list[StoreError] = []
        self._warned = False

    def cache(self, path: str, stack: ExitStack, *, refresh: bool) -> Cache | None:
        """The store at ``path`` ("" for the default), closed with ``stack``; None where it fails.

        Nothing is made or opened before a document is looked up.
        """
        from summarizer.cache import Cache
        from summarizer.store import Store, default_store_path, store_path

        try:
            place = store_path(path) if path else default_store_path()
        except StoreError as error:
            self._failures.append(error)
            return None
        return Cache(
            stack.enter_context(Store(place, busy_seconds=_PATIENCE)),
            refresh=refresh,
            on_found=self._found.append,
            on_failure=self._failures.append,
        )

    def lacks(
        self, documents: Sequence[Document], model: str | None, prompt: str, options: Options
    ) -> bool:
        """Whether a model has to be asked about any document; says what fails in looking."""
        from summarizer.cache import Memory, keys_for

        keys = keys_for(model, prompt, options.settings, options.fallback)
        memory = Memory(options.cache, keys)
        known = all(map(memory.has, documents))
        self.warn()
        return not known

    def warn(self) -> None:
        """Say what is wrong with the store, where that was not said yet."""
        if self._failures and not self._warned:
            self._warned = True
            error = self._failures[0]
            say(
                f"summarize: going on without the store: {error.document} {error.message}"
                " (--store names another, --no-cache does without)"
            )

    def tell(self, documents: int, *, quiet: bool) -> None:
        """Say what is wrong, and how much of the output was not asked for just now."""
        self.warn()
        if quiet or not self._found:
            return
        if documents > 1:
            what = f"{len(self._found)} of {documents} from the store"
        else:
            made = self._found[0].provenance.created.astimezone()
            what = f"from the store, made on {made:%Y-%m-%d at %H:%M}"
        say(f"summarize: {what} (--refresh asks anew)")
