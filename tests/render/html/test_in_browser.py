"""The page in a real Chromium: clicks, keys, filters, decisions, themes, widths, paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from summarizer.document import Document
from tests.render.sample import DOCUMENT

from .conftest import Open
from .making import page_of, summary_with_spans, whole, write

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

MARKED = """(name) => Array.from(document.querySelectorAll(`#text .${name}`),
    (e) => e.textContent).join("")"""

TRY_TO_REACH_OUT = """() => new Promise((done) => {
    const stopped = [];
    setTimeout(() => done(stopped), 5000);
    document.addEventListener("securitypolicyviolation", (event) => {
        stopped.push(event.violatedDirective);
        if (stopped.length === 3) done(stopped);
    });
    document.body.append(Object.assign(new Image(), {src: "http://evil.example/"}));
    fetch("http://evil.example/").catch(() => {});
    try { document.body.innerHTML = "<b>x</b>"; } catch (error) { }
})"""

# What of the texts on the screen has less contrast than WCAG AA asks for.
TOO_FAINT = """() => {
  const rgb = (value) => (value.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => (v /= 255, v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const value = rgb(getComputedStyle(e).backgroundColor);
      if (value.length === 3 || value[3] > 0) return value;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const e of document.querySelectorAll("body *")) {
    const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
    const aside = e.closest(".unseen, .skip, .sign, script, option");
    if (!own || aside || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)}`);
  }
  return Array.from(faint);
}"""


def item(page: Page, kind: str, number: int = 0) -> Locator:
    return page.locator(f"li.item[data-kind={kind}]").nth(number)


def choose(page: Page, kind: str, number: int = 0) -> None:
    item(page, kind, number).locator("button.show").click()


def current(page: Page) -> str:
    return page.locator("li.current").get_attribute("data-label") or ""


def words_on(page: Page, name: str = "on") -> str:
    marked: str = page.evaluate(MARKED, name)
    return marked


def status(page: Page) -> str:
    return page.locator("#told").text_content() or ""


def test_the_page_runs_without_an_error_a_violation_or_a_request(
    open_page: Open, told: list[str]
) -> None:
    page = open_page()

    assert page.locator("form.filters").is_visible()  # its script has run
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).display") == "flex"
    assert told == []


def test_the_policy_stops_what_a_page_must_not_do(open_page: Open) -> None:
    page = open_page()

    assert sorted(page.evaluate(TRY_TO_REACH_OUT)) == [
        "connect-src",
        "img-src",
        "require-trusted-types-for",
    ]


def test_a_click_on_an_item_marks_its_evidence_and_no_other_words(open_page: Open) -> None:
    page = open_page()

    choose(page, "claim")
    assert words_on(page) == whole().key_claims[0].evidence[0].quote
    choose(page, "figure", 1)
    assert words_on(page) == "more than 2,000"
    assert status(page) == "Figure 2. Evidence: “more than 2,000”"


def test_a_click_on_words_shows_the_items_that_rest_on_them_one_after_another(
    open_page: Open,
) -> None:
    page = open_page()
    words = page.locator("#text span.f", has_text="about 1,200")

    words.click()
    assert current(page) == "Figure 1"
    assert page.locator("#resting button").all_text_contents() == [
        "Figure 1",
        "Conflict",
        "Abstract",
        "Claim 1",
    ]
    words.click()
    assert current(page) == "Conflict"
    page.locator("#resting button", has_text="Claim 1").click()
    assert current(page) == "Claim 1"
    assert words_on(page) == whole().key_claims[0].evidence[0].quote
    assert item(page, "claim").locator("button.show").evaluate("e => e === document.activeElement")


def test_a_click_on_words_that_nothing_rests_on_takes_the_marks_away(open_page: Open) -> None:
    page = open_page()
    choose(page, "claim")

    page.locator("#text span", has_text="Dam repairs in Orlen may take").click()

    assert words_on(page) == ""
    assert page.locator("li.current").count() == 0


def test_each_side_of_a_conflict_has_its_own_evidence(open_page: Open) -> None:
    page = open_page()

    choose(page, "conflict")
    assert words_on(page) == "about 1,200more than 2,000"
    page.locator("button.side", has_text="more than 2,000").click()
    assert words_on(page) == "more than 2,000"
    assert "about 1,200" in words_on(page, "beside")


def test_evidence_far_away_is_brought_to_the_screen_on_either_side(
    open_page: Open,
) -> None:
    text = "\n\n".join(f"Paragraph {n} says something at some length." * 6 for n in range(300))
    document = Document(text=text, name="long.txt")
    at = [text.index(f"Paragraph {n} says") for n in range(300)]
    page = open_page(summary_with_spans(document, [(p, p + 20) for p in at]), document)

    choose(page, "claim", 250)
    seen = page.locator("#text .on").bounding_box()
    assert seen is not None
    assert 0 < seen["y"] < 900

    page.locator("#text span.c", has_text="Paragraph 252 says").click()
    shown = page.locator("li.current").bounding_box()
    assert current(page) == "Claim 253"
    assert shown is not None
    assert 0 < shown["y"] < 900


def test_enter_goes_on_to_the_items_next_evidence(open_page: Open) -> None:
    page = open_page()
    choose(page, "actor")

    assert status(page) == "Actor. Evidence 1 of 2: “Ines Halder”"
    page.keyboard.press("Enter")
    assert status(page) == "Actor. Evidence 2 of 2: “Halder told”"


def test_the_keyboard_alone_decides_about_everything(open_page: Open) -> None:
    page = open_page()

    for _ in range(3):
        page.keyboard.press("j")
    assert current(page) == "Claim 1"
    assert words_on(page) == whole().key_claims[0].evidence[0].quote
    page.keyboard.press("a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("r")
    page.keyboard.press("k")
    page.keyboard.press("n")
    page.keyboard.type("Ring the water board")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.type("about 1,200 homes")
    page.keyboard.press("Control+Enter")

    verdicts = [item(page, k, n).get_attribute("data-v") for k, n in DECIDED]
    assert verdicts == ["accepted", "rejected", "edited", "open"]
    assert "Ring the water board" in (item(page, "claim").text_content() or "")
    assert "about 1,200 homes" in (item(page, "figure").text_content() or "")
    assert page.locator("#counted").text_content() == "3 of 11 decided"
    assert page.locator("#save").text_content() == "Save (3)"


DECIDED = [("claim", 0), ("claim", 1), ("figure", 0), ("figure", 1)]


def test_the_same_key_again_and_u_take_a_decision_back(open_page: Open) -> None:
    page = open_page()
    choose(page, "claim")

    page.keyboard.press("a")
    page.keyboard.press("a")
    assert item(page, "claim").get_attribute("data-v") == "open"
    page.keyboard.press("r")
    page.keyboard.press("u")
    assert item(page, "claim").get_attribute("data-v") == "open"
    assert page.locator("#counted").text_content() == "0 of 11 decided"


def test_escape_leaves_a_field_as_it_was_and_then_takes_the_marks_away(open_page: Open) -> None:
    page = open_page()
    choose(page, "claim")

    page.keyboard.press("e")
    page.keyboard.type("something else")
    page.keyboard.press("Escape")
    assert page.locator("form.writing").count() == 0
    assert item(page, "claim").get_attribute("data-v") == "open"
    assert current(page) == "Claim 1"
    page.keyboard.press("Escape")
    assert words_on(page) == ""


def test_letters_typed_into_a_field_decide_nothing(open_page: Open) -> None:
    page = open_page()
    choose(page, "claim")

    page.keyboard.press("/")
    page.keyboard.type("ar")
    assert page.locator("[name=words]").input_value() == "ar"
    assert item(page, "claim").get_attribute("data-v") == "open"


def test_one_letter_keys_can_be_turned_off(open_page: Open) -> None:
    page = open_page()

    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.locator("#help").wait_for(state="hidden")  # keys are the dialog's until then
    page.keyboard.press("j")
    assert page.locator("li.current").count() == 0
    page.keyboard.press("ArrowDown")
    assert current(page) == "Headline"


def test_the_words_that_items_rest_on_are_reached_by_key(open_page: Open) -> None:
    page = open_page()

    page.keyboard.press("Shift+J")
    assert current(page) == "Abstract"
    page.keyboard.press("Shift+J")
    assert current(page) == "Figure 1"
    page.keyboard.press("Shift+K")
    assert words_on(page, "here").startswith("The water board said on Monday")


@pytest.mark.parametrize(
    ("field", "option", "shown"),
    [
        ("speaker", "Ines Halder", ["Claim 2", "Figure 2", "Conflict", "Rejected"]),
        ("speaker", "The water board", ["Claim 1", "Figure 1", "Conflict"]),
        ("status", "disputed", ["Claim 2"]),
        ("status", "unconfirmed", ["Figure 2"]),
        ("verdict", "accepted", ["Claim 1"]),
        ("verdict", "with a note", ["Claim 1"]),
    ],
)
def test_filters_show_what_is_like_that(
    open_page: Open, field: str, option: str, shown: list[str]
) -> None:
    page = open_page()
    choose(page, "claim")
    page.keyboard.press("a")
    page.keyboard.press("n")
    page.keyboard.type("x")
    page.keyboard.press("Control+Enter")

    page.locator(f"select[name={field}]").select_option(label=option)

    assert labels(page) == shown
    assert page.locator("#shown").text_content() == f"{len(shown)} of 11 shown"
    page.locator("button[type=reset]").click()
    page.wait_for_function("!document.querySelector('li.item[hidden]')")


def test_filters_by_kind_and_by_words_work_together(open_page: Open) -> None:
    page = open_page()

    page.locator("input[name=kind][value=figure]").check(force=True)
    assert labels(page) == ["Figure 1", "Figure 2"]
    page.locator("[name=words]").fill("HALDER")
    assert labels(page) == ["Figure 2"]
    page.locator("[name=words]").fill("no such words")
    assert page.locator("#shown").text_content() == "Nothing is like this."


def labels(page: Page) -> list[str]:
    shown = page.locator("li.item:visible").all()
    return [one.get_attribute("data-label") or "" for one in shown]


def test_the_keyboard_passes_over_what_is_not_shown(open_page: Open) -> None:
    page = open_page()
    page.locator("input[name=kind][value=figure]").check(force=True)
    page.locator("#counted").click()

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")

    assert current(page) == "Figure 2"


def test_words_of_an_item_that_is_filtered_out_bring_it_back(open_page: Open) -> None:
    page = open_page()
    page.locator("input[name=kind][value=actor]").check(force=True)

    page.locator("#text span.f", has_text="about 1,200").click()

    assert current(page) == "Figure 1"
    assert page.locator("li.current").is_visible()


def test_the_rest_of_a_kind_is_accepted_and_what_was_decided_stays(open_page: Open) -> None:
    document = Document(text="One. Two. Three.", name="a.txt")
    page = open_page(summary_with_spans(document, [(0, 4), (5, 9), (10, 16)]), document)
    choose(page, "claim", 1)
    page.keyboard.press("r")

    page.locator("button.rest").click()

    verdicts = [item(page, "claim", n).get_attribute("data-v") for n in range(3)]
    assert verdicts == ["accepted", "rejected", "accepted"]


def test_themes_follow_the_system_and_the_button(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"

    dark = page.evaluate(paper)
    page.locator("#theme").click()
    assert page.evaluate(paper) == dark
    page.locator("#theme").click()
    light = page.evaluate(paper)
    assert light != dark
    page.emulate_media(color_scheme="light")
    page.locator("#theme").click()
    assert page.evaluate(paper) == light
    assert page.locator("#theme").get_attribute("aria-label") == "Theme: as the system"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(open_page: Open, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    for key in ["j", "j", "j", "a", "j", "r", "j", "e"]:
        page.keyboard.press(key)
    page.keyboard.type("x 3")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("n")
    page.keyboard.type("a note")
    page.keyboard.press("Control+Enter")
    page.locator("#text .f").first.click()

    assert page.evaluate(TOO_FAINT) == []


def test_everything_has_a_role_and_a_name(open_page: Open) -> None:
    page = open_page()
    choose(page, "claim")
    page.keyboard.press("a")

    tree = page.locator("body").aria_snapshot()

    for line in [
        "- banner:",
        '- heading "Dam repairs in Orlen" [level=1]',
        '- progressbar "Items decided"',
        '- textbox "Reviewer"',
        '- button "Save (1)"',
        '- region "Article"',
        '- region "Items of the summary"',
        '- search "Which items are shown"',
        '- combobox "Speaker"',
        '- combobox "Decision"',
        '- searchbox "Words"',
        '- heading "Claims 2" [level=2]',
        'button "Claim 1: About 1,200 households lost power." [pressed]',
        'group "Decide: Claim 1"',
        '- button "Accept" [pressed]',
        '- button "Disagree"',
        '- status: "Claim 1: Accepted"',
    ]:
        assert line in tree, tree
    unnamed = page.evaluate(
        """() => Array.from(document.querySelectorAll("button, input, select, textarea"))
            .filter((e) => !(e.textContent.trim() || e.labels?.length || e.ariaLabel))
            .map((e) => e.outerHTML)"""
    )
    assert unnamed == []


def test_with_forced_colours_what_is_chosen_is_still_seen(open_page: Open) -> None:
    page = open_page(forced_colors="active")
    colour = "(e) => getComputedStyle(e).backgroundColor"
    kind = page.locator("input[name=kind]:checked + span")

    choose(page, "claim")

    plain = page.locator("#text").evaluate(colour)
    assert page.locator("#text .on").first.evaluate(colour) != plain
    assert kind.evaluate(colour) != page.locator("input[name=kind] + span").last.evaluate(colour)
    outline = "(e) => getComputedStyle(e).outlineStyle"
    assert page.locator("li.current").evaluate(outline) == "solid"


def test_nothing_moves_by_itself(open_page: Open) -> None:
    page = open_page()
    moving = """() => Array.from(document.querySelectorAll("*"), (e) => getComputedStyle(e))
        .filter((s) => s.transitionDuration !== "0s" || s.animationName !== "none"
            || s.scrollBehavior !== "auto").length"""

    assert page.evaluate(moving) == 0


def test_focus_can_be_seen_and_follows_the_reading_order(open_page: Open) -> None:
    page = open_page()

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "by"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("width", [340, 390, 800, 1000, 1400])
def test_no_width_scrolls_sideways(open_page: Open, width: int) -> None:
    claim = whole().key_claims[0].model_copy(update={"speaker": "W" * 300})
    long = whole(headline="W" * 300, key_claims=(claim,))
    page = open_page(long, DOCUMENT, viewport={"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_evidence_and_the_item_are_seen_together(open_page: Open) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)

    item(page, "figure", 1).locator("button.show").tap()

    seen = page.locator("#text .on").bounding_box()
    shown = page.locator("li.current .acts").bounding_box()
    assert seen is not None
    assert shown is not None
    assert 0 <= seen["y"] < shown["y"] < 800
    item(page, "figure", 1).locator("[data-do=accept]").tap()
    assert item(page, "figure", 1).get_attribute("data-v") == "accepted"
    assert page.locator("#save").is_visible()
    page.locator("#grow").tap()
    assert page.locator("#grow").get_attribute("aria-expanded") == "true"


def test_on_a_phone_nothing_lies_over_the_field_and_its_buttons(open_page: Open) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    item(page, "claim").locator("button.show").tap()
    item(page, "claim").locator("[data-do=accept]").tap()
    item(page, "figure", 1).locator("button.show").tap()

    item(page, "figure", 1).locator("[data-do=edit]").tap()

    on_top = """(e) => { const at = e.getBoundingClientRect();
        return [[2, 2], [at.width - 2, at.height - 2]].every(([x, y]) =>
            e.contains(document.elementFromPoint(at.left + x, at.top + y))); }"""
    form = page.locator("form.writing")
    for part in [form.locator("textarea"), *form.locator("button").all()]:
        part.scroll_into_view_if_needed()
        assert part.evaluate(on_top)


def test_on_paper_stand_items_decisions_evidence_and_article_and_no_buttons(
    open_page: Open,
) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = open_page()
    choose(page, "claim")
    page.keyboard.press("a")

    pages = pypdf.PdfReader(io.BytesIO(page.pdf())).pages
    paper = " ".join(" ".join(p.extract_text() for p in pages).split())

    for printed in [
        "1 of 11 decided",
        "About 1,200 households lost power.",
        "Accepted",
        "“The water board said on Monday that about 1,200 households had lost power.”",
        "Who ordered the gates to be opened?",
        "summarizer 0.1.0",
        "Dam repairs in Orlen may take until autumn",
    ]:
        assert printed in paper
    assert "Reject " not in paper
    assert "Filter" not in paper


def test_without_scripts_the_page_can_be_read(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)

    assert page.locator("#text").is_visible()
    assert page.locator("noscript .notice").is_visible()
    assert not page.locator(".tools").is_visible()


def test_without_an_article_items_can_be_decided_about(
    watched: Open, told: list[str], tmp_path: Path
) -> None:
    page = watched(write(page_of(whole(), None), tmp_path))

    choose(page, "claim")
    page.keyboard.press("a")

    assert item(page, "claim").get_attribute("data-v") == "accepted"
    assert told == []
