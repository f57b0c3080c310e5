"""What a source is: its first bytes first, then what its server says, its ending last."""

from __future__ import annotations

import pytest

from summarizer.document.readers.content import Raw
from summarizer.document.readers.kinds import kind_of
from summarizer.errors import SourceNotText

from .files import mail, p, page, pdf, rss, word

FEED = rss("<title>One</title>")
ATOM = b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'
XHTML = (
    b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html/>'
)
MAIL = mail().as_bytes()

KINDS = {
    "text": (b"The ferry sank.", "a.txt", "", "text"),
    "markdown": (b"# The ferry\n\n<b>sank</b>.", "a.md", "", "text"),
    "no ending": (b"The ferry sank.", "article", "", "text"),
    "page by its ending": (b"<p>The ferry sank.</p>", "a.htm", "", "page"),
    "page by its first bytes": (page("x"), "-", "", "page"),
    "page behind a comment": (b"<!-- saved from x -->\n<html><p>x", "-", "", "page"),
    "page in UTF-16": (page("x").decode().encode("utf-16"), "-", "", "page"),
    "xhtml": (XHTML, "a.xml", "", "page"),
    "page by its server": (b"<p>x</p>", "https://x.example/a", "text/html", "page"),
    "pdf": (pdf(), "-", "", "pdf"),
    "word": (word(p("x")), "-", "", "word"),
    "mail": (MAIL, "-", "", "mail"),
    "mail by its ending": (b"Subject: x\n\ny", "a.eml", "", "mail"),
    "rss": (FEED, "-", "", "feed"),
    "atom": (ATOM, "a.xml", "", "feed"),
    "rdf": (RDF, "-", "", "feed"),
    "a feed that its server calls xml": (FEED, "https://x.example/f", "text/xml", "feed"),
    "a colon in the first line": (b"Storm: what we know\n\nFrom: nowhere.", "-", "", "text"),
    "a query in the address": (b"<p>x</p>", "https://x.example/a.html?x=.pdf", "", "page"),
}


@pytest.mark.parametrize("case", KINDS.values(), ids=KINDS)
def test_a_source_is_known(case: tuple[bytes, str, str, str]) -> None:
    body, name, media_type, format = case

    kind = kind_of(Raw(body, name, media_type))

    assert (kind.format, kind.notes) == (format, ())


MISMATCHES = {
    "a page called text": (page("x"), "a.txt", "", "it is called plain text, and is a web page"),
    "a pdf called a page": (pdf(), "a.html", "", "it is called a web page, and is a PDF file"),
    "a feed served as a page": (FEED, "a", "text/html", "it is called a web page, and is a feed"),
    "text called a pdf": (b"No page.", "a.pdf", "", "it is called a PDF file, and is plain text"),
    "text called word": (b"No.", "a.docx", "", "it is called a Word document, and is plain text"),
    "text called a page": (b"No tag.", "a.html", "", "it is called a web page, and is plain text"),
}


@pytest.mark.parametrize("case", MISMATCHES.values(), ids=MISMATCHES)
def test_a_wrong_name_is_told(case: tuple[bytes, str, str, str]) -> None:
    body, name, media_type, note = case

    assert kind_of(Raw(body, name, media_type)).notes == (note,)


@pytest.mark.parametrize("name", ["a.xml", "-"])
def test_xml_that_is_neither_feed_nor_page_is_refused(name: str) -> None:
    with pytest.raises(SourceNotText, match="neither a feed nor a web page"):
        kind_of(Raw(b'<?xml version="1.0"?><wire><text>x</text></wire>', name))


@pytest.mark.parametrize("body", [b'{"title": "x"}', b'\xef\xbb\xbf [{"a": "b"}]\n'])
def test_data_is_no_article(body: bytes) -> None:
    with pytest.raises(SourceNotText, match="it is JSON"):
        kind_of(Raw(body, "a.txt"))


@pytest.mark.parametrize("body", [b"[UPDATE] The ferry sank.", b"{slug} The ferry sank.", b"[1]x"])
def test_a_bracket_at_the_beginning_is_text(body: bytes) -> None:
    assert kind_of(Raw(body, "a.txt")).format == "text"


def test_the_media_type_is_the_declared_one_where_that_is_true() -> None:
    assert kind_of(Raw(ATOM, "a", "application/atom+xml")).media_type == "application/atom+xml"
    assert kind_of(Raw(b"x", "a.md")).media_type == "text/markdown"
    assert kind_of(Raw(pdf(), "a", "text/html")).media_type == "application/pdf"
