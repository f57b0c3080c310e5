"""What the command reads: files of every format, addresses, feeds; and what it says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.document import fetching
from summarizer.document.fetching import Fetched

from ..document.readers.files import SECRET, STORY, lines, mail, p, page, paragraphs, pdf, rss, word
from .conftest import Run

ARTICLE = f"<article><h1>Ferry runs aground</h1>{paragraphs(STORY)}</article>"
FILES = {
    "a.txt": STORY.encode(),
    "a.md": f"# Ferry\n\n{STORY}".encode(),
    "a.html": page(ARTICLE),
    "a.pdf": pdf(lines(STORY)),
    "a.docx": word(p(STORY)),
    "a.eml": mail().as_bytes(),
    "a.xml": rss(f"<title>Ferry</title><description>{STORY}</description>"),
}
ITEMS = [
    f"<title>{n}</title><link>https://coast.example/{n}</link><description>{STORY}</description>"
    for n in ("one", "two")
]


def written(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format_is_summarised_and_verified(
    run: Run, tmp_path: Path, name: str
) -> None:
    article = written(tmp_path, name, FILES[name])
    summary = tmp_path / "summary.json"

    assert run(article, "-m", "extractive", "-o", summary).code == 0
    assert "212 passengers" in summary.read_text("utf-8")
    verified = run("verify", summary, article)
    assert verified.code == 0, verified.out
    assert "the article is the one that was summarised" in verified.out


def test_a_feed_is_as_many_summaries_as_it_has_items(run: Run, tmp_path: Path) -> None:
    feed = written(tmp_path, "feed.xml", rss(*ITEMS))
    ran = run(feed, "-m", "extractive", "-f", "json")
    found = [json.loads(line) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert [s["provenance"]["document"] for s in found] == [
        "https://coast.example/one",
        "https://coast.example/two",
    ]
    assert "https://coast.example/one: the feed may hold only the beginning" in ran.err


def test_an_item_of_a_feed_is_verified_by_the_feed(run: Run, tmp_path: Path) -> None:
    feed = written(tmp_path, "feed.xml", rss(*ITEMS))
    out = run(feed, "-m", "extractive", "-f", "json").out
    second = written(tmp_path, "two.json", out.splitlines()[1].encode())

    assert "is the one that was summarised" in run("verify", second, feed).out
    other = written(tmp_path, "other.xml", rss(ITEMS[0], ITEMS[0]))
    assert run("verify", second, other).code == 2


def test_a_batch_of_a_feed_is_a_row_an_item(run: Run, tmp_path: Path) -> None:
    feed = written(tmp_path, "feed.xml", rss(*ITEMS))
    ran = run("batch", feed, "-m", "extractive", "--no-cache")

    assert ran.code == 0
    assert len(ran.out.splitlines()) == 2


def test_an_address_is_read_by_the_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://coast.example/ferry"
    fetched = Fetched(url, url, "text/html", "utf-8", page(ARTICLE))
    monkeypatch.setattr(fetching, "fetch", lambda *_, **__: fetched)

    summary = json.loads(run(url, "-m", "extractive", "-f", "json").out)

    assert summary["source"]["fetched_from"] == url
    assert summary["provenance"]["document"] == url


def test_hidden_text_is_in_no_part_of_the_summary_but_the_report(run: Run, tmp_path: Path) -> None:
    body = page(f'{ARTICLE}<p style="display:none">{SECRET}</p>')
    summary = json.loads(
        run(written(tmp_path, "a.html", body), "-m", "extractive", "-f", "json").out
    )
    source = summary.pop("source")

    assert SECRET not in json.dumps(summary)
    assert SECRET in json.dumps(source["removed"])


def test_an_encoding_that_is_not_sure_is_given(run: Run, tmp_path: Path) -> None:
    article = written(tmp_path, "a.txt", "Prom zatonął, podały władze.".encode("cp1250"))
    refused = run(article, "-m", "extractive")
    summary = tmp_path / "summary.json"

    assert refused.code == 2
    assert "--encoding" in refused.err
    assert run(article, "-m", "extractive", "--encoding", "cp1250", "-o", summary).code == 0
    assert json.loads(summary.read_text("utf-8"))["source"]["encoding"] == "windows-1250"
    assert "is the one that was summarised" in run("verify", summary, article).out


def test_what_a_reader_has_to_say_is_told(run: Run, tmp_path: Path) -> None:
    ran = run(written(tmp_path, "a.txt", page(ARTICLE)), "-m", "extractive")

    assert ran.code == 0
    assert "a.txt: it is called plain text, and is a web page" in ran.err
