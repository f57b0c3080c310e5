"""``summarize_many``: a pipeline's way to summarise many articles."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from summarizer.batch.run import Run
from summarizer.batch.types import Job, Limits, Plan
from summarizer.document import Document
from summarizer.errors import SummarizerError
from summarizer.models.types import Model
from summarizer.pipeline import DEFAULT_PROMPT, Options
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.store import Store


def summarize_many(  # noqa: PLR0913 - all but the first have a default, and a name
    articles: Iterable[str | Document],
    *,
    model: str | Model | None = None,
    prompt: str = DEFAULT_PROMPT,
    options: Options | None = None,
    concurrency: int | None = None,
    ordered: bool = True,
    store: Store | None = None,
    refresh: bool = False,
    limits: Limits | None = None,
) -> Generator[Summary | SummarizerError, None, None]:
    """Summarise articles with one open model: an iterator of summaries and typed errors.

    They come in the order of the articles, or as they are ready where ``ordered`` is False; each
    names its document (``summary.provenance.document``, ``error.document``). An article that fails
    yields its error in its place, and the others go on. After an error that all others would meet
    (a key that is refused, the budget spent) the rest yield RunStopped.

    Up to ``concurrency`` articles are asked about at once: by default 8, and one for a model that
    runs in this process. No more than twice as many are in hand, or one more than there are
    processes that read, however many there are; ``articles`` is read in the thread of the caller.
    Where there is much to do, other processes read the articles (``limits.processes``). Closing the
    generator cancels what is under way. With a ``store`` what it holds is not paid for again,
    unless ``refresh``.

    ``limits`` hold rates and budgets. Raises, at the first ``next``, UnknownName, PromptError and
    InputError for what cannot be done at all.
    """
    given = limits or Limits()
    given = replace(given, concurrency=concurrency or given.concurrency)
    chosen = options or Options()
    if store is None and chosen.cache is not None:
        store, refresh = chosen.cache.store, refresh or chosen.cache.refresh
    plan = Plan(model, prompt, chosen, given, store, refresh, ordered)
    run = Run(plan)
    with closing(run.outcomes(_jobs(articles))) as outcomes:
        for outcome in outcomes:
            yield outcome.result()


def _jobs(articles: Iterable[str | Document]) -> Iterator[Job]:
    for index, article in enumerate(articles):
        if isinstance(article, Document):
            yield Job(index, article.name, partial(_same, article))
        else:
            yield Job(index, "", partial(Document.from_text, article))


def _same(document: Document) -> Document:
    return document
