"""Bytes to text: UTF-8 exactly as it stands, or the one clear reason why not.

Nothing is guessed into the text. A likely encoding is named in the remedy only, as the command
that converts it.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from summarizer.document.sentences import BLANK
from summarizer.errors import SourceEmpty, SourceNotText

_SAMPLE = 65_536  # bytes looked at for signs of a binary file
_ZIP_HEAD = 4_000  # bytes in which the first entries of a ZIP archive are named

# What files of other kinds begin with (from the formats' own specifications); after an offset
# where the mark stands further in.
_KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF file"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "a ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "an audio file"),
    (4, b"ftyp", "an MP4 video or a HEIC image"),
    (0, b"ID3\x03", "an audio file"),
    (0, b"ID3\x04", "an audio file"),
    (0, b"OggS\x00", "an audio file"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh91AY", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"GGUF\x03\x00", "the weights of a model"),
)
# Documents that are ZIP archives, by a name that stands near their beginning.
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"epub+zip", "an EPUB book"),
    (b"oasis.opendocument", "an OpenDocument file"),
    (b"xl/", "a spreadsheet"),
)
_TEXT_TOOLS = {
    "a PDF file": "Take its text out first, for example: pdftotext {file} article.txt",
    "a gzip archive": "Unpack it first: gunzip -c {file} > article.txt",
}
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Control characters that text does not hold; tab, line ends, form feed and escape are let through.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b", 0x85})
_CONTROL_SHARE = 0.05
# With fewer bytes above ASCII than this, the text is of a Latin alphabet.
_LATIN_SHARE = 0.25
_MOST = 0.9
_SCRIPT_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class _Source:
    """What the messages name: the document, and the file as a shell would be given it."""

    name: str

    @property
    def file(self) -> str:
        return shlex.quote(self.name) if self.name else "FILE"

    def not_text(self, message: str, remedy: str = "") -> SourceNotText:
        return SourceNotText(message, document=self.name, remedy=remedy)

    def convert(self, encoding: str) -> str:
        return f"Convert it first: iconv -f {encoding} -t UTF-8 {self.file} > article.txt"


def decode_text(raw: bytes, name: str = "") -> str:
    """The text of ``raw``, in which every character stands as it was written.

    Line ends stay as they are, and a byte order mark of UTF-8 stays as U+FEFF. ``name`` is named in
    the errors: SourceEmpty (nothing, or white space only), SourceNotText (binary, UTF-16 and other
    encodings; the message gives the offset of the first bad byte, counted from 0).
    """
    source = _Source(name)
    if not raw:
        raise SourceEmpty("there is nothing in it", document=name)
    _refuse_binary(raw, source)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error, source) from None
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(sample):
        raise source.not_text("it is binary: it is full of control characters")
    if not text.strip(BLANK):
        raise SourceEmpty("there is only white space in it", document=name)
    return text


def _refuse_binary(raw: bytes, source: _Source) -> None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            raise source.not_text(f"it is text in {encoding}, not UTF-8", source.convert(encoding))
    if kind := _kind(raw):
        remedy = _TEXT_TOOLS.get(kind, "Give its text as plain UTF-8")
        raise source.not_text(f"it is {kind}, not text", remedy.format(file=source.file))
    at = raw.find(b"\x00")
    if at < 0:
        return
    if encoding := _wide_encoding(raw[:_SAMPLE]):
        message = f"it looks like text in {encoding}, not UTF-8"
        raise source.not_text(message, source.convert(encoding))
    raise source.not_text(f"it is binary: there is a NUL at byte {at}")


def _kind(raw: bytes) -> str:
    """What kind of file it is, by its first bytes; "" for none that is known here."""
    found = next((kind for at, mark, kind in _KINDS if raw[at : at + len(mark)] == mark), "")
    if found != "a ZIP archive":
        return found
    return next((kind for name, kind in _ZIPPED if name in raw[:_ZIP_HEAD]), found)


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without its mark: every second byte of Latin text is NUL."""
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > _MOST * len(odd) and even.count(0) == 0:
        return "UTF-16LE"
    if even.count(0) > _MOST * len(even) and odd.count(0) == 0:
        return "UTF-16BE"
    return ""


def _not_utf8(raw: bytes, error: UnicodeDecodeError, source: _Source) -> SourceNotText:
    at = error.start
    line = raw.count(b"\n", 0, at) + 1
    where = f"byte {at} (line {line})"
    if "unexpected end" in error.reason:
        message = f"it breaks off in the middle of a character at {where}"
        return source.not_text(message, "Get the whole file again, or remove its last bytes")
    message = f"it is not UTF-8: 0x{raw[at]:02X} at {where}"
    if any(byte > 0x7F for byte in raw[:at]):
        # What came before was good UTF-8 beyond ASCII: the file is damaged, not in another code.
        clean = f"iconv -c -f UTF-8 -t UTF-8 {source.file} > article.txt"
        return source.not_text(message, f"It is damaged there; to leave out what is bad: {clean}")
    encoding = _likely_encoding(raw[:_SAMPLE])
    if encoding:
        return source.not_text(f"{message}; it may be {encoding}", source.convert(encoding))
    return source.not_text(message, "Find its encoding, and convert it to UTF-8 with iconv")


def _likely_encoding(sample: bytes) -> str:
    """A guess for the remedy: Latin, Cyrillic or Chinese, or "" for none."""
    if sum(byte > 0x7F for byte in sample) < _LATIN_SHARE * len(sample):
        return "WINDOWS-1252"
    beyond = [char for char in sample.decode("cp1251", "replace") if char.isalpha()]
    if sum("а" <= char <= "я" for char in beyond) > _SCRIPT_SHARE * len(beyond):
        return "WINDOWS-1251"
    # Nearly all bytes are some character of GB18030; its own full stop and comma are the sign.
    text = sample.decode("gb18030", "replace")
    return "GB18030" if "。" in text or "，" in text else ""
