"""Saving and loading a review: as a file of the page, and as the record that Python reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.render.review import Setting
from summarizer.review import (
    ReviewRecord,
    check_edits,
    items_of,
    read_record,
    standing_of,
    version_of,
)
from summarizer.review.files import record_path
from tests.render.sample import DOCUMENT

from .conftest import Open
from .making import decision_on, item_of, record_of, whole

if TYPE_CHECKING:
    from playwright.sync_api import Page

SUMMARY = whole()
NAMED = Setting(record_name="dam.review.json", summary_name="dam.json", by="Bo Lind")


def decide(page: Page, kind: str, key: str) -> None:
    page.locator(f"li.item[data-kind={kind}] button.show").first.click()
    page.keyboard.press(key)


def saved(page: Page, folder: Path) -> ReviewRecord:
    with page.expect_download() as download:
        page.locator("#save").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "dam.review.json"
    return read_record(path)


def verdict(page: Page, kind: str) -> str:
    return page.locator(f"li.item[data-kind={kind}]").first.get_attribute("data-v") or ""


def test_save_makes_a_record_of_who_what_when_and_which_version(
    open_page: Open, told: list[str], tmp_path: Path
) -> None:
    page = open_page(SUMMARY, DOCUMENT, NAMED)
    decide(page, "claim", "a")
    decide(page, "question", "r")
    decide(page, "figure", "e")
    page.keyboard.type("1,200 homes 👩‍🚒")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("n")
    page.keyboard.type('Ask <her> & "him"')
    page.keyboard.press("Control+Enter")

    record = saved(page, tmp_path)

    assert (record.summary, record.document) == ("dam.json", "dam.txt")
    assert [(d.item, d.verdict, d.text, d.note) for d in record.decisions] == [
        (item_of(SUMMARY, "claim").id, "accepted", "", ""),
        (item_of(SUMMARY, "question").id, "rejected", "", ""),
        (item_of(SUMMARY, "figure").id, "edited", "1,200 homes 👩‍🚒", 'Ask <her> & "him"'),
    ]
    assert {d.by for d in record.decisions} == {"Bo Lind"}
    assert {d.version for d in record.decisions} == {version_of(SUMMARY, DOCUMENT)}
    assert record.decisions[0].wording == "About 1,200 households lost power."
    assert record.decisions[0].at.utcoffset() is not None
    assert page.locator("#save").text_content() == "Save"
    assert [line for line in told if not line.startswith("request: blob:")] == []


def test_python_and_the_page_agree_on_what_counts(open_page: Open, tmp_path: Path) -> None:
    page = open_page(SUMMARY, DOCUMENT, NAMED)
    decide(page, "claim", "a")
    decide(page, "claim", "r")
    decide(page, "actor", "a")

    record = saved(page, tmp_path)

    standing = standing_of(record, items_of(SUMMARY), version_of(SUMMARY, DOCUMENT))
    assert not standing.stale
    counts = page.locator("#counted").text_content() or ""
    assert counts == f"{len(standing.items) - standing.counts['open']} of 11 decided"
    assert standing.current[item_of(SUMMARY, "claim").id].verdict == "rejected"


def test_an_edit_of_the_page_is_checked_by_python(open_page: Open, tmp_path: Path) -> None:
    page = open_page(SUMMARY, DOCUMENT, NAMED)
    decide(page, "claim", "e")
    page.keyboard.type("About 1,900 households lost power.")
    page.keyboard.press("Control+Enter")
    assert "Not checked yet" in (page.locator("li.current").text_content() or "")

    record = saved(page, tmp_path)

    assert record.decisions[0].holds is None
    [checked] = check_edits(record.decisions, items_of(SUMMARY), DOCUMENT)
    assert checked.holds is False
    assert checked.problems[0].kind == "number"


def test_a_record_is_shown_on_opening_and_saving_keeps_its_history(
    open_page: Open, tmp_path: Path
) -> None:
    first = decision_on(SUMMARY, item_of(SUMMARY, "claim"), "rejected", note="Wrong number")
    page = open_page(SUMMARY, DOCUMENT, Setting(record_of(SUMMARY, first), "dam.review.json"))

    assert verdict(page, "claim") == "rejected"
    shown = page.locator("li.item[data-kind=claim]").first.text_content() or ""
    assert "Wrong number" in shown
    assert "Ann Poole" in shown
    page.locator("#by").fill("Bo Lind")
    decide(page, "claim", "a")
    record = saved(page, tmp_path)
    shown = page.locator("li.item[data-kind=claim]").first.text_content() or ""
    assert "Before: rejected · Ann Poole" in shown

    assert [(d.by, d.verdict, d.note) for d in record.decisions] == [
        ("Ann Poole", "rejected", "Wrong number"),
        ("Bo Lind", "accepted", "Wrong number"),
    ]


def test_a_record_of_another_version_is_told_and_not_applied(open_page: Open) -> None:
    other = {"result_sha256": "6" * 64}
    same = decision_on(SUMMARY, item_of(SUMMARY, "claim"), note="Ring", **other)
    gone = same.model_copy(update={"item": "actor-0123456789"})
    page = open_page(SUMMARY, DOCUMENT, Setting(record_of(SUMMARY, same, gone)))

    notice = page.locator("#notices .earlier").text_content() or ""
    assert "2 decisions for an earlier version of the summary" in notice
    assert "About items that are not in this version: 1" in notice
    assert verdict(page, "claim") == "open"
    assert page.locator("#counted").text_content() == "0 of 11 decided"
    shown = page.locator("li.item[data-kind=claim]").first.text_content() or ""
    assert "For an earlier version: accepted · Ann Poole" in shown


def test_a_record_of_another_article_is_told_too(open_page: Open) -> None:
    moved = decision_on(SUMMARY, item_of(SUMMARY, "claim"), document_sha256="7" * 64)
    page = open_page(SUMMARY, DOCUMENT, Setting(record_of(SUMMARY, moved)))

    notice = page.locator("#notices .earlier").text_content() or ""
    assert "1 decision for an earlier version of the article" in notice


def test_nothing_is_saved_before_it_is_said_who_reviews(open_page: Open) -> None:
    page = open_page(SUMMARY, DOCUMENT, Setting())
    decide(page, "claim", "a")

    page.keyboard.press("Control+s")

    assert page.locator("#toast").text_content() == "Say who reviews, then save"
    assert page.evaluate("document.activeElement.id") == "by"
    assert page.locator("#save").text_content() == "Save (1)"


def test_a_record_can_be_loaded_into_the_page(open_page: Open, tmp_path: Path) -> None:
    first = decision_on(SUMMARY, item_of(SUMMARY, "claim"))
    file = tmp_path / "old.review.json"
    file.write_text(record_of(SUMMARY, first).model_dump_json(), encoding="utf-8")
    page = open_page(SUMMARY, DOCUMENT, NAMED)

    page.set_input_files("#load", file)
    page.wait_for_function("document.querySelector('#toast').textContent === '1 decision loaded'")

    assert verdict(page, "claim") == "accepted"


def test_leaving_with_unsaved_decisions_is_asked_about(open_page: Open) -> None:
    page = open_page(SUMMARY, DOCUMENT, NAMED)
    asked = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"

    assert page.evaluate(asked) is True
    decide(page, "claim", "a")
    assert page.evaluate(asked) is False


def test_nothing_is_kept_in_the_browser(open_page: Open, tmp_path: Path) -> None:
    page = open_page(SUMMARY, DOCUMENT, NAMED)
    decide(page, "claim", "a")
    saved(page, tmp_path)

    kept: Any = page.evaluate(
        "({local: localStorage.length, session: sessionStorage.length, cookie: document.cookie})"
    )
    assert kept == {"local": 0, "session": 0, "cookie": ""}


def test_the_file_stands_where_verify_looks_for_it(tmp_path: Path) -> None:
    assert record_path(tmp_path / "dam.json") == tmp_path / "dam.review.json"
    assert record_path("dam") == Path("dam.review.json")
    assert json.loads(record_of(SUMMARY).model_dump_json())["schema_version"] == "1"
