"""A Word document (``.docx``) into an article.

python-docx opens it. Read are the paragraphs, lists and tables in their order, text boxes, and the
notes at the end; tracked insertions are text. Left out and reported are deleted text, hidden text,
comments, headers and footers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.extras import need
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty, SourceNotText, SourceTooLong

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_BYTES = 200_000_000  # unpacked: some hundred pictures; a bomb unpacks to gigabytes
_MOST_XML = 40_000_000  # unpacked, of one part: a text of 2,000 pages has some 15 MB
_MOST_PARTS = 5_000
_DELETED = (f"{_W}del", f"{_W}moveFrom")
_TINY = 3  # half points
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
           f"{_W}softHyphen": "\u00ad"}  # fmt: skip
_EDGES = ("/header", "/footer")
_NOTES = ("/footnotes", "/endnotes")

_Node = Any


def read_word(raw: Raw, media_type: str) -> Content:
    """Read a Word document.

    Raises SourceNotText for a broken one, SourceTooLong for a bomb, SourceEmpty without text.
    """
    _check_archive(raw)
    need("docx", "docx")
    try:
        return _read(raw, media_type)
    except (SourceEmpty, SourceNotText, SourceTooLong):
        raise
    except Exception as error:  # whatever a broken file makes of the library
        raise _broken(raw) from error


def _broken(raw: Raw) -> SourceNotText:
    return SourceNotText(
        "it is a Word document that cannot be read: it is broken",
        document=raw.name,
        remedy="Open it in a word processor and save it anew, or save it as plain text",
    )


def _check_archive(raw: Raw) -> None:
    """Refuse an archive that unpacks to more than a document; the library reads all of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.body)) as archive:
            listed = archive.infolist()
            if (
                "word/document.xml" not in archive.namelist()
                and "[Content_Types].xml" not in archive.namelist()
            ):
                raise _broken(raw)
            too_large = (
                len(listed) > _MOST_PARTS
                or sum(entry.file_size for entry in listed) > _MOST_BYTES
                or any(
                    e.file_size > _MOST_XML
                    for e in listed
                    if e.filename.lower().endswith((".xml", ".rels"))
                )
            )
            if not too_large:
                _refuse_declarations(archive, raw)
    except SourceNotText:
        raise
    except Exception as error:
        raise _broken(raw) from error
    if too_large:
        raise SourceTooLong(
            "it unpacks to more than a document holds",
            document=raw.name,
            remedy="Save it as plain text",
        )


def _refuse_declarations(archive: zipfile.ZipFile, raw: Raw) -> None:
    """No word processor declares entities, and bombs are made of them."""
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                if b"<!DOCTYPE" in part.read(4_000):
                    raise _broken(raw)


def _read(raw: Raw, media_type: str) -> Content:
    import docx

    document = docx.Document(io.BytesIO(raw.body))
    reader = _Reader(_styles(document))
    reader.read(document.element.body)
    notes = _Reader(reader.styles)
    for part in _parts(document, _NOTES):
        notes.read(part)
    text = _joined(reader.paragraphs + [p for p in notes.paragraphs if p.text.strip()])
    if not text.strip():
        raise SourceEmpty("there is no text in the Word document", document=raw.name)
    facts = _facts(document)
    edges = [_all_text(part) for part in _parts(document, _EDGES)]
    origin = replace(
        raw.origin(media_type),
        title=reader.title or facts.title,
        authors=(facts.author,) if facts.author else (),
        modified=facts.modified,
        removed=(
            *removed("deleted", reader.deleted + notes.deleted),
            *removed("hidden", reader.hidden + notes.hidden),
            *removed(
                "comment", [_all_text(c) for p in _parts(document, ("/comments",)) for c in p]
            ),
            *removed("header", edges),
        ),
    )
    return Content(text, origin)


@dataclass(frozen=True, slots=True)
class _Facts:
    title: str = ""
    author: str = ""
    modified: str = ""


def _facts(document: Any) -> _Facts:
    """What the file says of itself; nothing where it does not (the library would make it up)."""
    if not any(
        rel.reltype.endswith("/core-properties") for rel in document.part.package.rels.values()
    ):
        return _Facts()
    core = document.core_properties
    return _Facts(
        " ".join((core.title or "").split()),
        " ".join((core.author or "").split()),
        core.modified.isoformat() if core.modified else "",
    )


def _parts(document: Any, kinds: tuple[str, ...]) -> Iterator[_Node]:
    """The XML of the parts of some kinds that belong to the document."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(kinds) and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _all_text(node: _Node) -> str:
    return " ".join(text.text or "" for text in node.iter(f"{_W}t"))


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says of its text, and the style it goes on from."""

    name: str = ""
    hidden: bool | None = None
    base: str = ""


def _styles(document: Any) -> dict[str, _Style]:
    found = {}
    for style in document.styles.element.iter(f"{_W}style"):
        name, base = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        found[style.get(f"{_W}styleId") or ""] = _Style(
            (name.get(f"{_W}val") if name is not None else "") or "",
            _vanishes(style.find(f"{_W}rPr")),
            (base.get(f"{_W}val") if base is not None else "") or "",
        )
    return found


def _vanishes(properties: _Node | None) -> bool | None:
    """Whether run properties hide the run; None where they do not say."""
    if properties is None:
        return None
    mark = properties.find(f"{_W}vanish")
    if mark is not None:
        return (mark.get(f"{_W}val") or "true").lower() not in ("0", "false", "off")
    size, colour = properties.find(f"{_W}sz"), properties.find(f"{_W}color")
    half_points = size.get(f"{_W}val", "") if size is not None else ""
    if half_points.isdigit() and int(half_points) <= _TINY:
        return True
    shaded = (
        properties.find(f"{_W}shd") is not None or properties.find(f"{_W}highlight") is not None
    )
    if colour is not None and (colour.get(f"{_W}val") or "").upper() == "FFFFFF" and not shaded:
        return True
    return None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    kind: str  # "item", "row", or "" for a paragraph


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of a document, and keeps what it leaves out."""

    styles: dict[str, _Style]
    paragraphs: list[_Paragraph] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    title: str = ""

    def read(self, body: _Node) -> None:
        """Read the paragraphs and tables below ``body``, in order."""
        todo = list(reversed(body))
        while todo:
            node = todo.pop()
            if node.tag == f"{_W}p":
                self._paragraph(node)
                boxes = [box for box in node.iter(f"{_W}txbxContent") if not _in_fallback(box)]
                todo.extend(child for box in reversed(boxes) for child in reversed(box))
            elif node.tag == f"{_W}tbl":
                self._table(node)
            elif node.tag in _DELETED:
                self.deleted.append(_deleted_text(node))
            elif isinstance(node.tag, str) and node.tag != _FALLBACK:
                todo.extend(reversed(node))

    def _paragraph(self, node: _Node) -> None:
        text = self._text(node).strip(" \t\n")
        if not text:
            return
        style = _style_id(node.find(f"{_W}pPr"), "pStyle")
        name = self.styles.get(style, _Style()).name.lower()
        if name == "title" and not self.title:
            self.title = " ".join(text.split())
        numbered = next(node.iterfind(f"{_W}pPr/{_W}numPr"), None) is not None
        item = (numbered and not name.startswith("heading")) or name.startswith("list")
        self.paragraphs.append(_Paragraph(f"- {text}" if item else text, "item" if item else ""))

    def _table(self, table: _Node) -> None:
        shaded = any(True for _ in table.iter(f"{_W}shd"))
        for row in table.iter(f"{_W}tr"):
            cells = []
            for cell in row.iterfind(f"{_W}tc"):
                lines = [self._text(p, shaded=shaded).strip() for p in cell.iter(f"{_W}p")]
                cells.append(" ".join(line for line in lines if line))
            text = " | ".join(cell for cell in cells if cell)
            if text:
                self.paragraphs.append(_Paragraph(text, "row"))

    def _text(self, paragraph: _Node, *, shaded: bool = False) -> str:
        """The text of a paragraph's runs, without what is deleted, hidden, or in a text box."""
        mine = paragraph.find(f"{_W}pPr")
        by_style = self._hidden_by(_style_id(mine, "pStyle"))
        parts = []
        for run in paragraph.iter(f"{_W}r"):
            outer = [node.tag for node in _until(run, paragraph)]
            if any(tag in _DELETED for tag in outer):
                self.deleted.append(_deleted_text(run))
            elif _FALLBACK in outer or f"{_W}txbxContent" in outer:
                continue
            elif self._is_hidden(run, by_style) and not shaded:
                self.hidden.append(_run_text(run))
            else:
                parts.append(_run_text(run))
        return "".join(parts)

    def _is_hidden(self, run: _Node, by_paragraph: bool | None) -> bool:
        properties = run.find(f"{_W}rPr")
        own = _vanishes(properties)
        if own is None:
            own = self._hidden_by(_style_id(properties, "rStyle"))
        return bool(by_paragraph if own is None else own)

    def _hidden_by(self, style: str) -> bool | None:
        for _ in range(20):
            known = self.styles.get(style)
            if known is None:
                return None
            if known.hidden is not None:
                return known.hidden
            style = known.base
        return None


def _style_id(properties: _Node | None, name: str) -> str:
    node = properties.find(f"{_W}{name}") if properties is not None else None
    return (node.get(f"{_W}val") or "") if node is not None else ""


def _until(node: _Node, top: _Node) -> Iterator[_Node]:
    for outer in node.iterancestors():
        if outer is top:
            return
        yield outer


def _in_fallback(node: _Node) -> bool:
    return any(outer.tag == _FALLBACK for outer in node.iterancestors())


def _run_text(run: _Node) -> str:
    parts = []
    for node in run:
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}br" and node.get(f"{_W}type") in ("page", "column"):
            continue
        else:
            parts.append(_BREAKS.get(node.tag, ""))
    return "".join(parts)


def _deleted_text(node: _Node) -> str:
    return "".join(t.text or "" for t in node.iter(f"{_W}delText", f"{_W}t"))


def _joined(paragraphs: list[_Paragraph]) -> str:
    """Paragraphs with a blank line between them; items and rows line under line."""
    parts: list[str] = []
    previous = ""
    for paragraph in paragraphs:
        tight = paragraph.kind and paragraph.kind == previous
        parts += (["\n" if tight else "\n\n"] if parts else []) + [paragraph.text]
        previous = paragraph.kind
    return "".join(parts)
