"""A PDF file into an article: what its pages show, in paragraphs; and what they hide, reported."""

from __future__ import annotations

import pypdf
import pytest

from summarizer.document import Document, read_bytes
from summarizer.document.readers import pdf as reader
from summarizer.document.readers.pdf_lines import Line, paragraphs, without_edges
from summarizer.document.readers.pdf_paint import Clock
from summarizer.errors import SourceEmpty, SourceNotText, SourceTooLong

from .files import SECRET, STORY, assembled, lines, pdf, stream

PICTURE = stream(
    "x",
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
)
ON_PAGE = "q 595 0 0 842 0 0 cm /X1 Do Q "
X1 = "/XObject << /X1 100 0 R >>"
FAINT = "/ExtGState << /G1 << /ca 0 >> >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"


def read(raw: bytes) -> Document:
    return read_bytes(raw, name="a.pdf")


def hidden(document: Document) -> str:
    return next((part.sample for part in document.origin.removed if part.kind == "hidden"), "")


def test_lines_are_put_together_to_paragraphs() -> None:
    first = lines("The ferry ran aground off Tolmar,", "the coastguard said on Tuesday.")
    second = lines("Nobody was hurt, and the oper-", "ator will not comment.", top=700)

    assert read(pdf(first + second)).text == (
        "The ferry ran aground off Tolmar, the coastguard said on Tuesday.\n\n"
        "Nobody was hurt, and the operator will not comment."
    )


HIDING = {
    "render mode": {"before": "3 Tr"},
    "white": {"before": "1 g"},
    "nearly white": {"before": "0.97 0.98 0.97 rg"},
    "no ink": {"before": "0 0 0 0 k"},
    "colour of the box": {"before": "0.2 0.3 0.4 rg 50 580 400 60 re f"},
    "opacity": {"before": "/G1 gs"},
    "tiny": {"size": 0.5},
    "above the page": {"top": 900},
    "beside the page": {"x": 700},
    "scaled away": {"before": "0.01 0 0 0.01 100 100 cm"},
}


@pytest.mark.parametrize("case", HIDING.values(), ids=HIDING)
def test_text_that_no_reader_sees_is_left_out_and_reported(case: dict[str, object]) -> None:
    secret = lines(SECRET, **{"top": 600, **case})  # type: ignore[arg-type]
    document = read(
        pdf(lines(STORY) + f"q {secret} Q" + lines("Nobody was hurt.", top=500), resources=FAINT)
    )

    assert document.text == f"{STORY}\n\nNobody was hurt."
    assert hidden(document) == SECRET


SHOWING = {
    "white on black": "0 g 60 580 400 60 re f 1 g",
    "white on a picture": f"{ON_PAGE} 1 g",
    "white, filled and stroked": "1 g 2 Tr",
    "a colour": "0.8 0.1 0.1 rg",
    "a pattern": "/Pattern cs /P1 scn",
    "mode set back": "3 Tr 0 Tr",
    "mode of an outer state": "q 3 Tr Q",
    "operands that are none": "(x) Tr /no gs",
}


@pytest.mark.parametrize("before", SHOWING.values(), ids=SHOWING)
def test_text_that_is_seen_stays(before: str) -> None:
    document = read(
        pdf(
            lines(STORY) + lines(SECRET, top=600, before=before),
            resources=X1,
            objects={100: PICTURE},
        )
    )

    assert SECRET in document.text
    assert not hidden(document)


def test_what_is_hidden_in_a_form_is_hidden_and_does_not_outlast_it() -> None:
    form = stream(lines(SECRET, top=600, before="3 Tr"), FORM)
    document = read(
        pdf(
            lines(STORY) + "/X1 Do " + lines("Nobody was hurt.", top=500),
            resources=X1,
            objects={100: form},
        )
    )

    assert document.text == f"{STORY}\n\nNobody was hurt."
    assert hidden(document) == SECRET


def test_the_text_of_a_scanned_page_is_read_and_its_making_told() -> None:
    document = read(
        pdf(ON_PAGE + lines(STORY, before="3 Tr"), resources=X1, objects={100: PICTURE})
    )

    assert document.text == STORY
    assert document.origin.notes == ("its text was recognised in pictures of pages (OCR)",)


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        lines("Coast News, 3 March", top=820)
        + lines(f"Part {n} of the story.")
        + lines(f"{n}", top=30)
        for n in (1, 2, 3)
    ]
    document = read(pdf(*pages))

    assert document.text == "Part 1 of the story.\n\nPart 2 of the story.\n\nPart 3 of the story."
    assert [(part.kind, part.count) for part in document.origin.removed] == [("header", 6)]


def test_notes_in_the_margin_are_reported_and_no_text() -> None:
    raw = pdf(lines(STORY), resources="").replace(
        b"/Parent 2 0 R", b"/Parent 2 0 R /Annots [<< /Subtype /Text /Contents (Check this!) >>]"
    )
    document = read(raw)

    assert document.text == STORY
    assert ("comment", "Check this!") in [
        (part.kind, part.sample) for part in document.origin.removed
    ]


def test_title_author_and_date_are_those_of_the_file() -> None:
    found = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: b"<< /Title (Ferry report) /Author (Lena Ostrow) /ModDate (D:20260303101500Z) >>",
        10: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>",
        11: stream(lines(STORY)),
    }
    document = read(assembled(found, "/Info 4 0 R"))

    assert document.origin.title == "Ferry report"
    assert document.origin.authors == ("Lena Ostrow",)
    assert document.origin.modified == "2026-03-03"
    assert document.date is None  # when a file was made is not when an article was published


def locked(password: str) -> bytes:
    import io

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(lines(STORY))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert read(locked("")).text == STORY


LOOPING = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
}
REFUSED = {
    "password": (lambda: locked("secret"), SourceNotText, "locked with a password"),
    "scanned": (lambda: pdf(ON_PAGE, resources=X1, objects={100: PICTURE}), SourceEmpty, "OCR"),
    "no text": (lambda: pdf("0 0 m 9 9 l S"), SourceEmpty, "no text in the PDF"),
    "no pages": (pdf, SourceEmpty, "no text in the PDF"),
    "all hidden": (lambda: pdf(lines(SECRET, before="3 Tr")), SourceEmpty, "that a reader sees"),
    "cut off": (lambda: b"%PDF-1.7\n1 0 obj <<", SourceNotText, "broken"),
    "pages in a loop": (lambda: assembled(LOOPING), SourceNotText, "broken"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_says_why(case: tuple[object, type[Exception], str]) -> None:
    make, error, message = case

    with pytest.raises(error) as caught:
        read(make())  # type: ignore[operator]

    assert message in str(caught.value)


def test_a_form_that_paints_itself_ends() -> None:
    form = stream(lines("Again.") + " /X1 Do", FORM[:-2] + " /XObject << /X1 100 0 R >> >>")

    assert STORY in read(pdf(lines(STORY) + "/X1 Do", resources=X1, objects={100: form})).text


def test_a_volume_is_refused_by_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PAGES", 2)

    with pytest.raises(SourceTooLong, match="3 pages"):
        read(pdf(*[lines("x")] * 3))


def test_pages_that_do_not_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "Clock", lambda ends: Clock(ends, operators=3))

    with pytest.raises(SourceTooLong, match="do not end"):
        read(pdf(lines(STORY)))


def line(text: str, y: float, x: float = 72, size: float = 10, page: int = 0) -> Line:
    return Line(text, page, x, y, size, 842)


COLUMNS = {
    "one column into the next": (
        [line("It was on its", 120), line("way from the", 108), line("island.", 780, x=300)],
        ["It was on its way from the island."],
    ),
    "a new page": (
        [line("It ended there.", 60), line("Then more came.", 780, page=1)],
        ["It ended there.", "Then more came."],
    ),
    "a larger heading": (
        [line("What is known", 700, size=14), line("Little so far.", 684)],
        ["What is known", "Little so far."],
    ),
    "an indented first line": (
        [
            line("One line of text here", 700),
            line("that ends.", 688),
            line("A new one", 676, x=84),
            line("goes on.", 664),
        ],
        ["One line of text here that ends.", "A new one goes on."],
    ),
    "items": (
        [line("Ports:", 700), line("• Tolmar", 688), line("• Lisk", 676)],
        ["Ports:", "• Tolmar", "• Lisk"],
    ),
    "a compound": (
        [line("They are twenty-", 700), line("four in all.", 688)],
        ["They are twenty-four in all."],
    ),
    "a range": ([line("From 2020-", 700), line("2024 it ran.", 688)], ["From 2020-2024 it ran."]),
    "a shared second part": (
        [line("Die Nord-", 700), line("und Südküste.", 688)],
        ["Die Nord- und Südküste."],
    ),
}


@pytest.mark.parametrize("case", COLUMNS.values(), ids=COLUMNS)
def test_lines_become_paragraphs(case: tuple[list[Line], list[str]]) -> None:
    given, expected = case

    assert paragraphs(given) == expected


def test_a_single_page_keeps_its_first_and_last_line() -> None:
    given = [
        line("Ferry runs aground", 820),
        line("It sank.", 700),
        line("By Lena Ostrow", 30),
        line("1", 20),
    ]

    kept, edges = without_edges(given)

    assert [each.text for each in kept] == ["Ferry runs aground", "It sank.", "By Lena Ostrow"]
    assert [each.text for each in edges] == ["1"]
