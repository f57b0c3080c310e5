"""Statements that cannot be the same, however alike their words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.claim_gates import has_number_conflict, may_match


@pytest.mark.parametrize(
    ("gold", "shown", "language"),
    [
        ("The firm made 1.3 billion dollars.", "The firm made $1.3bn.", "en"),
        ("Profit was 1.24 billion euros.", "Profit was 1.2 billion euros.", "en"),
        ("About 12,000 people fled.", "12,000 people fled.", "en"),
        ("Profit rose 12 per cent.", "Profit rose.", "en"),
        ("The council approved it.", "On Monday the council approved it by 7 votes to 5.", "en"),
        ("Unemployment rose to 5.2% in May.", "In May unemployment rose to 5.2%, from 5.1%.", "en"),
        (
            "Three died when a bus overturned.",
            "A bus with 40 passengers overturned, killing three.",
            "en",
        ),
        ("The firm closed two plants and will cut 300 jobs.", "The firm will cut 300 jobs.", "en"),
        (
            "Rail revenue was 9m euros.",
            "Rail revenue was 9m euros, while buses earned 4m euros.",
            "en",
        ),
        (
            "The storm injured twelve people.",
            "The storm injured twelve people and killed two.",
            "en",
        ),
        ("The minister did not resign.", "The minister has not resigned, her office said.", "en"),
        ("Halden sued Brink.", "Brink was sued by Halden.", "en"),
        (
            "Der Rat hat den Haushalt beschlossen.",
            "Am Montag hat der Rat den Haushalt beschlossen.",
            "de",
        ),
        ("La empresa ganó 1.200 millones.", "La empresa ganó 1,2 mil millones.", "es"),
    ],
)
def test_what_agrees_may_match(gold: str, shown: str, language: str) -> None:
    assert may_match(gold, shown, language)


@pytest.mark.parametrize("swapped", [False, True], ids=["straight", "swapped"])
@pytest.mark.parametrize(
    ("gold", "shown", "language"),
    [
        pytest.param(
            "The firm made 1.3bn dollars.", "The firm made 1.2bn dollars.", "en", id="value"
        ),
        pytest.param(
            "The firm made 1.3bn dollars.", "The firm made 1.3bn euros.", "en", id="currency"
        ),
        pytest.param(
            "Rates rose 2 per cent.", "Rates rose 2 percentage points.", "en", id="points"
        ),
        pytest.param(
            "The bank was founded in 1981.", "The bank was founded in 1918.", "en", id="year"
        ),
        pytest.param("The team finished second.", "The team finished third.", "en", id="ordinal"),
        pytest.param(
            "The firm will cut 300 jobs.", "The firm will not cut 300 jobs.", "en", id="not"
        ),
        pytest.param(
            "Unemployment rose in May.", "Unemployment fell in May.", "en", id="direction"
        ),
        pytest.param("Halden sued Brink.", "Brink sued Halden.", "en", id="roles"),
        pytest.param(
            "Rail earned 9m euros and buses earned 4m euros.",
            "Rail earned 4m euros and buses earned 9m euros.",
            "en",
            id="swapped numbers",
        ),
        pytest.param("Twelve people were killed.", "Twelve people were injured.", "en", id="fate"),
        pytest.param(
            "Der Gewinn lag bei 1,3 Milliarden Euro.",
            "Der Gewinn lag bei 1,2 Milliarden Euro.",
            "de",
            id="de number",
        ),
        pytest.param(
            "Der Rat hat den Haushalt beschlossen.",
            "Der Rat hat den Haushalt nicht beschlossen.",
            "de",
            id="nicht",
        ),
        pytest.param(
            "Es gibt einen Plan für die Brücke.",
            "Es gibt keinen Plan für die Brücke.",
            "de",
            id="kein",
        ),
        pytest.param(
            "La empresa ganó 1.200 millones.",
            "La empresa ganó 1.300 millones.",
            "es",
            id="es number",
        ),
        pytest.param(
            "El alcalde dimitió el lunes.", "El alcalde no dimitió el lunes.", "es", id="no"
        ),
    ],
)
def test_what_contradicts_may_not_match(
    gold: str, shown: str, language: str, swapped: bool
) -> None:
    assert not may_match(*((shown, gold) if swapped else (gold, shown)), language)


@given(st.integers(2, 999), st.integers(2, 999))
def test_two_counts_of_one_thing_conflict_where_they_differ(one: int, other: int) -> None:
    conflict = has_number_conflict(f"The firm cut {one} jobs.", f"The firm cut {other} jobs.")
    assert conflict is (one != other)


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "de", "es", "fr", "xx"]))
def test_any_texts_can_be_asked_about(gold: str, shown: str, language: str) -> None:
    assert may_match(gold, shown, language) in {True, False}
