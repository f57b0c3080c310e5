"""One chaos server for all tests, and a desk whose clock goes on only while somebody sleeps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import pytest

from summarizer import content, pipeline
from summarizer.facts.analysis import analyse
from summarizer.models import Budget

from .desk import Clock, Desk
from .server import ChaosServer

READ_ONCE = cache(analyse)


@pytest.fixture(scope="session")
def chaos() -> Iterator[ChaosServer]:
    with ChaosServer() as running:
        yield running


@pytest.fixture
def desk(chaos: ChaosServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    clock = Clock()
    # What code reads from the one article is the same every time.
    monkeypatch.setattr(content, "analyse", READ_ONCE)
    monkeypatch.setattr(pipeline, "Budget", partial(Budget, clock=clock))
    return Desk(chaos, clock)
