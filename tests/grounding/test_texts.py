"""Headline, abstract and questions: free text of a model, held against the article."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.draft import Draft, DraftClaim, DraftQuestion
from summarizer.grounding import Grounded, ground

ARTICLE = (
    "Ferry line gets new owner\n"
    "The island council sold the ferry line to Nordsund for 18 million euros on Friday.\n"
    "Nordsund will keep all 240 workers, its director Eva Lind said.\n"
    "Lind could not confirm that fares would stay the same.\n"
)


def grounded(headline: str = "", abstract: str = "", *questions: tuple[int, str]) -> Grounded:
    asked = tuple(DraftQuestion(sentence=n, question=q) for n, q in questions)
    draft = Draft(claims=(), abstract=abstract, headline=headline, questions=asked)
    return ground(draft, Document.from_text(ARTICLE))


def test_a_supported_headline_is_kept_with_its_evidence() -> None:
    headline = grounded(headline="Island council sold ferry line to Nordsund").headline

    assert (headline.wording, headline.evidence[0].sentence) == ("model", 2)


def test_an_unsupported_headline_gives_way_to_the_articles_own() -> None:
    result = grounded(headline="Ferry line sold for 81 million euros")

    assert (result.headline.text, result.headline.wording) == (
        "Ferry line gets new owner",
        "verbatim",
    )
    assert [r.item for r in result.rejected] == ["headline"]


def test_an_article_without_a_headline_is_headed_by_its_first_claim() -> None:
    text = ARTICLE.split("\n", 1)[1]
    draft = Draft(claims=(), abstract="", headline="", questions=())

    assert ground(draft, Document.from_text(text)).headline.text in text


def test_of_an_abstract_only_the_supported_sentences_stay() -> None:
    good = "The island council sold the ferry line to Nordsund for 18 million euros."
    bad = "Nordsund will dismiss all 240 workers."

    result = grounded(abstract=f"{good} {bad}")

    assert (result.abstract.text, result.abstract.wording) == (good, "model")
    assert [r.text for r in result.rejected] == [bad]


@pytest.mark.parametrize("ending", [" for", "...", "…"])
def test_an_abstract_that_breaks_off_loses_its_last_sentence(ending: str) -> None:
    whole = "Nordsund will keep all 240 workers."
    cut = f"The island council sold the ferry line to Nordsund{ending}"

    assert grounded(abstract=f"{whole} {cut}").abstract.text == whole


def test_without_an_abstract_the_article_speaks() -> None:
    abstract = grounded().abstract

    assert abstract.wording == "verbatim"
    assert all(evidence.quote in ARTICLE for evidence in abstract.evidence)


def test_a_question_that_the_text_raises_is_kept_in_the_models_words() -> None:
    questions = grounded("", "", (4, "Will fares stay the same?")).open_questions

    assert (questions[0].text, questions[0].proposed_by) == ("Will fares stay the same?", "model")


def test_a_question_that_the_article_answers_is_rejected() -> None:
    result = grounded("", "", (2, "How much did Nordsund pay for the ferry line?"))

    assert [r.item for r in result.rejected] == ["question"]


def test_a_question_with_a_figure_of_its_own_is_rejected() -> None:
    result = grounded("", "", (4, "Will fares stay the same for 30 years?"))

    assert result.rejected[0].problems[0].kind in ("number", "unit")


DOUBTFUL = (
    "A ferry capsized off the port, police said, and a local radio station reported at least six"
    " dead, a toll that officials have not confirmed."
)


@pytest.mark.parametrize(
    ("abstract", "kept"),
    [
        ("At least six are dead after a ferry capsized off the port.", False),
        ("A local radio station reported at least six dead.", True),
        ("A ferry capsized off the port.", True),
    ],
)
def test_what_is_unconfirmed_is_not_told_as_a_fact_in_the_abstract(
    abstract: str, kept: bool
) -> None:
    draft = Draft(claims=(), questions=(), abstract=abstract, headline="")

    result = ground(draft, Document.from_text(DOUBTFUL))

    assert (result.abstract.text == abstract) is kept


def test_an_abstract_made_of_claims_tells_no_sentence_twice() -> None:
    text = "The yard in Varde closed in May, and its 40 workers lost their jobs. Nobody bought it."
    facts = ("The yard in Varde closed in May.", "The 40 workers of the yard lost their jobs.")
    draft = Draft(
        claims=tuple(DraftClaim(sentence=1, speaker="", claim=fact) for fact in facts),
        questions=(),
        abstract="",
        headline="",
    )

    assert ground(draft, Document.from_text(text)).abstract.text.count("Varde") == 1
