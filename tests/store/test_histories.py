"""Whatever happens in whatever order: one holder a key, one result a key, no result lost."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from summarizer.errors import AnswerInvalid
from summarizer.store import Busy, Lease, Store, Stored

from .conftest import Clock
from .workers import key_of, result

KEYS = 2
HOLDERS = 2
numbers = st.integers(0, KEYS - 1)
holders = st.integers(0, HOLDERS - 1)


class Histories(RuleBasedStateMachine):
    """Two processes, two keys, and a plain account of what must be true."""

    leases = Bundle("leases")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        path = Path(self.folder.name) / "s.db"
        self.stores = [Store(path, clock=self.clock, owner=f"holder {n}") for n in range(HOLDERS)]
        self.run = self.stores[0].begin_run({})
        self.results: dict[int, str] = {}
        self.current: dict[int, Lease] = {}
        self.made = 0

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    @rule(target=leases, number=numbers, holder=holders)
    def ask(self, number: int, holder: int) -> Any:
        got = self.stores[holder].acquire(key_of(number), document="", run=self.run)
        held = self.current.get(number)
        if number in self.results:
            assert isinstance(got, Stored)
            assert got.summary_json == self.results[number]
        elif held is not None and self.clock.now < held.expires:
            assert isinstance(got, Busy)
            assert got.seconds == held.expires - self.clock.now
        else:
            assert isinstance(got, Lease)
            self.current[number] = got
            return (number, got)
        return multiple()

    @rule(taken=leases, holder=holders)
    def renew(self, taken: tuple[int, Lease], holder: int) -> None:
        number, lease = taken
        held = self.holds(number, lease)

        assert self.stores[holder].renew(lease) == held

        if held:
            self.current[number] = Lease(
                lease.digest,
                lease.token,
                lease.run,
                lease.position,
                lease.document,
                lease.began,
                self.clock.now + 60,
            )

    @rule(taken=leases, holder=holders)
    def complete(self, taken: tuple[int, Lease], holder: int) -> None:
        number, lease = taken
        held = self.holds(number, lease)
        self.made += 1
        summary = result(self.made, 10)

        assert self.stores[holder].complete(lease, summary) == held

        if held:
            self.results[number] = summary.model_dump_json()
            del self.current[number]

    @rule(taken=consumes(leases), holder=holders, failed=st.booleans())
    def give_up(self, taken: tuple[int, Lease], holder: int, failed: bool) -> None:
        number, lease = taken
        held = self.holds(number, lease)

        if failed:
            assert self.stores[holder].fail(lease, AnswerInvalid("no")) == held
        else:
            self.stores[holder].release(lease)

        if held:
            del self.current[number]

    @rule(seconds=st.sampled_from([1.0, 30.0, 59.0, 60.0]))
    def wait(self, seconds: float) -> None:
        self.clock.now += seconds

    @rule(holder=holders)
    def start_again(self, holder: int) -> None:
        self.stores[holder].close()

    def holds(self, number: int, lease: Lease) -> bool:
        held = self.current.get(number)
        return held is not None and held.token == lease.token

    @invariant()
    def every_result_is_there_and_no_other(self) -> None:
        for number in range(KEYS):
            stored = self.stores[0].get(key_of(number))
            there = None if stored is None else stored.summary_json
            assert there == self.results.get(number)


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
