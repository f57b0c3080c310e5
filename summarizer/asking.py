"""Who is asked: the model, then those it falls back on, all within the document's one budget."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from summarizer.draft import Draft
from summarizer.errors import ModelError, SourceTooLong, SummarizerError
from summarizer.facts.analysis import Analysis
from summarizer.models.budget import Budget
from summarizer.models.observing import tell_replaced
from summarizer.models.prices import cost_of, total
from summarizer.models.types import Model, Progress, Usage
from summarizer.plans import Questions, draft_by_plan
from summarizer.prompts import Prompt

if TYPE_CHECKING:
    from summarizer.models.resolve import Settings

EXTRACTIVE = "extractive"
Named = str | Model | None
"""A model, or the name of one, or what there is by default."""

_NEXT_MAY_ANSWER = (ModelError, SourceTooLong)
"""Failures of one model that say nothing of the next: it may even have room for more text."""


@dataclass(frozen=True)
class Task:
    """What every model is asked, and what all of them together may spend on it.

    ``settings`` say where a model runs that is opened by its name. ``analysis`` is None where
    nothing but the article itself is to speak.
    """

    template: Prompt
    analysis: Analysis | None
    budget: Budget
    on_progress: Callable[[Progress], None] | None = None
    settings: Settings | None = None


@dataclass(frozen=True)
class Answered:
    """A draft, where it came from, and what it cost with all that failed before it."""

    draft: Draft
    model: str
    provider: str
    served_model: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    fallback_for: str = ""
    notes: tuple[str, ...] = ()


def ask_in_turn(models: Sequence[Named], task: Task) -> Answered:
    """The answer of the first model that gives one; the failure of the last if none does.

    They share the requests and the deadline of the document. What the failed ones cost is counted
    with the answer, or the failure.
    """
    failed: list[str] = []
    spent, cost = Usage(), cost_of(EXTRACTIVE, Usage())
    for at, tried in enumerate(models):
        name = name_of(tried)
        try:
            with opened(tried, task.settings) as model:
                answered = _ask(model, task, sum(map(_is_asked, models[at + 1 :])))
        except SummarizerError as error:
            used = error.usage or Usage()
            spent, cost = spent + used, total(cost, cost_of(name, used))
            error.usage = spent
            if at == len(models) - 1 or not isinstance(error, _NEXT_MAY_ANSWER):
                if failed:
                    error.adding(f"; {name} was asked last, after {', '.join(failed)}")
                raise
            failed.append(name)
            tell_replaced(name, error)
        else:
            cost = total(cost, cost_of(name, answered.usage))
            usage = spent + answered.usage
            return replace(answered, usage=usage, cost=cost, fallback_for=", ".join(failed))
    raise AssertionError("there is always a model to ask")


def opened(model: Named, settings: Settings | None) -> Any:
    """A context manager for the model: closes what is opened here, and only that."""
    if model is not None and not isinstance(model, str):
        return nullcontext(model)
    name = name_of(model)
    if name == EXTRACTIVE:
        return nullcontext(EXTRACTIVE)
    from summarizer.models.resolve import open_model

    return open_model(name, settings)


def name_of(model: Named) -> str:
    """The full name of a model; where none is given, of the one taken by default."""
    if model is not None and not isinstance(model, str):
        return model.id
    from summarizer.models.resolve import default_model_id

    return model or default_model_id(os.environ)


def check_names(models: Sequence[Named], settings: Settings | None) -> None:
    """Raise UnknownName for a model that there is not, before it is needed; loads nothing."""
    from summarizer.models.resolve import check_model_id

    given = settings.base_url if settings else ""
    for model in models:
        if isinstance(model, str) and model != EXTRACTIVE:
            check_model_id(model, given or os.environ.get("OPENAI_BASE_URL", ""))


def _ask(model: Model | str, task: Task, later: int) -> Answered:
    """What ``model`` makes of the article, with ``later`` others to be asked if it fails."""
    if isinstance(model, str):
        # Nothing is drafted: grounding then fills every part with the article's own words.
        empty = Draft(claims=(), questions=(), abstract="", headline="")
        return Answered(empty, EXTRACTIVE, EXTRACTIVE)
    assert task.analysis is not None
    share = task.budget.share(later)
    questions = Questions(model, share, task.on_progress, prompt=task.template.id)
    draft = draft_by_plan(task.template, task.analysis, questions)
    parameters = {"temperature": 0.0, **model.parameters}
    usage, served = questions.usage, questions.served_model
    notes = tuple(questions.notes)
    return Answered(draft, model.id, model.provider, served, parameters, usage, notes=notes)


def _is_asked(model: Named) -> bool:
    """Whether it takes requests and time to have an answer of ``model``."""
    return not isinstance(model, str) or model != EXTRACTIVE
