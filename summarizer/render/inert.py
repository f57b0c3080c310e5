"""Article text made harmless for a view: nothing in it acts on a terminal, and nothing hides.

The words of an article are written by strangers. A view shows them on one line, with every
character that would steer the terminal or turn the reading order round written out as ``⟨U+202E⟩``.
Only views do this: JSON holds the text as it is.
"""

from __future__ import annotations

import re

# Characters that a terminal or a reader's eye cannot be trusted with: controls of both sets, the
# escape character among them; marks, embeddings and isolates of writing direction (Unicode
# Standard Annex 9, table 4); characters of no width; invisible operators; annotation and tag
# characters; and lone surrogates, which cannot be written at all. The two joiners U+200C and U+200D
# stay: Persian, Hindi and emoji are spelled with them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_BLANKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f \x85\u2028\u2029]+")
_SOFT_HYPHEN = "\xad"
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]"
_HEAP = re.compile(f"({_MARK}{{4}}){_MARK}+")
"""More than four marks on one letter: no language writes that, and a terminal cannot show it."""


def inert(text: str) -> str:
    """The text on one line, with nothing in it that acts: see the module for what is written out.

    Runs of blanks, tabs and line ends become one space, soft hyphens go, heaps of combining marks
    are cut to four.
    """
    line = _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, ""))
    return _UNSAFE.sub(_name, _HEAP.sub(r"\1", line))


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
