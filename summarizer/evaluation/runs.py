"""Summarises the articles of a gold folder with one model and prompt, and scores the results."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarizer.asking import EXTRACTIVE
from summarizer.errors import ModelError
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.recordings import Recording, RecordingModel, ReplayModel
from summarizer.evaluation.results import ArticleScore, RunKey, RunScore
from summarizer.evaluation.scores import score_failure, score_summary
from summarizer.models.types import Model
from summarizer.pipeline import Options, summarize
from summarizer.prompts import Prompt, load_prompt
from summarizer.schema import fingerprint, summary_schema
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.models.resolve import Settings

ModelFor = Callable[[GoldCase], Model | str]
OnArticle = Callable[[ArticleScore], None]
ENDING = ".jsonl"


@dataclass(frozen=True)
class Run:
    """One model with one prompt over a gold folder: the scores, and the summaries by slug.

    ``failures`` holds, by slug, the error of each article for which the model gave no summary.
    """

    score: RunScore
    summaries: Mapping[str, Summary]
    failures: Mapping[str, ModelError] = field(default_factory=dict)


@dataclass(frozen=True)
class Contestant:
    """A model and a prompt, by their names."""

    model: str
    prompt: str

    def recording(self, folder: Path) -> Path:
        """Where its answers are kept: ``PROVIDER/MODEL/PROMPT.jsonl``, safe on every disk."""
        prompt = load_prompt(self.prompt).id
        return folder / quote(self.model, safe="/@.-_") / f"{quote(prompt, safe='@.-_')}{ENDING}"


def run_live(
    cases: Sequence[GoldCase],
    contestant: Contestant,
    options: Options,
    on_article: OnArticle | None = None,
) -> Run:
    """Ask the model. Nothing is recorded."""
    with _opened(contestant.model, options.settings) as model:
        return _run(cases, contestant, lambda _: model, options, on_article)


def run_recorded(
    cases: Sequence[GoldCase],
    contestant: Contestant,
    recordings: Path,
    on_article: OnArticle | None = None,
) -> Run:
    """Answer from the recording, without a model. Raises RecordingStale where it does not fit."""
    recording = Recording(contestant.recording(recordings))

    def model_for(case: GoldCase) -> Model | str:
        if contestant.model == EXTRACTIVE:
            return EXTRACTIVE
        return ReplayModel(contestant.model, recording, case.slug)

    return _run(cases, contestant, model_for, Options(), on_article)


def record(
    cases: Sequence[GoldCase],
    contestant: Contestant,
    recordings: Path,
    options: Options,
    on_article: OnArticle | None = None,
) -> Run:
    """Ask the model what is not recorded yet, and write down its answers as they come.

    Answers to questions that ``cases`` ask no more are dropped from their recordings.
    """
    recording = Recording(contestant.recording(recordings))
    if contestant.model == EXTRACTIVE:
        return run_recorded(cases, contestant, recordings, on_article)
    from summarizer.models.resolve import open_model

    wrapped: list[RecordingModel] = []
    with open_model(contestant.model, options.settings) as model:

        def model_for(case: GoldCase) -> Model | str:
            wrapped.append(RecordingModel(model, recording, case.slug))
            return wrapped[-1]

        run = _run(cases, contestant, model_for, options, on_article)
    asked = {fingerprint for model in wrapped for fingerprint in model.asked}
    recording.keep_only(asked, of=[case.slug for case in cases])
    return run


def gold_fingerprint(cases: Sequence[GoldCase]) -> str:
    """SHA-256 over the gold files and the articles: scores on another set are not comparable."""
    lines = sorted(f"{c.slug} {c.fingerprint} {c.document.sha256}\n" for c in cases)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _run(
    cases: Sequence[GoldCase],
    contestant: Contestant,
    model_for: ModelFor,
    options: Options,
    on_article: OnArticle | None,
) -> Run:
    prompt = load_prompt(contestant.prompt)
    summaries: dict[str, Summary] = {}
    failures: dict[str, ModelError] = {}
    scores: list[ArticleScore] = []
    for case in cases:
        try:
            summary = summarize(
                case.document, model=model_for(case), prompt=contestant.prompt, options=options
            )
        except ModelError as error:
            failures[case.slug] = error
            scores.append(score_failure(error, case))
        else:
            summaries[case.slug] = summary
            scores.append(score_summary(summary, case))
        if on_article is not None:
            on_article(scores[-1])
    key = _key(cases, contestant.model, prompt)
    return Run(RunScore(key=key, articles=tuple(scores)), summaries, failures)


def _key(cases: Sequence[GoldCase], model: str, prompt: Prompt) -> RunKey:
    return RunKey(
        model=model,
        # Without a model no prompt is read.
        prompt="" if model == EXTRACTIVE else prompt.id,
        prompt_fingerprint="" if model == EXTRACTIVE else prompt.fingerprint,
        schema_sha256=fingerprint(summary_schema()),
        gold=gold_fingerprint(cases),
    )


@contextmanager
def _opened(model: str, settings: Settings | None) -> Iterator[Model | str]:
    if model == EXTRACTIVE:
        yield EXTRACTIVE
        return
    from summarizer.models.resolve import open_model

    with open_model(model, settings) as opened:
        yield opened
