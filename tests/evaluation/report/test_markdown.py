from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.evaluation.report import ReportRun, render_markdown

from .hostile import HOSTILE
from .sample import Sample

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SAMPLE = Sample()
PAGE = render_markdown(SAMPLE.data())


def structure(markdown: str) -> list[str]:
    """The blocks, and what is in their lines but words and code."""
    tokens = PARSER.parse(markdown)
    plain = {"text", "text_special", "code_inline", "softbreak"}
    return [
        token.type
        for block in tokens
        for token in (block, *(c for c in block.children or () if c.type not in plain))
    ]


PLAIN = structure(render_markdown(Sample("plain").data()))


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_change_no_block_table_or_emphasis(word: str) -> None:
    assert structure(render_markdown(Sample(word).data())) == PLAIN


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("|\\`*_[]()<>#+-.!~=:$\n ") | st.characters(codec="utf-8")))
def test_no_words_at_all_change_a_block_table_or_emphasis(word: str) -> None:
    assert structure(render_markdown(Sample(f"a{word}a").data())) == PLAIN


def test_there_is_no_html_link_or_image() -> None:
    assert not set(PLAIN) & {"html_inline", "html_block", "link_open", "image"}


def test_every_line_of_a_table_has_as_many_cells_as_its_head() -> None:
    for word in ("", "a | b", "a \\| b", "`|`"):
        html = PARSER.render(render_markdown(Sample(word).data()))
        for table in html.split("<table>")[1:]:
            head, *lines = table.split("</table>")[0].split("<tr>")[1:]
            assert lines
            assert {line.count("<td") for line in lines} == {head.count("<th")}


@pytest.mark.parametrize(
    "part",
    [
        "# Evaluation\n",
        "1 article · 2 runs · 2026-05-04 09:30.",
        "> **⚠ A · local/test · `summary@1`: 1 must-not hit**",
        "The matcher against people: AUC 0.86 on 300 pairs",
        "| F1 | 0.40 (0.31–0.87) | 0.67 (0.31–0.87) |",
        "| Claims: F1 | 0.40 | 0.80 | +0.40 | +0.10 to +0.70 | 0.01 | 7 of 9 | better | ±0.20 |",
        "**✗ The gate fails.**",
        "- must-not hits: 1, was 0; more in ferry",
        "  - ▲ gained · Claims c2: Nobody was told.",
        "> **⚠ Must not be said, and is: m1** The ferry sank.\n> The summary, claim 4: “It sank.”.",
        "| ○ missed | c3: Brandt counts over 500. · said by the article; stated | – |",
        "✗ status: gold “attributed”, shown “stated”",
        "Not said that must not be: m2",
    ],
)
def test_the_page_says_it(part: str) -> None:
    assert part in PAGE


def test_the_agreement_stands_under_every_heading_with_an_f1() -> None:
    sections = PAGE.split("\n## ")
    scored = [section for section in sections if "| F1 |" in section or "Claims F1 |" in section]

    assert len(scored) == 6
    assert all("AUC 0.86 on 300 pairs" in section for section in scored)


def test_a_failure_is_told_where_the_summary_would_be() -> None:
    run = SAMPLE.run("summary@1", found_all=False)
    failed = ReportRun(run.score, failures={"ferry": "timed out *twice*"})

    page = render_markdown(SAMPLE.data(runs=(failed,), comparisons=()))

    assert "**✗ No summary:** timed out \\*twice\\*" in page
