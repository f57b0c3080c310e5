"""The spellings in which an order can hide from a search, and not from a model that reads it."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from summarizer.document.hidden import visible_text
from summarizer.facts.instructions.vocabulary import FRONTED, PLAINLY, TELL, WRITE

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


def _orders(gap: str) -> str:
    """The commonest orders, with ``gap`` between their words."""
    return (
        rf"(?:ignore|disregard|forget|override){gap}(?:(?:all|any|the|of|your|my){gap}){{0,3}}"
        rf"(?:previous|prior|above|earlier|preceding|former|system|your"
        rf"|these){gap}(?:\w{{1,8}}{gap}"
        r"){0,1}?(?:instruction|prompt|rule|order|command|guideline)"
        rf"|(?:note{gap}to|attention|dear){gap}(?:all{gap})?(?:ai|llm|language{gap}model|chatbot)"
        rf"|(?:ai{gap}assistants?|ai{gap}models?|language{gap}models?|chatbots?){gap}(?:must"
        rf"|should)"
        rf"|in{gap}your{gap}(?:summary|answer|response|reply)"
        rf"|you{gap}are{gap}now{gap}an?{gap}(?:ai|assistant|unrestricted)"
        rf"|ignorier\w{{0,4}}{gap}(?:\w{{2,10}}{gap}){{0,3}}?(?:anweisung|befehl)"
        rf"|ignore[rz]?{gap}toutes{gap}les{gap}(?:instruction|consigne)"
        rf"|ignor[ae]{gap}todas{gap}las{gap}(?:instruccion|orden)"
    )


_SQUEEZED = re.compile(_orders(""))
_AS_USUAL = re.compile(_orders("[ ,]{1,2}"))
_LEET = str.maketrans("01345789@$€!|", "oieastbgaseil")
_LEET_WORD = re.compile(
    r"(?<!\S)(?=\S{0,20}[a-z])(?=\S{0,20}[013457@$])[a-z013457@$!|]{3,20}(?!\w)"
)
_LEET_SIGN = re.compile(r"[013457@$]")
_FEWEST_LEET = 2
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{24,4000}={0,2}(?![A-Za-z0-9+/=_-])")
_TURNED = re.compile(r"snoitcurtsni|erongi|stnatsissa ia")
# The commonest words of an English sentence, shifted by thirteen.
_SHIFTED = re.compile(r"\b(?:gung|naq|gur|lbhe|nyy|fnl|vtaber)\b")
_FEWEST_SHIFTED = 2
_HEX = re.compile(
    r"(?<![0-9A-Fa-f])(?:(?:[0-9A-Fa-f]{2}){16,2000}(?![0-9A-Fa-f])|(?:[0-9A-Fa-f]{2}["
    r" :]){16,2000})"
)
_TERMINAL = re.compile(r"\[\d{1,2}(?:;\d{1,2}){0,3}m")
_ESCAPED = re.compile(r"&#x?[0-9A-Fa-f]{2,6};|%20|\\u00[0-9a-f]{2}")
_FEWEST_ESCAPED = 3
_TRIGGER = re.compile(r"ignore|disregard|instruction|summary|assistant|prompt")
_FEWEST_APART = 2
_BETWEEN_HEX = re.compile("[ :]")
_JOINTS = str.maketrans("", "", " _-.*·|/")


def plain(text: str) -> str:
    """Lower case, one form of each letter, no hidden characters, single spaces."""
    shown = _RUN_ON.sub(_apart, unicodedata.normalize("NFKC", visible_text(text)))
    return " ".join(shown.split()).lower()


def _apart(found: re.Match[str]) -> str:
    """The word with a full stop before it, where it may begin an order."""
    word = found[1].lower()
    return f". {word}" if word in _COMMANDS or word.endswith("ly") else found[0]


def spelled_otherwise(text: str, read: str) -> Iterator[str]:
    """What ``text`` may say besides ``read``, which is ``plain(text)``; mostly nothing.

    Letters of other alphabets that look alike, letters set apart, digits for letters, words
    turned round or shifted by thirteen, marks on letters, and what stands for letters (base64,
    hexadecimal, entities, percent signs). Each in the form of ``plain``.
    """
    if not read.isascii() and _LATIN.search(read) and _OTHER_LETTERS.search(read):
        yield read.translate(_LOOKALIKES)
    # The most of sentences have no such sign, and one is found sooner than a word with one.
    if _LEET_SIGN.search(read) and sum(1 for _ in _LEET_WORD.finditer(read)) >= _FEWEST_LEET:
        yield read.translate(_LEET)
        yield read.translate(_LEET | {ord("1"): "l"})
    if _TURNED.search(read):
        yield read[::-1]
    if _TERMINAL.search(read):
        yield _TERMINAL.sub(" ", read).strip()
    if sum(1 for _ in _SHIFTED.finditer(read)) >= _FEWEST_SHIFTED:
        yield codecs.decode(read, "rot13")
    if not read.isascii():
        yield from _without_marks(read)
    if sum(1 for _ in _ESCAPED.finditer(text)) >= _FEWEST_ESCAPED:
        yield plain(unquote(html.unescape(text)))
    for match in _HEX.finditer(text):
        decoded = _printable(bytes.fromhex(_BETWEEN_HEX.sub("", match[0])))
        if decoded:
            yield plain(decoded)
    for match in _BASE64.finditer(text):
        decoded = _decoded(match[0])
        if decoded:
            yield plain(decoded)


def _without_marks(read: str) -> Iterator[str]:
    """The text without accents and strokes, where only so it has a word of an order."""
    bare = "".join(c for c in unicodedata.normalize("NFD", read) if not unicodedata.combining(c))
    if bare != read and set(_TRIGGER.findall(bare)) - set(_TRIGGER.findall(read)):
        yield bare


def spells_an_order(read: str) -> bool:
    """Whether an order is made up of letters set apart, or of words parted or joined wrongly.

    "i g n o r e", "ig-nore all pre-vious", "ignore_all_previous", "ignore allprevious".
    """
    if any(_SQUEEZED.search(_BETWEEN.sub("", m[0])) for m in _SPACED.finditer(read)):
        return True
    if "ignor" not in read and "_" not in read and read.count("-") < _FEWEST_APART:
        return False
    # Written as it should be, the ways of ``orders`` have judged it.
    return bool(_SQUEEZED.search(read.translate(_JOINTS))) and not _AS_USUAL.search(read)


def _decoded(token: str) -> str:
    """The text that a base64 token stands for, "" where it is none."""
    body = token.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return _printable(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    except (binascii.Error, ValueError):
        return ""


def _printable(data: bytes) -> str:
    """What the bytes say, "" where they are no text of several words."""
    try:
        text = data.decode("utf-8")
    except ValueError:
        return ""
    return text if " " in text and text.replace("\n", " ").isprintable() else ""
