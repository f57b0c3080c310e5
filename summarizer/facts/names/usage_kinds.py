"""What kind of thing a name is, by how the whole text uses it.

A name of two plain words can be a person's or a company's. News calls a person by the surname from
the second time on, and a company by its full name; it says ``the broker X`` and ``X, which``, but
``X, who``; and it gives the full form of a company (``X Group``) once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from summarizer.facts.names import romance_words
from summarizer.facts.names.common_words import looks_common
from summarizer.facts.names.name import Name
from summarizer.facts.names.org_words import BODY_NOUNS, ORGANIZATION_WORDS, PLACE_WORDS
from summarizer.facts.names.person_words import GIVEN_NAMES, ROLE_NOUNS
from summarizer.facts.words import word_set

_REACH = 60  # characters before and behind a name that are looked at
_PERSON_BEHIND = (", who ", ", whose ", ", 1", ", 2", ", 3", ", 4", ", 5", ", 6", ", 7", ", 8")
_PLACE_BEFORE = word_set("in across near throughout off on around")
_ROLES_BEFORE = ROLE_NOUNS | romance_words.ROLE_NOUNS
_BODIES_BEFORE = BODY_NOUNS | romance_words.BODY_NOUNS
_BODIES_ONLY = BODY_NOUNS - ROLE_NOUNS
_OPENING = frozenset("\"“‘«„'")
_CLOSING = frozenset("\"”’»“'")
_ENDS_APPOSITION = word_set(", of for in at that which who behind")
_BODY_BEHIND = word_set("shares employees customers plc employs")


def kinds_by_usage(names: Sequence[Name], text: str) -> dict[str, str]:
    """The kind of each name that the text gives away, by the name as written.

    Only for names of kind ``person``, ``place`` or ``name`` that no table knows. Linear.
    """
    times = Counter(name.text for name in names)
    uncertain: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        words = name.text.split()
        is_open = name.kind in {"person", "name"} or (
            name.kind == "place" and words[-1] not in PLACE_WORDS
        )
        if is_open and words[0] not in GIVEN_NAMES:
            uncertain[name.text].append(name)
    fronts = _fronts_of_bodies(names)
    found: dict[str, str] = {}
    for written, mentions in uncertain.items():
        if any(name.title for name in mentions):
            continue
        kind = _by_neighbours(mentions, text)
        if not kind and written in fronts:
            kind = "organization"
        if not kind and mentions[0].kind == "person":
            kind = _by_repetition(written, times) or _by_words(written)
        if kind:
            found[written] = kind
    return found


def _fronts_of_bodies(names: Sequence[Name]) -> set[str]:
    """What stands before the type of a body's name: ``Acme Vale`` of ``Acme Vale Group``."""
    fronts = set()
    for name in names:
        words = name.text.split()
        if name.kind == "organization" and len(words) > 1 and words[-1] in ORGANIZATION_WORDS:
            fronts.add(" ".join(words[:-1]))
    return fronts


def _by_neighbours(mentions: Sequence[Name], text: str) -> str:
    votes = [_by_neighbour(name, text) for name in mentions]
    people, bodies = votes.count("person"), votes.count("organization")
    if "event" in votes:
        return "event"
    if votes.count("place") * 2 >= len(mentions) and not people + bodies:
        return "place"
    if people:
        return "person" if people >= bodies else "organization"
    return "organization" if bodies else ""


def _by_neighbour(name: Name, text: str) -> str:
    before = text[max(0, name.start - _REACH) : name.start].rsplit("\n", 1)[-1]
    behind = text[name.end : name.end + _REACH]
    words = before.split()
    last = words[-1].lower() if words and before.endswith(" ") else ""
    if _is_quoted(before, behind):
        return "event"
    if behind.startswith(_PERSON_BEHIND) or last in _ROLES_BEFORE:
        return "person"
    if last in _PLACE_BEFORE and " " in name.text:
        return "place"
    if last == "the" and " " in name.text and not before.endswith("The "):
        return "organization"
    if last in _BODIES_BEFORE or behind.startswith((", which ", " & ")):
        return "organization"
    owned = behind.replace("’", "'").removeprefix("'s").split()
    return "organization" if owned and owned[0] in _BODY_BEHIND else _by_apposition(behind)


def _is_quoted(before: str, behind: str) -> bool:
    """Whether the name alone stands in quotation marks: it is a work's (``“The Long Road”``)."""
    opened = before.removesuffix("The ").removesuffix("A ")[-1:]
    return opened in _OPENING and behind.lstrip(",.")[:1] in _CLOSING and bool(opened)


def _by_apposition(behind: str) -> str:
    """``Acme, a maker of pumps``, ``Ann Poe, a nurse``: the noun of the apposition.

    ``Poe, the company said`` has no apposition: a definite one has to end with its noun.
    """
    if not behind.startswith((", a ", ", an ", ", the ")):
        return ""
    words = behind[2:].replace(",", " , ").replace(".", " , ").split()
    for word, following in pairwise(words[1:7]):
        ends = words[0] != "the" or following in _ENDS_APPOSITION
        if word.lower() in _BODIES_ONLY:
            return "organization" if ends else ""
        if word.lower() in ROLE_NOUNS:
            return "person" if ends else ""
        if word in _ENDS_APPOSITION:
            return ""
    return ""


def _by_repetition(written: str, times: Counter[str]) -> str:
    """A full name that comes again and again, and its last word never alone, is no person's."""
    words = written.split()
    if len(words) == 1:
        return ""
    return "organization" if times[written] > 2 and not times[words[-1]] else ""


def _by_words(written: str) -> str:
    """``Fair Counter``, ``Fire Safety``: words of the language, not of a person's name."""
    words = written.split()
    if len(words) < 2:
        return ""
    if words[0] in romance_words.ARTICLES:
        return "organization"
    return "organization" if "&" in words or all(looks_common(w) for w in words) else ""
