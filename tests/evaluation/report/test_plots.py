from __future__ import annotations

import re

import pytest

from summarizer.evaluation.report.plots import UNIT, Dot, Interval, around_zero, axis, shape, track


def percent(place: str) -> float:
    return float(place.removesuffix("%"))


def test_a_scale_keeps_order_and_stays_inside() -> None:
    places = [percent(UNIT.at(value)) for value in (-1, 0, 0.25, 0.5, 1, 2)]

    assert places == sorted(places)
    assert places[0] == places[1] > 0
    assert places[-1] == places[-2] < 100
    assert percent(UNIT.at(0.5)) == 50


@pytest.mark.parametrize(
    ("values", "reach"),
    [([], 0.1), ([0.02, -0.07], 0.1), ([0.1], 0.1), ([0.11], 0.2), ([-0.83, 0.2], 0.9), ([1.0], 1)],
)
def test_a_scale_around_zero_holds_every_value_and_has_zero_in_the_middle(
    values: list[float], reach: float
) -> None:
    scale = around_zero(values)

    assert (scale.low, scale.high) == (-reach, reach)
    assert percent(scale.at(0)) == 50


def test_every_run_has_a_lane_and_a_shape_of_its_own() -> None:
    drawn = track([Dot(0.5, run) for run in range(6)], "label")

    ys = re.findall(r'<svg x="50.00%" y="([\d.]+)"', drawn)
    assert len(set(ys)) == 6
    assert len({shape(run) for run in range(6)}) == 6


def test_a_missing_value_leaves_its_lane_empty() -> None:
    both = track([Dot(0.2, 0), Dot(0.4, 1)], "label")
    one = track([None, Dot(0.4, 1)], "label")

    assert 'class="r0"' not in one
    assert re.findall(r'class="r1">.*', one) == re.findall(r'class="r1">.*', both)


def test_an_interval_is_drawn_from_low_to_high() -> None:
    drawn = track([Dot(0.5, 0, Interval(0.25, 0.75))], "label")

    assert f'class="whisker" x1="{UNIT.at(0.25)}" x2="{UNIT.at(0.75)}"' in drawn


def test_what_a_plot_says_is_escaped() -> None:
    assert 'aria-label="&#34;&gt;&lt;b&gt;"' in track([], '"><b>')


def test_an_axis_around_zero_shows_signs() -> None:
    assert re.findall(r">([^<>]+)</text>", axis(around_zero([0.2]))) == [
        "−0.20",
        "−0.10",
        "0.00",
        "+0.10",
        "+0.20",
    ]
