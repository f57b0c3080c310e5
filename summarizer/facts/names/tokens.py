"""Words of a text as a reader of names needs them: which capital is there for a name's sake.

A capital counts for nothing where every word would have one: at the start of a sentence or of a
quotation, and in a headline. Such words are ``weak``; what else the text and the tables know of a
word decides whether it names something.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.facts.names.common_words import (
    ABBREVIATIONS_NOT_NAMES,
    FUNCTION_WORDS,
    OPENERS,
    looks_common,
)
from summarizer.facts.names.org_words import EXPANSIONS, KNOWN_ORGANIZATIONS
from summarizer.facts.names.person_words import ABBREVIATED_TITLES, GIVEN_NAMES, TITLES
from summarizer.facts.names.places import CAPITALS, COUNTRY_NAMES, DEMONYMS, PEOPLES, PLACES, SEATS
from summarizer.facts.names.romance_words import ARTICLES as ROMANCE_ARTICLES
from summarizer.facts.words import word_set

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,6}"  # U.S., D.C.
    r"|[A-Z]{1,3}&[A-Z]{1,3}\b"  # AT&T
    r"|[^\W_][\w\u0300-\u036f]*(?:['’][^\W\d_][\w\u0300-\u036f]*)*"
)
ROMAN = re.compile(r"[IVX]{2,6}")
_LINE = re.compile(r"[^\r\n]+")
# What stands between two words and ends nothing: then the second is not at a sentence's start.
_OPENS_SENTENCE = re.compile(r"[.!?…:;\r\n•|]|^$")

WEEKDAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = word_set(
    "January February March April May June July August September October November December Jan Feb "
    "Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
NAMED_DAYS = frozenset({"Black", "Good", "Super", "Ash", "Cyber", "Palm", "Easter", "Bloody"})
# Words that a name never goes on with, capital or not.
BREAKERS = word_set(
    """
the a an in on at he she it they we but and or if when as after this that there for with by from
to is was are were be been his her its their our my what why how who which i you while has have
had not no so than then these those would could may might should
"""
)
_GAZETTEER = frozenset(
    word
    for table in (COUNTRY_NAMES, DEMONYMS, PEOPLES, CAPITALS, SEATS, PLACES)
    for name in table
    for word in name.split()
    if word[0].isupper()
)
_KNOWN = (
    (_GAZETTEER | KNOWN_ORGANIZATIONS | frozenset(EXPANSIONS) | GIVEN_NAMES)
    - {word.capitalize() for word in FUNCTION_WORDS}
) - {"White", "House", "Black", "State", "Street", "City", "Times", "View", "Gold", "Sea", "Square"}


class Token(NamedTuple):
    """A word: ``text[start:end]``; ``gap`` is what stands between it and the word before.

    ``word`` is the text without a possessive: see ``bare``.
    """

    text: str
    word: str
    start: int
    end: int
    gap: str
    capital: bool
    opens: bool  # a sentence, a quotation or a line
    headline: bool

    @property
    def weak(self) -> bool:
        """Whether the capital may be there for the position only."""
        return self.opens or self.headline


def bare(word: str) -> str:
    """A word without a possessive ``'s`` or ``'``."""
    return word[:-2] if word.endswith(("'s", "’s", "'S", "’S")) else word


def _headline_spans(text: str) -> list[tuple[int, int]]:
    """Lines in which nearly every longer word has a capital: headlines and subheads."""
    spans = []
    for line in _LINE.finditer(text):
        body = line.group().rstrip()
        if len(body) > 250 or body.endswith((".", ",", ";")):
            continue
        words = [w for w in TOKEN.findall(body) if len(w) > 3 and not w[0].isdigit()]
        lower = sum(not w[0].isupper() for w in words)
        if len(words) >= 4 and lower * 5 <= len(words) and not _has_only_names(words):
            spans.append((line.start(), line.end()))
    return spans


def _has_only_names(words: list[str]) -> bool:
    """Whether a line of capitals is a list of names: then its capitals mean something."""
    return not any(w.lower() in OPENERS or looks_common(w) for w in words if w not in TITLES)


def read_tokens(text: str) -> list[Token]:
    """Every word of ``text`` in order. Linear in its length."""
    return list(_tokens_of(text))


@lru_cache(maxsize=8)  # names and actors of one article are read from the same words
def _tokens_of(text: str) -> tuple[Token, ...]:
    headlines = _headline_spans(text)
    tokens: list[Token] = []
    previous, at_headline, before = 0, 0, ""
    for match in TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        gap = text[previous:start]
        while at_headline < len(headlines) and headlines[at_headline][1] <= start:
            at_headline += 1
        inside = at_headline < len(headlines) and headlines[at_headline][0] <= start
        opens = not tokens or (gap != " " and _opens_sentence(before, gap))
        tokens.append(Token(word, bare(word), start, end, gap, word[0].isupper(), opens, inside))
        previous, before = end, word
    return tuple(tokens)


def _opens_sentence(before: str, gap: str) -> bool:
    """Whether a gap that is no mere blank opens one.

    Behind a blank nothing does, not even behind "U.S.", which holds its own full stop: what follows
    it may open a sentence and mostly does not.
    """
    if gap == "-" and not before.endswith("."):
        return False
    if gap.startswith(".") and gap.strip(". \u00a0") == "":
        is_abbreviated = before in ABBREVIATED_TITLES or before in {
            "St",
            "Mt",
            "Ft",
            "Jr",
            "Sr",
            "vs",
        }
        return not (is_abbreviated or (len(before) == 1 and before.isupper()))
    return (
        bool(_OPENS_SENTENCE.search(gap))
        or gap.strip().startswith(("—", "*"))
        or (gap.endswith(("“", '"', "‘", "«", "„", "'")) and len(gap) > 1)
    )


@dataclass(frozen=True, slots=True)
class Usage:
    """How the text writes each word: with a capital where none was due, and in lower case."""

    strong: Counter[str]
    lower: Counter[str]
    all_headline: bool

    @classmethod
    def of(cls, tokens: list[Token]) -> Usage:
        """Count the words of a text; a possessive counts as its word."""
        lower = Counter([token.word for token in tokens if not token.capital])
        strong = Counter([t.word for t in tokens if t.capital and not (t.opens or t.headline)])
        return cls(strong, lower, all(token.headline for token in tokens))


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals like ``NATO``, ``IE6``, ``U.S.``; not ``CEO``."""
    letters = word.replace(".", "").replace("&", "")
    return (
        len(letters) > 1
        and letters.isupper()
        and letters not in ABBREVIATIONS_NOT_NAMES
        and not letters.isdigit()
        and not (letters.lower() in FUNCTION_WORDS and letters not in {"US", "WHO", "IT"})
        and not ROMAN.fullmatch(letters)
    )


def names_something(token: Token, following: Token | None, usage: Usage) -> bool:
    """Whether a capitalised word is (part of) a proper name, not merely the first of a line."""
    word = token.word
    if not token.capital or _never_names(word) or token.gap.endswith(("#", "@")):
        return False
    return not token.weak or _names_where_weak(token, word, following, usage)


def _never_names(word: str) -> bool:
    is_calendar = word in WEEKDAYS or word in MONTHS or word.removesuffix("s") in WEEKDAYS
    is_small = word.lower() in BREAKERS and not (word.isupper() and len(word) > 1)
    is_pronoun = word in {"I", "I'm", "I’m", "A", "O"} or not word[0].isalpha()
    return is_calendar or is_small or is_pronoun or word in ABBREVIATIONS_NOT_NAMES


def _names_where_weak(token: Token, word: str, following: Token | None, usage: Usage) -> bool:
    """A word whose capital may be the position's: what the tables and the text know of it."""
    low = word.lower()
    in_lower_case = usage.lower[low]
    if is_acronym(word):
        return not in_lower_case or len(word) > 3
    if _is_given_name(word, following):
        return True
    if low in FUNCTION_WORDS or word in ROMANCE_ARTICLES:
        return False
    if (word in _KNOWN and not in_lower_case) or usage.strong[word] > in_lower_case:
        return True
    if low not in OPENERS and _goes_on_as_name(following):
        return True  # "Clement Poe": an ending alone makes no common word of it
    is_open = not token.headline or usage.all_headline
    return is_open and not in_lower_case and not looks_common(word)


def _goes_on_as_name(following: Token | None) -> bool:
    if following is None or following.gap != " " or not following.capital or following.weak:
        return False
    return not looks_common(following.text)


def _is_given_name(word: str, following: Token | None) -> bool:
    if word not in GIVEN_NAMES or following is None:
        return False
    return following.capital and following.gap == " " and following.text.lower() not in OPENERS
