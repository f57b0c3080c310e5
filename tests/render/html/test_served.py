"""The page with ``summarize review`` behind it, in a real Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.review_server import Desk, _Server
from summarizer.review import read_record
from tests.render.sample import DOCUMENT

from .conftest import Open
from .making import item_of, whole

if TYPE_CHECKING:
    from playwright.sync_api import Page

SUMMARY = whole()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[_Server]:
    desk = Desk(SUMMARY, DOCUMENT, tmp_path / "dam.review.json", "dam.json", "Ann Poole")
    with _Server(desk) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join(5)


def decide(page: Page, kind: str, key: str) -> None:
    page.locator(f"li.item[data-kind={kind}] button.show").first.click()
    page.keyboard.press(key)


def wait_for_toast(page: Page, text: str) -> None:
    page.wait_for_function(
        "(text) => document.querySelector('#toast').textContent.startsWith(text)", arg=text
    )


def test_save_writes_the_record_and_a_reload_shows_it(
    watched: Open, told: list[str], server: _Server
) -> None:
    page = watched(server.address)
    assert page.locator("#by").input_value() == "Ann Poole"
    decide(page, "claim", "a")

    page.keyboard.press("Control+s")
    wait_for_toast(page, "Saved in dam.review.json")
    assert told == [f"request: {server.address}save"]

    page.reload()
    assert page.locator("li.item[data-kind=claim]").first.get_attribute("data-v") == "accepted"
    decide(page, "claim", "r")
    page.locator("#save").click()
    wait_for_toast(page, "Saved")
    assert [(d.by, d.verdict) for d in read_record(server.desk.path).decisions] == [
        ("Ann Poole", "accepted"),
        ("Ann Poole", "rejected"),
    ]


def test_an_edit_is_checked_while_the_editor_looks(watched: Open, server: _Server) -> None:
    page = watched(server.address)
    claim = page.locator("li.item[data-kind=claim]").first

    decide(page, "claim", "e")
    page.keyboard.type("About 1,900 households lost power.")
    page.keyboard.press("Control+Enter")
    claim.locator(".fails").wait_for()
    assert "the claim says 1,900; the evidence says 1,200" in (claim.text_content() or "")

    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("About 1,200 households had lost power.")
    page.keyboard.press("Control+Enter")
    claim.locator(".holds").wait_for()
    page.locator("#save").click()
    wait_for_toast(page, "Saved")
    [kept] = read_record(server.desk.path).decisions
    assert (kept.item, kept.holds) == (item_of(SUMMARY, "claim").id, True)


def test_done_saves_and_ends_the_server(watched: Open, server: _Server) -> None:
    page = watched(server.address)
    decide(page, "claim", "a")

    page.locator("#done").click()

    wait_for_toast(page, "Saved. You can close this page.")
    assert len(read_record(server.desk.path).decisions) == 1
    notice = page.locator("#notices .notice").first.text_content()
    assert notice == "1 of 11 decided, kept in dam.review.json. You can close this page."
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('main, .tools')") is None


def test_decisions_are_not_lost_when_the_server_is_gone(watched: Open, server: _Server) -> None:
    page = watched(server.address)
    decide(page, "claim", "a")
    server.shutdown()
    server.server_close()

    page.locator("#save").click()

    wait_for_toast(page, "Not saved")
    assert page.locator("#save").text_content() == "Save (1)"
    assert page.locator("li.item[data-kind=claim]").first.get_attribute("data-v") == "accepted"


def test_what_another_editor_saved_meanwhile_is_told_and_shown(
    watched: Open, server: _Server
) -> None:
    mine, hers = watched(server.address), watched(server.address)
    hers.locator("#by").fill("Cy Reed")
    decide(hers, "claim", "r")
    decide(hers, "actor", "a")
    hers.locator("#save").click()
    wait_for_toast(hers, "Saved in dam.review.json")
    decide(mine, "claim", "a")
    decide(mine, "figure", "a")

    mine.locator("#save").click()

    wait_for_toast(
        mine,
        "Saved in dam.review.json. Meanwhile Cy Reed saved 2 decisions, also about Claim 1: "
        "yours came last",
    )
    claim = mine.locator("li.item[data-kind=claim]").first
    assert claim.get_attribute("data-v") == "accepted"
    assert "Before: rejected · Cy Reed" in (claim.text_content() or "")
    actor = mine.locator("li.item[data-kind=actor]").first
    assert actor.get_attribute("data-v") == "accepted"
    assert mine.locator("#save").text_content() == "Save"
    assert len(read_record(server.desk.path).decisions) == 4


def test_another_site_cannot_frame_read_or_post_to_it(
    watched: Open, server: _Server, tmp_path: Path
) -> None:
    attack = tmp_path / "attack.html"
    attack.write_text("<!doctype html><title>a</title>", encoding="utf-8")
    page = watched(attack.as_uri())

    tried = page.evaluate(
        """async (address) => {
          const tries = [
            () => fetch(address),
            () => fetch(address + "save", {method: "POST", mode: "no-cors", body: "{}"}),
            () => fetch(address + "save", {method: "POST", body: "{}",
              headers: {"Content-Type": "application/json"}}),
            () => fetch(address + "done", {method: "POST", mode: "no-cors"}),
          ];
          const seen = [];
          for (const one of tries) {
            seen.push(await one().then((r) => r.type === "opaque" ? "opaque" : r.status,
              () => "refused"));
          }
          return seen;
        }""",
        server.address,
    )

    assert set(tried) <= {"opaque", "refused"}
    assert not server.desk.path.exists()
    frame = page.evaluate(
        """(address) => new Promise((done) => {
          const frame = Object.assign(document.createElement("iframe"), {src: address});
          frame.onload = () => done(frame.contentWindow.length);
          document.body.append(frame);
        })""",
        server.address,
    )
    assert frame == 0
    assert "Orlen" not in page.frames[-1].content()
