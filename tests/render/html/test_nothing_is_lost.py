"""What an editor typed or decided is never lost without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.render.review import Setting
from tests.render.sample import DOCUMENT

from .conftest import Open
from .making import decision_on, item_of, record_of, whole

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SUMMARY = whole()
NAMED = Setting(record_name="dam.review.json", summary_name="dam.json", by="Bo Lind")
LEAVES = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"
BETTER = "About 1,200 households had lost power."


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(SUMMARY, DOCUMENT, NAMED)


def item(page: Page, kind: str, number: int = 0) -> Locator:
    return page.locator(f"li.item[data-kind={kind}]").nth(number)


def verdict(page: Page, kind: str, number: int = 0) -> str:
    return item(page, kind, number).get_attribute("data-v") or ""


def press(page: Page, kind: str, key: str, words: str = "", keep: bool = True) -> None:
    item(page, kind).locator("button.show").click()
    page.keyboard.press(key)
    if words:
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        if keep:
            page.keyboard.press("Control+Enter")


def saved(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.keyboard.press("Control+s")
    decisions: list[dict[str, str]] = json.loads(download.value.path().read_text("utf-8"))[
        "decisions"
    ]
    return decisions


def waiting(page: Page) -> str:
    return page.locator("#save").text_content() or ""


@pytest.mark.parametrize("key", ["z", "Control+z"])
def test_undo_brings_back_a_wording_that_was_pressed_away(page: Page, key: str) -> None:
    press(page, "claim", "e", BETTER)
    page.keyboard.press("a")
    assert verdict(page, "claim") == "accepted"

    page.keyboard.press(key)

    assert verdict(page, "claim") == "edited"
    assert BETTER in (item(page, "claim").text_content() or "")
    page.keyboard.press(key)
    assert verdict(page, "claim") == "open"
    assert waiting(page) == "Save"


def test_undo_goes_back_step_by_step_and_then_says_that_there_is_nothing(page: Page) -> None:
    press(page, "claim", "a")
    press(page, "figure", "r")

    page.keyboard.press("z")
    assert (verdict(page, "claim"), verdict(page, "figure")) == ("accepted", "open")
    page.keyboard.press("z")
    assert (verdict(page, "claim"), verdict(page, "figure")) == ("open", "open")
    page.keyboard.press("z")
    assert page.locator("#toast").text_content() == "Nothing to undo"


def test_what_was_accepted_together_is_undone_together(open_page: Open) -> None:
    claims = (*SUMMARY.key_claims, *SUMMARY.key_claims)
    page = open_page(whole(key_claims=claims), DOCUMENT, NAMED)
    page.locator("button.rest").first.click()
    assert page.locator("#counted").text_content() == "4 of 13 decided"

    page.keyboard.press("z")

    assert page.locator("#counted").text_content() == "0 of 13 decided"


def test_undo_after_saving_is_a_decision_of_its_own(page: Page) -> None:
    press(page, "claim", "r")
    saved(page)

    page.keyboard.press("z")

    assert waiting(page) == "Save (1)"
    assert [d["verdict"] for d in saved(page)] == ["rejected", "open"]


def test_in_a_field_undo_is_the_fields_own(page: Page) -> None:
    press(page, "claim", "a")
    page.keyboard.press("n")
    page.keyboard.type("abc")

    page.keyboard.press("Control+z")

    assert verdict(page, "claim") == "accepted"


def test_an_edit_back_to_the_first_wording_takes_the_edit_back(page: Page) -> None:
    press(page, "claim", "e", BETTER)

    press(page, "claim", "e", SUMMARY.key_claims[0].text)

    assert verdict(page, "claim") == "open"


def test_saving_keeps_what_is_still_in_a_field(page: Page) -> None:
    press(page, "claim", "e", BETTER, keep=False)

    assert [(d["verdict"], d["text"]) for d in saved(page)] == [("edited", BETTER)]


def test_a_note_does_not_throw_away_a_wording_that_is_being_written(page: Page) -> None:
    press(page, "claim", "e", BETTER, keep=False)

    item(page, "claim").locator("[data-do=note]").click()
    page.keyboard.type("Ring her")
    page.keyboard.press("Control+Enter")

    shown = item(page, "claim").text_content() or ""
    assert BETTER in shown
    assert "Ring her" in shown


def test_edit_pressed_again_leaves_the_field_as_it_is(page: Page) -> None:
    press(page, "claim", "e", BETTER, keep=False)

    item(page, "claim").locator("[data-do=edit]").click()

    assert page.locator("form.writing textarea").input_value() == BETTER


def test_leaving_with_words_in_a_field_is_asked_about(page: Page) -> None:
    press(page, "claim", "e")
    assert page.evaluate(LEAVES) is True

    page.keyboard.type("x")

    assert page.evaluate(LEAVES) is False


def load(page: Page, folder: Path, *verdicts: tuple[str, str], by: str = "Ann Poole") -> None:
    decisions = [decision_on(SUMMARY, item_of(SUMMARY, k), v, by=by) for k, v in verdicts]
    file = folder / "other.review.json"
    file.write_text(record_of(SUMMARY, *decisions).model_dump_json(), encoding="utf-8")
    page.set_input_files("#load", file)
    page.wait_for_function("document.querySelector('#toast').textContent.includes('loaded')")


def test_a_record_that_is_loaded_leaves_what_is_not_saved_yet(page: Page, tmp_path: Path) -> None:
    press(page, "claim", "a")

    load(page, tmp_path, ("claim", "rejected"), ("actor", "accepted"))

    assert page.locator("#toast").text_content() == "2 decisions loaded; 1 of yours not saved yet"
    assert (verdict(page, "claim"), verdict(page, "actor")) == ("accepted", "accepted")
    assert waiting(page) == "Save (1)"
    assert [(d["by"], d["verdict"]) for d in saved(page)] == [
        ("Ann Poole", "rejected"),
        ("Ann Poole", "accepted"),
        ("Bo Lind", "accepted"),
    ]


def test_records_of_two_editors_become_one(page: Page, tmp_path: Path) -> None:
    load(page, tmp_path, ("claim", "rejected"))
    load(page, tmp_path, ("actor", "accepted"), by="Cy Reed")
    load(page, tmp_path, ("claim", "rejected"))
    press(page, "figure", "a")

    assert [d["by"] for d in saved(page)] == ["Ann Poole", "Cy Reed", "Bo Lind"]
