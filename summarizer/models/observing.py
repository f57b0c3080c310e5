"""What is told of a document and of a question while they run: an event each, and a span each."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer import logs
from summarizer.models import tracing
from summarizer.models.types import Answer, Model, Request, Usage

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

ARTICLE_DIGITS = 12
"""Hex digits of the article's hash in an event. The chance that any two of a million articles share
them is 1 in 500."""

_documents = logging.getLogger("summarizer.documents")
_questions = logging.getLogger("summarizer.questions")
_requests = logging.getLogger("summarizer.requests")


@contextmanager
def observe_document(document: Document, prompt: str) -> Iterator[Callable[[Summary], None]]:
    """Tell how the work on a document goes; what is yielded takes the finished summary."""
    began = time.monotonic()
    name, article = logs.public_name(document.name), document.sha256
    with (
        logs.about(document=name, article=article[:ARTICLE_DIGITS], prompt=prompt),
        tracing.document_span(name, article, prompt) as note,
    ):
        logs.event(_documents, logging.DEBUG, "document.started")

        def done(summary: Summary) -> None:
            _tell_done(summary, note, time.monotonic() - began)

        try:
            yield done
        except BaseException as error:
            usage = _cost(error)
            note(tracing.usage_attributes(usage))
            fields = _failure(error, time.monotonic() - began)
            logs.event(_documents, logging.ERROR, "document.failed", **fields)
            raise


@contextmanager
def observe_question(
    model: Model, request: Request[Any], *, prompt: str = "", stream: bool = False
) -> Iterator[Callable[[Answer[Any]], None]]:
    """Tell how one question goes; what is yielded takes its answer."""
    began = time.monotonic()
    logs.mute_clients()
    with (
        logs.about(model=model.id, prompt=prompt, step=request.schema.__name__),
        tracing.question_span(model, request, prompt=prompt, stream=stream) as note,
    ):

        def answered(answer: Answer[Any]) -> None:
            note(tracing.answer_attributes(answer))
            fields = _spent(answer.usage, time.monotonic() - began)
            fields["served"] = logs.identifier(answer.model)
            fields["finish"] = logs.identifier(answer.finish_reason)
            logs.event(_questions, logging.DEBUG, "question.answered", **fields)

        try:
            yield answered
        except BaseException as error:
            note(tracing.usage_attributes(_cost(error)))
            fields = _failure(error, time.monotonic() - began)
            logs.event(_questions, logging.WARNING, "question.failed", **fields)
            raise


def tell_found(document: Document, prompt: str, summary: Summary) -> None:
    """Tell that a document's summary was there already: nothing was asked, and nothing is paid."""
    name, article = logs.public_name(document.name), document.sha256
    with tracing.document_span(name, article, prompt) as note:
        note({"summarizer.cached": True, "gen_ai.request.model": summary.provenance.model})
    logs.event(
        _documents,
        logging.INFO,
        "document.found",
        document=name,
        article=article[:ARTICLE_DIGITS],
        prompt=prompt,
        model=summary.provenance.model,
    )


def tell_retry(attempt: int, error: BaseException, pause: float) -> None:
    """Tell that request number ``attempt`` failed, and that another follows in ``pause`` s."""
    name = type(error).__name__
    logs.event(_requests, logging.INFO, "request.failed", attempt=attempt, error=name, pause=pause)


def tell_replaced(model: str, error: BaseException) -> None:
    """Tell that a model failed for good and the next one is asked."""
    name = type(error).__name__
    logs.event(_documents, logging.WARNING, "model.replaced", model=model, error=name)


def _tell_done(summary: Summary, note: tracing.Note, seconds: float) -> None:
    source = summary.provenance
    usage = Usage(
        source.prompt_tokens, source.completion_tokens, source.cached_tokens, source.attempts
    )
    note(tracing.usage_attributes(usage))
    note(tracing.summary_attributes(summary))
    fields = _spent(usage, seconds)
    fields["model"], fields["prompt"] = source.model, source.prompt
    fields["served"] = logs.identifier(source.served_model)
    fields["sentences"] = summary.coverage.sentences
    fields["claims"], fields["rejected"] = len(summary.key_claims), len(summary.rejected)
    logs.event(_documents, logging.INFO, "document.done", **fields)


def _failure(error: BaseException, seconds: float) -> logs.Fields:
    _forget_hidden(error)
    fields = _spent(_cost(error) or Usage(), seconds)
    fields["error"] = type(error).__name__
    return fields


def _spent(usage: Usage, seconds: float) -> logs.Fields:
    return {
        "requests": usage.requests,
        "input_tokens": usage.prompt_tokens,
        "cached_tokens": usage.cached_tokens,
        "output_tokens": usage.completion_tokens,
        "seconds": seconds,
    }


def _cost(error: BaseException) -> Usage | None:
    usage = getattr(error, "usage", None)
    return usage if isinstance(usage, Usage) else None


def _forget_hidden(error: BaseException | None) -> None:
    """Drop the errors that ``raise ... from None`` only hides.

    They hold requests and answers whole, and live as long as the error that is kept for the report.
    """
    for _ in range(20):
        if error is None:
            return
        if error.__suppress_context__:
            error.__context__ = None
        error = error.__cause__ or error.__context__
