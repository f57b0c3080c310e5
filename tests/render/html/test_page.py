"""The page as text: what stands in it, and that no foreign word changes its structure."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.render import render
from summarizer.render.review import Setting, review_page
from summarizer.review import items_of
from summarizer.summary import Source
from tests.evaluation.report.pages import Element, read, structure
from tests.render.sample import DOCUMENT, coverage, empty_summary, evidence

from .making import decision_on, hostile_page, item_of, page_of, record_of, summary_of, whole

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[2] / "hostile" / "html.json").read_text(encoding="utf-8")
)
PAGE = read(page_of())
PLAIN = structure(read(hostile_page(["word"])))


def words(element: Element) -> str:
    return " ".join(element.text.split())


def data_of(page: Element) -> Any:
    [held] = [e for e in page.all("script") if e.attributes.get("id") == "data"]
    return json.loads(held.text)


def row(kind: str, number: int = 0, page: Element = PAGE) -> Element:
    return [e for e in page.all("li", "item") if e.attributes["data-kind"] == kind][number]


def test_there_are_200_payloads_and_more() -> None:
    assert len(set(PAYLOADS.values())) >= 200


@pytest.mark.parametrize("word", PAYLOADS.values(), ids=PAYLOADS)
def test_a_payload_in_every_field_changes_no_tag_and_no_attribute(word: str) -> None:
    page = hostile_page([word])

    parsed = read(page)
    names = structure(parsed)
    assert [n for n in names if n[0] not in ("i", "p", "span")] == [
        n for n in PLAIN if n[0] not in ("i", "p", "span")
    ]
    assert {n for n in names if n[0] in ("i", "p", "span")} <= {
        ("i", ("data-u",)),
        ("i", ("class", "data-u")),
        *PLAIN,
    }


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("<>\"'&/=!-{}%#\\` ") | st.characters(codec="utf-8"), min_size=1))
def test_no_words_at_all_change_a_tag_or_an_attribute(word: str) -> None:
    page = read(hostile_page([f"a{word}a"]))

    ignored = ("i", "p", "span")
    assert [n for n in structure(page) if n[0] not in ignored] == [
        n for n in PLAIN if n[0] not in ignored
    ]


def test_the_page_can_be_written_as_utf_8_whatever_is_in_it() -> None:
    assert b"\xef\xbf\xbd" not in hostile_page(["a\ud800b"]).encode()
    assert "⟨U+D800⟩" in hostile_page(["a\ud800b"])


def test_nothing_is_loaded_and_nothing_leads_away() -> None:
    leading = {"src", "srcset", "action", "formaction", "data", "poster", "style", "srcdoc"}

    assert not [e for e in PAGE.all() if leading & set(e.attributes)]
    assert not [e.tag for e in PAGE.all() if e.tag in ("link", "iframe", "img", "object", "base")]
    assert not [name for e in PAGE.all() for name in e.attributes if name.startswith("on")]
    assert "url(" not in PAGE.one("style").text
    assert "@import" not in PAGE.one("style").text
    assert [e.attributes["href"] for e in PAGE.all("a")] == ["#items"]


@pytest.mark.parametrize("part", ["style", "script"])
def test_the_policy_allows_the_pages_own_parts_by_hash_and_no_other(part: str) -> None:
    [policy] = [
        e.attributes["content"]
        for e in PAGE.all("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    [code] = [e for e in PAGE.all(part) if "type" not in e.attributes]
    digest = base64.b64encode(hashlib.sha256(code.text.encode()).digest()).decode()

    assert f"{part}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "connect-src" not in policy


def test_only_a_served_page_may_ask_its_own_server() -> None:
    page = page_of(whole(), DOCUMENT, Setting(served=True))

    assert "connect-src 'self';" in html.unescape(page)


def test_the_data_of_the_script_cannot_end_its_element() -> None:
    summary = summary_of(DOCUMENT, headline="</script><!-- \u2028 & <script>")
    page = review_page(summary, DOCUMENT)

    raw = page.partition('id="data">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(raw)
    assert data_of(read(page))["items"][0]["wording"] == summary.headline


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("claim", "Claim 1: About 1,200 households lost power. The water board · attributed"),
        ("figure", "Figure 1: about 1,200 households F1 · read as about 1,200 · The water board"),
        ("figure", "stated · 2025-03-03"),
        ("conflict", "Conflict: households without power cannot all be true"),
        ("conflict", "about 1,200 The water board F1"),
        ("question", "Question: Who ordered the gates to be opened? unknown"),
        ("actor", "Actor: Ines Halder, mayor person · 2 mentions · also Halder"),
        ("rejected", "Rejected: Halder put the number at 3,000. claim · Ines Halder"),
        ("rejected", "number says 3,000, the article has 2,000"),
        ("marked", "words addressed to a model"),
    ],
)
def test_an_item_says_what_it_is_and_who_says_it(kind: str, shown: str) -> None:
    assert shown in words(row(kind))


def test_source_what_was_left_out_and_provenance_are_told() -> None:
    about = words(PAGE.one("section", "about"))

    for told in [
        "By Ann Poole, Bo Lind",
        "Published 2025-03-04",
        "Encoding utf-8, as it declares",
        "navigation: 12, 840 characters “Home News”",
        "Made by local/test (local)",
        "Sentences 5 of 5 read, 4 cited",
    ]:
        assert told in about
    assert "https://orlen.example/dam" in about


def test_the_articles_text_is_in_the_page_once_and_whole() -> None:
    [text] = [e for e in PAGE.all("div") if e.attributes.get("id") == "text"]

    assert text.text == DOCUMENT.text


def test_evidence_is_marked_by_the_pieces_it_became() -> None:
    [text] = [e for e in PAGE.all("div") if e.attributes.get("id") == "text"]
    pieces = [span.text for paragraph in text.all("p") for span in paragraph.all("span")]

    start, end = map(int, row("claim").attributes["data-e"].split("-"))
    assert "".join(pieces[start:end]) == whole().key_claims[0].evidence[0].quote


def test_what_a_reader_must_know_stands_above_all() -> None:
    cut = whole(coverage=coverage(sentences_read=3, complete=False, notes=("A note.",)))

    notices = [words(e) for e in read(page_of(cut)).all("p", "notice")]
    assert "Incomplete: 3 of 5 sentences were read" in notices
    assert "A note." in notices


def test_another_article_is_told_and_marks_nothing_that_is_elsewhere() -> None:
    import dataclasses

    longer = dataclasses.replace(DOCUMENT, text="New. " + DOCUMENT.text)
    page = read(page_of(whole(), longer))

    assert "This is not the article that was summarised" in page.text
    assert row("claim", page=page).attributes["data-e"] == ""
    assert "evidence not in this article: 1" in words(row("claim", page=page))


def test_without_the_article_quotes_are_shown() -> None:
    page = read(page_of(whole(), None))

    assert "no-article" in page.one("body").classes
    assert "“Mayor Ines Halder put the number" in words(row("rejected", page=page))
    assert not [e for e in page.all("section") if e.attributes.get("id") == "article"]


def test_an_earlier_record_is_in_the_page_with_every_decision() -> None:
    summary = whole()
    record = record_of(summary, decision_on(summary, item_of(summary, "claim"), note="Ring <her>"))

    held = data_of(read(page_of(summary, DOCUMENT, Setting(record))))

    assert [d["note"] for d in held["decisions"]] == ["Ring <her>"]
    assert held["result"] == record.result_sha256
    assert [item["id"] for item in held["items"]] == [item.id for item in items_of(summary)]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("texts/dam.txt", "dam.review.json"),
        ("https://a.example/b/c.html?d=e/../f", "f.review.json"),
        ("..\\..\\con", "con.review.json"),
        ("../..", "summary.review.json"),
        ("-", "summary.review.json"),
        ("", "summary.review.json"),
        ('a";b\r\nc.txt', "abc.review.json"),
    ],
)
def test_the_file_that_save_makes_has_a_plain_name(name: str, file: str) -> None:
    import dataclasses

    page = page_of(whole(), dataclasses.replace(DOCUMENT, name=name))

    assert data_of(read(page))["record"] == file


def test_a_summary_with_a_headline_alone_has_a_page() -> None:
    page = read(page_of(empty_summary(source=Source()), DOCUMENT))

    assert [words(e) for e in page.all("h2")][:1] == ["Headline"]
    assert len(page.all("li", "item")) == 1


def test_what_was_not_found_is_told_and_a_page_of_nothing_is_a_page() -> None:
    page = read(page_of(empty_summary(headline="", source=Source()), DOCUMENT))

    assert len(page.all("li", "item")) == 0
    [none] = page.all("p", "none")
    assert words(none) == (
        "None found: headline, abstract, claims, figures, conflicts, open questions, actors, "
        "rejected."
    )
    assert page.all("progress")[0].attributes["max"] == "1"


def test_the_format_html_is_the_page() -> None:
    assert render(whole(), DOCUMENT, "html") == page_of()


def test_evidence_of_length_zero_and_of_the_whole_article_are_no_trouble() -> None:
    full = evidence(DOCUMENT.text)
    none = full.model_copy(update={"start": 3, "end": 3, "quote": ""})
    page = read(page_of(whole(abstract_evidence=(none, full))))

    start, end = map(int, row("abstract", page=page).attributes["data-e"].split("-"))
    [text] = [e for e in page.all("div") if e.attributes.get("id") == "text"]
    assert start == 0
    assert end == len([s for p in text.all("p") for s in p.all("span")])


def test_templates_styles_and_scripts_are_files_of_the_package() -> None:
    root = files("summarizer.render.review")

    assert (root / "templates" / "page.html").is_file()
    assert len([f for f in (root / "assets").iterdir() if f.name.endswith((".css", ".js"))]) > 10
