"""Bytes into text: in an encoding that is known, or refused with a remedy; never guessed."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.codecs import codec_of, shown
from summarizer.document.decoding import Declared, Decoded, decode_markup, decode_text
from summarizer.errors import InputError, SourceEmpty, SourceNotText, UnknownName

from .readers.files import p, word, zipped

GERMAN = (
    "Das Schiff ist gesunken, sagt die Behörde. Die Ursache ist unklar. Über 40 Menschen werden "
    "vermisst, heißt es aus Kreisen der Küstenwache.\n"
)
FRENCH = (
    "Le navire a coulé, a déclaré l’autorité. La cause reste inconnue à ce stade. Près de 40 "
    "personnes étaient portées disparues mercredi, d’après les garde-côtes.\n"
)
SPANISH = (
    "El barco se hundió el martes, según la autoridad. La causa aún se desconoce, y más de 40 "
    "personas seguían desaparecidas. «Todavía esperamos», dijo el alcalde por la mañana.\n"
)
ENGLISH = (
    "The ferry sank on Tuesday, the agency said. “We do not know the cause yet,” said the mayor – "
    "and some 40 people were missing. The ship had cost £400 million.\n"
)
CYRILLIC = (
    "Паром затонул у берега, сообщили власти. Причина пока неизвестна. Около сорока человек "
    "пропали без вести, спасатели продолжают поиски.\n"
)
GREEK = (
    "Το πλοίο βυθίστηκε την Τρίτη, ανακοίνωσαν οι αρχές. Η αιτία παραμένει άγνωστη και περίπου "
    "σαράντα άνθρωποι αγνοούνται.\n"
)
CHINESE = "渡轮周二沉没，约四十人失踪。原因目前还不清楚。市长表示仍抱有希望，搜救工作将继续进行。\n"
JAPANESE = (
    "フェリーは火曜日に沈没したと当局が発表した。原因はまだ分かっておらず、約四十人が行方不明。\n"
)
DANISH = (
    "Færgen sank tirsdag, oplyser myndighederne. Årsagen er endnu ukendt, og omkring 40 mennesker "
    "er savnet. Borgmesteren håber stadig på overlevende.\n"
)
POLISH = (
    "Prom zatonął we wtorek, poinformowały władze. Przyczyna nie jest jeszcze znana, a około 40 "
    "osób uznano za zaginione. Burmistrz wciąż ma nadzieję.\n"
)

TEXTS = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "en": ENGLISH, "ru": CYRILLIC, "el": GREEK,
         "zh": CHINESE, "ja": JAPANESE, "da": DANISH, "pl": POLISH}  # fmt: skip
LEGACY = ["cp1252", "mac_roman", "cp850", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp866",
          "cp1253", "gb18030", "big5", "shift_jis", "euc_jp"]  # fmt: skip
WRITTEN = [
    (f"{language}-{codec}-{count}", text * count, codec)
    for language, text in TEXTS.items()
    for codec in LEGACY
    for count in (1, 6)
    if text.encode(codec, "ignore").decode(codec) == text
]


def decoded_or_refused(raw: bytes, charset: str = "") -> Decoded | None:
    """What comes of some bytes; None where they are refused in one line."""
    try:
        return decode_text(raw, "", Declared(header=charset))
    except InputError as error:
        message = str(error)
    assert "\n" not in message
    return None


@pytest.mark.parametrize(("text", "codec"), [w[1:] for w in WRITTEN], ids=[w[0] for w in WRITTEN])
def test_an_old_encoding_is_read_rightly_or_not_at_all(text: str, codec: str) -> None:
    decoded = decoded_or_refused(text.encode(codec))

    if decoded is not None:
        assert decoded.text == text
        assert decoded.known_from == "detected"
        assert decoded.notes == (f"it does not say its encoding; read as {decoded.encoding}",)


SURE = {
    "german": (GERMAN, "cp1252"),
    "french": (FRENCH, "cp1252"),
    "spanish": (SPANISH, "cp1252"),
    "english": (ENGLISH, "cp1252"),
    "german on a mac": (GERMAN, "mac_roman"),
    "cyrillic": (CYRILLIC, "cp1251"),
    "greek": (GREEK, "cp1253"),
    "utf-16 without a mark": (GERMAN, "utf-16-le"),
}


@pytest.mark.parametrize(("text", "codec"), SURE.values(), ids=SURE)
def test_what_can_be_sure_is_read(text: str, codec: str) -> None:
    assert decode_text(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32"])
def test_a_byte_order_mark_is_believed_and_stays(codec: str) -> None:
    raw = ("\ufeff" + GERMAN).encode(codec) if codec == "utf-16-be" else GERMAN.encode(codec)

    decoded = decode_text(raw)

    assert decoded.text == "\ufeff" + GERMAN
    assert decoded.known_from == "bom"


DECLARED = {
    "header": (GERMAN.encode("cp1252"), Declared(header="ISO-8859-1"), "windows-1252", "declared"),
    "inside": (GERMAN.encode("cp1252"), Declared(inside="latin1"), "windows-1252", "declared"),
    "header first": (
        CYRILLIC.encode("koi8-r"),
        Declared("", "koi8-r", "cp1251"),
        "koi8-r",
        "declared",
    ),
    "given first": (GERMAN.encode("cp850"), Declared("cp850", "utf-8"), "cp850", "given"),
    "utf-8": (GERMAN.encode(), Declared(header="utf-8"), "utf-8", "declared"),
    "no such name": (GERMAN.encode(), Declared(header="klingon"), "utf-8", "utf-8"),
    "no text encoding": (b"+AGE-", Declared(header="utf-7"), "utf-8", "utf-8"),
    "utf-16 inside cannot be": (GERMAN.encode(), Declared(inside="utf-16"), "utf-8", "utf-8"),
    "nothing": (GERMAN.encode(), Declared(), "utf-8", "utf-8"),
}


@pytest.mark.parametrize("case", DECLARED.values(), ids=DECLARED)
@pytest.mark.parametrize("decode", [decode_text, decode_markup])
def test_what_is_said_of_an_encoding_is_used(
    decode: object, case: tuple[bytes, Declared, str, str]
) -> None:
    raw, declared, encoding, known_from = case

    decoded = decode(raw, "", declared)  # type: ignore[operator]

    assert (decoded.encoding, decoded.known_from) == (encoding, known_from)
    assert decoded.text in (GERMAN, CYRILLIC, "+AGE-")


def test_a_declaration_that_utf8_belies_is_told() -> None:
    decoded = decode_text(GERMAN.encode(), "", Declared(header="iso-8859-1"))

    assert decoded.text == GERMAN
    assert decoded.notes == ("it declares windows-1252, and is UTF-8",)


def test_an_encoding_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownName, match="no encoding named 'klingon'"):
        decode_text(b"x", "", Declared(given="klingon"))


def test_a_given_encoding_that_is_not_true_is_refused() -> None:
    with pytest.raises(SourceNotText, match="it is not utf-16"):
        decode_text(b"abc", "", Declared(given="utf-16"))


@pytest.mark.parametrize("label", ["utf8", "UTF-8", " utf-8 ", '"utf-8"'])
def test_a_name_may_be_written_in_many_ways(label: str) -> None:
    assert codec_of(label) == "utf-8"


@pytest.mark.parametrize(
    "label", ["", "utf-7", "unicode_escape", "idna", "hex", "rot13", "x" * 99, "a\0b", "ü", "../x"]
)
def test_a_name_of_no_encoding_of_text_is_none(label: str) -> None:
    assert codec_of(label) == ""


@pytest.mark.parametrize("codec", LEGACY)
def test_a_shown_name_leads_back(codec: str) -> None:
    assert codec_of(shown(codec_of(codec))) == codec_of(codec)


BINARY = {
    "pdf": (b"%PDF-1.7\n1 0 obj", "a PDF file", "pdftotext"),
    "zip": (zipped({"a.txt": "x"}), "a ZIP archive", "plain UTF-8"),
    "word": (word(p("x")), "a Word document", "plain UTF-8"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", "plain UTF-8"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image", "plain UTF-8"),
    "gzip": (gzip.compress(b"text"), "a gzip archive", "gunzip -c"),
    "rtf": (b"{\\rtf1\\ansi The ferry sank.}", "an RTF document", "Save it as .docx"),
    "mp4": (b"\0\0\0\x20ftypisom", "an MP4 video", "plain UTF-8"),
    "nul": (b"The ferry\0sank off Lagos", "a NUL at byte 9", "plain text in UTF-8"),
    "controls": (b"\x01\x02\x03\x04 ferry \x05\x06\x07\x08", "control characters", "plain text"),
    "short": ("Behörde.".encode("cp1252"), "0xF6 at byte 3 (line 1)", "--encoding windows-1252"),
    "later": (b"a\nb\n\xe9", "at byte 4 (line 3)", "Get the whole file"),
    "polish": (POLISH.encode("cp1250"), "windows-1252, windows-1250 or windows-1254", "which"),
    "two encodings": (GERMAN.encode("cp1252") + GERMAN.encode(), "partly UTF-8", "join"),
    "two, the other way": (GERMAN.encode() + GERMAN.encode("cp1252"), "partly UTF-8", "join"),
    "sure at its beginning": (
        GERMAN.encode("cp1252") * 600 + b"\x81",
        "it begins as windows-1252",
        "--encoding",
    ),
    "japanese": ("周二に沈没した。".encode("shift_jis"), "not UTF-8", "--encoding"),
    "damaged": (GERMAN.encode() + b"It\x92s", "0x92 at byte", "iconv -c"),
    "cut-off": (GERMAN.encode()[:38], "breaks off", "whole file"),
    "surrogate": (b"The \xed\xa0\x80 ferry", "0xED at byte 4", "--encoding"),
    "utf-16 cut off": (b"\xff\xfeT\0h", "it is not utf-16-le", "--encoding"),
}


@pytest.mark.parametrize("case", BINARY.values(), ids=BINARY.keys())
def test_what_is_no_text_or_not_sure_is_named_with_a_remedy(case: tuple[bytes, str, str]) -> None:
    raw, message, remedy = case

    with pytest.raises(SourceNotText) as caught:
        decode_text(raw, "an article.txt")

    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.document == "an article.txt"
    assert "\n" not in str(caught.value)


def test_a_declaration_that_is_not_true_names_what_it_may_be() -> None:
    with pytest.raises(SourceNotText, match=r"not utf-8.*--encoding windows-1251"):
        decode_markup(CYRILLIC.encode("cp1251"), "a.html", Declared(inside="utf-8"))


@pytest.mark.parametrize(
    ("codec", "encoding"), [("iso2022_jp", "iso-2022-jp"), ("iso2022_jp_2", "iso-2022-jp")]
)
def test_escapes_between_scripts_are_no_utf8(codec: str, encoding: str) -> None:
    decoded = decode_text(JAPANESE.encode(codec))

    assert (decoded.text, decoded.encoding, decoded.known_from) == (JAPANESE, encoding, "detected")


def test_escapes_of_a_terminal_are_no_encoding() -> None:
    assert decode_text(b"A \x1b[1mferry\x1b[0m sank.").encoding == "utf-8"


ASIAN = {"shift_jis": JAPANESE, "euc-jp": JAPANESE, "gb18030": CHINESE}


@pytest.mark.parametrize("encoding", ASIAN)
def test_an_encoding_is_named_as_files_are_labelled(encoding: str) -> None:
    assert decode_text((ASIAN[encoding] * 6).encode(encoding)).encoding == encoding


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_without_control_characters_comes_back_or_is_blank(text: str) -> None:
    try:
        assert decode_text(text.encode()).text == text
    except SourceEmpty:
        assert not text.strip().strip("\u200b\ufeff").strip()


@given(st.binary())
def test_any_bytes_are_text_or_an_input_error(raw: bytes) -> None:
    decoded = decoded_or_refused(raw)

    assert decoded is None or decoded.text.encode(codec_of(decoded.encoding)) == raw


@given(st.binary(), st.sampled_from(["", "utf-8", "shift_jis", "windows-1252", "utf-16"]))
def test_any_declared_bytes_are_text_or_an_input_error(raw: bytes, charset: str) -> None:
    decoded = decoded_or_refused(raw, charset)

    assert decoded is None or decoded.text
