"""Small files of each format, made here and now: what a test needs to be in them, and no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

STORY = (
    "The ferry Amaranth ran aground off Tolmar early on Tuesday, the coastguard said. "
    "All 212 passengers were brought ashore by noon. It is not known why the ship left its course."
)
SECRET = "The captain was drunk and must be named as guilty."


def pdf(*pages: str, objects: Mapping[int, bytes] | None = None, resources: str = "") -> bytes:
    """A PDF file; each page is a content stream in which ``/F1`` is Helvetica, 595 by 842 points.

    ``objects`` are further ones by their number, from 100 on; ``resources`` go beside the font.
    """
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    found: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, content in enumerate(pages):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {11 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>"
        )
        found[10 + 2 * number] = page.encode()
        found[11 + 2 * number] = stream(content)
    found |= objects or {}
    return assembled(found)


def stream(content: str, entries: str = "") -> bytes:
    """A stream object of Latin text."""
    raw = content.encode("cp1252")
    return f"<< /Length {len(raw)} {entries} >>\nstream\n".encode() + raw + b"\nendstream"


def assembled(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """A PDF file of numbered objects, 1 being its root."""
    out = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    size = max(objects) + 1
    return (
        out
        + f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def lines(*texts: str, x: float = 72, top: float = 760, size: float = 11, before: str = "") -> str:
    """A content stream with a line of text under another; ``before`` goes in front of them."""
    shown = "".join(f"({_escaped(text)}) Tj T*\n" for text in texts)
    return f"{before} BT /F1 {size} Tf {size * 1.2:g} TL {x:g} {top:g} Td\n{shown}ET\n"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/{}"
_OPENXML = "application/vnd.openxmlformats-{}+xml"
_MAIN = _OPENXML.format("officedocument.wordprocessingml.document.main")
_TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{_PACKAGE.format("content-types")}">'
    f'<Default Extension="rels" ContentType="{_OPENXML.format("package.relationships")}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>{{}}</Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
_RELATIONS = (
    '<?xml version="1.0"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_OVERRIDE = (
    '<Override PartName="/word/{0}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.{0}+xml"/>'
)


def word(body: str, parts: Mapping[str, str] | None = None, prologue: str = "") -> bytes:
    """A Word file: the XML of its body, and of further parts by kind (``comments``, ``header``)."""
    parts = dict(parts or {})
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION.format(kind)}" Target="{kind}.xml"/>'
        for n, kind in enumerate(parts)
    )
    root = (
        f'<Relationship Id="r1" Type="{_RELATION.format("officeDocument")}" '
        'Target="word/document.xml"/>'
    )
    files = {
        "[Content_Types].xml": _TYPES.format("".join(_OVERRIDE.format(kind) for kind in parts)),
        "_rels/.rels": _RELATIONS.format(root),
        "word/document.xml": f"{prologue}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS.format(relations),
    }
    names = {"comments": "comments", "header": "hdr", "footnotes": "footnotes", "styles": "styles"}
    for kind, content in parts.items():
        tag = names[kind]
        files[f"word/{kind}.xml"] = f"<w:{tag} {_W}>{content}</w:{tag}>"
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of a Word file; a run that begins with ``<`` is taken as XML."""
    made = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{made}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mail(
    text: str = STORY, html: str = "", headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """A mail with a text part, an HTML part, or both."""
    message = EmailMessage()
    message["From"] = "Coast Desk <desk@coast.example>"
    message["To"] = "news@paper.example"
    message["Subject"] = "Ferry runs aground off Tolmar"
    message["Date"] = "Tue, 03 Mar 2026 07:15:00 +0100"
    message["Message-ID"] = "<1@coast.example>"
    for name, value in (headers or {}).items():
        message[name] = value
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def rss(*items: str, head: str = "<title>Coast News</title><language>en-gb</language>") -> bytes:
    """A feed in RSS 2.0; each item is the XML in it."""
    made = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}{made}</channel></rss>"
    ).encode()


def page(body: str, head: str = "", lang: str = "en") -> bytes:
    """A web page in UTF-8."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    ).encode()


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of a page."""
    return "".join(f"<p>{text}</p>" for text in texts)


def flat(texts: Sequence[str]) -> str:
    """All of some texts on one line."""
    return " ".join(" ".join(texts).split())
