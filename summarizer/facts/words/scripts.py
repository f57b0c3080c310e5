"""Which script words are written in: Latin, Cyrillic, Arabic, ..."""

from __future__ import annotations

import unicodedata
from collections import Counter

_SAMPLE = 400  # characters looked at, spread over the text: names in another script are a few


def script_of(text: str) -> str:
    """The script most letters of ``text`` are in ("LATIN", "CYRILLIC", "CJK"); "" without letters.

    The script is the first word of a letter's Unicode name. Of a long text a sample is read.
    """
    if text.isascii():
        return "LATIN" if any(map(str.isalpha, text)) else ""
    sample = text[:: max(1, len(text) // _SAMPLE)]
    counted: Counter[str] = Counter()
    for char, times in Counter(filter(str.isalpha, sample)).items():
        counted[unicodedata.name(char, "").split(" ", 1)[0]] += times
    return counted.most_common(1)[0][0] if counted else ""
