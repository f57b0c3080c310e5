"""One transaction for many threads: who shares it, and who does not suffer for whom."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from summarizer.errors import StoreBusy
from summarizer.store.together import Together


@dataclass
class Disk:
    """In place of a database: a list of what was committed, which waits until it is let to."""

    committed: list[list[str]] = field(default_factory=list)
    durable: list[bool] = field(default_factory=list)
    begun: queue.SimpleQueue[None] = field(default_factory=queue.SimpleQueue)
    let: queue.SimpleQueue[None] = field(default_factory=queue.SimpleQueue)
    busy: bool = False

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[Any]:
        self.begun.put(None)
        self.let.get()
        if self.busy:
            raise StoreBusy("is locked by another process")
        written: list[str] = []
        yield written
        self.committed.append(written)
        self.durable.append(durable)


@dataclass
class Desk:
    """Threads with work; ``ends`` is what became of each, by its name."""

    disk: Disk
    together: Together
    ends: dict[str, object] = field(default_factory=dict)
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self, name: str, work: Callable[[Any], object], *, durable: bool = True) -> None:
        """Begin work in a thread, and wait until it is under way or stands in line."""

        def run() -> None:
            try:
                self.ends[name] = self.together.do(work, durable=durable)
            except Exception as error:
                self.ends[name] = error

        thread = threading.Thread(target=run, daemon=True)
        first, standing = not self.threads, len(self.together._waiting)
        self.threads.append(thread)
        thread.start()
        if first:
            self.disk.begun.get(timeout=10)
            return
        while len(self.together._waiting) == standing:
            threading.Event().wait(0.001)

    def finish(self, transactions: int) -> None:
        for _ in range(transactions):
            self.disk.let.put(None)
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture
def desk() -> Desk:
    disk = Disk()
    return Desk(disk, Together(disk.writing))


def note(name: str) -> Callable[[Any], str]:
    def work(written: list[str]) -> str:
        written.append(name)
        return f"{name} done"

    return work


def failing(written: list[str]) -> str:
    written.append("half")
    raise ValueError("no")


def test_those_who_come_while_one_is_written_share_the_next_in_their_order(desk: Desk) -> None:
    for name in "abcd":
        desk.begin(name, note(name))
    desk.finish(2)

    assert desk.disk.committed == [["a"], ["b", "c", "d"]]
    assert desk.ends == {name: f"{name} done" for name in "abcd"}


def test_work_that_fails_in_company_fails_alone(desk: Desk) -> None:
    desk.begin("a", note("a"))
    desk.begin("bad", failing)
    desk.begin("c", note("c"))
    desk.finish(4)  # the first, the two together, and each of them again

    assert desk.disk.committed == [["a"], ["c"]]
    assert isinstance(desk.ends["bad"], ValueError)
    assert desk.ends["c"] == "c done"


def test_a_locked_store_is_waited_for_once_and_told_to_each(desk: Desk) -> None:
    desk.disk.busy = True
    for name in "abc":
        desk.begin(name, note(name))
    desk.finish(2)

    errors = list(desk.ends.values())
    assert [type(error) for error in errors] == [StoreBusy] * 3
    assert len({id(error) for error in errors}) == 3


@pytest.mark.parametrize("durable", [True, False])
def test_company_is_durable_if_one_of_it_is(desk: Desk, durable: bool) -> None:
    desk.begin("a", note("a"), durable=False)
    desk.begin("b", note("b"), durable=durable)
    desk.begin("c", note("c"), durable=False)
    desk.finish(2)

    assert desk.disk.durable == [False, durable]


def test_who_is_interrupted_while_waiting_holds_nobody_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.begin("a", note("a"))

    class Interrupted(queue.SimpleQueue[str]):
        def get(self, *arguments: Any, **more: Any) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr("summarizer.store.together.queue.SimpleQueue", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.together.do(note("gone"), durable=True)
    monkeypatch.undo()
    desk.begin("c", note("c"))
    desk.finish(2)

    assert desk.disk.committed == [["a"], ["c"]]
