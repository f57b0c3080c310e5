from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld

from summarizer.document import Document
from summarizer.render import render
from summarizer.summary import Evidence, Source, Summary
from tests.browser import open_browser
from tests.grounding.test_invariants import every_evidence

from .drafts import SUMMARIES
from .sample import DOCUMENT, coverage, empty_summary, full_summary, source
from .standards import facts, local_only

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LOADER = {"documentLoader": local_only({CONTEXT: facts("anno.jsonld")})}

Item = dict[str, Any]


def collection_of(summary: Summary, document: Document | None = DOCUMENT) -> Item:
    collection: Item = json.loads(render(summary, document, "annotations"))
    return collection


def every_item_of(summary: Summary, document: Document | None = DOCUMENT) -> list[Item]:
    items: list[Item] = collection_of(summary, document)["first"]["items"]
    return items


def items_of(summary: Summary, document: Document | None = DOCUMENT) -> list[Item]:
    """Those that rest on words of the article."""
    return [i for i in every_item_of(summary, document) if "selector" in i["target"][0]]


def terms(value: object) -> Iterator[str]:
    """Every key, and every value that the context gives a meaning: types and purposes."""
    if isinstance(value, list):
        for item in value:
            yield from terms(item)
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key in ("type", "purpose", "motivation"):
                yield item
            yield from terms(item)


def violations(collection: Item) -> Iterator[str]:
    """What of the model's MUSTs is not met: Web Annotation Data Model, sections 3, 4 and 5."""
    context = facts("anno.jsonld")["@context"]
    yield from (
        f"no term {term}" for term in terms(collection) if term[0] != "@" and term not in context
    )
    items = collection.get("first", {}).get("items", [])
    if collection["total"] != len(items):
        yield "total is not the number of annotations"
    if len({item["id"] for item in items}) != len(items):
        yield "an IRI names two annotations"
    for item in items:
        if item["type"] != "Annotation" or not item["target"]:
            yield "an annotation without type or target"
        yield from _of_bodies(item["body"])
        if len(item["target"]) == 1 and "selector" not in item["target"][0]:
            continue  # about the article as a whole
        for target in item["target"]:
            yield from _of_target(target)


def _of_bodies(bodies: list[Item]) -> Iterator[str]:
    for body in bodies:
        if body["type"] != "TextualBody" or "value" not in body:
            yield "a body without type or value"


def _of_target(target: Item) -> Iterator[str]:
    kinds = [selector["type"] for selector in target["selector"]]
    if kinds != ["TextQuoteSelector", "TextPositionSelector"]:
        yield f"selectors are {kinds}"
    quote, position = target["selector"]
    if not 0 <= position["start"] <= position["end"]:
        yield "a position that is none"
    if len(quote["exact"]) != position["end"] - position["start"]:
        yield "the selectors select different text"
    if ":" not in target["source"]:
        yield "a source that is no IRI"


def test_the_rules_refuse_what_the_model_does_not_allow() -> None:
    collection = collection_of(full_summary())
    first = next(i for i in collection["first"]["items"] if "selector" in i["target"][0])
    first["target"][0]["selector"][1]["end"] += 1
    first["colour"] = "red"
    collection["total"] = 1
    assert len(list(violations(collection))) == 3


@pytest.mark.parametrize("document", [DOCUMENT, None], ids=["with article", "without article"])
@pytest.mark.parametrize("summary", [full_summary(), empty_summary()], ids=["full", "empty"])
def test_the_collection_is_what_the_model_asks_for(
    summary: Summary, document: Document | None
) -> None:
    assert list(violations(collection_of(summary, document))) == []


@settings(max_examples=60)
@given(SUMMARIES)
def test_whatever_was_summarised_the_collection_is_one(made: tuple[Summary, Document]) -> None:
    assert list(violations(collection_of(*made))) == []


def test_the_context_gives_every_term_its_meaning() -> None:
    """Read by pyld: nothing is dropped, and every number and time has its type."""
    [collection] = jsonld.expand(collection_of(full_summary()), LOADER)
    [page] = collection[f"{AS}first"]
    notes = page[f"{AS}items"][0]["@list"]
    note = next(n for n in notes if f"{OA}hasSelector" in n[f"{OA}hasTarget"][0])
    [target] = note[f"{OA}hasTarget"]
    quote, position = target[f"{OA}hasSelector"]

    assert collection["@type"] == [f"{AS}OrderedCollection"]
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    assert collection[f"{AS}totalItems"] == [
        {"@type": f"{XSD}nonNegativeInteger", "@value": len(notes)}
    ]
    assert note["@type"] == [f"{OA}Annotation"]
    assert note[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
    assert note["http://purl.org/dc/terms/created"][0]["@type"] == f"{XSD}dateTime"
    assert quote[f"{OA}exact"][0]["@value"].startswith("The water board said")
    assert position[f"{OA}start"] == [{"@type": f"{XSD}nonNegativeInteger", "@value": 44}]
    assert len(jsonld.to_rdf(collection_of(full_summary()), LOADER)["@default"]) > 100


def targets_of(items: list[Item]) -> set[tuple[int, int, str]]:
    return {
        (
            target["selector"][1]["start"],
            target["selector"][1]["end"],
            target["selector"][0]["exact"],
        )
        for item in items
        for target in item["target"]
    }


def test_every_evidence_of_the_summary_is_a_target() -> None:
    summary = full_summary()
    evidence: list[Evidence] = [
        piece
        for name in type(summary).model_fields
        for piece in every_evidence(getattr(summary, name))
    ]
    assert {(e.start, e.end, e.quote) for e in evidence} <= targets_of(items_of(summary))


def test_each_kind_of_item_says_why_it_is_there() -> None:
    found = {
        (item["body"][1]["value"], item["motivation"]): item["body"][0]["value"]
        for item in items_of(full_summary())
    }
    assert {key: found[key] for key in found if key[0] != "headline"} == {
        ("abstract", "describing"): "Power failed for many households. Who opened the gates is not "
        "known.",
        ("claim", "describing"): "We were not warned,",
        ("figure", "classifying"): "at least 2000, said by Ines Halder",
        ("actor", "identifying"): "Ines Halder, mayor",
        ("conflict", "commenting"): "households without power: cannot all be true. 1,200 and more "
        "than 2,000 exclude each other",
        ("open question", "questioning"): "Who ordered the gates to be opened?",
        ("rejected", "commenting"): "Rejected claim: “Halder put the number at 3,000.” (number: "
        "says 3,000, the article has 2,000); shown in the article's own words",
        ("marked", "moderating"): "addressed to a model, not to readers",
    }


def test_what_names_a_speaker_or_a_role_is_annotated_too() -> None:
    summary = full_summary()
    [actor] = summary.actors
    claim = summary.key_claims[1].model_copy(update={"speaker_evidence": actor.evidence[0]})
    known = actor.model_copy(update={"role_evidence": actor.evidence[1]})

    items = items_of(full_summary(key_claims=(claim,), actors=(known,)))

    found = {
        item["body"][1]["value"]: (
            item["body"][0]["value"],
            item["target"][0]["selector"][0]["exact"],
        )
        for item in items
    }
    assert found["speaker"] == ("Ines Halder", "Ines Halder")
    assert found["role"] == ("Ines Halder, mayor", "Halder told")


def test_what_rests_on_no_words_is_about_the_whole_article() -> None:
    [refused] = full_summary().rejected
    abstract = refused.model_copy(
        update={"item": "abstract", "evidence": (), "shown_as": "omitted", "text": "They fled."}
    )
    summary = full_summary(rejected=(abstract,), coverage=coverage(complete=False))

    whole = {
        item["body"][1]["value"]: (item["body"][0]["value"], item["target"])
        for item in every_item_of(summary)
        if "selector" not in item["target"][0]
    }

    text, [target] = whole["rejected"]
    assert text.startswith("Rejected abstract: “They fled.” (number: says 3,000")
    assert target["type"] == "SpecificResource"
    assert target["source"].startswith("ni:///sha-256;")
    told, _ = whole["coverage"]
    assert told.startswith("Incomplete: 5 of 5 sentences were read. Left out in reading: 12 nav")
    assert "local/test · prompt summary@1" in told


def test_a_claim_is_tagged_with_status_wording_and_speaker_and_names_its_maker() -> None:
    by_model, by_code = [i for i in items_of(full_summary()) if i["body"][1]["value"] == "claim"]
    assert [body["value"] for body in by_model["body"][1:]] == [
        "claim",
        "attributed",
        "indirect speech",
        "model",
        "speaker: The water board",
    ]
    assert {body["purpose"] for body in by_model["body"][1:]} == {"tagging"}
    assert by_model["creator"] == {"type": "Software", "name": "local/test"}
    assert by_code["creator"] == {"type": "Software", "name": "summarizer 0.1.0"}


READINGS = {
    "at most 240 jobs": {"change": "<", "low": "240", "unit": "job", "measures": "jobs"},
    "2.5 pound sterling, profit": {"low": "2.5", "unit": "pound sterling", "measures": "profit"},
    "3 hour": {"low": "3", "unit": "hour", "measures": ""},
    "up 1 percent": {"change": "up", "low": "1", "unit": "percent", "measures": ""},
}


@pytest.mark.parametrize(("said", "changes"), READINGS.items(), ids=READINGS)
def test_a_figure_is_read_out_as_code_understood_it(said: str, changes: dict[str, str]) -> None:
    number = Decimal(changes["low"])
    rest = {"change": "=", "speaker": None, "as_of": ""}
    update = rest | changes | {"low": number, "high": number}
    figure = full_summary().figures[0].model_copy(update=update)
    [item] = items_of(empty_summary(figures=(figure,)))
    assert item["body"][0]["value"] == said


SOURCES = {
    "a file": (Source(), "ni:///sha-256;", None),
    "plain text at an address": (
        source(media_type="text/plain", fetched_from="https://a.example/x.txt"),
        "https://a.example/x.txt",
        "https://orlenpost.example/2025/dam",
    ),
    "a page, whose text is another": (
        source(),
        "ni:///sha-256;",
        "https://orlenpost.example/2025/dam",
    ),
}


@pytest.mark.parametrize(("page", "iri", "scope"), SOURCES.values(), ids=SOURCES)
def test_the_source_is_the_text_that_the_offsets_count_in(
    page: Source, iri: str, scope: str | None
) -> None:
    for item in items_of(full_summary(source=page)):
        for target in item["target"]:
            assert target["source"].startswith(iri)
            assert target.get("scope") == scope


def test_without_the_article_there_is_no_prefix_and_no_suffix() -> None:
    selectors = [
        target["selector"][0]
        for item in items_of(full_summary(), None)
        for target in item["target"]
    ]
    assert selectors
    assert all(set(selector) == {"type", "exact"} for selector in selectors)


# What counts differently in UTF-8, in UTF-16, in code points and in letters, and what a careless
# reader changes: a byte order mark, line ends, letters written in two parts.
TRICKY = (
    "\ufeffFlood 🌊🌊 reaches Zu\u0308rich\r\n\r\n"
    "👩‍🚒 Firefighters said 1,200 households 🏠 lost power. "
    "Mayor Ame\u0301lie Ko\u0308nig 🇨🇭 said 1,200 households lost power.\r\n"
    "“We were not warned,” said Amélie König 𝔘𝔫𝔦.\rIt is not known why 🤷🏽‍♀️.\u2028"
    "\u202eRightמימין\tended here 😀"
)
QUOTES = [
    "🌊🌊 reaches Zu\u0308rich",
    "1,200 households",
    "Ame\u0301lie Ko\u0308nig 🇨🇭",
    "Amélie König",
]
QUOTES += [
    "𝔘𝔫𝔦.\rIt is not known why 🤷🏽‍♀️",
    "😀",
    "Flood",
    "מימין\tended",
    "Zu\u0308rich\r\n\r\n👩‍🚒",
]

APPLY = """([text, items]) => {
    document.body.innerHTML = "<pre></pre>";
    const node = document.createTextNode(text);
    document.querySelector("pre").append(node);
    const points = Array.from(text);  // one entry a code point
    const units = (count) => points.slice(0, count).join("").length;
    return items.flatMap((item) => item.target).map((target) => {
        const [quote, position] = target.selector;
        const range = document.createRange();
        range.setStart(node, units(position.start));
        range.setEnd(node, units(position.end));
        const around = (quote.prefix || "") + quote.exact + (quote.suffix || "");
        const at = text.indexOf(around);
        return {
            exact: quote.exact,
            byPosition: range.toString(),
            once: at >= 0 && text.indexOf(around, at + 1) < 0,
            start: Array.from(text.slice(0, at + (quote.prefix || "").length)).length,
        };
    });
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    for browser in open_browser():
        yield browser.new_page()


def annotated(document: Document, quotes: list[str]) -> list[Item]:
    """The annotations of a question that cites every occurrence of each of the quotes."""
    [question] = full_summary().open_questions
    pieces = []
    for quote in quotes:
        start = document.text.find(quote)
        while start >= 0:
            pieces.append(Evidence(sentence=1, start=start, end=start + len(quote), quote=quote))
            start = document.text.find(quote, start + 1)
    cited = question.model_copy(update={"evidence": tuple(pieces)})
    return items_of(empty_summary(open_questions=(cited,)), document)


@pytest.mark.parametrize(
    "text",
    [TRICKY, TRICKY.replace("\ufeff", ""), DOCUMENT.text],
    ids=["with mark", "without", "plain"],
)
def test_a_browser_finds_the_same_characters_by_either_selector(page: Any, text: str) -> None:
    document = Document.from_text(text)
    quotes = [q for q in QUOTES if q in text] or ["about 1,200", "Ines Halder", "Halder"]
    items = annotated(document, quotes)

    found = page.evaluate(APPLY, [text, items])

    assert len(found) >= len(quotes)
    for one, target in zip(found, items[0]["target"], strict=True):
        assert one["byPosition"] == one["exact"]
        assert one["once"], "prefix and suffix tell the occurrences apart"
        assert one["start"] == target["selector"][1]["start"]


def test_a_prefix_does_not_begin_inside_a_letter() -> None:
    text = "x" * 10 + "e\u0301" + "y" * 31 + "HERE"
    [item] = annotated(Document.from_text(text), ["HERE"])
    assert item["target"][0]["selector"][0]["prefix"] == "y" * 31
