from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.render import View, render
from summarizer.render.inert import inert
from summarizer.render.markdown import escape
from summarizer.summary import Summary
from tests.hostile import payloads

from .sample import DOCUMENT, coverage, evidence, full_summary
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


def structure(markdown: str) -> list[str]:
    return [token.type for token in PARSER.parse(markdown)]


PAYLOADS = payloads("markdown") | payloads("terminal")
# As a page of the web may read it: HTML on, and everything that looks like an address a link.
EAGER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
OURS = {
    *("h1", "h2", "p", "ul", "ol", "li", "blockquote", "hr", "br", "code", "strong"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def tags(page: str) -> set[str]:
    """The elements that a browser would make of it, and their attributes."""
    found: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update([tag, *(f"{tag} {name}" for name, _ in attrs)])

        def handle_comment(self, data: str) -> None:
            found.add("comment")

        handle_decl = handle_pi = unknown_decl = handle_comment

    Reader().feed(page)
    return found


def test_the_eager_reader_makes_links_and_elements_of_what_is_not_escaped() -> None:
    acting = [
        words for words in payloads("markdown").values() if not tags(EAGER.render(words)) <= {"p"}
    ]
    assert len(acting) >= 50


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS)
def test_no_payload_makes_an_element_that_is_not_ours(words: str) -> None:
    page = EAGER.render(render(hostile_summary(words), DOCUMENT, "markdown"))
    assert tags(page) <= OURS


HARMLESS = hostile_summary("plain")


@pytest.mark.parametrize("words", payloads("markdown").values(), ids=payloads("markdown"))
def test_no_payload_changes_the_structure_of_the_page(words: str) -> None:
    hostile = render(hostile_summary(words), DOCUMENT, "markdown")
    assert structure(hostile) == structure(render(HARMLESS, DOCUMENT, "markdown"))


@settings(max_examples=200)
@given(
    st.text(st.sampled_from("\\`*_[]()<>#+-.!|~=:$&;@/ \nacom1w") | st.characters(codec="utf-8"))
)
def test_no_words_make_a_link_or_an_element(words: str) -> None:
    assert tags(EAGER.render(escape(words))) <= {"p", "code"}


HOLDS = [
    "“Dam repairs in Orlen may take until autumn” · by Ada Moss, Ib Frey · 2025-03-04",
    "## Marked",
    "- **instruction**: addressed to a model, not to readers",
    "> “Dam repairs in Orlen may take until autumn” · s1 1:1",
    "Left out in reading: 12 navigation (3,400 characters)",
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


def test_claims_are_numbered_and_every_quote_stands_inside_its_claim() -> None:
    claim = full_summary().key_claims[0]
    other = claim.model_copy(update={"evidence": (evidence("Ines Halder"),)})
    page = render(full_summary(key_claims=(*[claim] * 11, other)), DOCUMENT, "markdown")

    assert re.findall(r"^(\d+)\. ", page, re.MULTILINE) == [str(n) for n in range(1, 13)]
    assert page.count("· quoted under 1\n") == 10
    assert "\n    > “Ines Halder”" in page  # four blanks: as wide as "12. "


def test_a_question_in_the_articles_words_is_not_quoted_again() -> None:
    [question] = full_summary().open_questions
    same = question.model_copy(update={"text": question.evidence[0].quote})
    page = render(full_summary(open_questions=(same,)), DOCUMENT, "markdown")
    assert page.count(same.text) == 1
