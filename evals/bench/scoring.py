"""How many article-summaries are scored in a second, on one core.

The summaries are the extractive ones of the gold folder's articles and variants of them, no two
alike: scoring one twice would time a cache. Held to the bar are variants in which two claims are
worded anew and the values of two figures changed, as the answers of models over one article differ;
the two other rows are the ends: nothing read before, and every claim worded anew.
"""

from __future__ import annotations

import importlib
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.bench.table import Row
from summarizer.evaluation.gold_files import GoldCase, load_gold
from summarizer.evaluation.scores import Scorer, score_summary
from summarizer.pipeline import summarize
from summarizer.summary import Summary

GOLD = Path(__file__).resolve().parents[1] / "gold"
BAR = 200.0
VARIANTS = 15
SEED = 4
Vary = Callable[[Summary, random.Random], Summary]


def rows(data: Path) -> list[Row]:
    """Summaries in a second of processor time."""
    del data  # the articles and their gold are the project's own
    cases = load_gold(GOLD)
    summaries = [summarize(case.document, model="extractive") for case in cases]
    importlib.import_module("scipy.optimize")
    begun = time.process_time()
    for case, summary in zip(cases, summaries, strict=True):
        score_summary(summary, case)
    first = len(cases) / (time.process_time() - begun)
    some = _speed(cases, summaries, _some_changed)
    every = _speed(cases, summaries, _all_reworded)
    return [
        Row(
            "distinct variants, two claims and figures new",
            _shown(some),
            f">= {BAR:.0f}",
            some >= BAR,
        ),
        Row("distinct variants, every claim new", _shown(every)),
        Row("the first of each article", _shown(first)),
    ]


def _speed(cases: Sequence[GoldCase], summaries: Sequence[Summary], vary: Vary) -> float:
    chance = random.Random(SEED)
    spent, scored = 0.0, 0
    for case, summary in zip(cases, summaries, strict=True):
        variants = [vary(summary, chance) for _ in range(VARIANTS)]
        scorer = Scorer(case)
        scorer.score(summary)
        begun = time.process_time()
        for variant in variants:
            scorer.score(variant)
        spent += time.process_time() - begun
        scored += len(variants)
    return scored / spent


def _some_changed(summary: Summary, chance: random.Random) -> Summary:
    claims, figures = list(summary.key_claims), list(summary.figures)
    for at in chance.sample(range(len(claims)), k=min(2, len(claims))):
        claims[at] = claims[at].model_copy(update={"text": _reworded(claims[at].text, chance)})
    for at in chance.sample(range(len(figures)), k=min(2, len(figures))):
        value = figures[at].low + chance.randrange(1, 10_000)
        figures[at] = figures[at].model_copy(update={"low": value, "high": value})
    chance.shuffle(claims)
    return summary.model_copy(update={"key_claims": tuple(claims), "figures": tuple(figures)})


def _all_reworded(summary: Summary, chance: random.Random) -> Summary:
    claims = [
        claim.model_copy(update={"text": _reworded(claim.text, chance)})
        for claim in summary.key_claims
    ]
    return summary.model_copy(update={"key_claims": tuple(claims)})


def _reworded(text: str, chance: random.Random) -> str:
    """The text without one word, and with two others changed over."""
    words = text.split()
    if len(words) > 4:
        del words[chance.randrange(len(words))]
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _shown(speed: float) -> str:
    return f"{speed:.0f} a second"
