"""One reader process, as the program it works for sees it."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from summarizer.batch.frames import read_frame, write_frame

_PROGRAM = (
    "import gc, sys, json\n"
    "gc.disable()\n"  # while modules are loaded there is nothing to find
    "sys.path[:] = json.loads(sys.argv[1])\n"
    "from summarizer.batch.reader_process import main\n"
    "main()\n"
)
"""Not ``multiprocessing``: its new processes run the main script of the caller once more, unless
that guards itself, and its forked ones inherit locks that threads held."""


class ReaderDied(Exception):
    """The process is gone: it crashed, or was killed."""


@dataclass(eq=False, slots=True)
class Message:
    """What is sent to a process, and how many seconds the answer to it may take.

    ``ends`` gets, in turn: a reader when there is room to send it to; then the reply, or the
    ReaderDied of a process that ended over it, or None where it was not to blame or none is left.
    """

    content: bytes
    seconds: float
    ends: queue.SimpleQueue[Reader | bytes | ReaderDied | None] = field(
        default_factory=queue.SimpleQueue
    )


class Reader:
    """A process that reads. It may be sent more than it has answered: it takes them in turn.

    It takes half a second to be ready. Raises ReaderDied where it cannot be started.
    """

    def __init__(self) -> None:
        self._ends = float("inf")
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._sent: deque[Message] = deque()
        self._is_over = False
        try:
            # Its pipes are its only files: all others of this process are closed in it.
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", _PROGRAM, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, ValueError) as error:
            raise ReaderDied from error
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._requests, self._replies = process.stdin, process.stdout

    def wait_until_ready(self, seconds: float) -> None:
        """Return when it can be asked. Raises ReaderDied."""
        self._ends = time.monotonic() + seconds
        try:
            read_frame(self._replies)
        except (OSError, EOFError):
            raise ReaderDied from None
        self._ends = float("inf")

    def send(self, message: Message) -> None:
        """Send a message; its reply, or its end, goes to ``message.ends``. For any thread."""
        with self._writing:
            with self._lock:
                if self._is_over:
                    message.ends.put(None)
                    return
                self._sent.append(message)
                if len(self._sent) == 1:
                    self._ends = time.monotonic() + message.seconds
            with suppress(OSError):  # it has died: who reads the replies finds out
                write_frame(self._requests, message.content)

    def replies(self) -> Iterator[None]:
        """Hand each reply to who waits for it, and yield, until the process ends.

        For one thread; beside it none has to wait with reading until another has read.
        """
        with suppress(OSError, EOFError):
            while True:
                reply = read_frame(self._replies)
                with self._lock:
                    answered = self._sent.popleft()
                    self._ends = float("inf")
                    if self._sent:
                        self._ends = time.monotonic() + self._sent[0].seconds
                answered.ends.put(reply)
                yield
        with self._lock:
            self._is_over = True
            sent, self._sent = self._sent, deque()
        for number, message in enumerate(sent):
            # It was at work on the first; the others only lay behind that.
            message.ends.put(None if number else ReaderDied())

    @property
    def late(self) -> bool:
        """Whether it takes longer than it may."""
        return time.monotonic() > self._ends

    def kill(self) -> None:
        """End it at once. For any thread."""
        self._process.kill()

    def end(self) -> None:
        """Let it end when it has answered all; nothing may be sent after that."""
        with suppress(OSError):
            self._requests.close()

    def close(self) -> None:
        """Let it end, and wait for that."""
        self.end()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._replies.close()
