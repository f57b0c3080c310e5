"""The text of a page in blocks, as a reader sees them: paragraphs, headings, items, rows.

The words and their order are the page's. White space is what a browser makes of it: runs of
blanks are one, a ``<br>`` ends a line. Nothing else is changed, no character normalised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.document.readers.page_tree import Element

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\w+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "nobr",
        "output",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "math",
        "mi",
        "mo",
        "mn",
        "mrow",
        "msup",
        "msub",
        "mfrac",
        "amp-img",
        "button",
        "input",
        "link",
        "meta",
        "g-emoji",
    ]
)
_CELLS = ("td", "th")
_LONG_CELL = 400  # characters, beyond which a cell is no entry of a table
_CELL_JOIN = " | "


@dataclass(frozen=True)
class Block:
    """A stretch of text that stands by itself, and the innermost element that holds it all.

    ``tag`` is that of the element that makes the block: ``p``, ``li``, ``tr``, ``h2``.
    ``linked`` is how many of its characters are links.
    """

    text: str
    tag: str
    element: Element
    linked: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(_WORD.findall(self.text.lower()))

    @property
    def mostly_links(self) -> bool:
        """Whether more of it is links than not."""
        return 2 * self.linked > len(self.text)


def blocks_of(tree: Element) -> list[Block]:
    """The blocks of a page in order; those without a letter or digit are left out."""
    reader = _Reader()
    todo: list[tuple[Element, bool]] = [(tree, False)]
    while todo:
        element, leaving = todo.pop()
        if not leaving:
            reader.enter(element)
            todo.append((element, True))
            todo.extend((child, False) for child in reversed(element) if isinstance(child.tag, str))
        else:
            reader.leave(element)
            if element is not tree:
                reader.tail(element)
    reader.end(tree)
    return [block for block in reader.blocks if block.words]


class _Reader:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0  # how deep in links
        self._rows: list[list[str]] = []  # the cells of the rows that are open
        self._open: list[Element] = []
        self._plain = 0  # how deep in <pre>
        self._counts: list[int] = []

    def enter(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._parts.append("\n")
        elif tag == "tr" and not _is_layout(element):
            self.end(element.getparent())
            self._rows.append([])
            self._open.append(element)
        elif tag not in _INLINE:
            self._begin(element)
        if tag in ("ol", "ul", "menu"):
            self._counts.append(_start(element) if tag == "ol" else 0)
        elif tag == "li":
            self._parts.append(self._marker(element))
        self._links += tag == "a"
        self._plain += tag == "pre"
        self._add(element.text)

    def leave(self, element: Element) -> None:
        tag = element.tag
        if tag in _CELLS and self._rows and element.getparent() is self._open[-1]:
            self._cell()
        elif self._open and element is self._open[-1]:
            self._cell()
            self._row(element)
        elif tag not in _INLINE and tag != "br":
            if self._rows:
                self._parts.append("\n")
            else:
                self.end(element)
        if tag in ("ol", "ul", "menu") and self._counts:
            self._counts.pop()
        self._links -= tag == "a"
        self._plain -= tag == "pre"

    def tail(self, element: Element) -> None:
        self._add(element.tail)

    def end(self, element: Element) -> None:
        """The inline text gathered so far is a block, or several where line breaks part it."""
        whole = "".join(self._parts)
        linked, self._linked, self._parts = self._linked, 0, []
        if not whole.strip():
            return
        for text in _lines(whole):
            self.blocks.append(Block(text, str(element.tag), element, min(linked, len(text))))

    def _begin(self, element: Element) -> None:
        if self._rows:
            if "".join(self._parts).strip():
                self._parts.append("\n" if element.tag not in _CELLS else "")
            return
        parent = element.getparent()
        self.end(parent if parent is not None else element)

    def _marker(self, element: Element) -> str:
        if not self._counts or not self._counts[-1]:
            return "- "
        number, self._counts[-1] = self._counts[-1], self._counts[-1] + 1
        return f"{number}. "

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = text.replace("\r\n", "\n") if self._plain else _BLANKS.sub(" ", text)
        self._parts.append(text)
        if self._links:
            self._linked += len(text)

    def _cell(self) -> None:
        text = " ".join("".join(self._parts).split("\n"))
        self._parts = []
        self._rows[-1].append(_BLANKS.sub(" ", text).strip(" \n"))

    def _row(self, element: Element) -> None:
        self._open.pop()
        cells = [cell for cell in self._rows.pop() if cell]
        linked, self._linked = self._linked, 0
        if not cells:
            return
        text = _CELL_JOIN.join(cells)
        if self._rows:
            self._parts.append(f"{text}\n")  # a table in a table
        else:
            self.blocks.append(Block(text, "tr", element, min(linked, len(text))))


def _lines(whole: str) -> list[str]:
    """The paragraphs of inline text: two line breaks part them, one only ends a line."""
    paragraphs: list[list[str]] = [[]]
    for line in whole.split("\n"):
        stripped = _stripped(line)
        if stripped:
            paragraphs[-1].append(stripped)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]


def _stripped(line: str) -> str:
    """Without the blanks around it that a browser does not show; no-break spaces stay inside."""
    return _BLANKS.sub(" ", line).strip(" \xa0")


def _is_layout(row: Element) -> bool:
    """Whether a row only places parts of a page side by side, as older pages do."""
    parts = sum(1 for _ in row.iter("table", "form", "p", *HEADINGS))
    return parts > 2 * len(row) or any(
        len("".join(cell.itertext())) > _LONG_CELL for cell in row.iterchildren(*_CELLS)
    )


def _start(element: Element) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
