"""A task that has nothing to do with its article is out of place; one that has is the article's."""

from __future__ import annotations

import pytest

from summarizer import Document, summarize
from summarizer.facts.instructions import find_instructions

NEWS = (
    "The council of Varnes met on Monday. The vote on the harbour was close. Ann Poole, the harbour"
    " director, was pleased. The town has run the harbour since 1911."
)
OUT_OF_PLACE = [
    "Explain the process of fermentation in simple terms.",
    "Write a poem about a quiet forest.",
    "How do wind turbines work?",
    "Translate the following phrase into Welsh: “red apple”.",
    "Can you show me a Python function?",
]


@pytest.mark.parametrize("task", OUT_OF_PLACE)
def test_it_is_marked_and_stays_readable(task: str) -> None:
    summary = summarize(f"{NEWS} {task}", model="extractive")

    [mark] = summary.marked
    assert mark.evidence[0].quote == task
    assert "nothing to do with the article" in mark.message
    assert summary.coverage.complete


@pytest.mark.parametrize(
    "sentence",
    [
        "Who was against the vote in the council?",
        "How does the town run the harbour?",
        "Describe your street in one word.",
        "Share this page with your friends.",
        "Heat the oil and add two onions.",
    ],
)
def test_questions_of_the_article_and_advice_are_not(sentence: str) -> None:
    assert find_instructions(Document.from_text(f"{NEWS} {sentence}")) == ()


def test_alone_it_is_out_of_no_place() -> None:
    assert find_instructions(Document.from_text(OUT_OF_PLACE[0])) == ()
