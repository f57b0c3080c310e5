"""What instructor adds to a request and reads from an answer, without what it does around that."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import instructor
import pytest

from summarizer.draft import Draft, draft_asking, split_asking
from summarizer.models.structured import WrongShape, ask_typed

from .conftest import GOOD, Notes

ARGUMENTS = {
    "model": "m",
    "messages": [{"role": "user", "content": "{{ 7*7 }} {% if %}"}],
    "max_tokens": 9,
}


def sent(schema: Any) -> dict[str, Any]:
    """The request for an answer of this type."""
    seen: list[Mapping[str, Any]] = []

    def complete(arguments: Mapping[str, Any]) -> str:
        seen.append(arguments)
        return "{"

    with pytest.raises(WrongShape):
        ask_typed(schema, ARGUMENTS, complete)
    return dict(seen[0])


@pytest.mark.parametrize("schema", [Notes, Draft, draft_asking(3, 2), split_asking((4, 7))])
def test_a_request_is_the_one_that_instructors_client_makes(schema: Any) -> None:
    seen: list[dict[str, Any]] = []

    def create(**arguments: Any) -> None:
        seen.append(copy.deepcopy(arguments))
        raise ConnectionError

    ask = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    with suppress(Exception):  # it wraps what is raised in an error of its own
        ask(response_model=schema, max_retries=0, strict=None, **ARGUMENTS)
    assert sent(schema) == seen[0]


def test_a_schema_is_spelled_once() -> None:
    assert sent(Notes)["response_format"] is sent(Notes)["response_format"]


def test_an_answer_is_of_the_type_itself() -> None:
    assert type(ask_typed(Notes, ARGUMENTS, lambda _: json.dumps(GOOD))) is Notes


def test_a_failure_to_send_comes_through() -> None:
    def complete(_: Mapping[str, Any]) -> str:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        ask_typed(Notes, ARGUMENTS, complete)


@pytest.mark.parametrize(
    ("answer", "said"),
    [("{", "json_invalid"), ('{"title": 3, "claims": []}', "string_type at title")],
)
def test_a_misfit_is_told_without_its_words(answer: str, said: str) -> None:
    with pytest.raises(WrongShape, match=said) as wrong:
        ask_typed(Notes, ARGUMENTS, lambda _: answer)
    assert wrong.value.__cause__ is None
    assert wrong.value.__suppress_context__
