"""The summary as linked data: schema.org's NewsArticle and Claim, in JSON-LD 1.1.

One node is the summary, a NewsArticle that is a draft, is marked as machine-made
(``digitalSourceType``) and is based on another NewsArticle, the article it was made from; authors,
date and publisher belong to the latter. So no words of a model are put in a journalist's mouth by
whoever indexes the page.

- A claim is a ``Claim``: ``text``, ``appearance`` in the article, and as ``citation`` the
  ``Quotation`` that supports it. Its ``author`` is who makes it. schema.org lets persons and
  organisations be authors: a country or a group that speaks is given as an organisation, a speaker
  of no known kind as ``creditText``. It is no ``ClaimReview``: nobody has judged if it is true.
- A figure is a ``QuantitativeValue``, an open question a ``Question``, a conflict a
  ``CreativeWork`` that mentions the figures and cites both sides.
- A ``Quotation`` says where it stands: ``position`` is the number of the sentence, ``identifier``
  the characters, in code points, half-open.

What was rejected is left out: it is for who edits the summary, not for who indexes it.
Vocabulary: schema.org 30.0; its context maps the terms to ``http://schema.org/``.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from summarizer.render import wording
from summarizer.render.inert_json import dump
from summarizer.render.iris import item_iri, text_iri, web_address
from summarizer.render.machine_made import digital_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Actor, Claim, Conflict, Evidence, FigureItem, Summary

CONTEXT = "https://schema.org"
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "group": "Organization",
    "place": "Place",
}
_SPEAKS_AS = {"person": "Person", "organization": "Organization", "country": "Organization"} | {
    "group": "Organization"
}

Node = dict[str, Any]


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The node of the summary, with everything else inside it. Needs no document."""
    return dump({"@context": CONTEXT, **_Graph(summary).summary_node()})


class _Graph:
    """Makes the nodes of one summary, one method a kind."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.article_id = web_address(summary.source.url) or text_iri(
            summary.provenance.document_sha256
        )
        self.kinds = {actor.name: actor.kind for actor in summary.actors}
        self.quoted: set[str] = set()

    def summary_node(self) -> Node:
        summary, made = self.summary, self.summary.provenance
        claims = [self.claim(number, claim) for number, claim in enumerate(summary.key_claims, 1)]
        parts = [*claims, *self.conflicts(), *self.questions()]
        return _without_empty(
            {
                "@type": "NewsArticle",
                "@id": item_iri(summary),
                "headline": summary.headline,
                "abstract": summary.abstract,
                "inLanguage": made.language,
                "dateCreated": made.created.isoformat(timespec="seconds"),
                "creativeWorkStatus": "Draft" if summary.coverage.complete else "Incomplete",
                "digitalSourceType": {"@id": f"{CONTEXT}/{digital_source(summary).member}"},
                "creditText": f"{made.software}, {made.model}, {made.prompt}",
                "isBasedOn": self.article(),
                "hasPart": parts,
                "mentions": [
                    *(self.actor(number, actor) for number, actor in enumerate(summary.actors, 1)),
                    *(self.figure(figure) for figure in summary.figures),
                ],
            }
        )

    def article(self) -> Node:
        source, made = self.summary.source, self.summary.provenance
        return _without_empty(
            {
                "@type": "NewsArticle",
                "@id": self.article_id,
                "url": web_address(source.url),
                "headline": source.title,
                "author": [{"@type": "Person", "name": name} for name in source.authors if name],
                "publisher": {"@type": "Organization", "name": source.site} if source.site else "",
                "datePublished": _iso(source.published),
                "dateModified": _iso(source.modified),
                "description": source.description,
                "inLanguage": made.language,
                "identifier": {
                    "@type": "PropertyValue",
                    "propertyID": "sha256",
                    "value": made.document_sha256,
                    "description": "digest of the text in UTF-8, as it was read",
                },
            }
        )

    def claim(self, number: int, claim: Claim) -> Node:
        manner = [claim.status, *([f"{claim.speech} speech"] if claim.speech else [])]
        return _without_empty(
            {
                "@type": "Claim",
                "@id": item_iri(self.summary, "claim", number),
                "position": number,
                "text": claim.text,
                **self.speaker(claim),
                "keywords": [*manner, f"{claim.wording} wording"],
                "appearance": {"@id": self.article_id},
                "citation": self.quotations(claim.evidence),
                "mentions": [
                    {"@id": item_iri(self.summary, "figure", figure)} for figure in claim.figures
                ],
            }
        )

    def speaker(self, claim: Claim) -> Node:
        if not claim.speaker:
            return {"creditText": "a source not named"} if claim.anonymous else {}
        kind = _SPEAKS_AS.get(self.kinds.get(claim.speaker, ""))
        if kind is None:
            return {"creditText": claim.speaker}
        return {"author": {"@type": kind, "name": claim.speaker}}

    def conflicts(self) -> Iterable[Node]:
        for number, conflict in enumerate(self.summary.conflicts, 1):
            yield self.conflict(number, conflict)

    def conflict(self, number: int, conflict: Conflict) -> Node:
        said = "; ".join(
            f"{side.text} ({side.speaker or 'the article'})" for side in conflict.sides
        )
        figures = [side.figure for side in conflict.sides if side.figure]
        pieces = [piece for side in conflict.sides for piece in side.evidence]
        return _without_empty(
            {
                "@type": "CreativeWork",
                "@id": item_iri(self.summary, "conflict", number),
                "name": f"Conflict: {conflict.about}",
                "text": f"{said}: {wording.verdict_of(conflict)}. {conflict.reason}".strip(),
                "keywords": ["conflict"],
                "mentions": [{"@id": item_iri(self.summary, "figure", id)} for id in figures],
                "citation": self.quotations(pieces),
            }
        )

    def questions(self) -> Iterable[Node]:
        for number, question in enumerate(self.summary.open_questions, 1):
            yield _without_empty(
                {
                    "@type": "Question",
                    "@id": item_iri(self.summary, "question", number),
                    "text": question.text,
                    "keywords": [question.reason.replace("_", " ")],
                    "citation": self.quotations(question.evidence),
                }
            )

    def actor(self, number: int, actor: Actor) -> Node:
        return _without_empty(
            {
                "@type": _TYPES[actor.kind],
                "@id": item_iri(self.summary, "actor", number),
                "name": actor.name,
                "alternateName": list(actor.aliases),
                "description": actor.role,
                "subjectOf": self.quotations(actor.evidence[:1]),
            }
        )

    def figure(self, figure: FigureItem) -> Node:
        return _without_empty(
            {
                "@type": "QuantitativeValue",
                "@id": item_iri(self.summary, "figure", figure.id),
                "name": figure.measures,
                **_range(figure),
                "unitText": figure.unit,
                "description": _told(figure),
                "subjectOf": self.quotations(figure.evidence),
            }
        )

    def quotations(self, evidence: Iterable[Evidence]) -> list[Node]:
        """Each piece as a node where it comes first, and as a reference to that node later on."""
        return [self._quotation(piece) for piece in evidence]

    def _quotation(self, piece: Evidence) -> Node:
        place = f"{piece.start}-{piece.end}"
        node: Node = {"@id": item_iri(self.summary, "quotation", place)}
        if place in self.quoted:
            return node
        self.quoted.add(place)
        return node | {
            "@type": "Quotation",
            "text": piece.quote,
            "isPartOf": {"@id": self.article_id},
            "position": piece.sentence,
            "identifier": {
                "@type": "PropertyValue",
                "propertyID": "characters",
                "value": place,
                "unitText": "code points, half-open",
            },
        }


def _range(figure: FigureItem) -> Node:
    """The number with its bounds: ``more than`` has no upper one, ``at most`` no lower one."""
    low, high = _number(figure.low), _number(figure.high)
    if figure.change == ">":
        return {"minValue": low}
    if figure.change == "<":
        return {"maxValue": high}
    return {"value": low} if low == high else {"minValue": low, "maxValue": high}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _told(figure: FigureItem) -> str:
    """As written, and what the number alone does not tell: ``about 1,200, said by the board``."""
    direction = {"up": "a rise", "down": "a fall"}.get(figure.change, "")
    status = "" if figure.status in ("stated", "attributed") else figure.status
    said = f"said by {figure.speaker}" if figure.speaker else ""
    when = f"as of {figure.as_of}" if figure.as_of else ""
    return ", ".join(part for part in (figure.text, direction, when, said, status) if part)


def _iso(moment: str) -> str:
    """The date or time, where it is one in ISO 8601; a page may claim anything."""
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return moment


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in ("", [], None)}
