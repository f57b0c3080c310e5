"""A text cut into tokens once, with what the readers of figures ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from summarizer.facts.dates import YEAR, DateMention, read_dates
from summarizer.facts.figures.languages import Language, language_table
from summarizer.facts.figures.tokens import Token, tokenise

_SENTENCE_ENDS = frozenset(".!?;")

# Stretches whose digits are never quantities: addresses on the net, handles; then, each beginning
# with a digit, times of day, decades, telephone numbers, versions, seasons and spans of years.
_NET = re.compile(
    r"(?:https?://|www\.)\S{1,500}|\.(?:com|org|net|gov|edu|io|co\.uk|de|fr|es)/\S{1,500}"
    r"|[@#][^\W\d][\w.-]{0,60}"
)
_DIGITS = re.compile(
    r"""
    (?<![\w.,:$£€-])(?:
      \d{1,2}(?:[:.]\d{2}){0,2}\s?
        (?:a\.m\b\.?|p\.m\b\.?|[ap]m\b|[AP]M\b|Uhr\b|o['’]clock\b)
    | \d{1,2}(?::\d{2}){1,2}(?![\w:])
    | \d{1,2}h\d{2}(?!\w)
    | [0-2]\d[0-5]\d\s(?:GMT|BST|EST|EDT|PST|PDT|CET|UTC|hours\slocal)\b
    | (?:1[5-9]|20)?\d0['’]?s\b
    | (?:\d{3}[\s-])?\d{3}-\d{4}(?![\w-])
    | (?:1[5-9]|20)\d\d[-–—/](?:(?:1[5-9]|20)\d\d|\d\d)(?![\w%-]|[.,]\d)
    | \d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})?(?!\w)
    | (?:24/7|9/11|7/7|401\(k\)|20/20)(?!\w)
    )
    """,
    re.VERBOSE,
)
_SHORT_YEAR = re.compile(r"(?<!\w)['’]\d\d(?:s\b|(?![\w%'’]))|\[\d{1,3}\]")
# With marks of which a text has one where the pattern can be found in it.
_NO_QUANTITIES = (
    (_NET, ("/", "www.", "@", "#")),
    (_DIGITS, ("",)),
    (_SHORT_YEAR, ("'", "’", "[")),
)


@dataclass(frozen=True)
class Context:
    """A text being read: its tokens, its language's table, its dates."""

    text: str
    language: Language
    apart: bool = False

    @classmethod
    def of(cls, text: str, code: str, *, apart: bool = False) -> Context:
        """Prepare ``text`` for reading in the language ``code``.

        ``apart``: the two ends of a change ("rose from 5 to 7 million") are two amounts.
        """
        return cls(text, language_table(code), apart)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the text."""
        return tokenise(self.text, self.language.group, self.language.decimal)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the text, unresolved."""
        return read_dates(self.text, None, self.language.code)

    @cached_property
    def _masked(self) -> bytearray:
        mask = bytearray(len(self.text))
        spans = [
            match.span()
            for pattern, marks in _NO_QUANTITIES
            if any(mark in self.text for mark in marks)
            for match in pattern.finditer(self.text)
        ]
        spans += [(day.start, day.end) for day in self.dates if day.precision != YEAR]
        for start, end in spans:
            mask[start:end] = b"\1" * (end - start)
        return mask

    def masked(self, index: int) -> bool:
        """Whether the token stands inside a date, a time of day, an address on the net..."""
        return bool(self._masked[self.tokens[index].start])

    def key(self, index: int) -> str:
        """The key of a token, "" outside the text."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def token(self, index: int) -> Token | None:
        """A token, None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def ends_sentence(self, index: int) -> bool:
        """Whether a sentence ends at this token: a full stop before a capital, a new line after."""
        return _ends_sentence(self.tokens[index], self.token(index + 1))

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        numbers, number = [], 0
        for token, following in zip_longest(self.tokens, self.tokens[1:]):
            numbers.append(number)
            number += _ends_sentence(token, following)
        return numbers

    def same_sentence(self, first: int, second: int) -> bool:
        """Whether two tokens stand in one sentence (roughly: see ``ends_sentence``)."""
        return self._sentence_numbers[first] == self._sentence_numbers[second]

    @cached_property
    def _titled(self) -> list[bool]:
        counts: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.kind == "word" and len(token.text) > 3:
                count = counts.setdefault(self._sentence_numbers[index], [0, 0])
                count[0] += 1
                count[1] += token.text[0].isupper()
        return [
            (count := counts.get(number, [0, 0]))[0] > 3 and count[1] >= 0.7 * count[0]
            for number in self._sentence_numbers
        ]

    def in_title(self, index: int) -> bool:
        """Whether the sentence around the token is set in title case, as headlines are."""
        return self._titled[index]


def _ends_sentence(token: Token, following: Token | None) -> bool:
    if following is None or following.fresh:
        return True
    if following.glued or token.text not in _SENTENCE_ENDS:
        return False
    return not following.text[0].islower()


def is_capital(token: Token | None) -> bool:
    """Whether a word begins or goes on with a capital ("Boeing", "iPhone")."""
    return token is not None and token.kind == "word" and token.text != token.text.lower()
