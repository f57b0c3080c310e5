"""A stretch of text as comparable words: folded tokens, each with its place in the source.

A token is a number with its inner separators and sign, a word with its inner apostrophes, a
single character of a script written without spaces, or any other single mark. Two texts with
the same tokens differ in white space around marks only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex

from summarizer.document.folding import Folded, fold
from summarizer.document.model import Span
from summarizer.facts.words import word_set

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
# A number, a word, a signed number, a number that begins with its point, any other mark. Each looks
# at its own first character first: tried in one optional chain, a line of marks took twice as long.
TOKEN = regex.compile(
    rf"""
    \d++(?:[.,:/]\d++)*+
  | [\p{{L}}--[{UNSPACED}]][[\p{{L}}\p{{M}}\d]--[{UNSPACED}]]*+(?:'[\p{{L}}--[{UNSPACED}]]++)*+
  | [-+±](?=\.?\d)(?<![^\s(\['].)\.?\d++(?:[.,:/]\d++)*+
  | \.(?=\d)(?<![\p{{L}}\d].)\d++(?:[.,:/]\d++)*+
  | \S\p{{M}}*+
    """,
    regex.VERBOSE | regex.V1,
)

FUNCTION_WORDS = word_set(
    """
    a about after all also an and any are as at be been before being but by can could did do does
    for from had has have he her here him his how i if in into is it its just may me more most
    must my no not of on one only or other our out over said says she should so some such than
    that the their them then there these they this those to too under up us was we were what when
    where which while who will with would you your
    """
)


class Token(NamedTuple):
    """A folded form, and where it stands in the folded text."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """Quote tokens ``quote[0]:quote[1]`` against source tokens; ``same`` when they agree."""

    same: bool
    quote: tuple[int, int]
    source: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text and (some of) its tokens; what comes out is in code points of ``text``."""

    text: str
    folded: Folded
    tokens: tuple[Token, ...]

    @property
    def forms(self) -> list[str]:
        """The folded tokens alone."""
        return [token.form for token in self.tokens]

    def slice(self, first: int, last: int) -> str:
        """The source from token ``first`` up to, not including, token ``last``."""
        span = self.place(first, last)
        return self.text[span.start : span.end]

    def place(self, first: int, last: int) -> Span:
        """Where :meth:`slice` stands; an empty one is a point after the token before."""
        if last > first:
            return source_span(
                self.text, self.folded, self.tokens[first].start, self.tokens[last - 1].end
            )
        if not self.tokens:
            return Span(0, 0)
        near = self.place(first - 1, first) if first else self.place(0, 1)
        return Span(near.end, near.end) if first else Span(near.start, near.start)


def source_span(text: str, folded: Folded, start: int, end: int) -> Span:
    """Where folded characters stand in ``text``, without white space that was folded in."""
    span = folded.to_source(start, end)
    found = text[span.start : span.end]
    first = span.start + len(found) - len(found.lstrip())
    trimmed = Span(first, max(first, span.start + len(found.rstrip())))
    if trimmed == span or any(splits_cluster(text, folded, at) for at in (first, trimmed.end)):
        return span
    return trimmed


def splits_cluster(text: str, folded: Folded, offset: int) -> bool:
    """Whether an offset of ``text`` lies inside a grapheme cluster."""
    return text[offset - 1 : offset + 1] == "\r\n" or folded.splits_cluster(offset)


def read_wording(text: str) -> Wording:
    """Fold and cut ``text``."""
    return wording_of(text, fold(text))


def wording_of(text: str, folded: Folded, start: int = 0, end: int | None = None) -> Wording:
    """Cut the folded characters ``start`` to ``end`` of ``text``."""
    last = len(folded.text) if end is None else end
    found = TOKEN.finditer(folded.text, start, last)
    return Wording(text, folded, tuple(Token(m.group(), m.start(), m.end()) for m in found))
