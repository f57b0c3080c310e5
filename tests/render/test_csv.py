from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.render import render
from summarizer.render.csv import COLUMNS, cell, under_header
from summarizer.summary import FigureItem, Summary
from tests.hostile import payloads

from .drafts import SUMMARIES, hostile_source
from .sample import DOCUMENT, empty_summary, evidence, full_summary, provenance

PAYLOADS = payloads("csv") | payloads("terminal")
# RFC 4180, section 2, with the line ends of items 1 and 2.
FIELD = r'(?:[^",\r\n]*|"(?:[^"]|"")*")'
RECORD = rf"{FIELD}(?:,{FIELD}){{{len(COLUMNS) - 1}}}"
TABLE = re.compile(rf"{RECORD}(?:\r\n{RECORD})*")
# What the readers of tables take for a formula, as OWASP lists it, blanks and quotes before it.
FORMULA = re.compile(r"[\s\"\u200b-\u200f\ufeff\xa0]*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d[\d.,\s]*%?")


def table_of(summary: Summary, document: Document | None = DOCUMENT) -> list[dict[str, str]]:
    """Read back by Python's csv, strictly."""
    shown = render(summary, document, "csv")
    return list(csv.DictReader(io.StringIO(shown, newline=""), strict=True))


def acts(text: str) -> bool:
    """Whether a spreadsheet would see a formula in a cell: also in what it cuts at a semicolon."""
    pieces = [text, *text.split(";"), *text.split("\t"), *text.splitlines()]
    return any(FORMULA.match(piece) and not NUMBER.fullmatch(piece) for piece in pieces)


def test_a_row_holds_what_the_figure_says_and_where() -> None:
    first, second = table_of(full_summary(provenance=provenance(document="dam.txt")))
    assert first == {
        "document": "dam.txt",
        "figure": "F1",
        "text": "about 1,200",
        "low": "1200",
        "high": "1200",
        "unit": "",
        "change": "about",
        "kind": "count",
        "measures": "households",
        "as_of": "2025-03-03",
        "speaker": "The water board",
        "status": "stated",
        "conflict": "households without power: cannot all be true",
        "sentence": "2",
        "start": "80",
        "end": "91",
        "context": "The water board said on Monday that about 1,200 households had lost power.",
        "title": "Dam repairs in Orlen may take until autumn",
        "published": "2025-03-04T08:15:00+01:00",
        "url": "https://orlenpost.example/2025/dam",
        "document_sha256": DOCUMENT.sha256,
    }
    assert second["change"] == "at least"


def test_offsets_lead_to_the_figure() -> None:
    for row in table_of(full_summary()):
        assert DOCUMENT.text[int(row["start"]) : int(row["end"])] == row["text"]


def test_without_the_article_the_context_is_the_figure_itself() -> None:
    assert table_of(full_summary(), None)[0]["context"] == "about 1,200"


def test_a_summary_without_figures_is_a_header() -> None:
    assert render(empty_summary(), None, "csv") == ",".join(COLUMNS)


@settings(max_examples=60)
@given(SUMMARIES)
def test_whatever_was_summarised_the_table_keeps_to_the_rfc(
    made: tuple[Summary, Document],
) -> None:
    shown = render(*made, "csv")
    assert TABLE.fullmatch(shown)
    rows = table_of(*made)
    assert [row["figure"] for row in rows] == [figure.id for figure in made[0].figures]
    for row in rows:
        assert not any(acts(text) for text in row.values() if text is not None)


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS)
def test_no_cell_acts_and_no_cell_is_cut(words: str) -> None:
    summary = full_summary(
        figures=(hostile_figure(words),),
        conflicts=(),
        source=hostile_source(words),
        provenance=provenance(document=words),
    )
    shown = render(summary, DOCUMENT, "csv")
    [row] = table_of(summary)

    assert TABLE.fullmatch(shown)
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]", shown)
    for name in ("document", "text", "unit", "measures", "speaker", "title", "url"):
        assert not acts(row[name]), row[name]
    assert (row["low"], row["high"]) == ("-12.5", "-0.5")


def hostile_figure(words: str) -> FigureItem:
    piece = evidence("1,200").model_copy(update={"quote": words})
    return FigureItem(
        id="F1",
        text=words,
        low=Decimal("-12.5"),
        high=Decimal("-0.50").normalize(),
        unit=words,
        measures=words,
        as_of=words,
        speaker=words,
        evidence=(piece,),
    )


@pytest.mark.parametrize("payload", payloads("csv").values(), ids=payloads("csv"))
def test_the_payloads_do_act_where_nothing_is_done(payload: str) -> None:
    """The test of the tests: each payload is a formula for the judge, or hides from it."""
    assert acts(payload) or re.search(
        r"[,\"\u0300-\u036f\u200b-\u200f\x00-\x1f\xad\ufe0f\ufe66']", payload
    )


KEPT = [
    "-5",
    "-12.5 %",
    "+3,200",
    "1,200",
    "about 1,200",
    "3-4",
    "a-b",
    "e=mc2",
    "a; b",
    "– 5",
    "−5",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_number_keeps_its_sign_and_other_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.text(st.sampled_from("=+-@;'\" \t\r\n,1a＝") | st.characters(codec=None)))
def test_no_words_make_a_cell_that_acts(words: str) -> None:
    assert not acts(cell(words))


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1E+9", "1000000000"), ("-0.000001", "-0.000001"), ("1E-7", "0.0000001"), ("12.50", "12.50")],
)
def test_numbers_are_written_out(number: str, shown: str) -> None:
    figure = full_summary().figures[0].model_copy(update={"low": Decimal(number)})
    assert table_of(full_summary(figures=(figure,)))[0]["low"] == shown


def test_several_tables_have_one_header_and_one_kind_of_line_end(tmp_path: Path) -> None:
    tables = [render(s, DOCUMENT, "csv") for s in (full_summary(), empty_summary(), full_summary())]
    lines = [under_header(table, first=at == 0) for at, table in enumerate(tables)]
    file = tmp_path / "figures.csv"
    file.write_bytes("".join(f"{line}\n" for line in lines if line).encode())

    with file.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.reader(stream, strict=True))

    assert [row[1] for row in rows] == ["figure", "F1", "F2", "F1", "F2"]
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
