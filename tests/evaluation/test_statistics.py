from __future__ import annotations

import sys
from itertools import pairwise
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from summarizer.errors import MissingExtra
from summarizer.evaluation.bootstrap import Estimate, difference, quantile, score
from summarizer.evaluation.comparison import smallest_shown
from summarizer.evaluation.extra import need
from summarizer.evaluation.holm import attainable, holm, levels
from summarizer.evaluation.intervals import rule_of_three, wilson
from summarizer.evaluation.swaps import swaps


def cells(*rows: tuple[float, float, float, float]) -> np.ndarray:
    """A row an article: numerator and denominator of the new run, then of the old."""
    return np.array(rows, dtype=float).reshape(-1, 4)


def turned(counts: np.ndarray) -> np.ndarray:
    return counts[:, [2, 3, 0, 1]]


@st.composite
def both_runs(draw: st.DrawFn) -> np.ndarray:
    """Counts of two runs over 2 to 9 articles; every article has something in both."""
    run = st.integers(1, 12).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
    listed = draw(st.lists(st.tuples(run, run), min_size=2, max_size=9))
    return cells(*[(*new, *old) for new, old in listed])


class TestWilson:
    @pytest.mark.parametrize(("right", "of"), [(0, 1), (1, 1), (0, 50), (37, 41), (400, 412)])
    def test_is_the_interval_of_scipy(self, right: int, of: int) -> None:
        expected = stats.binomtest(right, of).proportion_ci(method="wilson")

        assert wilson(right, of) == pytest.approx((expected.low, expected.high), abs=1e-12)

    @given(st.integers(0, 500), st.integers(0, 500))
    def test_holds_the_rate_and_stays_in_bounds(self, right: int, wrong: int) -> None:
        low, high = wilson(right, right + wrong)

        assert 0 <= low < high <= 1
        if right + wrong:
            assert low <= right / (right + wrong) <= high

    def test_knows_nothing_of_nothing(self) -> None:
        assert wilson(0, 0) == (0.0, 1.0)

    @pytest.mark.parametrize(("right", "of"), [(3, 2), (-1, 2), (0, -1)])
    def test_refuses_what_is_no_rate(self, right: int, of: int) -> None:
        with pytest.raises(ValueError, match="no rate"):
            wilson(right, of)

    @pytest.mark.parametrize("rate", [0.02, 0.5, 0.9, 0.98])
    def test_holds_the_true_rate_in_about_95_of_100(self, rate: float) -> None:
        chances = {k: comb(60, k) * rate**k * (1 - rate) ** (60 - k) for k in range(61)}

        held = sum(p for k, p in chances.items() if wilson(k, 60)[0] <= rate <= wilson(k, 60)[1])

        assert 0.93 < held < 0.99


class TestRuleOfThree:
    @given(st.integers(3, 5000))
    def test_is_just_above_the_exact_bound(self, of: int) -> None:
        exact = 1 - 0.05 ** (1 / of)

        assert exact <= rule_of_three(of) <= exact * 1.6

    @pytest.mark.parametrize("of", [0, 1, 2, 3])
    def test_says_nothing_after_three_tries_or_fewer(self, of: int) -> None:
        assert rule_of_three(of) == 1.0


P_VALUES = st.lists(st.floats(0, 1), max_size=12)


class TestHolm:
    def test_adjusts_as_in_the_textbook(self) -> None:
        assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])

    def test_leaves_a_single_value_alone(self) -> None:
        assert holm([0.03]) == [0.03]

    @given(P_VALUES)
    def test_never_lowers_a_value_and_keeps_their_order(self, p: list[float]) -> None:
        adjusted = holm(p)

        assert all(a >= b for a, b in zip(adjusted, p, strict=True))
        assert all(a <= 1 for a in adjusted)
        by_p = [adjusted[at] for at in sorted(range(len(p)), key=p.__getitem__)]
        assert all(a <= b for a, b in pairwise(by_p))

    @given(P_VALUES, st.randoms(use_true_random=False))
    def test_does_not_heed_the_order_given(self, p: list[float], chance: object) -> None:
        order = list(range(len(p)))
        chance.shuffle(order)  # type: ignore[attr-defined]

        assert holm([p[at] for at in order]) == [holm(p)[at] for at in order]

    @given(P_VALUES)
    def test_a_value_is_a_finding_where_it_is_not_above_its_level(self, p: list[float]) -> None:
        found = [a <= 0.05 for a in holm(p)]

        by_level = [value <= level for value, level in zip(p, levels(p, 0.05), strict=True)]

        near = any(abs(v - level) < 1e-12 for v, level in zip(p, levels(p, 0.05), strict=True))
        assert near or found == by_level


class TestAttainable:
    @pytest.mark.parametrize(
        ("smallest", "able"),
        [
            ({"a": 1.0, "b": 1.0}, ()),
            ({"a": 0.01, "b": 1.0}, ("a",)),
            ({"a": 0.04, "b": 0.5, "c": 1.0}, ("a",)),
            ({"a": 0.04, "b": 0.04}, ()),
            ({"a": 0.001, "b": 0.04, "c": 0.001}, ("a", "c")),
            ({"a": 0.001, "b": 0.001, "c": 0.001}, ("a", "b", "c")),
            ({}, ()),
        ],
        ids=[
            "nothing-differs",
            "one-differs",
            "one-differs-enough",
            "two-that-spoil-each-other",
            "the-middle-one-cannot",
            "all",
            "none",
        ],
    )
    def test_counts_only_what_could_be_found(
        self, smallest: dict[str, float], able: tuple[str, ...]
    ) -> None:
        assert attainable(smallest, 0.05) == able

    @given(st.dictionaries(st.text(max_size=3), st.floats(0, 1), max_size=12))
    def test_whatever_is_counted_can_reach_its_level(self, smallest: dict[str, float]) -> None:
        able = attainable(smallest, 0.05)

        assert all(smallest[name] * len(able) <= 0.05 + 1e-12 for name in able)


class TestSwaps:
    @given(both_runs())
    def test_agree_with_the_permutation_test_of_scipy(self, counts: np.ndarray) -> None:
        both = np.concatenate([counts[:, :2], counts[:, 2:]])

        def statistic(new: np.ndarray, old: np.ndarray, axis: int) -> np.ndarray:
            now, was = both[new].sum(axis=-2), both[old].sum(axis=-2)
            return now[..., 0] / now[..., 1] - was[..., 0] / was[..., 1]

        at = np.arange(len(counts))
        theirs = stats.permutation_test(
            (at, at + len(at)), statistic, permutation_type="samples", vectorized=True
        )

        ours = swaps(counts)

        assert ours.exact
        assert ours.p_value(theirs.statistic) == pytest.approx(min(1.0, theirs.pvalue))

    @given(both_runs(), st.floats(0, 0.2))
    def test_what_is_above_the_critical_difference_is_significant(
        self, counts: np.ndarray, level: float
    ) -> None:
        test, value = swaps(counts), difference(counts, 50)
        assert value is not None

        critical = test.critical(level)

        near = critical is not None and abs(abs(value.value) - critical) < 1e-9
        above = critical is not None and abs(value.value) > critical
        assert (test.p_value(value.value) <= level) == (above and not near)

    @pytest.mark.parametrize(
        ("level", "critical"), [(0.2, None), (0.25, 3 / 12), (0.4, 3 / 12), (0.5, 1 / 12)]
    )
    def test_the_critical_difference_is_the_largest_that_is_no_finding(
        self, level: float, critical: float | None
    ) -> None:
        """Of eight swaps, two each give 5/12 and 3/12, and four give 1/12."""
        test = swaps(cells((1, 4, 3, 4), (0, 4, 2, 4), (2, 4, 3, 4)))

        assert test.critical(level) == (critical and pytest.approx(critical))

    @pytest.mark.parametrize("articles", [1, 2, 5, 9])
    def test_articles_that_all_speak_for_one_run_give_the_smallest_p(self, articles: int) -> None:
        test = swaps(cells(*[(0, 4, 3, 4)] * articles))

        assert test.p_value(-0.75) == test.smallest_p == 2 ** (1 - articles)

    def test_the_same_answers_are_no_difference(self) -> None:
        test = swaps(cells((2, 4, 2, 4), (0, 3, 0, 3)))

        assert (test.changed, test.p_value(0.0), test.critical(0.05)) == (0, 1.0, None)

    def test_articles_that_do_not_differ_cannot_lower_p(self) -> None:
        few = cells((1, 4, 3, 4), (0, 4, 2, 4), (2, 4, 3, 4))
        many = np.concatenate([few, cells(*[(2, 4, 2, 4)] * 13)])

        assert swaps(few).p_value(5 / 12) == swaps(many).p_value(5 / 64) == 0.25

    def test_a_sample_of_swaps_is_close_to_all_of_them(self) -> None:
        rng = np.random.default_rng(3)
        nine = np.full(12, 9)
        counts = np.column_stack([rng.integers(0, 9, 12), nine, rng.integers(0, 9, 12), nine])
        value = difference(counts, 50)
        assert value is not None

        every, some = swaps(counts), swaps(counts, resamples=4000)

        assert every.exact
        assert not some.exact
        assert some.p_value(value.value) == pytest.approx(every.p_value(value.value), abs=0.03)

    def test_a_swap_that_leaves_a_run_without_a_score_counts_against_a_finding(self) -> None:
        test = swaps(cells((1, 1, 0, 0), (0, 0, 1, 1)))

        assert np.isinf(test.sizes[0])


class TestDifference:
    @given(both_runs())
    def test_turning_the_runs_round_turns_the_signs(self, counts: np.ndarray) -> None:
        there, back = difference(counts, 200), difference(turned(counts), 200)
        assert there is not None
        assert back is not None

        assert back.value == pytest.approx(-there.value, abs=1e-12)
        assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-9)

    @given(both_runs())
    def test_the_estimate_is_inside_its_interval(self, counts: np.ndarray) -> None:
        found = difference(counts, 200)
        assert found is not None

        assert -1 <= found.low <= found.value <= found.high <= 1

    @given(both_runs())
    def test_the_same_answers_give_nothing_for_certain(self, counts: np.ndarray) -> None:
        counts[:, 2:] = counts[:, :2]

        found = difference(counts, 50)

        assert found == Estimate(0.0, 0.0, 0.0, 0.0, len(counts))

    @given(
        st.lists(
            st.integers(1, 9).flatmap(
                lambda of: st.tuples(st.integers(0, of), st.integers(0, of), st.just(of))
            ),
            min_size=2,
            max_size=9,
        ),
        st.integers(0, 5),
    )
    def test_an_article_with_equal_results_keeps_the_sign(
        self, listed: list[tuple[int, int, int]], right: int
    ) -> None:
        """Where both runs are judged on as many items: recall is, precision is not."""
        counts = cells(*[(new, of, old, of) for new, old, of in listed])
        longer = np.concatenate([counts, cells((right, 5, right, 5))])
        before, after = difference(counts, 50), difference(longer, 50)
        assert before is not None
        assert after is not None

        assert np.sign(round(after.value, 12)) == np.sign(round(before.value, 12))
        assert abs(after.value) <= abs(before.value) + 1e-12

    def test_the_same_seed_gives_the_same_interval(self) -> None:
        counts = cells((3, 9, 5, 9), (2, 4, 2, 4), (7, 8, 3, 8))

        assert difference(counts) == difference(counts)
        assert difference(counts) != difference(counts, seed=2)

    def test_is_made_from_sums_not_from_the_articles_own_scores(self) -> None:
        found = difference(cells((1, 1, 0, 1), (0, 9, 9, 9)), 50)
        assert found is not None

        assert found.value == pytest.approx(1 / 10 - 9 / 10)

    @pytest.mark.parametrize(
        "counts",
        [cells(), cells((0, 0, 1, 1)), cells((1, 1, 0, 0), (2, 3, 0, 0))],
        ids=["no-article", "no-new-score", "no-old-score"],
    )
    def test_a_run_without_a_score_gives_none(self, counts: np.ndarray) -> None:
        assert difference(counts, 50) is None

    @pytest.mark.parametrize(
        "counts",
        [cells((1, 2, 2, 2)), cells((1, 1, 1, 2), (0, 0, 1, 2), (0, 0, 2, 2))],
        ids=["one-article", "one-article-has-all-the-new-counts"],
    )
    def test_where_resampling_tells_nothing_all_is_possible(self, counts: np.ndarray) -> None:
        found = difference(counts, 500)
        assert found is not None

        assert (found.low, found.high, found.error) == (-1.0, 1.0, None)

    def test_articles_that_all_say_the_same_leave_room_for_others(self) -> None:
        found = difference(cells(*[(0, 3, 3, 3)] * 16), 50)
        assert found is not None

        assert (found.value, found.high) == (-1.0, -1 + 3 / 16)

    @pytest.mark.parametrize("articles", [5, 16])
    def test_intervals_hold_the_truth_as_often_as_they_say(self, articles: int) -> None:
        """An interval of percentiles holds it in 83 to 91 of 100 and would fail here."""
        held = 0
        for seed in range(300):
            rng = np.random.default_rng(seed)
            easy, of = rng.beta(4, 4, articles), rng.integers(4, 14, articles)
            new, old = rng.binomial(of, easy), rng.binomial(of, easy)
            found = difference(np.column_stack([new, of, old, of]).astype(float), 300)
            assert found is not None
            held += found.low <= 0 <= found.high

        assert 0.93 <= held / 300 <= 0.98


class TestScore:
    def test_is_the_micro_score_with_room_on_both_sides(self) -> None:
        found = score(np.array([(3, 5), (4, 9), (8, 9)], dtype=float))
        assert found is not None

        assert found.value == pytest.approx(15 / 23)
        assert 0 <= found.low < found.value < found.high <= 1

    def test_nothing_to_judge_is_no_score(self) -> None:
        assert score(np.zeros((0, 2))) is None


class TestSmallest:
    def test_is_a_tenth_above_the_textbooks_for_many_articles_and_one_measure(self) -> None:
        many = Estimate(0.0, -0.02, 0.02, 0.01, 5000)

        assert smallest_shown(many, 0.05) == pytest.approx(1.1 * 0.028, abs=1e-4)

    def test_is_larger_where_many_measures_are_asked(self) -> None:
        few = Estimate(0.0, -0.1, 0.1, 0.05, 16)

        assert (smallest_shown(few, 0.05) or 0) < (smallest_shown(few, 0.005) or 0)

    @pytest.mark.parametrize(
        "estimate",
        [
            Estimate(0.0, 0.0, 0.0, 0.0, 16),
            Estimate(0.0, -1.0, 1.0, None, 1),
            Estimate(0.0, -1.0, 1.0, 0.5, 4),
        ],
        ids=["nothing-differs", "unknown-error", "more-than-a-score-can-differ"],
    )
    def test_is_none_where_none_can_be_told(self, estimate: Estimate) -> None:
        assert smallest_shown(estimate, 0.05) is None

    def test_students_t_is_that_of_the_tables(self) -> None:
        assert quantile(0.975, 16) == pytest.approx(2.131, abs=1e-3)


class TestNeed:
    def test_says_how_to_install_what_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "numpy", None)

        with pytest.raises(MissingExtra, match=r"numpy.*summarizer\[evals\]"):
            need("numpy")

    def test_does_not_hide_that_a_library_is_broken(self) -> None:
        with pytest.raises(ModuleNotFoundError):
            need("summarizer.no_such_module.at_all")
