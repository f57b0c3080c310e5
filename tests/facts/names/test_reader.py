"""Which words are names, and of what kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.names import read_names


def found(text: str) -> list[str]:
    return [name.text for name in read_names(text)]


def kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in read_names(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Yesterday Maria Lopez met Juan Perez.", ["Maria Lopez", "Juan Perez"], id="two"
        ),
        pytest.param("The bank of John's cousin failed.", ["John"], id="possessive taken off"),
        pytest.param(
            "We asked the U.S. Navy and the U.N. about it.", ["U.S. Navy", "U.N."], id="dots"
        ),
        pytest.param("He joined the Bank of England in May.", ["Bank of England"], id="of inside"),
        pytest.param(
            "She runs the Department of Health and Human Services.",
            ["Department of Health and Human Services"],
            id="and inside",
        ),
        pytest.param("He left Poland and Armenia.", ["Poland", "Armenia"], id="and between"),
        pytest.param(
            "They quoted J. R. Baker and George W. Bush.", ["J. R. Baker", "George W. Bush"]
        ),
        pytest.param(
            "They met Ursula von der Leyen there.", ["Ursula von der Leyen"], id="particles"
        ),
        pytest.param("They met Lee Ha-joon there.", ["Lee Ha-joon"], id="hyphen and lower case"),
        pytest.param("The US-led force left.", ["US"], id="compound adjective"),
        pytest.param("On Monday, in August, it rained.", [], id="days and months"),
        pytest.param("Voters backed Theresa May in May.", ["Theresa May"], id="a month's name"),
        pytest.param("Officials said so. Residents fled.", [], id="first words"),
        pytest.param("The CEO spoke on TV about GDP.", [], id="capitals that name nothing"),
        pytest.param("I think I'm right.", [], id="pronoun"),
        pytest.param("He flew a Boeing 737 to Paris.", ["Boeing 737", "Paris"], id="numbered"),
        pytest.param("Follow #BigDay or @someone.", [], id="handles"),
    ],
)
def test_names_are_runs_of_capitals_that_name_something(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_first_word_is_a_name_when_the_text_uses_it_as_one() -> None:
    assert found("Gorlan said no. The plan of Gorlan failed.") == ["Gorlan", "Gorlan"]


def test_a_first_word_is_no_name_when_the_text_has_it_in_lower_case() -> None:
    assert found("Gorlans fell. Later more gorlans fell.") == []


def test_in_a_headline_only_what_is_known_from_elsewhere_is_a_name() -> None:
    text = "Mayor Of Dorwick Slams Harsh Water Plan\nThe mayor of Dorwick said the plan was wrong."
    assert found(text) == ["Dorwick", "Dorwick"]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("It was President Ana Silva who spoke.", "Ana Silva", "President"),
        ("It was Deputy Foreign Minister Ivan Petrov.", "Ivan Petrov", "Deputy Foreign Minister"),
        ("We met Lt. Gov. Ann Poe there.", "Ann Poe", "Lt. Gov"),
        ("We met Mr Poe there.", "Poe", "Mr"),
        ("We met Dr. Poe there.", "Poe", "Dr"),
        ("It was French President Jean Roux.", "Jean Roux", "President"),
    ],
)
def test_a_title_is_kept_beside_the_name(text: str, name: str, title: str) -> None:
    person = next(n for n in read_names(text) if n.kind == "person")
    assert (person.text, person.title) == (name, title)


def test_what_stands_before_a_title_is_a_name_of_its_own() -> None:
    assert found("It was U.S. President Jane Roe.") == ["U.S.", "Jane Roe"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He fled to Norway.", "Norway", "country"),
        ("He met Norwegian troops.", "Norwegian", "demonym"),
        ("He met North Korean troops.", "North Korean", "demonym"),
        ("He works for the Treasury Department.", "Treasury Department", "organization"),
        ("He swam in Lake Ordun.", "Lake Ordun", "place"),
        ("He won the Ordun Cup.", "Ordun Cup", "event"),
        ("He left for the WHO.", "WHO", "organization"),
        ("They quoted spokesman Rull Vandor.", "Rull Vandor", "person"),
        ("They quoted Marc Lane.", "Marc Lane", "person"),
        ("He grew up in West Africa.", "West Africa", "place"),
    ],
)
def test_the_kind_is_guessed_from_words_tables_and_context(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_a_lone_surname_has_the_kind_of_the_full_name() -> None:
    text = "They quoted Rull Vandor. Critics of Vandor left."
    assert kinds(text)["Vandor"] == "person"


@given(st.text(alphabet="Aab. ,'’-&\n\"“1é\u0301U", max_size=200))
def test_names_quote_the_text_in_order_without_overlap(text: str) -> None:
    names = read_names(text)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(name.text for name in names)
    assert all(a.end <= b.start for a, b in pairwise(names))
