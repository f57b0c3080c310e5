"""Which kinds of body are taken, and bodies that are not what their server says."""

from __future__ import annotations

import io
import zipfile

import pytest

from summarizer.document.fetching.media import (
    DOCX,
    PDF,
    check_declared,
    read_type,
    settle_type,
)
from summarizer.errors import FetchUnsupported

PAGE = b"<!DOCTYPE html><p>The ferry sailed.</p>"


def archive(*members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writer:
        for member in members:
            writer.writestr(member, "x")
    return made.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("text/html", ("text/html", "")),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ('text/html; charset="iso-8859-7"', ("text/html", "iso-8859-7")),
        ("text/html;charset=windows-1253;x=y", ("text/html", "windows-1253")),
        ("application/atom+xml;type=entry", ("application/atom+xml", "")),
        ("", ("", "")),
        ("html", ("", "")),
        ("text/html; charset=\x00\x1b", ("text/html", "")),
        ("text/html; charset=ü", ("text/html", "")),
    ],
)
def test_a_header_gives_type_and_charset(header: str, read: tuple[str, str]) -> None:
    assert read_type(header) == read


@pytest.mark.parametrize(
    "kind",
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        DOCX,
        "message/rfc822",
        "application/rss+xml",
        "application/atom+xml",
        "text/xml",
        "application/xml",
        "text/markdown",
        "",
        "application/octet-stream",
    ],
)
def test_what_a_reader_reads_is_taken(kind: str) -> None:
    check_declared(kind)


@pytest.mark.parametrize(
    "kind",
    [
        "image/png",
        "video/mp4",
        "application/json",
        "application/zip",
        "text/css",
        "application/javascript",
        "application/x-msdownload",
        "multipart/form-data",
    ],
)
def test_other_kinds_are_not(kind: str) -> None:
    with pytest.raises(FetchUnsupported, match=kind):
        check_declared(kind)


@pytest.mark.parametrize(
    ("declared", "charset", "body"),
    [
        ("text/html", "", PAGE),
        ("text/html", "", b""),
        ("text/plain", "", b"MZ Novak reports from the harbour"),
        ("text/plain", "utf-16", "The ferry".encode("utf-16-le")),
        ("text/plain", "", "The ferry".encode("utf-16")),
        (PDF, "", b"%PDF-1.7 ..."),
        (PDF, "", b"\n\n%PDF-1.7 1 0 obj\nendobj"),
        (DOCX, "", WORD),
    ],
)
def test_a_body_of_its_kind_is_kept(declared: str, charset: str, body: bytes) -> None:
    assert settle_type(declared, charset, body) == declared


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        ("text/html", b"%PDF-1.7"),
        ("text/html", b"\x89PNG\r\n\x1a\n"),
        ("text/html", b"\xff\xd8\xff\xe0"),
        ("text/plain", b"MZ\x90\x00\x03 a program"),
        ("text/plain", b"\x7fELF"),
        ("text/html", b"\x1f\x8b\x08"),
        ("text/xml", b"PK\x03\x04"),
        ("text/html", b"<p>\x00</p>"),
        (PDF, PAGE),
        (DOCX, PAGE),
        (DOCX, archive("xl/workbook.xml")),
        (DOCX, b"PK\x03\x04 and no more"),
    ],
)
def test_a_body_of_another_kind_is_refused(declared: str, body: bytes) -> None:
    with pytest.raises(FetchUnsupported, match="and the bytes are"):
        settle_type(declared, "", body)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7", PDF),
        (WORD, DOCX),
        (PAGE, "text/html"),
        (b"\xef\xbb\xbf  <HTML>", "text/html"),
        (b"The ferry sailed.", "text/plain"),
        (b'<?xml version="1.0"?><rss></rss>', "application/xml"),
        (b"\xef\xbb\xbf<feed xmlns='x'>", "application/xml"),
    ],
)
@pytest.mark.parametrize("declared", ["", "application/octet-stream"])
def test_the_first_bytes_decide_where_nothing_is_declared(
    declared: str, body: bytes, kind: str
) -> None:
    assert settle_type(declared, "", body) == kind


def test_bytes_that_nobody_declares_or_knows_are_refused() -> None:
    with pytest.raises(FetchUnsupported, match="does not say"):
        settle_type("", "", b"\x00\x01\x02")
