"""A page into an article: its text, what it says of itself, what was left out."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import trafilatura

from evals.bench.pages import PAGES, scores, token_f1
from summarizer.document import Document, read_bytes, read_source
from summarizer.document.readers import page_main
from summarizer.document.readers.content import Raw
from summarizer.document.reading import document_of
from summarizer.errors import SourceEmpty, SourceNotText

from .files import STORY, page, paragraphs

LONG = "The operator has said nothing about the cause, and will not before Thursday evening."


def read(body: str, head: str = "", lang: str = "en") -> Document:
    return read_bytes(page(body, head, lang), name="a.html")


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_the_main_text_is_what_a_reader_would_call_the_article(path: Path) -> None:
    text = read_source(path).text

    assert token_f1(text, path.with_suffix(".txt").read_text("utf-8")) >= 0.96


def test_the_main_text_is_at_least_as_good_as_that_of_trafilatura_alone() -> None:
    found = list(scores())

    assert len(found) >= 16
    assert sum(ours for _, ours, _ in found) >= sum(alone for _, _, alone in found)


def test_the_measure_tells_good_from_bad() -> None:
    assert token_f1("a b c", "a b c") == 1
    assert token_f1("a b c", "d e f") == 0
    assert 0 < token_f1("a b c nav nav", "a b c") < 1


def test_the_headline_is_the_first_line_and_paragraphs_are_parted() -> None:
    document = read(f"<article><h1>Ferry  runs\naground</h1>{paragraphs(STORY, LONG)}</article>")

    assert document.text == f"Ferry runs aground\n\n{STORY}\n\n{LONG}"
    assert document.sentences[0].text == "Ferry runs aground"


def test_the_words_are_the_pages_own() -> None:
    odd = "Cafe\u0301 and \u00e9, 5\u00a0%, zero\u200bwidth, 🎉 &amp; &lt;b&gt;"
    document = read(f"<article><h1>Ferry</h1><p>{odd}</p>{paragraphs(STORY)}</article>")

    assert "Cafe\u0301 and \u00e9, 5\u00a0%, zero\u200bwidth, 🎉 & <b>" in document.text


def test_lists_and_tables_stand_line_under_line() -> None:
    body = (
        "<ul><li>One ship</li><li>Two boats</li></ul><table><tr><th>Port</th><th>2025</th></tr>"
        "<tr><td>Tolmar</td><td>14</td></tr></table>"
    )
    document = read(f"<article><h1>Ferry</h1>{paragraphs(STORY)}{body}{paragraphs(LONG)}</article>")

    assert "\n\n- One ship\n- Two boats\n\nPort | 2025\nTolmar | 14\n\n" in document.text


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Coast"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry &amp; sandbank",
            "author": [{"@type": "Person", "name": "Lena Ostrow"}, "Tom Averill"],
            "publisher": {"name": "Coast News"},
            "datePublished": "2026-03-03T23:30:00-05:00",
            "dateModified": "2026-03-04",
            "description": "A ferry ran aground.",
            "inLanguage": "en-GB",
            "isAccessibleForFree": False,
        },
    ],
}


def test_what_the_page_says_of_itself_is_its_origin() -> None:
    head = (
        f'<script type="application/ld+json">{json.dumps(LD)}</script>'
        '<link rel="canonical" href="https://coast.example/ferry">'
    )
    document = read(f"<article>{paragraphs(STORY, LONG)}</article>", head)
    origin = document.origin

    assert (origin.title, origin.site) == ("Ferry & sandbank", "Coast News")
    assert origin.authors == ("Lena Ostrow", "Tom Averill")
    assert (origin.published, origin.modified) == ("2026-03-03T23:30:00-05:00", "2026-03-04")
    assert document.date == datetime.date(2026, 3, 3)
    assert (origin.description, origin.url) == (
        "A ferry ran aground.",
        "https://coast.example/ferry",
    )
    assert (origin.media_type, origin.encoding, origin.encoding_from) == (
        "text/html",
        "utf-8",
        "declared",
    )
    assert origin.notes == ("the page says that not all of the article is free to read",)
    assert document.text.startswith("Ferry & sandbank\n\n")


HEADS = {
    "open graph": '<meta property="article:published_time" content="2026-03-03T06:30:00Z">',
    "meta": '<meta name="date" content="2026-03-03">',
    "nothing of the kind": '<meta name="date" content="soon">',
    "no such day": '<meta name="date" content="2026-02-31">',
    "broken json": '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
    "deep json": f'<script type="application/ld+json">{"[" * 5000}</script>',
}


@pytest.mark.parametrize("name", HEADS)
def test_the_date_is_what_is_declared_and_never_made_up(name: str) -> None:
    document = read(f"<article>{paragraphs(STORY, LONG)}<p>© 2019 Coast</p></article>", HEADS[name])

    expected = datetime.date(2026, 3, 3) if name in ("open graph", "meta") else None
    assert document.date == expected


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://www.coast.example/x?y=1", "https://coast.example/ferry"),
        ("https://elsewhere.example/x", "https://elsewhere.example/x"),
    ],
    ids=["same site", "another site"],
)
def test_the_address_a_page_claims_counts_on_its_own_site_only(url: str, own: str) -> None:
    body = page(
        paragraphs(STORY, LONG), '<link rel="canonical" href="https://coast.example/ferry">'
    )

    assert document_of(Raw(body, url, "text/html", url=url)).origin.url == own


GERMAN = (
    "Die Fähre ist am Dienstag auf Grund gelaufen, und die Ursache ist nach Angaben der "
    "Behörde nicht bekannt. Das Schiff war auf dem Weg von der Insel zum Festland, als "
    "es auf die Sandbank lief."
)


@pytest.mark.parametrize(
    ("declared", "language", "told"),
    [("de", "de", False), ("en", "de", True), ("de-AT", "de", False), ("x!", "de", False)],
)
def test_the_declared_language_counts_where_it_may_be_true(
    declared: str, language: str, told: bool
) -> None:
    document = read(f"<article>{paragraphs(GERMAN, GERMAN)}</article>", lang=declared)

    assert document.language == language
    assert any("reads like another" in note for note in document.origin.notes) == told


CHARSETS = {
    "meta": (b'<html><meta charset="windows-1252"><p>', "windows-1252", "declared"),
    "http-equiv": (
        b'<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>',
        "windows-1252",
        "declared",
    ),
    "xml": (b'<?xml version="1.0" encoding="ISO-8859-1"?><html><p>', "windows-1252", "declared"),
    "nothing": (b"<html><p>", "windows-1252", "detected"),
}


@pytest.mark.parametrize("case", CHARSETS.values(), ids=CHARSETS)
def test_the_encoding_is_the_declared_one(case: tuple[bytes, str, str]) -> None:
    head, encoding, known_from = case

    document = read_bytes(head + GERMAN.encode("cp1252"), name="a.html")

    assert GERMAN in document.text
    assert (document.origin.encoding, document.origin.encoding_from) == (encoding, known_from)


def test_a_declaration_that_is_not_true_is_told() -> None:
    document = read_bytes(
        page(paragraphs(GERMAN), lang="de"), media_type="text/html", charset="iso-8859-1"
    )

    assert GERMAN in document.text
    assert document.origin.notes == ("it declares windows-1252, and is UTF-8",)


def test_a_few_bad_bytes_do_not_cost_the_page() -> None:
    document = read_bytes(page(paragraphs(STORY)).replace(b"noon", b"no\xffon"), name="a.html")

    assert "no\ufffdon" in document.text
    assert "1 characters that are not utf-8" in document.origin.notes[0]


@pytest.mark.parametrize(
    "character", ["&#1;", "&#x1f;", "\x01", "\x00", "&#xFFFE;", "\uffff", "&#127;"]
)
def test_characters_that_are_none_do_not_cost_the_page(character: str) -> None:
    text = STORY.replace("noon", f"no{character}on")
    document = read(
        f"<article><h1>Fer{character}ry</h1><p>{text}</p><i hidden>x</i>{character}</article>"
    )

    assert document.text == f"Ferry\n\n{STORY}"


@pytest.mark.parametrize("name", ["bare_extraction", "extract_metadata"])
def test_a_library_that_fails_does_not_cost_the_page(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AttributeError("of a broken library")

    monkeypatch.setattr(trafilatura, name, fail)

    assert read(f"<article><h1>Ferry</h1>{paragraphs(STORY)}</article>").text == f"Ferry\n\n{STORY}"


def declaring(body: str, **more: object) -> str:
    """A head that declares an article with this text."""
    node = {"@type": "NewsArticle", "headline": "Ferry", "articleBody": body, **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


DECLARED = {
    "plain": f"{STORY}\n\n{LONG}",
    "markup": f'<p>{STORY}</p><p style="display:none">Hidden.</p><p>{LONG}</p>',
    "headline first": f"Ferry\n{STORY}\n{LONG}",
}


@pytest.mark.parametrize("body", DECLARED.values(), ids=DECLARED)
@pytest.mark.parametrize("shown", ["<div id=root></div>", "<h1>Ferry</h1><p>Loading ...</p>"])
def test_a_text_that_only_a_script_would_show_is_read_and_told(body: str, shown: str) -> None:
    document = read(shown, declaring(body))

    assert document.text == f"Ferry\n\n{STORY}\n\n{LONG}"
    assert any("without its scripts" in note for note in document.origin.notes)


def test_a_text_that_is_not_free_is_not_read_from_behind_the_page() -> None:
    head = declaring(STORY, isAccessibleForFree=False)
    document = read(f"<article><h1>Ferry</h1><p>{LONG}</p></article>", head)

    assert document.text == f"Ferry\n\n{LONG}"
    assert document.origin.notes == ("the page says that not all of the article is free to read",)


def test_a_page_that_shows_less_than_it_declares_says_so() -> None:
    shown = f"<article><h1>Ferry</h1>{paragraphs(STORY)}</article>"
    (note,) = read(shown, declaring(f"{STORY} {LONG} " * 4)).origin.notes

    assert "declares an article of" in note
    assert read(shown, declaring(STORY)).origin.notes == ()


def test_a_page_with_next_to_no_text_says_so() -> None:
    (note,) = read('<h1>Ferry runs aground</h1><iframe src="/story"></iframe>').origin.notes

    assert note.startswith("the page shows 0 words of an article")
    assert note.endswith("or stand at /story")


def test_a_page_in_a_script_without_spaces_has_words_too() -> None:
    assert (
        read(
            "<h1>渡轮</h1><p>渡轮周二沉没，约四十人失踪。原因目前还不清楚。</p>", lang="zh"
        ).origin.notes
        == ()
    )


BYLINES = {
    "linked": "<p class=byline>By <a rel=author href=/i>Ida Berg</a> and Tom Ash</p>",
    "plain": "<div>By Ida Berg and Tom Ash | 3 March</div>",
    "german": "<span>Von Ida Berg und Tom Ash, Kell</span>",
}


@pytest.mark.parametrize("byline", BYLINES.values(), ids=BYLINES)
def test_the_byline_names_all_authors(byline: str) -> None:
    document = read(f"<h1>Ferry</h1>{byline}<article>{paragraphs(STORY, LONG)}</article>")

    assert document.origin.authors == ("Ida Berg", "Tom Ash")


def test_a_headline_outside_of_the_article_was_not_left_out() -> None:
    document = read(f"<h1>Ferry</h1><div class=article>{paragraphs(STORY, LONG)}</div>")

    assert document.text.startswith("Ferry\n\n")
    assert document.origin.removed == ()


def test_a_page_of_very_many_blocks_is_read_without_a_second_opinion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    extract = trafilatura.bare_extraction

    def spy(*given: object, **options: object) -> object:
        asked.append(bool(options["fast"]))
        return extract(*given, **options)

    monkeypatch.setattr(trafilatura, "bare_extraction", spy)
    monkeypatch.setattr(page_main, "_MOST_COMPARED", 5)
    few = read(f"<article><h1>Ferry</h1>{paragraphs(STORY, LONG)}</article>")
    many = read(f"<article><h1>Ferry</h1>{paragraphs(STORY, LONG)}</article>" + "<p>Junk.</p>" * 5)

    assert asked == [False, True]
    assert few.text in many.text


def test_what_was_left_out_is_reported() -> None:
    body = (
        "<nav><a href=/>Home page</a></nav>"
        f"<article><h1>Ferry</h1>{paragraphs(STORY, LONG)}</article>"
        '<section id="comments"><p>I was on that ship, and it was terrible.</p></section>'
    )
    removed = {part.kind: part.sample for part in read(body).origin.removed}

    assert removed["navigation"] == "Home page"
    assert removed["discussion"].startswith("I was on that ship")


EMPTY = {
    "no text": (page("<img src=x>"), SourceEmpty, "no text in the page"),
    "script only": (page("<div id=root></div><script>x</script>"), SourceEmpty, "script"),
    "all hidden": (page(f"<div style='display:none'>{STORY}</div>"), SourceEmpty, "hides all"),
    "frames": (
        b'<html><frameset><frame src="story.html"></frameset></html>',
        SourceEmpty,
        "address of that page: story.html",
    ),
    "sent on": (
        page("", '<meta http-equiv=refresh content="0; URL=https://coast.example/ferry">'),
        SourceEmpty,
        "address of that page: https://coast.example/ferry",
    ),
    "nothing": (b"<html></html>", SourceEmpty, "no text"),
    "too deep": (page("<div>" * 240 + STORY), SourceNotText, "deep"),
}


@pytest.mark.parametrize("case", EMPTY.values(), ids=EMPTY)
def test_a_page_without_an_article_says_why(case: tuple[bytes, type[Exception], str]) -> None:
    body, error, message = case

    with pytest.raises(error, match=message):
        read_bytes(body, name="a.html")
