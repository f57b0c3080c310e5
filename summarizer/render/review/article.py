"""An article as HTML: paragraphs of numbered pieces, cut wherever evidence begins or ends.

Offsets here are code points and a browser counts UTF-16 units, so nothing is counted there: pieces
are cut before the page is written, and the page only ever numbers them. The text of all pieces in
a row is the article, character by character; what would act or hide is written out, and the element
that shows it says which characters it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from summarizer.document.lines import block_spans
from summarizer.render.inert import MARK, UNSAFE
from summarizer.render.passages import Offsets, Passages, cut
from summarizer.summary import Evidence

# What ``render.inert`` writes out, but for blanks and line ends, which stand for themselves here,
# and for soft hyphens, at which a browser may break a line; and of more than four marks on one
# letter, those that follow.
_BLANK = "\v\f\x1c-\x1f\x85\u2028\u2029"
_NOT_SHOWN = re.compile(
    f"(?P<blank>[{_BLANK}]+)|(?P<return>\r)|(?P<marks>(?<={MARK}{{4}}){MARK}+)|"
    f"(?P<unsafe>(?:(?![\t\n\r\xad{_BLANK}])(?:{UNSAFE.pattern}))+)"
)
_SHOWN_EACH = 3
"""A run of more unseen characters than this is shown as its first, and how many they are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that no evidence begins or ends in.

    ``kinds`` are the letters of the kinds of items that it supports, for the style.
    """

    number: int
    shown: Markup
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces of a paragraph, and the blanks and line ends after it, which are not shown.

    ``apart`` is whether a blank line follows it.
    """

    pieces: tuple[Piece, ...]
    gap: tuple[Piece, ...]
    apart: bool


@dataclass(frozen=True)
class ArticleView:
    """An article that is cut; ``ranges`` says which pieces a stretch of it became."""

    paragraphs: tuple[Paragraph, ...]
    text: str
    _passages: Passages

    def ranges(self, evidence: Iterable[Evidence]) -> str:
        """Evidence as ranges of piece numbers, half-open: ``3-7 9-10``. What is not in the article,
        word for word at its place, is left out."""
        found = ((piece.start, piece.end) for piece in evidence if stands(piece, self.text))
        return self._passages.ranges(found, len(self.text))


def stands(evidence: Evidence, text: str) -> bool:
    """Whether evidence is where it says, with at least one character."""
    return (
        0 <= evidence.start < evidence.end and text[evidence.start : evidence.end] == evidence.quote
    )


def cut_article(text: str, evidence: Iterable[tuple[str, Evidence]]) -> ArticleView:
    """Cut the text at both ends of every piece of evidence, each given with its kind's letter."""
    marks = sorted(
        {(e.start, e.end, kind) for kind, e in evidence if stands(e, text)},
        key=lambda mark: mark[:2],
    )
    blocks = _blocks(text)
    passages = cut(text, [*((start, end) for start, end, _ in marks), *_edges(blocks)])
    number_at = passages.number_at
    kinds = [""] * len(passages.pieces)
    for start, end, kind in marks:
        for number in range(number_at[start], number_at[end]):
            if kind not in kinds[number]:
                kinds[number] += kind
    pieces = [
        Piece(number, show(words), kinds[number]) for number, words in enumerate(passages.pieces)
    ]
    paragraphs = (
        Paragraph(
            tuple(pieces[number_at[start] : number_at[end]]),
            tuple(pieces[number_at[end] : number_at[gap_end]]),
            apart=_is_apart(text[end:gap_end]),
        )
        for start, end, gap_end in blocks
    )
    return ArticleView(tuple(paragraphs), text, passages)


def show(text: str) -> Markup:
    """The text as HTML that parses back to it, but for the characters that must not act or hide.

    Those are written out in an element whose ``data-u`` holds their code points.
    """
    parts: list[Markup] = []
    done = 0
    for found in _NOT_SHOWN.finditer(text):
        parts += [escape(text[done : found.start()]), _written_out(found)]
        done = found.end()
    return Markup("").join([*parts, escape(text[done:])])


def _written_out(found: re.Match[str]) -> Markup:
    characters = found[0]
    if found.lastgroup == "return":
        return Markup("&#13;")  # as itself, a parser of HTML would take it for a line feed
    points = " ".join(f"{ord(character):x}" for character in characters)
    if found.lastgroup == "blank":
        return Markup('<i data-u="{}"> </i>').format(points)
    if found.lastgroup == "marks":
        words = f"⟨{len(characters)} more marks⟩"
    elif len(characters) <= _SHOWN_EACH:
        words = "".join(f"⟨U+{ord(character):04X}⟩" for character in characters)
    else:
        words = f"⟨U+{ord(characters[0]):04X} and {len(characters) - 1} more unseen⟩"
    return Markup('<i class="u" data-u="{}">{}</i>').format(points, words)


def _blocks(text: str) -> list[tuple[int, int, int]]:
    """Start and end of each paragraph, and the end of the gap after it; the first begins at 0."""
    spans = block_spans(text) or [(0, len(text))]
    starts = [0, *(start for start, _ in spans[1:])]
    ends = [*starts[1:], len(text)]
    return [
        (start, end, gap_end) for start, (_, end), gap_end in zip(starts, spans, ends, strict=True)
    ]


def _edges(blocks: Iterable[tuple[int, int, int]]) -> Iterator[Offsets]:
    for start, end, gap_end in blocks:
        yield from ((start, end), (end, gap_end))


def _is_apart(gap: str) -> bool:
    return len(gap.replace("\r\n", "\n").replace(" ", "")) != 1
