"""Joins a lone first word to the one longer name it can be short for.

An interview calls people by their first names; a company is called by the first word of its name
(``Harrow`` for ``Harrow Water``). Surnames, acronyms and known first names are the business of
``same_name``: this asks what is left, in one article, where only one longer name begins so.
"""

from __future__ import annotations

from collections import defaultdict

from summarizer.facts.actors.gathered import Gathered
from summarizer.facts.names import country_of
from summarizer.facts.names.common_words import looks_common
from summarizer.facts.names.org_words import ORGANIZATION_WORDS
from summarizer.facts.names.places import CAPITALS, DEMONYMS, PLACES

_LONGEST = 3  # words of a name that is called by its first


def joined_short_forms(actors: list[Gathered]) -> list[Gathered]:
    """The actors, in order, with the mentions of lone first words given to their longer name."""
    longer: dict[str, list[Gathered]] = defaultdict(list)
    for actor in actors:
        words = actor.name.split()
        if 1 < len(words) <= _LONGEST:
            longer[words[0]].append(actor)
    kept = []
    for actor in actors:
        named = longer.get(actor.name, [])
        if len(named) == 1 and _is_short_for(actor, named[0]):
            named[0].mentions += actor.mentions
            named[0].mentions.sort(key=lambda mention: mention.start)
        else:
            kept.append(actor)
    return kept


def _is_short_for(short: Gathered, long: Gathered) -> bool:
    word, last = short.name, long.name.split()[-1]
    known = country_of(word) or word in DEMONYMS or word in CAPITALS or word in PLACES
    if known or " " in word or any(mention.title for mention in short.mentions):
        return False
    if long.kind == "person":
        return short.kind in {"person", "organization", "name"}
    if long.kind == "organization":
        is_type = last in ORGANIZATION_WORDS or looks_common(last)
        return is_type and short.kind in {"person", "organization", "name"}
    return long.kind == "place" and short.kind == "organization"
