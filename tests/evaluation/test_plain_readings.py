"""Numbers and names read plainly: what must be in the evidence, and what is there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.plain_names import PlainText, missing_names
from summarizer.evaluation.plain_numbers import missing_numbers, read_plainly, values_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12,000 men", {"12000", "12"}),
        ("12 000 men", {"12000", "12"}),
        ("1.2bn", {"1200000000"}),
        ("1,2 Milliarden Euro", {"1200000000"}),
        ("3 mil millones", {"3000000000"}),
        ("twelve thousand", {"12000"}),
        ("two hundred and fifty-three", {"253"}),
        ("a dozen", {"1", "12"}),
        ("60%", {"60"}),
        ("between 50 and 60", {"50", "60"}),
        ("4.3.2025", {"4", "3", "2025"}),
        ("no number here", set()),
    ],
)
def test_the_values_of_numbers(text: str, values: set[str]) -> None:
    assert values_in(text) == set(map(Decimal, values))


@pytest.mark.parametrize(
    ("said", "evidence", "missing"),
    [
        ("12,000 men", "12 thousand men", []),
        ("twelve men", "12 men", []),
        ("50 percent", "half of them", []),
        ("5 people", "5 million people", ["5"]),
        ("1.3bn", "1.2bn", ["1.3bn"]),
        ("one of the men", "the men", []),
        ("14 weeks", "41 weeks", ["14"]),
    ],
)
def test_a_number_is_missing_where_no_reading_of_it_is_there(
    said: str, evidence: str, missing: list[str]
) -> None:
    assert missing_numbers(said, values_in(evidence)) == missing


@given(st.integers(2, 10**12))
def test_a_number_with_and_without_marks_is_the_same(value: int) -> None:
    assert not missing_numbers(f"{value:,}", values_in(str(value)))


@given(st.text(max_size=200))
def test_any_text_has_its_own_numbers_and_names(text: str) -> None:
    plain = PlainText(text)

    assert not missing_numbers(text, values_in(text))
    assert not missing_names(plain, plain, plain)
    assert all(number.text in text for number in read_plainly(text))


ARTICLE = PlainText("Then Mayor Ines Halder met Anton Brae of the Orlen Trade Union in Kiel.")


@pytest.mark.parametrize(
    ("said", "evidence", "missing"),
    [
        ("Halder met the man.", "Ines Halder met a man.", []),
        ("They met Brae.", "They met a man.", ["Brae"]),
        ("Brae met them.", "A man met them.", ["Brae"]),
        ("Troops met them.", "Soldiers met them.", []),
        ("He met Boris Tull.", "He met a man.", ["Boris", "Tull"]),
        ("Russian troops left.", "The army of Russia left.", []),
        ("Dutch troops left.", "The army of the Netherlands left.", []),
        ("The EU agreed.", "The European Union agreed.", []),
        ("Members of the European Union agreed.", "The EU agreed.", []),
        ("US troops left.", "The United States sent troops.", []),
        ("A Kiel-based firm", "a firm from Kiel", ["Kiel-based"]),
        ("It was Halder’s plan.", "Halder had a plan.", []),
        ("Mayor Halder Meets Traders In Town", "the mayor, Halder, met traders in a town", []),
        ("Mayor Brae Meets Traders In Town", "the mayor, Halder, met traders in a town", ["Brae"]),
        ("¿Quién pagará?", "No se sabe.", []),
    ],
)
def test_a_name_is_missing_where_nothing_like_it_is_there(
    said: str, evidence: str, missing: list[str]
) -> None:
    assert missing_names(PlainText(said), PlainText(evidence), ARTICLE) == missing


def test_in_german_a_noun_is_no_name() -> None:
    said = PlainText("Der Rat beschloss den Bau mit Mareike Thönn.", "de")
    evidence = PlainText("Es wurde gebaut, sagte sie.", "de")

    assert missing_names(said, evidence, evidence) == ["Mareike", "Thönn"]
