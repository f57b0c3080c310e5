"""Names in German, where a capital alone tells nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.names.german import read_german


def kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in read_german(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Nach Angaben von Baudezernentin Ilka Mertens kostet der Turm 3 Millionen Euro.",
            {"Ilka Mertens": "person"},
            id="a title before, units are no name",
        ),
        pytest.param(
            "Das sagte SPD-Fraktionschef Ole Brandt.", {"Ole Brandt": "person"}, id="compound title"
        ),
        pytest.param("Gestern kam Torben Rieck zu Besuch.", {"Torben Rieck": "person"}, id="two"),
        pytest.param("Die Stadt Bramfurt baut.", {"Bramfurt": "place"}, id="class noun"),
        pytest.param(
            "Dagegen stimmten die Freien Bürger und die CDU.",
            {"Freien Bürger": "organization", "CDU": "organization"},
            id="parties",
        ),
        pytest.param(
            "Der Gemeinderat fragte den Leiter des Gesundheitsamts.",
            {"Gemeinderat": "organization", "Gesundheitsamt": "organization"},
            id="bodies, without the genitive",
        ),
        pytest.param("Ein Gutachten zu den Kosten fehlt.", {}, id="nouns"),
        pytest.param("Im Frühjahr lag Schnee auf dem Dach der Schule.", {}, id="more nouns"),
        pytest.param("Aus Frankreich kam Hilfe.", {"Frankreich": "country"}, id="country"),
    ],
)
def test_a_name_needs_more_than_a_capital(text: str, found: dict[str, str]) -> None:
    assert kinds(text) == found


def test_a_surname_is_known_again() -> None:
    text = "Bürgermeisterin Ilka Mertens kam spät. Später ging Mertens nach Hause."
    assert [name.text for name in read_german(text)] == ["Ilka Mertens", "Mertens"]
    assert read_german(text)[0].title == "Bürgermeisterin"


@given(st.text(alphabet="Aab Müde.-’\n„“", max_size=80))
def test_names_are_spans_in_order(text: str) -> None:
    found = read_german(text)
    assert all(text[name.start : name.end] == name.text for name in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
