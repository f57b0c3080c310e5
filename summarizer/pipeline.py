"""From an article to a checked summary: read, ask, ground."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack, nullcontext
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from summarizer.document import Document
from summarizer.draft import Draft
from summarizer.errors import ModelError, SourceEmpty, SummarizerError
from summarizer.facts.analysis import Analysis, analyse
from summarizer.grounding import Grounded, ground
from summarizer.models.observing import observe_document, tell_replaced
from summarizer.models.types import Model, Progress, Usage
from summarizer.plans import Questions, draft_by_plan
from summarizer.prompts import Prompt, load_prompt
from summarizer.schema import fingerprint, summary_schema
from summarizer.summary import Provenance, Source, Summary
from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.models.resolve import Settings

EXTRACTIVE = "extractive"
DEFAULT_PROMPT = "summary@3"
DEFAULT_TIMEOUT = 900.0
"""Seconds a document may take: the slowest machine measured needs 150 for a page of text."""


@dataclass(frozen=True)
class Options:
    """How a document is summarised, but for the model and the prompt.

    ``timeout`` is seconds for one document, over every attempt. ``on_progress`` hears what a slow
    model has so far. ``settings`` say where a model runs that is opened by its name. ``fallback``
    names the models to ask, in order, when one fails; the summary says whose words it holds.
    """

    timeout: float = DEFAULT_TIMEOUT
    on_progress: Callable[[Progress], None] | None = None
    settings: Settings | None = None
    fallback: tuple[str | Model, ...] = ()


@dataclass(frozen=True)
class _Answered:
    """A draft and where it came from."""

    draft: Draft
    model: str
    provider: str
    served_model: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    fallback_for: str = ""
    notes: tuple[str, ...] = ()


def summarize(
    article: str | Document,
    *,
    model: str | Model | None = None,
    prompt: str = DEFAULT_PROMPT,
    options: Options | None = None,
) -> Summary:
    """Summarise one article and check every item of the result against it.

    ``model`` is a name (``local/qwen2.5-coder-1.5b``, ``openai/...``, ``extractive``) or a model
    that is open already, which is then left open. None takes SUMMARIZER_MODEL, else OpenAI
    where there is a key, else the local model. Raises InputError for an article that cannot be
    used and ModelError where the model failed; both name the document.
    """
    document = Document.from_text(article) if isinstance(article, str) else article
    chosen = options or Options()
    with observe_document(document, prompt) as done:
        try:
            if not document.sentences:
                raise SourceEmpty("the article holds no text")
            template = load_prompt(prompt)
            analysis = analyse(document)
            answered = _ask_in_turn(model, template, analysis, chosen)
        except SummarizerError as error:
            error.about(document.name)
            raise
        grounded = ground(answered.draft, document, analysis)
        summary = _summary(grounded, answered, template, document)
        done(summary)
    return summary


def summarize_in_turn(
    articles: Iterable[str | Document],
    *,
    model: str | Model | None = None,
    prompt: str = DEFAULT_PROMPT,
    options: Options | None = None,
) -> Generator[Summary | SummarizerError, None, None]:
    """Summarise articles one after another with one open model; yields in order.

    Nothing is begun before it is asked for. An article that fails yields its error in its place,
    and the next one goes on. ``summarizer.batch.summarize_many`` works on many at once.
    """
    chosen = options or Options()
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(_opened(model, chosen))
        except ModelError:
            if not chosen.fallback:
                raise
            opened = model  # each article meets the failure anew, and falls back
        for article in articles:
            try:
                yield summarize(article, model=opened, prompt=prompt, options=chosen)
            except SummarizerError as error:
                yield error


def _opened(model: str | Model | None, options: Options) -> Any:
    """A context manager for the model: closes what is opened here, and only that."""
    if model is not None and not isinstance(model, str):
        return nullcontext(model)
    name = _name_of(model)
    if name == EXTRACTIVE:
        return nullcontext(EXTRACTIVE)
    from summarizer.models.resolve import open_model

    return open_model(name, options.settings)


def _name_of(model: str | Model | None) -> str:
    if model is not None and not isinstance(model, str):
        return model.id
    from summarizer.models.resolve import default_model_id

    return model or default_model_id(os.environ)


def _ask_in_turn(
    model: str | Model | None, template: Prompt, analysis: Analysis, options: Options
) -> _Answered:
    """The answer of the first model that gives one; the failure of the last if none does."""
    failed: list[str] = []
    spent = Usage()
    for left, name in zip(
        range(len(options.fallback), -1, -1), (model, *options.fallback), strict=True
    ):
        try:
            with _opened(name, options) as opened:
                answered = _ask(opened, template, analysis, options)
            usage = spent + answered.usage
            return replace(answered, usage=usage, fallback_for=", ".join(failed))
        except ModelError as error:
            if not left:
                raise
            failed.append(_name_of(name))
            tell_replaced(failed[-1], error)
            spent += error.usage or Usage()
    raise AssertionError("there is always a model to ask")


def _ask(model: Model | str, template: Prompt, analysis: Analysis, options: Options) -> _Answered:
    if isinstance(model, str):
        # Nothing is drafted: grounding then fills every part with the article's own words.
        empty = Draft(claims=(), questions=(), abstract="", headline="")
        return _Answered(empty, EXTRACTIVE, EXTRACTIVE)
    questions = Questions(model, options.timeout, options.on_progress, prompt=template.id)
    draft = draft_by_plan(template, analysis, questions)
    parameters = {"temperature": 0.0, **model.parameters}
    usage, served = questions.usage, questions.served_model
    notes = tuple(questions.notes)
    return _Answered(draft, model.id, model.provider, served, parameters, usage, notes=notes)


def _summary(
    grounded: Grounded, answered: _Answered, template: Prompt, document: Document
) -> Summary:
    usage = answered.usage
    summary = Summary(
        headline=grounded.headline.text,
        headline_wording=grounded.headline.wording,
        headline_evidence=grounded.headline.evidence,
        abstract=grounded.abstract.text,
        abstract_wording=grounded.abstract.wording,
        abstract_evidence=grounded.abstract.evidence,
        key_claims=grounded.key_claims,
        actors=grounded.actors,
        figures=grounded.figures,
        conflicts=grounded.conflicts,
        open_questions=grounded.open_questions,
        rejected=grounded.rejected,
        source=Source.model_validate(asdict(document.origin)),
        coverage=grounded.coverage.model_copy(update={"notes": answered.notes}),
        provenance=Provenance(
            prompt=template.id,
            prompt_fingerprint=template.fingerprint,
            model=answered.model,
            provider=answered.provider,
            served_model=answered.served_model,
            parameters=dict(answered.parameters),
            prompt_tokens=usage.prompt_tokens,
            cached_tokens=usage.cached_tokens,
            completion_tokens=usage.completion_tokens,
            attempts=usage.requests,
            seconds=round(usage.seconds, 3),
            fallback_for=answered.fallback_for,
            document=document.name,
            language=document.language,
            document_sha256=document.sha256,
            schema_sha256=_schema_sha256(),
            created=datetime.datetime.now(datetime.UTC),
            software=f"summarizer {__version__}",
        ),
    )
    return _sealed(summary)


def _sealed(summary: Summary) -> Summary:
    """With the hash of the result: of everything but the provenance, in one canonical spelling."""
    content = summary.model_dump_json(exclude={"provenance"})
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    provenance = summary.provenance.model_copy(update={"result_sha256": digest})
    return summary.model_copy(update={"provenance": provenance})


@cache
def _schema_sha256() -> str:
    return fingerprint(summary_schema())
