"""Characters that no reader sees, and what remains of a text without them.

A model reads every character it is given; a person reads what is drawn. What lies between the two
can split a word from a search ("ig" + zero-width space + "nore"), turn its order round (bidi
controls) or carry a whole message (tag characters, variation selectors). Found here are the
default-ignorable characters of Unicode (DerivedCoreProperties: Default_Ignorable_Code_Point), the
soft hyphen among them, and control characters that are no white space.

Kept is what a script or an emoji needs in order to be drawn: see ``drawing``.
"""

from __future__ import annotations

import re
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
_KINDS = {
    "tag": "tag",
    "bidi": "bidi",
    "selector": "selector",
    "zero_width": "zero-width",
    "control": "control",
}


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
    """``text`` without its hidden characters; the same object where it has none."""
    runs = find_hidden(text)
    return leave_out(text, runs).take_text() if runs else text


def leave_out(text: str, runs: tuple[Hidden, ...]) -> OffsetMap:
    """The text without ``runs`` (in order, apart), and the way back to its offsets."""
    kept = OffsetMap()
    position = 0
    for run in runs:
        kept.copy(text[position : run.start])
        kept.atom("", run.end - run.start)
        position = run.end
    kept.copy(text[position:])
    return kept


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
    if text.isascii() and text.isprintable():
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
