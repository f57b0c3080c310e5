"""Who holds a lease, and whether that process is still alive.

A lease runs out by itself. On Linux a process that died is seen sooner, so that a run that was
killed can be resumed at once: the kernel tells whether a process with this number, started at this
moment, still runs. Elsewhere, and for a process of another machine or container, only the clock
decides.
"""

from __future__ import annotations

import os
import socket
from functools import lru_cache
from pathlib import Path

_PROC = Path("/proc")
_ENDED = frozenset("ZXx")
"""States of a process that has ended and was not yet waited for (proc(5))."""


def this_process() -> str:
    """A name for this process, ``pid:started@place``, that no later process will have."""
    return _named(os.getpid())


def has_died(holder: str) -> bool:
    """Whether the holder is known to be dead; False where that cannot be told from here."""
    process, _, place = holder.partition("@")
    pid, _, started = process.partition(":")
    if not started or place != _place() or not pid.isdecimal():
        return False
    return _started(int(pid)) != started


@lru_cache(maxsize=1)
def _named(pid: int) -> str:
    return f"{pid}:{_started(pid)}@{_place()}"


@lru_cache(maxsize=1)
def _place() -> str:
    """The running kernel and the space its process numbers count in; a host name elsewhere."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}/{(_PROC / 'self/ns/pid').readlink()}"
    except OSError:
        return socket.gethostname()


def _started(pid: int) -> str:
    """When the process started, in clock ticks since boot; "" if it is not there or has ended."""
    try:
        status = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The name, in brackets, may hold anything; the fields counted from 3 follow the last bracket.
    fields = status.rpartition(")")[2].split()
    return "" if fields[0] in _ENDED else fields[19]
