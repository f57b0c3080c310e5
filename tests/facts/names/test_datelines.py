"""What opens a line with place and date is no name of anybody in the story."""

from __future__ import annotations

import pytest

from summarizer.facts.names import read_names
from summarizer.facts.names.datelines import dateline_spans

BODY = "the mayor met Ann Poe in the town hall."


@pytest.mark.parametrize(
    "opening",
    [
        "BRAMFORD, 3 May 2024 — ",
        "PORT ELLEN, Isle of Reeds, March 3, 2024 - ",
        "BRAMFORD (Newswire) - ",
        "BRAMFORD – ",
        "May 3, 2024 — ",
        "URGENT - ",
        "PUERTO NIEVO, 3 de mayo de 2024 — ",
    ],
)
def test_a_dateline_ends_at_its_dash(opening: str) -> None:
    assert dateline_spans("Headline\n\n" + opening + BODY) == [(10, 10 + len(opening))]
    assert [name.text for name in read_names(opening + BODY)] == ["Ann Poe"]


def test_a_german_dateline_ends_at_its_stop() -> None:
    assert dateline_spans("Bramfurt, 3. Mai 2024. Der Rat tagte.") == [(0, 23)]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Poe — the mayor since March — left.",
        "NATO - the alliance of the west - met.",
        "WATER: a short history of the well",
        "In May 2024, the town - a small one - voted.",
        BODY,
    ],
    ids=["aside", "acronym", "colon", "a sentence", "no dash"],
)
def test_other_lines_have_none(line: str) -> None:
    assert dateline_spans(line) == []


def test_a_place_that_opens_the_report_is_a_place() -> None:
    text = "BRAMFORD, 3 May 2024 — The mayor left. Bramford voted on Monday, she said."
    assert {name.text: name.kind for name in read_names(text)} == {"Bramford": "place"}
