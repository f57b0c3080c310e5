"""When two figures are the same quantity."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.facts.figures import Figure, agrees, read_figures, same_quantity, same_value


def first(text: str) -> Figure:
    return read_figures(text)[0]


SAME = [
    ("$1.2bn", "1,200 million dollars"),
    ("$300K", "300,000 dollars"),
    ("5 km", "5,000 metres"),
    ("60 basis points", "0.6 percentage points"),
    ("50 cents", "$0.50"),
    ("half of the seats", "50 percent of the seats"),
    ("a third of the seats", "33 percent of the seats"),
    ("two years", "24 months"),
    ("three dozen boats", "36 boats"),
    ("$60 per barrel", "6,000 cents per barrel"),
    ("10 to 15 boats", "between 10 and 15 boats"),
    ("12,000 soldiers", "12,000 troops"),
    ("12,000", "12,000 soldiers"),
    ("10,000 soldiers", "more than 10,000 soldiers"),
]
DIFFERENT = [
    ("$1.2bn", "1.2 million dollars"),
    ("$40", "£40"),
    ("40 percent", "40 percentage points"),
    ("40 percent", "40 people"),
    ("$40", "40 people"),
    ("5 km", "5 miles"),
    ("10 to 15 boats", "10 boats"),
    ("more than 100 boats", "fewer than 100 boats"),
    ("rose 3 percent", "fell 3 percent"),
    ("7-2 in the final vote", "7 people"),
    ("12,000 soldiers", "12,001 soldiers"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_way_it_is_written_does_not_matter(a: str, b: str) -> None:
    assert agrees(first(a), first(b))
    assert agrees(first(b), first(a))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_value_unit_bound_and_direction_do(a: str, b: str) -> None:
    assert not agrees(first(a), first(b))
    assert not agrees(first(b), first(a))


def test_counted_nouns_must_match_for_the_same_quantity() -> None:
    troops, officers = first("500 North Korean troops"), first("500 officers")
    assert agrees(troops, officers)
    assert not same_quantity(troops, officers)
    assert same_quantity(troops, first("500 troops"))


@given(st.integers(1, 10**9), st.integers(1, 10**9))
@example(999_999_999, 1_000_000_000)
def test_two_counts_agree_exactly_when_their_numbers_do(a: int, b: int) -> None:
    assert same_value(first(f"{a:,} boats"), first(f"{b:,} boats")) == (a == b)
