"""The figures as a table: RFC 4180, comma, CR LF, UTF-8, one header, a row for each figure.

``low`` and ``high`` are plain decimal numbers and ``start`` and ``end`` offsets in code points, all
written by code. Every other cell holds words of an article or of a model, on one line and with
nothing in it that acts, neither on a terminal nor in a spreadsheet: a cell that a spreadsheet would
take for a formula begins with an apostrophe (see ``cell``).

There is no byte order mark in what is rendered; a file that the command writes has one, because
Excel reads UTF-8 only then (readers: ``utf-8-sig``).
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from summarizer.render import wording
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import FigureItem, Summary

COLUMNS = (
    "document",
    "figure",
    "text",
    "low",
    "high",
    "unit",
    "change",
    "kind",
    "measures",
    "as_of",
    "speaker",
    "status",
    "conflict",
    "sentence",
    "start",
    "end",
    "context",
    "title",
    "published",
    "url",
    "document_sha256",
)
"""Stable: new columns come at the end."""

LINE_END = "\r\n"

# What Excel, LibreOffice and Sheets take for the beginning of a formula: OWASP, "CSV Injection".
# Their full-width forms too, which some of them fold. A cell that is cut at a semicolon, as a
# spreadsheet does where the comma is the decimal sign, begins anew after it.
_FORMULA = re.compile(
    "(^|;)([ '\"\u00a0\u2000-\u200d\u202f\u3000\ufe0f]{0,100})(?=[=+@＝＋－＠﹢﹣﹦﹫-])"
)
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,\u00a0 ]{0,30} ?%?")


def render(summary: Summary, document: Document | None, view: View) -> str:
    """Header and rows, CR LF between them and none after the last.

    With the document, ``context`` is the sentence that the figure stands in; without it the
    evidence's own words.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(COLUMNS)
    clashes = _conflicts(summary)
    for figure in summary.figures:
        writer.writerow(_row(summary, document, figure, clashes.get(figure.id, "")))
    return buffer.getvalue().removesuffix(LINE_END)


def under_header(table: str, *, first: bool) -> str:
    """The table as lines of a larger one that a line end will follow: one header for all of them.

    Empty where there is nothing to add.
    """
    rows = table if first else table.partition(LINE_END)[2]
    return rows and rows + LINE_END.removesuffix("\n")


def cell(text: str) -> str:
    """The words as a cell that is text in every spreadsheet.

    An apostrophe stands before what would begin a formula. A number keeps its sign: it is one.
    """
    line = inert(text).strip(" ")
    if _NUMBER.fullmatch(line):
        return line
    return _FORMULA.sub(r"\1'\2", line)


def _row(
    summary: Summary, document: Document | None, figure: FigureItem, conflict: str
) -> list[str]:
    made, source = summary.provenance, summary.source
    piece = figure.evidence[0] if figure.evidence else None
    sentence = document.sentence_at(piece.start) if document and piece else None
    context = sentence.text if sentence else (piece.quote if piece else "")
    place = (piece.sentence, piece.start, piece.end) if piece else ("", "", "")
    words = (
        figure.unit,
        wording.CHANGES.get(figure.change, figure.change),
        figure.kind,
        figure.measures,
        figure.as_of,
    )
    said = (figure.speaker or "", figure.status, conflict)
    origin = (source.title, source.published, source.url)
    return [
        *map(cell, (made.document, figure.id, figure.text)),
        f"{figure.low:f}",
        f"{figure.high:f}",
        *map(cell, (*words, *said)),
        *map(str, place),
        *map(cell, (context, *origin)),
        made.document_sha256,
    ]


def _conflicts(summary: Summary) -> dict[str, str]:
    """What each figure that sources disagree about is in conflict over."""
    found: dict[str, str] = {}
    for conflict in summary.conflicts:
        for side in conflict.sides:
            if side.figure:
                found[side.figure] = f"{conflict.about}: {wording.verdict_of(conflict)}"
    return found
