"""Bodies that a text speaks of without a proper name: ``the health ministry``, ``coastguard``."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.names.tokens import Token
from summarizer.facts.words import word_set
from summarizer.facts.words.phrase_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)

_ALONE = word_set("coastguard police government ombudsman opposition insurer prosecution treasury")
_NEEDS_MODIFIER = word_set(
    """
ministry authority agency council union federation committee commission department bureau institute
watchdog regulator office newspaper broadcaster association intelligence service station court media
company firm
"""
)
_NO_MODIFIERS = (
    ADVERBS
    | AUXILIARIES
    | CONJUNCTIONS
    | PREPOSITIONS
    | PRONOUNS
    | VERBS
    | word_set(
        """
the a an its their his her our my your each every any some no all both another other same such new
old big small large main first second last next former whole entire rival two three own only most
many few several ex
"""
    )
)
_ON_AIR = word_set("radio television tv news")  # other stations are places
_MOST_MODIFIERS = 2


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A mention of a body: the noun with the words that say which body; no article."""

    start: int
    end: int
    text: str


def read_bodies(tokens: list[Token], text: str) -> list[BodyMention]:
    """Mentions of unnamed bodies in order. Linear."""
    found = []
    for index, token in enumerate(tokens):
        noun = token.word
        low = noun.lower()
        if low not in _NEEDS_MODIFIER and low not in _ALONE:
            continue
        if (token.capital and not token.weak) or _goes_on(tokens, index):
            continue
        first = index
        while index - first < _MOST_MODIFIERS and first > 0 and _modifies(tokens, first):
            first -= 1
        on_air = low != "station" or tokens[index - 1].word.lower() in _ON_AIR
        if (first == index and low not in _ALONE) or not on_air:
            continue
        start, end = tokens[first].start, token.start + len(noun)
        found.append(BodyMention(start, end, text[start:end]))
    return found


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether the noun only modifies the next: ``police station``, ``council leader``."""
    if index + 1 >= len(tokens) or tokens[index].word != tokens[index].text:
        return False
    following = tokens[index + 1]
    low = following.text.lower()
    if following.gap not in (" ", "-"):
        return False
    if following.gap == "-" or following.capital:
        return True
    is_noun = low in _NEEDS_MODIFIER or low in _ALONE or low.endswith(("man", "woman", "er", "or"))
    return is_noun and low not in _NO_MODIFIERS


def _modifies(tokens: list[Token], first: int) -> bool:
    before, following = tokens[first - 1], tokens[first]
    plain = before.word.lower()
    if following.gap == "-":
        return True
    if following.gap in ("' ", "’ ") and before.text.endswith("s"):
        return not before.capital  # farmers' union
    if following.gap != " " or before.word != before.text:
        return False
    is_word = plain.isalpha() and plain not in _NO_MODIFIERS and not plain.endswith(("ed", "ly"))
    return is_word and (not before.capital or before.weak)
