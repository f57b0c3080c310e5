"""What a page shows to nobody is in no text, and is reported; what it shows is never lost."""

from __future__ import annotations

import pytest

from summarizer.document import Document, read_bytes
from summarizer.document.readers import page_style

from .files import SECRET, STORY, page, paragraphs

HIDING = [
    "display:none",
    "DISPLAY: NONE !important",
    "dis\\70 lay:none",
    "display:/* x */none",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:0%",
    "opacity:.01",
    "content-visibility:hidden",
    "font-size:0",
    "font-size:1px",
    "font-size:0.01em",
    "color:white",
    "color:#fefefe",
    "color:rgb(255, 255, 255)",
    "color:rgba(0,0,0,0)",
    "color:transparent",
    "background:#222;color:#222",
    "background-color:navy;color:#000080",
    "position:absolute;left:-9999px",
    "position:fixed;top:-200em",
    "text-indent:-9999px",
    "margin-left:-9999px",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip-path:inset(100%)",
    "height:0;overflow:hidden",
    "max-height:0px;overflow:hidden",
    "position:absolute;width:1px;height:1px;overflow:hidden",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "scale:0",
    "translate:-9999px",
    "filter:opacity(0)",
    "filter:blur(0) opacity(0%)",
    "display:var(--none, none)",
    "display:var(--a, var(--b, none))",
]
SHOWING = [
    "",
    "color:#333",
    "background:#000;color:#fff",
    "background:url(x.png);color:#fff",
    "background:linear-gradient(red,blue);color:white",
    "opacity:.9",
    "font-size:12px",
    "font-size:small",
    "position:relative;left:10px",
    "text-indent:2em",
    "height:100px;overflow:hidden",
    "width:0;flex:1;overflow:hidden",
    "visibility:visible",
    "display:none;display:block",
    "scale:1",
    "filter:opacity(1)",
    "filter:opacity()",
    "display:var(--none, block)",
    "display:var(--none)",
    "color:var(--ink, white)",
]


def read(body: str, head: str = "") -> Document:
    return read_bytes(page(f"<article><h1>Ferry</h1>{paragraphs(STORY)}{body}</article>", head))


def hidden(document: Document) -> str:
    return next((part.sample for part in document.origin.removed if part.kind == "hidden"), "")


@pytest.mark.parametrize("style", HIDING)
def test_a_style_that_hides_takes_the_text_out_and_reports_it(style: str) -> None:
    document = read(f'<p style="{style}">{SECRET}</p><p>It lies on a sandbank.</p>')

    assert SECRET not in document.text
    assert "It lies on a sandbank." in document.text
    assert hidden(document) == SECRET


@pytest.mark.parametrize("style", HIDING)
def test_the_same_in_a_style_element(style: str) -> None:
    document = read(f'<div class="x y"><p>{SECRET}</p></div>', f"<style>.x{{{style}}}</style>")

    assert SECRET not in document.text
    assert hidden(document) == SECRET


@pytest.mark.parametrize("style", SHOWING)
def test_a_style_that_does_not_hide_takes_nothing(style: str) -> None:
    document = read(f'<p style="{style}">{SECRET}</p>')

    assert SECRET in document.text
    assert not hidden(document)


RULES = {
    "type": ("p.x{display:none}", True),
    "child": ("article > p.x{display:none}", True),
    "list": ("h6, .x, h5{display:none}", True),
    "attribute": ("[data-a=b]{display:none}", True),
    "structure": ("p:last-child{display:none}", True),
    "screen": ("@media screen{.x{display:none}}", True),
    "supports": ("@supports (display:grid){.x{display:none}}", True),
    "unclosed": (".x{display:none", True),
    "shown again later": (".x{display:none} .x{display:block}", False),
    "shown again by weight": ("p.x{display:block} .x{display:none}", False),
    "important": (".x{display:none!important} p.x{display:block}", True),
    "print": ("@media print{.x{display:none}}", False),
    "narrow": ("@media (max-width:600px){.x{display:none}}", False),
    "state": (".x:hover{display:none}", False),
    "pseudo-element": (".x::before{display:none}", False),
    "nested": ("article{& .x{display:none}}", True),
    "nested without a sign": ("article{color:red; .x{display:none}}", True),
    "nested twice": ("article, main{p{&.x{display:none}}}", True),
    "nested condition": (".x{@media screen{display:none}}", True),
    "nested print": (".x{@media print{display:none}}", False),
    "nested elsewhere": ("aside{& .x{display:none}}", False),
    "variable": (":root{--a:none} .x{display:var(--a)}", True),
    "variable of a theme": (".dark{--a:none} .x{display:var(--a, block)}", False),
    "variable of itself": (":root{--a:var(--a)} .x{display:var(--a)}", False),
    "other class": (".xx{display:none}", False),
    "nonsense": ("}}{{ .x{display:none;;;} @@", False),
}


@pytest.mark.parametrize("case", RULES.values(), ids=RULES)
def test_rules_weigh_as_in_a_browser(case: tuple[str, bool]) -> None:
    rule, hides = case

    document = read(f'<p class="x" data-a="b">{SECRET}</p>', f"<style>{rule}</style>")

    assert (SECRET not in document.text) == hides


ELEMENTS = {
    "hidden": f"<p hidden>{SECRET}</p>",
    "until found": f'<p hidden="until-found">{SECRET}</p>',
    "dialog": f"<dialog><p>{SECRET}</p></dialog>",
    "template": f"<template><p>{SECRET}</p></template>",
    "noscript": f"<noscript><p>{SECRET}</p></noscript>",
    "textarea": f"<textarea>{SECRET}</textarea>",
    "option": f"<select><option>{SECRET}</option></select>",
    "svg": f"<svg><text>{SECRET}</text></svg>",
    "iframe": f"<iframe>{SECRET}</iframe>",
    "comment": f"<!-- {SECRET} -->",
    "script": f"<script>var x = '{SECRET}'</script>",
    "screen reader": f'<span class="sr-only">{SECRET}</span>',
    "nested": f'<div style="display:none"><div style="display:block">{SECRET}</div></div>',
    "font": f'<table bgcolor="red"><tr><td><font color="#f00">{SECRET}</font></td></tr></table>',
    "attribute": f'<img alt="{SECRET}" title="{SECRET}">',
}


def test_a_shadow_root_that_the_page_declares_is_shown() -> None:
    shadow = f'<template shadowrootmode="open">{paragraphs(STORY)}</template>'
    document = read_bytes(page(f"<h1>Ferry</h1><coast-story>{shadow}</coast-story>"))

    assert document.text == f"Ferry\n\n{STORY}"


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_what_is_struck_out_is_left_out_and_reported(tag: str) -> None:
    document = read(f"<p>It carried <{tag}>190</{tag}> 212 people.</p>")

    assert "It carried 212 people." in document.text
    assert {part.kind: part.sample for part in document.origin.removed}["deleted"] == "190"


@pytest.mark.parametrize("markup", ELEMENTS.values(), ids=ELEMENTS)
def test_an_element_that_no_browser_shows_is_no_text(markup: str) -> None:
    assert "captain" not in read(markup).text


def test_what_is_shown_inside_of_what_is_not_stays() -> None:
    document = read(
        f'<div style="font-size:0">{SECRET}<p style="font-size:1em">No.</p>'
        '<p style="font-size:16px">It lies on a sandbank.</p></div>'
        f'<div style="visibility:hidden">{SECRET}<p style="visibility:visible">Nobody was hurt.</p>'
    )

    assert "captain" not in document.text
    assert "No." not in document.text
    assert "It lies on a sandbank." in document.text
    assert "Nobody was hurt." in document.text


def test_a_page_that_hides_itself_until_it_is_loaded_is_read() -> None:
    document = read("", "<style>body{visibility:hidden;opacity:0}</style>")

    assert STORY in document.text


def test_white_letters_are_kept_where_a_style_sheet_elsewhere_may_darken_the_page() -> None:
    link = '<link rel="stylesheet" href="dark.css">'

    assert SECRET in read(f'<p style="color:white">{SECRET}</p>', link).text


def test_what_is_hidden_is_reported_whole() -> None:
    document = read(f"<p hidden>One <b>two<!-- x --> three</b> four <i>five</i> six.</p>{STORY}")

    (part,) = [part for part in document.origin.removed if part.kind == "hidden"]
    assert part.sample == "One two three four five six."


def test_comments_and_scripts_are_counted() -> None:
    removed = {
        part.kind: part
        for part in read("<!-- one --><!-- two --><script>x=1</script>").origin.removed
    }

    assert (removed["comment"].count, removed["comment"].sample) == (2, "one")
    assert removed["script"].count == 1


def test_rules_too_many_to_be_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_style, "_MOST_SELECTORS", 3)
    rules = "".join(f"p:nth-child({n}){{display:none}}" for n in range(9, 15))

    kinds = {part.kind for part in read("", f"<style>{rules}</style>").origin.removed}

    assert "style" in kinds
    assert "style" not in {part.kind for part in read("").origin.removed}


def test_a_form_feed_is_a_blank() -> None:
    assert "one two" in read("<p>one\x0ctwo</p><p>one&#12;three</p>").text
