"""The command run in this process, and a model that costs nothing."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.testing import FakeModel

ARTICLE = (
    "Storm leaves Carrow without power\n\n"
    "About 1,200 households lost power on Friday, the grid company said. "
    "It is not known when the lines will be repaired.\n"
)


@dataclass(frozen=True)
class Ran:
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call with the words of a command line, and ``stdin=`` as bytes."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_DEBUG", "COLUMNS", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def use_model(monkeypatch: pytest.MonkeyPatch) -> Callable[[FakeModel], FakeModel]:
    """Make ``--model fake/model`` this model."""

    def use(model: FakeModel) -> FakeModel:
        monkeypatch.setattr("summarizer.models.resolve.open_model", lambda *_, **__: model)
        return model

    return use
