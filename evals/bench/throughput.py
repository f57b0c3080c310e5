"""How fast a batch is: against a server that answers slowly, and without one.

The server runs in a process of its own, on the same processors. Beside its latency the processor
time of each document bounds a batch, in this process (the client, the store) and in those that
read: at 200 ms and 32 at once there is one every 6.25 ms, in which two processors have 12.5 ms.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals.batch_runs import CONCURRENCY, DOCUMENTS, server_process
from evals.bench.table import Row
from evals.chat_server import article
from summarizer import Document, Options, Summary, summarize_many
from summarizer.batch import Limits
from summarizer.models import Settings
from summarizer.store import Store

LATENCY = 0.2
SLOW = 2.0
"""Seconds: what a small hosted model takes for a page of news; 0.2 is the bar's."""

LONG = 100
"""Articles of 4.4 KB, with 120 figures each, in a batch."""

WARM = 2 * CONCURRENCY


def rows(data: Path) -> list[Row]:
    """Nearness to the ideal with short articles, documents a second with long ones."""
    del data  # the articles are the benchmark's own
    with tempfile.TemporaryDirectory() as folder:
        return [
            throughput(Path(folder), LATENCY, DOCUMENTS),
            throughput(Path(folder), SLOW, 8 * CONCURRENCY),
            *_long(Path(folder)),
        ]


@dataclass(frozen=True)
class Work:
    """A model for many articles; ``processes`` as in ``Limits``."""

    model: str
    options: Options
    text: Callable[[int], str]
    processes: int | None = None


@dataclass(frozen=True)
class Spent:
    """Seconds of a batch, and milliseconds of processor time a document: here and elsewhere."""

    seconds: float
    here: float
    elsewhere: float


def throughput(folder: Path, latency: float, count: int) -> Row:
    """How near the library comes to ``count * latency / concurrency``, warmed up."""
    with server_process(latency=latency) as server:
        options = Options(settings=Settings(base_url=server.url, api_key="none"))
        spent = _worked(Work("mine/model", options, article), count, folder)
    ideal = count * latency / CONCURRENCY
    own = f"{spent.here:.1f} ms of processor time each here, {spent.elsewhere:.1f} in readers"
    told = f"{ideal / spent.seconds:.0%} ({count / spent.seconds:.0f} a second, {own})"
    what = f"throughput of the ideal, {latency:g} s latency, {CONCURRENCY} at once"
    return Row(what, told, "at least 90 %", ideal / spent.seconds >= 0.9)


def _long(folder: Path) -> list[Row]:
    with server_process(latency=LATENCY) as server:
        options = Options(settings=Settings(base_url=server.url, api_key="none"))
        asked = Work("mine/model", options, _page)
        alone = Work("extractive", Options(), _page)
        return [
            _both_ways("articles of 4.4 KB a second, 0.2 s latency", asked, folder),
            _both_ways("articles of 4.4 KB a second, extractive", alone, folder),
        ]


def _both_ways(what: str, work: Work, folder: Path) -> Row:
    """With processes that read, and without."""
    alone = Work(work.model, work.options, work.text, processes=0)
    rates = [LONG / _worked(way, LONG, folder).seconds for way in (work, alone)]
    return Row(what, f"{rates[0]:.0f}, {rates[1]:.0f} in one process")


def _worked(work: Work, count: int, folder: Path) -> Spent:
    """A batch of ``count`` documents after one that made clients and compiled expressions."""
    with tempfile.TemporaryDirectory(dir=folder) as place, Store(Path(place) / "store.db") as store:
        _run(work, range(10_000, 10_000 + WARM), store)
        began, before = time.perf_counter(), os.times()
        _run(work, range(count), store)
        seconds, after = time.perf_counter() - began, os.times()
    here = after.user - before.user + after.system - before.system
    elsewhere = after.children_user - before.children_user
    elsewhere += after.children_system - before.children_system
    return Spent(seconds, 1000 * here / count, 1000 * elsewhere / count)


def _run(work: Work, numbers: range, store: Store) -> None:
    outcomes = summarize_many(
        (Document.from_text(work.text(number)) for number in numbers),
        model=work.model,
        prompt="summary@1",
        options=work.options,
        concurrency=CONCURRENCY,
        store=store,
        limits=Limits(processes=work.processes),
    )
    assert all(isinstance(outcome, Summary) for outcome in outcomes)


_TOLD = (
    "The council of Arle voted {a} to {b} for the new tram line, deputy mayor Jon Reyes said.",
    "Line {a} is to cost {b} million euros and to open in {c}, according to the transport office.",
    "“We had {a} complaints about noise last year,” said Petra Holm, who speaks for residents.",
    "Police counted about {a},{c} people at the march; its organisers spoke of {b},{c}.",
    "Ridership rose by {a} percent in the spring, a report by the university found.",
    "It was not clear on Tuesday who would pay for the {b} stops that the plan leaves out.",
    "The operator, Arle Transit, denied that {a} drivers had been told to leave.",
    "Two of the {b} bridges on the route are from the 1930s, and both need new bearings.",
)


def _page(number: int) -> str:
    """An article of 5 KB, its figures different from those of every other."""
    lines = [f"Tram line for Arle, part {number}", f"Case {number} went to the council on Monday."]
    for at in range(52):
        seed = number * 53 + at
        lines.append(_TOLD[at % 8].format(a=seed % 89 + 3, b=seed % 97 + 5, c=2020 + seed % 700))
    return "\n".join(lines) + "\n"
