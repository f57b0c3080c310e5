"""Processes lent to threads: who is served first, what becomes of one that dies or hangs."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import Document
from summarizer.batch import reader_pool
from summarizer.batch.reader import Message, Reader, ReaderDied
from summarizer.batch.reader_pool import NoReader, ReaderPool
from summarizer.errors import ReaderFailed, RunCancelled

GOOD = pickle.dumps((60, "read", Document("The bridge was closed on Monday.")))


class Calls:
    """Pickled as a call: a process that reads it makes the call."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


DEADLY = pickle.dumps(Calls(os._exit, 3))
ENDLESS = pickle.dumps(Calls(time.sleep, 600))


@pytest.fixture
def pool() -> Iterator[ReaderPool]:
    made = ReaderPool(1)
    yield made
    made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "readers"]


def is_good(reply: bytes) -> bool:
    done, _ = pickle.loads(reply)
    return bool(done)


def test_a_message_that_ends_its_process_is_tried_twice_and_hurts_no_other(
    pool: ReaderPool,
) -> None:
    with pytest.raises(ReaderFailed):
        pool.ask(DEADLY, 60)
    assert is_good(pool.ask(GOOD, 60))


def test_a_message_that_takes_too_long_fails(
    pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_pool, "_WATCH", 0.02)
    with pytest.raises(ReaderFailed):
        pool.ask(ENDLESS, 0.1)


def test_what_waits_is_sent_away_where_no_process_can_be_started(
    pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.batch.reader._PROGRAM", "raise SystemExit(1)")
    with pytest.raises(NoReader):
        pool.ask(GOOD, 60)
    assert not pool.ready


def test_closing_ends_what_is_at_work_and_those_who_wait(pool: ReaderPool) -> None:
    ends: queue.SimpleQueue[BaseException] = queue.SimpleQueue()

    def ask() -> None:
        try:
            pool.ask(ENDLESS, 600)
        except BaseException as error:
            ends.put(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    while not pool.ready:
        threading.Event().wait(0.01)
    pool.close()
    for thread in threads:
        thread.join(10)
    assert [type(ends.get(timeout=1)) for _ in threads] == [RunCancelled] * 3
    with pytest.raises(RunCancelled):
        pool.ask(GOOD, 60)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interruption_from_the_terminal_ends_no_process(pool: ReaderPool) -> None:
    assert is_good(pool.ask(GOOD, 60))
    (reader,) = pool._all
    reader._process.send_signal(signal.SIGINT)
    assert is_good(pool.ask(GOOD, 60))
    assert pool._all == {reader}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_a_process_ends_with_the_program_it_works_for() -> None:
    program = (
        "from summarizer.batch.reader import Reader\n"
        "reader = Reader()\nreader.wait_until_ready(60)\n"
        "print(reader._process.pid, flush=True)\ninput()\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        place = Path("/proc", parent.stdout.readline().decode().strip(), "stat")
        assert place.exists()
        parent.kill()
    while place.exists() and place.read_text().rpartition(")")[2].split()[0] != "Z":
        threading.Event().wait(0.01)


class Fake:
    """In place of a process: answers with the message, when it is let to."""

    made: list[Fake]
    asked: list[bytes]
    let: queue.SimpleQueue[None]
    late = False

    def __init__(self) -> None:
        self.made.append(self)
        self.sent: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

    def wait_until_ready(self, seconds: float) -> None: ...

    def send(self, message: Message) -> None:
        self.asked.append(message.content)
        self.sent.put(message)

    def replies(self) -> Iterator[None]:
        while (message := self.sent.get()) is not None:
            self.let.get()
            message.ends.put(message.content)
            yield

    def kill(self) -> None:
        self.sent.put(None)

    def end(self) -> None:
        self.sent.put(None)

    def close(self) -> None: ...


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[Fake]:
    Fake.made, Fake.asked, Fake.let = [], [], queue.SimpleQueue()
    monkeypatch.setattr(reader_pool, "Reader", Fake)
    return Fake


def ask_all(pool: ReaderPool, messages: list[tuple[bytes, bool]]) -> list[threading.Thread]:
    """Ask them in threads, each when the one before is under way or waits."""
    threads = []
    for number, (message, later) in enumerate(messages):
        thread = threading.Thread(target=pool.ask, args=(message, 60), kwargs={"later": later})
        thread.start()
        threads.append(thread)
        while len(pool._waiting) + len(Fake.asked) <= number or not Fake.asked:
            threading.Event().wait(0.001)
    return threads


def test_what_lay_behind_a_deadly_message_is_asked_again(pool: ReaderPool) -> None:
    replies: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def ask_deadly() -> None:
        with pytest.raises(ReaderFailed):
            pool.ask(DEADLY, 60)

    def ask_good() -> None:
        replies.put(pool.ask(GOOD, 60))

    threads = [threading.Thread(target=work) for work in (ask_deadly, ask_good) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert all(is_good(replies.get(timeout=1)) for _ in range(4))


def test_a_message_to_a_process_that_has_ended_is_not_to_blame() -> None:
    reader, message = Reader(), Message(GOOD, 60)
    reader.wait_until_ready(60)
    reader.kill()
    assert list(reader.replies()) == []
    reader.send(message)
    reader.close()
    assert message.ends.get(timeout=1) is None


def test_what_may_wait_is_done_after_what_may_not(
    pool: ReaderPool, fake: type[Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_pool, "_DEPTH", 2)
    given = [(b"first", True), (b"second", True)]  # what a process has in hand comes first
    messages = [*given, (b"read 1", True), (b"read 2", True), (b"check", False)]
    threads = ask_all(pool, messages)
    for number in range(len(threads)):
        fake.let.put(None)
        while len(fake.asked) < min(number + 3, len(threads)):
            threading.Event().wait(0.001)
    for thread in threads:
        thread.join(10)
    assert fake.asked == [b"first", b"second", b"check", b"read 1", b"read 2"]


@pytest.mark.parametrize(("behind", "processes"), [(600.0, 1), (0.0, 2)])
def test_another_process_is_started_where_one_does_not_keep_up(
    fake: type[Fake], monkeypatch: pytest.MonkeyPatch, behind: float, processes: int
) -> None:
    monkeypatch.setattr(reader_pool, "_BEHIND", behind)
    pool = ReaderPool(2)
    threads = ask_all(pool, [(b"", True)] * 6)
    while len(fake.made) < processes:
        threading.Event().wait(0.001)
    for _ in threads:
        fake.let.put(None)
    for thread in threads:
        thread.join(10)
    pool.close()
    assert len(fake.made) == processes


def test_a_program_that_is_not_there_is_a_process_that_died(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReaderDied):
        Reader()
