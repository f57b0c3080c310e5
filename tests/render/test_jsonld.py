from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld
from rdflib import RDF, Graph, Namespace, URIRef

from summarizer.document import Document
from summarizer.render import render
from summarizer.summary import Claim, Source, Summary

from .drafts import SUMMARIES
from .sample import DOCUMENT, empty_summary, evidence, full_summary, provenance, source
from .standards import facts, local_only

SCHEMA = facts("schemaorg.json")
CONTEXT = "https://schema.org"
S = Namespace("http://schema.org/")

Node = dict[str, Any]


def is_moment(value: str) -> bool:
    try:
        return bool(datetime.datetime.fromisoformat(value))
    except ValueError:
        return False


KINDS = {
    "URL": lambda value: value.startswith(("http://", "https://")),
    "Date": is_moment,
    "DateTime": is_moment,
}


def node_of(summary: Summary, document: Document | None = DOCUMENT) -> Node:
    node: Node = json.loads(render(summary, document, "jsonld"))
    return node


def nodes(value: object) -> Iterator[Node]:
    """Every node, and none of the references to nodes."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            yield from nodes(item)


def kinds_of(name: str) -> set[str]:
    return {name, *SCHEMA["types"][name]}


def types_by_id(node: Node) -> dict[str, str]:
    return {found["@id"]: found["@type"] for found in nodes(node) if "@id" in found}


def violations(whole: Node) -> Iterator[str]:
    """What of a document the vocabulary does not allow."""
    known = types_by_id(whole)
    for node in nodes(whole):
        for name, value in node.items():
            if name.startswith("@"):
                continue
            rule = SCHEMA["properties"].get(name)
            if rule is None or not set(rule["on"]) & kinds_of(node["@type"]):
                yield f"{node['@type']} has no {name}"
                continue
            for item in value if isinstance(value, list) else [value]:
                if not fits(item, set(rule["values"]), known):
                    yield f"{name} of {node['@type']} is no {item!r}"


def fits(value: object, allowed: set[str], known: dict[str, str]) -> bool:
    if isinstance(value, dict):
        kind = value.get("@type") or known.get(value["@id"])  # a reference leads to a node
        member = str(value.get("@id", "")).removeprefix(f"{CONTEXT}/")
        return bool(kinds_of(kind) & allowed) if kind else member in SCHEMA["digitalSources"]
    if isinstance(value, int | float):
        return bool({"Number", "Integer"} & allowed)
    assert isinstance(value, str)
    assert value
    return "Text" in allowed or any(KINDS[kind](value) for kind in allowed & set(KINDS))


def rdf_of(node: Node) -> Graph:
    """The triples as pyld reads them, in a graph of rdflib: two programs that are not ours."""
    loader = local_only({CONTEXT: {"@context": SCHEMA["context"]}})
    quads = jsonld.to_rdf(node, {"format": "application/n-quads", "documentLoader": loader})
    return Graph().parse(data=quads, format="nt")


def test_the_rules_refuse_what_the_vocabulary_does_not_allow() -> None:
    """The rules themselves: a test that cannot fail is none."""
    wrong = {
        "@type": "Claim",
        "@id": "a:b",
        "headlin": "x",
        "telephone": "1",
        "claimReviewed": "x",
        "appearance": {"@type": "Person"},
        "dateCreated": 3,
        "url": "not an address",
    }
    assert len(list(violations(wrong))) == 6


@pytest.mark.parametrize("document", [DOCUMENT, None], ids=["with article", "without article"])
@pytest.mark.parametrize("summary", [full_summary(), empty_summary()], ids=["full", "empty"])
def test_every_property_is_allowed_where_it_stands(
    summary: Summary, document: Document | None
) -> None:
    assert list(violations(node_of(summary, document))) == []


@settings(max_examples=60)
@given(SUMMARIES)
def test_whatever_was_summarised_every_property_is_allowed(
    made: tuple[Summary, Document],
) -> None:
    node = node_of(*made)
    assert list(violations(node)) == []
    assert len(rdf_of(node)) > 5


def test_a_claim_is_found_in_the_graph_with_its_speaker_and_its_quotation() -> None:
    graph = rdf_of(node_of(full_summary()))
    claim = node_with(graph, S.Claim, "We were not warned,")
    [author] = graph.objects(claim, S.author)
    [quotation] = graph.objects(claim, S.citation)
    [article] = graph.objects(claim, S.appearance)

    assert str(graph.value(author, S.name)) == "Ines Halder"
    assert graph.value(author, RDF.type) == S.Person
    assert str(graph.value(quotation, S.text)) == "We were not warned,"
    assert graph.value(quotation, S.isPartOf) == article
    assert article == URIRef("https://orlenpost.example/2025/dam")
    assert graph.value(article, RDF.type) == S.NewsArticle


def node_with(graph: Graph, kind: URIRef, text: str) -> Any:
    [found] = [n for n in graph.subjects(RDF.type, kind) if str(graph.value(n, S.text)) == text]
    return found


def test_no_claim_is_given_as_reviewed() -> None:
    assert "ClaimReview" not in {node["@type"] for node in nodes(node_of(full_summary()))}


def test_quotations_say_where_they_stand() -> None:
    quotations = [n for n in nodes(node_of(full_summary())) if n["@type"] == "Quotation"]
    assert quotations
    for quotation in quotations:
        start, end = map(int, quotation["identifier"]["value"].split("-"))
        assert DOCUMENT.text[start:end] == quotation["text"]


def test_authors_and_date_belong_to_the_article_and_not_to_the_summary_of_it() -> None:
    node = node_of(full_summary())
    article = node["isBasedOn"]

    assert not {"author", "datePublished", "publisher", "url"} & set(node)
    assert node["digitalSourceType"] == {
        "@id": "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    }
    assert node["creativeWorkStatus"] == "Draft"
    assert [author["name"] for author in article["author"]] == ["Ada Moss", "Ib Frey"]
    assert article["datePublished"] == "2025-03-04T08:15:00+01:00"
    assert article["publisher"] == {"@type": "Organization", "name": "Orlen Post"}
    assert "digitalSourceType" not in article


RANGES = {
    "=": {"value": 5},
    "~": {"value": 5},
    ">": {"minValue": 5},
    "<": {"maxValue": 5},
    "up": {"value": 5},
}


@pytest.mark.parametrize(("change", "said"), RANGES.items())
def test_a_bound_is_given_as_a_bound(change: str, said: Node) -> None:
    figure = full_summary().figures[0]
    five = figure.model_copy(update={"low": Decimal(5), "high": Decimal(5), "change": change})
    node = node_of(full_summary(figures=(five,), key_claims=(), conflicts=()))
    [value] = [found for found in nodes(node) if found["@type"] == "QuantitativeValue"]
    assert {key: value[key] for key in ("value", "minValue", "maxValue") if key in value} == said


@pytest.mark.parametrize(
    ("speaker", "anonymous", "said"),
    [
        (None, False, {}),
        (None, True, {"creditText": "a source not named"}),
        ("A passer-by", False, {"creditText": "A passer-by"}),
        ("Ines Halder", False, {"author": {"@type": "Person", "name": "Ines Halder"}}),
    ],
    ids=["the article", "anonymous", "of no known kind", "an actor"],
)
def test_who_speaks_is_said_as_far_as_it_is_known(
    speaker: str | None, anonymous: bool, said: Node
) -> None:
    claim = Claim(
        text="x",
        wording="model",
        status="stated",
        speaker=speaker,
        anonymous=anonymous,
        evidence=(evidence("Orlen"),),
    )
    [node] = [n for n in nodes(node_of(full_summary(key_claims=(claim,)))) if n["@type"] == "Claim"]
    assert {key: node[key] for key in ("author", "creditText") if key in node} == said


def test_an_article_without_an_address_is_named_by_its_digest() -> None:
    node = node_of(full_summary(source=Source()))
    assert node["isBasedOn"]["@id"].startswith("ni:///sha-256;")
    assert len(node["isBasedOn"]["@id"]) == len("ni:///sha-256;") + 43


def test_what_a_page_says_that_is_no_date_and_no_address_is_left_out() -> None:
    page = source(published="last week", modified="", url="javascript:alert(1)")
    article = node_of(full_summary(source=page))["isBasedOn"]
    assert not {"datePublished", "dateModified", "url"} & set(article)


def test_the_same_summary_has_the_same_names_and_another_has_others() -> None:
    first, other = full_summary(), full_summary(provenance=provenance(result_sha256="12" * 32))
    assert render(first, DOCUMENT, "jsonld") == render(full_summary(), None, "jsonld")
    assert node_of(first)["@id"] != node_of(other)["@id"]


def test_no_text_ends_the_script_element_that_holds_it() -> None:
    shown = render(full_summary(headline="</script><!--"), DOCUMENT, "jsonld")
    assert "<" not in shown
    assert json.loads(shown)["headline"] == "</script><!--"
