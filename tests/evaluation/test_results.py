"""Counts and ratios: what is defined, what is not, and that sums are sums of counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.results import Counts, Ratio

SMALL = st.integers(0, 20)


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    """Counts as a scorer can make them: the parts are never more than the whole."""
    matched, missed, extra, wrong = (draw(SMALL) for _ in range(4))
    core = draw(st.integers(0, matched + missed))
    core_matched = draw(st.integers(max(0, core - missed), min(core, matched)))
    return Counts(
        gold=matched + missed,
        matched=matched,
        core=core,
        core_matched=core_matched,
        shown=matched + extra + wrong,
        extra=extra,
        wrong=wrong,
        soft=matched * draw(st.floats(0, 1)),
    )


METRICS = ("precision", "recall", "f1", "soft_f1", "core_recall", "focus")


@pytest.mark.parametrize(
    ("given_counts", "expected"),
    [
        (Counts(), (None, None, None, None, None, None)),
        (Counts(gold=4), (None, 0, 0, 0, None, None)),
        (Counts(shown=2, wrong=2), (0, None, 0, 0, None, 0)),
        (Counts(shown=2, extra=2), (None, None, None, None, None, 0)),
        (Counts(gold=4, matched=2, shown=2, soft=1.5), (1, 0.5, 2 / 3, 0.5, None, 1)),
        (
            Counts(gold=4, matched=2, core=2, core_matched=1, shown=5, extra=1, wrong=2, soft=2),
            (0.5, 0.5, 0.5, 0.5, 0.5, 0.4),
        ),
    ],
    ids=["nothing", "nothing shown", "all wrong", "all extra", "half found", "some of each"],
)
def test_the_metrics_of_counts(given_counts: Counts, expected: tuple[float | None, ...]) -> None:
    found = tuple(getattr(given_counts, metric) for metric in METRICS)

    assert found == pytest.approx(expected)


@given(counts())
def test_a_metric_is_a_share_or_undefined(given_counts: Counts) -> None:
    for metric in METRICS:
        value = getattr(given_counts, metric)
        assert value is None or 0 <= value <= 1


@given(counts())
def test_f1_is_the_harmonic_mean(given_counts: Counts) -> None:
    precision, recall = given_counts.precision, given_counts.recall
    if precision and recall:
        assert given_counts.f1 == pytest.approx(2 * precision * recall / (precision + recall))


@given(counts(), counts())
def test_empty_against_empty_adds_nothing(one: Counts, other: Counts) -> None:
    assert one + Counts() == one
    assert one + other == other + one


@given(counts(), counts())
def test_a_sum_lies_between_its_parts(one: Counts, other: Counts) -> None:
    parts = [rate for rate in (one.recall, other.recall) if rate is not None]
    both = (one + other).recall
    assert both is None if not parts else min(parts) - 1e-9 <= (both or 0) <= max(parts) + 1e-9


def test_a_ratio_of_nothing_is_undefined() -> None:
    assert Ratio().rate is None
    assert Ratio(right=0, of=3).rate == 0
    assert Ratio(right=1, of=2) + Ratio(right=2, of=2) == Ratio(right=3, of=4)
