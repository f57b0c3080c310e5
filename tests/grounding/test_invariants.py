"""Whatever a model says, what comes out is true of the article."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.document import Document
from summarizer.document.hidden import visible_text
from summarizer.draft import Draft, DraftActor, DraftClaim, DraftQuestion
from summarizer.grounding import Grounded, ground
from summarizer.summary import Evidence

WORDS = st.sampled_from(
    [
        "The",
        "minister",
        "mayor",
        "Ida",
        "Berg",
        "said",
        "denied",
        "12",
        "people",
        "4,000",
        "homes",
        "could",
        "not",
        "may",
        "open",
        "rose",
        "3%",
        "in",
        "Leeds",
        "Oslo",
        "on",
        "Monday",
        ".",
        ",",
        "“",
        "”",
        '"',
        "😀",
        "é",
        "́",
        "\u200b",
        "\n",
        "{{x}}",
        "about",
        "killed",
        "hurt",
        "—",
        "three",
    ]
)
TEXT = st.lists(WORDS, max_size=60).map(" ".join)
SHORT = st.lists(WORDS, max_size=12).map(" ".join)
NUMBER = st.integers(-3, 40)

DRAFTS = st.builds(
    Draft,
    claims=st.lists(
        st.builds(DraftClaim, sentence=NUMBER, speaker=SHORT.map(lambda s: s[:80]), claim=SHORT),
        max_size=5,
    ).map(tuple),
    questions=st.lists(st.builds(DraftQuestion, sentence=NUMBER, question=SHORT), max_size=3).map(
        tuple
    ),
    abstract=SHORT,
    headline=SHORT,
    actors=st.lists(
        st.builds(DraftActor, sentence=NUMBER, name=SHORT.map(lambda s: s[:80]), role=SHORT),
        max_size=2,
    ).map(tuple),
)


def every_evidence(part: object) -> Iterator[Evidence]:
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from every_evidence(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from every_evidence(item)


def parts(result: Grounded) -> tuple[object, ...]:
    return (
        result.headline.evidence,
        result.abstract.evidence,
        result.key_claims,
        result.actors,
        result.figures,
        result.conflicts,
        result.open_questions,
        result.rejected,
    )


@settings(max_examples=150, deadline=None)
@given(TEXT, DRAFTS)
def test_every_evidence_is_verbatim_at_its_offsets(text: str, draft: Draft) -> None:
    for evidence in every_evidence(parts(ground(draft, Document.from_text(text)))):
        assert text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=75, deadline=None)
@given(TEXT, DRAFTS)
def test_a_verbatim_claim_is_in_the_article_letter_for_letter(text: str, draft: Draft) -> None:
    for claim in ground(draft, Document.from_text(text)).key_claims:
        assert claim.wording == "model" or claim.text in visible_text(text)


@settings(max_examples=75, deadline=None)
@given(TEXT, DRAFTS)
def test_every_claim_of_a_draft_is_shown_or_rejected(text: str, draft: Draft) -> None:
    result = ground(draft, Document.from_text(text))
    shown = [claim for claim in result.key_claims if claim.proposed_by == "model"]
    rejected = {r.text for r in result.rejected if r.item == "claim"}

    for claim in draft.claims:
        assert visible_text(claim.claim).strip() in rejected or shown
    assert len(shown) <= len(draft.claims)
