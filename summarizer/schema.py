"""The JSON Schemas of the types that leave this program, under names that carry their version."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from summarizer.draft import Draft
from summarizer.summary import SCHEMA_VERSION, Summary

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _AsWritten(GenerateJsonSchema):
    """As written, not as read: a field with a default is always there."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True


def summary_schema() -> dict[str, Any]:
    """The schema of what ``--format json`` writes; ``version`` moves with every change of it."""
    schema = Summary.model_json_schema(mode="serialization", schema_generator=_AsWritten)
    return _named("summary", schema)


def draft_schema() -> dict[str, Any]:
    """The schema of what a model fills in."""
    return _named("draft", Draft.model_json_schema())


def canonical(schema: dict[str, Any]) -> str:
    """One spelling of a schema, to hash and to compare: sorted keys, no blanks."""
    return json.dumps(schema, sort_keys=True, separators=(",", ":"))


def fingerprint(schema: dict[str, Any]) -> str:
    """The SHA-256 of a schema's canonical spelling, in hexadecimal."""
    return hashlib.sha256(canonical(schema).encode()).hexdigest()


@cache
def summary_fingerprint() -> str:
    """That of ``summary_schema``; making the schema takes longer than reading ten articles."""
    return fingerprint(summary_schema())


def _named(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "$id": f"urn:summarizer:{name}:{SCHEMA_VERSION}",
        "version": SCHEMA_VERSION,
        **schema,
    }
