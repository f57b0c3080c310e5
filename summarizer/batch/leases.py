"""The leases that a run holds, kept alive by a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from summarizer.errors import StoreError

if TYPE_CHECKING:
    from summarizer.store import Lease, Store

EVERY = 15.0
"""Seconds between two renewals: a lease of 60 seconds outlives three that fail."""


class Heartbeat:
    """Renews every lease that is held; a thread runs while there is one."""

    def __init__(self, store: Store, every: float = EVERY) -> None:
        self._store = store
        self._every = every
        self._held: dict[str, Lease] = {}
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    @contextmanager
    def keeping(self, lease: Lease) -> Iterator[None]:
        """Keep a lease alive while its document is worked on."""
        with self._lock:
            self._held[lease.token] = lease
            if self._thread is None and not self._over.is_set():
                self._thread = threading.Thread(target=self._beat, name="leases", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                del self._held[lease.token]

    def renew(self) -> None:
        """Renew all that are held now. One that was lost is found out when it is committed."""
        with self._lock:
            held = list(self._held.values())
        for lease in held:
            # The next beat tries again; a store that stays away is told by the next commit.
            with suppress(StoreError):
                self._store.renew(lease)

    def close(self) -> None:
        """End the thread; may be called twice."""
        self._over.set()
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout=5.0)

    def _beat(self) -> None:
        while not self._over.wait(self._every):
            self.renew()
