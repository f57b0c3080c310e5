from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.render.places import Places
from summarizer.summary import Evidence


def place(text: str, start: int) -> str:
    piece = Evidence(sentence=2, start=start, end=start + 1, quote=text[start : start + 1])
    return Places(Document.from_text(text)).of(piece)


@pytest.mark.parametrize(
    ("text", "start", "shown"),
    [
        ("abc", 0, "s2 1:1"),
        ("abc", 2, "s2 1:3"),
        ("a\nbc", 3, "s2 2:2"),
        ("a\r\nbc", 3, "s2 2:1"),
        ("a\rbc", 2, "s2 2:1"),
        ("a\n\n\nb", 4, "s2 4:1"),
        ("😀x", 1, "s2 1:2"),
    ],
    ids=["first", "same line", "LF", "CR LF", "CR", "empty lines", "columns are code points"],
)
def test_sentence_line_and_column_are_counted_from_one(text: str, start: int, shown: str) -> None:
    assert place(text, start) == shown


def test_without_the_document_offsets_are_shown() -> None:
    piece = Evidence(sentence=4, start=210, end=240, quote="x" * 30)
    assert Places(None).of(piece) == "s4 @210-240"


def test_the_first_place_counts_the_others() -> None:
    piece = Evidence(sentence=1, start=0, end=1, quote="a")
    places = Places(Document.from_text("abc"))
    assert places.first([piece]) == "s1 1:1"
    assert places.first([piece, piece, piece]) == "s1 1:1 +2"
    assert places.first([]) == ""
