from __future__ import annotations

import json

import pytest

from summarizer.schema import draft_schema, fingerprint, summary_schema
from summarizer.summary import SCHEMA_VERSION, Summary

from .conftest import ARTICLE, Run


def test_the_schema_is_printed_under_its_name_and_version(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema == summary_schema()
    assert schema["$id"] == f"urn:summarizer:summary:{SCHEMA_VERSION}"
    assert schema["version"] == SCHEMA_VERSION
    assert set(schema["required"]) == set(Summary.model_fields)


def test_the_draft_s_schema_is_another(run: Run) -> None:
    schema = json.loads(run("schema", "--draft").out)
    assert schema == draft_schema()
    assert fingerprint(schema) != fingerprint(summary_schema())


def test_a_summary_has_every_property_that_the_schema_requires(run: Run) -> None:
    ran = run("-", "-m", "extractive", "-f", "json", stdin=ARTICLE.encode())
    assert missing(json.loads(ran.out), summary_schema(), summary_schema()["$defs"]) == []


def missing(value: object, schema: dict, defs: dict) -> list[str]:
    """Required properties that are not there, and properties that the schema does not know."""
    if "$ref" in schema:
        schema = defs[schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, list):
        return [one for item in value for one in missing(item, schema.get("items", {}), defs)]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    known = schema["properties"]
    found = sorted(set(schema.get("required", [])) ^ set(value))
    return found + [
        one for key, item in value.items() for one in missing(item, known.get(key, {}), defs)
    ]


def test_a_property_that_is_not_there_is_noticed() -> None:
    schema = summary_schema()
    assert "headline" in missing({}, schema, schema["$defs"])


@pytest.mark.parametrize("schema", [summary_schema, draft_schema])
def test_the_fingerprint_does_not_depend_on_order(schema: object) -> None:
    made = schema()  # type: ignore[operator]
    assert fingerprint(dict(reversed(made.items()))) == fingerprint(made)
