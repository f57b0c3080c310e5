from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.render import View, render
from summarizer.render.inert import inert
from summarizer.render.markdown import escape
from summarizer.summary import Summary

from .sample import DOCUMENT, coverage, full_summary
from .test_text import hostile_summary

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "code_inline", "text_special"}


def inline_tokens(markdown: str) -> list[Token]:
    return [
        child for block in PARSER.parse(markdown) for child in block.children or () if child.content
    ]


def words_of(markdown: str) -> str:
    return "".join(token.content for token in inline_tokens(markdown))


def kinds(markdown: str) -> set[str]:
    tokens = PARSER.parse(markdown)
    return {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or ()
    }


HOSTILE = {
    "link": "[click](http://evil.example)",
    "link without web address": "[click](javascript:alert(1))",
    "reference link": "[a][b] [b]: http://evil.example",
    "image": "![x](http://evil.example/pixel.png)",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "HTML comment": "a <!-- b --> c",
    "autolink": "<http://evil.example>",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~",
    "code": "`a` ``b`` ```c```",
    "heading": "# a",
    "line under a heading": "=== a",
    "list item": "- a",
    "numbered item": "12. a",
    "numbered item with bracket": "3) a",
    "quote": "> a",
    "rule": "---",
    "table": "a | b | c",
    "table under a line": "a\n|---|\n",
    "fenced block": "```\na\n```",
    "indented block": "     a",
    "entity": "&lt;b&gt; &amp;amp; &#60;",
    "backslashes": r"\* \\ \[ a\\",
    "hard line break": "a\\",
    "formula": "$x$ and $$y$$",
    "template": "{{ x }} {% y %}",
    "footnote": "[^1] a",
    "mention": "@everyone look",
    "bare address": "see https://evil.example/a_b_(c)?d=*e* now",
    "bare address without scheme": "www.evil.example/a",
    "mail": "write to a.b@evil.example.",
    "backtick in an address": "http://evil.example/`<b>`",
    "backslash before an address": "\\http://evil.example",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_stays_text(text: str) -> None:
    shown = escape(text)
    assert kinds(shown) <= PLAIN | {"paragraph_open", "inline", "paragraph_close"}
    assert words_of(shown) == inert(text).strip(" ")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~=:$&;@ \n1aw/") | st.characters(codec="utf-8")))
def test_any_text_stays_text(text: str) -> None:
    shown = escape(text)
    assert kinds(shown) <= PLAIN | {"paragraph_open", "inline", "paragraph_close"}
    # A parser trims blanks at the ends that no terminal shows either.
    assert words_of(shown).strip() == inert(text).strip()


@pytest.mark.parametrize("text", ["http://a.example", "a@b.example", "WWW.a.example", "@team"])
def test_addresses_are_code_so_that_no_reader_links_them(text: str) -> None:
    assert escape(f"see {text} now") == f"see `{text}` now"


@pytest.mark.parametrize("sign", list("\\*_[]{}|~$"))
def test_a_sign_that_other_flavours_read_is_escaped_anywhere(sign: str) -> None:
    assert escape(f"a{sign}b") == f"a\\{sign}b"


@pytest.mark.parametrize("sign", list("#+=:-"))
def test_a_sign_that_opens_a_block_is_escaped_at_the_start_only(sign: str) -> None:
    assert escape(f"{sign} a {sign} b") == f"\\{sign} a {sign} b"


def test_a_cell_of_a_table_ends_where_it_should() -> None:
    page = render(hostile_summary("a | b"), DOCUMENT, "markdown")
    [*_, row] = [line for line in page.splitlines() if line.startswith("| F1 |")]
    cells = PARSER.render(f"| | | | | | |\n|---|---|---|---|---|---|\n{row}").count(
        "<td>a | b</td>"
    )
    assert cells == 4


@pytest.mark.parametrize("text", ["10,000 troops (Kyiv)", "U.S. – “yes”, he said!", "50 % + 3"])
def test_plain_prose_is_not_cluttered(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_page_of_hostile_words_has_the_same_structure(text: str) -> None:
    hostile = render(hostile_summary(text), DOCUMENT, "markdown")
    harmless = render(hostile_summary("plain"), DOCUMENT, "markdown")
    assert structure(hostile) == structure(harmless)


def structure(markdown: str) -> list[str]:
    return [token.type for token in PARSER.parse(markdown)]


def test_a_page_holds_no_raw_html_link_or_image() -> None:
    for text in HOSTILE.values():
        page = render(hostile_summary(text), DOCUMENT, "markdown")
        assert not kinds(page) & {"html_inline", "html_block", "link_open", "image"}
        assert "<script" not in page
        assert "](" not in page


HOLDS = [
    "# Orlen counts the cost of open dam gates",
    "## Conflicts",
    "**households without power**: cannot all be true.",
    "**about 1,200** · The water board · F1 · s2 3:37",
    "1. About 1,200 households lost power. `model`",
    "**The water board** · attributed, indirect speech · s2 3:1 · F1",
    "> “The water board said on Monday that about 1,200 households had lost power.”",
    "`verbatim` picked by code",
    "| F2 | more than 2,000 |  |  | Ines Halder (unconfirmed) | s3 4:37 |",
    "- Who ordered the gates to be opened? `unknown`",
    "- **Ines Halder**, mayor · person · 2 mentions · first s3 4:7 · also Halder",
    "- claim: “Halder put the number at 3,000.” (Ines Halder)",
    "**number**: says 3,000, the article has 2,000",
    "read all 5 sentences, cited 4",
]


@pytest.mark.parametrize("part", HOLDS)
def test_the_page_says_what_who_how_and_where(part: str) -> None:
    assert part in render(full_summary(), DOCUMENT, "markdown")


def test_sections_without_items_are_left_out() -> None:
    page = render(full_summary(conflicts=(), figures=()), DOCUMENT, "markdown")
    assert "## Conflicts" not in page
    assert "## Figures" not in page


def test_a_summary_of_a_part_says_so_first() -> None:
    page = render(full_summary(coverage=coverage(complete=False)), DOCUMENT, "markdown")
    assert page.splitlines()[2] == "> **Incomplete: 5 of 5 sentences were read**"


def test_long_quotes_end_in_an_ellipsis() -> None:
    page = render(full_summary(), DOCUMENT, "markdown", View(quote_length=30))
    assert "> “The water board said on…”" in page


def test_the_table_has_a_row_a_figure() -> None:
    summary: Summary = full_summary()
    rendered = PARSER.render(render(summary, DOCUMENT, "markdown"))
    assert rendered.count("<tr>") == 1 + len(summary.figures)
    for figure in summary.figures:
        assert f"<td>{html.escape(figure.text)}</td>" in rendered
