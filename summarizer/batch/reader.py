"""One reader process, as the program it works for sees it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress

from summarizer.batch.frames import read_frame, write_frame

_PROGRAM = (
    "import sys, json\n"
    "sys.path[:] = json.loads(sys.argv[1])\n"
    "from summarizer.batch.reader_process import main\n"
    "main()\n"
)
"""Not ``multiprocessing``: its new processes run the main script of the caller once more, unless
that guards itself, and its forked ones inherit locks that threads held."""


class ReaderDied(Exception):
    """The process is gone: it crashed, or was killed."""


class Reader:
    """A process that reads; for one thread at a time.

    ``start`` may take half a second. Raises ReaderDied where it cannot be started.
    """

    def __init__(self) -> None:
        self._ends = float("inf")
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
        self._receive()
        self._ends = float("inf")

    def ask(self, message: bytes, seconds: float) -> bytes:
        """The reply to a message, which may take so many seconds. Raises ReaderDied."""
        self._ends = time.monotonic() + seconds
        try:
            write_frame(self._requests, message)
            return self._receive()
        except OSError:
            raise ReaderDied from None
        finally:
            self._ends = float("inf")

    @property
    def late(self) -> bool:
        """Whether it takes longer than it may."""
        return time.monotonic() > self._ends

    def kill(self) -> None:
        """End it at once; who waits for a reply gets ReaderDied. For any thread."""
        self._process.kill()

    def close(self) -> None:
        """Let it end, and wait for that."""
        with suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._replies.close()

    def _receive(self) -> bytes:
        try:
            return read_frame(self._replies)
        except (OSError, EOFError):
            raise ReaderDied from None
