from __future__ import annotations

import json

import pytest

from summarizer.render import FORMATS, render
from summarizer.summary import Claim, Summary
from tests.hostile import payloads

from .sample import DOCUMENT, evidence, full_summary
from .test_text import steering

OTHERS = ("jsonld", "ninjs", "annotations")


def test_json_is_the_summary_itself() -> None:
    summary = full_summary()
    assert render(summary, DOCUMENT, "json") == summary.model_dump_json(indent=2)


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_reads_back_as_the_same_summary(format: str) -> None:
    summary = full_summary()
    assert Summary.model_validate_json(render(summary, DOCUMENT, format)) == summary


def test_jsonl_is_one_line_whatever_the_article_holds() -> None:
    summary = full_summary(headline="a\nb\r\u2028c")
    assert "\n" not in render(summary, DOCUMENT, "jsonl")


PAYLOADS = payloads("terminal")


@pytest.mark.parametrize("format", [f for f in FORMATS if f.startswith("json") or f in OTHERS])
def test_json_of_payloads_means_the_same_and_acts_on_nothing(format: str) -> None:
    words = "".join(PAYLOADS.values()).replace("\ud83d", "")
    shown = render(full_summary(headline=words), DOCUMENT, format)
    assert steering(shown) == []
    assert words in strings(json.loads(shown))


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def test_a_lone_surrogate_is_replaced_where_strict_readers_read() -> None:
    for format in OTHERS:
        shown = render(full_summary(headline="a\ud83db"), DOCUMENT, format)
        assert "a\ufffdb" in strings(json.loads(shown.encode()))


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_never_shortens(format: str) -> None:
    long = "word " * 1000
    claim = Claim(text=long, wording="model", status="stated", evidence=(evidence("Orlen"),))
    assert long in render(full_summary(key_claims=(claim,)), DOCUMENT, format)
