"""A run that is killed at any moment, and resumed: nothing lost, nothing twice, the same output."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.chat_server import Answer, ChatServer, article, serving
from summarizer.cli import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
DOCUMENTS = 40
CONCURRENCY = 4
KILLS = (1, 8, 20)
"""Calls after which a process is killed: at the start, in the middle, and while it resumes."""

COMMAND = [sys.executable, "-c", "import sys; from summarizer.cli import main; sys.exit(main())"]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """A server, a folder of articles to work in, and the environment that leads to both."""
    (tmp_path / "in").mkdir()
    for number in range(DOCUMENTS):
        (tmp_path / "in" / f"{number:03}.txt").write_text(article(number), "utf-8")
    monkeypatch.chdir(tmp_path)
    with serving(ChatServer()) as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "store.db"))
        yield running


def words(out: str) -> list[str]:
    model = ["-m", "mine/model", "-p", "summary@1", "--concurrency", str(CONCURRENCY)]
    return ["batch", "in", "-o", out, *model]


def ended_by(server: ChatServer, calls: int, sign: signal.Signals) -> tuple[int, str]:
    """Start a run, end it at so many calls in all, answering none from there; how it ended."""
    process: list[subprocess.Popen[str]] = []

    def behave(case: int, number: int) -> Answer | None:
        if number >= calls and process and server.hold.is_set():
            server.hold.clear()
            process[0].send_signal(sign)
        return None

    server.behave = behave
    process.append(
        subprocess.Popen(
            [*COMMAND, *words("out.jsonl")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    )
    _, told = process[0].communicate(timeout=60)
    server.behave = lambda case, number: None
    server.hold.set()
    return process[0].returncode, told


def timeless(path: str) -> list[Any]:
    """The rows without what differs from one run to the next."""
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    for row in rows:
        for name in ("created", "seconds"):
            row["summary"]["provenance"].pop(name)
    return rows


def test_killed_runs_end_with_the_output_of_a_clean_one(server: ChatServer) -> None:
    ends = [ended_by(server, calls, signal.SIGKILL)[0] for calls in KILLS]

    assert ends == [-signal.SIGKILL] * len(KILLS)
    assert not Path("out.jsonl").exists()
    assert main(words("out.jsonl")) == 0
    assert not Path("out.jsonl.part").exists()
    assert server.stats.calls - DOCUMENTS <= CONCURRENCY * len(KILLS)
    assert sorted(server.stats.cases) == list(range(DOCUMENTS))
    assert main([*words("clean.jsonl"), "--no-cache"]) == 0
    assert timeless("out.jsonl") == timeless("clean.jsonl")


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_ends_at_once_and_keeps_what_is_done(
    server: ChatServer, sign: signal.Signals, code: int
) -> None:
    ended, told = ended_by(server, 10 + CONCURRENCY, sign)

    assert ended == code
    assert "Traceback" not in told
    assert "run again (what is done costs nothing): summarize batch in --output out.jsonl" in told
    calls = server.stats.calls
    assert calls <= 10 + 2 * CONCURRENCY
    assert main(words("out.jsonl")) == 0
    assert server.stats.calls - calls <= DOCUMENTS - 10
    assert len(timeless("out.jsonl")) == DOCUMENTS
