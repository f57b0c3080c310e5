from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.simulated_runs import World, simulated_pair
from summarizer.evaluation.comparison import Comparison, Row, compare
from summarizer.evaluation.gate import (
    ALLOWED,
    ALLOWED_LOSS,
    Loss,
    Rise,
    allowed_loss,
    gate,
    gate_first,
    sentence,
)
from summarizer.evaluation.measures import GATED
from summarizer.evaluation.results import ArticleScore, Hit, Ratio, RunScore


def pair(world: World, seed: int = 0) -> tuple[RunScore, RunScore]:
    return simulated_pair(world, np.random.default_rng(seed))


def compared(world: World, seed: int = 0) -> Comparison:
    return compare(*pair(world, seed), resamples=500)


def with_article(run: RunScore, **update: object) -> RunScore:
    """The run with its first article changed."""
    first = run.articles[0].model_copy(update=update)
    return run.model_copy(update={"articles": (first, *run.articles[1:])})


ONE_HIT = (Hit(must_not="m1", where="claim 3", text="He was found guilty."),)


class TestLosses:
    @given(st.integers(0, 10_000), st.sampled_from([0.0, 0.05, 0.15, 0.3]), st.floats(0, 0.5))
    @settings(max_examples=25, deadline=None)
    def test_a_bound_under_the_allowed_loss_fails_and_no_other(
        self, seed: int, drop: float, stated: float
    ) -> None:
        """What chance takes is in the allowed loss: so only what is called worse fails."""
        comparison = compared(World(drop=drop), seed)
        result = gate(comparison, dict.fromkeys(GATED, stated))

        failed = {f.row.measure for f in result.failures if isinstance(f, Loss)}

        for row in comparison.rows:
            assert row.low is not None
            under = row.low < -allowed_loss(row, stated) - 1e-9
            worse = row.verdict == "worse" and row.low < -stated - 1e-9
            assert (row.measure in failed) == under == worse

    @pytest.mark.parametrize("seed", range(10))
    def test_a_much_worse_run_is_caught(self, seed: int) -> None:
        result = gate(compared(World(drop=0.3), seed))

        assert not result.passed
        assert "all.f1" in {f.row.measure for f in result.failures if isinstance(f, Loss)}

    def test_a_worse_run_is_caught_in_8_of_10(self) -> None:
        caught = sum(not gate(compared(World(drop=0.15), seed)).passed for seed in range(40))

        assert caught / 40 >= 0.7

    def test_a_loss_that_always_goes_one_way_is_caught_though_it_is_small(self) -> None:
        """A change of code: most answers stay, some are lost, none is won."""
        caught = sum(
            not gate(compared(World(drop=0.1, redraw=0.0), seed)).passed for seed in range(20)
        )

        assert caught >= 17

    @pytest.mark.parametrize("seed", range(5))
    def test_a_better_run_passes(self, seed: int) -> None:
        new, old = pair(World(drop=0.3), seed)

        assert gate(compare(old, new, resamples=500)).passed

    @pytest.mark.parametrize("seed", range(5))
    def test_the_same_answers_pass(self, seed: int) -> None:
        result = gate(compared(World(redraw=0.0), seed), dict.fromkeys(GATED, 0.0))

        assert result.passed
        assert result.blind == ()

    @pytest.mark.parametrize("redraw", [1.0, 0.2], ids=["another-model", "asked-again"])
    def test_noise_seldom_fires(self, redraw: float) -> None:
        fired = sum(not gate(compared(World(redraw=redraw), seed)).passed for seed in range(80))

        assert fired / 80 <= 0.05

    def test_a_loss_that_is_allowed_passes(self) -> None:
        comparison = compared(World(drop=0.3))

        assert not gate(comparison).passed
        assert gate(comparison, dict.fromkeys(GATED, 1.0)).passed

    def test_what_is_not_stated_has_the_usual_allowance(self) -> None:
        """Both lost 0.02 to 0.04 for certain: that is too much for one, and not for the other."""
        numbers = {"difference": -0.03, "low": -0.04, "high": -0.02, "critical": 0.001}
        rows = tuple(
            Row(measure, 0.5, 0.47, 16, 16, **numbers) for measure in ("claims.focus", "actors.f1")
        )
        key = pair(World(articles=1))[0].key

        failures = gate(Comparison(key, key, rows, ())).failures

        assert [f.row.measure for f in failures if isinstance(f, Loss)] == ["actors.f1"]
        assert ALLOWED["claims.focus"] > 0.04 > ALLOWED_LOSS


class TestBlindness:
    def test_what_too_few_articles_speak_of_passes_and_is_named(self) -> None:
        new, old = pair(World(articles=4, drop=0.5))
        result = gate(compare(new, old, resamples=500))

        assert result.passed
        assert "claims.f1" in result.blind

    def test_a_measure_that_the_new_run_gives_nothing_to_judge_is_named(self) -> None:
        new, old = pair(World())
        silent = tuple(a.model_copy(update={"attributes": {}}) for a in new.articles)

        result = gate(compare(new.model_copy(update={"articles": silent}), old, resamples=500))

        assert {"claims.speaker", "claims.status", "figures.change"} <= set(result.blind)

    def test_nothing_is_allowed_or_forbidden_where_nothing_is_measured(self) -> None:
        assert allowed_loss(Row("claims.f1", None, None), 0.02) == inf


class TestZeroTolerance:
    @pytest.mark.parametrize(
        ("name", "update"),
        [
            ("must-not hits", {"must_not_hits": ONE_HIT}),
            ("figures without their value", {"figures_without_value": 1}),
            ("evidence not verbatim", {"grounding": {"verbatim": Ratio(right=8, of=9)}}),
            (
                "instructions as evidence",
                {"grounding": {"not_an_instruction": Ratio(right=8, of=9)}},
            ),
        ],
        ids=["must-not", "figure", "verbatim", "instruction"],
    )
    def test_one_more_fails(self, name: str, update: dict[str, object]) -> None:
        _, run = pair(World())
        worse = with_article(run, **update)

        result = gate(compare(worse, run, measures=["claims.f1"], resamples=50))
        back = gate(compare(run, worse, measures=["claims.f1"], resamples=50))

        (rise,) = result.failures
        assert isinstance(rise, Rise)
        assert (rise.count.name, rise.count.old, rise.count.new) == (name, 0, 1)
        assert rise.message == f"{name}: 1, was 0 (more in article-0)"
        assert back.passed

    def test_as_many_as_before_pass(self) -> None:
        _, run = pair(World())
        bad = with_article(run, must_not_hits=ONE_HIT)

        assert gate(compare(bad, bad, resamples=50)).passed

    def test_a_first_run_may_have_none(self) -> None:
        _, run = pair(World())
        bad = with_article(run, must_not_hits=ONE_HIT)

        assert gate_first(run).passed
        assert not gate_first(bad).passed


class TestSentences:
    def test_a_loss_is_told_with_its_interval(self) -> None:
        row = Row(
            "claims.f1",
            old=0.69,
            new=0.61,
            articles=16,
            changed=14,
            difference=-0.08,
            low=-0.13,
            high=-0.03,
            verdict="worse",
        )

        assert sentence(row) == "claims.f1 is worse by 0.08 (0.03 to 0.13): 0.61, was 0.69"
        assert Loss(row, 0.02, 0.1).message.endswith("allowed is a loss of 0.02")

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            (Row("a.f1", 0.5, None, 3), "is not measured"),
            (Row("a.f1", 0.5, 0.5, 3, 0, 0.0, 0.0, 0.0), "has not changed in any article"),
            (
                Row("a.f1", 0.5, 0.4, 1, 1, -0.1, -1.0, 1.0),
                "(1 article could show none)",
            ),
            (
                Row("a.f1", 0.5, 0.4, 9, 5, -0.1, -0.3, 0.1, smallest=0.25),
                "(9 articles could show 0.25)",
            ),
        ],
        ids=["not-measured", "unchanged", "none-could-be-shown", "too-small"],
    )
    def test_what_is_not_shown_says_why(self, row: Row, words: str) -> None:
        assert words in sentence(row)


def test_an_article_score_without_anything_is_judged_too() -> None:
    nothing = ArticleScore(slug="a", fields={}, attributes={}, grounding={})
    _, run = pair(World(articles=1))
    empty = run.model_copy(update={"articles": (nothing,)})

    result = gate(compare(empty, empty, resamples=50))

    assert result.passed
    assert result.blind == ()
