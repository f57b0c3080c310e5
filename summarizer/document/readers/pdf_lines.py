"""The lines of a PDF into paragraphs: words put together again, page edges left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_BLANKS = re.compile(r"[ \t\r\f\v\x00]+")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|página|p\.|-|–)\s{0,3})?\d{1,4}(?:\s{0,3}(?:/|of|von|de|-|–)\s{0,3}(?:\d{1,4})?)?\Z",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:file|https?)://\S{1,400}(?:\s\d{1,4}/\d{1,4})?\Z"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?: .{1,200})?\Z"
)
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}\Z")
_BULLET = re.compile(r"[•▪‣●○◦–*-]\s|\(?\d{1,2}[.)]\s")
_CUT = re.compile(r"(?<!\w)(\w{1,40})[-\u2010\u00ad]\Z")
_FIRST = re.compile(r"\w+")
_KEEPS_HYPHEN = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|non|self|ex|half|well)\Z", re.I
)
_AND = frozenset(["und", "oder", "and", "or", "y", "o", "et", "ou", "bzw"])
_EDGE = 0.09  # of the page's height: where headers and footers stand
_GAP = 1.3  # of the usual distance of lines: more begins a paragraph
_MOST_LINES = 400  # of one paragraph
_SIZES = 0.08  # difference of letter size, as a share, that makes another kind of text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins (points, from the lower left), and the size of letters."""

    text: str
    page: int
    x: float
    y: float
    size: float
    height: float  # of its page


def cleaned(text: str) -> str:
    """Ligatures as letters, runs of blanks as one."""
    return _BLANKS.sub(" ", text.translate(_LIGATURES)).strip(" ")


def without_edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those at the edges of pages: running heads, page numbers."""
    pages = {line.page for line in lines}
    at_edges = [line for line in lines if _at_edge(line)]
    seen = Counter(
        pattern
        for page in pages
        for pattern in {_pattern(e.text) for e in at_edges if e.page == page}
    )
    often = max(2, round(0.5 * len(pages)))
    edges = [
        line
        for line in at_edges
        if (len(pages) > 1 and seen[_pattern(line.text)] >= often)
        or _PAGE_NUMBER.match(line.text)
        or _PRINTED.match(line.text)
    ]
    dropped = set(map(id, edges))
    return [line for line in lines if id(line) not in dropped], edges


def _pattern(text: str) -> str:
    return _NUMBER.sub("0", text.lower())


def _at_edge(line: Line) -> bool:
    return not _EDGE * line.height < line.y < (1 - _EDGE) * line.height


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The lines put together where a line end is only one of width."""
    if not lines:
        return []
    usual = _usual_distance(lines)
    known = Counter(word for line in lines for word in _FIRST.findall(line.text.lower()))
    groups = [[lines[0]]]
    for line, following in pairwise(lines):
        if _begins(line, following, usual, groups[-1]):
            groups.append([])
        groups[-1].append(following)
    return [_joined([line.text for line in group], known) for group in groups]


def _usual_distance(lines: Sequence[Line]) -> float:
    """Of one line to the next of the same size, as a share of it."""
    found = [
        (line.y - following.y) / line.size
        for line, following in pairwise(lines)
        if _same_size(line, following) and 0 < line.y - following.y < 4 * line.size
    ]
    return median(found) if found else 1.2


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _SIZES * max(line.size, other.size)


def _begins(line: Line, following: Line, usual: float, group: Sequence[Line]) -> bool:
    """Whether the following line begins a paragraph."""
    apart = not _same_size(line, following) or len(group) > _MOST_LINES
    if apart or _BULLET.match(following.text):
        return True
    ended = bool(_ENDS.search(line.text[-6:]))
    down = line.y - following.y
    if line.page != following.page or down <= 0 or down > 20 * line.size:
        return ended  # the next column, or the next page
    if down > _GAP * usual * line.size:
        return True
    indented = following.x - line.x
    if 0.7 * line.size < indented < 5 * line.size and len(group) > 1 and ended:
        return True
    longest = max(len(each.text) for each in group)
    return ended and len(group) > 1 and len(line.text) < 0.6 * longest


def _joined(lines: Sequence[str], known: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        cut = _CUT.search(text[-60:])
        first = _FIRST.match(line)
        if cut is None or first is None or first.group().lower() in _AND:
            text = f"{text} {line}"
        elif text.endswith("\u00ad") or _is_one_word(cut.group(1), first.group(), known):
            text = f"{text[:-1]}{line}"
        else:
            text = f"{text}{line}"
    return text


def _is_one_word(before: str, after: str, known: Counter[str]) -> bool:
    """Whether a hyphen at a line's end is only there for the width."""
    if not after[0].islower() or not before[-1].isalpha():
        return False
    if known[f"{before}{after}".lower()]:
        return True
    return not _KEEPS_HYPHEN.match(before)
