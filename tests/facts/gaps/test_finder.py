"""What an article leaves open, and the question made of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts.figures import read_figures
from summarizer.facts.gaps import find_gaps


def gaps(text: str) -> list[tuple[str, str]]:
    return [(gap.kind, gap.question) for gap in find_gaps(Document.from_text(text))]


@dataclass(frozen=True)
class Number:
    text: str
    start: int
    end: int
    change: str = "="
    kind: str = "count"
    speaker: str = ""
    low: Decimal = Decimal(0)


@dataclass(frozen=True)
class Disagreement:
    subject: str
    members: list[Number] = field(default_factory=list)
    compatible: bool = False


OPEN = [
    (
        "It was unclear whether the pilot had survived.",
        "unknown",
        "Whether the pilot had survived: the article calls it unclear.",
    ),
    (
        "It is not clear who ordered the strike, but two groups are named.",
        "unknown",
        "Who ordered the strike: the article calls it unclear.",
    ),
    (
        "Whether the talks will resume remains unclear.",
        "unknown",
        "Whether the talks will resume: the article calls it unclear.",
    ),
    (
        "The cause of the fire is not yet known.",
        "unknown",
        "The cause of the fire is not yet known.",
    ),
    (
        "The number of injured was not immediately known.",
        "unknown",
        "The number of injured was not immediately known.",
    ),
    (
        "The date of the vote has yet to be determined.",
        "unknown",
        "The date of the vote has yet to be determined.",
    ),
    (
        "The company did not say how many jobs would be lost.",
        "unknown",
        "How many jobs would be lost: the company did not say.",
    ),
    (
        "A spokesman refused to say whether the plant would close.",
        "unknown",
        "Whether the plant would close: a spokesman refused to say.",
    ),
    (
        "The ruling has raised questions about who will pay.",
        "unknown",
        "Who will pay: the article leaves it open.",
    ),
    (
        "The footage could not be independently verified.",
        "unconfirmed",
        "The footage could not be independently verified.",
    ),
    (
        '"We do not know how the steering failed," captain Mira Doyle told reporters.',
        "unknown",
        'How the steering failed: "we do not know" (Mira Doyle).',
    ),
    (
        "“We do not know how the steering failed” was all the captain told reporters.",
        "unknown",
        'How the steering failed: "we do not know".',
    ),
    (
        '"The harbour has not confirmed the deaths," Mira Doyle said on Monday.',
        "unconfirmed",
        "The harbour has not confirmed the deaths.",
    ),
    (
        'It is unclear whether the "ghost ship" reached the port.',
        "unknown",
        'Whether the "ghost ship" reached the port: the article calls it unclear.',
    ),
    (
        "Mayor Ann Poe could not confirm if the dam was safe.",
        "unconfirmed",
        "Whether the dam was safe: Mayor Ann Poe could not confirm it.",
    ),
    (
        "Police have not yet confirmed the identity of the driver.",
        "unconfirmed",
        "Police have not yet confirmed the identity of the driver.",
    ),
    ("The ministry declined to comment.", "unheard", "The ministry declined to comment."),
    (
        "Norvik did not immediately respond to a request for comment.",
        "unheard",
        "Norvik did not immediately respond to a request for comment.",
    ),
    (
        "Norvik could not be reached for comment.",
        "unheard",
        "Norvik could not be reached for comment.",
    ),
    (
        "The minister denied that he had met the donor.",
        "disputed",
        "The minister denied that he had met the donor.",
    ),
    ("The bank disputed the figures.", "disputed", "The bank disputed the figures."),
]


SAYINGS = [
    (
        "Nobody knows how many goats were sold.",
        "unknown",
        "How many goats were sold: nobody knows.",
    ),
    (
        "It would not say when the ferry sank.",
        "unknown",
        "When the ferry sank: it would not say.",
    ),
    (
        "Nor has it been established who lit the lamp.",
        "unknown",
        "Who lit the lamp: the article leaves it open.",
    ),
    ("Nor has a motive been established.", "unknown", "Nor has a motive been established."),
    (
        "Whether goats can swim is not clear.",
        "unknown",
        "Whether goats can swim: the article calls it unclear.",
    ),
    (
        "Rain made it impossible to say where the hull broke.",
        "unknown",
        "Where the hull broke: the article leaves it open.",
    ),
    ("Norvik did not name the buyer.", "unknown", "Norvik did not name the buyer."),
    (
        "The queen could not rule out a strike.",
        "unconfirmed",
        "The queen could not rule out a strike.",
    ),
    (
        "Papers carried an unconfirmed report of a birth.",
        "unconfirmed",
        "Papers carried an unconfirmed report of a birth.",
    ),
    (
        "Neither Oslo nor Bergen has acknowledged a debt.",
        "unheard",
        "Neither Oslo nor Bergen has acknowledged a debt.",
    ),
    (
        "A local station spoke of nine deaths, a toll that officials have not confirmed.",
        "unconfirmed",
        "A toll that officials have not confirmed.",
    ),
    (
        "Films shared online could not be verified.",
        "unconfirmed",
        "Films shared online could not be verified.",
    ),
]


@pytest.mark.parametrize(("text", "kind", "question"), SAYINGS, ids=lambda v: str(v)[:30])
def test_a_saying_leaves_something_open(text: str, kind: str, question: str) -> None:
    assert gaps(text) == [(kind, question)]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Wann die Fähre fährt, steht noch nicht fest.", "de", "unknown"),
        ("Ein Gutachten liegt nicht vor.", "de", "unconfirmed"),
        ("Die Firma äußerte sich nicht.", "de", "unheard"),
        ("Se desconoce la causa.", "es", "unknown"),
        ("El club no ha confirmado la lesión.", "es", "unconfirmed"),
        ("Ruiz no quiso hablar.", "es", "unheard"),
    ],
)
def test_other_languages_have_their_own_sayings(text: str, language: str, kind: str) -> None:
    found = find_gaps(Document.from_text(text, language=language), [])
    assert [(gap.kind, gap.question) for gap in found] == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The report names the buyer.",
        "Nobody was hurt.",
        "She has not yet spoken to her aunt.",
        "Die Fähre fährt um neun.",
    ],
)
def test_what_only_sounds_like_a_saying_leaves_no_gap(text: str) -> None:
    assert gaps(text) == []


def test_the_same_denial_is_told_once() -> None:
    text = "Ann Poe denied the theft. Ann Poe denied the theft of goats."
    assert [kind for kind, _ in gaps(text)] == ["disputed"]


@pytest.mark.parametrize(("text", "kind", "question"), OPEN, ids=lambda v: str(v)[:30])
def test_what_is_open_becomes_a_question(text: str, kind: str, question: str) -> None:
    assert gaps(text) == [(kind, question)]


def test_a_pronoun_is_replaced_by_the_name_it_stands_for() -> None:
    text = "Kim Roe, a spokesman, stated that he could not confirm if the dam was safe."
    assert gaps(text) == [
        ("unconfirmed", "Whether the dam was safe: Kim Roe could not confirm it.")
    ]


def test_what_a_speaker_does_not_know_names_the_speaker() -> None:
    text = '"We do not know how many people are missing," the fire chief said.'
    assert gaps(text) == [
        ("unknown", 'How many people are missing: "we do not know" (the fire chief).')
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was clear that the pilot had survived.",
        "Police confirmed the identity of the driver.",
        "The ministry responded within an hour.",
        "She did not give up.",
        "The pilot, known as Ace, landed safely.",
    ],
)
def test_what_is_settled_leaves_no_gap(text: str) -> None:
    assert gaps(text) == []


ACCUSED = [
    "Prosecutors accused Erik Dahl of bribing two inspectors.",
    "Erik Dahl was accused of bribing two inspectors.",
    "Mayor Erik Dahl, 50, was accused by a rival of bribing two inspectors.",
]


@pytest.mark.parametrize("text", ACCUSED)
def test_somebody_accused_and_not_heard_is_a_gap(text: str) -> None:
    assert (
        "unheard",
        "Erik Dahl, accused of bribing two inspectors, is not heard in the article.",
    ) in gaps(text)


@pytest.mark.parametrize(
    "answer",
    [
        "Dahl said he was innocent.",
        'Erik Dahl said: "I did nothing of the kind."',
        "Dahl has denied the charges.",
        "He did not answer, but Dahl's lawyer said the claim was false.",
    ],
)
def test_somebody_accused_who_answers_is_none(answer: str) -> None:
    found = gaps(f"Prosecutors accused Erik Dahl of bribing two inspectors. {answer}")
    assert not any("is not heard" in question for _, question in found)


def test_an_accusation_of_nobody_in_particular_is_none() -> None:
    assert gaps("A man accused of theft left the court.") == []


CHANGES = [
    ("Rents rose 5%.", True),
    ("Rents rose 5% compared with May.", False),
    ("Rents rose from 400 to 500 euros.", False),
    ("Rents rose 5% since January.", False),
    ("Rents would have risen by 5%.", False),
    ("Rents rose by nine goats.", False),
]


@pytest.mark.parametrize(("text", "missing"), CHANGES)
def test_a_change_without_a_base_is_a_gap(text: str, missing: bool) -> None:
    found = find_gaps(Document.from_text(text), figures=read_figures(text))
    assert ("no_base" in [gap.kind for gap in found]) is missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A poll puts the party at 31%.", True),
        ("A poll in March puts the party at 31%.", False),
    ],
)
def test_a_rate_without_a_date_is_a_gap(text: str, missing: bool) -> None:
    at = text.index("31%")
    figure = Number("31%", at, at + 3, kind="percent")
    found = find_gaps(Document.from_text(text), figures=[figure])
    assert ("no_date" in [gap.kind for gap in found]) is missing


def test_sources_that_disagree_are_asked_about() -> None:
    text = "The union counted 900 guests. Police counted 400 guests."
    members = [
        Number("900", text.index("900"), text.index("900") + 3, speaker="The union"),
        Number("400", text.index("400"), text.index("400") + 3, speaker="Police"),
    ]
    found = find_gaps(Document.from_text(text), conflicts=[Disagreement("guests", members)])
    assert [(gap.kind, gap.question) for gap in found] == [
        ("disagreement", "Guests: 900 (The union) or 400 (Police)?")
    ]


def test_the_most_important_gap_comes_first() -> None:
    text = (
        "The ministry declined to comment. The bank disputed the figures. "
        "The footage could not be verified."
    )
    assert [kind for kind, _ in gaps(text)] == ["unconfirmed", "disputed", "unheard"]


@given(
    st.lists(
        st.sampled_from(
            ["it was unclear", "whether", "the mayor", "could not", "confirm", "declined to",
             "comment", "accused", "Erik Dahl", "of", "theft", ".", ",", "\n", "who", "said", '"']
        ),
        max_size=30,
    ).map(" ".join)
)  # fmt: skip
def test_every_gap_quotes_the_text(text: str) -> None:
    for gap in find_gaps(Document.from_text(text)):
        assert text[gap.start : gap.end] == gap.text
        assert gap.text
        assert gap.question
        assert "\n" not in gap.question
