"""The whole of a draft, checked: the parts of a summary that rest on the article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.document import Document
from summarizer.draft import Draft, visible_draft
from summarizer.facts.analysis import Analysis, analyse
from summarizer.facts.readable import readable
from summarizer.grounding.actors import ground_actors
from summarizer.grounding.claims import ground_claims
from summarizer.grounding.figures import checked_conflicts, checked_figures
from summarizer.grounding.offsets import restored
from summarizer.grounding.questions import ground_questions
from summarizer.grounding.texts import GroundedText, ground_abstract, ground_headline
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    Coverage,
    FigureItem,
    OpenQuestion,
    Rejected,
)

_UNREAD = Coverage(sentences=0, sentences_read=0, sentences_cited=0, characters=0, complete=False)


@dataclass(frozen=True)
class Grounded:
    """Everything in a summary but its provenance."""

    headline: GroundedText
    abstract: GroundedText
    key_claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    figures: tuple[FigureItem, ...]
    conflicts: tuple[Conflict, ...]
    open_questions: tuple[OpenQuestion, ...]
    rejected: tuple[Rejected, ...]
    coverage: Coverage


def ground(draft: Draft, document: Document, analysis: Analysis | None = None) -> Grounded:
    """Check ``draft`` against ``document``.

    ``analysis`` is that of what is readable in the document (``facts.readable``), for a caller who
    has it already; the draft's sentence numbers are those of ``analysis.document``. Whatever the
    draft holds, every evidence of the result is verbatim at its offsets in ``document``.
    """
    facts = analysis or analyse(readable(document).document)
    draft, hidden = visible_draft(draft)
    grounded = restored(_grounded(draft, facts), facts.document, document)
    coverage = _coverage(document, facts.document, grounded)
    return replace(grounded, coverage=coverage.model_copy(update={"notes": _told(hidden)}))


def _grounded(draft: Draft, facts: Analysis) -> Grounded:
    claims, bad_claims = ground_claims(draft.claims, facts)
    questions, bad_questions = ground_questions(draft.questions, facts)
    people, bad_actors = ground_actors(draft.actors, facts)
    abstract, bad_abstract = ground_abstract(draft.abstract, claims, facts)
    headline, bad_headline = ground_headline(draft.headline, claims, facts)
    return Grounded(
        headline=headline,
        abstract=abstract,
        key_claims=claims,
        actors=people,
        figures=checked_figures(facts),
        conflicts=checked_conflicts(facts),
        open_questions=questions,
        rejected=(*bad_claims, *bad_questions, *bad_actors, *bad_abstract, *bad_headline),
        coverage=_UNREAD,
    )


def _coverage(article: Document, read: Document, grounded: Grounded) -> Coverage:
    """How much of ``article`` the model read, and rests under what is shown."""
    evidence = [item.evidence for item in grounded.key_claims]
    evidence += [item.evidence for item in grounded.figures]
    evidence += [item.evidence for item in grounded.open_questions]
    cited = {piece.sentence for pieces in evidence for piece in pieces}
    total = len(article.sentences)
    seen = total if read is article else len(_sentences_of(read, article))
    return Coverage(
        sentences=total,
        sentences_read=seen,
        sentences_cited=len(cited & set(range(1, total + 1))),
        characters=len(article.text),
        complete=seen == total,
    )


def _sentences_of(part: Document, article: Document) -> set[int]:
    """The numbers of the article's sentences that are, wholly or in part, in ``part``."""
    return {
        sentence.number
        for one in part.sentences
        for span in part.to_source(one.start, one.end)
        for sentence in article.sentences_in(span)
    }


def _told(hidden: int) -> tuple[str, ...]:
    if not hidden:
        return ()
    lost = "1 hidden character was" if hidden == 1 else f"{hidden} hidden characters were"
    return (f"{lost} taken out of the model's answer",)
