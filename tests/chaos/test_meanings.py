"""Answers in the right shape with the wrong meaning: nothing false is shown as supported."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from summarizer import Document
from summarizer.errors import AnswerInvalid

from .desk import DOCUMENT, Desk, Outcome
from .meanings import MEANINGS, Meaning
from .soundness import faults_of, shown
from .text_faults import FORBIDDEN_CHARACTERS, TEXTS
from .writer import sound

Ends = Callable[[Meaning, str], Outcome]

SHORTFALLS: dict[tuple[str, str], str] = {}
"""What is known to fall short; a row that does not any more fails its test, and is taken out."""


def cases(known: Mapping[tuple[str, str], str]) -> pytest.MarkDecorator:
    """Every meaning with every kind of prompt."""
    rows = []
    for name, meaning in MEANINGS.items():
        for prompt in ("summary@1", "summary@2"):
            why = known.get((name, prompt))
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            rows.append(pytest.param(meaning, prompt, id=f"{name}-{prompt}", marks=marks))
    return pytest.mark.parametrize(("meaning", "prompt"), rows)


@pytest.fixture(scope="module")
def told() -> dict[tuple[str, str], Outcome]:
    """What came of a meaning and a prompt, asked for once."""
    return {}


@pytest.fixture
def ends(desk: Desk, told: dict[tuple[str, str], Outcome]) -> Ends:
    def end(meaning: Meaning, prompt: str) -> Outcome:
        key = (repr(meaning), prompt)
        if key not in told:
            told[key] = desk.summarize(meaning.behave, prompt=prompt)
        return told[key]

    return end


@cases(SHORTFALLS)
def test_nothing_false_is_shown_as_supported(ends: Ends, meaning: Meaning, prompt: str) -> None:
    outcome = ends(meaning, prompt)

    if outcome.error is not None:  # so many claims that the answer is refused as a whole
        assert type(outcome.failure) is AnswerInvalid
        return
    assert faults_of(outcome.whole, DOCUMENT) == []
    told = shown(outcome.whole)
    assert [phrase for phrase in meaning.false if phrase in told] == []


@cases({})
def test_nothing_is_shown_twice(ends: Ends, meaning: Meaning, prompt: str) -> None:
    outcome = ends(meaning, prompt)

    if outcome.summary is None:
        return
    claims = [claim.text for claim in outcome.summary.key_claims]
    abstract = [s.text for s in Document.from_text(outcome.summary.abstract).sentences]
    for texts in (claims, abstract):
        bare = [re.sub(r"\W+", " ", text).casefold().strip() for text in texts]
        assert len(bare) == len(set(bare))


MILD = {"a-bound-lost"}


@pytest.mark.parametrize("name", [n for n, m in MEANINGS.items() if m.false and n not in MILD])
def test_what_was_said_and_does_not_hold_is_told(ends: Ends, name: str) -> None:
    outcome = ends(MEANINGS[name], "summary@1")

    if outcome.summary:
        assert outcome.summary.rejected
        assert not outcome.summary.supported


@pytest.mark.parametrize("name", FORBIDDEN_CHARACTERS)
@pytest.mark.parametrize("prompt", ["summary@1", "summary@2"])
def test_forbidden_character_never_reaches_a_summary(desk: Desk, name: str, prompt: str) -> None:
    outcome = desk.summarize(TEXTS[name].behave, sound, prompt=prompt)

    assert faults_of(outcome.whole, DOCUMENT) == []


@pytest.mark.parametrize("prompt", ["summary@1", "summary@2", "summary@3"])
def test_order_in_the_article_reaches_no_model(desk: Desk, prompt: str) -> None:
    outcome = desk.summarize(sound, prompt=prompt)

    assert "Ignore all previous" not in desk.chaos.sent()
    assert [mark.kind for mark in outcome.whole.marked] == ["instruction"]
