"""Which line ends are only a matter of width.

News text from the web has a paragraph a line, and a line end there ends a sentence, full stop or
not (headlines, list items, bylines). Text from an agency wire, a mail or a plain-text file is
wrapped at 70 to 80 columns, and a line end there means nothing. The two are told apart by what
wrapping does: a line ends where the next word would not have fitted, in the middle of sentences,
so that many lines end in a word like "the", or the next ones begin in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

# The line and paragraph ends of Unicode, each of which ends a line here (CRLF is one end).
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"\S{1,40}")
_UNFINISHED = re.compile(
    r"\s(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|their|his|its|der|die|das|und|"
    r"von|mit|le|la|les|de|du|des|et|el|los|las|del|y)\s*\Z"
)
_ITEM = re.compile(r"(?:[-*+•·‣▪–—>]\s|\(?\d{1,3}[.)]\s)")
_TERMINATED = re.compile(r"[.!?…:。！？।۔؟][\"'”’»)\]]{0,3}\s*\Z")

# Widths, in characters, that somebody wraps a text at; scripts without case are often wide.
_NARROWEST, _NARROWEST_UNCASED, _WIDEST = 40, 20, 100
# A line is full when it and the next word would take this share of the width: hand-made and
# rewrapped text is ragged. Lists of headlines of like length are told by their capitals instead.
_FULL = 0.85
_FULL_SHARE = 0.6
_TOLD_SHARE = 1 / 3


class Line(NamedTuple):
    """One line that is not blank: its span, and how its first word looks."""

    start: int
    end: int
    first_word: int  # length in characters
    begins_lower: bool
    terminated: bool  # ends with the mark of a sentence
    unfinished: bool  # ends with a word that no headline or sentence ends with
    item: bool  # begins with a bullet or a number

    @property
    def width(self) -> int:
        """Its length in characters."""
        return self.end - self.start


def block_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of ``text`` that are not blank, those of a wrapped paragraph as one."""
    paragraphs = _paragraphs(text)
    cased = text != text.lower()
    widths = [_width(lines, cased) for lines in paragraphs]
    several = sum(len(lines) > 1 for lines in paragraphs)
    wrapped = [width for width in widths if width]
    # Where most paragraphs are wrapped, the ones that do not show it by themselves are too.
    common = max(wrapped) if wrapped and 2 * len(wrapped) >= several else 0
    spans = []
    for lines, width in zip(paragraphs, widths, strict=True):
        spans += _joined(lines, width or common, cased)
    return spans


def _paragraphs(text: str) -> list[list[Line]]:
    """The lines in groups, a blank line or U+2029 between one group and the next."""
    groups: list[list[Line]] = []
    last = -1
    for found in _LINE.finditer(text):
        start, end = found.span()
        if not text[start:end].strip():
            continue
        gap = text[last:start].replace("\r\n", "\n") if last >= 0 else ""
        if last < 0 or len(gap) > 1 or gap == "\u2029":
            groups.append([])
        groups[-1].append(_line(text, start, end))
        last = end
    return groups


def _line(text: str, start: int, end: int) -> Line:
    """Look at a line that is not blank; the blanks at its end are left out."""
    while text[end - 1].isspace():
        end -= 1
    word = _WORD.search(text, start, end)
    first, length = (word.start(), len(word.group())) if word else (start, 0)
    return Line(
        start,
        end,
        first_word=length,
        begins_lower=text[first].islower(),
        terminated=_TERMINATED.search(text, max(start, end - 5), end) is not None,
        unfinished=_UNFINISHED.search(text, max(start, end - 8), end) is not None,
        item=_ITEM.match(text, first, end) is not None,
    )


def _width(lines: Sequence[Line], cased: bool) -> int:
    """The width a paragraph was wrapped at, or 0."""
    if len(lines) < (2 if cased else 3):
        return 0
    width = max(line.width for line in lines)
    if not (_NARROWEST if cased else _NARROWEST_UNCASED) <= width <= _WIDEST:
        return 0
    ends = [pair for pair in pairwise(lines) if not pair[1].item]
    full = [pair for pair in ends if _full(*pair, width, cased)]
    if not full or len(full) < _FULL_SHARE * len(ends):
        return 0
    if cased:
        told = sum(
            line.unfinished or (following.begins_lower and not line.terminated)
            for line, following in full
        )
        return width if told >= _TOLD_SHARE * len(full) else 0
    unfinished = sum(not line.terminated for line, _ in full)
    return width if len(full) == len(ends) and 2 * unfinished >= len(full) else 0


def _full(line: Line, following: Line, width: int, cased: bool) -> bool:
    room = line.width + 1 + following.first_word if cased else line.width
    return room >= _FULL * width and line.width <= width


def _joined(lines: Sequence[Line], width: int, cased: bool) -> list[tuple[int, int]]:
    """The spans of a paragraph's lines, joined where the line end is only wrapping."""
    spans = [(lines[0].start, lines[0].end)]
    for line, following in pairwise(lines):
        goes_on = following.begins_lower and not line.terminated and 2 * line.width >= width
        if width and not following.item and (goes_on or _full(line, following, width, cased)):
            spans[-1] = (spans[-1][0], following.end)
        else:
            spans.append((following.start, following.end))
    return spans
