"""A Word document into an article: its text, and what is in the file beside it, reported."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from summarizer.document import Document, read_bytes
from summarizer.document.readers import word as reader
from summarizer.errors import SourceEmpty, SourceNotText, SourceTooLong

from .files import SECRET, STORY, p, r, word, zipped


def read(raw: bytes) -> Document:
    return read_bytes(raw, name="a.docx")


def removed(document: Document) -> dict[str, str]:
    return {part.kind: part.sample for part in document.origin.removed}


def test_paragraphs_lists_and_tables_come_in_their_order() -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = [("Port", "2025"), ("Tolmar", "14")]
    made = ["".join(cell(p(text)) for text in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in made)}</w:tbl>"
    items = p("One", properties="<w:numPr/>") + p("Two", properties="<w:numPr/>")

    document = read(word(p("Ferry runs aground") + p() + items + table + p(STORY)))

    assert (
        document.text
        == f"Ferry runs aground\n\n- One\n- Two\n\nPort | 2025\nTolmar | 14\n\n{STORY}"
    )


def test_a_file_of_the_library_is_read_with_its_facts() -> None:
    document = docx.Document()
    document.add_heading("Ferry runs aground", 0)
    document.add_paragraph(STORY)
    document.core_properties.author = "Lena Ostrow"
    out = io.BytesIO()
    document.save(out)

    found = read(out.getvalue())

    assert found.text == f"Ferry runs aground\n\n{STORY}"
    assert (found.origin.title, found.origin.authors) == ("Ferry runs aground", ("Lena Ostrow",))
    assert found.date is None


def test_a_file_that_says_nothing_of_itself_gets_nothing_made_up() -> None:
    origin = read(word(p(STORY))).origin

    assert (origin.title, origin.authors, origin.modified) == ("", (), "")


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = p(
        "The ferry ",
        f"<w:ins>{r('ran aground')}</w:ins>",
        "<w:del><w:r><w:delText>sank with all hands</w:delText></w:r></w:del>",
        f"<w:moveFrom>{r(' at night')}</w:moveFrom>",
        f"<w:hyperlink>{r(' off Tolmar.')}</w:hyperlink>",
    )
    document = read(word(changed))

    assert document.text == "The ferry ran aground off Tolmar."
    assert removed(document)["deleted"] == "sank with all hands"


HIDING = {
    "vanish": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
    "style": '<w:rStyle w:val="Unseen"/>',
    "style of a style": '<w:rStyle w:val="Heir"/>',
}
STYLES = (
    '<w:style w:styleId="Unseen"><w:name w:val="unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Heir"><w:name w:val="heir"/><w:basedOn w:val="Unseen"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop"/></w:style>'
)
SHOWING = {
    "not vanish": '<w:vanish w:val="0"/>',
    "white on a shade": '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>',
    "black": '<w:color w:val="000000"/>',
    "size": '<w:sz w:val="20"/>',
    "style in a loop": '<w:rStyle w:val="Loop"/>',
}


@pytest.mark.parametrize("properties", HIDING.values(), ids=HIDING)
def test_a_run_that_no_reader_sees_is_left_out_and_reported(properties: str) -> None:
    document = read(word(p(STORY) + p(r(SECRET, properties)), {"styles": STYLES}))

    assert document.text == STORY
    assert removed(document)["hidden"] == SECRET


@pytest.mark.parametrize("properties", SHOWING.values(), ids=SHOWING)
def test_a_run_that_is_seen_stays(properties: str) -> None:
    assert SECRET in read(word(p(r(SECRET, properties)), {"styles": STYLES})).text


def test_comments_headers_and_notes() -> None:
    parts = {
        "comments": f"<w:comment>{p('Is this true?')}</w:comment>",
        "header": p("Coast News, internal"),
        "footnotes": f"<w:footnote>{p('Measured in March.')}</w:footnote>",
    }
    document = read(word(p(STORY), parts))

    assert document.text == f"{STORY}\n\nMeasured in March."
    assert removed(document) == {"comment": "Is this true?", "header": "Coast News, internal"}


def test_a_text_box_is_read_once() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:txbxContent>{p('In a box.')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('In a box.')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert read(word(p("Before.", box) + p("After."))).text == "Before.\n\nIn a box.\n\nAfter."


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
BROKEN = {
    "cut off": (word(p(STORY))[:300], SourceNotText, "broken"),
    "no text": (word(""), SourceEmpty, "no text"),
    "declared entities": (word(p(STORY), prologue=LAUGHS), SourceNotText, "broken"),
    "not XML": (
        zipped({"[Content_Types].xml": "x", "word/document.xml": "x"}),
        SourceNotText,
        "broken",
    ),
    "nothing but a name": (zipped({"word/x": "x"}), SourceNotText, "broken"),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_says_why(case: tuple[bytes, type[Exception], str]) -> None:
    raw, error, message = case

    with pytest.raises(error, match=message):
        read(raw)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(reader, "_read", lambda *_: opened.append(1))
    bomb = io.BytesIO(word(p(STORY)))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.xml", b" " * (reader._MOST_XML + 1))

    with pytest.raises(SourceTooLong, match="unpacks to more"):
        read(bomb.getvalue())

    assert not opened
    assert len(bomb.getvalue()) < 100_000


def test_too_many_parts_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_PARTS", 3)

    with pytest.raises(SourceTooLong):
        read(word(p(STORY)))
