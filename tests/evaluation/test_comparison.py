from __future__ import annotations

import numpy as np
import pytest

from evals.simulated_runs import World, simulated_pair
from summarizer.errors import InputError
from summarizer.evaluation.comparison import (
    ALPHA,
    Comparison,
    compare,
    compare_cells,
    run_intervals,
)
from summarizer.evaluation.measures import GATED, MEASURES
from summarizer.evaluation.results import RunScore

NOT_SHOWN = "no difference that this many articles can show"
TURNED = {"better": "worse", "worse": "better"}


def compared(world: World, seed: int = 0) -> Comparison:
    return compare(*simulated_pair(world, np.random.default_rng(seed)), resamples=500)


def changed(run: RunScore, **key: str) -> RunScore:
    return run.model_copy(update={"key": run.key.model_copy(update=key)})


class TestWhatCanBeCompared:
    @pytest.mark.parametrize(
        ("key", "reason"),
        [({"gold": "other"}, "different gold"), ({"schema_sha256": "other"}, "different schemas")],
        ids=["gold", "schema"],
    )
    def test_another_measure_is_refused(self, key: dict[str, str], reason: str) -> None:
        new, old = simulated_pair(World(articles=3), np.random.default_rng(0))

        with pytest.raises(InputError, match=rf"{reason}.*Score both runs again"):
            compare(changed(new, **key), old)

    @pytest.mark.parametrize("missing_of", ["new", "old"])
    def test_other_articles_are_refused_and_named(self, missing_of: str) -> None:
        runs = dict(zip(("new", "old"), simulated_pair(World(articles=3), _rng()), strict=True))
        fewer = runs[missing_of].articles[:-1]
        runs[missing_of] = runs[missing_of].model_copy(update={"articles": fewer})

        with pytest.raises(InputError, match="article-2"):
            compare(**runs)

    def test_an_article_scored_twice_is_refused(self) -> None:
        new, old = simulated_pair(World(articles=3), _rng())
        twice = new.model_copy(update={"articles": (*new.articles, new.articles[0])})

        with pytest.raises(InputError, match="twice"):
            compare(twice, old)

    def test_another_model_and_another_prompt_are_what_is_compared(self) -> None:
        new, old = simulated_pair(World(articles=3), _rng())
        other = changed(new, model="other", prompt="b@2", prompt_fingerprint="f")

        assert compare(other, old, resamples=50).rows == compare(new, old, resamples=50).rows

    def test_the_order_of_the_articles_is_nothing(self) -> None:
        new, old = simulated_pair(World(articles=9), _rng())
        turned = old.model_copy(update={"articles": old.articles[::-1]})

        assert compare(new, turned, resamples=50) == compare(new, old, resamples=50)


def _rng() -> np.random.Generator:
    return np.random.default_rng(0)


class TestRows:
    def test_hold_the_scores_of_both_runs(self) -> None:
        new, old = simulated_pair(World(), _rng())

        for row in compare(new, old, resamples=50).rows:
            measure = MEASURES[row.measure]
            assert row.new == pytest.approx(measure.value(new.articles))
            assert row.old == pytest.approx(measure.value(old.articles))
            assert row.difference == pytest.approx((row.new or 0) - (row.old or 0))

    def test_only_articles_that_say_something_count(self) -> None:
        new, old = simulated_pair(World(), _rng())
        conflicts = MEASURES["conflicts.f1"]
        said = set(conflicts.contributing(new)) | set(conflicts.contributing(old))

        assert compare(new, old, resamples=50).row("conflicts.f1").articles == len(said)

    @pytest.mark.parametrize("seed", range(5))
    def test_turning_the_runs_round_turns_the_verdicts(self, seed: int) -> None:
        new, old = simulated_pair(World(drop=0.25), np.random.default_rng(seed))
        there, back = compare(new, old, resamples=500), compare(old, new, resamples=500)

        assert {row.verdict for row in there.rows} & set(TURNED)
        for one, other in zip(there.rows, back.rows, strict=True):
            assert other.difference == pytest.approx(-(one.difference or 0))
            assert (other.low, other.high) == pytest.approx((-(one.high or 0), -(one.low or 0)))
            assert (other.p, other.p_holm) == (one.p, one.p_holm)
            assert other.verdict == TURNED.get(one.verdict, one.verdict)

    def test_the_same_answers_are_no_difference(self) -> None:
        for row in compared(World(redraw=0.0)).rows:
            assert (row.difference, row.low, row.high) == (0.0, 0.0, 0.0)
            assert (row.p, row.p_holm, row.changed, row.verdict) == (1.0, 1.0, 0, NOT_SHOWN)

    def test_a_run_without_a_score_is_not_measured(self) -> None:
        new, old = simulated_pair(World(articles=4), _rng())
        silent = tuple(a.model_copy(update={"attributes": {}}) for a in new.articles)

        row = compare(new.model_copy(update={"articles": silent}), old).row("claims.speaker")

        assert (row.verdict, row.new, row.difference, row.p) == ("not measured", None, None, None)
        assert row.old is not None

    def test_a_verdict_needs_the_adjusted_p_and_an_interval_without_zero(self) -> None:
        for seed in range(20):
            for row in compared(World(drop=0.12), seed).rows:
                assert row.low is not None
                assert row.high is not None
                shown = (row.p_holm or 0) <= ALPHA and not row.low <= 0 <= row.high
                assert (row.verdict != NOT_SHOWN) == shown

    def test_one_article_that_outweighs_the_others_is_no_verdict(self) -> None:
        """All sixteen lost, so the swaps are sure; how much, sixteen others may not tell."""
        lost = np.array([(4, 9, 5, 9)] * 15 + [(0, 90, 90, 90)], dtype=float)

        (row,) = compare_cells({"lost": lost}, resamples=500)

        assert (row.p_holm or 1) <= ALPHA
        assert (row.high or 0) > 0
        assert row.verdict == NOT_SHOWN

    def test_a_change_in_one_list_is_not_paid_for_by_the_others(self) -> None:
        """Holm counts the measures that could differ: here one of two, so 0.0312 is enough."""
        lost = np.array([(1, 9, 4, 9)] * 3 + [(2, 9, 4, 9)] * 3 + [(5, 9, 5, 9)] * 10, dtype=float)
        same = np.array([(5, 9, 5, 9)] * 16, dtype=float)

        alone, _ = compare_cells({"lost": lost, "same": same}, resamples=500)

        assert (alone.verdict, alone.p, alone.p_holm) == ("worse", 2 / 2**6, 2 / 2**6)


class TestPromises:
    def test_equally_good_runs_are_seldom_told_apart(self) -> None:
        """In at most 5 of 100 comparisons of four measures; 500 are tried, with 2 sigma on top."""
        told_apart = 0
        for seed in range(500):
            rng = np.random.default_rng(seed)
            cells = {name: _equally_good(rng) for name in "abcd"}
            rows = compare_cells(cells, resamples=250, seed=seed)
            told_apart += any(row.verdict in TURNED for row in rows)

        assert 0 < told_apart / 500 <= 0.07

    def test_a_loss_of_the_smallest_size_is_shown_in_8_of_10(self) -> None:
        shown, smallest = 0, []
        for seed in range(200):
            rng = np.random.default_rng(seed)
            (row,) = compare_cells({"a": _equally_good(rng, loss=0.18)}, resamples=400)
            shown += row.verdict == "worse"
            smallest.append(row.smallest or 1.0)

        assert np.median(smallest) == pytest.approx(0.18, abs=0.01)
        assert 0.72 <= shown / 200 <= 0.88


def _equally_good(rng: np.random.Generator, loss: float = 0.0) -> np.ndarray:
    """Recall of two runs over 16 articles."""
    easy, of = 0.2 + 0.6 * rng.random(16), rng.integers(4, 14, 16)
    new, old = rng.binomial(of, easy - loss), rng.binomial(of, easy)
    return np.column_stack([new, of, old, of]).astype(float)


def test_a_run_alone_has_an_interval_for_each_measure_with_a_score() -> None:
    run, _ = simulated_pair(World(), _rng())

    found = run_intervals(run)

    assert set(GATED) <= set(found)
    assert "actors.kind" not in found  # the simulation judges none
    for name, estimate in found.items():
        assert estimate.value == pytest.approx(MEASURES[name].value(run.articles))
        assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1
