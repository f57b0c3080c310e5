"""Work in threads: bounded, in order or not, ended well."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from summarizer.batch.pool import Crew, Later, in_threads


def test_results_come_in_the_order_of_the_pieces() -> None:
    first_may_end = threading.Event()

    def work(piece: int) -> int:
        if piece == 0:
            first_may_end.wait(10)
        if piece == 3:
            first_may_end.set()
        return piece * 10

    assert list(in_threads(iter(range(20)), work, Crew(4, 8))) == [n * 10 for n in range(20)]


def test_unordered_results_come_as_they_are_ready() -> None:
    others = threading.Event()

    def work(piece: int) -> int:
        if piece == 0:
            others.wait(10)
        return piece

    got = []
    for result in in_threads(iter(range(6)), work, Crew(2, 4, ordered=False)):
        got.append(result)
        if len(got) == 5:
            others.set()
    assert got == [1, 2, 3, 4, 5, 0]


@pytest.mark.parametrize("ordered", [True, False])
def test_no_more_is_read_than_the_window_holds(ordered: bool) -> None:
    read = 0

    def pieces() -> Iterator[int]:
        nonlocal read
        for number in range(1, 1001):
            read = number
            yield number

    ahead = 0
    for given, _ in enumerate(in_threads(pieces(), lambda p: p, Crew(3, 7, ordered)), 1):
        ahead = max(ahead, read - given)
    assert ahead <= 7
    assert read == 1000


def test_work_is_done_in_the_context_of_who_reads_the_results() -> None:
    whose: ContextVar[str] = ContextVar("whose", default="nobody")
    whose.set("the caller")

    assert set(in_threads(iter(range(20)), lambda _: whose.get(), Crew(3, 6))) == {"the caller"}


def test_no_more_threads_work_than_were_asked_for() -> None:
    names = set(in_threads(iter(range(50)), lambda _: threading.get_ident(), Crew(3, 20)))
    assert 1 <= len(names) <= 3


def test_a_piece_that_is_put_off_is_worked_on_later_and_holds_nobody_up() -> None:
    others = threading.Event()
    tries = 0

    def work(piece: int) -> int:
        nonlocal tries
        if piece == 0 and not others.is_set():
            tries += 1
            raise Later(0.001)
        if piece == 2:
            others.set()
        return piece

    assert list(in_threads(iter(range(3)), work, Crew(1, 3))) == [0, 1, 2]
    assert tries >= 1


def test_closing_cancels_what_is_under_way_and_joins_the_threads() -> None:
    cancelled = threading.Event()
    before = threading.active_count()

    def work(piece: int) -> int:
        if piece:
            cancelled.wait(10)
        return piece

    results = in_threads(iter(range(100)), work, Crew(3, 6), cancel=cancelled.set)
    assert next(results) == 0
    results.close()
    assert cancelled.is_set()
    assert threading.active_count() == before


def test_a_run_that_ends_well_cancels_nothing() -> None:
    cancelled = threading.Event()
    assert list(in_threads(iter([1]), lambda p: p, Crew(1, 1), cancel=cancelled.set)) == [1]
    assert not cancelled.is_set()


def test_an_input_that_fails_ends_the_threads_and_is_heard() -> None:
    def pieces() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    before = threading.active_count()
    with pytest.raises(OSError, match="gone"):
        list(in_threads(pieces(), lambda p: p, Crew(2, 4)))
    assert threading.active_count() == before
