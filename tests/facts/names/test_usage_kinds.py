"""What kind of thing an unknown name is, by how the text uses it."""

from __future__ import annotations

import pytest

from summarizer.facts.names import read_names


def kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in read_names(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "They left Orla Vane. Then Orla Vane grew. Few knew Orla Vane.",
            "Orla Vane", "organization", id="the full name again and again",
        ),
        pytest.param(
            "They left Orla Vane. Then Orla Vane grew, and Vane slept. Few knew Orla Vane.",
            "Orla Vane", "person", id="a surname alone",
        ),
        pytest.param(
            "The town bought from Orla Vane Group. Later Orla Vane closed.",
            "Orla Vane", "organization", id="the front of a body's name",
        ),
        pytest.param(
            "He works for the broker Orla Vane in town.", "Orla Vane", "organization",
            id="a body's noun before",
        ),
        pytest.param(
            "They asked Orla Vane, which makes pumps.", "Orla Vane", "organization", id="which"
        ),
        pytest.param("They asked Orla Vane, who swims.", "Orla Vane", "person", id="who"),
        pytest.param(
            "They asked Orla Vane, a maker of pumps.", "Orla Vane", "organization", id="apposition"
        ),
        pytest.param(
            "It was hard, Orla Vane, the company said, heard.", "Orla Vane", "person",
            id="no apposition",
        ),
        pytest.param("She wrote “The Orla Vane”, a novel.", "Orla Vane", "event", id="a work"),
        pytest.param("They ate at the Orla Vane on Monday.", "Orla Vane", "organization", id="the"),
        pytest.param("It rained across Orla Vane on Monday.", "Orla Vane", "place", id="across"),
        pytest.param("They asked Maria Vane, which helped.", "Maria Vane", "person", id="given"),
        pytest.param("They sued Orla & Vane over it.", "Orla & Vane", "organization", id="and"),
        pytest.param("They fled Cyclone Orla on foot.", "Cyclone Orla", "event", id="storm"),
        pytest.param(
            "Ayer ganó el Real Montoro en casa.", "Real Montoro", "organization", id="spanish club"
        ),
    ],
)  # fmt: skip
def test_a_names_use_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "He asked Orla Vane of Halsey Works.", ["Orla Vane", "Halsey Works"], id="a person of"
        ),
        pytest.param(
            "It is the Reform Party of Prime Minister Ann Poe.", ["Reform Party", "Ann Poe"],
            id="a body of a titled person",
        ),
        pytest.param("He met Orla Vane KC there.", ["Orla Vane"], id="letters behind a name"),
        pytest.param(
            "She leads the Dock Workers' Union now.", ["Dock Workers' Union"],
            id="a plural possessive inside",
        ),
        pytest.param("It was quiet on Saturdays.", [], id="weekdays in the plural"),
        pytest.param("She paid Clement Orlav well.", ["Clement Orlav"], id="an ending is no word"),
        pytest.param("Clement Orlav paid her well.", ["Clement Orlav"], id="nor at the start"),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [name.text for name in read_names(text)] == names
