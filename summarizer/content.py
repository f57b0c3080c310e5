"""What an article says, read, and what it supports of a draft: nothing here asks a model, or knows
of one.

It is most of the work on a summary, and the same wherever it is done: here, or in a process of its
own, which starts sooner for each module that is not imported here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from summarizer.document import Document
from summarizer.document.language import unread_note
from summarizer.draft import Draft
from summarizer.errors import SourceEmpty, SourceNotText
from summarizer.facts.analysis import Analysis, analyse
from summarizer.facts.readable import Readable, readable
from summarizer.grounding import ground
from summarizer.grounding.marking import count_hidden, left_out_note, mark
from summarizer.grounding.offsets import renumbered
from summarizer.summary import Content, LeftOut, Source


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


def content_of(read: ReadArticle, draft: Draft, notes: tuple[str, ...]) -> Content:
    """What the article supports of ``draft``; ``notes`` tell how the draft came about. Pure."""
    document, found = read.document, read.found
    grounded = ground(draft, document, read.analysis)
    told = grounded.coverage.notes + notes
    told = tuple(renumbered(note, found.document, document) for note in told)
    told += left_out_note(found) + unread_note(document.language)
    return Content(
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
        marked=mark(document, found),
        source=_source(document),
        coverage=grounded.coverage.model_copy(update={"notes": told}),
    )


def _source(document: Document) -> Source:
    """What the source says of itself; what no reader sees of the text is left out as well."""
    source = Source.of(document.origin)
    hidden = tuple(LeftOut(**asdict(one)) for one in count_hidden(document))
    return source.model_copy(update={"removed": source.removed + hidden}) if hidden else source
