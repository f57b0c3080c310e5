from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from summarizer.document import Document
from summarizer.render import render
from summarizer.summary import Actor, Source, Summary

from .drafts import SUMMARIES
from .sample import DOCUMENT, coverage, empty_summary, evidence, full_summary, provenance, source
from .standards import facts

FORMATS = FormatChecker(formats=())
# RFC 3986: a scheme, and after it only characters that a URI may hold.
URI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@FORMATS.checks("uri")
def _uri(value: object) -> bool:
    return not isinstance(value, str) or bool(URI.fullmatch(value))


@FORMATS.checks("date-time", raises=ValueError)
def _time(value: object) -> bool:
    return not isinstance(value, str) or (
        bool(TIME.fullmatch(value)) and bool(datetime.fromisoformat(value))
    )


VALIDATOR = Draft202012Validator(facts("ninjs-schema_3.1.json"), format_checker=FORMATS)


def item_of(summary: Summary, document: Document | None = DOCUMENT) -> dict[str, Any]:
    item: dict[str, Any] = json.loads(render(summary, document, "ninjs"))
    return item


def errors(item: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(item)]


WRONG: dict[str, dict[str, Any]] = {
    "no uri": {"uri": None},
    "a uri with a blank": {"uri": "urn:a b"},
    "an unknown property": {"digitalsourcetype": {}},
    "a day as a time": {"firstCreated": "2025-03-04"},
    "an unknown status": {"pubStatus": "draft"},
    "an association without a name": {"associations": [{"uri": "a:b"}]},
    "an association with an unknown property": {
        "associations": [{"name": "x", "uri": "a:b", "published": "x"}]
    },
    "a body without a value": {"bodies": [{"role": "x"}]},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_the_schema_refuses_what_it_should(change: dict[str, Any]) -> None:
    """The schema itself, as it is kept here: a check that cannot fail is none."""
    item = {k: v for k, v in (item_of(full_summary()) | change).items() if v is not None}
    assert errors(item)


@pytest.mark.parametrize("document", [DOCUMENT, None], ids=["with article", "without article"])
@pytest.mark.parametrize("summary", [full_summary(), empty_summary()], ids=["full", "empty"])
def test_the_item_is_valid(summary: Summary, document: Document | None) -> None:
    assert errors(item_of(summary, document)) == []


@settings(max_examples=60)
@given(SUMMARIES)
def test_whatever_was_summarised_the_item_is_valid(made: tuple[Summary, Document]) -> None:
    assert errors(item_of(*made)) == []


MADE = {
    "the model's words": ({}, "trainedAlgorithmicMedia"),
    "the article's words that a model chose": (
        {"headline_wording": "verbatim", "abstract_wording": "verbatim"},
        "compositeWithTrainedAlgorithmicMedia",
    ),
    "no model": (
        {"provenance": provenance(provider="extractive", model="extractive")},
        "algorithmicMedia",
    ),
}


@pytest.mark.parametrize(("changes", "code"), MADE.values(), ids=MADE)
def test_it_says_how_it_was_made(changes: dict[str, Any], code: str) -> None:
    [_, verbatim] = full_summary().key_claims
    made = item_of(full_summary(key_claims=(verbatim,), **changes))["digitalSourceType"]
    assert made["uri"] == f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"
    assert made["name"]


def test_one_claim_in_the_models_words_makes_the_whole_machine_made() -> None:
    summary = full_summary(headline_wording="verbatim", abstract_wording="verbatim")
    assert item_of(summary)["digitalSourceType"]["uri"].endswith("/trainedAlgorithmicMedia")


def test_nothing_is_published_before_a_person_says_so() -> None:
    item = item_of(full_summary(coverage=coverage(complete=False)))
    assert item["pubStatus"] == "withheld"
    assert item["representationType"] == "partial"

    gist, refused, made = item["edNote"].splitlines()
    assert gist == (
        "Machine-made summary, checked against the article by code; not reviewed by a person. "
        "Incomplete: 5 of 5 sentences were read. 1 proposal of the model rejected. "
        "Look at the article: addressed to a model, not to readers."
    )
    assert refused == (
        "Rejected claim: “Halder put the number at 3,000.” (number: says 3,000, the article has "
        "2,000); shown in the article's own words."
    )
    assert made.startswith("read 5 of 5 sentences, cited 4 · local/test · prompt summary@1 (")


def test_claims_figures_conflicts_and_questions_are_bodies_with_who_says_it() -> None:
    bodies = {body["role"]: body for body in item_of(full_summary())["bodies"]}
    roles = ["key claims", "figures", "conflicts", "open questions", "evidence"]
    assert list(bodies) == roles
    assert bodies["key claims"]["value"].splitlines() == [
        "About 1,200 households lost power. (The water board, attributed)",
        "We were not warned, (Ines Halder, disputed)",
    ]
    assert bodies["figures"]["value"].splitlines()[1] == (
        "more than 2,000 (Ines Halder, unconfirmed)"
    )
    assert bodies["evidence"]["value"].splitlines()[1] == (
        "key claim 1: “The water board said on Monday that about 1,200 households had lost power.” "
        "(sentence 2, characters 44 to 118)"
    )
    assert bodies["conflicts"]["value"] == (
        "households without power: about 1,200 (The water board); more than 2,000 (Ines Halder): "
        "cannot all be true"
    )
    for body in bodies.values():
        assert body["charCount"] == len(body["value"])
        assert body["wordCount"] == len(body["value"].split())


def test_actors_stand_in_the_list_of_their_kind() -> None:
    lists = {
        "person": "people",
        "organization": "organisations",
        "country": "places",
        "place": "places",
        "group": "subjects",
    }
    for kind, name in lists.items():
        actor = Actor(name="X", kind=kind, salience=0.4, evidence=(evidence("Orlen"),))  # type: ignore[arg-type]
        item = item_of(full_summary(actors=(actor,)))
        assert [entry["name"] for entry in item[name]] == ["X"]
        assert errors(item) == []


def test_the_article_is_an_association_with_what_its_page_says() -> None:
    [article] = item_of(full_summary())["associations"]
    assert article["uri"] == "https://orlenpost.example/2025/dam"
    assert article["by"] == "Ada Moss, Ib Frey"
    assert article["contentCreated"] == "2025-03-04T08:15:00+01:00"


@pytest.mark.parametrize("day", ["2025-03-04", "2025-03-04T08:15:00", "March 4"])
def test_a_day_without_a_time_is_not_made_into_one(day: str) -> None:
    [article] = item_of(full_summary(source=source(published=day)))["associations"]
    assert "contentCreated" not in article
    assert {"role": "published", "contentType": "text/plain", "value": day} in article[
        "descriptions"
    ]


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        (
            "http://bücher.example/ü ü?q=ä#1",
            "http://xn--bcher-kva.example/%C3%BC%20%C3%BC?q=%C3%A4#1",
        ),
        ("HTTPS://A.example:8443/%41%zz", "https://a.example:8443/%41%25zz"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
        ("https://user:secret@a.example/x", "https://a.example/x"),
    ],
    ids=["letters of no URI", "escapes", "IPv6", "no name or password"],
)
def test_an_address_is_written_as_a_uri(url: str, uri: str) -> None:
    [article] = item_of(full_summary(source=source(url=url)))["associations"]
    assert article["uri"] == uri


def test_an_article_without_an_address_is_named_by_its_digest() -> None:
    [article] = item_of(full_summary(source=Source()))["associations"]
    assert article["uri"].startswith("ni:///sha-256;")


def test_a_summary_without_a_headline_is_valid_and_has_none() -> None:
    item = item_of(full_summary(headline=""))
    assert "headlines" not in item
    assert errors(item) == []
