"""What a process of its own does to a store: ``python -m tests.store.workers NAME PATH [...]``.

It stores light stand-ins for summaries, so that a process starts without the types of one.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from summarizer.errors import StoreFull
from summarizer.keys import ResultKey
from summarizer.store import Lease, Store, Stored

ROOT = Path(__file__).resolve().parents[2]
SIZE = 20_000


def key_of(number: int) -> ResultKey:
    return ResultKey(str(number), "en", "", "prompt", "schema", "model", "{}", "1")


def result(number: int, size: int = SIZE) -> Any:
    """Something the store takes for a summary."""
    text = f'{{"number": {number}, "text": "{"x" * size}"}}'
    provenance = SimpleNamespace(
        prompt_tokens=100, completion_tokens=10, cached_tokens=0, attempts=1, seconds=0.1, cost=None
    )
    return SimpleNamespace(model_dump_json=lambda: text, provenance=provenance)


def started(*words: object, own_mounts: bool = False) -> subprocess.Popen[str]:
    """A worker in a process of its own; its standard streams are pipes."""
    pipe = subprocess.PIPE
    prefix = ["unshare", "--mount", "--map-root-user"] if own_mounts else []
    return subprocess.Popen(
        [*prefix, sys.executable, "-m", "tests.store.workers", *map(str, words)],
        cwd=ROOT,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
    )


def say(*words: object) -> None:
    print(*words, flush=True)


def share(path: str, seed: str, count: str) -> None:
    """Work through all keys in an order of one's own; print each that was computed here."""
    numbers = list(range(int(count)))
    random.Random(int(seed)).shuffle(numbers)
    say("ready")
    sys.stdin.readline()
    with Store(Path(path)) as store:
        run = store.begin_run({})
        while numbers:
            number = numbers.pop()
            found = store.acquire(key_of(number), document=str(number), run=run, position=number)
            if isinstance(found, Lease):
                assert store.complete(found, result(number, 1_000))
                say(number)
            elif not isinstance(found, Stored):
                numbers.insert(0, number)
        store.end_run(run, "done")


def hold(path: str) -> None:
    """Hold a lease until killed."""
    with Store(Path(path)) as store:
        store.acquire(key_of(0), document="0", run=store.begin_run({}))
        say("held")
        sys.stdin.readline()


def fork(path: str) -> None:
    """Use a store on both sides of a fork; print if they share a connection, and what is there."""
    with Store(Path(path)) as store:
        run = store.begin_run({})
        connection = store._database._connection
        child = os.fork()
        lease = store.acquire(key_of(int(not child)), document="", run=run)
        assert isinstance(lease, Lease)
        store.complete(lease, result(0))
        if not child:
            os._exit(store._database._connection is connection)
        shared = os.waitpid(child, 0)[1]
        say(shared, *(store.get(key_of(number)) is not None for number in (0, 1)))


def write_on(path: str) -> None:
    """Commit one result after the other until killed; print each that is committed."""
    with Store(Path(path)) as store:
        run = store.begin_run({})
        for number in range(10**6):
            lease = store.acquire(key_of(number), document=str(number), run=run)
            if isinstance(lease, Lease):
                store.complete(lease, result(number))
            say(number)


def limited(path: str, limit: str) -> None:
    """Commit until no file may grow any more; print how many were committed, and the error."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    committed = 0
    with Store(Path(path)) as store:
        run = store.begin_run({})
        try:
            for number in range(1_000):
                lease = store.acquire(key_of(number), document=str(number), run=run)
                assert isinstance(lease, Lease)
                store.complete(lease, result(number))
                committed += 1
        except StoreFull as error:
            say(committed, type(error).__name__, error.message)


def small_disk(folder: str) -> None:
    """On a disk of 24 MB: fill it while eight results are under way, then make room again."""
    mounted = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]
    if subprocess.run(mounted, capture_output=True, check=False).returncode:
        say("no disk")
        return
    with Store(Path(folder) / "s.db") as store:
        run = store.begin_run({})
        leases = [store.acquire(key_of(n), document=str(n), run=run) for n in range(8)]
        filler = Path(folder) / "filler"
        fill(filler)
        say("kept", sum(store.complete(lease, result(n)) for n, lease in enumerate(leases)))  # type: ignore[arg-type]
        say("begun", begins(store, run))
        filler.unlink()
        say("begun", begins(store, run))


def fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as stream:
        for size in (2**20, 2**12, 1):
            try:
                while True:
                    stream.write(b"x" * size)
            except OSError:
                continue


def begins(store: Store, run: int) -> bool:
    try:
        return isinstance(store.acquire(key_of(100), document="100", run=run), Lease)
    except StoreFull:
        return False


if __name__ == "__main__":
    workers = (share, hold, fork, write_on, limited, small_disk)
    {worker.__name__: worker for worker in workers}[sys.argv[1]](*sys.argv[2:])
