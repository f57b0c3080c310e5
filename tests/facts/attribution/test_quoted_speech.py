"""Direct speech: who says a quotation, over sentences and paragraphs, and pasted posts."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts.attribution import Attribution, read_attributions


def direct(text: str) -> list[tuple[str, str]]:
    found: list[Attribution] = read_attributions(Document.from_text(text))
    return [(a.name, text[a.start : a.end]) for a in found if a.speech == "direct"]


CUED = [
    ('"We will appeal," said Tom Hale.', [("Tom Hale", "We will appeal")]),
    ('"We will appeal," Hale said on Monday.', [("Hale", "We will appeal")]),
    ('Tom Hale said: "We will appeal."', [("Tom Hale", "We will appeal.")]),
    ('Tom Hale told reporters, "We will appeal."', [("Tom Hale", "We will appeal.")]),
    ('"Who will pay for it?" the mayor asked.', [("the mayor", "Who will pay for it?")]),
    ('"It rained all night," said Ann Poe, 41, a farmer.', [("Ann Poe", "It rained all night")]),
    (
        '"It rained all night," stated harbour spokesperson Kim Roe.',
        [("Kim Roe", "It rained all night")],
    ),
    ('The memo reads: "No one may leave."', [("The memo", "No one may leave.")]),
    ('"It is over," according to the club.', [("the club", "It is over")]),
    ('"I was told to wait," the passenger said.', [("the passenger", "I was told to wait")]),
]


@pytest.mark.parametrize(("text", "expected"), CUED, ids=lambda v: str(v)[:30])
def test_a_quotation_has_the_speaker_of_its_cue(text: str, expected: list[tuple[str, str]]) -> None:
    assert direct(text) == expected


MARKS = [("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("``", "''"), ("«", "»")]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_all_kinds_of_marks_hold_speech(opening: str, closing: str) -> None:
    text = f"{opening}The workers' hall isn't safe,{closing} said Tom Hale."
    assert direct(text) == [("Tom Hale", "The workers' hall isn't safe")]


def test_a_second_quotation_in_the_paragraph_has_the_same_speaker() -> None:
    text = '"It is a disgrace," Ann Poe said. "Nobody asked us." The hall was full.'
    assert direct(text) == [("Ann Poe", "It is a disgrace"), ("Ann Poe", "Nobody asked us.")]


def test_a_quotation_of_several_sentences_is_one() -> None:
    text = '"It is late. It is cold," Ann Poe said.'
    assert direct(text) == [("Ann Poe", "It is late. It is cold")]


def test_a_quotation_split_by_its_cue_is_said_by_one() -> None:
    text = '"The road," said Ann Poe, "was never finished."'
    assert direct(text) == [("Ann Poe", "The road"), ("Ann Poe", "was never finished.")]


def test_speech_runs_on_over_paragraphs_that_each_open_with_a_mark() -> None:
    text = (
        'Tom Hale said: "We were at home that night.\n'
        '"The lights were on.\n'
        '"Nobody came."\n'
        "The trial goes on."
    )
    assert [name for name, _ in direct(text)] == ["Tom Hale"] * 3


def test_speech_runs_on_into_a_paragraph_without_an_opening_mark() -> None:
    text = 'Tom Hale said, "We were at home that night.\nNobody came to see us."\nHe left.'
    assert direct(text) == [
        ("Tom Hale", "We were at home that night."),
        ("Tom Hale", "Nobody came to see us."),
    ]


def test_a_paragraph_of_speech_after_indirect_speech_has_its_speaker() -> None:
    text = 'Ann Poe said the school was full.\n"We need two more rooms by spring."'
    assert direct(text) == [("Ann Poe", "We need two more rooms by spring.")]


def test_another_speaker_between_ends_the_carrying() -> None:
    text = (
        '"We won," said Ann Poe. Tom Hale said the vote was close.\n'
        '"We shall count the ballots again tomorrow."'
    )
    assert direct(text)[-1][0] == "Tom Hale"


def test_a_quotation_that_nobody_says_stays_open() -> None:
    assert direct('"Nobody knows who wrote this on the wall." The wall was cleaned.') == []


@pytest.mark.parametrize(
    "text",
    [
        'The army widened its "buffer zone" in the north.',
        "The film 'Night Train' won two prizes.",
    ],
)
def test_words_set_off_are_no_speech(text: str) -> None:
    assert direct(text) == []


def test_a_partial_quotation_stays_in_the_indirect_speech() -> None:
    text = 'The coach said he had "never felt better" in June.'
    found = read_attributions(Document.from_text(text))
    assert [(a.speech, text[a.start : a.end]) for a in found] == [
        ("indirect", 'he had "never felt better" in June')
    ]


POST = (
    "President Ana Ruiz wrote about the flood in a new post.\n"
    "Today, we met our rescue teams. They have worked for three days.\n"
    "We must also thank… pic.twitter.com/abcdef\n"
    "— Ana Ruiz (@anaruiz) May 4, 2023\n"
    "The river fell on Friday."
)


def test_a_pasted_post_is_said_by_its_author() -> None:
    spoken = direct(POST)
    assert {name for name, _ in spoken} == {"Ana Ruiz"}
    assert spoken[0][1].startswith("Today, we met")
    assert not any("in a new post" in words or "river" in words for _, words in spoken)


@pytest.mark.parametrize("signed", ["Олена Коваль / Olena Koval", "Olena Koval / Олена Коваль"])
def test_an_author_in_two_scripts_is_known_by_the_name_in_the_articles(signed: str) -> None:
    assert {name for name, _ in direct(POST.replace("Ana Ruiz (@", f"{signed} (@"))} == {
        "Olena Koval"
    }


def test_a_pronoun_after_a_post_is_its_author() -> None:
    text = POST + '\n"There are 9,000 people in the camps," she noted.'
    assert direct(text)[-1] == ("Ana Ruiz", "There are 9,000 people in the camps")


def test_the_statement_behind_an_attribution_is_the_articles_own() -> None:
    text = "According to Ana Ruiz, the dam held. She shared this update online."
    assert [text[a.start : a.end] for a in read_attributions(Document.from_text(text))] == [
        "the dam held"
    ]
