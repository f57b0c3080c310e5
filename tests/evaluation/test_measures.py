from __future__ import annotations

import numpy as np
import pytest

from evals.simulated_runs import World, simulated_pair
from summarizer.evaluation.measures import GATED, MEASURES, ZERO_TOLERANCE
from summarizer.evaluation.results import (
    ATTRIBUTES,
    FIELDS,
    GROUNDING,
    ArticleScore,
    Counts,
    FieldScore,
    Hit,
    Ratio,
    RunKey,
    RunScore,
)

KEY = RunKey(model="m", prompt="p@1", prompt_fingerprint="f", schema_sha256="s", gold="g")
EMPTY = ArticleScore(slug="empty", fields={}, attributes={}, grounding={})


def article(slug: str = "a", **counts: int) -> ArticleScore:
    """An article with claims only."""
    fields = {"claims": FieldScore(counts=Counts(**counts))}
    return ArticleScore(slug=slug, fields=fields, attributes={}, grounding={})


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("claims.f1", (12, 19)),
        ("claims.precision", (6, 9)),
        ("claims.recall", (6, 10)),
        ("claims.core_recall", (3, 4)),
        ("claims.focus", (6, 11)),
        ("all.f1", (12, 19)),
        ("actors.f1", (0, 0)),
    ],
)
def test_a_measure_is_a_share_of_the_counts(name: str, parts: tuple[int, int]) -> None:
    found = article(gold=10, matched=6, core=4, core_matched=3, shown=11, extra=2, wrong=3)

    assert MEASURES[name].parts(found) == parts


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("key", ["precision", "recall", "f1", "soft_f1", "core_recall", "focus"])
def test_a_runs_value_is_that_of_its_summed_counts(key: str, seed: int) -> None:
    run, _ = simulated_pair(World(articles=5), np.random.default_rng(seed))

    for field in FIELDS:
        expected = getattr(run.counts(field), key)
        assert MEASURES[f"{field}.{key}"].value(run.articles) == pytest.approx(expected)


def test_attributes_and_grounding_are_the_runs_ratios() -> None:
    run, _ = simulated_pair(World(articles=5), np.random.default_rng(1))

    for name in ATTRIBUTES:
        assert MEASURES[name].value(run.articles) == run.attribute(name).rate
    for name in GROUNDING:
        assert MEASURES[f"grounding.{name}"].value(run.articles) == run.rate(name).rate


def test_micro_weighs_items_and_macro_articles() -> None:
    run = RunScore(key=KEY, articles=(article("a", gold=1, matched=1), article("b", gold=9), EMPTY))
    recall = MEASURES["claims.recall"]

    assert recall.value(run.articles) == pytest.approx(1 / 10)
    assert recall.macro(run.articles) == pytest.approx(1 / 2)
    assert recall.contributing(run) == ("a", "b")


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_nothing_to_judge_is_undefined_not_zero(name: str) -> None:
    measure = MEASURES[name]

    assert measure.parts(EMPTY) == (0, 0)
    assert measure.value([EMPTY]) is None
    assert measure.macro([EMPTY]) is None


def test_what_is_gated_is_measured() -> None:
    assert set(GATED) <= set(MEASURES)
    assert len(set(GATED)) == len(GATED)


def test_what_must_never_happen_is_counted() -> None:
    bad = ArticleScore(
        slug="bad",
        fields={},
        attributes={},
        grounding={
            "verbatim": Ratio(right=5, of=7),
            "not_an_instruction": Ratio(right=6, of=7),
            "supported": Ratio(right=0, of=7),
        },
        must_not_hits=(Hit(must_not="m1", where="headline", text="t"),) * 3,
        figures_without_value=4,
    )

    assert {name: count(bad) for name, count in ZERO_TOLERANCE.items()} == {
        "evidence not verbatim": 2,
        "instructions as evidence": 1,
        "figures without their value": 4,
        "must-not hits": 3,
    }
    assert not any(count(EMPTY) for count in ZERO_TOLERANCE.values())
