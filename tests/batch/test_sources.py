"""What a command line names: files, folders, globs, lines; read late, each file once."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.batch import Job
from summarizer.batch.lines import read_lines
from summarizer.batch.sources import Sources
from summarizer.document import fetching
from summarizer.document.fetching import Fetched
from summarizer.document.reading import Reading
from summarizer.errors import FetchFailed, InputError, SourceMissing, SummarizerError

from ..document.readers.files import page, rss

TEXT = "The bridge was closed on Monday."
FOUND = ["in/a.md", "in/b.txt", "in/sub/c.TXT", "in/sub/d.html"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (*FOUND, "in/sub/notes.doc", "in/.hidden/d.txt", "in/.e.txt", "in/README.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} {path.name}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "in"


def sources(*given: str, stdin: bytes = b"", language: str = "") -> Sources:
    return Sources(given, io.BytesIO(stdin), Reading(language))


def names(*given: str) -> list[str]:
    return [job.name for job in sources(*given).jobs()]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["in"], FOUND),
        (["in/b.txt"], ["in/b.txt"]),
        (["in/*.txt"], ["in/b.txt"]),
        (["in/**/*"], ["in/README.md", *FOUND, "in/sub/notes.doc"]),
        (["in/b.txt", "in"], ["in/b.txt", "in/a.md", "in/sub/c.TXT", "in/sub/d.html"]),
        (["in", "./in/b.txt", "in/su*"], FOUND),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_name_stands_for_files_in_order_and_none_comes_twice(
    given: list[str], found: list[str]
) -> None:
    assert names(*given) == found
    assert sources(*given).count() == len(found)


@pytest.mark.usefixtures("folder")
def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "x[1].txt").write_text(TEXT, "utf-8")
    assert names("in/x[1].txt") == ["in/x[1].txt"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("given", ["nowhere.txt", "in/*.doc", "in/.hidden/*.md", ""])
def test_a_name_that_stands_for_nothing_is_told_before_anything_begins(given: str) -> None:
    with pytest.raises(SourceMissing):
        sources("in", given).check()


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="no file in it of a format that is read"):
        sources(str(tmp_path)).check()


ITEM = (
    "<title>{0}</title><link>https://coast.example/{0}</link><description>It rained.</description>"
)


def test_each_item_of_a_feed_is_a_document(folder: Path) -> None:
    (folder / "news.xml").write_bytes(rss(ITEM.format("one"), ITEM.format("two")))
    feed = sources("in/news.xml", "in/b.txt")
    feed.check()
    jobs = list(feed.jobs())
    assert feed.count() is None
    assert [job.name for job in jobs] == [
        "https://coast.example/one",
        "https://coast.example/two",
        "in/b.txt",
    ]
    assert [job.index for job in jobs] == [0, 1, 2]
    assert jobs[1].load().text == "two\n\nIt rained."


def test_a_feed_that_cannot_be_read_fails_and_the_next_source_is_read(folder: Path) -> None:
    (folder / "news.rss").write_bytes(b"<rss><channel></channel></rss>")
    broken, text = sources("in/news.rss", "in/b.txt").jobs()
    assert broken.name == "in/news.rss"
    with pytest.raises(SummarizerError, match="no item"):
        broken.load()
    assert text.load().text == f"{TEXT} b.txt"


def test_a_web_address_is_a_page_or_a_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {
        "https://coast.example/a": ("text/html", page(f"<article><p>{TEXT}</p></article>")),
        "https://coast.example/feed": ("text/xml", rss(ITEM.format("one"))),
    }

    def fetch(url: str, **_: object) -> Fetched:
        if url not in pages:
            raise FetchFailed("it is not there", document=url)
        return Fetched(url, url, pages[url][0], "", pages[url][1])

    monkeypatch.setattr(fetching, "fetch", fetch)
    given = sources(
        "https://coast.example/a", "https://coast.example/feed", "https://coast.example/b"
    )
    given.check()
    article, item, gone = given.jobs()
    assert given.count() is None
    assert (article.name, article.load().text) == ("https://coast.example/a", TEXT)
    assert (item.name, item.load().text) == ("https://coast.example/one", "one\n\nIt rained.")
    with pytest.raises(FetchFailed):
        gone.load()
    (line,) = read({"url": "https://coast.example/a", "id": "wire-9", "date": "2026-02-28"})
    assert (line.name, line.load().text) == ("wire-9", TEXT)
    assert line.load().date == datetime.date(2026, 2, 28)


def test_a_file_is_opened_when_its_turn_comes(folder: Path) -> None:
    jobs = list(sources("in").jobs())
    (folder / "a.md").write_text("Changed.", "utf-8")
    (folder / "b.txt").unlink()
    assert jobs[0].load().text == "Changed."
    with pytest.raises(SourceMissing):
        jobs[1].load()


def test_a_name_that_is_no_unicode_is_shown_and_read(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (job,) = sources(str(tmp_path)).jobs()
    assert job.name.endswith("caf\\udce9.txt")
    assert (job.load().text, job.load().name) == (TEXT, job.name)


def lines(*records: object) -> bytes:
    return b"".join(
        (r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in records
    )


def read(*records: object, language: str = "") -> list[Job]:
    return list(sources("-", stdin=lines(*records), language=language).jobs())


def test_a_line_is_a_text_with_its_name_language_and_date() -> None:
    record = {"id": "wire-17", "text": TEXT, "language": "de", "date": "2026-02-28"}
    document = read(record)[0].load()
    assert (document.name, document.text, document.language) == ("wire-17", TEXT, "de")
    assert document.date == datetime.date(2026, 2, 28)


def test_the_date_of_a_page_stays_where_the_line_names_none(folder: Path) -> None:
    head = '<meta name="date" content="2026-03-03">'
    (folder / "p.html").write_bytes(page(f"<article><p>{TEXT}</p></article>", head))
    assert read({"path": "in/p.html"})[0].load().date == datetime.date(2026, 3, 3)


def test_a_line_may_name_a_file(folder: Path) -> None:
    jobs = read({"path": "in/b.txt"}, {"path": "in/a.md", "id": 7})
    assert [job.name for job in jobs] == ["in/b.txt", "7"]
    assert [job.load().name for job in jobs] == ["in/b.txt", "7"]
    assert jobs[1].load().text == f"{TEXT} a.md"


def test_without_an_id_the_number_of_the_line_is_the_name() -> None:
    assert [j.name for j in read({"text": TEXT}, b"", {"text": TEXT})] == [
        "standard input:1",
        "standard input:3",
    ]


def test_the_language_of_the_command_is_for_lines_that_name_none() -> None:
    jobs = read({"text": TEXT}, {"text": TEXT, "language": "fr"}, language="es")
    assert [job.load().language for job in jobs] == ["es", "fr"]


@pytest.mark.parametrize(
    "line",
    [
        b"no json",
        b"[" * 100_000,
        b"17",
        b"{}",
        b'{"text": 17}',
        b'{"path": "-"}',
        b'{"url": "file:///etc/passwd"}',
        b'{"text": "a", "date": "soon"}',
        b'{"text": "a", "language": 4}',
        b'{"path": "nowhere.txt"}',
        b"\xff\xfe",
    ],
    ids=lambda line: line[:20].decode("latin-1"),
)
def test_a_line_that_is_no_document_fails_and_the_next_one_is_read(line: bytes) -> None:
    first, second = read(line, {"text": TEXT})
    with pytest.raises(SummarizerError):
        first.load()
    assert second.load().text == TEXT


def test_an_endless_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.batch.lines._LONGEST", 1000)
    first, second = read(b'{"text": "' + b"x" * 5000 + b'"}', {"text": TEXT})
    with pytest.raises(InputError, match="longer"):
        first.load()
    assert second.load().text == TEXT


def test_lines_are_read_one_at_a_time_and_no_further_than_asked() -> None:
    class Counted(io.BytesIO):
        read = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.read += 1
            return super().readline(size)

    stream = Counted(lines(*({"text": TEXT} for _ in range(10))))
    over = False
    found: Iterator[object] = read_lines(stream, ended=lambda: over)
    next(found), next(found)
    assert stream.read == 2
    over = True
    assert list(found) == []
    assert stream.read == 2


def test_how_many_lines_there_are_is_not_known_before() -> None:
    assert sources("-").count() is None
