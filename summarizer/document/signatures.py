"""What kind of file some bytes are, by how they begin."""

from __future__ import annotations

PDF = "a PDF file"
WORD = "a Word document"
ZIP = "a ZIP archive"
GZIP = "a gzip archive"
OLD_OFFICE = "an old Office document"
RTF = "an RTF document"
OPEN_DOCUMENT = "an OpenDocument file"
TO_SAVE_ANEW = (OLD_OFFICE, RTF, OPEN_DOCUMENT)
"""Articles of word processors, which save them in a format that is read."""

_ZIP_HEAD = 4_000  # bytes in which the first entries of a ZIP archive are named
_PDF_HEAD = 1_024  # bytes in which a PDF's mark may stand: what readers of the format accept

# What files of other kinds begin with (from the formats' own specifications); after an offset
# where the mark stands further in.
_KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", PDF),
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (0, b"{\\rtf", RTF),
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
    (0, b"\x1f\x8b", GZIP),
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
    (b"word/", WORD),
    (b"epub+zip", "an EPUB book"),
    (b"oasis.opendocument", OPEN_DOCUMENT),
    (b"xl/", "a spreadsheet"),
    (b"ppt/", "a presentation"),
)


def signature(raw: bytes) -> str:
    """What kind of binary file it is, in words, by its first bytes; "" for none known here."""
    found = next((kind for at, mark, kind in _KINDS if raw[at : at + len(mark)] == mark), "")
    if found == ZIP:
        return next((kind for name, kind in _ZIPPED if name in raw[:_ZIP_HEAD]), found)
    if not found and b"%PDF-" in raw[:_PDF_HEAD] and b"\nendobj" in raw.replace(b"\r", b"\n"):
        return PDF  # some writers put a few bytes before the mark
    return found
