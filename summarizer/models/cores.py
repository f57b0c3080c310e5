"""How many threads a computation may use here without their getting into each other's way."""

from __future__ import annotations

import math
import os
from pathlib import Path

_CPUS = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def available_cores(cpus: Path = _CPUS, quota: Path = _QUOTA) -> int:
    """Physical cores that this process may use, at least 1.

    Two hardware threads of one core share its arithmetic units, so a second one adds nothing to
    matrix products. A container's CPU quota (cgroup v2) counts as an upper limit.
    """
    cores = {_siblings(cpus, cpu) for cpu in _allowed()}
    return max(1, min(len(cores), _quota_cores(quota)))


def available_cpus(quota: Path = _QUOTA) -> int:
    """Hardware threads that this process may use, at least 1: for work that is not arithmetic."""
    return max(1, min(len(_allowed()), _quota_cores(quota)))


def _allowed() -> set[int]:
    try:
        return os.sched_getaffinity(0)
    except AttributeError:
        return set(range(os.cpu_count() or 1))


def _siblings(cpus: Path, cpu: int) -> str:
    try:
        return (cpus / f"cpu{cpu}" / "topology" / "thread_siblings_list").read_text("ascii").strip()
    except OSError:
        return str(cpu)


def _quota_cores(quota: Path) -> int:
    try:
        microseconds, period = quota.read_text("ascii").split()
        return max(1, math.floor(int(microseconds) / int(period)))
    except (OSError, ValueError):  # no such file, or the word "max"
        return 1 << 16
