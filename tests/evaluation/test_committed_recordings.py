"""The recorded answers of the project's own evaluation: what must hold of all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from summarizer.evaluation.campaign import BASE, Workplace
from summarizer.evaluation.comparison import compare
from summarizer.evaluation.gate import gate
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.measures import ZERO_TOLERANCE
from summarizer.evaluation.results import RunScore
from summarizer.evaluation.runs import Contestant, run_recorded
from summarizer.pipeline import DEFAULT_PROMPT

ROOT = Path(__file__).resolve().parents[2]
PLACE = Workplace.of(ROOT / "evals")
WORSE = Path(__file__).parent / "worse"
LOCAL = "local/qwen2.5-coder-1.5b"


@cache
def cases() -> list[GoldCase]:
    return PLACE.cases()


@cache
def score(contestant: Contestant, recordings: Path = PLACE.recordings) -> RunScore:
    return run_recorded(cases(), contestant, recordings).score


def test_sixteen_articles_have_gold() -> None:
    assert len(cases()) == 16


def test_the_local_model_is_recorded_with_every_released_prompt_on_every_article() -> None:
    from summarizer.prompts import released

    assert {Contestant(LOCAL, prompt) for prompt in released()} <= set(PLACE.contestants())


@pytest.mark.parametrize("contestant", PLACE.contestants(), ids=lambda c: f"{c.model} {c.prompt}")
@pytest.mark.parametrize("count", ZERO_TOLERANCE)
def test_what_must_never_happen_does_not(contestant: Contestant, count: str) -> None:
    found = {a.slug: ZERO_TOLERANCE[count](a) for a in score(contestant).articles}

    assert {slug: times for slug, times in found.items() if times} == {}


def test_a_deliberately_worse_prompt_is_caught() -> None:
    worse = score(Contestant(LOCAL, f"{WORSE}/"), WORSE / "recordings")

    result = gate(compare(worse, score(Contestant(LOCAL, DEFAULT_PROMPT))))

    assert not result.passed


def test_the_same_prompt_again_is_not() -> None:
    chosen = Contestant(LOCAL, DEFAULT_PROMPT)
    again = run_recorded(cases(), chosen, PLACE.recordings).score

    assert gate(compare(again, score(chosen))).passed


def test_a_model_is_scored_beside_no_model_at_all() -> None:
    assert PLACE.contestants()[0] == BASE
