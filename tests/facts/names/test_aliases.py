"""When two names mean the same, and what a name stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.names import country_of, same_name, stands_for, without_title

SAME = [
    ("Silva", "President Ana Silva"),
    ("Ana Silva's", "Ana Silva"),
    ("Mr. Silva", "Ana Silva"),
    ("A. Silva", "Ana Silva"),
    ("Ana Maria Silva", "Ana Silva"),
    ("Bill Poe", "William Poe"),
    ("EU", "European Union"),
    ("World Food Programme", "WFP"),
    ("MoD", "Ministry of Defence"),
    ("US", "U.S."),
    ("the United States", "America"),
    ("UK", "Britain"),
    ("Kim", "Kim Jong Un"),
    ("Ban", "Ban Ki-moon"),
    ("Kyiv", "Kiev"),
    ("Acme Corp.", "Acme"),
    ("Supreme Court", "Italian Supreme Court of Cassation"),
    ("Congress", "US Congress"),
    ("Brasília", "Brasilia"),
]
DIFFERENT = [
    ("South Korea", "North Korea"),
    ("North Korea", "Korea"),
    ("Ana Silva", "Rita Silva"),
    ("Acme", "Globex"),
    ("Paris", "Paris Roux"),
    ("Washington", "Washington Post"),
    ("New York", "New York Times"),
    ("Google", "Google Science Fair"),
    ("Bank of England", "Bank of Japan"),
    ("Ministry of Defence", "Ministry of Health"),
    ("Russian Defence Ministry", "Ukrainian Defence Ministry"),
    ("United Nations", "United States"),
    ("us", "US"),
    ("Seoul", "South Korea"),
    ("Dutch", "Netherlands"),
    ("President", "President Ana Silva"),
    ("", "Ana Silva"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_aliases_are_the_same_name(one: str, two: str) -> None:
    assert same_name(one, two)
    assert same_name(two, one)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_other_names_are_not(one: str, two: str) -> None:
    assert not same_name(one, two)
    assert not same_name(two, one)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_has_no_direction(one: str, two: str) -> None:
    assert same_name(one, two) == same_name(two, one)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Pyongyang", "North Korea"),
        ("the Kremlin", "Russia"),
        ("Seoul's", "South Korea"),
        ("Britain", "United Kingdom"),
        ("Lyon", ""),
    ],
)
def test_capitals_and_seats_stand_for_a_country(name: str, country: str) -> None:
    assert stands_for(name) == country


def test_demonyms_are_countries_only_when_asked() -> None:
    assert country_of("Dutch") == ""
    assert country_of("Dutch", demonyms=True) == "Netherlands"


def test_titles_and_roles_in_front_are_taken_off() -> None:
    assert without_title("former Norwegian Prime Minister Ana Silva") == "Ana Silva"
