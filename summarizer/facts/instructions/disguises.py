"""The spellings in which an order can hide from a search, and not from a model that reads it."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import unicodedata
from collections.abc import Iterator

from summarizer.document.hidden import visible_text
from summarizer.facts.instructions.vocabulary import FRONTED, PLAINLY, TELL, WRITE

_BLANK = re.compile(r"\s+")
# An order put behind a sentence that lacks its full stop: "... in 1998 Ignore all previous ...".
_RUN_ON = re.compile(r"(?<=[a-z0-9à-ÿ)\]])\s{1,4}([A-Z][a-z]{1,14})(?=[ ,])")
_COMMANDS = frozenset(
    word.strip("(?:)").split(" ")[0]
    for words in (WRITE, TELL, PLAINLY, FRONTED)
    for word in words.split("|")
) | frozenset(["ignore", "disregard", "forget", "write", "display", "note", "attention"])

# Cyrillic and Greek letters that are drawn like Latin ones (Unicode confusables, the small ones).
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһԛѡкмтвнαεορτυνικ", "aeopcyxijsdhqwkmtbhaeoptuvik")
_LATIN = re.compile(r"[a-z]")
_OTHER_LETTERS = re.compile("[аеорсухіјѕԁһԛѡαεορτυνικ]")

# "i g n o r e", "i.g.n.o.r.e", "i-g-n-o-r-e"
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ ._*-]{1,3}){5,400}[^\W\d_](?![^\W_])")
_BETWEEN = re.compile(r"[ ._*-]+")
_SQUEEZED = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|of|your|my){0,3}(?:previous|prior|above"
    r"|earlier|preceding|former|system)\w{0,8}?(?:instruction|prompt|rule|order|command|guideline)"
    r"|(?:noteto|attention|dear)(?:all)?(?:ai|llm|languagemodel|chatbot)"
    r"|(?:aiassistants?|aimodels?|languagemodels?|chatbots?)(?:must|should)"
    r"|inyour(?:summary|answer|response|reply)|youarenowan?(?:ai|assistant|unrestricted)"
    r"|ignorier\w{0,8}(?:anweisung|befehl)|ignore[rz]?toutesles(?:instruction|consigne)"
    r"|ignor[ae]todaslas(?:instruccion|orden)"
)
_LEET = str.maketrans("01345789@$€!|", "oieastbgaseil")
_LEET_WORD = re.compile(
    r"(?<!\S)(?=\S{0,20}[a-z])(?=\S{0,20}[013457@$])[a-z013457@$!|]{3,20}(?!\w)"
)
_FEWEST_LEET = 2
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{24,4000}={0,2}(?![A-Za-z0-9+/=_-])")
_TURNED = re.compile(r"snoitcurtsni|erongi|stnatsissa ia|vafgehpgvba|vtaber |nffvfgnag")


def plain(text: str) -> str:
    """Lower case, one form of each letter, no hidden characters, single spaces."""
    shown = _RUN_ON.sub(_apart, unicodedata.normalize("NFKC", visible_text(text)))
    return _BLANK.sub(" ", shown).strip().lower()


def _apart(found: re.Match[str]) -> str:
    """The word with a full stop before it, where it may begin an order."""
    word = found[1].lower()
    return f". {word}" if word in _COMMANDS or word.endswith("ly") else found[0]


def spelled_otherwise(text: str, read: str) -> Iterator[str]:
    """What ``text`` may say besides ``read``, which is ``plain(text)``; mostly nothing.

    Letters of other alphabets that look alike, letters set apart, digits for letters, words
    turned round or shifted by thirteen, and base64. Each in the form of ``plain``.
    """
    if _LATIN.search(read) and _OTHER_LETTERS.search(read):
        yield read.translate(_LOOKALIKES)
    if sum(1 for _ in _LEET_WORD.finditer(read)) >= _FEWEST_LEET:
        yield read.translate(_LEET)
        yield read.translate(_LEET | {ord("1"): "l"})
    if _TURNED.search(read):
        yield codecs.decode(read, "rot13")
        yield read[::-1]
    for match in _BASE64.finditer(text):
        decoded = _decoded(match[0])
        if decoded:
            yield plain(decoded)


def spells_an_order(read: str) -> bool:
    """Whether letters that are set apart ("i g n o r e") make up an order."""
    return any(_SQUEEZED.search(_BETWEEN.sub("", m[0])) for m in _SPACED.finditer(read))


def _decoded(token: str) -> str:
    """The text that a base64 token stands for, "" where it is none."""
    body = token.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        data = base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
        text = data.decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return text if " " in text and text.replace("\n", " ").isprintable() else ""
