"""What a figure counts or measures, in the words of the text, and as of when."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.figures import Figure, read_figures
from summarizer.facts.subjects import with_dates, with_subjects

TODAY = datetime.date(2024, 11, 5)


def figures(text: str) -> list[Figure]:
    return with_dates(with_subjects(read_figures(text), text), text, TODAY)


def subjects(text: str) -> list[str]:
    return [figure.subject for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Some 300 Dutch sailors came.", ["Dutch sailors"], id="noun behind"),
        pytest.param(
            "About 90 nurses from Norway came.", ["nurses from Norway"], id="origin behind"
        ),
        pytest.param("The firm has 12 members of staff.", ["members of staff"], id="of behind"),
        pytest.param("It sent 20 trucks loaded with sand.", ["trucks"], id="participle ends it"),
        pytest.param("The army puts the number of tanks at 120.", ["the number of tanks"], id="at"),
        pytest.param(
            "The toll of the flood rose to 43.", ["The toll of the flood"], id="verb before"
        ),
        pytest.param("He has 500 officers and three generals.", ["officers", "generals"], id="and"),
    ],
)
def test_a_count_counts_the_noun_beside_it(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 41 people were killed there.", ["people killed"]),
        ("The storm killed 41 people.", ["people killed"]),
        ("Some 41 sailors may have lost their lives.", ["sailors lost their lives"]),
        ("A blast left 200 families homeless.", ["families homeless"]),
        ("Some 41 people were killed and 120 were injured.", ["people killed", "injured"]),
        ("The storm hit 41 people. Others were killed.", ["people"]),
    ],
)
def test_what_befell_the_counted_belongs_to_the_subject(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue rose 3% to $5.2bn.", ["Revenue", "Revenue"]),
        ("Shares in Acme, a maker of pumps, fell 4%.", ["Shares in Acme"]),
        ("About 40% of voters agreed.", ["voters"]),
        ("They saw a 3 percent increase in profits.", ["profits"]),
        ("The company reported revenue of $5 billion.", ["revenue"]),
        ("The union pledged $3 billion in aid.", ["aid"]),
        ("He proposed a $5 million budget.", ["budget"]),
        ("In March inflation fell to 2.1%.", ["inflation"]),
        ("The bank said unemployment had risen to 7%.", ["unemployment"]),
        ("Sales grew 12% last year.", ["Sales"]),
    ],
)
def test_money_and_percentages_measure_a_thing(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_a_score_is_of_the_vote_or_of_who_voted() -> None:
    assert subjects("It was a 7-2 vote.") == ["vote"]
    assert subjects("The council ruled 7-2.") == ["The council"]


def test_a_pronoun_is_no_subject() -> None:
    assert subjects("It rose 3%.") == [""]


def test_a_subject_that_is_there_is_kept() -> None:
    text = "Some 300 sailors came."
    once = with_subjects(read_figures(text), text)
    assert with_subjects(once, "") == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 2020, exports were 5 million tonnes.", ["2020"], id="before"),
        pytest.param("Exports were 5 million tonnes in 2021.", ["2021"], id="behind"),
        pytest.param("Some 40 people died on Monday.", ["2024-11-04"], id="weekday"),
        pytest.param("On Monday the mayor said 40 people died.", [""], id="when it was said"),
        pytest.param("Some 40 people died, but on Monday it rained.", [""], id="another clause"),
        pytest.param("Some 40 people died.", [""], id="none"),
        pytest.param(
            "Sales were $6m, up from $5m a year earlier.", ["", "2023"], id="looking back"
        ),
    ],
)
def test_the_date_of_the_same_clause_is_the_figures(text: str, expected: list[str]) -> None:
    assert [figure.as_of for figure in figures(text)] == expected


TELLING = "Some 40 people were killed in 2020, said Acme's $5m 3% of rise in the 7-2 vote . \n"


@given(st.lists(st.sampled_from(TELLING.split(" ")), max_size=40))
def test_every_word_of_a_subject_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for before, after in zip(read_figures(text), figures(text), strict=True):
        assert (before.start, before.end, before.low) == (after.start, after.end, after.low)
        assert all(word in text for word in after.subject.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Turnover fell 2% to £40m, while profit improved to £9m.",
            ["Turnover", "Turnover", "profit"],
            id="two clauses",
        ),
        pytest.param(
            "Profit dropped to £4m, and its margin to 8% from 10%.",
            ["Profit", "its margin", "its margin"],
            id="the verb said once",
        ),
        pytest.param("Ferries Ltd lifted fares by 4%.", ["fares"], id="object"),
        pytest.param(
            "It made a margin of 7%, a decline of 2 percentage points.",
            ["a margin", "a margin"],
            id="only a decline",
        ),
        pytest.param(
            "Rent was 900 euros, against 850 euros a year earlier.",
            ["Rent", "Rent"],
            id="compared",
        ),
        pytest.param(
            "The mayor promised 3 million euros for repairs.", ["repairs"], id="what it is for"
        ),
        pytest.param("Milk costs the dairy 2 euros.", ["Milk"], id="cost to somebody"),
        pytest.param(
            "The bank expects inflation to average 2.5%.", ["inflation"], id="what is expected"
        ),
        pytest.param("She owes the bank 30,000 euros.", [""], id="who owes is not what is owed"),
        pytest.param("Smith wants 12%.", [""], id="who wants it"),
        pytest.param("Traces led to a mast roughly 2km away.", [""], id="a noun beside a distance"),
    ],
)
def test_an_amount_is_a_value_of_what_governs_it(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Some 90 guests came, 12 of them late.", ["guests", "guests"], id="of them"),
        pytest.param("He saw 40 of the 90 guests.", ["guests", "guests"], id="of a number"),
        pytest.param("She took 30 of the county's 90 ponds.", ["ponds", "ponds"], id="owner"),
        pytest.param("He says 20 are fishermen.", ["fishermen"], id="behind the verb"),
        pytest.param("It has 300 accounts and 12 records.", ["accounts", "records"], id="no verb"),
        pytest.param("It is four times the limit.", [""], id="times count nothing"),
        pytest.param(
            "The number of hens known to have been taken by foxes rose to 61.",
            ["The number of hens known to have been taken by foxes"],
            id="a long number of",
        ),
        pytest.param("Ann Poe, 52, left.", ["Ann Poe"], id="whose age"),
    ],
)
def test_a_count_finds_what_it_counts_farther_off(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Rund 300 alte Boote liegen im Hafen.", "de", ["alte Boote"]),
        ("Das Land zahlt 60 Prozent der Kosten.", "de", ["Kosten"]),
        ("Die Miete kostet 900 Euro.", "de", [""]),
        ("Unos 300 barcos llegaron.", "es", ["barcos"]),
        ("El 40 % de los barcos llegó.", "es", ["barcos"]),
        ("Environ 300 bateaux sont partis.", "fr", ["bateaux"]),
    ],
)
def test_in_other_languages_the_noun_beside_the_number_is_read(
    text: str, language: str, expected: list[str]
) -> None:
    found = with_subjects(read_figures(text, language), text, language)
    assert [figure.subject for figure in found] == expected
