"""A document: its text untouched, its sentences numbered, and which of them holds what."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document, Sentence, Span

TEXT = "The ferry sank.\r\n\r\nIt had left at noon. Nobody knows why.\n"
PIECES = [*'aB.!?" \n\r\u2028\u0301', "。", "\ud800", "Mr. "]
ANY_TEXT = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.fixture
def document() -> Document:
    return Document.from_text(TEXT, name="ferry.txt")


def test_sentences_are_numbered_from_one_in_the_order_of_the_text(document: Document) -> None:
    assert [(s.number, s.text) for s in document.sentences] == [
        (1, "The ferry sank."),
        (2, "It had left at noon."),
        (3, "Nobody knows why."),
    ]


@given(ANY_TEXT)
def test_a_sentence_is_the_text_at_its_offsets(text: str) -> None:
    document = Document.from_text(text)

    assert document.text == text
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.span == Span(sentence.start, sentence.end)


@given(ANY_TEXT)
def test_an_offset_belongs_to_the_one_sentence_that_holds_it_or_to_a_gap(text: str) -> None:
    document = Document.from_text(text)

    for offset in range(len(text)):
        holding = [s for s in document.sentences if s.start <= offset < s.end]
        assert document.sentence_at(offset) == (holding[0] if holding else None)


@given(ANY_TEXT, st.integers(0, 30), st.integers(1, 30))
def test_a_span_shares_characters_with_the_sentences_named_for_it(
    text: str, start: int, length: int
) -> None:
    document = Document.from_text(text)
    span = Span(start, start + length)

    sharing = tuple(s for s in document.sentences if s.start < span.end and span.start < s.end)

    assert document.sentences_in(span) == sharing


@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        (Span(4, 9), [1]),
        (Span(10, 25), [1, 2]),
        (Span(0, len(TEXT)), [1, 2, 3]),
        (Span(15, 19), []),
        (Span(5, 5), []),
    ],
    ids=["inside", "across", "all", "gap", "empty"],
)
def test_sentences_of_a_span(document: Document, span: Span, numbers: list[int]) -> None:
    assert [sentence.number for sentence in document.sentences_in(span)] == numbers


def test_the_hash_is_of_the_text_in_utf8_and_takes_a_lone_surrogate(document: Document) -> None:
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert Document("\ud800").sha256 != Document("\udfff").sha256


def test_a_line_end_changes_the_hash(document: Document) -> None:
    assert Document(TEXT.replace("\r\n", "\n")).sha256 != document.sha256


def test_a_document_cannot_be_changed(document: Document) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.text = "Another."  # type: ignore[misc]


def test_documents_are_equal_by_what_they_hold(document: Document) -> None:
    assert document == Document(TEXT, name="ferry.txt")
    assert document != Document(TEXT, name="ferry.txt", date=datetime.date(2024, 11, 4))


def test_a_document_survives_pickling(document: Document) -> None:
    before = document.sentences

    copy = pickle.loads(pickle.dumps(document))

    assert copy == document
    assert copy.sentences == before


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside"),
    [
        (Span(0, 5), Span(3, 8), True, False),
        (Span(0, 5), Span(5, 8), False, False),
        (Span(0, 9), Span(3, 8), True, True),
        (Span(3, 8), Span(3, 8), True, True),
    ],
    ids=["overlapping", "touching", "containing", "same"],
)
def test_two_spans(one: Span, other: Span, overlap: bool, inside: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
    assert one.contains(other) is inside


def test_spans_sort_by_where_they_begin() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


def test_a_sentence_is_a_value() -> None:
    assert Sentence(1, 0, 2, "Hi") == Sentence(1, 0, 2, "Hi")
    assert len({Sentence(1, 0, 2, "Hi"), Sentence(1, 0, 2, "Hi")}) == 1
