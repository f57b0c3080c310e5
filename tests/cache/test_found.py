"""A stored summary, for another document with the same text."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, summarize
from summarizer.cache.found import as_given, source_of
from summarizer.document import Origin, Removed
from summarizer.summary import Summary, sealed
from summarizer.testing import FakeModel

TEXT = "About 1,200 households lost power on Friday, the grid company said.\n"
PAGE = Origin(
    media_type="text/html",
    url="https://example.org/storm",
    title='Storm: "no power"',
    authors=("Ada Lind",),
    published="2026-02-28",
    removed=(Removed("navigation", 3, 120, "Home"),),
)
FILE = Document.from_text(TEXT, name="storm.txt")
FROM_PAGE = Document.from_text(TEXT, name="https://example.org/storm", origin=PAGE)
HIDDEN = Document.from_text(TEXT.replace("lost", "lo\u200bst"), name="hidden.txt", origin=PAGE)


def made(document: Document) -> Summary:
    return summarize(document, model=FakeModel(claims=[(1, "", TEXT)]))


def test_the_same_document_gets_the_same_string() -> None:
    stored = made(FROM_PAGE).model_dump_json()

    assert as_given(stored, FROM_PAGE.name, source_of(FROM_PAGE)) is stored


@pytest.mark.parametrize("asked", [FILE, FROM_PAGE], ids=["file", "page"])
@pytest.mark.parametrize("first", [FILE, FROM_PAGE], ids=["of-a-file", "of-a-page"])
def test_what_is_found_is_what_would_have_been_made(first: Document, asked: Document) -> None:
    found = as_given(made(first).model_dump_json(), asked.name, source_of(asked))

    expected, seen = made(asked), Summary.model_validate_json(found)
    when = {"created": expected.provenance.created}
    assert (
        seen.model_copy(update={"provenance": seen.provenance.model_copy(update=when)}) == expected
    )


def test_what_the_text_hides_is_told_as_the_pipeline_tells_it() -> None:
    """It is counted in the text, which is the same, and not with the source, which is not."""
    other = dataclasses.replace(HIDDEN, name="other.txt", origin=Origin(title="Another page"))
    assert [one.kind for one in made(HIDDEN).source.removed] == ["navigation", "zero-width"]

    found = as_given(made(HIDDEN).model_dump_json(), other.name, source_of(other))

    assert Summary.model_validate_json(found).source == made(other).source


def test_without_a_source_that_of_the_stored_one_stays() -> None:
    found = Summary.model_validate_json(as_given(made(FROM_PAGE).model_dump_json(), "b.txt"))

    assert (found.provenance.document, found.source.title) == ("b.txt", PAGE.title)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_is_given_and_the_hash_still_holds(name: str) -> None:
    source = source_of(dataclasses.replace(FROM_PAGE, origin=Origin(title=name)))

    found = Summary.model_validate_json(as_given(STORED, name, source))

    assert (found.provenance.document, found.source.title) == (name, name)
    assert sealed(found) == found


STORED = made(FILE).model_dump_json()


@pytest.mark.parametrize("model", ["extractive", FakeModel()], ids=["extractive", "model"])
def test_a_documents_name_and_origin_shape_nothing_else(model: str | FakeModel) -> None:
    """Else they would have to be part of the key."""
    one, other = (
        summarize(document, model=model).model_dump(exclude={"source", "provenance"})
        for document in (FILE, FROM_PAGE)
    )

    assert one == other
