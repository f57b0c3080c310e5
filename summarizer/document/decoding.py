"""Bytes to text: exactly as it stands, in an encoding that is known, or the one reason why not.

What counts as known, in this order: what the user gives; a byte order mark; what the source
declares (a header, the page itself); valid UTF-8; and the guess of ``detection`` where no other
reading fits. Anything less is refused, and the remedy names the likely encoding: a wrong one would
change names and currencies without a trace.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace

from summarizer.document.codecs import codec_of, shown
from summarizer.document.detection import LATIN_SHARE, Guess, detect, escaped_codec
from summarizer.document.sentences import BLANK
from summarizer.document.signatures import GZIP, PDF, TO_SAVE_ANEW, signature
from summarizer.errors import SourceEmpty, SourceNotText, UnknownName

_SAMPLE = 65_536  # bytes looked at for signs of a binary file
_REMEDIES = {
    PDF: "Take its text out first, for example: pdftotext {file} article.txt",
    GZIP: "Unpack it first: gunzip -c {file} > article.txt",
    **dict.fromkeys(TO_SAVE_ANEW, "Save it as .docx or as plain text (UTF-8), and give that"),
}
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
# Control characters that text does not hold; tab, line ends, form feed and escape are let through.
_CONTROLS = {*map(chr, {*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})}
_CONTROL_SHARE = 0.05
_BY_CHANCE = 3  # characters of UTF-8 that another encoding of Latin letters may hold by chance


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said about the encoding of some bytes, "" where nothing is.

    ``given`` by the user, ``header`` by who sent them, ``inside`` by themselves.
    """

    given: str = ""
    header: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, how that was known (see ``Origin``), and what to tell."""

    text: str
    encoding: str
    known_from: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """What the messages name: the document, and the file as a shell would be given it."""

    name: str

    @property
    def file(self) -> str:
        return shlex.quote(self.name) if self.name else "FILE"

    def not_text(self, message: str, remedy: str = "") -> SourceNotText:
        return SourceNotText(message, document=self.name, remedy=remedy)


def decode_text(raw: bytes, name: str = "", declared: Declared = Declared()) -> Decoded:
    """The text of ``raw``, a plain text, in which every character stands as it was written.

    Line ends stay as they are, and a byte order mark stays as U+FEFF. ``name`` is named in the
    errors: SourceEmpty (nothing, or white space only), SourceNotText (binary, damaged, or in an
    encoding that is not sure; the message gives the offset of the first bad byte, counted from 0).
    UnknownName is raised for a given encoding that there is not.
    """
    source = _Source(name)
    if not raw:
        raise SourceEmpty("there is nothing in it", document=name)
    if kind := signature(raw):
        remedy = _REMEDIES.get(kind, "Give its text as plain UTF-8")
        raise source.not_text(f"it is {kind}, not text", remedy.format(file=source.file))
    found = _by_what_is_said(raw, declared, source, strict=True) or _by_itself(
        raw, source, strict=True
    )
    _refuse_controls(found.text[:_SAMPLE], source)
    if not found.text.strip(BLANK):
        raise SourceEmpty("there is only white space in it", document=name)
    return found


def decode_markup(raw: bytes, name: str = "", declared: Declared = Declared()) -> Decoded:
    """The text of a page, a feed or a part of a mail; as ``decode_text``, but not all or nothing.

    Bytes that are not of the declared encoding become U+FFFD, and a note says how many.
    """
    source = _Source(name)
    found = _by_what_is_said(raw, declared, source, strict=False)
    return found or _by_itself(raw, source, strict=False)


def _by_what_is_said(
    raw: bytes, declared: Declared, source: _Source, *, strict: bool
) -> Decoded | None:
    """Decoded as given, marked or declared; None where nothing is, or it is not true."""
    if declared.given:
        return _as_given(raw, declared.given, source)
    for mark, codec in _BYTE_ORDER_MARKS:
        if raw.startswith(mark) and (codec != "utf-8" or not strict):
            return _damaged(raw, codec, "bom", source, strict=strict)
    for said in (declared.header, declared.inside):
        codec = codec_of(said) if said else ""
        if not codec or (said == declared.inside and codec.startswith(("utf-16", "utf-32"))):
            continue  # a declaration that could be read is not in UTF-16
        found = _as_declared(raw, codec, source, strict=strict)
        if found is not None:
            return found
    return None


def _as_given(raw: bytes, label: str, source: _Source) -> Decoded:
    codec = known_codec(label)
    try:
        return Decoded(raw.decode(codec), shown(codec), "given")
    except UnicodeDecodeError as error:
        message = f"it is not {label}: 0x{raw[error.start]:02X} at byte {error.start}"
        raise source.not_text(message, "Give another --encoding, or none") from None


def known_codec(label: str) -> str:
    """What Python calls an encoding that the user names; raises UnknownName."""
    codec = codec_of(label)
    if not codec:
        raise UnknownName(
            f"there is no encoding named {label!r}",
            remedy="Such as utf-8, windows-1252, utf-16, shift_jis, gb18030, koi8-r",
        )
    return codec


def _as_declared(raw: bytes, codec: str, source: _Source, *, strict: bool) -> Decoded | None:
    utf8 = _strictly(raw, "utf-8")
    if utf8 is not None and (codec == "utf-8" or not raw.isascii()) and _one_byte(codec):
        # Whatever byte is some letter in these, while nothing else is valid UTF-8 by chance.
        note = f"it declares {shown(codec)}, and is UTF-8"
        return Decoded(utf8, "utf-8", "utf-8", (note,))
    text = _strictly(raw, codec)
    if text is not None:
        return Decoded(text, shown(codec), "declared")
    if strict and codec == "utf-8":
        return None  # the messages of what is not UTF-8 say more
    return _damaged(raw, codec, "declared", source, strict=strict)


def _one_byte(codec: str) -> bool:
    return codec.startswith(("cp125", "iso8859", "koi8", "mac", "cp8", "cp4"))


def _damaged(raw: bytes, codec: str, known_from: str, source: _Source, *, strict: bool) -> Decoded:
    """Decoded as it claims to be, with U+FFFD for what is not; refused where that is much."""
    text = raw.decode(codec, "replace")
    bad = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if bad <= 0:
        return Decoded(text, shown(codec), known_from)
    if strict or 10 * bad > len(text):
        raise source.not_text(
            f"it is not {shown(codec)}, as it says it is", _other(raw, known_from)
        )
    note = f"{bad} characters that are not {shown(codec)} are shown as \ufffd"
    return Decoded(text, shown(codec), known_from, (note,))


def _other(raw: bytes, known_from: str) -> str:
    """What to do about a source that is not in the encoding it claims."""
    if known_from == "bom":
        return "Get the whole file again; if it is whole, name its encoding with --encoding"
    guess = detect(raw)
    if guess is None:
        return "Find its encoding, and name it with --encoding"
    return f"It may be {_listed(guess)}. {_CHECK}: --encoding {shown(guess.codec)}"


def _listed(guess: Guess) -> str:
    """The encodings of a guess, as people know them."""
    *before, last = (shown(codec) for codec in (guess.codec, *guess.others))
    return f"{', '.join(before)} or {last}" if before else last


def _by_itself(raw: bytes, source: _Source, *, strict: bool) -> Decoded:
    """Decoded as UTF-8, or as what it surely is."""
    escaped = escaped_codec(raw)
    if escaped:
        return _as_detected(raw, escaped, source, strict=strict)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detected(raw, error, source, strict=strict)
    at = raw.find(b"\x00")
    if at >= 0:
        guess = detect(raw)
        if guess is None or not guess.sure or not guess.codec.startswith("utf-16"):
            raise source.not_text(f"it is binary: there is a NUL at byte {at}")
        return _as_detected(raw, guess.codec, source, strict=strict)
    marked = raw.startswith(b"\xef\xbb\xbf")
    return Decoded(text, "utf-8", "bom" if marked else "utf-8")


def _detected(raw: bytes, error: UnicodeDecodeError, source: _Source, *, strict: bool) -> Decoded:
    at = error.start
    where = f"byte {at} (line {raw.count(bytes([10]), 0, at) + 1})"
    if "unexpected end" in error.reason:
        message = f"it breaks off in the middle of a character at {where}"
        raise source.not_text(message, "Get the whole file again, or remove its last bytes")
    message = f"it is not UTF-8: 0x{raw[at]:02X} at {where}"
    mixed = _is_partly_utf8(raw)
    if any(byte > 0x7F for byte in raw[:at]) and not mixed:
        # What came before was good UTF-8 beyond ASCII: the file is damaged, not in another code.
        clean = f"iconv -c -f UTF-8 -t UTF-8 {source.file} > article.txt"
        raise source.not_text(message, f"It is damaged there; to leave out what is bad: {clean}")
    if b"\x00" in raw and (raw.count(b"\x00") < 0.1 * len(raw)):
        raise source.not_text(f"it is binary: there is a NUL at byte {raw.find(bytes(1))}")
    guess = detect(raw)
    if guess is not None and guess.sure:
        return _as_detected(raw, guess.codec, source, strict=strict)
    if mixed:
        raise source.not_text(
            f"it is partly UTF-8 and partly not: 0x{raw[at]:02X} at {where}",
            "It was put together of files in two encodings: make each UTF-8 first, then join them",
        )
    if guess is None:
        raise source.not_text(message, "Find its encoding, and name it with --encoding")
    message = f"{message}; it may be {_listed(guess)}"
    check = "See which shows its letters rightly, and name it, as in" if guess.others else _CHECK
    raise source.not_text(message, f"{check}: --encoding {shown(guess.codec)}")


_CHECK = "Check that, and name it"


def _is_partly_utf8(raw: bytes) -> bool:
    """Whether what is not UTF-8 stands among letters that are, and are not so by chance.

    Two bytes that happen to be one character of UTF-8 are rare in an alphabet of Latin letters,
    in which few bytes are above ASCII; elsewhere they are not.
    """
    if sum(byte > 0x7F for byte in raw) > LATIN_SHARE * len(raw):
        return False
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return min(good, bad) >= _BY_CHANCE


def _as_detected(raw: bytes, codec: str, source: _Source, *, strict: bool) -> Decoded:
    note = f"it does not say its encoding; read as {shown(codec)}"
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:  # the guess was by the beginning
        if strict:
            at = f"0x{raw[error.start]:02X} at byte {error.start}"
            message = f"it begins as {shown(codec)}, and does not go on so: {at}"
            raise source.not_text(message, "Mend it there, or name its --encoding") from None
        decoded = _damaged(raw, codec, "detected", source, strict=False)
        return replace(decoded, notes=(note, *decoded.notes))
    return Decoded(text, shown(codec), "detected", (note,))


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None


def _refuse_controls(sample: str, source: _Source) -> None:
    if "\x00" in sample:
        raise source.not_text(f"it is binary: there is a NUL at character {sample.index(chr(0))}")
    if sum(map(sample.count, _CONTROLS)) > _CONTROL_SHARE * len(sample):
        raise source.not_text("it is binary: it is full of control characters")
