"""Verify: what of a summary still holds against an article, also a later one, whoever made it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import Document, summarize
from summarizer.errors import SummaryInvalid
from summarizer.verification import Verification, verify

ARTICLE = (
    "Council sells ferry line\n"
    "The island council sold the ferry line for 18 million euros on Friday, mayor Ida Berg said.\n"
    "“We did not raise fares,” Berg told reporters.\n"
    "She could not confirm that all 240 workers would stay.\n"
)


def own_summary() -> dict[str, Any]:
    made = summarize(Document.from_text(ARTICLE), model="extractive")
    loaded: dict[str, Any] = json.loads(made.model_dump_json())
    return loaded


def checked(summary: object, article: str = ARTICLE) -> Verification:
    return verify(summary, Document.from_text(article))


def test_a_fresh_summary_holds_against_its_article() -> None:
    result = checked(own_summary())

    assert result.holds
    assert result.same_article is True
    assert result.count("moved") == 0


def test_an_article_with_a_new_paragraph_moves_quotes_and_stales_none() -> None:
    result = checked(own_summary(), "Updated at noon on Monday.\n\n" + ARTICLE)

    assert result.holds
    assert result.same_article is False
    assert result.count("moved") > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("18 million", "81 million", id="a figure was corrected"),
        pytest.param("did not raise", "did raise", id="a not was taken out"),
        pytest.param("could not confirm", "confirmed", id="it was confirmed"),
    ],
)
def test_what_a_later_version_says_otherwise_is_stale(old: str, new: str) -> None:
    result = checked(own_summary(), ARTICLE.replace(old, new))

    assert not result.holds
    assert result.count("stale") > 0


def test_a_moved_quote_says_where_it_stands_now() -> None:
    later = "Updated.\n" + ARTICLE
    moved = [f for f in checked(own_summary(), later).findings if f.verdict == "moved"]

    assert all(f.start is not None and later[f.start : f.end] == f.text for f in moved)


def test_a_claim_that_a_person_edited_is_checked_again() -> None:
    summary = own_summary()
    summary["key_claims"][0]["text"] = "The council sold the ferry line for 19 million euros."

    result = checked(summary)

    assert [f.path for f in result.findings if f.verdict == "unsupported"] == ["key_claims[0]"]


def test_a_figure_whose_value_was_edited_is_unsupported() -> None:
    summary = own_summary()
    summary["figures"][0]["low"] = summary["figures"][0]["high"] = "19000000"

    assert [f.path for f in checked(summary).findings if f.verdict == "unsupported"] == [
        "figures[0]"
    ]


def test_what_was_rejected_is_not_held_against_a_summary() -> None:
    summary = own_summary()
    summary["rejected"] = [{"text": "Fares doubled.", "evidence": [{"quote": "Fares doubled."}]}]

    assert checked(summary).holds


def test_another_tools_quotes_need_no_offsets() -> None:
    other = {"points": [{"claim": "Fares did not go up.", "quote": '"We did not raise fares"'}]}

    assert checked(other).count("holds") >= 1


def test_another_tools_invented_quote_is_stale() -> None:
    other = [{"quote": "We will raise fares next year, and twice."}]

    assert checked(other).findings[0].verdict == "stale"


@pytest.mark.parametrize("summary", [{}, [], "text", 3, None, {"claims": ["no quotes here"]}])
def test_a_file_without_quotes_cannot_be_verified(summary: object) -> None:
    with pytest.raises(SummaryInvalid):
        checked(summary)


def test_a_file_that_nests_without_end_is_refused() -> None:
    deep: Any = {"quote": "x"}
    for _ in range(100):
        deep = [deep]

    with pytest.raises(SummaryInvalid, match="nests deeper"):
        checked(deep)


@pytest.mark.parametrize("offset", [-1, True, "3", None, 10**12, 2.5])
def test_offsets_that_make_no_sense_are_looked_past(offset: object) -> None:
    other = {"quote": "We did not raise fares", "start": offset, "end": offset}

    assert checked(other).findings[0].verdict in ("holds", "moved")


CUT_SHORT = [
    pytest.param(
        {"text": "We did raise fares.", "reason": "a vote."}, id="with a reason beside it"
    ),
    pytest.param({"text": "raise fares"}, id="words of the quote without its not"),
]


@pytest.mark.parametrize("statement", CUT_SHORT)
def test_a_statement_that_loses_the_not_of_its_quote_is_unsupported(
    statement: dict[str, str],
) -> None:
    other = [{**statement, "quote": "We did not raise fares"}]

    assert checked(other).count("unsupported") == 1
