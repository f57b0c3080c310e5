"""From an article and a model's answer to a finished summary: the part that needs no model.

Reading an article and checking an answer against it take most of the processor time of a summary,
and are the same wherever they are done: here, or in another process (``summarizer.batch.readers``).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from typing import Protocol

from summarizer.asking import Answered
from summarizer.document import Document
from summarizer.errors import SourceEmpty, SourceNotText
from summarizer.facts.analysis import Analysis, analyse
from summarizer.facts.readable import Readable, readable
from summarizer.grounding import Grounded, ground
from summarizer.grounding.marking import count_hidden, left_out_note, mark
from summarizer.grounding.offsets import renumbered
from summarizer.models.prices import rounded
from summarizer.prompts import Prompt
from summarizer.schema import fingerprint, summary_schema
from summarizer.summary import Coverage, LeftOut, Provenance, Source, Summary, sealed
from summarizer.version import __version__


@dataclass(frozen=True)
class Stamp:
    """What a summary says of its making: the prompt's id and fingerprint, and the time."""

    prompt: str
    fingerprint: str
    created: datetime.datetime


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


@dataclass(frozen=True)
class ReadArticle:
    """An article, what of it may be rested on, and the analysis of that."""

    document: Document
    found: Readable
    analysis: Analysis


def read_article(document: Document) -> ReadArticle:
    """Read everything from ``document``. Pure. Raises SourceEmpty and SourceNotText."""
    if not document.visible.sentences:
        raise SourceEmpty("the article holds no text")
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceNotText(
            f"it holds a lone surrogate, which is no character, at offset {error.start}",
            remedy="Decode the source anew, or replace it with U+FFFD",
        ) from None
    found = readable(document)
    return ReadArticle(document, found, analyse(found.document))


def summary_of(read: ReadArticle, answered: Answered, stamp: Stamp) -> Summary:
    """Check ``answered`` against an article, and seal what is left of it. Pure."""
    grounded = ground(answered.draft, read.document, read.analysis)
    summary = _summary(grounded, answered, stamp, read.document)
    return _with_marks(summary, read.document, read.found)


def _summary(grounded: Grounded, answered: Answered, stamp: Stamp, document: Document) -> Summary:
    usage = answered.usage
    return Summary(
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
        source=Source.of(document.origin),
        coverage=_with_notes(grounded.coverage, answered.notes),
        provenance=Provenance(
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
            schema_sha256=_schema_sha256(),
            created=stamp.created,
            software=f"summarizer {__version__}",
        ),
    )


def _with_notes(coverage: Coverage, notes: tuple[str, ...]) -> Coverage:
    return coverage.model_copy(update={"notes": (*coverage.notes, *notes)})


def _with_marks(summary: Summary, document: Document, found: Readable) -> Summary:
    """With what an editor has to look at in the article, and the hash of it all."""
    left_out = [LeftOut(**asdict(one)) for one in count_hidden(document)]
    told = (
        *(renumbered(note, found.document, document) for note in summary.coverage.notes),
        *left_out_note(found),
    )
    update = {
        "marked": mark(document, found),
        "source": summary.source.model_copy(
            update={"removed": (*summary.source.removed, *left_out)}
        ),
        "coverage": summary.coverage.model_copy(update={"notes": told}),
    }
    return sealed(summary.model_copy(update=update))


@cache
def _schema_sha256() -> str:
    return fingerprint(summary_schema())
