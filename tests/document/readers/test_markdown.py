"""Markdown as its readers see it, and its front matter for what it says of the article."""

from __future__ import annotations

import datetime

import pytest

from summarizer.document import Document, read_bytes
from summarizer.errors import SourceEmpty

from .files import SECRET, STORY


def read(text: str) -> Document:
    return read_bytes(text.encode(), name="a.md")


FRONT = """---
title: "Ferry runs aground"
authors: [Lena Ostrow, 'Tom Averill']
date: 2026-03-03T07:15:00+01:00
lastmod: 2026-03-04
lang: en-GB
summary: A ferry and a sandbank
tags:
  - sea
embargo: until noon
---

"""


def test_the_front_matter_is_the_origin() -> None:
    document = read(FRONT + f"{STORY}\n")
    origin = document.origin

    assert document.text == f"Ferry runs aground\n\n{STORY}"
    assert (origin.title, origin.authors) == ("Ferry runs aground", ("Lena Ostrow", "Tom Averill"))
    assert (origin.published, origin.modified) == ("2026-03-03T07:15:00+01:00", "2026-03-04")
    assert (document.date, document.language) == (datetime.date(2026, 3, 3), "en")
    assert (origin.description, origin.media_type) == ("A ferry and a sandbank", "text/markdown")
    assert [(part.kind, part.count) for part in origin.removed] == [("comment", 1)]


def test_authors_may_stand_line_under_line() -> None:
    document = read(f"---\nauthors:\n- Lena Ostrow\n- Tom Averill\n---\n{STORY}")

    assert document.origin.authors == ("Lena Ostrow", "Tom Averill")


def test_a_headline_that_the_text_has_is_not_put_before_it() -> None:
    document = read(f"{FRONT}# Ferry runs aground\n\n{STORY}")

    assert document.text == f"# Ferry runs aground\n\n{STORY}"


def test_the_first_heading_is_the_title() -> None:
    assert read(f"\n# Ferry runs aground #\r\n\n{STORY}").origin.title == "Ferry runs aground"


AS_IT_STANDS = {
    "plain": f"{STORY}\r\n\r\n- *One*\r\n- [two](https://x.example)\r\n",
    "two rules": f"---\n\n{STORY}\n\n---\n\nThe end.\n",
    "no end": f"---\ntitle: x\n\n{STORY}\n",
    "code": f"{STORY}\n\n```html\n<!-- shown -->\n[a]: b\n```\n",
    "a footnote": f"{STORY}[^1]\n\n[^1]: The coastguard said so.\n",
    "a comment that never ends": f"{STORY}\n\n<!-- and so on\n",
    "a bracket": f"{STORY} [sic]: it sank.\n",
}


@pytest.mark.parametrize("text", AS_IT_STANDS.values(), ids=AS_IT_STANDS)
def test_what_is_shown_is_kept_as_it_stands(text: str) -> None:
    document = read(text)

    assert document.text == text
    assert document.origin.removed == ()


UNSEEN = {
    "comment": f"<!-- {SECRET} -->",
    "comment over lines": f"<!--\n{SECRET}\n\n-->",
    "two": f"<!-- a --> <!-- {SECRET} -->",
    "definition": f'[1]: https://x.example "{SECRET}"',
    "idiom": f"[//]: # ({SECRET})",
    "after code": f"```\nx\n```\n<!-- {SECRET} -->",
    "after code of other marks": f"~~~\n```\n~~~\n<!-- {SECRET} -->",
}


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN)
def test_what_no_reader_sees_is_left_out_and_reported(unseen: str) -> None:
    document = read(f"{STORY}\n\n{unseen}\n\nNobody was hurt.\n")

    assert SECRET not in document.text
    assert document.text.startswith(STORY)
    assert document.text.endswith("Nobody was hurt.")
    assert [part.kind for part in document.origin.removed] == ["comment"]


def test_plain_text_keeps_what_markdown_would_hide() -> None:
    assert read_bytes(b"<!-- x --> The ferry sank.", name="a.txt").text.startswith("<!-- x -->")


@pytest.mark.parametrize("text", ["<!-- x -->", "---\ntags: x\n---\n"])
def test_a_text_that_nobody_sees_is_empty(text: str) -> None:
    with pytest.raises(SourceEmpty):
        read(text)


@pytest.mark.parametrize("text", ["<!--" * 30_000, "[a" * 30_000, "---\n" * 30_000, "-->" * 30_000])
def test_a_hostile_text_is_read(text: str) -> None:
    assert read(f"{STORY}\n{text}").text.startswith(STORY)
