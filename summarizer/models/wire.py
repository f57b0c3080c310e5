"""The body of a chat request, as each kind of server wants it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Keywords that OpenAI's strict mode documents as allowed; everything else is left out of what is
# sent, and still checked on what comes back.
_STRICT_KEYWORDS = frozenset(
    {"$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum"}
    | {"exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"}
    | {"items", "maxItems", "minItems", "pattern", "properties", "required", "type"}
)


_LIMIT = "max_tokens"
_NEW_LIMIT = "max_completion_tokens"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of server differs from the plain OpenAI chat API.

    ``limit_field``: the name of the output limit. ``strict``: the schema is sent in strict mode.
    ``grammar``: the schema is sent as a grammar without free white space (llama.cpp built with
    LLGuidance).
    """

    limit_field: str = _LIMIT
    strict: bool = False
    grammar: bool = False


COMPATIBLE = Dialect()
OPENAI = Dialect(limit_field=_NEW_LIMIT, strict=True)
LLAMA_CPP = Dialect(grammar=True)


def chat_body(
    arguments: Mapping[str, Any], dialect: Dialect, without: set[str], *, fresh: bool = False
) -> dict[str, Any]:
    """The request body from the arguments that instructor prepared.

    ``without`` names optional fields this server has refused before; ``fresh`` as in ``Request``.
    """
    body = dict(arguments)
    limit = body.pop("max_tokens")
    body[dialect.limit_field] = limit
    if dialect.strict:
        body["response_format"] = _strict_format(body["response_format"])
    if dialect.grammar:
        schema = body.pop("response_format")["json_schema"]["schema"]
        body["extra_body"] = {"grammar": compact_grammar(schema), "cache_prompt": not fresh}
    if body.get("stream"):
        body["stream_options"] = {"include_usage": True}
    for name in without - {_LIMIT, _NEW_LIMIT}:
        body.pop(name, None)
    if dialect.limit_field in without:
        del body[dialect.limit_field]
        other = _NEW_LIMIT if dialect.limit_field == _LIMIT else _LIMIT
        if other not in without:
            body[other] = limit
    return body


def compact_grammar(schema: Mapping[str, Any]) -> str:
    """A grammar for the schema's JSON, keys in the schema's order, without any white space.

    The plain JSON-schema mode lets a model indent its answer: measured on
    Qwen2.5-Coder-1.5B, the same answer took 127 tokens with it and 83 with this grammar.
    """
    guided = {
        "x-guidance": {
            "whitespace_flexible": False,
            "item_separator": ",",
            "key_separator": ":",
        },
        **schema,
    }
    return "%llguidance {}\nstart: %json " + json.dumps(guided)


def _strict_format(response_format: Mapping[str, Any]) -> dict[str, Any]:
    described = response_format["json_schema"]
    return {
        "type": "json_schema",
        "json_schema": {
            "name": described["name"],
            "schema": strict_schema(described["schema"]),
            "strict": True,
        },
    }


def strict_schema(schema: Any) -> Any:
    """The schema in the subset of strict mode: closed objects, every property required.

    A property that may be left out is filled in by the model all the same; that changes nothing for
    the reader of the answer, whose type is checked in full.
    """
    if isinstance(schema, list):
        return [strict_schema(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key in _STRICT_KEYWORDS}
    for key in ("items", "anyOf"):
        if key in kept:
            kept[key] = strict_schema(kept[key])
    for key in ("properties", "$defs"):
        if key in kept:
            kept[key] = {name: strict_schema(part) for name, part in kept[key].items()}
    if "$ref" in kept:
        return {"$ref": kept["$ref"]}
    if "properties" in kept:
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept
