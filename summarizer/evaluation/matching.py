"""Which item of a summary is which item of the gold, list by list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from summarizer.evaluation.actor_matching import score_actors
from summarizer.evaluation.assignment import NO_MATCH, Match, Score, assign
from summarizer.evaluation.claim_gates import has_number_conflict, may_match
from summarizer.evaluation.conflict_matching import score_conflicts
from summarizer.evaluation.evidence import SHARED_FROM, gold_spans, item_spans, overlap
from summarizer.evaluation.figure_matching import score_figures
from summarizer.evaluation.gold import (
    GoldActor,
    GoldClaim,
    GoldConflict,
    GoldFigure,
    GoldQuestion,
)
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.results import Field
from summarizer.evaluation.similarity import EVIDENCE_MARGIN, MATCHED_FROM, likenesses
from summarizer.summary import Claim, OpenQuestion, Summary

__all__ = ["Match", "match"]

G = TypeVar("G", GoldClaim, GoldActor, GoldFigure, GoldConflict, GoldQuestion)
S = TypeVar("S", bound=BaseModel)
Scores = Sequence[Sequence[Score]]

# What a question is worth that rests on the gold's words but asks in words of its own.
_SAME_SENTENCE = 0.6

_LEAST = MATCHED_FROM - EVIDENCE_MARGIN


def match(case: GoldCase, summary: Summary) -> Mapping[Field, tuple[Match, ...]]:
    """The optimal one-to-one matches of every list, by position, in the order of the gold.

    A pair that its gate refuses is never matched: another value or unit of a figure, no name in
    common, a number or a negation that contradicts. The order of the items plays no part. Raises
    MissingExtra where scipy is not installed.
    """
    gold, language = case.gold, case.gold.language

    def claims_pass(one: GoldClaim, other: Claim) -> bool:
        return may_match(one.text, other.text, language)

    def questions_pass(one: GoldQuestion, other: OpenQuestion) -> bool:
        return not has_number_conflict(one.text, other.text, language)

    return {
        "claims": _matched(
            gold.claims, summary.key_claims, lambda g, s: score_claims(case, g, s), claims_pass
        ),
        "actors": _matched(gold.actors, summary.actors, score_actors),
        "figures": _matched(gold.figures, summary.figures, lambda g, s: score_figures(case, g, s)),
        "conflicts": _matched(
            gold.conflicts, summary.conflicts, lambda g, s: score_conflicts(case, g, s)
        ),
        "open_questions": _matched(
            gold.open_questions,
            summary.open_questions,
            lambda g, s: score_questions(case, g, s),
            questions_pass,
        ),
    }


def _matched(
    gold: Sequence[G],
    items: Sequence[S],
    scores_of: Callable[[Sequence[G], Sequence[S]], Scores],
    gate: Callable[[G, S], bool] = lambda one, other: True,
) -> tuple[Match, ...]:
    """The assignment of two lists, each first put into an order of its content's own."""
    rows = sorted(range(len(gold)), key=lambda at: gold[at].id)
    columns = _in_order(items)
    if not rows or not columns:
        return ()
    mine, theirs = [gold[at] for at in rows], [items[at] for at in columns]
    found = assign(scores_of(mine, theirs), lambda row, column: gate(mine[row], theirs[column]))
    matches = (Match(rows[pair.gold], columns[pair.item], pair.similarity) for pair in found)
    return tuple(sorted(matches, key=lambda pair: pair.gold))


def _in_order(items: Sequence[BaseModel]) -> list[int]:
    """The positions of items, by their first field, and by all of it where two have one first."""
    firsts = [str(next(iter(vars(item).values()))) for item in items]
    if len(set(firsts)) == len(firsts):
        return sorted(range(len(items)), key=firsts.__getitem__)
    return sorted(range(len(items)), key=lambda at: (firsts[at], items[at].model_dump_json()))


def score_claims(case: GoldCase, gold: Sequence[GoldClaim], items: Sequence[Claim]) -> Scores:
    """The similarities of the texts, nothing under the threshold.

    The threshold is lower where both rest on the same words of the article, and higher where they
    do not: see ``EVIDENCE_MARGIN``.
    """
    texts = tuple(one.text for one in gold)
    columns = [likenesses(texts, item.text, case.gold.language, _LEAST) for item in items]
    spans = [gold_spans(case.document.text, one.evidence) for one in gold]
    places = [item_spans(item.evidence) for item in items]
    return [
        [
            _score_claim(column[row], overlap(spans[row], place)) if column[row] else NO_MATCH
            for column, place in zip(columns, places, strict=True)
        ]
        for row in range(len(gold))
    ]


def _score_claim(similarity: float, shared: float) -> Score:
    margin = -EVIDENCE_MARGIN if shared >= SHARED_FROM else EVIDENCE_MARGIN
    return Score(similarity, shared) if similarity >= MATCHED_FROM + margin else NO_MATCH


def score_questions(
    case: GoldCase, gold: Sequence[GoldQuestion], items: Sequence[OpenQuestion]
) -> Scores:
    """Questions that the same words raise, or that ask the same in much the same words."""
    texts = tuple(one.text for one in gold)
    columns = [likenesses(texts, item.text, case.gold.language) for item in items]
    spans = [gold_spans(case.document.text, one.evidence) for one in gold]
    places = [item_spans(item.evidence) for item in items]
    return [
        [
            _score_question(column[row], overlap(spans[row], place))
            for column, place in zip(columns, places, strict=True)
        ]
        for row in range(len(gold))
    ]


def _score_question(similarity: float, shared: float) -> Score:
    if shared >= SHARED_FROM:
        similarity = _SAME_SENTENCE + (1 - _SAME_SENTENCE) * similarity
    return Score(similarity) if similarity >= MATCHED_FROM else NO_MATCH
