"""Cuts a run of capitals at its title: what stands before it, the title, and the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.facts.names.aliases import country_of
from summarizer.facts.names.org_words import EVENT_WORDS, ORGANIZATION_WORDS, PLACE_WORDS
from summarizer.facts.names.person_words import (
    ABBREVIATED_TITLES,
    FAMILY_NAME_FIRST,
    GIVEN_NAMES,
    TITLE_MODIFIERS,
    TITLES,
)
from summarizer.facts.names.places import PEOPLES, PLACES
from summarizer.facts.names.tokens import BREAKERS, Token

HEADS = ORGANIZATION_WORDS | PLACE_WORDS | EVENT_WORDS


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` to ``last`` (both included) are one name; the title starts at a token."""

    first: int
    last: int
    title_first: int | None = None
    keeps_possessive: bool = False


def is_title(word: str) -> bool:
    """Whether a capitalised word is a title; ``Dean``, which is a given name too, is none."""
    return (word in TITLES or word in ABBREVIATED_TITLES) and word not in GIVEN_NAMES


def split_run(tokens: list[Token], first: int, last: int, keeps: bool) -> Iterator[Run]:
    """Cut a run of capitals at its title: ``U.S. | President | Donald Trump``."""
    while first <= last and tokens[first].weak and tokens[first].text.lower() in BREAKERS:
        first += 1
    if first > last:
        return
    words = [token.word for token in tokens[first : last + 1]]
    cut = _title_end(words)
    if cut is None:
        at = _country_end(words)
        if at:
            yield Run(first, first + at - 1)
        if at or first < last or len(words[0]) > 1:
            yield Run(first + at, last, keeps_possessive=keeps)
        return
    begin = cut
    while begin > 0 and (words[begin - 1] in TITLE_MODIFIERS or is_title(words[begin - 1])):
        begin -= 1
    if begin > 0:
        yield Run(first, first + begin - 1)
    if first + cut < last:
        yield Run(first + cut + 1, last, first + begin, keeps)


def _title_end(words: list[str]) -> int | None:
    """Index of the last word of a title that stands before a person's name or alone at the end."""
    if words[-1] in HEADS and not is_title(words[-1]) and len(words) > 1:
        is_named = len(words) > 2 and is_title(words[0]) and words[1] in GIVEN_NAMES
        if not is_named:
            return None
    found = None
    for index, word in enumerate(words):
        if word in GIVEN_NAMES and index and not is_title(words[index - 1]):
            break
        if is_title(word) and not (word in FAMILY_NAME_FIRST and index):
            if index and index == len(words) - 1 and words[index - 1] in GIVEN_NAMES:
                break
            found = index
    if found is None or "of" in words[:found]:
        return None
    if found == len(words) - 1 and found and not _modifies(words[found - 1]):
        return None
    return found


def _modifies(word: str) -> bool:
    is_land = bool(country_of(word, demonyms=True)) or word in PEOPLES or word in PLACES
    is_land = is_land or word in {"Angeles", "York"}
    return word in TITLE_MODIFIERS or is_title(word) or is_land


def _country_end(words: list[str]) -> int:
    """How many words in front are a country that only stands before a person's name."""
    if len(words) < 3 or words[-1] in HEADS:
        return 0
    for size in (3, 2, 1):
        if len(words) - size > 1 and words[size] in GIVEN_NAMES:
            front = " ".join(words[:size])
            if country_of(front, demonyms=True) or front in PEOPLES:
                return size
    return 0
