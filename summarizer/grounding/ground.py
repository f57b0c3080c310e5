"""The whole of a draft, checked: the parts of a summary that rest on the article."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.document import Document
from summarizer.draft import Draft
from summarizer.facts.analysis import Analysis, analyse
from summarizer.grounding.actors import ground_actors
from summarizer.grounding.claims import ground_claims
from summarizer.grounding.figures import checked_conflicts, checked_figures
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

    ``analysis`` is what ``analyse(document)`` returns, for a caller who has it already. Whatever
    the draft holds, every evidence of the result is verbatim at its offsets.
    """
    facts = analysis or analyse(document)
    claims, bad_claims = ground_claims(draft.claims, facts)
    questions, bad_questions = ground_questions(draft.questions, facts)
    people, bad_actors = ground_actors(draft.actors, facts)
    abstract, bad_abstract = ground_abstract(draft.abstract, claims, facts)
    headline, bad_headline = ground_headline(draft.headline, claims, facts)
    figures = checked_figures(facts)
    evidence = [item.evidence for item in claims]
    evidence += [item.evidence for item in figures]
    evidence += [item.evidence for item in questions]
    cited = {piece.sentence for pieces in evidence for piece in pieces}
    return Grounded(
        headline=headline,
        abstract=abstract,
        key_claims=claims,
        actors=people,
        figures=figures,
        conflicts=checked_conflicts(facts),
        open_questions=questions,
        rejected=(*bad_claims, *bad_questions, *bad_actors, *bad_abstract, *bad_headline),
        coverage=_coverage(document, cited),
    )


def _coverage(document: Document, cited: set[int]) -> Coverage:
    total = len(document.sentences)
    return Coverage(
        sentences=total,
        sentences_read=total,
        sentences_cited=len(cited & set(range(1, total + 1))),
        characters=len(document.text),
        complete=True,
    )
