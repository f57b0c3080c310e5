"""The words of a sentence as tokens, and what kind of word each seems to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from summarizer.facts.attribution.cue_table import CueTable
from summarizer.facts.attribution.quotations import Quotation
from summarizer.facts.words import word_set

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|['’](?:s|re|ve|ll|d|m|t)\b"  # a clitic of tokenised text
    r"|@?[^\W_]+(?:(?:[-‐‑’'&/@_]|\.(?=\d|(?:com|org|net|gov|edu|co|uk|au)\b)|,(?=\d{3}))[^\W_]+)*"
    r"|[^\w\s]"
)
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen lt col sgt capt maj gov sen rep rev hon st jr sr inc ltd corp co",
    "no vs adm cmdr supt det insp pvt cpl messrs mt",
)
_IS_AFTER = word_set("he she it that there here what who this where how")
_QUOTES = frozenset("\"“”„«»「」『』‘’'`")
QUOTE = "Q"
WORD = "w"
Range: TypeAlias = tuple[int, int]
# Tokens looked at together. A sentence of news has fewer than 100; a text without any full stop is
# read in parts of this size, so that reading stays linear.
LONGEST_SENTENCE = 200


class Token(NamedTuple):
    """A word, a mark of punctuation, or a whole quotation (``kind`` "Q", ``quote`` its index)."""

    start: int
    end: int
    low: str
    kind: str
    capital: bool
    quote: int = -1


def tokens_of(
    text: str, start: int, end: int, quotations: Sequence[Quotation], first: int = 0
) -> list[Token]:
    """The tokens of ``text[start:end]``; speech is one token, marks of emphasis are left out.

    ``quotations`` are those of the whole text, ``first`` the index of the first to look at.
    """
    found: list[Token] = []
    at = start
    for index in range(first, len(quotations)):
        quotation = quotations[index]
        if quotation.start >= end:
            break
        if quotation.end <= start or not quotation.speech:
            continue
        _words(text, at, max(at, quotation.start), found)
        stop = min(quotation.end, end)
        found.append(Token(max(quotation.start, start), stop, "", QUOTE, False, index))
        at = stop
    _words(text, at, end, found)
    return found


@lru_cache(maxsize=8)  # attributions and gaps of one article are read from the same words
def words_of(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each of ``spans``, those of speech included."""
    return tuple(tuple(tokens_of(text, start, end, ())) for start, end in spans)


def _words(text: str, start: int, end: int, found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        a, b = match.span()
        if len(word) == 1 and not word.isalnum():
            if word in _QUOTES:
                continue
            if word == "." and found and found[-1].end == a and found[-1].kind == WORD:
                last = found[-1]
                if last.low in _ABBREVIATIONS or (last.end - last.start == 1 and last.capital):
                    found[-1] = last._replace(end=b)
                    continue
            kind = "-" if word in "—–-" else word
            found.append(Token(a, b, word, kind, False))
        else:
            low = word.lower().replace("’", "'").rstrip(".")
            if low == "'s" and found and found[-1].kind == WORD and found[-1].low not in _IS_AFTER:
                # "the team 's coach" in tokenised text: one possessive word.
                found[-1] = found[-1]._replace(end=b, low=found[-1].low + "'s")
                continue
            found.append(Token(a, b, low, WORD, word[0].isupper()))


def join_phrasal(tokens: list[Token], phrasal: frozenset[tuple[str, str]]) -> list[Token]:
    """The tokens with verb and particle as one ("pointed out") where ``phrasal`` lists both."""
    if not phrasal:
        return tokens
    joined: list[Token] = []
    for token in tokens:
        if joined and (joined[-1].low, token.low) in phrasal:
            last = joined[-1]
            joined[-1] = last._replace(end=token.end, low=f"{last.low} {token.low}")
        else:
            joined.append(token)
    return joined


class Sentence(NamedTuple):
    """The tokens of one sentence with the word lists of its language."""

    tokens: list[Token]
    table: CueTable

    def low(self, at: int) -> str:
        """The word at ``at`` in lower case; a mark's own character; "" outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """The kind of the token at ``at``, "" outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def is_verb(self, at: int) -> bool:
        """Whether the word looks like a finite verb."""
        low = self.low(at)
        if self.kind(at) != WORD:
            return False
        token = self.tokens[at]
        table = self.table
        if token.capital and (at > 0 or low.endswith("ed")):
            return False
        if low in table.verbs_of_doing or low in table.auxiliaries:
            return True
        form = table.verbs.get(low)
        if form is not None and form.tense == "past":
            return not self.is_modifier(at)
        return len(low) > 3 and low.endswith("ed") and not self.is_modifier(at)

    def is_modifier(self, at: int) -> bool:
        """Whether a form in -ed stands before a noun: "the elected mayor"."""
        before = self.low(at - 1)
        table = self.table
        if before in table.determiners or before in table.prepositions or before.endswith("'s"):
            after = self.low(at + 1)
            return after not in table.determiners and after not in table.pronouns
        return before.endswith("-") or self.low(at) in ("united", "need", "armed", "so-called")

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb seems to stand in the range."""
        return any(self.is_verb(at) for at in range(max(start, 0), min(end, len(self.tokens))))

    def is_adverb(self, at: int) -> bool:
        """Whether the word is an adverb, by list or by its ending."""
        low = self.low(at)
        if low in self.table.adverbs:
            return True
        ends = low.endswith("ly") and len(low) > 4 and low not in self.table.nouns_in_ly
        return ends and not (self.tokens[at].capital and at > 0)

    def is_in_chain(self, at: int) -> bool:
        """Whether the word belongs to the auxiliaries and adverbs before a verb."""
        low = self.low(at)
        if self.kind(at) != WORD or (at == 0 and low in ("all", "both", "today", "yesterday")):
            return False
        table = self.table
        return (
            low in table.auxiliaries
            or low in table.negations
            or low.endswith("n't")
            or self.is_adverb(at)
        )

    def is_time(self, at: int) -> bool:
        """Whether the word belongs to an expression of time."""
        return self.low(at) in self.table.times or (
            self.low(at).isdigit() and self.low(at - 1) in self.table.times
        )
