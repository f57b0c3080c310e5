"""The wire form: what a model is made to write, and in which order."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.draft import Draft, draft_asking

CLAIM = {"sentence": 1, "speaker": "", "claim": "Rain fell."}


def draft(claims: int = 1, questions: int = 0) -> dict[str, object]:
    return {
        "claims": [CLAIM] * claims,
        "abstract": "",
        "headline": "",
        "questions": [{"sentence": 1, "question": "Why?"}] * questions,
    }


def test_the_claims_come_first_and_the_sentence_before_its_wording() -> None:
    schema = Draft.model_json_schema()

    assert list(schema["properties"])[:4] == ["claims", "abstract", "headline", "questions"]
    assert list(schema["$defs"]["DraftClaim"]["properties"]) == ["sentence", "speaker", "claim"]


def test_the_schema_asks_for_so_many_claims_and_questions() -> None:
    asked = draft_asking(3, 1).model_json_schema()["properties"]

    assert (asked["claims"]["minItems"], asked["claims"]["maxItems"]) == (3, 3)
    assert asked["questions"]["maxItems"] == 1


@pytest.mark.parametrize("claims", [0, 2, 4])
def test_a_draft_with_another_number_of_claims_is_valid(claims: int) -> None:
    assert len(draft_asking(3, 1).model_validate(draft(claims=claims)).claims) == claims


def test_a_draft_with_hundreds_of_claims_is_not() -> None:
    with pytest.raises(ValidationError):
        draft_asking(3, 1).model_validate(draft(claims=500))


def test_a_draft_as_asked_for_is_a_draft() -> None:
    assert isinstance(draft_asking(1, 1).model_validate(draft()), Draft)


def test_the_name_sent_to_a_provider_is_draft() -> None:
    assert draft_asking(3, 1).model_json_schema()["title"] == "Draft"


def test_a_wording_over_the_room_it_was_given_is_judged_and_not_refused() -> None:
    room = Draft.model_json_schema()["$defs"]["DraftClaim"]["properties"]["claim"]["maxLength"]
    long = {**CLAIM, "claim": "x" * (room + 1)}

    assert Draft.model_validate({**draft(), "claims": [long]}).claims[0].claim == long["claim"]
