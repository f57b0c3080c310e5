"""What a gap is: something an article leaves open, and the question it raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.document import Document

GapKind = Literal[
    "unconfirmed", "unknown", "disputed", "unheard", "no_base", "no_date", "disagreement"
]
"""What is open: see :class:`Gap`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the article leaves open.

    ``kind``: "unconfirmed", "unknown", "disputed", "unheard" (accused, or asked, and without a word
    in the text), "no_base" (a change without what it changed from), "no_date" (a measured rate
    without its time) or "disagreement" (sources differ). ``start``/``end`` are code points of the
    document: ``document.text[start:end] == text``. ``question`` is one plain sentence.
    """

    kind: GapKind
    sentence: int
    start: int
    end: int
    text: str
    question: str


def gap_at(document: Document, kind: GapKind, start: int, end: int, question: str) -> Gap:
    """The gap that the words ``start`` to ``end`` of the document raise."""
    sentence = document.sentence_at(start)
    return Gap(
        kind=kind,
        sentence=sentence.number if sentence else 0,
        start=start,
        end=end,
        text=document.text[start:end],
        question=question,
    )
