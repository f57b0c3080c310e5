"""From an article and a model's answer to a finished summary: the part that needs no model.

Reading an article and checking an answer against it take most of the processor time of a summary,
and are the same wherever they are done: here, or in another process (``summarizer.batch.readers``).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from summarizer.asking import Answered
from summarizer.content import ReadArticle, content_of, read_article
from summarizer.document import Document
from summarizer.facts.analysis import Analysis
from summarizer.models.prices import rounded
from summarizer.prompts import Prompt
from summarizer.schema import summary_fingerprint
from summarizer.summary import Content, Provenance, Summary, digest_of
from summarizer.version import __version__


@dataclass(frozen=True)
class Stamp:
    """What a summary says of its making: the prompt's id and fingerprint, and the time."""

    prompt: str
    fingerprint: str
    created: datetime.datetime


@dataclass(frozen=True)
class Making:
    """What the provenance of a summary tells of."""

    document: Document
    answered: Answered
    stamp: Stamp


def stamped(prompt: Prompt) -> Stamp:
    """The stamp of what is made now with ``prompt``."""
    return Stamp(prompt.id, prompt.fingerprint, datetime.datetime.now(datetime.UTC))


class Article(Protocol):
    """An article that can be read, and that answers can be checked against.

    Both raise SourceEmpty for an article without text, and what else keeps it from being read.
    """

    @property
    def analysis(self) -> Analysis:
        """What code reads from it."""

    def checked(self, answered: Answered, stamp: Stamp) -> Summary:
        """The summary that holds of ``answered`` what the article supports."""


Read = Callable[[Document], Article]


@dataclass(frozen=True)
class ArticleHere:
    """An article that is read and checked against in this process, by the thread that asks."""

    document: Document

    @property
    def analysis(self) -> Analysis:
        """See ``Article``."""
        return self.read.analysis

    @cached_property
    def read(self) -> ReadArticle:
        """Everything that was read from it."""
        return read_article(self.document)

    def checked(self, answered: Answered, stamp: Stamp) -> Summary:
        """See ``Article``."""
        return summary_of(self.read, answered, stamp)


def summary_of(read: ReadArticle, answered: Answered, stamp: Stamp) -> Summary:
    """Check ``answered`` against an article, and seal what is left of it. Pure."""
    content = content_of(read, answered.draft, answered.notes)
    made = Making(read.document, answered, stamp)
    return sealed_summary(content, content.model_dump_json(), made)


def sealed_summary(content: Content, spelled: str, made: Making) -> Summary:
    """The content with where it comes from, and the hash of ``spelled``: its JSON."""
    provenance = _provenance(made, digest_of(spelled))
    # Both parts are checked: there is nothing left to validate.
    return Summary.model_construct(**vars(content), provenance=provenance)


def _provenance(made: Making, digest: str) -> Provenance:
    document, answered, stamp = made.document, made.answered, made.stamp
    usage = answered.usage
    return Provenance(
        prompt=stamp.prompt,
        prompt_fingerprint=stamp.fingerprint,
        model=answered.model,
        provider=answered.provider,
        served_model=answered.served_model,
        parameters=dict(answered.parameters),
        prompt_tokens=usage.prompt_tokens,
        cached_tokens=usage.cached_tokens,
        completion_tokens=usage.completion_tokens,
        attempts=usage.requests,
        seconds=round(usage.seconds, 3),
        cost=rounded(answered.cost),
        fallback_for=answered.fallback_for,
        document=document.name,
        language=document.language,
        document_sha256=document.sha256,
        schema_sha256=summary_fingerprint(),
        result_sha256=digest,
        created=stamp.created,
        software=f"summarizer {__version__}",
    )
