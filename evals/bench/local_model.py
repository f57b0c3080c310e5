"""How fast the default local model is here: loading, reading a prompt, writing an answer.

Wall time says what a reader waits for; CPU time per token hardly changes when other processes keep
the machine busy, so it is the one to compare settings by. How threads wait for each other is read
from OMP_WAIT_POLICY in the environment.
"""

from __future__ import annotations

import time
from pathlib import Path

from pydantic import BaseModel, Field

from evals.bench.table import Row, skipped
from summarizer.models import LocalOptions, Message, Request, Settings, open_model, weights
from summarizer.models.catalog import DEFAULT_LOCAL
from summarizer.models.local_model import LocalModel

_BATCHES = (LocalOptions().batch_tokens, 512)
_PARAGRAPH = (
    "The harbour board closed the eastern quay on Monday after divers found cracks in 14 of its "
    "60 piles. Repairs will take until June and cost 2.3 million euros, the board said. The "
    "fishing cooperative disputes the figure and says that nobody has asked its members. "
)


class _Notes(BaseModel):
    points: list[str] = Field(min_length=4, max_length=4)


def rows(data: Path) -> list[Row]:
    """Needs the weights: ``summarize models pull local/qwen2.5-coder-1.5b``."""
    if not weights.is_installed(DEFAULT_LOCAL):
        return [skipped("local model", weights.path_of(DEFAULT_LOCAL))]
    return [row for batch in _BATCHES for row in _in_batches_of(batch)]


def _in_batches_of(batch: int) -> list[Row]:
    settings = Settings(local=LocalOptions(batch_tokens=batch))
    with open_model(f"local/{DEFAULT_LOCAL}", settings, environ={}) as model:
        assert isinstance(model, LocalModel)
        load = _timed(model.start)
        return [Row(f"batches of {batch}: loading", f"{load[0]:.1f} s"), *_questions(model, batch)]


def _questions(model: LocalModel, batch: int) -> list[Row]:
    prompt = Message("user", f"{_PARAGRAPH * 8}\nFour points of this article, as JSON.")
    short = Request((prompt,), _Notes, max_tokens=1, enlarge=False, fresh=True)
    whole = Request((prompt,), _Notes, max_tokens=300)
    reading = _timed(lambda: _ignore_cut(model, short))
    began = (time.perf_counter(), time.process_time())
    usage = model.ask(whole).usage
    writing = (time.perf_counter() - began[0], time.process_time() - began[1])
    return [
        _row(f"batches of {batch}: reading the prompt", usage.prompt_tokens, reading),
        _row(f"batches of {batch}: writing the answer", usage.completion_tokens, writing),
    ]


def _row(what: str, tokens: int, seconds: tuple[float, float]) -> Row:
    wall, cpu = seconds
    return Row(
        what, f"{tokens} tokens, {tokens / wall:.1f}/s, {1000 * cpu / tokens:.0f} CPU ms each"
    )


def _ignore_cut(model: LocalModel, request: Request[_Notes]) -> None:
    from summarizer.errors import AnswerTruncated

    try:
        model.ask(request)
    except AnswerTruncated:
        return


def _timed(run: object) -> tuple[float, float]:
    assert callable(run)
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - wall, time.process_time() - cpu
