"""Batches of 1,000 documents against a server on loopback that throttles, fails, or dies.

The server runs in a process of its own. What is measured is the command itself, its start and the
processes it starts included. How fast a batch is: ``throughput``.
"""

from __future__ import annotations

import random
import signal
import tempfile
import time
from pathlib import Path

from evals.batch_runs import CONCURRENCY, DOCUMENTS, Batch, Place, server_process
from evals.bench.table import Row
from evals.chat_server import article
from summarizer import Document, Options, Summary, summarize_many
from summarizer.models import Settings

LATENCY = 0.2
KILLS = 60
KILL_CONCURRENCY = 8


def rows(data: Path) -> list[Row]:
    """Every bar of a batch; takes about five minutes, most of them for the 60 kills."""
    del data  # the articles are the benchmark's own
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        return [
            _rate(place),
            *_twice(place),
            _poisonous(place),
            _quota(place),
            *_processes(place),
            *_killed(place),
        ]


def _rate(place: Place) -> Row:
    """A server that allows 600 a minute, told to the command, for half a minute."""
    from summarizer.batch import Limits

    with server_process(latency=LATENCY, per_minute=600) as server:
        options = Options(settings=Settings(base_url=server.url, api_key="none"))
        documents = (Document.from_text(article(number)) for number in range(300))
        limits = Limits(requests_per_minute=600)
        outcomes = list(
            summarize_many(
                documents,
                model="mine/model",
                prompt="summary@1",
                options=options,
                concurrency=CONCURRENCY,
                limits=limits,
            )
        )
        seen = server.stats()
    assert all(isinstance(outcome, Summary) for outcome in outcomes)
    used = (seen["calls"] - 1) / (seen["last"] - seen["first"]) * 60 / 600
    refused = seen["statuses"].get("429", 0) / seen["calls"]
    return Row(
        "of 600 requests a minute used, answered 429",
        f"{used:.1%}, {refused:.1%}",
        "at least 90 %, at most 2 %",
        used >= 0.9 and refused <= 0.02,
    )


def _twice(place: Place) -> list[Row]:
    """A batch with 256 open files at most, and the same again."""
    with server_process(latency=LATENCY) as server:
        batch = Batch(place, server, place.new(".db"), place.new(".jsonl"), files=256)
        code, _, memory = batch.run()
        failed = sum(row["status"] != "done" for row in batch.rows())
        calls = server.stats()["calls"]
        again, seconds, _ = batch.run()
        more = server.stats()["calls"] - calls
    return [
        Row(
            f"{DOCUMENTS} documents with 256 open files: failures, memory",
            f"{failed}, {memory:.0f} MB",
            "0, under 300 MB",
            code == 0 and failed == 0 and memory < 300,
        ),
        Row(
            "the same again: seconds, calls",
            f"{seconds:.2f}, {more}",
            "at most 2, 0",
            again == 0 and seconds <= 2 and more == 0,
        ),
    ]


def _poisonous(place: Place) -> Row:
    with server_process(poison=500) as server:
        batch = Batch(place, server, place.new(".db"), place.new(".jsonl"))
        code, _, _ = batch.run()
    failed = [row for row in batch.rows() if row["status"] == "failed"]
    done = len(batch.rows()) - len(failed)
    typed = [row["error"]["type"] for row in failed] == ["RequestInvalid"]
    told = f"{done} done, {len(failed)} failed, exit {code}"
    met = (done, code) == (DOCUMENTS - 1, 5) and typed
    return Row(f"one poisonous of {DOCUMENTS}", told, "999, 1 typed, exit 5", met)


def _quota(place: Place) -> Row:
    with server_process(latency=LATENCY, quota_after=3) as server:
        batch = Batch(place, server, place.new(".db"), place.new(".jsonl"))
        code, _, _ = batch.run()
        calls = server.stats()["calls"]
    done = sum(row["status"] == "done" for row in batch.rows())
    told = f"{calls - 3} more calls, exit {code}, {done} done, {len(batch.rows())} rows"
    met = calls - 3 <= CONCURRENCY and code == 4 and done == 2 and len(batch.rows()) == DOCUMENTS
    return Row("quota used up at document 3", told, f"at most {CONCURRENCY}, exit 4", met)


def _processes(place: Place) -> list[Row]:
    """Four processes on one store, all with the same documents."""
    with server_process(latency=LATENCY) as server:
        store = place.new(".db")
        batches = [Batch(place, server, store, place.new(".jsonl"), 8) for _ in range(4)]
        codes = [process.wait() for process in [batch.start() for batch in batches]]
        calls = server.stats()["calls"]
    same = all(batch.rows() == batches[0].rows() for batch in batches)
    done = sum(row["status"] == "done" for row in batches[0].rows())
    told = f"{calls} calls, {done} results, {'the same' if same else 'not the same'} for all"
    met = calls == done == DOCUMENTS and same and codes == [0] * 4
    return [Row("4 processes on one store", told, f"{DOCUMENTS} calls, {DOCUMENTS} results", met)]


def _killed(place: Place) -> list[Row]:
    """Kill the command at random, again and again, and compare with a run that was left alone."""
    chance = random.Random(7)
    with server_process(latency=0.05) as server:
        clean = Batch(place, server, place.new(".db"), place.new(".jsonl"))
        clean.run()
        before = server.stats()["calls"]
        store, out = place.new(".db"), place.new(".jsonl")
        batch = Batch(place, server, store, out, KILL_CONCURRENCY)
        kills = sum(_kill(batch, chance) for _ in range(KILLS))
        code, _, _ = batch.run()
        calls = server.stats()["calls"] - before
    same = code == 0 and batch.rows() == clean.rows()
    lost = DOCUMENTS - sum(row["status"] == "done" for row in batch.rows())
    twice, most = calls - DOCUMENTS, kills * KILL_CONCURRENCY
    return [
        Row(
            f"{kills} kills: lost, duplicate, output as of a clean run",
            f"{lost}, {len(batch.rows()) - DOCUMENTS}, {'yes' if same else 'no'}",
            "0, 0, yes",
            same and lost == 0,
        ),
        Row("calls paid twice after them", f"{twice}", f"at most {most}", twice <= most),
    ]


def _kill(batch: Batch, chance: random.Random) -> bool:
    """Start the command and kill it after a while, wherever it is; whether it was still there."""
    began = batch.server.stats()["calls"]
    process = batch.start()
    # Nine of ten are killed at work, after their first call; the others while they start.
    at_work = chance.random() < 0.9
    while at_work and process.poll() is None and batch.server.stats()["calls"] == began:
        time.sleep(0.02)
    time.sleep(chance.uniform(0.0, 0.15))
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL
