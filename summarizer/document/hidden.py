"""Characters that no reader sees, and what remains of a text without them.

A model reads every character it is given; a person reads what is drawn. What lies between the two
can split a word from a search ("ig" + zero-width space + "nore"), turn its order round (bidi
controls) or carry a whole message (tag characters, variation selectors). Found here are the
default-ignorable characters of Unicode (DerivedCoreProperties: Default_Ignorable_Code_Point), the
soft hyphen among them, and control characters that are no white space.

Kept is what a script or an emoji needs in order to be drawn: see ``drawing``. A letter and the
marks on it are drawn as one: they become one character where there is one (Unicode Standard Annex
15, form NFC), as names and words are looked for in that form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document.offsets import OffsetMap

_TAGS = r"\U000E0000-\U000E007F"
_BIDI = r"\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069"
_SELECTORS = r"\uFE00-\uFE0F\U000E0100-\U000E01EF\u180B-\u180D\u180F"
_WIDTHLESS = (
    r"\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200D\u2060-\u2065\u206A-\u206F\u3164\uFEFF"
    r"\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A"
    r"\U000E0080-\U000E00FF\U000E01F0-\U000E0FFF"
)
_CONTROL = r"\x00-\x08\x0E-\x1B\x7F-\x84\x86-\x9F"

_RUN = re.compile(
    rf"(?P<tag>[{_TAGS}]++)|(?P<bidi>[{_BIDI}]++)|(?P<selector>[{_SELECTORS}]++)"
    rf"|(?P<zero_width>[{_WIDTHLESS}]++)|(?P<control>[{_CONTROL}]++)"
)
_ANY = re.compile(f"[{_TAGS}{_BIDI}{_SELECTORS}{_WIDTHLESS}{_CONTROL}]")
_KINDS = {
    "tag": "tag",
    "bidi": "bidi",
    "selector": "selector",
    "zero_width": "zero-width",
    "control": "control",
}


_MOST_MARKS = 31
"""Characters of a letter with its marks, beyond which no language goes: the "stream-safe" bound of
Unicode Standard Annex 15 is 30 marks."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A run of hidden characters: ``text[start:end]``.

    ``kind`` is ``zero-width``, ``bidi``, ``tag``, ``selector`` (variation selectors) or
    ``control``.
    """

    kind: str
    start: int
    end: int


def find_hidden(text: str) -> tuple[Hidden, ...]:
    """The runs of characters that no reader of ``text`` sees, in order. Pure and linear."""
    return tuple(_found(text))


def visible_text(text: str) -> str:
    """``text`` as it is drawn: without hidden characters, in form NFC; itself where it is that."""
    return text if is_as_drawn(text) else as_drawn(text).take_text()


def is_as_drawn(text: str) -> bool:
    """Whether ``text`` is as it is drawn: ``as_drawn`` would change nothing."""
    return not find_hidden(text) and unicodedata.is_normalized("NFC", text)


def as_drawn(text: str) -> OffsetMap:
    """``text`` as it is drawn, and the way back to its offsets. Pure and linear."""
    kept = OffsetMap()
    position = 0
    for run in find_hidden(text):
        _compose(text[position : run.start], kept)
        kept.atom("", run.end - run.start)
        position = run.end
    _compose(text[position:], kept)
    return kept


def _compose(text: str, kept: OffsetMap) -> None:
    """Append ``text`` with each letter and its marks as one character."""
    if unicodedata.is_normalized("NFC", text):
        kept.copy(text)
        return
    for letter in _letters(text):
        # To put marks in order takes time that grows with their square.
        few = len(letter) <= _MOST_MARKS
        composed = unicodedata.normalize("NFC", letter) if few else letter
        if composed == letter:
            kept.copy(letter)
        else:
            kept.atom(composed, len(letter))


def _letters(text: str) -> Iterator[str]:
    """The characters of ``text``, each with the marks on it; a syllable of Hangul letters whole."""
    start = 0
    for at, character in enumerate(text):
        joins = unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
        if at > start and not joins:
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def hidden_message(characters: str) -> str:
    """What a run of hidden characters says, where it says something; else "".

    Tag characters repeat ASCII, each at its own distance; a run of variation selectors can stand
    for bytes, which are read as UTF-8.
    """
    tags = "".join(chr(ord(c) - 0xE0000) for c in characters if 0xE0020 <= ord(c) <= 0xE007E)
    if tags:
        return tags
    data = bytes(byte for c in characters if (byte := _byte_of(ord(c))) is not None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if len(text) > 1 and text.isprintable() else ""


def _byte_of(code: int) -> int | None:
    """The byte that the n-th variation selector stands for."""
    if 0xFE00 <= code <= 0xFE0F:
        return code - 0xFE00
    return code - 0xE0100 + 16 if 0xE0100 <= code <= 0xE01EF else None


def _found(text: str) -> Iterator[Hidden]:
    # One class of characters is looked for much faster than one run after another.
    if not _ANY.search(text):
        return
    gone = 0  # where the last hidden run ended: what touches it has nothing to go with
    for match in _RUN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or ""
        if start > gone:
            from summarizer.document.drawing import needed  # its tables of scripts are slow to load

            start += needed(text, start, end, kind)
        if start < end:
            yield Hidden(_KINDS[kind], start, end)
            gone = end
