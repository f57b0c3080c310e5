"""What was grounded on a part of an article comes back with the article's own offsets."""

from __future__ import annotations

import pytest

from summarizer.document import Document, Span
from summarizer.grounding.offsets import renumbered, restored
from summarizer.grounding.support import evidence_at
from summarizer.summary import Claim, Evidence

TEXT = "One fell. Two\u200b rose. Three sank."
ARTICLE = Document.from_text(TEXT)
PART = ARTICLE.visible.without([Span(10, 19)])  # without the second sentence


def over(start: int, end: int) -> Evidence:
    return evidence_at(PART, start, end)


def test_the_same_object_comes_back_from_the_article_itself() -> None:
    items = (over(0, 3),)

    assert restored(items, ARTICLE, ARTICLE) is items


def test_evidence_around_a_left_out_passage_becomes_its_pieces() -> None:
    pieces = restored((over(0, len(PART.text)),), PART, ARTICLE)

    assert [piece.quote for piece in pieces] == ["One fell.", "Three sank."]
    assert [piece.sentence for piece in pieces] == [1, 3]


def test_a_single_evidence_is_the_longest_piece() -> None:
    claim = Claim(
        text="-",
        wording="model",
        status="stated",
        speaker_evidence=over(0, len(PART.text)),
        evidence=(over(0, 9),),
    )

    back = restored(claim, PART, ARTICLE)

    assert back.speaker_evidence is not None
    assert back.speaker_evidence.quote == "Three sank."
    assert back.evidence[0].quote == "One fell."


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "no sentence says this (sentence 2 was cited)",
            "no sentence says this (sentence 3 was cited)",
        ),
        (
            "the model's answer about sentence 1, 2: cut",
            "the model's answer about sentence 1, 3: cut",
        ),
        (
            "no sentence says this (sentence 9 was cited)",
            "no sentence says this (sentence 9 was cited)",
        ),
        ("2 hidden characters were taken out", "2 hidden characters were taken out"),
    ],
)
def test_messages_name_the_sentences_of_the_article(message: str, told: str) -> None:
    assert renumbered(message, PART, ARTICLE) == told
    assert renumbered(message, ARTICLE, ARTICLE) == message
