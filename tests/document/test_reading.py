"""Reading a source: the text exactly as it stands, or one clear line that says why not."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import reading
from summarizer.document.decoding import decode_text
from summarizer.document.reading import read_source
from summarizer.errors import (
    InputError,
    SourceEmpty,
    SourceMissing,
    SourceNotText,
    SourceTooLong,
)

LATIN = "Das Schiff ist gesunken, sagt die Behörde. Die Ursache ist unklar.\n"
CYRILLIC = "Паром затонул у берега, сообщили власти. Причина пока неизвестна.\n"
CHINESE = "渡轮周二沉没，约四十人失踪。原因目前还不清楚。\n"


def written(folder: Path, content: bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return buffer.getvalue()


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


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_without_control_characters_comes_back_or_is_blank(text: str) -> None:
    try:
        assert decode_text(text.encode()) == text
    except SourceEmpty:
        assert not text.strip().strip("\u200b\ufeff").strip()


@given(st.binary())
def test_any_bytes_are_text_or_an_input_error(raw: bytes) -> None:
    try:
        text = decode_text(raw)
    except InputError as error:
        text, said = "", str(error)
    else:
        said = ""

    assert text.encode() == raw if text else said
    assert "\n" not in said


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


BINARY = {
    "pdf": (b"%PDF-1.7\n1 0 obj", "a PDF file", "pdftotext"),
    "zip": (zipped("a.txt"), "a ZIP archive", "plain UTF-8"),
    "word": (zipped("[Content_Types].xml", "word/document.xml"), "a Word document", "plain UTF-8"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", "plain UTF-8"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image", "plain UTF-8"),
    "gzip": (gzip.compress(b"text"), "a gzip archive", "gunzip -c"),
    "rtf": (b"{\\rtf1\\ansi The ferry sank.}", "an RTF document", "plain UTF-8"),
    "mp4": (b"\0\0\0\x20ftypisom", "an MP4 video", "plain UTF-8"),
    "nul": (b"The ferry\0sank off Lagos", "a NUL at byte 9", "plain text in UTF-8"),
    "controls": (b"\x01\x02\x03\x04 ferry \x05\x06\x07\x08", "control characters", "plain text"),
    "utf16": (LATIN.encode("utf-16"), "text in UTF-16", "iconv -f UTF-16 -t UTF-8"),
    "utf16-big": (b"\xfe\xff" + LATIN.encode("utf-16-be"), "text in UTF-16", "iconv -f UTF-16"),
    "utf16-unmarked": (LATIN.encode("utf-16-le"), "text in UTF-16LE", "iconv -f UTF-16LE"),
    "utf32": (LATIN.encode("utf-32"), "text in UTF-32", "iconv -f UTF-32"),
    "latin": (LATIN.encode("cp1252"), "0xF6 at byte 37 (line 1)", "iconv -f WINDOWS-1252"),
    "latin-later": (b"a\nb\n" + LATIN.encode("latin-1"), "at byte 41 (line 3)", "WINDOWS-1252"),
    "cyrillic": (CYRILLIC.encode("cp1251"), "may be WINDOWS-1251", "iconv -f WINDOWS-1251"),
    "chinese": (CHINESE.encode("gb18030"), "may be GB18030", "iconv -f GB18030"),
    "japanese": ("周二に沈没した。".encode("shift_jis"), "not UTF-8", "Find its encoding"),
    "damaged": (LATIN.encode() + b"It\x92s", "0x92 at byte 70 (line 2)", "iconv -c"),
    "cut-off": (LATIN.encode()[:38], "breaks off", "whole file"),
    "surrogate": (b"The \xed\xa0\x80 ferry", "0xED at byte 4", "iconv"),
}


@pytest.mark.parametrize("case", BINARY.values(), ids=BINARY.keys())
def test_what_is_not_utf8_text_is_named_with_a_remedy(
    tmp_path: Path, case: tuple[bytes, str, str]
) -> None:
    raw, message, remedy = case
    path = written(tmp_path, raw, "an article.txt")

    with pytest.raises(SourceNotText) as caught:
        read_source(path)

    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.document == str(path)
    assert "\n" not in str(caught.value)


def test_a_remedy_quotes_the_path_for_a_shell(tmp_path: Path) -> None:
    path = written(tmp_path, LATIN.encode("cp1252"), "it's; rm.txt")

    with pytest.raises(SourceNotText) as caught:
        read_source(path)

    command = caught.value.remedy.partition(": ")[2].replace("article.txt", "/dev/stdout")
    converted = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert converted.stdout.decode() == LATIN


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
