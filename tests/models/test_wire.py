"""Request bodies for the different kinds of servers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, Field

from summarizer.models.wire import LLAMA_CPP, OPENAI, chat_body, compact_grammar, strict_schema


class Inner(BaseModel):
    b: str = Field(max_length=9, pattern="^x")
    a: int | None = Field(default=None, ge=0)


class Outer(BaseModel):
    """Described."""

    z: list[Inner] = Field(max_length=3)
    default: str = "x"
    title: Inner


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for item in schema for found in objects(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for item in schema.values() for found in objects(item)]


def test_strict_schema_closes_every_object_and_requires_every_property() -> None:
    strict = strict_schema(Outer.model_json_schema())
    found = objects(strict)
    assert len(found) == 2
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def test_strict_schema_keeps_properties_that_are_named_like_keywords() -> None:
    strict = strict_schema(Outer.model_json_schema())
    assert list(strict["properties"]) == ["z", "default", "title"]


def test_strict_schema_drops_what_strict_mode_refuses() -> None:
    sent = json.dumps(strict_schema(Outer.model_json_schema()))
    assert "maxLength" not in sent
    assert '"maxItems": 3' in sent
    assert '"pattern": "^x"' in sent


def test_grammar_keeps_the_schema_as_it_is() -> None:
    schema = Outer.model_json_schema()
    head, _, embedded = compact_grammar(schema).partition("%json ")
    assert head == "%llguidance {}\nstart: "
    sent = json.loads(embedded)
    assert sent.pop("x-guidance")["whitespace_flexible"] is False
    assert sent == schema


def arguments() -> dict[str, Any]:
    described = {"name": "Outer", "schema": Outer.model_json_schema()}
    form = {"type": "json_schema", "json_schema": described}
    return {"model": "m", "messages": [], "max_tokens": 5, "response_format": form}


@pytest.mark.parametrize("fresh", [True, False])
def test_fresh_question_asks_llama_cpp_to_forget(fresh: bool) -> None:
    body = chat_body(arguments(), LLAMA_CPP, set(), fresh=fresh)
    assert body["extra_body"]["cache_prompt"] is not fresh


def test_body_leaves_the_arguments_alone() -> None:
    given = arguments()
    for dialect in (OPENAI, LLAMA_CPP):
        chat_body(given, dialect, {"max_tokens"})
    assert given == arguments()
