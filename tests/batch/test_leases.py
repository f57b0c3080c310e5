"""Leases stay alive while their documents are worked on, and no longer."""

from __future__ import annotations

import threading
from pathlib import Path

from summarizer import Document
from summarizer.batch.leases import Heartbeat
from summarizer.errors import StoreBusy
from summarizer.keys import ResultKey
from summarizer.store import Busy, Lease, Store


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


KEY = ResultKey.of(Document("One was closed."), prompt="p", schema="s", model="m")


def acquire(store: Store) -> Lease | object:
    return store.acquire(KEY, document="a.txt", run=store.begin_run({}), position=0)


def test_a_lease_that_is_kept_outlives_its_time(tmp_path: Path) -> None:
    clock = Clock()
    with (
        Store(tmp_path / "s.db", clock=clock, owner="one") as store,
        Store(tmp_path / "s.db", clock=clock, owner="two") as other,
    ):
        heartbeat = Heartbeat(store, every=1e6)
        lease = acquire(store)
        assert isinstance(lease, Lease)
        with heartbeat.keeping(lease):
            for _ in range(4):
                clock.now += 45.0
                heartbeat.renew()
            assert isinstance(acquire(other), Busy)
        clock.now += 61.0
        heartbeat.renew()  # it is kept no more
        assert isinstance(acquire(other), Lease)
        heartbeat.close()


def test_the_thread_beats_and_ends(tmp_path: Path) -> None:
    beaten = threading.Event()

    class Watched(Store):
        def renew(self, lease: Lease) -> bool:
            beaten.set()
            raise StoreBusy("locked")  # the next beat tries again

    with Watched(tmp_path / "s.db") as store:
        heartbeat = Heartbeat(store, every=0.001)
        lease = acquire(store)
        assert isinstance(lease, Lease)
        with heartbeat.keeping(lease):
            assert beaten.wait(10)
        heartbeat.close()
        heartbeat.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "leases"]
