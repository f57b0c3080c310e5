"""Places: never too many, the first of the input first, nobody left behind."""

from __future__ import annotations

import queue
import threading

import pytest

from summarizer.batch.places import Places


def nothing() -> None: ...


def waiting(places: Places, indices: list[int], took: queue.SimpleQueue[int]) -> None:
    """Have a thread for each index wait for a place, and tell when it has one."""
    for count, index in enumerate(indices, 1):

        def take(index: int = index) -> None:
            places.take(index, nothing)
            took.put(index)

        threading.Thread(target=take, daemon=True).start()
        while len(places._waiting) < count:
            threading.Event().wait(0.001)


def test_of_those_who_wait_the_first_of_the_input_is_next() -> None:
    places, took = Places(1), queue.SimpleQueue[int]()
    places.take(0, nothing)
    waiting(places, [5, 3, 9, 4], took)
    order = []
    for _ in range(4):
        places.give_back()
        order.append(took.get(timeout=10))
    assert order == [3, 4, 5, 9]


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_have_one_than_there_are(count: int) -> None:
    places = Places(count)
    lock, most, now = threading.Lock(), [0], [0]

    def work(index: int) -> None:
        for _ in range(50):
            places.take(index, nothing)
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            with lock:
                now[0] -= 1
            places.give_back()

    threads = [threading.Thread(target=work, args=(index,)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] <= count
    for index in range(count):  # all of them are free again
        places.take(index, nothing)


class Ended(Exception):
    """What the wait is ended by."""


def test_who_is_not_to_go_on_does_not_begin() -> None:
    def end() -> None:
        raise Ended

    with pytest.raises(Ended):
        Places(1).take(0, end)


def test_who_is_woken_and_not_to_go_on_leaves_its_turn_to_others() -> None:
    places, took, over = Places(1), queue.SimpleQueue[int](), threading.Event()
    ends: queue.SimpleQueue[str] = queue.SimpleQueue()
    places.take(0, nothing)

    def end() -> None:
        if over.is_set():
            raise Ended

    def leave() -> None:
        try:
            places.take(1, end)
        except Ended:
            ends.put("ended")

    threading.Thread(target=leave, daemon=True).start()
    while not places._waiting:
        threading.Event().wait(0.001)
    waiting(places, [], took)
    over.set()
    places.wake()
    assert ends.get(timeout=10) == "ended"
    places.give_back()
    places.take(2, nothing)  # it is free: nobody waits in vain


def test_a_place_handed_to_one_who_leaves_goes_on() -> None:
    places, ends = Places(1), queue.SimpleQueue[str]()
    places.take(0, nothing)
    calls: list[int] = []

    def end_after_the_handover() -> None:
        calls.append(1)
        if len(calls) == 2:  # it waits in line, and is handed the place before it looks
            places.give_back()
            raise Ended

    try:
        places.take(1, end_after_the_handover)
    except Ended:
        ends.put("ended")
    assert ends.get(timeout=10) == "ended"
    places.take(2, nothing)
