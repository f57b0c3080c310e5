"""The library call: an article in, a checked summary out."""

from __future__ import annotations

import doctest
import json
import unicodedata

import pytest

import summarizer.testing
from summarizer import Document, Options, Summary, summarize, summarize_many
from summarizer.errors import (
    AnswerRefused,
    PromptError,
    ProviderBusy,
    RunCancelled,
    SourceEmpty,
    SourceNotText,
    SourceTooLong,
    SummarizerError,
    UnknownName,
)
from summarizer.models import Usage
from summarizer.pipeline import DEFAULT_PROMPT, summarize_in_turn
from summarizer.testing import FakeModel

ARTICLE = (
    "Harbour works to start in May\n"
    "The city will spend 4.2 million euros on the harbour wall, mayor Ida Berg said on Monday.\n"
    "The opposition said the wall would cost at least 6 million euros.\n"
    "Berg could not say whether the state would pay a share.\n"
)


def document() -> Document:
    return Document.from_text(ARTICLE, name="harbour.txt")


def test_a_text_with_half_a_character_is_refused_by_name_and_place() -> None:
    document = Document("Prices rose \ud800 by 4 percent, the agency said.", name="half.txt")

    with pytest.raises(SourceNotText, match="offset 12") as caught:
        summarize(document, model="extractive")

    assert caught.value.document == "half.txt"


def test_what_the_model_says_and_the_article_supports_is_kept() -> None:
    model = FakeModel(
        claims=[(2, "Ida Berg", "The city will spend 4.2m euros on the harbour wall.")]
    )

    claim = summarize(document(), model=model).key_claims[0]

    assert (claim.speaker, claim.wording, claim.evidence[0].sentence) == ("Ida Berg", "model", 2)


def test_a_changed_digit_is_shown_as_rejected_and_the_articles_words_take_its_place() -> None:
    model = FakeModel(
        claims=[(2, "Ida Berg", "The city will spend 4.7m euros on the harbour wall.")]
    )

    summary = summarize(document(), model=model)

    assert summary.rejected[0].problems[0].kind == "number"
    assert "4.2 million" in summary.key_claims[0].text
    assert "4.7" not in " ".join(claim.text for claim in summary.key_claims)


def test_figures_and_speakers_are_read_by_code_whatever_the_model_says() -> None:
    summary = summarize(document(), model=FakeModel())

    found = [(f.text, str(f.low), f.change, f.speaker) for f in summary.figures]
    assert found == [
        ("4.2 million euros", "4200000", "=", "Ida Berg"),
        ("at least 6 million euros", "6000000", ">", "The opposition"),
    ]


def test_what_somebody_could_not_say_is_an_open_question() -> None:
    question = summarize(document(), model=FakeModel()).open_questions[0]

    assert question.reason == "unknown"
    assert question.evidence[0].sentence == 4


def test_extractive_needs_no_model_and_gives_the_same_type() -> None:
    summary = summarize(document(), model="extractive")

    assert summary.provenance.model == "extractive"
    assert {claim.wording for claim in summary.key_claims} == {"verbatim"}
    assert {claim.proposed_by for claim in summary.key_claims} == {"code"}
    assert summary.rejected == ()


def test_letters_and_marks_apart_make_no_other_summary() -> None:
    text = "Mayor Zoë Müller said the bridge was closed on Monday. José Núñez denied it."
    composed, apart = (
        summarize(Document.from_text(unicodedata.normalize(form, text)), model="extractive")
        for form in ("NFC", "NFD")
    )

    assert [claim.speaker for claim in apart.key_claims] == ["Zoë Müller"]
    assert [actor.name for actor in apart.actors] == ["Zoë Müller", "José Núñez"]
    assert [claim.text for claim in apart.key_claims] == [c.text for c in composed.key_claims]
    assert {claim.evidence[0].quote for claim in apart.key_claims} == {
        unicodedata.normalize("NFD", claim.evidence[0].quote) for claim in composed.key_claims
    }


def test_a_summary_survives_json() -> None:
    summary = summarize(document(), model="extractive")

    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_provenance_names_article_prompt_model_and_result() -> None:
    article = document()
    provenance = summarize(article, model=FakeModel()).provenance

    assert provenance.prompt == DEFAULT_PROMPT
    assert len(provenance.prompt_fingerprint) == 64
    assert provenance.model == "fake/model"
    assert provenance.document == "harbour.txt"
    assert provenance.document_sha256 == article.sha256
    assert (provenance.attempts, provenance.prompt_tokens) == (2, 200)  # the split, the story


def test_the_results_hash_is_of_the_content_alone() -> None:
    once, again = (summarize(document(), model="extractive") for _ in range(2))
    other = summarize(ARTICLE.replace("4.2", "4.3"), model="extractive")

    assert once.provenance.result_sha256 == again.provenance.result_sha256
    assert once.provenance.result_sha256 != other.provenance.result_sha256


@pytest.mark.parametrize("text", ["", " \n\t\u00a0 "])
def test_an_article_without_text_is_an_input_error(text: str) -> None:
    with pytest.raises(SourceEmpty) as raised:
        summarize(Document.from_text(text, name="void.txt"), model="extractive")
    assert raised.value.exit_code == 2
    assert "void.txt" in str(raised.value)


def test_an_error_of_the_model_names_the_document() -> None:
    with pytest.raises(ProviderBusy) as raised:
        summarize(document(), model=FakeModel(error=ProviderBusy("no answer")))
    assert raised.value.document == "harbour.txt"


def test_an_unknown_prompt_is_found_out_before_the_model_is_asked() -> None:
    model = FakeModel()

    with pytest.raises(PromptError):
        summarize(document(), model=model, prompt="summary@99999")
    assert model.requests == []


def test_progress_hears_what_the_model_has_so_far() -> None:
    heard: list[str] = []
    options = Options(on_progress=lambda progress: heard.append(progress.text))

    model = FakeModel(headline="Harbour works")
    summarize(document(), model=model, prompt="summary@1", options=options)

    assert json.loads(heard[-1])["headline"] == "Harbour works"


def test_the_model_is_shown_every_sentence_with_its_number() -> None:
    model = FakeModel()
    article = document()

    summarize(article, model=model, prompt="summary@1")

    user = model.requests[0].messages[-1].content
    assert all(f"[{s.number}] {s.text}" in user for s in article.sentences)


def test_many_articles_come_back_in_order_and_an_error_keeps_its_place() -> None:
    results = list(summarize_many([ARTICLE, "", ARTICLE], model="extractive"))

    assert [isinstance(r, Summary) for r in results] == [True, False, True]
    assert isinstance(results[1], SummarizerError)


def test_the_example_of_the_testing_module_runs() -> None:
    failed, attempted = doctest.testmod(summarizer.testing)

    assert failed == 0
    assert attempted >= 5


def test_a_fallback_speaks_when_the_model_fails_and_the_summary_says_so() -> None:
    failing = FakeModel(error=ProviderBusy("no answer"))

    summary = summarize(document(), model=failing, options=Options(fallback=("extractive",)))

    assert summary.provenance.model == "extractive"
    assert summary.provenance.fallback_for == "fake/model"


def test_a_fallback_is_not_asked_when_the_model_answers() -> None:
    other = FakeModel()

    summary = summarize(document(), model=FakeModel(), options=Options(fallback=(other,)))

    assert (summary.provenance.model, summary.provenance.fallback_for) == ("fake/model", "")
    assert other.requests == []


def test_a_fallback_that_there_is_not_is_told_before_anything_is_asked() -> None:
    model = FakeModel()

    with pytest.raises(UnknownName, match="provider 'no'"):
        summarize(document(), model=model, options=Options(fallback=("no/such/model",)))
    assert model.requests == []


def test_an_article_too_long_for_one_model_is_given_to_the_next() -> None:
    small = FakeModel(error=SourceTooLong("it does not fit"))

    summary = summarize(document(), model=small, options=Options(fallback=(FakeModel(),)))

    assert summary.provenance.fallback_for == "fake/model"


def test_what_ends_the_run_is_not_asked_of_the_next_model() -> None:
    other = FakeModel()
    cancelled = FakeModel(error=RunCancelled("cancelled"))

    with pytest.raises(RunCancelled):
        summarize(document(), model=cancelled, options=Options(fallback=(other,)))
    assert other.requests == []


def test_an_error_that_is_yielded_holds_no_frames() -> None:
    failing = FakeModel(error=ProviderBusy("no answer"))

    for results in (
        summarize_in_turn([ARTICLE], model=failing),
        summarize_many([ARTICLE], model=failing),
    ):
        (error,) = results
        assert isinstance(error, ProviderBusy)
        assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)


class Priced(FakeModel):
    """What a model of a known price says its answers cost: 100 tokens in, some out."""

    provider = "openai"
    id = "openai/gpt-4.1"


def test_a_summary_tells_what_it_cost_where_the_price_is_known() -> None:
    spent = summarize(document(), model=Priced()).provenance

    dollars = (spent.prompt_tokens * 2.0 + spent.completion_tokens * 8.0) / 1e6
    assert spent.cost == pytest.approx(dollars, abs=1e-6)
    (many,) = summarize_many([ARTICLE], model=Priced())
    assert isinstance(many, Summary)
    assert many.provenance.cost == spent.cost
    assert summarize(document(), model=FakeModel()).provenance.cost is None
    assert summarize(document(), model="extractive").provenance.cost is None


@pytest.mark.parametrize(("first", "known"), [(Priced, True), (FakeModel, False)])
def test_what_a_failed_model_cost_is_counted(first: type[FakeModel], known: bool) -> None:
    error = AnswerRefused("it declined")
    error.usage = Usage(prompt_tokens=1000, completion_tokens=500, requests=3)

    spent = summarize(
        document(), model=first(error=error), options=Options(fallback=("extractive",))
    ).provenance

    assert (spent.prompt_tokens, spent.completion_tokens, spent.attempts) == (1000, 500, 3)
    assert spent.cost == (0.006 if known else None)


def test_when_the_last_fallback_fails_too_its_failure_is_the_error() -> None:
    failing = FakeModel(error=ProviderBusy("no answer"))

    with pytest.raises(SummarizerError, match="key"):
        summarize(document(), model=failing, options=Options(fallback=("openai/gpt-5.4-mini",)))


def test_a_failure_of_all_models_names_them_and_what_all_of_them_cost() -> None:
    error = ProviderBusy("no answer", remedy="Wait")
    error.usage = Usage(prompt_tokens=10, requests=4)

    with pytest.raises(ProviderBusy) as raised:
        summarize(
            document(),
            model=FakeModel(error=error),
            options=Options(fallback=(Priced(error=error),)),
        )

    told = "no answer; openai/gpt-4.1 was asked last, after fake/model"
    assert str(raised.value) == f"harbour.txt: {told}. Wait"
    assert raised.value.usage == Usage(prompt_tokens=20, requests=8)


def test_a_model_that_cannot_be_opened_falls_back_for_each_article() -> None:
    options = Options(fallback=("extractive",))

    results = list(summarize_many([ARTICLE, ARTICLE], model="openai/gpt-5.4-mini", options=options))

    assert [r.provenance.fallback_for for r in results if isinstance(r, Summary)] == [
        "openai/gpt-5.4-mini"
    ] * 2
