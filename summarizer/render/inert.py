"""Article text made harmless for a view: nothing in it acts on a terminal, and nothing hides.

The words of an article are written by strangers. A view shows them on one line, with every
character that would steer the terminal or turn the reading order round written out as ``⟨U+202E⟩``.
Only views do this: JSON holds the text as it is.
"""

from __future__ import annotations

import re

# Characters that a terminal or a reader's eye cannot be trusted with: controls of both sets, the
# escape character among them; marks, embeddings and isolates of writing direction (Unicode
# Standard Annex 9, table 4); characters of no width and soft hyphens; invisible operators;
# annotation and tag characters; blank letters; and lone surrogates, which cannot be written at all.
# The two joiners U+200C and U+200D stay: Persian, Hindi and emoji are spelled with them. Of
# variation selectors the first stays, which picks the form of an ideograph or an emoji; more of
# them hide data.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
    "|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
# Colours and weights that our own views use; all other escape sequences are somebody else's.
_STYLE = r"\x1b\[(?:[0-4]|3[1-6])(?:;(?:[0-4]|3[1-6])){0,8}m"
_STEERS = re.compile(rf"(?!{_STYLE})(?![\t\n])(?:{UNSAFE.pattern})")
_BLANKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f \x85\u2028\u2029]+")
_SOFT_HYPHEN = "\xad"
# Latin, Greek, Cyrillic and symbols; then Hebrew, Arabic, Thai and Lao.
MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]"
)
_HEAP = re.compile(f"({MARK}{{4}}){MARK}+")
"""More than four marks on one letter: no language writes that, and a terminal cannot show it."""


def inert(text: str) -> str:
    """The text on one line, with nothing in it that acts: see the module for what is written out.

    Runs of blanks, tabs and line ends become one space, soft hyphens go, heaps of combining marks
    are cut to four.
    """
    line = _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, ""))
    return UNSAFE.sub(_name, _HEAP.sub(r"\1", line))


def for_terminal(text: str) -> str:
    """Lines for a terminal: what acts is written out, but for line ends, tabs and our colours.

    The last line of defence, for whatever was not made inert where it was laid out.
    """
    return _STEERS.sub(_name, text)


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters: cut at a word's end, with an ellipsis for the rest."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    # A word that is most of the line (a link, a script without blanks) is cut inside.
    at = head.rfind(" ", limit // 2) if text[limit - 1] != " " else -1
    return (head[:at] if at > 0 else head).rstrip(" ,;:-–—\u200c\u200d") + "…"


def _name(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
