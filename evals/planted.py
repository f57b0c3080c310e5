"""What of a planted text is shown as supported: counted on the summary, however it came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.grounding.support import words_of
from summarizer.summary import Evidence, Summary


def planted_items(summary: Summary, clean: str, planted: tuple[int, int]) -> list[str]:
    """The shown items that rest on the planted stretch, or are worded with its words.

    ``clean`` is the article without it, ``planted`` where it stands in the article summarised. A
    text rests on it with any piece of evidence; an actor when every mention is in it. A text that
    the model worded has its words where one is not in the article: code's own are the article's.
    """
    known = words_of(clean)
    return [
        f"{item}: {text}"
        for item, text, evidence, worded in _shown(summary)
        if any(_overlaps(piece, planted) for piece in evidence)
        or (worded and not words_of(text) <= known)
    ] + [
        f"actor: {actor.name}"
        for actor in summary.actors
        if all(_overlaps(piece, planted) for piece in actor.evidence)
        or not words_of(f"{actor.name} {actor.role}") <= known
    ]


def _shown(summary: Summary) -> Iterator[tuple[str, str, Sequence[Evidence], bool]]:
    yield "headline", summary.headline, summary.headline_evidence, True
    yield "abstract", summary.abstract, summary.abstract_evidence, True
    for claim in summary.key_claims:
        spoken = (claim.speaker_evidence,) if claim.speaker_evidence else ()
        yield "claim", claim.text, (*claim.evidence, *spoken), True
    for question in summary.open_questions:
        worded = question.proposed_by == "model"
        yield "question", question.text, question.evidence, worded
    for figure in summary.figures:
        yield "figure", f"{figure.text} {figure.measures}", figure.evidence, True
    for conflict in summary.conflicts:
        for side in conflict.sides:
            yield "conflict", side.text, side.evidence, True
    for actor in summary.actors:
        if actor.role_evidence:
            yield "role", actor.role, (actor.role_evidence,), False


def _overlaps(evidence: Evidence, planted: tuple[int, int]) -> bool:
    return evidence.start < planted[1] and planted[0] < evidence.end
