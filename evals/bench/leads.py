"""Leads against what editors picked: do claims of the gold files rest on the first leads?

Core recall (all recall) is the share of an article's core claims (of all its claims) with evidence
in one of the first N leads; precision the share of those leads that carry a core claim. Means over
the articles. Beside the leads: the first N sentences that can lead, and N of them at random (mean
of 20 draws).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from evals.bench.table import Row
from summarizer.document import Document
from summarizer.evaluation.gold_files import GoldCase, load_gold
from summarizer.facts.analysis import analyse
from summarizer.facts.leads import can_lead

GOLD = Path(__file__).resolve().parents[1] / "gold"
DEPTHS = (2, 8, 12)
_DRAWS = 20


def rows(_data: Path) -> list[Row]:
    """Recall and precision at several depths, for the leads and the two baselines."""
    cases = load_gold(GOLD)
    orders: dict[str, list[list[list[int]]]] = {
        "leads": [[[s.number for s in analyse(case.document).leads]] for case in cases],
        "first sentences": [[_able(case.document)] for case in cases],
        "random sentences": [_shuffled(_able(case.document)) for case in cases],
    }
    return [
        Row(f"{name}, first {depth}", _value(cases, drawn, depth))
        for depth in DEPTHS
        for name, drawn in orders.items()
    ]


def _able(document: Document) -> list[int]:
    return [sentence.number for sentence in document.sentences if can_lead(sentence)]


def _shuffled(numbers: list[int]) -> list[list[int]]:
    draws = (random.Random(seed) for seed in range(_DRAWS))
    return [draw.sample(numbers, len(numbers)) for draw in draws]


def _value(cases: Sequence[GoldCase], drawn: list[list[list[int]]], depth: int) -> str:
    scores = [
        tuple(map(fmean, zip(*(_score(case, order[:depth]) for order in orders), strict=True)))
        for case, orders in zip(cases, drawn, strict=True)
    ]
    core, every, precision = map(fmean, zip(*scores, strict=True))
    return f"core recall {core:.3f}  all recall {every:.3f}  core precision {precision:.3f}"


def _score(case: GoldCase, order: Sequence[int]) -> tuple[float, float, float]:
    taken = set(order)
    claims = [
        (claim.grade, _sentences(case.document, claim.evidence)) for claim in case.gold.claims
    ]
    core = [numbers for grade, numbers in claims if grade == "core"]
    carried = taken & {number for numbers in core for number in numbers}
    return (
        fmean(bool(numbers & taken) for numbers in core),
        fmean(bool(numbers & taken) for _, numbers in claims),
        len(carried) / max(1, len(taken)),
    )


def _sentences(document: Document, evidence: Sequence[str]) -> set[int]:
    spans = [(at, at + len(quote)) for quote in evidence if (at := document.text.find(quote)) >= 0]
    return {
        s.number
        for s in document.sentences
        for start, end in spans
        if s.start < end and s.end > start
    }
