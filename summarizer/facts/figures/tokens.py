"""Cutting a text into the numbers, words and marks that figures are read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

SPACES = "\u00a0\u2009\u202f"
"""The spaces that set off groups of three digits: no-break, thin, narrow no-break."""


class Token(NamedTuple):
    """A number, a word or a single mark, with its place in the text.

    ``key`` is the text in lower case with a straight apostrophe. ``glued`` tells that nothing
    stands between this token and the one before; ``fresh`` that it is the first of its line.
    """

    text: str
    key: str
    kind: str  # "number", "word" or "mark"
    start: int
    end: int
    glued: bool
    fresh: bool


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


def joined_rows(table: str) -> list[str]:
    """The rows of a table in text; a line that begins with blanks goes on with the row above."""
    rows: list[str] = []
    for line in table.strip("\n").splitlines():
        if line.startswith(" ") and rows:
            rows[-1] += " " + line.strip()
        else:
            rows.append(line)
    return rows


def number_pattern(group: str, decimal: str) -> str:
    """The pattern of a digit number whose groups are split by ``group``, decimals by ``decimal``.

    Indian groups of two ("12,34,567") are read too. Repeats are bounded so that the pattern is
    linear on any text.
    """
    return (
        rf"\d{{1,3}}(?:[{group}]\d{{2,3}}){{0,7}}[{group}]\d{{3}}(?!\d)(?:[{decimal}]\d+)?"
        rf"|\d+(?:[{decimal}]\d+)?|(?<![\w.,])[{decimal}]\d+"
    )


@lru_cache(maxsize=16)
def token_pattern(group: str, decimal: str) -> re.Pattern[str]:
    """The pattern of one token where numbers are written with these two marks."""
    return re.compile(
        rf"(?P<number>{number_pattern(group, decimal)})|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|_)"
    )


def tokenise(text: str, group: str, decimal: str) -> list[Token]:
    """The tokens of ``text`` in order; white space lies between them and nothing else."""
    tokens: list[Token] = []
    end = 0
    for match in token_pattern(group, decimal).finditer(text):
        previous, (start, end) = end, match.span()
        between = text[previous:start]
        written = match[0]
        key = written.lower().replace("’", "'")
        glued = bool(tokens) and not between
        fresh = not tokens or "\n" in between or "\r" in between
        tokens.append(Token(written, key, match.lastgroup or "mark", start, end, glued, fresh))
    return tokens


class Phrases(Generic[T]):
    """A table of phrases (tokens with a space between them), found by their longest match."""

    def __init__(self, table: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        items = table.items() if isinstance(table, Mapping) else table
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in items:
            words = tuple(phrase.split())
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))
        for listed in (*self._first.values(), *self._last.values()):
            listed.sort(key=lambda item: -len(item[0]))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """The value of the longest phrase that begins at ``index``, and the index after it."""
        if not 0 <= index < len(tokens):
            return None
        for words, value in self._first.get(tokens[index].key, ()):
            end = index + len(words)
            if end <= len(tokens) and _reads(tokens, index, words):
                return value, end
        return None

    @property
    def first_words(self) -> Iterable[str]:
        """The keys of the tokens that a phrase begins with."""
        return self._first.keys()

    def before(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends just before ``index``, and its first index."""
        return next(self.all_before(tokens, index), None)

    def all_before(self, tokens: Sequence[Token], index: int) -> Iterator[tuple[T, int]]:
        """Every phrase that ends just before ``index``, the longest first."""
        if not 0 < index <= len(tokens):
            return
        for words, value in self._last.get(tokens[index - 1].key, ()):
            start = index - len(words)
            if start >= 0 and _reads(tokens, start, words):
                yield value, start


def _reads(tokens: Sequence[Token], start: int, words: tuple[str, ...]) -> bool:
    """Whether the tokens from ``start`` on have the keys ``words``."""
    return all(tokens[at].key == word for at, word in enumerate(words, start))
