"""What no wording may be, whatever the check of its meaning says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.facts.claims import check_claim
from summarizer.grounding.shape import wording_problems

SENTENCE = "All of them are in Kursk, the region where the units have held ground."


def problems(wording: str) -> list[str]:
    (sentence,) = Document.from_text(SENTENCE).sentences
    check = check_claim(wording, SENTENCE)
    return [problem.message for problem in wording_problems(wording, sentence, check)]


@pytest.mark.parametrize("wording", ["...", " . ", ".", "KURSK."])
def test_a_wording_without_a_word_in_small_letters_says_nothing(wording: str) -> None:
    assert "the wording says nothing" in problems(wording)


@given(st.text(alphabet="aK .,\u2026'\n", max_size=12))
def test_any_wording_gets_a_verdict(wording: str) -> None:
    assert isinstance(problems(wording), list)
