"""How well a claim is supported, as one number, and where support ends."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.claims.alignment import WEIGHTS, Link
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.content import is_thing
from summarizer.facts.claims.problem import Problem

# Measured with ``python -m evals.bench claims``, beside the typed problems: any cut from 0.30 to
# 0.50 gives 70 to 73 balanced accuracy on SummEdits, in either half of its documents.
SUPPORTED_FROM = 0.4

# What a problem leaves of the score. From 0.6 to 0.9, and from 0.95 to 0.98, the shares that the
# same command prints for BUMP and FIB move by at most two points; 1.0 costs three of negations.
_SEVERE = 0.8
_MILD = 0.97

# What a word earns that the evidence has nothing for, when it is only a way of saying it. From 0.3
# to 0.6 nothing moves by more than two points; at 0 date swaps lose two.
_OTHER_WORDS = 0.45

# The part of a word's cost that the next word bears too, when the two stand side by side in claim
# and evidence: "April 14" from another sentence must not earn more than "14" from there. Name swaps
# (FIB) come to 75 % at 0, 81 % at 0.8, 78 % at 1.
_CARRIED = 0.8


def score_of(both: Comparison, problems: Sequence[Problem]) -> float:
    """0 to 1: the part of the claim that has its counterpart in one place, less its problems."""
    total = earned = 0.0
    before: Link | None = None
    cost = 0.0
    for link in both.links:
        carried = before is not None and _are_side_by_side(before, link, both)
        cost = max(link.cost, _CARRIED * cost) if carried else link.cost
        weight = WEIGHTS[link.word.kind]
        total += weight
        earned += weight * _credit(link, cost, both)
        before = link
    if not any(link.place >= 0 for link in both.links):
        return 0.0
    score = earned / total
    for problem in problems:
        score *= _SEVERE if problem.severe else _MILD
    return score


def _credit(link: Link, cost: float, both: Comparison) -> float:
    if link.place < 0:
        known = link.word.kind in {"word", "placing"} and not is_thing(link, both)
        return _OTHER_WORDS if known else 0.0
    return link.quality * (1 - cost)


def _are_side_by_side(before: Link, link: Link, both: Comparison) -> bool:
    """Whether nothing but white space and hyphens lies between two words, on both sides."""
    if before.place < 0 or link.place != before.place + 1:
        return False
    return not both.claim.text[before.word.end : link.word.start].strip(" -")
