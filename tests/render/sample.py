"""A small article and a summary of it that uses every kind of item."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from summarizer.document import Document
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    ConflictSide,
    Coverage,
    Evidence,
    FigureItem,
    LeftOut,
    Marked,
    OpenQuestion,
    Problem,
    Provenance,
    Rejected,
    Source,
    Summary,
)

ARTICLE = """Dam repairs in Orlen may take until autumn

The water board said on Monday that about 1,200 households had lost power.
Mayor Ines Halder put the number at more than 2,000. "We were not warned," Halder told reporters.
It is not known who ordered the gates to be opened.
"""
DOCUMENT = Document.from_text(ARTICLE, name="dam.txt")


def evidence(quote: str, document: Document = DOCUMENT) -> Evidence:
    """The evidence of words that stand in the article."""
    start = document.text.index(quote)
    sentence = document.sentence_at(start)
    assert sentence is not None
    return Evidence(sentence=sentence.number, start=start, end=start + len(quote), quote=quote)


def provenance(**changes: Any) -> Provenance:
    values: dict[str, Any] = {
        "prompt": "summary@1",
        "prompt_fingerprint": "0123456789abcdef",
        "model": "local/test",
        "provider": "local",
        "prompt_tokens": 1203,
        "cached_tokens": 900,
        "completion_tokens": 402,
        "attempts": 1,
        "seconds": 74.25,
        "document_sha256": DOCUMENT.sha256,
        "schema_sha256": "ab" * 32,
        "created": datetime.datetime(2025, 3, 4, 12, 30, tzinfo=datetime.UTC),
        "software": "summarizer 0.1.0",
    }
    return Provenance(**(values | changes))


def coverage(**changes: Any) -> Coverage:
    values: dict[str, Any] = {
        "sentences": 5,
        "sentences_read": 5,
        "sentences_cited": 4,
        "characters": len(ARTICLE),
        "complete": True,
    }
    return Coverage(**(values | changes))


def empty_summary(**changes: Any) -> Summary:
    """A summary with a headline and nothing else, but for what is given."""
    values: dict[str, Any] = {
        "headline": "Dam repairs drag on",
        "abstract": "",
        "key_claims": (),
        "actors": (),
        "figures": (),
        "conflicts": (),
        "open_questions": (),
        "rejected": (),
        "coverage": coverage(),
        "provenance": provenance(),
    }
    return Summary(**(values | changes))


def source(**changes: Any) -> Source:
    """What a page says of itself, and what was left out of it."""
    values: dict[str, Any] = {
        "media_type": "text/html",
        "encoding": "windows-1252",
        "encoding_from": "detected",
        "url": "https://orlenpost.example/2025/dam",
        "title": "Dam repairs in Orlen may take until autumn",
        "authors": ("Ada Moss", "Ib Frey"),
        "site": "Orlen Post",
        "published": "2025-03-04T08:15:00+01:00",
        "modified": "2025-03-05",
        "removed": (
            LeftOut(kind="navigation", count=12, characters=3400),
            LeftOut(
                kind="hidden", count=1, characters=31, sample="Readers with a screen see nothing"
            ),
            LeftOut(kind="zero-width", count=4),
        ),
        "notes": ("The page says it is in UTF-8 and is not",),
    }
    return Source(**(values | changes))


def marked() -> Marked:
    return Marked(
        kind="instruction",
        message="addressed to a model, not to readers",
        evidence=(evidence("Dam repairs in Orlen may take until autumn"),),
    )


def full_summary(**changes: Any) -> Summary:
    """A summary with at least one item of every kind."""
    board = evidence("The water board said on Monday that about 1,200 households had lost power.")
    mayor = evidence("Mayor Ines Halder put the number at more than 2,000.")
    lows, highs = evidence("about 1,200"), evidence("more than 2,000")
    values: dict[str, Any] = {
        "marked": (marked(),),
        "source": source(),
        "headline": "Orlen counts the cost of open dam gates",
        "abstract": "Power failed for many households. Who opened the gates is not known.",
        "abstract_evidence": (board,),
        "key_claims": (
            Claim(
                text="About 1,200 households lost power.",
                wording="model",
                status="attributed",
                speaker="The water board",
                speech="indirect",
                figures=("F1",),
                evidence=(board,),
            ),
            Claim(
                text="We were not warned,",
                wording="verbatim",
                status="disputed",
                speaker="Ines Halder",
                speech="direct",
                evidence=(evidence("We were not warned,"),),
                proposed_by="code",
            ),
        ),
        "actors": (
            Actor(
                name="Ines Halder",
                aliases=("Halder",),
                kind="person",
                role="mayor",
                salience=0.6,
                evidence=(evidence("Ines Halder"), evidence("Halder told")),
            ),
        ),
        "figures": (
            FigureItem(
                id="F1",
                text="about 1,200",
                low=Decimal(1200),
                high=Decimal(1200),
                change="~",
                measures="households",
                as_of="2025-03-03",
                speaker="The water board",
                evidence=(lows,),
            ),
            FigureItem(
                id="F2",
                text="more than 2,000",
                low=Decimal(2000),
                high=Decimal(2000),
                change=">",
                speaker="Ines Halder",
                status="unconfirmed",
                evidence=(highs,),
            ),
        ),
        "conflicts": (
            Conflict(
                about="households without power",
                compatible=False,
                reason="1,200 and more than 2,000 exclude each other",
                sides=(
                    ConflictSide(
                        text="about 1,200", speaker="The water board", figure="F1", evidence=(lows,)
                    ),
                    ConflictSide(
                        text="more than 2,000",
                        speaker="Ines Halder",
                        figure="F2",
                        evidence=(highs,),
                    ),
                ),
            ),
        ),
        "open_questions": (
            OpenQuestion(
                text="Who ordered the gates to be opened?",
                reason="unknown",
                evidence=(evidence("It is not known who ordered the gates to be opened."),),
            ),
        ),
        "rejected": (
            Rejected(
                item="claim",
                text="Halder put the number at 3,000.",
                speaker="Ines Halder",
                problems=(
                    Problem(
                        kind="number",
                        message="says 3,000, the article has 2,000",
                        said="3,000",
                        found="2,000",
                    ),
                ),
                shown_as="verbatim",
                evidence=(mayor,),
            ),
        ),
    }
    return empty_summary(**(values | changes))
