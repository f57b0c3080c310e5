"""Reading a source: the text exactly as it stands, or one clear line that says why not."""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer.document import Origin, reading
from summarizer.document.readers import extras
from summarizer.document.readers.content import Raw
from summarizer.document.reading import articles_of, is_address, read_source
from summarizer.errors import (
    MissingExtra,
    SourceEmpty,
    SourceMissing,
    SourceNotText,
    SourceTooLong,
    UnknownName,
)

from .readers.files import STORY, lines, p, page, pdf, rss, word

LATIN = "Das Schiff ist gesunken, sagt die Behörde. Die Ursache ist unklar.\n"


def written(folder: Path, content: bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "Unix\nWindows\r\nMac\rNext\x85Line\u2028Separator\u2029",
        "\ufeffA byte order mark.",
        "  White space around it  \n\n",
        "{{ 7*7 }} {% if %} ${HOME} \x1b[1mbold\x1b[0m",
        "e\u0301 and \u00e9 are not made one. 字 🎉 नमस्ते",
    ],
    ids=["plain", "line-ends", "byte-order-mark", "white-space", "templates", "unicode"],
)
def test_the_text_is_kept_exactly_as_it_stands_in_the_file(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text.encode())

    document = read_source(path)

    assert document.text == text
    assert document.name == str(path)


def test_the_byte_order_mark_stands_in_no_sentence(tmp_path: Path) -> None:
    document = read_source(written(tmp_path, b"\xef\xbb\xbfThe ferry sank."))

    assert [sentence.text for sentence in document.sentences] == ["The ferry sank."]
    assert document.sentences[0].start == 1


def test_a_dash_reads_standard_input() -> None:
    document = read_source("-", io.BytesIO(b"The ferry\r\nsank."))

    assert document.text == "The ferry\r\nsank."
    assert document.name == "-"


def test_a_path_named_dash_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, b"From the file.", "-")
    monkeypatch.chdir(tmp_path)

    assert read_source(Path("-"), io.BytesIO(b"From the stream.")).text == "From the file."


def test_a_remedy_quotes_the_path_for_a_shell(tmp_path: Path) -> None:
    path = written(tmp_path, LATIN.encode() + b"It\x92s late.", "it's; rm.txt")

    with pytest.raises(SourceNotText) as caught:
        read_source(path)

    command = caught.value.remedy.partition(": ")[2].replace("article.txt", "/dev/stdout")
    converted = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert converted.stdout.decode() == LATIN + "Its late."


def test_a_given_encoding_is_used_and_noted(tmp_path: Path) -> None:
    path = written(tmp_path, "Behörde".encode("cp1252"))

    document = read_source(path, encoding="latin1")

    assert document.text == "Behörde"
    assert (document.origin.encoding, document.origin.encoding_from) == ("windows-1252", "given")


def test_an_unknown_encoding_is_told_before_anything_is_read() -> None:
    with pytest.raises(UnknownName, match="klingon"):
        read_source("-", io.BytesIO(b"x"), encoding="klingon")


def test_a_text_has_an_origin(tmp_path: Path) -> None:
    origin = read_source(written(tmp_path, LATIN.encode(), "a.md")).origin

    assert origin == Origin(
        media_type="text/markdown",
        encoding="utf-8",
        encoding_from="utf-8",
        raw_sha256=hashlib.sha256(LATIN.encode()).hexdigest(),
    )


def test_standard_input_is_read_by_its_first_bytes() -> None:
    document = read_source(
        "-", io.BytesIO(page(f"<article><h1>Ferry</h1><p>{STORY}</p></article>"))
    )

    assert (document.name, document.text) == ("-", f"Ferry\n\n{STORY}")


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("https://x.example/a", True),
        ("HTTP://x.example", True),
        ("http:/x", False),
        ("a.txt", False),
        ("ftp://x.example/a", False),
        ("", False),
    ],
)
def test_an_address_of_the_web_is_told_from_a_path(source: str, is_one: bool) -> None:
    assert is_address(source) == is_one


LIBRARIES = {
    "page": (page(STORY), "lxml", "pages"),
    "pdf": (pdf(lines(STORY)), "pypdf", "pdf"),
    "word": (word(p(STORY)), "docx", "docx"),
    "feed": (rss("<title>x</title>"), "feedparser", "feeds"),
}


@pytest.mark.parametrize("case", LIBRARIES.values(), ids=LIBRARIES)
def test_a_library_that_is_not_installed_is_named_with_its_command(
    case: tuple[bytes, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, library, extra = case
    original = importlib.import_module

    def missing(name: str, *rest: object) -> object:
        if name.partition(".")[0] == library:
            raise ModuleNotFoundError(f"No module named {library!r}", name=library)
        return original(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    monkeypatch.setattr(extras, "installed_from", lambda: "/desk/summarizer")

    with pytest.raises(MissingExtra) as caught:
        [load() for _, load in articles_of(Raw(raw, "article"))]

    command = "pip install '/desk/summarizer[newsroom]'"
    assert caught.value.remedy == f"Run: {command} (or only [{extra}])"
    assert "\n" not in str(caught.value)


RECORDS = {
    "a checkout": ('{{"url": "file://{at}/a%20desk"}}', "{at}/a desk"),
    "a checkout that is gone": ('{{"url": "file://{at}/gone"}}', "summarizer"),
    "an index": ("", "summarizer"),
    "an archive": ('{{"url": "https://x.example/summarizer.whl"}}', "summarizer"),
    "nonsense": ("[]", "summarizer"),
}


@pytest.mark.parametrize("case", RECORDS.values(), ids=RECORDS)
def test_the_command_names_where_the_program_came_from(
    case: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, place = (part.format(at=tmp_path) for part in case)
    (tmp_path / "a desk").mkdir()
    installed = SimpleNamespace(read_text=lambda _: record or None)
    monkeypatch.setattr(extras.metadata, "distribution", lambda _: installed)

    assert extras.installed_from() == place


@pytest.mark.parametrize(
    ("raw", "message"),
    [(b"", "nothing"), (b" \r\n\t", "white space"), (b"\xef\xbb\xbf\n", "white space")],
    ids=["empty", "white-space", "byte-order-mark-only"],
)
def test_a_source_without_text_is_empty(tmp_path: Path, raw: bytes, message: str) -> None:
    with pytest.raises(SourceEmpty, match=message):
        read_source(written(tmp_path, raw))


def test_a_device_without_text_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        read_source(os.devnull)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent.txt", "there is no such file"),
        ("", "is a directory"),
        ("file.txt/below", "not a directory"),
        ("x" * 300, "too long"),
        ("nul\0name", "null"),
    ],
    ids=["absent", "directory", "below-a-file", "long-name", "nul-in-name"],
)
def test_a_source_that_cannot_be_opened_is_missing(tmp_path: Path, name: str, message: str) -> None:
    written(tmp_path, b"text", "file.txt")

    with pytest.raises(SourceMissing) as caught:
        read_source(tmp_path / name)

    assert message in caught.value.message.lower()
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "source", ["ftp://coast.example/a", "www.coast.example/ferry", "https:/coast.example", "HTTP:x"]
)
def test_what_was_meant_as_an_address_is_told_how_one_begins(source: str) -> None:
    with pytest.raises(SourceMissing, match=r"begins with https://"):
        read_source(source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, b"text")
    path.chmod(0)

    with pytest.raises(SourceMissing, match="permission denied"):
        read_source(path)


def test_a_refused_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading.os, "stat", refuse)

    with pytest.raises(SourceMissing, match="permission denied"):
        read_source(written(tmp_path, b"text"))


def test_a_loop_of_links_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(SourceMissing, match="symbolic links"):
        read_source(tmp_path / "a")


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)

    with pytest.raises(SourceTooLong, match="20 MB"):
        read_source(path)


@pytest.mark.parametrize("source", ["-", "/dev/zero"], ids=["stdin", "device"])
def test_a_stream_that_never_ends_is_refused(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3_000_000)

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * size

    with pytest.raises(SourceTooLong, match="3 MB"):
        read_source(source, Endless())  # type: ignore[arg-type]


def test_a_source_of_exactly_the_limit_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 4)

    assert read_source(written(tmp_path, b"four")).text == "four"


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"ferry " * 50_000,))
    writer.start()

    document = read_source(pipe)
    writer.join()

    assert len(document.text) == 300_000


def test_a_pipe_without_a_writer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PIPE_PATIENCE_S", 0.01)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(SourceMissing, match="nobody wrote"):
        read_source(pipe)


@pytest.mark.parametrize(
    ("command", "said"),
    [("printf 'The ferry\\r\\nsank.'", "'The ferry\\r\\nsank.'"), ("true", "SourceEmpty")],
    ids=["text", "nothing"],
)
@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="process substitution needs bash")
def test_process_substitution_is_read(command: str, said: str) -> None:
    program = (
        "import sys; from summarizer.document.reading import read_source\n"
        "try: print(repr(read_source(sys.argv[1]).text))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    shell = ["/bin/bash", "-c", f'"$0" -c "$1" <({command})', sys.executable, program]

    ran = subprocess.run(shell, capture_output=True, check=True, timeout=20, text=True)

    assert ran.stdout.strip() == said


def test_a_closed_standard_input_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(SourceMissing, match="closed"):
        read_source("-")


def test_a_directory_as_standard_input_is_missing(tmp_path: Path) -> None:
    with io.FileIO(os.devnull) as stream:
        descriptor = os.open(tmp_path, os.O_RDONLY)
        os.dup2(descriptor, stream.fileno())
        os.close(descriptor)

        with pytest.raises(SourceMissing, match="is a directory"):
            read_source("-", stream)  # type: ignore[arg-type]
