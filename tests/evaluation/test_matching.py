"""Which item of a summary is which item of the gold."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.evaluation.gold import GoldFile
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.matching import match
from summarizer.evaluation.results import Field
from summarizer.summary import Coverage, Provenance, Summary

VOTE = "The council of Marrow Bay approved a tram line on Tuesday by 14 votes to 9."
COST = "The line will cost 38 million euros, the city says."
RIVAL = "Opponents led by Piet Halden put the cost at 52 million euros."
DENIED = "Mayor Ines Okafor did not rule out a higher price."
STREETS = "No street will be closed for more than a week, Okafor said."
OPEN = "It is not known who will run the trams."
TOLLAND = "Some 14 people spoke in the debate, among them Bea Halden."
ARTICLE = " ".join((VOTE, COST, RIVAL, DENIED, STREETS, OPEN, TOLLAND))
DOCUMENT = Document.from_text(ARTICLE)


def evidence(*quotes: str) -> list[dict[str, Any]]:
    return [
        {"sentence": 1, "start": ARTICLE.index(q), "end": ARTICLE.index(q) + len(q), "quote": q}
        for q in quotes
    ]


def case(language: str = "en", **lists: list[dict[str, Any]]) -> GoldCase:
    lists.setdefault("claims", [gold_claim("c9", "Nobody knows the colour of the trams.", OPEN)])
    gold = GoldFile.model_validate(
        {
            "article": "a.txt",
            "article_sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
            "language": language,
            "genre": "news",
            "origin": "invented",
            **lists,
        }
    )
    return GoldCase("tram", gold, DOCUMENT)


def summary(**lists: list[dict[str, Any]]) -> Summary:
    names = ("key_claims", "actors", "figures", "conflicts", "open_questions", "rejected")
    provenance = Provenance(
        prompt="summary@1",
        prompt_fingerprint="0",
        model="a/b",
        provider="a",
        document_sha256="0",
        schema_sha256="0",
        created=datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC),
        software="1",
    )
    return Summary.model_validate(
        {
            "headline": "",
            "abstract": "",
            "coverage": Coverage(
                sentences=7, sentences_read=7, sentences_cited=7, characters=400, complete=True
            ),
            "provenance": provenance,
            **{name: lists.get(name, []) for name in names},
        }
    )


def gold_claim(name: str, text: str, *quotes: str) -> dict[str, Any]:
    return {"id": name, "text": text, "grade": "core", "evidence": list(quotes)}


def claim(text: str, *quotes: str) -> dict[str, Any]:
    return {"text": text, "wording": "model", "status": "stated", "evidence": evidence(*quotes)}


def gold_actor(name: str, called: str, *aliases: str, kind: str = "person") -> dict[str, Any]:
    found = {"id": name, "name": called, "aliases": aliases, "kind": kind, "grade": "core"}
    return {**found, "evidence": [VOTE]}


def actor(called: str, *aliases: str, kind: str = "person") -> dict[str, Any]:
    found = {"name": called, "aliases": aliases, "kind": kind, "salience": 1}
    return {**found, "evidence": evidence(VOTE)}


def gold_figure(name: str, value: str, unit: str, measures: str, quote: str) -> dict[str, Any]:
    return {
        "id": name,
        "text": value,
        "low": value,
        "high": value,
        "unit": unit,
        "measures": measures,
        "grade": "core",
        "evidence": [quote],
    }


def figure(value: str, unit: str, measures: str, quote: str) -> dict[str, Any]:
    found = {"id": "F1", "text": value, "low": value, "high": value, "unit": unit}
    return {**found, "measures": measures, "evidence": evidence(quote)}


def pairs(found: Mapping[Field, Any], field: Field) -> list[tuple[int, int]]:
    return [(pair.gold, pair.item) for pair in found[field]]


CLAIMS = [
    gold_claim("c1", "The council approved the tram line by 14 votes to 9.", VOTE),
    gold_claim("c2", "The tram line will cost 38 million euros.", COST),
    gold_claim("c3", "The mayor did not rule out a higher price.", DENIED),
]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(
            claim("By 14 votes to 9, a tram line was approved.", VOTE), [(0, 0)], id="same"
        ),
        pytest.param(claim(COST, COST), [(1, 0)], id="the article's own words"),
        pytest.param(
            claim("Okafor, the mayor, did not rule out that the price will be higher.", DENIED),
            [(2, 0)],
            id="denied, as in the gold",
        ),
        pytest.param(claim("The tram line will cost 39 million euros.", COST), [], id="number"),
        pytest.param(claim("The tram line will cost 38 million dollars.", COST), [], id="unit"),
        pytest.param(
            claim("The tram line will not cost 38 million euros.", COST), [], id="negated"
        ),
        pytest.param(claim("The mayor did rule out a higher price.", DENIED), [], id="not negated"),
        pytest.param(
            claim("A storm killed two fishermen off the coast of Tolland.", VOTE),
            [],
            id="of another article, on the same evidence",
        ),
    ],
)
def test_a_claim_is_matched_where_it_says_the_same(
    shown: dict[str, Any], expected: list[tuple[int, int]]
) -> None:
    assert pairs(match(case(claims=CLAIMS), summary(key_claims=[shown])), "claims") == expected


def test_the_same_words_of_the_article_make_a_distant_wording_enough() -> None:
    gold = case(claims=[gold_claim("c1", "Roads stay open during the building works.", STREETS)])
    text = "Roads will stay passable during works, the mayor said."
    near = match(gold, summary(key_claims=[claim(text, STREETS)]))
    far = match(gold, summary(key_claims=[claim(text, OPEN)]))
    assert (pairs(near, "claims"), pairs(far, "claims")) == ([(0, 0)], [])


def test_each_claim_is_matched_once() -> None:
    shown = [claim("The tram line will cost 38 million euros.", COST)] * 3
    assert len(match(case(claims=CLAIMS), summary(key_claims=shown))["claims"]) == 1


@pytest.mark.parametrize(
    ("gold", "shown", "expected"),
    [
        pytest.param(
            [gold_actor("a1", "Ines Okafor", "Okafor")],
            [actor("Mayor Ines Okafor")],
            [(0, 0)],
            id="a title in front",
        ),
        pytest.param(
            [gold_actor("a1", "Ines Okafor", "Okafor")], [actor("Okafor")], [(0, 0)], id="surname"
        ),
        pytest.param(
            [gold_actor("a1", "Piet Halden", "Halden"), gold_actor("a2", "Bea Halden", "Halden")],
            [actor("Bea Halden", "Halden")],
            [(1, 0)],
            id="two people with one surname",
        ),
        pytest.param(
            [gold_actor("a1", "Piet Halden", "Halden"), gold_actor("a2", "Bea Halden", "Halden")],
            [actor("Halden")],
            [],
            id="a surname that two people bear is not enough",
        ),
        pytest.param(
            [gold_actor("a1", "Piet Halden", "Halden")],
            [actor("Bea Halden", "Halden")],
            [],
            id="other given name",
        ),
        pytest.param(
            [gold_actor("a1", "Piet Halden", "Halden")],
            [actor("Piet Halden", "Halden")] * 2,
            [(0, 0)],
            id="shown twice",
        ),
        pytest.param(
            [gold_actor("a1", "European Union", kind="organization")],
            [actor("EU", kind="organization")],
            [(0, 0)],
            id="initials",
        ),
        pytest.param(
            [gold_actor("a1", "Stadtrat", "der Rat", kind="organization")],
            [actor("Der Stadtrat", kind="group")],
            [(0, 0)],
            id="an article in front, another kind",
        ),
        pytest.param(
            [gold_actor("a1", "North Korea", kind="country")],
            [actor("South Korea", kind="country")],
            [],
            id="direction",
        ),
    ],
)
def test_actors_are_matched_by_a_name_of_their_own(
    gold: list[dict[str, Any]], shown: list[dict[str, Any]], expected: list[tuple[int, int]]
) -> None:
    assert pairs(match(case(actors=gold), summary(actors=shown)), "actors") == expected


def test_an_actor_is_more_alike_the_more_names_agree() -> None:
    gold = case(actors=[gold_actor("a1", "Ines Okafor", "Okafor", "the mayor")])
    whole = match(gold, summary(actors=[actor("Ines Okafor", "Okafor", "the mayor")]))
    part = match(gold, summary(actors=[actor("Ines Okafor", "Okafor", "Marrow Bay")]))
    assert whole["actors"][0].similarity == 1 > part["actors"][0].similarity > 0.5


@pytest.mark.parametrize(
    ("gold", "shown", "matched"),
    [
        pytest.param(("38000000", "euro"), ("38000000", "euro"), True, id="same"),
        pytest.param(("38000000", "euro"), ("38.0E6", "euro"), True, id="written otherwise"),
        pytest.param(("38000000", "euro"), ("38000001", "euro"), False, id="value"),
        pytest.param(("1.3E9", "euro"), ("1.2E9", "euro"), False, id="1.2bn is not 1.3bn"),
        pytest.param(("38000000", "euro"), ("38000000", "dollar"), False, id="currency"),
        pytest.param(("38000000", "euro"), ("38000000", ""), False, id="money is no count"),
        pytest.param(("2", "percentage"), ("2", "percentage point"), False, id="points"),
        pytest.param(("2", "percent"), ("2", "percentage"), True, id="another name of the unit"),
        pytest.param(("2", "kilometre"), ("2000", "metre"), True, id="converted"),
        pytest.param(("14", ""), ("14", "vote"), True, id="counts"),
        pytest.param(("52", "year"), ("52", "year of age"), True, id="age"),
    ],
)
def test_a_figure_is_matched_by_value_and_unit(
    gold: tuple[str, str], shown: tuple[str, str], matched: bool
) -> None:
    found = match(
        case(figures=[gold_figure("f1", *gold, "the thing", COST)]),
        summary(figures=[figure(*shown, "the thing", COST)]),
    )
    assert [pair.similarity for pair in found["figures"]] == ([1.0] if matched else [])


def test_a_range_is_not_one_of_its_ends() -> None:
    gold = gold_figure("f1", "14", "", "votes", VOTE) | {"high": "20"}
    found = match(case(figures=[gold]), summary(figures=[figure("14", "", "votes", VOTE)]))
    assert found["figures"] == ()


@pytest.mark.parametrize(
    ("measures", "quote", "matched"),
    [
        ("votes in favour", VOTE, True),
        ("", VOTE, True),
        ("votes in favour of the line", TOLLAND, True),
        ("people who spoke", TOLLAND, False),
        ("", TOLLAND, False),
    ],
)
def test_an_equal_value_of_another_sentence_must_measure_the_same(
    measures: str, quote: str, matched: bool
) -> None:
    found = match(
        case(figures=[gold_figure("f1", "14", "", "votes in favour", VOTE)]),
        summary(figures=[figure("14", "", measures, quote)]),
    )
    assert bool(found["figures"]) is matched


@pytest.mark.parametrize("turned", [False, True])
def test_equal_values_are_paired_by_sentence_and_measure(turned: bool) -> None:
    gold = [
        gold_figure("f1", "14", "", "votes in favour", VOTE),
        gold_figure("f2", "14", "", "people who spoke, in votes", TOLLAND),
    ]
    shown = [figure("14", "", "votes", VOTE), figure("14", "", "people who spoke", TOLLAND)]
    found = match(case(figures=gold), summary(figures=shown[::-1] if turned else shown))
    assert pairs(found, "figures") == ([(0, 1), (1, 0)] if turned else [(0, 0), (1, 1)])


def side(text: str, quote: str, **more: str) -> dict[str, Any]:
    return {"text": text, "evidence": [quote], **more}


def shown_conflict(*sides: tuple[str, str]) -> dict[str, Any]:
    return {
        "about": "cost",
        "compatible": False,
        "reason": "",
        "sides": [{"text": text, "evidence": evidence(quote)} for text, quote in sides],
    }


@pytest.mark.parametrize(
    ("sides", "similarity"),
    [
        pytest.param([("38 million euros", COST), ("52 million euros", RIVAL)], 1.0, id="both"),
        pytest.param([("52 million euros", RIVAL), ("38 million euros", COST)], 1.0, id="turned"),
        pytest.param([("it costs less", COST), ("it costs more", RIVAL)], 1.0, id="sentences"),
        pytest.param(
            [("38m euros", COST), ("52m euros", RIVAL), ("9", VOTE)], 0.8, id="one side more"
        ),
        pytest.param([("38 million euros", COST), ("14 votes", VOTE)], None, id="one side"),
        pytest.param([("38 million euros", COST), ("60m euros", RIVAL)], None, id="other number"),
    ],
)
def test_a_conflict_is_matched_by_two_of_its_sides(
    sides: list[tuple[str, str]], similarity: float | None
) -> None:
    gold = {
        "id": "x1",
        "about": "what the line costs",
        "sides": [side("38 million euros", COST), side("52 million euros", RIVAL)],
        "evidence": [COST, RIVAL],
    }
    found = match(case(conflicts=[gold]), summary(conflicts=[shown_conflict(*sides)]))
    values = [pair.similarity for pair in found["conflicts"]]
    assert values == ([] if similarity is None else [pytest.approx(similarity)])


@pytest.mark.parametrize(
    ("text", "quote", "matched"),
    [
        ("Which company is to operate them?", OPEN, True),
        ("Who will run the trams?", STREETS, True),
        ("How long will streets be closed?", STREETS, False),
    ],
    ids=["the same sentence", "the same words", "neither"],
)
def test_a_question_is_matched_by_its_sentence_or_its_words(
    text: str, quote: str, matched: bool
) -> None:
    gold = {"id": "q1", "text": "Who will run the trams?", "reason": "unknown", "evidence": [OPEN]}
    shown = {"text": text, "reason": "unknown", "evidence": evidence(quote)}
    found = match(case(open_questions=[gold]), summary(open_questions=[shown]))
    assert bool(found["open_questions"]) is matched


def test_nothing_shown_is_nothing_matched() -> None:
    assert all(not found for found in match(case(claims=CLAIMS), summary()).values())


FULL = case(
    claims=CLAIMS,
    actors=[gold_actor("a1", "Piet Halden", "Halden"), gold_actor("a2", "Bea Halden", "Halden")],
    figures=[
        gold_figure("f1", "14", "", "votes in favour", VOTE),
        gold_figure("f2", "14", "", "people who spoke", TOLLAND),
        gold_figure("f3", "14", "", "votes", VOTE),
    ],
)
SHOWN = [claim(text, quote) for text, quote in ((COST, COST), (VOTE, VOTE), (DENIED, DENIED))]
SHOWN.append(claim("The council approved a tram line.", VOTE))
ACTORS = [actor("Halden"), actor("Bea Halden"), actor("Piet Halden"), actor("P. Halden")]
FIGURES = [figure("14", "", text, quote) for text in ("votes", "") for quote in (VOTE, TOLLAND)]


@settings(max_examples=40)
@given(st.permutations(SHOWN), st.permutations(ACTORS), st.permutations(FIGURES))
def test_the_order_of_the_items_plays_no_part(
    claims: list[dict[str, Any]], actors: list[dict[str, Any]], figures: list[dict[str, Any]]
) -> None:
    first = summary(key_claims=SHOWN, actors=ACTORS, figures=FIGURES)
    other = summary(key_claims=claims, actors=actors, figures=figures)
    for field in ("claims", "actors", "figures"):
        name = "key_claims" if field == "claims" else field
        expected = [
            (pair.gold, getattr(first, name)[pair.item], pair.similarity)
            for pair in match(FULL, first)[field]
        ]
        found = [
            (pair.gold, getattr(other, name)[pair.item], pair.similarity)
            for pair in match(FULL, other)[field]
        ]
        assert expected
        assert found == expected
