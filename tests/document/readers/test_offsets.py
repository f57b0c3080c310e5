"""Offsets stay true after every reader: sentences and quotes stand where they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import summarize
from summarizer.document import Document, read_bytes
from summarizer.document.readers.content import Raw
from summarizer.document.reading import articles_of
from summarizer.verification import verify

from .files import STORY, lines, mail, p, page, paragraphs, pdf, rss, word

# What moves offsets: characters of two UTF-16 units or several code points, and those not shown.
ODD = (
    "The cafe\u0301 owner 👩\u200d🚒 Ana Muñoz\u200b said on Friday that "
    "1\u00a0200 people (5\u202f%) came. 字 🎉 It is not known why."
)
BODY = f"{STORY}\n\n{ODD}"
FIGURES = (
    "Some 14 boats took part, and 2.4 million euros were spent, the mayor Ida Berg said on Friday."
)
PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))

SOURCES: dict[str, tuple[bytes, str]] = {
    "text": (BODY.encode(), "a.txt"),
    "byte order mark": (b"\xef\xbb\xbf" + BODY.encode(), "a.txt"),
    "utf-16": (BODY.encode("utf-16"), "a.txt"),
    "carriage returns": (BODY.replace("\n", "\r\n").encode(), "a.txt"),
    "old mac": (BODY.replace("\n", "\r").encode(), "a.txt"),
    "decomposed": (f"Cafe\u0301 Zu\u0308rich closes.\n\n{BODY}".encode(), "a.txt"),
    "markdown": (f"# Ferry\n\n- {ODD}\n- **{FIGURES}**\n".encode(), "a.md"),
    "page": (page(f"<article><h1>Ferry 🎉</h1>{paragraphs(STORY, ODD)}</article>"), "a.html"),
    "page in utf-16": (page(paragraphs(STORY, ODD)).decode().encode("utf-16"), "a.html"),
    "pdf": (pdf(lines("Ferry runs aground", size=18) + lines(STORY, FIGURES, top=700)), "a.pdf"),
    "word": (word(p("Ferry") + p(STORY) + p(ODD) + p(FIGURES)), "a.docx"),
    "mail": (mail(f"{STORY}\n\n{ODD}\n\n{FIGURES}").as_bytes(), "a.eml"),
    "feed": (rss(f"<title>Ferry 🎉</title><description>{STORY} {ODD}</description>"), "a.xml"),
    **{path.stem: (path.read_bytes(), path.name) for path in PAGES},
}  # fmt: skip


def document_of(name: str) -> Document:
    body, file = SOURCES[name]
    ((_, load),) = articles_of(Raw(body, file))
    return load()


def quotes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a summary that says where it stands."""
    if isinstance(node, dict):
        if isinstance(node.get("quote"), str) and "start" in node:
            yield node
        for value in node.values():
            yield from quotes(value)
    elif isinstance(node, list):
        for value in node:
            yield from quotes(value)


@pytest.mark.parametrize("name", SOURCES)
def test_every_sentence_and_every_quote_stands_where_it_says(name: str) -> None:
    document = document_of(name)
    summary = json.loads(summarize(document, model="extractive").model_dump_json())
    found = list(quotes(summary))

    assert document.sentences
    assert all(document.text[s.start : s.end] == s.text for s in document.sentences)
    assert found
    assert all(document.text[q["start"] : q["end"]] == q["quote"] for q in found)


@pytest.mark.parametrize("name", SOURCES)
def test_a_second_reading_is_the_same_article_for_verification(name: str) -> None:
    summary = json.loads(summarize(document_of(name), model="extractive").model_dump_json())
    result = verify(summary, document_of(name))

    assert result.same_article
    assert result.holds


@pytest.mark.parametrize("name", ["byte order mark", "carriage returns", "decomposed", "old mac"])
def test_a_plain_text_is_kept_to_the_letter(name: str) -> None:
    body, file = SOURCES[name]

    assert read_bytes(body, name=file).text.encode() == body


def test_the_summary_carries_the_origin() -> None:
    summary = summarize(document_of("hidden-text"), model="extractive")

    assert summary.source.media_type == "text/html"
    assert "hidden" in {part.kind for part in summary.source.removed}
    assert "resigned" not in summary.model_dump_json(exclude={"source"})
