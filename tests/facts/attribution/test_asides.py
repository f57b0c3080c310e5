"""Cues between commas, in mid-sentence, owned documents, and quotations told by a sentence."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts.attribution import Attribution, read_attributions


def read(text: str) -> list[Attribution]:
    return read_attributions(Document.from_text(text, language="en"))


def said(text: str) -> list[tuple[str, str]]:
    """(name, content) of each attribution."""
    return [(a.name, text[a.start : a.end]) for a in read(text)]


CONTENT = {
    "speech goes on behind the cue": (
        "The roof leaked, Dana Reed said, and nobody had fixed it.",
        [("Dana Reed", "The roof leaked, Dana Reed said, and nobody had fixed it")],
    ),
    "a colon goes on as well": (
        "The roof leaked, Dana Reed warned: water was in the hall.",
        [("Dana Reed", "The roof leaked, Dana Reed warned: water was in the hall")],
    ),
    "somebody else's clause does not": (
        "The roof leaked, police said, and a witness said a wall fell.",
        [("police", "The roof leaked"), ("a witness", "a wall fell")],
    ),
    "a cue behind and opens what is said": (
        "The fleet visited ten ports and, the navy said, met no ice.",
        [("the navy", "met no ice")],
    ),
    "a source behind and does too": (
        "The film has won awards and, according to its maker, made a profit.",
        [("its maker", "made a profit")],
    ),
    "an aside before that": (
        "Acme reported, on its website and by letter, that a plant had closed.",
        [("Acme", "a plant had closed")],
    ),
    "what she said was that": (
        "What Dana Reed did say, on Friday, was that the test had failed.",
        [("Dana Reed", "the test had failed")],
    ),
    "a reckoning": (
        "By Dana Reed's reckoning the storm cost 3 million.",
        [("Dana Reed", "the storm cost 3 million")],
    ),
    "an article arguing": (
        "Dana Reed published an article arguing that the map was wrong.",
        [("Dana Reed", "the map was wrong")],
    ),
    "pointed out": (
        "Dana Reed pointed out that the test had failed.",
        [("Dana Reed", "the test had failed")],
    ),
    "accepted that": (
        "Dana Reed accepted that the test had failed.",
        [("Dana Reed", "the test had failed")],
    ),
    "a toll put at a number": (
        "The relief agency puts the homeless at more than 900.",
        [("The relief agency", "more than 900")],
    ),
    "an estimate for something": (
        "Acme's own estimate for a new roof is 40,000 euros.",
        [("Acme", "40,000 euros")],
    ),
    "which the firm says was done": (
        "Acme Bank blamed the closing, which the firm says was agreed.",
        [("Acme Bank", "the closing"), ("Acme Bank", "was agreed")],
    ),
}
NOTHING = {
    "a forecast that was left": "The bank left its growth forecast where it was, at 2 percent.",
    "records show": "Phone records show that the car was parked nearby.",
    "a view of the sea": "They met in a hut with a view of the sea, under a lamp.",
    "the article's own words": "The limit is 50 grams, as we reported.",
    "says nothing": "The survey says nothing about Saturdays.",
    "a promised review": "The review, which ministers promised for June, has no chair.",
}
NAMED = {
    "a survey has its owner": ("Acme Bank's survey found that prices rose.", "Acme Bank"),
    "a study by": ("A study by Acme Bank found that prices rose.", "Acme Bank"),
    "her paper": (
        "Mary Stone teaches law. Her second paper argued that the map was wrong.",
        "Mary Stone",
    ),
    "a name behind its kind": (
        "The roof leaks, according to the consumer association Acme Trust.",
        "Acme Trust",
    ),
    "a name and what it is called": (
        "It was repeated by Mary Stone, a council member, who said the roof leaks.",
        "Mary Stone",
    ),
    "two of one surname": (
        "Mark Stone said it rained. Mary Stone told the court that it had not.",
        "Mary Stone",
    ),
    "somebody named with a role": (
        "Pat Lee said it rained. Oslo's deputy mayor, Mark Stone, took her side: it, he argued, "
        "had poured.",
        "Mark Stone",
    ),
    "an organization that begins the sentence": (
        "Acme Bank reopened on Monday. In March it told clients that it was safe.",
        "Acme Bank",
    ),
}
TOLD = {
    "a sentence of telling": ("Mary Stone laughs. “It never rains up here.”", ["Mary Stone"]),
    "with nobody in it": ("The lamp went out. “It never rains up here.”", []),
    "with an object only": ("A bird looked at Mary Stone. “It never rains up here.”", []),
}


@pytest.mark.parametrize(("text", "expected"), CONTENT.values(), ids=CONTENT)
def test_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_the_article_itself_says_it(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED)
def test_who_is_named(text: str, name: str) -> None:
    assert read(text)[-1].name == name


@pytest.mark.parametrize(("text", "names"), TOLD.values(), ids=TOLD)
def test_a_quotation_takes_its_speaker_from_the_sentence_before(
    text: str, names: list[str]
) -> None:
    assert [a.name for a in read(text)] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Dana Reed said she could not confirm the count.", "unconfirmed"),
        ("Dana Reed said she had confirmed the count.", "attributed"),
        ("Dana Reed maintains that the count was right.", "disputed"),
    ],
    ids=["could not confirm", "had confirmed", "maintains"],
)
def test_status_of_what_is_said(text: str, status: str) -> None:
    assert read(text)[0].status == status


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ("Holm did not say this.", [""]),
        ("Holm never said that. The words are another's.", [""]),
        ("Holm did not answer.", ["Dagny Holm"]),
        ("Brandt did not say this.", ["Dagny Holm"]),
    ],
)
def test_words_that_the_article_takes_back_are_nobodys(after: str, names: list[str]) -> None:
    text = f'Dagny Holm, the director, told the paper: "Nobody told the villages." {after}'

    found = [a for a in read_attributions(Document.from_text(text)) if a.speech == "direct"]

    assert [a.name for a in found] == names
    assert [a.status for a in found] == ["disputed" if not names[0] else "attributed"]
