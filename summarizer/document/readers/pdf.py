"""A PDF file into an article: the text that its pages show, in paragraphs.

pypdf reads it: of the well-kept readers it is the one whose memory no file can corrupt, being all
Python. On the files of the tests it orders text as PDFium does; pdfminer.six broke justified lines
apart. Text comes in the order in which the file paints it, which is the reading order wherever a
program wrote the file from an article.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.extras import need
from summarizer.document.readers.pdf_lines import Line, cleaned, paragraphs, without_edges
from summarizer.document.readers.pdf_paint import Box, Clock, Painter, TooLong
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty, SourceNotText, SourceTooLong

MOST_PAGES = 500
SECONDS = 60.0
"""An article has a few pages; a page takes 0.05 s."""

_PAPER: Box = (0.0, 0.0, 595.0, 842.0)
_SCANNED = 0.5  # of the page, covered by pictures
_FILE_NAME = re.compile(r"\.\w{2,5}\Z|\A(?:Microsoft Word - |untitled|about:blank)", re.IGNORECASE)
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read_pdf(raw: Raw, media_type: str = "application/pdf") -> Content:
    """Read a PDF file.

    Raises SourceNotText for a broken or locked one, SourceTooLong for one that has more pages than
    an article or does not end, SourceEmpty for one of pictures only.
    """
    need("pypdf", "pdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _read(raw, media_type)
    except TooLong:
        raise _too_long(raw, "its pages do not end") from None
    except (SourceEmpty, SourceNotText, SourceTooLong):
        raise
    except (Exception, RecursionError) as error:  # whatever a broken file makes of the library
        raise _broken(raw) from error


def _broken(raw: Raw) -> SourceNotText:
    return SourceNotText(
        "it is a PDF file that cannot be read: it is broken",
        document=raw.name,
        remedy="Print it to PDF anew, or give its text as plain text",
    )


def _too_long(raw: Raw, message: str) -> SourceTooLong:
    return SourceTooLong(
        message, document=raw.name, remedy="Give the pages of one article, not a volume"
    )


def _read(raw: Raw, media_type: str) -> Content:
    clock = Clock(time.monotonic() + SECONDS)
    shown = _pages(raw, clock)
    unseen = _pages(raw, clock, inverse=True) if any(page.hidden for page in shown) else []
    lines, edges = without_edges([line for page in shown for line in page.lines])
    text = "\n\n".join(paragraphs(lines))
    if not text.strip():
        raise _without_text(raw, shown)
    facts = _facts(raw)
    notes = (
        ("its text was recognised in pictures of pages (OCR)",) if any(p.ocr for p in shown) else ()
    )
    origin = replace(
        raw.origin(media_type),
        title=facts.title,
        authors=facts.authors,
        modified=facts.modified,
        removed=(
            *removed("header", (line.text for line in edges)),
            *removed("hidden", (" ".join(line.text for line in page.lines) for page in unseen)),
            *removed("comment", facts.annotations),
        ),
        notes=notes,
    )
    return Content(text, origin)


def _without_text(raw: Raw, pages: list[_Page]) -> SourceEmpty:
    if any(page.pictures for page in pages):
        return SourceEmpty(
            "its pages are pictures, there is no text in it",
            document=raw.name,
            remedy="Recognise the text first (OCR), for example: ocrmypdf scan.pdf article.pdf",
        )
    return SourceEmpty("there is no text in the PDF file that a reader sees", document=raw.name)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, the count of hidden pieces, and whether it is a scanned one."""

    lines: list[Line]
    hidden: int
    pictures: bool
    ocr: bool


def _opened(raw: Raw) -> Any:
    """The file, unlocked where no password is needed."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(raw.body), strict=False)
    if reader.is_encrypted:
        try:
            opened = bool(reader.decrypt(""))
        except Exception:  # a cipher that is not installed, or that there is not
            opened = False
        if not opened:
            raise SourceNotText(
                "it is a PDF file locked with a password",
                document=raw.name,
                remedy="Save it without one, or give its text as plain text",
            )
    if len(reader.pages) > MOST_PAGES:
        raise _too_long(raw, f"it has {len(reader.pages):,} pages; {MOST_PAGES} are read at most")
    return reader


def _pages(raw: Raw, clock: Clock, *, inverse: bool = False) -> list[_Page]:
    """Every page's visible text; with ``inverse`` what is hidden instead."""
    found = []
    for number, page in enumerate(_opened(raw).pages):
        found.append(_page(page, number, clock, inverse=inverse, ocr=False))
    scanned = {
        n for n, page in enumerate(found) if page.pictures and page.hidden and not page.lines
    }
    if inverse or not scanned:
        return found
    pages = _opened(raw).pages
    for number in scanned:
        found[number] = _page(pages[number], number, clock, inverse=False, ocr=True)
    return found


def _page(page: Any, number: int, clock: Clock, *, inverse: bool, ocr: bool) -> _Page:
    box = _box(page)
    resources = page.get("/Resources")
    resources = resources.get_object() if resources is not None else {}
    painter = Painter(box, resources, clock, inverse=inverse, ocr=ocr)
    gathered = _Gatherer(number, box)
    page.extract_text(
        visitor_operand_before=painter.before,
        visitor_operand_after=painter.after,
        visitor_text=gathered.take,
    )
    scanned = painter.pictures >= _SCANNED
    lines = gathered.lines()
    return _Page(lines, painter.hidden, scanned, ocr and bool(lines))


def _box(page: Any) -> Box:
    """The visible part of a page; A4 where it does not say."""
    try:
        box = page.cropbox
        found = (float(box.left), float(box.bottom), float(box.right), float(box.top))
    except Exception:
        return _PAPER
    return found if found[2] - found[0] > 1 and found[3] - found[1] > 1 else _PAPER


class _Gatherer:
    """Puts the pieces that pypdf gives together to lines."""

    def __init__(self, number: int, box: Box) -> None:
        self._number, self._box = number, box
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._first: tuple[float, float, float] | None = None

    def take(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """A piece of text and where it begins."""
        del font
        for count, part in enumerate(text.split("\n")):
            if count:
                self._end()
            if part.strip() and self._first is None:
                scale = (
                    abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])) ** 0.5
                )
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                self._first = (x, y, abs(size) * scale or 1.0)
            self._parts.append(part)

    def lines(self) -> list[Line]:
        self._end()
        return self._lines

    def _end(self) -> None:
        text = cleaned("".join(self._parts))
        if text and self._first is not None:
            x, y, size = self._first
            left, bottom, _, top = self._box
            self._lines.append(Line(text, self._number, x - left, y - bottom, size, top - bottom))
        self._parts, self._first = [], None


@dataclass(frozen=True, slots=True)
class _Facts:
    title: str = ""
    authors: tuple[str, ...] = ()
    modified: str = ""
    annotations: tuple[str, ...] = ()


def _facts(raw: Raw) -> _Facts:
    """What the file says of itself; nothing where that is broken."""
    try:
        reader = _opened(raw)
        facts = reader.metadata or {}
        title = _line(facts.get("/Title"))
        author = _line(facts.get("/Author"))
        dated = _DATE.match(_line(facts.get("/ModDate") or facts.get("/CreationDate")))
        return _Facts(
            "" if _FILE_NAME.search(title) else title,
            (author,) if author else (),
            "-".join(dated.groups()) if dated else "",
            tuple(_annotations(reader)),
        )
    except Exception:
        return _Facts()


def _annotations(reader: Any) -> Iterator[str]:
    for page in reader.pages:
        for annotation in page.get("/Annots") or []:
            content = annotation.get_object().get("/Contents")
            if content:
                yield str(content)


def _line(value: Any) -> str:
    return " ".join(str(value).split())[:400] if value is not None else ""
