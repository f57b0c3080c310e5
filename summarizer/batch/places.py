"""A number of places, handed from one thread to the next in the order of the input."""

from __future__ import annotations

import heapq
import itertools
import queue
import threading
from collections.abc import Callable

_Turn = queue.SimpleQueue[bool]


class Places:
    """At most ``count`` threads have one; safe to use from many.

    A place that is given back goes straight to the one who is next, and wakes nobody else.
    """

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: list[tuple[int, int, _Turn]] = []
        self._order = itertools.count()
        self._lock = threading.Lock()

    def take(self, index: int, go_on: Callable[[], None]) -> None:
        """Wait for a place; of those who wait the one with the lowest index is next.

        ``go_on`` is called before the wait and at every ``wake``: what it raises ends the wait.
        """
        go_on()
        turn: _Turn = queue.SimpleQueue()
        entry = (index, next(self._order), turn)
        with self._lock:
            if self._free:
                self._free -= 1
                return
            heapq.heappush(self._waiting, entry)
        try:
            go_on()  # it may have changed before this one could be woken
            while not turn.get():
                go_on()
        except BaseException:
            self._leave(entry)
            raise

    def give_back(self) -> None:
        """Hand the place on."""
        with self._lock:
            if self._waiting:
                heapq.heappop(self._waiting)[2].put(True)
            else:
                self._free += 1

    def wake(self) -> None:
        """Have all who wait look whether they are to go on."""
        with self._lock:
            for _, _, turn in self._waiting:
                turn.put(False)

    def _leave(self, entry: tuple[int, int, _Turn]) -> None:
        with self._lock:
            if entry in self._waiting:
                self._waiting.remove(entry)
                heapq.heapify(self._waiting)
                return
        self.give_back()  # it was handed over meanwhile
