"""Which actor of a summary is which of the gold: by the names both have."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from summarizer.evaluation.assignment import NO_MATCH, Score
from summarizer.evaluation.gold import GoldActor
from summarizer.facts.names import country_of, same_name, without_title
from summarizer.facts.names.aliases import acronyms_of
from summarizer.facts.words import word_set
from summarizer.summary import Actor

# For each actor whether it is a person, and all its names.
_Called: TypeAlias = tuple[tuple[bool, tuple[str, ...]], ...]

_ARTICLES = word_set("the a an der die das den dem des el la los las le les")


@dataclass(frozen=True, slots=True)
class _Names:
    """An actor's names as compared: all of them, those it alone has, and those of many words."""

    every: frozenset[str]
    own: frozenset[str]
    full: frozenset[str]
    is_person: bool


def score_actors(gold: Sequence[GoldActor], items: Sequence[Actor]) -> list[list[Score]]:
    """The overlap of the sets of names, from 0 to 1, of pairs that share a name of their own.

    A name that two actors of the gold bear, or could bear (a surname), is not enough; nor are two
    people with one surname and different given names the same.
    """
    return [list(line) for line in _scores(_called(gold), _called(items))]


def _called(actors: Sequence[GoldActor | Actor]) -> _Called:
    return tuple((a.kind == "person", (a.name, *a.aliases)) for a in actors)


@lru_cache(maxsize=256)  # much of who acts is read by code, and the same in every summary
def _scores(gold: _Called, items: _Called) -> tuple[tuple[Score, ...], ...]:
    mine, theirs = _names_of(gold), _names_of(items)
    vague = _borne_by_two(mine, theirs)
    return tuple(tuple(_score(one, other, vague) for other in theirs) for one in mine)


def _borne_by_two(actors: Sequence[_Names], others: Sequence[_Names]) -> frozenset[str]:
    """The names of ``others`` that could be those of two or more of ``actors``."""
    names = {name for other in others for name in other.every}
    return frozenset(
        name
        for name in names
        if sum(any(_are_same(name, own) for own in actor.every) for actor in actors) > 1
    )


def _names_of(actors: _Called) -> list[_Names]:
    sets = [frozenset(map(plain_name, names)) - {""} for _, names in actors]
    bearers = Counter(name for names in sets for name in names)
    return [
        _Names(
            names,
            frozenset(name for name in names if bearers[name] == 1),
            frozenset(name for name in names if " " in name),
            is_person,
        )
        for (is_person, _), names in zip(actors, sets, strict=True)
    ]


def _score(one: _Names, other: _Names, vague: frozenset[str]) -> Score:
    shared_own = one.own & other.every
    if not shared_own and not any(_are_same(x, y) for x in one.own for y in other.every - vague):
        return NO_MATCH
    if one.is_person and other.is_person and _are_two_people(one.full, other.full):
        return NO_MATCH
    found = sum(any(_are_same(x, y) for y in other.every) for x in one.every)
    back = sum(any(_are_same(x, y) for x in one.every) for y in other.every)
    return Score((found + back) / (len(one.every) + len(other.every)), bool(shared_own))


def _are_two_people(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are given with more than a surname, and never with the same name."""
    return bool(one and other) and not any(_are_same(x, y) for x in one for y in other)


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A name without article, possessive and title, in one form of composition."""
    composed = unicodedata.normalize("NFC", name).replace("’", "'").strip(" .,;:\"'")
    words = composed.removesuffix("'s").split()
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    plain = " ".join(words)
    return without_title(plain) or plain


@lru_cache(maxsize=65536)
def _are_same(one: str, other: str) -> bool:
    if one == other or one.lower() == other.lower():
        return one == other or len(one) > 3
    return not _keys(one).isdisjoint(_keys(other)) and same_name(one, other)


@lru_cache(maxsize=4096)
def _keys(name: str) -> frozenset[str]:
    """What two names must have one of in common to be the same name: words, initials, country."""
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(ch for ch in plain if not unicodedata.combining(ch))
    initials = {short.lower() for short in acronyms_of(name)}
    return frozenset({*letters.split(), letters.replace(".", ""), country_of(name), *initials}) - {
        ""
    }
