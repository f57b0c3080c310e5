"""A chat server that tells the cases apart, a store, and plans that use both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from evals.chat_server import ChatServer, article, serving
from summarizer import Document, Options
from summarizer.batch import Job, Limits, Outcome, Plan, Run
from summarizer.models import Settings
from summarizer.store import Store

Play = Callable[..., list[Outcome]]


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(ChatServer()) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.db") as opened:
        yield opened


def jobs(numbers: Iterable[int]) -> Iterator[Job]:
    """A document for each number, which the server knows as the case of that number."""
    for index, number in enumerate(numbers):
        name = f"case-{number}.txt"
        yield Job(index, name, partial(Document.from_text, article(number), name=name))


@pytest.fixture
def plan(server: ChatServer, store: Store) -> Plan:
    """A model on the server, four documents at once, results in the store."""
    settings = Settings(base_url=server.url, api_key="sk-x")
    options = Options(settings=settings, timeout=30.0)
    limits = Limits(concurrency=4)
    # This prompt asks once a document, so that calls can be counted.
    return Plan("mine/model", "summary@1", options=options, limits=limits, store=store)


@pytest.fixture
def play(plan: Plan) -> Play:
    """Run over the cases with the plan, changed as told; the outcomes."""

    def call(numbers: Iterable[int], **changes: Any) -> list[Outcome]:
        return list(Run(replace(plan, **changes)).outcomes(jobs(numbers)))

    return call
