"""Sentences: where they end, and that nothing of the text is lost between them."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.sentences import BLANK, sentence_spans

MARK = "¦"
CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()
]

# Texts made of what decides: marks, quotes, line ends, abbreviations, letters of many scripts,
# and the characters that trip text code (lone surrogates, NUL, joiners, combining marks).
MARKS = [*".!?…。！？।؟", *"\"'”’»«“()[]-—", "''", "...", ". . .", "🎉", "🏻", "\U000e0041"]
BLANKS = [*" \t\n\r\x85\u2028\u2029\u3000\u00a0\u200b\ufeff\x0c\x1c", "\r\n"]
LETTERS = [*"aZé字あहع5", "\ud800", "\udfff", "\x00", "\u0301", "\u200d", "\u093f", "\u0600"]
WORDS = ["U.S.", "Mr. ", "J. K. ", "No. 5", "p.m.", "The ", "he said"]
PIECES = st.sampled_from(MARKS + BLANKS + LETTERS + WORDS)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(
    st.characters(exclude_categories=[]), max_size=60
)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_marked_text_is_cut_where_it_is_marked(case: dict[str, Any]) -> None:
    wanted = [piece.strip(BLANK) for piece in case["text"].split(MARK)]
    text = case["text"].replace(MARK, "")

    spans = sentence_spans(text, case.get("language", "en"))

    assert [text[start:end] for start, end in spans] == wanted


def test_case_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@given(TEXTS)
def test_sentences_and_gaps_joined_give_back_the_text_and_gaps_are_blank(text: str) -> None:
    last, joined = 0, ""
    for start, end in sentence_spans(text):
        gap = text[last:start]
        assert start >= last
        assert end > start
        assert not gap.strip(BLANK)
        joined += gap + text[start:end]
        last = end

    assert not text[last:].strip(BLANK)
    assert joined + text[last:] == text


@given(TEXTS)
def test_sentences_have_no_blank_at_either_end_unless_it_is_part_of_a_character(text: str) -> None:
    for start, end in sentence_spans(text):
        assert text[end - 1] not in BLANK or regex.match(r"\X", text[end - 2 : end]).end() == 2
        assert text[start] not in BLANK or regex.match(r"\X", text[start:end]).end() > 1


@given(TEXTS)
def test_no_sentence_splits_a_grapheme_cluster(text: str) -> None:
    inside = {
        offset
        for cluster in regex.finditer(r"\X", text)
        for offset in range(cluster.start() + 1, cluster.end())
    }

    assert not inside & {offset for span in sentence_spans(text) for offset in span}


@given(TEXTS)
def test_a_sentence_end_does_not_depend_on_text_after_the_next_blank_line(text: str) -> None:
    lines = "The first stays as it is. So does the second.\n\n"

    assert sentence_spans(lines + text)[:1] == sentence_spans(lines)[:1]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\u200b\r\n"])
def test_a_text_without_a_visible_character_has_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []


@pytest.mark.parametrize("width", [60, 65, 70, 72, 76, 78, 80, 90])
def test_wrapping_a_paragraph_changes_no_sentence(width: int) -> None:
    text = (
        "The governor said that the ferry, which had been built in 1994, was not fit to sail. "
        "Nobody at the port stopped it, and the coast guard was told of it only on Monday. "
        "About 40 people are still missing, among them three children from the same school."
    )
    wrapped = "\n".join(textwrap.wrap(text, width))

    before = [text[start:end] for start, end in sentence_spans(text)]
    after = [wrapped[start:end].replace("\n", " ") for start, end in sentence_spans(wrapped)]

    assert after == before
    assert wrapped.count("\n") > 1


def test_a_declared_language_reads_its_ordinals() -> None:
    text = "Es war der 3. Versuch in dem Jahr. Er gelang."

    assert len(sentence_spans(text, "de")) == 2
    assert len(sentence_spans(text, "en")) == 3
