"""A feed into its articles: each with its own name, title, authors and date."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from summarizer.document import Document, fetching, read_feed, read_source
from summarizer.document.fetching import Fetched
from summarizer.document.readers.content import Raw
from summarizer.document.reading import Reading, articles_of
from summarizer.errors import FetchFailed, InputError, SourceEmpty, SourceNotText

from .files import SECRET, STORY, page, paragraphs, pdf, rss

WHOLE = f"<p>{STORY}</p>" * 5
ITEM = (
    "<title>Ferry &amp;amp; sandbank</title><link>https://coast.example/ferry</link>"
    "<pubDate>Tue, 03 Mar 2026 00:15:00 +0100</pubDate><dc:creator>Lena Ostrow</dc:creator>"
    "<description>A ferry ran aground.</description>"
    f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded>"
)
TEASER = (
    "<title>Bridge closes</title><link>https://coast.example/bridge</link>"
    "<description>The bridge is closed from Monday.</description>"
)
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast News</title>
<entry><id>urn:1</id><title type="html">Ferry &amp;lt;runs&amp;gt; aground</title>
<link rel="alternate" href="https://coast.example/ferry"/><updated>2026-03-03T07:15:00+01:00</updated>
<author><name>Lena Ostrow</name></author><author><name>Tom Averill</name></author>
<content type="html">{WHOLE.replace("<", "&lt;")}</content></entry></feed>""".encode()
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast News</title></channel>
<item rdf:about="https://coast.example/ferry"><title>Ferry runs aground</title>
<link>https://coast.example/ferry</link><description>{STORY}</description>
<dc:date>2026-03-03</dc:date></item></rdf:RDF>""".encode()


def read(body: bytes, name: str = "feed.xml", **how: object) -> list[Document]:
    return [load() for _, load in articles_of(Raw(body, name), Reading(**how))]  # type: ignore[arg-type]


def test_an_item_is_a_document_with_its_own_origin() -> None:
    (document,) = read(rss(ITEM))
    origin = document.origin

    assert document.name == origin.url == "https://coast.example/ferry"
    assert document.text.startswith(f"Ferry & sandbank\n\n{STORY}\n\n{STORY}")
    assert (origin.title, origin.authors) == ("Ferry & sandbank", ("Lena Ostrow",))
    assert (origin.published, document.date) == (
        "2026-03-03T00:15:00+01:00",
        datetime.date(2026, 3, 3),
    )
    assert (origin.site, document.language) == ("Coast News", "en")
    assert (origin.media_type, origin.description) == (
        "application/rss+xml",
        "A ferry ran aground.",
    )
    assert origin.notes == ()


def test_atom_and_rdf_are_read() -> None:
    (atom,) = read(ATOM)
    (rdf,) = read(RDF)

    assert atom.origin.title == "Ferry <runs> aground"
    assert atom.origin.authors == ("Lena Ostrow", "Tom Averill")
    assert atom.origin.modified == "2026-03-03T07:15:00+01:00"
    assert atom.origin.media_type == "application/atom+xml"
    assert rdf.text == f"Ferry runs aground\n\n{STORY}"
    assert rdf.date == datetime.date(2026, 3, 3)


def test_items_without_an_address_are_named_by_id_or_number() -> None:
    body = rss("<title>One</title><guid isPermaLink='false'>wire-7</guid>", "<title>Two</title>")

    assert [document.name for document in read(body)] == ["wire-7", "feed.xml#2"]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "ftp://x/y"]
)
def test_an_address_that_is_not_of_the_web_is_none(link: str) -> None:
    (document,) = read(rss(f"<title>One</title><link>{link}</link><description>x</description>"))

    assert (document.name, document.origin.url) == ("feed.xml#1", "")


def test_what_is_hidden_in_an_item_is_left_out_and_reported() -> None:
    markup = f'{WHOLE}<p style="display:none">{SECRET}</p><script>x</script>'
    (document,) = read(rss(f"<title>x</title><description><![CDATA[{markup}]]></description>"))

    assert SECRET not in document.text
    assert {part.kind for part in document.origin.removed} == {"hidden", "script"}


def test_a_teaser_says_that_it_is_one() -> None:
    (document,) = read(rss(TEASER))

    assert document.text == "Bridge closes\n\nThe bridge is closed from Monday."
    assert document.origin.notes == (
        "the feed may hold only the beginning of this article; --follow reads its page",
    )


CONTENTS = {
    "a short content is whole": (f"<content:encoded>{STORY}</content:encoded>", True),
    "a short description may not be": (f"<description>{STORY}</description>", False),
    "a content that breaks off is not": (f"<content:encoded>{STORY} …</content:encoded>", False),
    "a line as content is not": ("<content:encoded>The ferry sank.</content:encoded>", False),
}


@pytest.mark.parametrize("case", CONTENTS.values(), ids=CONTENTS)
def test_a_note_says_what_may_be_a_beginning_and_nothing_else(case: tuple[str, bool]) -> None:
    content, whole = case
    (document,) = read(rss(f"<title>x</title>{content}"))

    assert (document.origin.notes == ()) == whole


def test_a_text_without_spaces_is_measured_by_its_characters() -> None:
    (document,) = read(rss(f"<title>x</title><description>{'渡轮周二沉没。' * 50}</description>"))

    assert document.origin.notes == ()


def test_an_address_is_whole_by_the_feeds_own() -> None:
    body = rss("<title>One</title><link>/ferry</link><description>x</description>").replace(
        b"<item>", b"<link>https://coast.example/news/</link><item>", 1
    )

    assert read(body)[0].origin.url == "https://coast.example/ferry"


def test_an_atom_entry_has_the_authors_of_its_feed_where_it_has_none() -> None:
    author = b"<author><name>Lena Ostrow</name></author><author><name>Tom Averill</name></author>"
    (own,) = read(ATOM.replace(b"<entry>", b"<author><name>Desk</name></author><entry>"))
    bare = ATOM.replace(author, b"")
    (inherited,) = read(bare.replace(b"<entry>", b"<author><name>Desk</name></author><entry>"))

    assert own.origin.authors == ("Lena Ostrow", "Tom Averill")
    assert inherited.origin.authors == ("Desk",)


def test_a_feeds_title_is_read_without_its_markup() -> None:
    title = b'<title type="html">Coast &lt;b&gt;News&lt;/b&gt;</title>'

    assert read(ATOM.replace(b"<title>Coast News</title>", title))[0].origin.site == "Coast News"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A web of three addresses; the list holds what was asked for."""
    asked: list[str] = []
    pages = {
        "https://coast.example/feed": ("application/rss+xml", rss(TEASER, ITEM)),
        "https://coast.example/bridge": (
            "text/html",
            page(f"<article><h1>Bridge closes</h1>{paragraphs(STORY)}</article>"),
        ),
    }

    def fetch(url: str, **_: object) -> Fetched:
        asked.append(url)
        if url not in pages:
            raise FetchFailed("it is not there", document=url)
        media_type, body = pages[url]
        return Fetched(url, url + "?final", media_type, "utf-8", body)

    monkeypatch.setattr(fetching, "fetch", fetch)
    return asked


def test_a_teaser_of_a_feed_from_the_web_is_read_from_its_page(web: list[str]) -> None:
    bridge, ferry = read_feed("https://coast.example/feed")

    assert bridge.text == f"Bridge closes\n\n{STORY}"
    assert bridge.name == "https://coast.example/bridge"
    assert bridge.origin.fetched_from == "https://coast.example/bridge?final"
    assert ferry.text.startswith("Ferry & sandbank")
    assert web == ["https://coast.example/feed", "https://coast.example/bridge"]


@pytest.mark.parametrize(("follow", "asked"), [(None, 0), (False, 0), (True, 1)])
def test_a_feed_in_a_file_reaches_the_web_on_request_only(
    web: list[str], follow: bool | None, asked: int
) -> None:
    (document,) = read(rss(TEASER), follow=follow)

    assert len(web) == asked
    assert (STORY in document.text) == bool(asked)


def test_a_page_that_cannot_be_had_leaves_the_teaser_and_a_note(web: list[str]) -> None:
    (document,) = read(rss(TEASER.replace("/bridge", "/gone")), follow=True)

    assert "closed from Monday" in document.text
    assert document.origin.notes == (
        "the feed may hold only the beginning of this article, and its page cannot be read: "
        "it is not there",
    )


def test_an_address_is_read_like_a_file_and_says_where_it_came_from(web: list[str]) -> None:
    document = read_source("https://coast.example/bridge")

    assert document.name == "https://coast.example/bridge"
    assert (
        document.origin.url == document.origin.fetched_from == "https://coast.example/bridge?final"
    )
    assert document.origin.encoding_from == "declared"


def test_a_feed_is_no_single_article(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(ITEM))

    with pytest.raises(InputError, match="a feed, of many articles"):
        read_source(path)


def test_a_pdf_is_no_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(pdf())

    with pytest.raises(SourceNotText, match="no feed"):
        list(read_feed(path))


def test_an_empty_item_fails_by_itself() -> None:
    empty, whole = articles_of(Raw(rss("<link>https://coast.example/x</link>", ITEM), "feed.xml"))

    with pytest.raises(SourceEmpty, match="no text in this item"):
        empty[1]()
    assert STORY in whole[1]().text


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">{}]>'.format(
    "".join(f'<!ENTITY a{n} "{"&a;" if n == 0 else f"&a{n - 1};" * 10}">' for n in range(12))
)
HOSTILE = {
    "laughs": rss("<title>&a11;</title>").replace(b"<rss", LAUGHS.encode() + b"<rss", 1),
    "many entities": rss("<title>x</title>").replace(
        b"<rss", b"<!DOCTYPE r [" + b'<!ENTITY a "b">' * 200 + b"]><rss", 1
    ),
    "file": rss("<title>&x;</title>").replace(
        b"<rss", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1
    ),
    "deep": b"<rss><channel>" + b"<item>" * 3000,
    "no item": rss(),
    "cut off": rss(ITEM)[:200],
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_feed_is_refused_or_read_as_little(body: bytes) -> None:
    try:
        found = read(body)
    except InputError:
        return
    assert sum(len(document.text) for document in found) < 10_000
    assert not any("root:" in document.text for document in found)
