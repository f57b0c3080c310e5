from __future__ import annotations

import pytest

from summarizer.render import render
from summarizer.summary import Claim, Summary

from .sample import DOCUMENT, evidence, full_summary


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


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_never_shortens(format: str) -> None:
    long = "word " * 1000
    claim = Claim(text=long, wording="model", status="stated", evidence=(evidence("Orlen"),))
    assert long in render(full_summary(key_claims=(claim,)), DOCUMENT, format)
