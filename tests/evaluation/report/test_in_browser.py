"""The page in a real Chromium: it runs under its own policy, asks for nothing, and can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.evaluation.report import ReportData, render_html
from tests.browser import open_browser

from .hostile import HOSTILE
from .sample import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation",
    (event) => console.error("policy: " + event.violatedDirective));"""

TRY_TO_REACH_OUT = """() => new Promise((done) => {
    const stopped = [];
    setTimeout(() => done(stopped), 5000);
    document.addEventListener("securitypolicyviolation", (event) => {
        stopped.push(event.violatedDirective);
        if (stopped.length === 2) done(stopped);
    });
    document.body.append(Object.assign(new Image(), {src: "http://evil.example/"}));
    fetch("http://evil.example/").catch(() => {});
})"""

Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from open_browser()


@pytest.fixture
def told() -> list[str]:
    """What went wrong in the page, and every address it asked for."""
    return []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, told: list[str]) -> Iterator[Open]:
    contexts = []

    def opened(data: ReportData, part: str = "", width: int = 1400) -> Page:
        file = tmp_path / "report.html"
        file.write_text(render_html(data), encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}))
        page = contexts[-1].new_page()
        page.add_init_script(TELL_VIOLATIONS)
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (told.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: told.append(f"request: {request.url}"))
        page.goto(f"{file.as_uri()}{part}")
        assert told.pop(0) == f"request: {file.as_uri()}"
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("word", ["", " ".join(HOSTILE.values())], ids=["plain", "hostile"])
def test_the_page_runs_without_an_error_a_violation_or_a_request(
    open_page: Open, told: list[str], word: str
) -> None:
    page = open_page(Sample(word).data())

    assert page.locator("form.tools").is_visible()  # its script has run
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.loud')).borderTopWidth") == "2px"
    )
    assert told == []


def test_the_policy_stops_what_a_page_must_not_do(open_page: Open) -> None:
    page = open_page(Sample().data())

    assert sorted(page.evaluate(TRY_TO_REACH_OUT)) == ["connect-src", "img-src"]


def article(page: Page) -> Locator:
    return page.locator("details.article[open] .run:not([hidden])")


def marked(page: Page, kind: str) -> str:
    return "".join(page.locator(f".text .mark-{kind}").all_text_contents())


def test_choosing_an_item_marks_its_evidence_and_its_partners(open_page: Open) -> None:
    sample = Sample()
    page = open_page(sample.data(), "#article-ferry")

    article(page).locator("button.shown", has_text="About 340 were stranded").click()

    [shown] = sample.summary().key_claims[0].evidence
    [gold] = sample.case.gold.claims[0].evidence
    assert marked(page, "shown") == shown.quote
    assert marked(page, "gold") == gold
    assert page.locator("#status").text_content() == "Evidence marked in the article: 1"


def test_the_keyboard_marks_and_takes_away(open_page: Open) -> None:
    page = open_page(Sample().data(), "#article-ferry")
    button = article(page).locator("button.gold").first

    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert marked(page, "gold").startswith("About 340 passengers")

    page.keyboard.press("Escape")
    assert button.get_attribute("aria-pressed") == "false"
    assert marked(page, "gold") == marked(page, "shown") == ""


def test_another_item_takes_the_marks(open_page: Open) -> None:
    page = open_page(Sample().data(), "#article-ferry")

    article(page).locator("li.missed button.gold").nth(0).click()
    article(page).locator("li.missed button.gold").nth(1).click()

    assert marked(page, "gold") == "Captain Lena Brandt spoke of more than 500."


def test_another_run_is_shown_in_place_of_the_first(open_page: Open) -> None:
    page = open_page(Sample().data(), "#article-ferry")
    assert "summary@1" in (article(page).locator("h3").text_content() or "")

    page.locator("input[name=run][value='1']").check()

    assert "summary@2" in (article(page).locator("h3").text_content() or "")


def test_filters_hide_rows_and_fields(open_page: Open) -> None:
    page = open_page(Sample().data(), "#article-ferry")
    assert article(page).locator("li.missed:visible").count() == 2

    page.locator("input[data-hide=missed]").uncheck()
    page.locator("input[data-hide=actors]").uncheck()

    assert article(page).locator("li.missed:visible").count() == 0
    assert article(page).locator(".field.actors:visible").count() == 0
    assert article(page).locator("li.wrong:visible").count() == 1


def test_an_article_is_opened_by_its_link(open_page: Open) -> None:
    page = open_page(Sample().data())
    assert page.locator("details.article[open]").count() == 0

    page.locator("#by-article a").click()

    assert page.locator("details.article[open] .text").is_visible()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_width_scrolls_sideways(open_page: Open, width: int) -> None:
    page = open_page(Sample("W" * 300).data(), f"#article-{'ferry-' + 'w' * 54}", width)

    assert page.locator("details.article[open]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
