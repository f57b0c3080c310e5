"""Two hundred payloads in every field of a page in a real Chromium: none of them acts."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.render.inert import inert
from summarizer.render.review import Setting
from tests.render.sample import DOCUMENT

from .conftest import Open
from .making import decision_on, hostile_page, item_of, page_of, record_of, whole, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[2] / "hostile" / "html.json").read_text(encoding="utf-8")
)
WORDS = list(PAYLOADS.values())
BATCH = 25
BATCHES = [WORDS[at : at + BATCH] for at in range(0, len(WORDS), BATCH)]

# Everything a reader may do: choose each payload, click all words of the article, filter by all,
# and give each payload once as a new wording and a note.
USE_ALL = """async () => {
  const wait = () => new Promise((done) => setTimeout(done));
  const clicked = "[data-kind=claim] button.show, button.side, #text > p > span.c";
  for (const e of document.querySelectorAll(clicked)) e.click();
  for (const item of document.querySelectorAll("li.item[data-kind=claim]")) {
    item.querySelector("[data-do=edit]").click();
    const form = item.querySelector("form.writing");
    form.querySelector("textarea").value += " ";
    form.requestSubmit();
    item.querySelector("[data-do=note]").click();
    item.querySelector("form.writing textarea").value = item.textContent;
    item.querySelector("form.writing").requestSubmit();
    item.querySelector("[data-do=reject]").click();
  }
  for (const select of document.querySelectorAll("select")) {
    for (const option of select.options) {
      select.value = option.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    }
    select.value = "";
  }
  for (const details of document.querySelectorAll("details")) details.open = true;
  await wait();
}"""


def check_nothing_acted(page: Page, told: list[str]) -> None:
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert page.evaluate("({}).polluted === undefined && window.length === 0")
    assert page.evaluate("document.querySelectorAll('#items form.filters').length") == 1
    assert told == []


@pytest.mark.parametrize("words", BATCHES, ids=[f"from {at}" for at in range(0, len(WORDS), BATCH)])
def test_payloads_in_every_field_do_nothing(
    watched: Open, told: list[str], tmp_path: Path, words: list[str]
) -> None:
    page = watched(write(hostile_page(words), tmp_path))
    assert page.locator("li.item").count() == 7 * len(words) + 2

    page.evaluate(USE_ALL)

    check_nothing_acted(page, told)


def test_payloads_in_a_record_that_is_loaded_do_nothing(
    watched: Open, told: list[str], tmp_path: Path
) -> None:
    page = watched(write(hostile_page(["a harmless word"]), tmp_path))
    data = json.loads(page.locator("#data").text_content() or "")
    sample = data["decisions"][-1]
    ids = [item["id"] for item in data["items"]]
    decisions = [
        {
            **sample,
            "item": item,
            "verdict": "edited",
            "text": word,
            "note": word,
            "by": word,
            "at": word,
            "wording": word,
            "holds": False,
            "problems": [{"kind": word, "message": word}],
            "result_sha256": result,
        }
        for number, word in enumerate(WORDS)
        for item in (ids[number % len(ids)], word)
        for result in (sample["result_sha256"], word)
    ]
    record = {"schema_version": "1", "decisions": [*decisions, None, 1, "x", {}]}

    page.set_input_files(
        "#load",
        {
            "name": "x.json",
            "mimeType": "application/json",
            "buffer": json.dumps(record).encode(),
        },
    )
    page.wait_for_function(f"document.body.innerText.includes('{len(decisions)} decisions loaded')")
    page.evaluate(USE_ALL)

    check_nothing_acted(page, told)


@pytest.mark.parametrize(
    "content", ["", "[]", "null", "1", '"x"', '{"schema_version":"2"}', "{", "\x00"]
)
def test_a_file_that_is_no_record_is_told_and_changes_nothing(
    watched: Open, tmp_path: Path, content: str
) -> None:
    page = watched(write(hostile_page(["word"]), tmp_path))
    before = page.locator("#counted").text_content()

    page.set_input_files(
        "#load", {"name": "x", "mimeType": "text/plain", "buffer": content.encode()}
    )
    page.wait_for_function("document.querySelector('#toast').textContent.startsWith('Not loaded')")

    assert page.locator("#counted").text_content() == before


def test_the_trap_sees_payloads_that_act(watched: Open, told: list[str], tmp_path: Path) -> None:
    """A page that escapes nothing and forbids nothing: the same payloads do act there."""
    frames = "".join(f'<iframe srcdoc="{html.escape(word)}"></iframe>' for word in WORDS[::4])
    page = watched(write(f"<!doctype html>{frames}", tmp_path))

    acted = sum(
        frame.evaluate("typeof window.__pwned !== 'undefined'") for frame in page.frames[1:]
    )

    assert acted > 10
    assert len({line for line in told if "evil.example" in line}) > 5


# Where the characters are that act or hide; blanks are another matter: a note has lines.
LOOKED_AT = [*range(0x700), *range(0x1800, 0x1810), *range(0x2000, 0x2100), *range(0x3160, 0x3170)]
LOOKED_AT += [*range(0xFE00, 0xFE10), *range(0xFEF0, 0x10000), *range(0xE0000, 0xE0200)]


def test_the_page_writes_out_the_characters_that_python_writes_out(
    watched: Open, tmp_path: Path
) -> None:
    words = [f"{chr(p)}{chr(p)}" for p in LOOKED_AT if not chr(p).isspace()]
    claim, note = whole().key_claims[0], "\n".join(words)
    told = decision_on(whole(), item_of(whole(), "claim"), note=note)
    page = watched(write(page_of(whole(), DOCUMENT, Setting(record_of(whole(), told))), tmp_path))

    shown = page.locator("li.item", has_text=claim.text).first.locator(".note span").text_content()

    assert (shown or "").split("\n") == [inert(word) for word in words]
