"""How much the store can take, and that several processes compute nothing twice.

The clock of a machine with other work says little: the bars are about counts, the speeds are told.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from evals.bench.table import Row
from summarizer.keys import ResultKey
from summarizer.store import Lease, Store, Stored

DOCUMENTS = 1_000
PROCESSES = 4
SIZE = 30_000
"""Characters of a result: about what the summary of an article of a page has as JSON."""

_WORKER = "from evals.bench.store import work; import sys; work(sys.argv[1], int(sys.argv[2]))"
_ROOT = Path(__file__).resolve().parents[2]


def rows(data: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [
            *_one_process(Path(folder) / "one.db"),
            *_several_processes(Path(folder) / "several.db"),
        ]


def _one_process(path: Path) -> list[Row]:
    with Store(path) as store:
        computed = _timed(lambda: _pass(store, 0, 1))
        cached = _timed(lambda: _pass(store, 0, 1))
    return [
        Row("acquire + complete, 1 process", f"{DOCUMENTS / computed[1]:,.0f} a second"),
        Row(
            f"a second run over {DOCUMENTS:,}: computed, seconds",
            f"{cached[0]}, {cached[1]:.2f}",
            "0 computed, at most 2 s",
            cached[0] == 0 and cached[1] <= 2,
        ),
    ]


def _several_processes(path: Path) -> list[Row]:
    began = time.perf_counter()
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", _WORKER, str(path), str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
        )
        for number in range(PROCESSES)
    ]
    computed = [int(worker.communicate()[0] or 0) for worker in workers]
    seconds = time.perf_counter() - began
    with Store(path) as store:
        results = sum(store.get(_key(n)) is not None for n in range(DOCUMENTS))
    return [
        Row(
            f"{PROCESSES} processes, {DOCUMENTS:,} documents: acquired, results",
            f"{sum(computed):,}, {results:,}",
            f"{DOCUMENTS:,}, {DOCUMENTS:,}",
            (sum(computed), results) == (DOCUMENTS, DOCUMENTS),
        ),
        Row("computed by each", ", ".join(map(str, computed))),
        Row(
            f"acquire + complete, {PROCESSES} processes, with their start",
            f"{DOCUMENTS / seconds:,.0f} a second",
        ),
    ]


def work(path: str, number: int) -> None:
    """One of several processes: go through all documents, begin at a place of one's own."""
    with Store(Path(path)) as store:
        print(_pass(store, number * DOCUMENTS // PROCESSES, PROCESSES))


def _pass(store: Store, first: int, processes: int) -> int:
    """Ask for every document until it has a result; how many were computed here."""
    run = store.begin_run({"processes": processes})
    left = [(first + n) % DOCUMENTS for n in range(DOCUMENTS)][::-1]
    computed = 0
    while left:
        number = left.pop()
        found = store.acquire(_key(number), document=str(number), run=run, position=number)
        if isinstance(found, Lease):
            computed += store.complete(found, _result(number))
        elif not isinstance(found, Stored):
            left.insert(0, number)
    store.end_run(run, "done")
    return computed


def _key(number: int) -> ResultKey:
    return ResultKey(str(number), "en", "", "prompt", "schema", "model", "{}", "1")


def _result(number: int) -> Any:
    """What the store needs of a summary."""
    text = f'{{"number": {number}, "text": "{"x" * SIZE}"}}'
    paid = SimpleNamespace(
        prompt_tokens=1, completion_tokens=1, cached_tokens=0, attempts=1, seconds=0.1, cost=None
    )
    return SimpleNamespace(model_dump_json=lambda: text, provenance=paid)


def _timed(call: Any) -> tuple[Any, float]:
    began = time.perf_counter()
    value = call()
    return value, time.perf_counter() - began
