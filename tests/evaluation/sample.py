"""A small article with its gold, and a summary that says exactly what a gold file says."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

from summarizer.document import Document
from summarizer.evaluation.gold import GoldActor, GoldFile
from summarizer.evaluation.gold_files import GoldCase
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    ConflictSide,
    Coverage,
    Evidence,
    FigureItem,
    OpenQuestion,
    Provenance,
    Summary,
)

ARTICLE = """Harbour bridge in Orlen to close for repairs

The port authority said on Monday that the harbour bridge would close for 14 weeks. The repairs \
will cost 8.2 million euros, the authority's director, Petra Lindqvist, told reporters.

Traders in the old town fear for their sales. Anton Brae, who speaks for 120 shops, said they \
would lose more than 3 million euros. Lindqvist said the shops would lose at most 400,000 euros.

Mayor Ines Halder backed the plan. Jonas Halder, a member of the council, opposed it.

About 60 percent of the cars on the bridge came from outside Orlen in 2023, according to the city.

Engineers found rust in two piers of the bridge. They did not find that the bridge was unsafe. \
It is not known who will pay for the ferry.
"""

CLOSES = "The port authority said on Monday that the harbour bridge would close for 14 weeks."
COSTS = (
    "The repairs will cost 8.2 million euros, the authority's director, Petra Lindqvist, told"
    " reporters."
)
LOSS = "Anton Brae, who speaks for 120 shops, said they would lose more than 3 million euros."
LITTLE = "Lindqvist said the shops would lose at most 400,000 euros."
BACKED = "Mayor Ines Halder backed the plan."
OPPOSED = "Jonas Halder, a member of the council, opposed it."
CARS = (
    "About 60 percent of the cars on the bridge came from outside Orlen in 2023, according to the"
    " city."
)
RUST = "Engineers found rust in two piers of the bridge."
SAFE = "They did not find that the bridge was unsafe."
FERRY = "It is not known who will pay for the ferry."

GOLD: dict[str, Any] = {
    "article": "bridge.txt",
    "article_sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
    "genre": "news report",
    "origin": "invented",
    "claims": [
        {
            "id": "c1",
            "text": "The harbour bridge would close for 14 weeks.",
            "grade": "core",
            "speaker": "port authority",
            "status": "attributed",
            "evidence": [CLOSES],
        },
        {
            "id": "c2",
            "text": "The repairs will cost 8.2 million euros.",
            "grade": "core",
            "speaker": "Petra Lindqvist",
            "status": "attributed",
            "evidence": [COSTS],
        },
        {
            "id": "c3",
            "text": "Mayor Ines Halder backed the plan.",
            "grade": "acceptable",
            "evidence": [BACKED],
        },
        {
            "id": "c4",
            "text": "Engineers found rust in two piers of the bridge.",
            "grade": "acceptable",
            "evidence": [RUST],
        },
    ],
    "actors": [
        {
            "id": "a1",
            "name": "Petra Lindqvist",
            "aliases": ["Lindqvist"],
            "kind": "person",
            "role": "director of the port authority",
            "grade": "core",
            "evidence": [COSTS],
        },
        {
            "id": "a2",
            "name": "Anton Brae",
            "kind": "person",
            "role": "speaks for 120 shops",
            "grade": "core",
            "evidence": [LOSS],
        },
        {
            "id": "a3",
            "name": "Ines Halder",
            "kind": "person",
            "role": "mayor",
            "grade": "acceptable",
            "evidence": [BACKED],
        },
        {
            "id": "a4",
            "name": "Jonas Halder",
            "kind": "person",
            "role": "member of the council",
            "grade": "acceptable",
            "evidence": [OPPOSED],
        },
        {
            "id": "a5",
            "name": "port authority",
            "kind": "organization",
            "grade": "core",
            "evidence": [CLOSES],
        },
    ],
    "figures": [
        {
            "id": "f1",
            "text": "8.2 million euros",
            "low": 8200000,
            "high": 8200000,
            "unit": "euro",
            "measures": "cost of the repairs",
            "speaker": "Petra Lindqvist",
            "grade": "core",
            "evidence": [COSTS],
        },
        {
            "id": "f2",
            "text": "more than 3 million euros",
            "low": 3000000,
            "high": 3000000,
            "unit": "euro",
            "change": ">",
            "measures": "sales that shops would lose",
            "speaker": "Anton Brae",
            "grade": "core",
            "evidence": [LOSS],
        },
        {
            "id": "f3",
            "text": "About 60 percent",
            "low": 60,
            "high": 60,
            "unit": "percentage",
            "change": "~",
            "measures": "cars from outside Orlen",
            "as_of": "2023",
            "grade": "acceptable",
            "evidence": [CARS],
        },
    ],
    "conflicts": [
        {
            "id": "x1",
            "about": "how much the shops would lose",
            "sides": [
                {
                    "text": "more than 3 million euros",
                    "speaker": "Anton Brae",
                    "evidence": [LOSS],
                },
                {
                    "text": "at most 400,000 euros",
                    "speaker": "Petra Lindqvist",
                    "evidence": [LITTLE],
                },
            ],
            "evidence": [LOSS, LITTLE],
        }
    ],
    "open_questions": [
        {
            "id": "q1",
            "text": "Who will pay for the ferry?",
            "reason": "unknown",
            "grade": "core",
            "evidence": [FERRY],
        }
    ],
    "must_not": [
        {
            "id": "m1",
            "text": "Engineers found that the bridge was unsafe.",
            "why": "dropped negation",
            "evidence": [SAFE],
        },
        {
            "id": "m2",
            "text": "The shops would lose more than 3 million euros.",
            "why": "given to the other speaker",
            "speaker": "Petra Lindqvist",
            "evidence": [LITTLE],
        },
        {
            "id": "m3",
            "text": "The traders would lose more than 3 million euros in sales.",
            "why": "a fear told as a fact",
            "statuses": ["stated"],
            "evidence": [LOSS],
        },
    ],
}


def bridge() -> GoldCase:
    """The small article with its gold."""
    return GoldCase("bridge", GoldFile.model_validate(GOLD), Document.from_text(ARTICLE))


def perfect(case: GoldCase) -> Summary:
    """A summary that says what the gold says, each item on the gold's own evidence."""
    gold, document = case.gold, case.document
    first = gold.claims[0].evidence[0]
    return Summary(
        headline=" ".join(first.split()),
        headline_wording="verbatim",
        headline_evidence=located([first], document),
        abstract="",
        key_claims=tuple(
            Claim(
                text=claim.text,
                wording="model",
                status=claim.status,
                speaker=claim.speaker,
                evidence=located(claim.evidence, document),
            )
            for claim in gold.claims
        ),
        actors=tuple(
            Actor(
                name=actor.name,
                aliases=actor.aliases,
                kind=actor.kind,
                role=actor.role,
                salience=1.0,
                evidence=mentions(actor, document),
            )
            for actor in gold.actors
        ),
        figures=tuple(
            FigureItem(
                id=f"F{number}",
                text=figure.text,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                change=figure.change,
                measures=figure.measures,
                as_of=figure.as_of,
                speaker=figure.speaker,
                evidence=(inside(figure.text, figure.evidence, document),),
            )
            for number, figure in enumerate(gold.figures, 1)
        ),
        conflicts=tuple(
            Conflict(
                about=conflict.about,
                compatible=conflict.compatible,
                reason="",
                sides=tuple(
                    ConflictSide(
                        text=side.text,
                        speaker=side.speaker,
                        evidence=located(side.evidence, document),
                    )
                    for side in conflict.sides
                ),
            )
            for conflict in gold.conflicts
        ),
        open_questions=tuple(
            OpenQuestion(
                text=question.text,
                reason=question.reason,
                evidence=located(question.evidence, document),
            )
            for question in gold.open_questions
        ),
        rejected=(),
        coverage=Coverage(
            sentences=len(document.sentences),
            sentences_read=len(document.sentences),
            sentences_cited=0,
            characters=len(document.text),
            complete=True,
        ),
        provenance=Provenance(
            prompt="",
            prompt_fingerprint="",
            model="gold",
            provider="gold",
            prompt_tokens=100,
            completion_tokens=10,
            seconds=1.5,
            document_sha256=document.sha256,
            schema_sha256="",
            created=datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC),
            software="",
        ),
    )


def piece(start: int, end: int, document: Document) -> Evidence:
    """A stretch of the article as evidence."""
    sentence = document.sentence_at(start)
    number = sentence.number if sentence else 0
    return Evidence(sentence=number, start=start, end=end, quote=document.text[start:end])


def located(quotes: Sequence[str], document: Document) -> tuple[Evidence, ...]:
    """Where the quotes stand in the article."""
    starts = [(document.text.index(quote), quote) for quote in quotes]
    return tuple(piece(start, start + len(quote), document) for start, quote in starts)


def inside(words: str, quotes: Sequence[str], document: Document) -> Evidence:
    """Where ``words`` stand in the first of the quotes that has them."""
    quote = next(quote for quote in quotes if words in quote)
    start = document.text.index(quote) + quote.index(words)
    return piece(start, start + len(words), document)


def mentions(actor: GoldActor, document: Document) -> tuple[Evidence, ...]:
    """The first place of each of the actor's names."""
    names = (actor.name, *actor.aliases)
    return tuple(inside(name, [document.text], document) for name in names)
