"""From an article to a checked summary: read, ask, ground."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.asking import (
    EXTRACTIVE,
    Answered,
    Task,
    ask_in_turn,
    check_names,
    name_of,
    opened,
)
from summarizer.checking import Article, ArticleHere, Read, stamped
from summarizer.document import Document
from summarizer.errors import ModelError, SummarizerError
from summarizer.models.budget import Budget
from summarizer.models.observing import observe_document, tell_found
from summarizer.models.types import Model, Progress
from summarizer.prompts import Prompt, load_prompt
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.cache import Cache, Memory
    from summarizer.models.resolve import Settings

DEFAULT_PROMPT = "summary@3"
DEFAULT_TIMEOUT = 900.0
"""Seconds a document may take: the slowest machine measured needs 150 for a page of text."""


@dataclass(frozen=True)
class Options:
    """How a document is summarised, but for the model and the prompt.

    ``timeout`` is seconds for one document, over every attempt and every model. ``on_progress``
    hears what a slow model has so far. ``settings`` say where a model runs that is opened by its
    name. ``fallback`` names the models to ask, in order, when one fails; the summary says whose
    words it holds. Requests and time of the document are for all of them: see ``Budget.share``.
    ``cache`` is asked before a model is, and given what it said; without one nothing is kept.
    """

    timeout: float = DEFAULT_TIMEOUT
    on_progress: Callable[[Progress], None] | None = None
    settings: Settings | None = None
    fallback: tuple[str | Model, ...] = ()
    cache: Cache | None = None


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
    document = _document(article)
    chosen = options or Options()
    memory = _memory(model, prompt, chosen)
    known = _known(document, prompt, memory)
    if known is not None:
        return known
    return _computed(document, model, prompt, chosen, memory)


def _computed(
    document: Document,
    model: str | Model | None,
    prompt: str,
    chosen: Options,
    memory: Memory | None = None,
) -> Summary:
    summary = summarize_by(ArticleHere, document, model=model, prompt=prompt, options=chosen)
    if memory is not None:
        memory.keep(document, summary)
    return summary


def summarize_by(
    read: Read,
    document: Document,
    *,
    model: str | Model | None,
    prompt: str | Prompt,
    options: Options,
) -> Summary:
    """As ``summarize``, where ``read`` says how an article is read; no cache is asked."""
    with observe_document(document, prompt if isinstance(prompt, str) else prompt.id) as done:
        try:
            template = load_prompt(prompt) if isinstance(prompt, str) else prompt
            article = read(document)
            answered = _answered(article, model, template, options)
            summary = article.checked(answered, stamped(template))
        except SummarizerError as error:
            error.about(document.name)
            raise
        done(summary)
    return summary


def _answered(
    article: Article, model: str | Model | None, template: Prompt, options: Options
) -> Answered:
    models = (model, *options.fallback)
    check_names(models[1:], options.settings)
    # What no model is asked about need not be read before it is checked.
    analysis = None if model == EXTRACTIVE else article.analysis
    budget = Budget(options.timeout)
    task = Task(template, analysis, budget, options.on_progress, options.settings)
    return ask_in_turn(models, task)


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
    memory = _memory(model, prompt, chosen)
    ready: str | Model | None = None
    with ExitStack() as stack:
        for document in map(_document, articles):
            outcome: Summary | SummarizerError | None = _known(document, prompt, memory)
            if outcome is None:
                ready = _opened_late(model, chosen, stack) if ready is None else ready
                try:
                    outcome = _computed(document, ready, prompt, chosen, memory)
                except SummarizerError as error:
                    outcome = error.bare()
            yield outcome


def _document(article: str | Document) -> Document:
    return Document.from_text(article) if isinstance(article, str) else article


def _memory(model: str | Model | None, prompt: str, options: Options) -> Memory | None:
    """What the cache has for this question; made without opening the model."""
    if options.cache is None:
        return None
    from summarizer.cache import Memory, keys_for

    return Memory(options.cache, keys_for(model, prompt, options.settings, options.fallback))


def _known(document: Document, prompt: str, memory: Memory | None) -> Summary | None:
    known = memory.get(document) if memory is not None else None
    if known is not None:
        tell_found(document, prompt, known)
    return known


def _opened_late(model: str | Model | None, options: Options, stack: ExitStack) -> Any:
    """The model, opened for as long as the stack lasts, or its name where that has to fail anew."""
    try:
        return stack.enter_context(opened(model, options.settings))
    except ModelError:
        if not options.fallback:
            raise
        return name_of(model)  # each article meets the failure anew, and falls back
