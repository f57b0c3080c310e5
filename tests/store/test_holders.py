"""Who is known to be dead: only a process of this machine that has ended."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from summarizer.store.holders import has_died, this_process

ME = this_process()
PROCESS, _, PLACE = ME.partition("@")
PID, _, STARTED = PROCESS.partition(":")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there only the clock tells")


def test_this_process_lives() -> None:
    assert not has_died(ME)


def test_a_later_process_with_the_same_number_is_another_one() -> None:
    assert has_died(f"{PID}:{int(STARTED) + 1}@{PLACE}")


def test_a_process_that_ended_is_dead_even_before_its_parent_noticed() -> None:
    script = "from summarizer.store.holders import this_process; print(this_process(), flush=True)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{script}; input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        holder = process.stdout.readline().strip()
        assert not has_died(holder)
        process.kill()
        # Waits for the end, and leaves its entry in the table of processes.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert has_died(holder)


@pytest.mark.parametrize(
    "holder",
    [
        f"{PROCESS}1@another-boot/pid:[4026531836]",
        f"999999999:1@{PLACE}x",
        f"999999999:@{PLACE}",
        f"x:1@{PLACE}",
        "a name that was given",
        "",
    ],
    ids=["another-boot", "another-space", "no-start", "no-number", "a-name", "nothing"],
)
def test_of_any_other_holder_nothing_is_known(holder: str) -> None:
    assert not has_died(holder)
