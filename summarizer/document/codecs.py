"""The names of encodings: as pages, mails and people write them, to what decodes them here."""

from __future__ import annotations

import codecs
from functools import cache

# A label means what browsers take it to mean (the Encoding Standard of the WHATWG): the wider
# encoding that contains the one named, which is what was really written.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_LABELS = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unicode": "utf-16",
    "ks_c_5601-1987": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "utf8mb4": "utf-8",
    "x-user-defined": "",
}
# The other way: as files and pages are labelled.
_SHOWN = {
    "mac_roman": "macintosh",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "big5hkscs": "big5",
    "iso2022_jp": "iso-2022-jp",
    "iso2022_kr": "iso-2022-kr",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
}
# No encodings of text as it is written: escapes, transfer forms, and one that hides ASCII.
_NOT_TEXT = {
    "utf_7",
    "unicode_escape",
    "raw_unicode_escape",
    "idna",
    "punycode",
    "undefined",
    "mbcs",
    "oem",
    "charmap",
}


@cache
def codec_of(label: str) -> str:
    """What Python calls the encoding ``label`` names; "" for none, or none of text.

    >>> codec_of("ISO-8859-1"), codec_of("utf8"), codec_of("utf-7")
    ('cp1252', 'utf-8', '')
    """
    low = label.strip().strip("\"'").lower()
    low = _LABELS.get(low, low)
    if not low or len(low) > 40 or not low.isascii() or "\0" in low:
        return ""
    try:
        info = codecs.lookup(low)
    except (LookupError, ValueError):
        return ""
    if info.name.replace("-", "_") in _NOT_TEXT or not getattr(info, "_is_text_encoding", True):
        return ""
    return _WIDER.get(info.name, info.name)


def shown(codec: str) -> str:
    """The name of a codec as people know it, which ``codec_of`` takes back.

    >>> shown("cp1252"), shown("koi8-r"), shown("mac-roman")
    ('windows-1252', 'koi8-r', 'macintosh')
    """
    if codec.startswith("cp125"):
        return f"windows-{codec[2:]}"
    usual = _SHOWN.get(codec.replace("-", "_"))
    return usual or codec.replace("iso8859", "iso-8859")
