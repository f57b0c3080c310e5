"""A store in a folder of its own, a clock that stands still, keys and a summary to store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer import Document, summarize
from summarizer.keys import ResultKey
from summarizer.store import Lease, Store
from summarizer.summary import Summary
from summarizer.testing import FakeModel

TEXT = "About 1,200 households lost power on Friday, the grid company said."


class Clock:
    """Seconds since the epoch, as the test says."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def key_of(number: int = 0) -> ResultKey:
    """The key of article number ``number``."""
    document = Document.from_text(f"{TEXT} It was storm number {number}.", language="en")
    return ResultKey.of(document, prompt="prompt", schema="schema", model="fake/model")


def leased(store: Store, run: int, number: int = 0, **more: bool) -> Lease:
    """A lease on that key."""
    lease = store.acquire(key_of(number), document=f"{number}.txt", run=run, **more)
    assert isinstance(lease, Lease)
    return lease


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "summaries.db"


@pytest.fixture
def open_store(path: Path, clock: Clock) -> Iterator[Callable[..., Store]]:
    """Open the same file once more, as another process would."""
    opened: list[Store] = []

    def make(owner: str = "another machine") -> Store:
        opened.append(Store(path, clock=clock, owner=owner))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    return open_store("")


@pytest.fixture
def run(store: Store) -> int:
    return store.begin_run({"model": "fake/model"})


@pytest.fixture(scope="session")
def summary() -> Summary:
    model = FakeModel(claims=[(1, "", TEXT)])
    return summarize(Document.from_text(TEXT, name="storm.txt"), model=model)


@pytest.fixture(scope="session")
def other(summary: Summary) -> Summary:
    """Another summary, to tell which of the two was kept."""
    return summary.model_copy(update={"headline": "Power cut"})
