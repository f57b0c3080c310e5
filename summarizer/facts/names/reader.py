"""Which words of a text are proper names, and of what kind: people, bodies, countries, places.

A name is a run of capitalised words with the small words that belong inside it (``Centers for
Disease Control and Prevention``). Titles are taken off a person's name and kept beside it; a
possessive ``'s`` is taken off; weekdays and months are no names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from summarizer.document.language import guess_language
from summarizer.facts.names import romance_words
from summarizer.facts.names.aliases import country_of
from summarizer.facts.names.datelines import dateline_places, dateline_spans
from summarizer.facts.names.german import read_german
from summarizer.facts.names.name import Name
from summarizer.facts.names.org_words import (
    EVENT_WORDS,
    EXPANSIONS,
    KNOWN_LONG_ORGANIZATIONS,
    KNOWN_ORGANIZATIONS,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
)
from summarizer.facts.names.person_words import GIVEN_NAMES, PARTICLES, ROLE_NOUNS
from summarizer.facts.names.places import CAPITALS, DEMONYMS, PEOPLES, PLACES, SEATS
from summarizer.facts.names.runs import read_runs
from summarizer.facts.names.titles import Run
from summarizer.facts.names.tokens import Token, Usage, is_acronym, read_tokens
from summarizer.facts.names.usage_kinds import kinds_by_usage
from summarizer.facts.words import word_set

_PLACE_PREPOSITIONS = word_set("in at near from across outside toward towards around")
_SURNAMES_TOO = word_set(
    """
Hill Hills Woods Lane Brook Parks Park Fields Forest Rivers Rock Castle Church Temple Banks Marsh
Pond Day Law Sun Power Towers Case Price Cook Post Bank Marshall Rose Ward Ford Trail Street
"""
)
_DIRECTIONS = word_set(
    "North South East West Northern Southern Eastern Western Central Upper Lower"
)
_SPEECH = word_set(
    "said says told added warned stated claimed argued explained wrote tweeted announced admitted "
    "denied insisted noted urged replied who whose"
)


_EVENT_STARTS = word_set("Cyclone Hurricane Typhoon Storm Operation Tropical")
_PLACE_STARTS = word_set("Mount Lake Fort Port Cape Saint St Gulf Downtown")


def read_names(text: str) -> list[Name]:
    """The proper names of ``text`` in order of position; they do not overlap.

    Linear in the length of the text. A German text is read by rules of its own: see ``german``. A
    text of one sentence is read with less certainty, because what else the text does with a word is
    what tells a name from a sentence's first word.
    """
    return list(_names_of(text))


@lru_cache(maxsize=16)  # actors, speakers and figures of one article each ask for its names
def _names_of(text: str) -> tuple[Name, ...]:
    if guess_language(text) == "de":
        return tuple(_outside(dateline_spans(text), iter(read_german(text))))
    tokens = read_tokens(text)
    usage = Usage.of(tokens)
    found = (_name_of(run, tokens, text) for run in read_runs(tokens, usage))
    datelines = dateline_spans(text)
    places = dateline_places(text, datelines)
    names = [
        replace(name, kind="place") if name.text.lower() in places else name
        for name in _with_kinds_used(_outside(datelines, found), text)
    ]
    return tuple(_with_surnames_known(names))


def _outside(spans: list[tuple[int, int]], names: Iterator[Name]) -> list[Name]:
    """The names that are in none of ``spans``; both are in the order of the text."""
    starts = [start for start, _ in spans]
    kept = []
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or name.start >= spans[at][1]:
            kept.append(name)
    return kept


def _with_kinds_used(names: list[Name], text: str) -> list[Name]:
    """Give names that no table knows the kind that the text's use of them tells."""
    kinds = kinds_by_usage(names, text)
    return [
        replace(name, kind=kinds[name.text])
        if name.text in kinds and name.kind in {"person", "name", "place"}
        else name
        for name in names
    ]


def _name_of(run: Run, tokens: list[Token], text: str) -> Name:
    start, end = tokens[run.first].start, tokens[run.last].end
    last = tokens[run.last]
    if run.keeps_possessive is False:
        end -= len(last.text) - len(last.word)
    title = ""
    if run.title_first is not None:
        title = text[tokens[run.title_first].start : start].strip(" ,.") or ""
    kind = "person" if title else _kind_of(run, tokens, text[start:end])
    return Name(start, end, text[start:end], kind, title)


def _kind_of(run: Run, tokens: list[Token], written: str) -> str:
    words = [token.word for token in tokens[run.first : run.last + 1]]
    return (
        _kind_by_table(written, words)
        or _kind_by_words(words)
        or _kind_by_context(run, tokens, words)
        or "name"
    )


def _kind_by_table(written: str, words: list[str]) -> str:
    is_body = written in KNOWN_ORGANIZATIONS or written in KNOWN_LONG_ORGANIZATIONS
    if country_of(written):
        return "country"
    if is_body:
        return "organization"
    if written in DEMONYMS or all(w in DEMONYMS or w in PEOPLES for w in words):
        return "demonym"
    if written in SEATS or written in PLACES or written in {"LA", "NYC", "DC"}:
        return "place"
    return "organization" if written in EXPANSIONS else ""


def _kind_by_words(words: list[str]) -> str:
    """By the head of a longer name: its last word, or the one before its first ``of``."""
    if len(words) < 2:
        if words[0] in romance_words.EVENT_STARTS:
            return "event"
        return "organization" if is_acronym(words[0]) and len(words[0]) > 1 else ""
    if words[0] in GIVEN_NAMES and len(words) < 4 and words[-1] in _SURNAMES_TOO:
        return "person"
    if words[0] in _EVENT_STARTS or words[0] in romance_words.EVENT_STARTS:
        return "event"
    if words[0] in romance_words.ORGANIZATION_STARTS:
        return "organization"
    small = [i for i, w in enumerate(words) if w in {"of", "for", "on", "against", "to"}]
    heads = [words[-1]] if not small else [words[small[0] - 1], words[-1]]
    by_head = (_kind_of_head(head) for head in heads)
    return next((kind for kind in by_head if kind), "") or _kind_by_parts(words, bool(small))


def _kind_of_head(head: str) -> str:
    if head in EVENT_WORDS or head.isdigit():
        return "event"
    if head in ORGANIZATION_WORDS:
        return "organization"
    return "place" if head in PLACE_WORDS else ""


def _kind_by_parts(words: list[str], has_small: bool) -> str:
    """By what the parts of a name without a telling head are names of."""
    first, last = words[0], words[-1]
    is_direction = first in _DIRECTIONS and (last in PLACES or bool(country_of(last)))
    if is_direction or first in _PLACE_STARTS:
        return "place"
    if last in KNOWN_ORGANIZATIONS and country_of(first, demonyms=True):
        return "organization"
    if first in KNOWN_ORGANIZATIONS or last in KNOWN_ORGANIZATIONS or has_small:
        return "name"
    if last in PLACES or last in CAPITALS or " ".join(words[1:]) in PLACES:
        return "person" if first in GIVEN_NAMES else "place"
    return ""


def _kind_by_context(run: Run, tokens: list[Token], words: list[str]) -> str:
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    touching = before is not None and tokens[run.first].gap in (" ", ", ")
    spoken = after is not None and after.gap in (" ", ", ") and after.text in _SPEECH
    if spoken and len(words) > 3:
        return "organization"
    if spoken or _looks_personal(words):
        return "person"
    if before and touching and not before.capital and before.text.lower() in ROLE_NOUNS:
        return "person"
    if after and after.gap in (", ", " (") and after.text.isdigit() and len(after.text) == 2:
        return "person"
    if before and touching and before.text in _PLACE_PREPOSITIONS and len(words) < 3:
        return "place"
    return "person" if _looks_like_two_names(words) else ""


def _looks_personal(words: list[str]) -> bool:
    """A given name or an initial in front, or a particle inside: ``Ludwig van Beethoven``."""
    if words[0] in GIVEN_NAMES and 1 < len(words) < 5:
        return True
    has_particle = any(w in PARTICLES for w in words[1:-1]) and len(words) < 6
    return has_particle or (len(words[0]) == 1 and len(words) > 1)


def _looks_like_two_names(words: list[str]) -> bool:
    is_plain = all(w[1:].islower() and w.isalpha() for w in words)
    return 1 < len(words) < 4 and is_plain and not any(w in DEMONYMS for w in words)


def _with_surnames_known(names: list[Name]) -> list[Name]:
    """Give a lone surname the kind of the full name that the text has for it."""
    kinds: dict[str, str] = {}
    for name in names:
        words = name.text.split()
        if name.kind == "person" and len(words) > 1:
            kinds.setdefault(words[-1], "person")
        elif name.kind == "person" and name.title:
            kinds.setdefault(name.text, "person")
    by_text: dict[str, str] = {}
    for name in names:
        if name.kind != "name":
            by_text.setdefault(name.text, name.kind)
    return [
        replace(name, kind=kinds.get(name.text) or by_text[name.text])
        if name.kind in {"name", "place"}
        and (name.text in kinds or name.text in by_text)
        and name.text not in PLACES
        and name.text not in CAPITALS
        else name
        for name in names
    ]
