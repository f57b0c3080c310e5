"""Sentence by sentence: what is asked, within how many questions, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer import Document, summarize
from summarizer.draft import HeadedStory, SplitSentences, Story
from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AnswerTruncated,
    ModelError,
    ProviderRejected,
)
from summarizer.facts.analysis import analyse
from summarizer.models.budget import MAX_REQUESTS
from summarizer.models.types import Answer, Request, Usage
from summarizer.plans.split import LEADS, SPLITS, is_compound
from summarizer.testing import FakeModel

PROMPT = "summary@2"
LONG = "The ferry line lost 4 million euros in 2023, and its owner closed the yard in Varde in May."
ARTICLE = "\n\n".join(
    f"On day {n} the harbour office of Varde counted {n + 20} ships, while {n + 5} of them left"
    f" for the north, director Eva Lind{n} said."
    for n in range(1, 30)
)


class LocalFake(FakeModel):
    """A fake of the small model: it is asked one thing at a time."""

    provider = "local"
    id = "local/fake"


@pytest.mark.parametrize(
    ("sentence", "compound"),
    [
        (LONG, True),
        ("The yard closed in May.", False),
        (
            "The owner of the only ferry line of the town closed its yard in Varde in May 2023.",
            False,
        ),
        (
            "Der Eigner schloss im Mai die Werft in Varde und entließ dort rund 40 Leute im Hafen.",
            True,
        ),
    ],
)
def test_a_sentence_with_a_joint_and_some_length_is_compound(sentence: str, compound: bool) -> None:
    assert is_compound(Document.from_text(sentence).sentences[0]) is compound


def test_a_small_model_is_asked_one_sentence_at_a_time() -> None:
    model = LocalFake()

    summarize(ARTICLE, model=model, prompt=PROMPT)

    asked = [r.schema for r in model.requests if issubclass(r.schema, SplitSentences)]
    assert [len(schema.model_fields) for schema in asked] == [1] * SPLITS


def test_a_large_model_is_asked_for_all_leads_at_once() -> None:
    model = FakeModel()

    summarize(ARTICLE, model=model, prompt=PROMPT)

    asked = [r.schema for r in model.requests if issubclass(r.schema, SplitSentences)]
    assert [len(schema.model_fields) for schema in asked] == [LEADS]


def test_the_questions_leave_room_for_a_second_try() -> None:
    model = LocalFake()

    summarize(ARTICLE, model=model, prompt=PROMPT)

    assert len(model.requests) < MAX_REQUESTS
    assert issubclass(model.requests[-1].schema, Story)


def test_only_the_first_question_makes_the_model_read_all_anew() -> None:
    model = LocalFake()

    summarize(ARTICLE, model=model, prompt=PROMPT)

    assert [request.fresh for request in model.requests] == [True] + [False] * SPLITS


def test_each_fact_that_holds_is_a_claim_on_its_sentence() -> None:
    facts = ["The ferry line lost 4 million euros in 2023.", "Its owner closed the yard in May."]
    model = FakeModel(claims=[(1, "", fact) for fact in facts])

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert [claim.evidence[0].quote for claim in summary.key_claims] == [LONG]
    assert facts[0] in summary.key_claims[0].text


def test_a_fact_that_points_back_is_told_after_the_one_before() -> None:
    facts = ["The ferry line lost 4 million euros in 2023.", "Its owner closed the yard in May."]
    model = FakeModel(claims=[(1, "", fact) for fact in facts])

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert summary.key_claims[0].text == " ".join(facts)


def test_where_one_fact_fails_the_sentence_itself_stands_for_all_of_them() -> None:
    model = FakeModel(
        claims=[
            (1, "", "The ferry line lost 40 million euros in 2023."),
            (1, "", "The owner of the ferry line closed the yard in Varde in May."),
        ]
    )

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert [(c.text, c.wording) for c in summary.key_claims] == [(LONG, "verbatim")]
    assert [(r.text, r.shown_as) for r in summary.rejected if r.item == "claim"] == [
        (model.draft.claims[0].claim, "verbatim")
    ]


def test_where_no_fact_of_a_sentence_holds_the_sentence_itself_is_shown() -> None:
    model = FakeModel(claims=[(1, "", "The ferry line lost 40 million euros in 2023.")])

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert [(c.text, c.wording) for c in summary.key_claims] == [(LONG, "verbatim")]
    assert [r.shown_as for r in summary.rejected if r.item == "claim"] == ["verbatim"]


def test_a_sentence_the_model_says_nothing_of_is_shown_as_picked_by_code() -> None:
    summary = summarize(LONG, model=FakeModel(), prompt=PROMPT)

    assert [c.proposed_by for c in summary.key_claims] == ["code"]


def test_the_story_is_told_from_facts_that_hold() -> None:
    model = FakeModel(
        claims=[
            (1, "", "The ferry line lost 40 million euros."),
            (1, "", "The owner of the ferry line closed the yard in Varde in May."),
        ]
    )

    summarize(LONG, model=model, prompt=PROMPT)

    told = model.requests[-1].messages[-1].content
    assert "closed the yard" in told
    assert "40 million" not in told


def test_a_failure_tells_what_all_questions_cost() -> None:
    fails = Breaks(lambda schema: issubclass(schema, Story), ProviderRejected("no more"))

    with pytest.raises(ModelError) as failure:
        summarize(ARTICLE, model=fails, prompt=PROMPT)

    assert failure.value.usage is not None
    assert failure.value.usage.requests == SPLITS + 1


def test_progress_counts_over_all_questions() -> None:
    from summarizer.pipeline import Options

    heard: list[int] = []
    options = Options(on_progress=lambda progress: heard.append(progress.tokens))

    summarize(ARTICLE, model=LocalFake(), prompt=PROMPT, options=options)

    assert heard == sorted(heard)
    assert len(heard) == SPLITS + 1


def test_the_leads_are_asked_in_the_order_of_their_weight() -> None:
    model = LocalFake()
    leads = analyse(Document.from_text(ARTICLE)).leads

    summarize(ARTICLE, model=model, prompt=PROMPT)

    first = next(iter(model.requests[0].schema.model_fields))
    assert first == f"s{leads[0].number}"


@pytest.mark.parametrize(
    ("headline", "schema"), [("", HeadedStory), ("Ferry line sells its yard\n\n", Story)]
)
def test_a_headline_is_asked_for_only_where_the_article_has_none(
    headline: str, schema: type[Story]
) -> None:
    model = FakeModel()

    summarize(headline + LONG, model=model, prompt=PROMPT)

    assert model.requests[-1].schema is schema


class Breaks(LocalFake):
    """Gives no answer that can be used to some of the questions."""

    def __init__(self, breaks: Callable[[type[BaseModel]], bool], error: ModelError) -> None:
        super().__init__(claims=[(1, "", "The ferry line lost 4 million euros in 2023.")])
        self.breaks, self.answer_error = breaks, error

    def ask(  # type: ignore[override]
        self, request: Request[Any], on_progress: Any = None, *, budget: Any = None
    ) -> Answer[Any]:
        if self.breaks(request.schema):
            self.requests.append(request)
            self.answer_error.usage = Usage(requests=1, completion_tokens=320)
            raise self.answer_error
        return super().ask(request, on_progress, budget=budget)


@pytest.mark.parametrize("error", [AnswerTruncated("cut off"), AnswerInvalid("not JSON")])
def test_a_sentence_whose_answer_is_of_no_use_stands_in_its_own_words_with_a_note(
    error: ModelError,
) -> None:
    model = Breaks(lambda schema: issubclass(schema, SplitSentences), error)

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert [(c.text, c.proposed_by) for c in summary.key_claims] == [(LONG, "code")]
    assert "sentence 1" in summary.coverage.notes[0]
    assert error.message in summary.coverage.notes[0]


def test_what_a_useless_answer_cost_is_counted() -> None:
    model = Breaks(lambda schema: issubclass(schema, Story), AnswerTruncated("cut off"))

    summary = summarize(LONG, model=model, prompt=PROMPT)

    assert summary.provenance.completion_tokens > 320
    assert summary.provenance.attempts == 2


def test_where_no_answer_is_of_use_the_model_has_failed() -> None:
    with pytest.raises(AnswerTruncated):
        summarize(LONG, model=Breaks(lambda _: True, AnswerTruncated("cut off")), prompt=PROMPT)


def test_a_refusal_ends_the_document_at_once() -> None:
    model = Breaks(lambda _: True, AnswerRefused("declined"))

    with pytest.raises(AnswerRefused):
        summarize(ARTICLE, model=model, prompt=PROMPT)

    assert len(model.requests) == 1


def test_a_text_without_a_statement_is_not_made_into_a_story() -> None:
    model = FakeModel(abstract="The yard was sold.")

    summary = summarize("Ferry line\n\nWho will buy the yard?", model=model, prompt=PROMPT)

    assert model.requests == []
    assert "sold" not in summary.abstract
