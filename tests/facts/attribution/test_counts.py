"""Figures that a source gives without a verb of saying, and look-alikes that nobody gives."""

from __future__ import annotations

import pytest

from summarizer.document import Document, Span
from summarizer.facts.attribution import Attribution, read_attributions, speaker_of


def read(text: str) -> list[Attribution]:
    return read_attributions(Document.from_text(text))


GIVEN = [
    ("The coast guard puts the toll at 31.", "The coast guard", "31"),
    ("Officials put the storm's death toll at about 40.", "Officials", "about 40"),
    (
        "Norway's disaster agency puts the number of homes lost at at least 300, most of them old.",
        "Norway's disaster agency",
        "at least 300, most of them old",
    ),
    ("Lena Ortiz put the loss at $3 million on Monday.", "Lena Ortiz", "$3 million on Monday"),
    ("The bank estimated the cost at 2.5bn euros.", "The bank", "2.5bn euros"),
    ("The damage was put at $40 million by insurers in Oslo and the bank.", "", ""),
    ("The turnout was put at 61% by the commission.", "the commission", "61%"),
    ("The election board counted more than 4,000 ballots.", "The election board", None),
    ("Rescuers said it was late and police counted 12 wrecks.", "police", "12 wrecks"),
    ("The union reckons around 600 workers walked out.", "The union", None),
    ("The Pentagon's figure is at least 900.", "The Pentagon", "at least 900"),
    ("The ministry's own tally stood at 52.", "The ministry", "52"),
    ("Acme's latest estimate was about $7 million.", "Acme", "about $7 million"),
    ("The agency's count: 44 homes.", "The agency", "44 homes"),
    (
        "Mayor Paul Stone named another number on Friday: around 70.",
        "Mayor Paul Stone",
        "around 70",
    ),
    (
        "Police and medics at two clinics put the toll at 9.",
        "Police and medics at two clinics",
        "9",
    ),
    ("The mayor, who puts the cost at $3 million, left early.", "The mayor", "$3 million"),
    ("Rescuers counted 40 bodies.", "Rescuers", "40 bodies"),
    ("The hospital gave a toll of 19.", "The hospital", "19"),
    (
        "Local radio stations carried an unconfirmed claim of about 9 drowned.",
        "Local radio stations",
        "about 9 drowned",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), GIVEN, ids=lambda v: str(v)[:40])
def test_who_gives_a_figure_is_its_speaker(text: str, speaker: str, content: str | None) -> None:
    found = [(a.speaker, text[a.start : a.end]) for a in read(text)]
    if not speaker:
        assert found == []
    elif content is None:
        assert [who for who, _ in found] == [speaker]
    else:
        assert (speaker, content) in found


def test_the_verb_behind_a_figure_has_the_same_speaker() -> None:
    text = (
        "The city council puts the total at roughly 120, among them 5 shops, and says it is rising."
    )
    assert [(a.speaker, text[a.start : a.end]) for a in read(text)] == [
        ("The city council", "roughly 120, among them 5 shops"),
        ("The city council", "it is rising"),
    ]


@pytest.mark.parametrize(
    ("figure", "speaker"),
    [("40 dead", "The army"), ("52 dead", "The Red Cross"), ("12 days", None)],
)
def test_each_figure_goes_to_its_own_source(figure: str, speaker: str | None) -> None:
    text = (
        "The army puts the toll at 40 dead. The Red Cross counted 52 dead. The rain lasted 12 days."
    )
    at = text.index(figure)
    found = speaker_of(Document.from_text(text), Span(at, at + len(figure)))
    assert (found.speaker if found else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Saturday's floods put the toll at 40.",
        "Floods put the death toll at 40.",
        "The sale would put the price at $3 million.",
        "That puts the total at 60.",
        "She put the cup at the edge of the table.",
        "The city's toll was 40.",
        "Germany's figure was 3%.",
        "Smith's tally was 12 goals.",
        "Monday's count was 300.",
        "The votes were counted twice.",
        "Ballots counted 12 hours after the polls closed were void.",
        "The ship carried 40 passengers.",
        "The father gave a number of talks.",
        "The train carried a number of 40 tonne loads.",
    ],
)
def test_a_number_without_a_source_is_nobodys(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("doubt", ["unconfirmed", "unverified"])
def test_a_claim_that_is_passed_on_with_doubt_is_unconfirmed(doubt: str) -> None:
    (found,) = read(f"State television aired an {doubt} report of 30 arrests.")
    assert found.status == "unconfirmed"
