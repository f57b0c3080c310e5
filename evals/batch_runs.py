"""A folder of articles, the chat server in a process of its own, and the command run on them."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.chat_server import article

DOCUMENTS = 1000
CONCURRENCY = 32
COMMAND = [sys.executable, "-c", "import sys; from summarizer.cli import main; sys.exit(main())"]
_LOOK = 0.05
"""Seconds between two looks at the processes that a command has started."""


@dataclass
class Place:
    """A folder with the articles, where stores and outputs are made."""

    folder: Path
    made: int = field(default=0)

    def __post_init__(self) -> None:
        self.articles.mkdir()
        for number in range(DOCUMENTS):
            (self.articles / f"{number:04}.txt").write_text(article(number), "utf-8")

    @property
    def articles(self) -> Path:
        """Where the articles are."""
        return self.folder / "in"

    def new(self, ending: str) -> Path:
        """A path that is not there yet."""
        self.made += 1
        return self.folder / f"{self.made}{ending}"


class Server:
    """The chat server in another process, and what it saw."""

    def __init__(self, url: str) -> None:
        self.url = url

    def stats(self) -> dict[str, Any]:
        """Requests by case and by status, and the most at once."""
        with urllib.request.urlopen(self.url) as response:
            read: dict[str, Any] = json.load(response)
        return read


@contextmanager
def server_process(**told: Any) -> Iterator[Server]:
    command = [sys.executable, "-m", "evals.chat_server", json.dumps(told)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield Server(process.stdout.readline().strip())
        finally:
            process.kill()


@dataclass
class Batch:
    """A command that works on all articles; ``files`` is how many it may have open."""

    place: Place
    server: Server
    store: Path
    out: Path
    concurrency: int = CONCURRENCY
    files: int = 0

    def start(self) -> subprocess.Popen[bytes]:
        """The command, begun."""
        model = ["-m", "mine/model", "-p", "summary@1", "--concurrency", str(self.concurrency)]
        words = ["batch", str(self.place.articles), "-o", str(self.out), "-q", *model]
        environment = {
            **os.environ,
            "OPENAI_BASE_URL": self.server.url,
            "SUMMARIZER_STORE": str(self.store),
        }
        process = subprocess.Popen([*COMMAND, *words], env=environment, stderr=subprocess.DEVNULL)
        if self.files:
            resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (self.files, self.files))
        return process

    def run(self) -> tuple[int, float, float]:
        """To its end: the exit code, seconds, and the most memory in MB.

        The memory is the sum of the most that each process had, of the command and those it
        started: at no moment was it more.
        """
        began = time.perf_counter()
        process = self.start()
        most: dict[str, float] = {}
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            most |= _memory_of_children(process.pid)
            time.sleep(_LOOK)
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = used.ru_maxrss / 1024 + sum(most.values())
        return process.returncode, time.perf_counter() - began, memory

    def rows(self) -> list[dict[str, Any]]:
        """What was written, without what differs from run to run."""
        read = [json.loads(line) for line in self.out.read_text("utf-8").splitlines()]
        for row in read:
            for name in ("created", "seconds"):
                row.get("summary", {}).get("provenance", {}).pop(name, None)
        return read


def _memory_of_children(pid: int) -> dict[str, float]:
    """The most MB that each process had which ``pid`` has started, where the system tells."""
    most: dict[str, float] = {}
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in listed.read_text().split():
                status = Path(f"/proc/{child}/status").read_text()
                if "VmHWM:" in status:  # it has not ended meanwhile
                    most[child] = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return most
