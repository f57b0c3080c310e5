"""The store as ``summarize`` uses it: a convenience that must never cost a result."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer import logs
from summarizer.cache.found import told_of
from summarizer.cache.keying import Keys
from summarizer.document import Document
from summarizer.errors import StoreError
from summarizer.keys import ResultKey
from summarizer.summary import Source, Summary

if TYPE_CHECKING:
    from summarizer.store import Store

_UNPAID = "extractive"
"""What no model said costs nothing to make again, and must not stand in for the model's answer once
that can be reached."""

_log = logging.getLogger("summarizer.store")


class Cache:
    """A store that is asked first, and given what a model said.

    With ``refresh`` it is asked for nothing: what is computed takes the place of what it had. A
    store that fails is left alone from then on and told once, as a log event and to ``on_failure``:
    a summary is never lost to it. Results are those of ``summarize_many`` and ``summarize batch``,
    and the other way round; two that compute the same at once both pay, and the first is kept.

    For the documents of one thread; the store itself may be shared.
    """

    def __init__(
        self,
        store: Store,
        *,
        refresh: bool = False,
        on_found: Callable[[Summary], None] = lambda _: None,
        on_failure: Callable[[StoreError], None] = lambda _: None,
    ) -> None:
        self.store = store
        self.refresh = refresh
        self._on_found = on_found
        self._on_failure = on_failure
        self._reads = self._writes = True

    def has(self, key: ResultKey) -> bool:
        """Whether ``get`` would find a summary."""
        return self._stored(key) is not None

    def get(self, key: ResultKey, document: Document) -> Summary | None:
        """The summary that is stored, with this document's name and source; None without one.

        ``created``, tokens and cost are those of the day it was made.
        """
        stored = self._stored(key)
        if stored is None:
            return None
        try:
            summary = Summary.model_validate_json(stored)
        except ValidationError:  # somebody else wrote it: it is made anew
            return None
        if summary.provenance.model == _UNPAID:
            return None
        found = told_of(summary, document.name, Source.of(document.origin))
        self._on_found(found)
        return found

    def keep(self, key: ResultKey, summary: Summary) -> None:
        """Store what was computed, unless no model spoke."""
        if not self._writes or summary.provenance.model == _UNPAID:
            return
        # A file's name may hold half a character, which JSON in UTF-8 cannot.
        name = summary.provenance.document.encode("utf-8", "backslashreplace").decode()
        try:
            self.store.keep(key, told_of(summary, name, summary.source), replace=self.refresh)
        except StoreError as error:
            self._failed(error)

    def _stored(self, key: ResultKey) -> str | None:
        if self.refresh or not self._reads:
            return None
        try:
            stored = self.store.get(key)
        except StoreError as error:
            self._reads = False
            self._failed(error)
            return None
        return stored.summary_json if stored else None

    def _failed(self, error: StoreError) -> None:
        # One that can be read and not written still saves what it has.
        self._writes = False
        logs.event(_log, logging.WARNING, "store.failed", error=type(error).__name__)
        self._on_failure(error)


class Memory:
    """What a cache has for one question about any document; without a cache or keys, nothing."""

    def __init__(self, cache: Cache | None, keys: Keys | None) -> None:
        self._cache = cache
        self._keys = keys

    def has(self, document: Document) -> bool:
        """Whether ``get`` would find a summary, as far as that can be told without reading it."""
        if self._cache is None or self._keys is None:
            return False
        return self._cache.has(self._keys.of(document))

    def get(self, document: Document) -> Summary | None:
        """See ``Cache.get``."""
        if self._cache is None or self._keys is None:
            return None
        return self._cache.get(self._keys.of(document), document)

    def keep(self, document: Document, summary: Summary) -> None:
        """See ``Cache.keep``."""
        if self._cache is not None and self._keys is not None:
            self._cache.keep(self._keys.of(document), summary)
