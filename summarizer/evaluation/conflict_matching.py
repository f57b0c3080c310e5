"""Which conflict of a summary is which of the gold: by the sides both have."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.evaluation.assignment import NO_MATCH, Score, assign
from summarizer.evaluation.claim_numbers import is_same, read_quantities
from summarizer.evaluation.evidence import SHARED_FROM, gold_spans, item_spans, overlap
from summarizer.evaluation.gold import GoldConflict, GoldSide
from summarizer.evaluation.gold_files import GoldCase
from summarizer.summary import Conflict, ConflictSide

# A conflict has two sides at least, and so has what two have in common.
_LEAST_SHARED = 2


def score_conflicts(
    case: GoldCase, gold: Sequence[GoldConflict], items: Sequence[Conflict]
) -> list[list[Score]]:
    """The share of the sides that both have, of pairs that share two or more."""
    return [[_score(case, one, item) for item in items] for one in gold]


def _score(case: GoldCase, gold: GoldConflict, item: Conflict) -> Score:
    shared = len(
        assign([[_side_score(case, one, other) for other in item.sides] for one in gold.sides])
    )
    if shared < _LEAST_SHARED:
        return NO_MATCH
    return Score(2 * shared / (len(gold.sides) + len(item.sides)))


def _side_score(case: GoldCase, gold: GoldSide, item: ConflictSide) -> Score:
    """Whether two sides are one: they rest on the same words, or give the same number.

    Where both give numbers, one of them must be the same: two sides can stand in one sentence.
    """
    mine = read_quantities(gold.text, case.gold.language)
    theirs = read_quantities(item.text, case.gold.language)
    same_number = any(is_same(one, other) for one in mine for other in theirs)
    if mine and theirs and not same_number:
        return NO_MATCH
    shared = overlap(gold_spans(case.document.text, gold.evidence), item_spans(item.evidence))
    if shared < SHARED_FROM and not same_number:
        return NO_MATCH
    return Score(1.0, shared)
