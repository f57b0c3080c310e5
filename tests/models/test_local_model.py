"""The real path with a real, very small model: weights, server, grammar, typed answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import (
    AnswerTruncated,
    DeadlineExceeded,
    ModelUnavailable,
    RunCancelled,
    SourceTooLong,
)
from summarizer.models import Budget, LocalOptions, Progress, Settings, open_model, weights
from summarizer.models.local_model import LocalModel
from summarizer.models.openai_adapter import ChatModel

from .conftest import Notes, question

SMALL = "local/smollm2-135m"


def settings(context_tokens: int) -> Settings:
    # One thread: several wait for each other at every step, for ages on a machine that is busy.
    return Settings(local=LocalOptions(context_tokens, threads=1))


@pytest.fixture(scope="module")
def model() -> Iterator[LocalModel]:
    pytest.importorskip("xllamacpp", reason="the extra 'local' is not installed")
    if not weights.is_installed(SMALL):
        pytest.skip(f"no weights: run 'summarize models pull {SMALL}' first")
    with open_model(SMALL, settings(2048), environ={}) as opened:
        assert isinstance(opened, LocalModel)
        yield opened


def test_answer_has_the_type_without_white_space_in_its_order(model: LocalModel) -> None:
    seen: list[Progress] = []
    answer = model.ask(question(deadline=120.0), seen.append)
    assert type(answer.value) is Notes
    text = seen[-1].text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    assert list(json.loads(text)) == ["title", "claims"]
    assert answer.model == "smollm2-135m"


def test_prompt_that_was_read_before_is_not_read_again(model: LocalModel) -> None:
    model.ask(question(deadline=120.0))
    again = model.ask(question(deadline=120.0)).usage
    assert again.cached_tokens >= again.prompt_tokens - 1


def test_fresh_question_does_not_depend_on_the_one_before(model: LocalModel) -> None:
    first = model.ask(question(deadline=120.0, fresh=True))
    with suppress(AnswerTruncated):
        model.ask(question("A ship sank.", max_tokens=5, enlarge=False))
    again = model.ask(question(deadline=120.0, fresh=True))
    assert again.value == first.value
    assert (first.usage.cached_tokens, again.usage.cached_tokens) == (0, 0)


def test_provenance_names_the_weights(model: LocalModel) -> None:
    parameters = model.parameters
    assert parameters["sha256"] == weights.entry(SMALL).sha256
    assert parameters["context_tokens"] == model.context_tokens == 2048


def test_article_that_is_too_long_is_bad_input(model: LocalModel) -> None:
    with pytest.raises(SourceTooLong):
        model.ask(question("word " * 3000))


def test_deadline_stops_a_long_answer_and_the_next_question_works(model: LocalModel) -> None:
    with pytest.raises(DeadlineExceeded):
        model.ask(question("Write and write. " * 90, deadline=0.05))
    assert model.ask(question(deadline=120.0)).value


def test_server_answers_only_to_its_key(model: LocalModel) -> None:
    model.start()
    server = model._server
    assert server is not None
    request = urllib.request.Request(f"{server.base_url}/models")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    caught.value.close()
    assert caught.value.code == 401


SCRIPT = """
import sys
from summarizer.models import LocalOptions, Message, Request, Settings, open_model
from pydantic import BaseModel, Field
class Short(BaseModel):
    word: str = Field(max_length=12)
model = open_model(sys.argv[1], Settings(local=LocalOptions(512, threads=1)))
answer = model.ask(Request((Message("user", "Say a word."),), Short, max_tokens=60))
print(type(answer.value).__name__)
if sys.argv[2] == "raise":
    raise SystemExit(7)
"""


@pytest.mark.parametrize(("end", "status"), [("leave", 0), ("raise", 7)])
def test_process_ends_quietly_without_closing(model: LocalModel, end: str, status: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(weights.path_of(SMALL)), end],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=dict(os.environ),
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, "Short\n", "")


def test_closed_model_says_so(model: LocalModel) -> None:
    with open_model(str(weights.path_of(SMALL)), settings(512), environ={}) as opened:
        opened.ask(question(deadline=120.0))
    opened.close()
    with pytest.raises(RunCancelled):
        opened.ask(question())


def test_damaged_weights_are_typed(model: LocalModel, tmp_path: Path, capfd: Any) -> None:
    path = tmp_path / "damaged.gguf"
    path.write_bytes(weights.path_of(SMALL).read_bytes()[:5_000_000])
    with (
        open_model(str(path), environ={}) as opened,
        pytest.raises(ModelUnavailable, match=r"damaged\.gguf"),
    ):
        opened.ask(question())
    assert capfd.readouterr() == ("", "")


def test_loading_does_not_use_up_a_documents_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    budget = Budget(5.0, clock=lambda: now[0])
    share = budget.share(1)
    left: list[float] = []

    def load(_: LocalModel) -> None:
        now[0] += 60.0

    def ask(*_: Any, budget: Budget, **__: Any) -> None:
        left.append(budget.seconds_left)

    monkeypatch.setattr(LocalModel, "start", load)
    monkeypatch.setattr(ChatModel, "ask", ask)
    with open_model(SMALL, environ={}) as model:
        model.ask(question(), budget=share)

    assert (left, budget.seconds_left) == ([2.5], 5.0)
