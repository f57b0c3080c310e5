"""Whether two names mean the same: aliases, acronyms, surnames; what places stand for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarizer.facts.names.org_words import (
    CORPORATE_SUFFIXES,
    EVENT_WORDS,
    EXPANSIONS,
    KNOWN_ORGANIZATIONS,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
)
from summarizer.facts.names.person_words import (
    ABBREVIATED_TITLES,
    FAMILY_NAME_FIRST,
    GIVEN_NAMES,
    PARTICLES,
    ROLE_NOUNS,
    TITLE_MODIFIERS,
    TITLES,
)
from summarizer.facts.names.places import CAPITALS, COUNTRY_NAMES, DEMONYMS, PEOPLES, PLACES, SEATS
from summarizer.facts.words import word_set

_WORD = re.compile(r"[^\W_][\w.\u0300-\u036f]*(?:['’][^\W\d_][\w\u0300-\u036f]*)*")
_OF = frozenset(("of", "for"))
_SMALL = word_set("the a an of for and on in to at de la le & und et y")
_TITLES = ({w.lower() for w in TITLES | ABBREVIATED_TITLES} | ROLE_NOUNS) - {
    "prime",
    "former",
    "rose",
    "king",
    "dean",
    "earl",
    "guy",
}
_MODIFIERS = {w.lower() for w in TITLE_MODIFIERS} | {"former", "prime", "ex", "then"}
_TYPES = {w.lower() for w in ORGANIZATION_WORDS | PLACE_WORDS | EVENT_WORDS}
_DIRECTIONS = word_set("north south east west northern southern eastern western new central")
# Short forms of given names that news uses for the same person; each group is one name.
_NICKNAMES = """
william bill billy will; robert rob bob bobby; richard rick dick rich; james jim jimmy jamie
john jack johnny; joseph joe; thomas tom tommy; edward ed eddie ted; michael mike mick
elizabeth liz beth betty; margaret maggie peggy meg; katherine kate kathy katie; andrew andy drew
alexander alex sandy; daniel dan danny; david dave; stephen steve; steven steve; anthony tony
christopher chris; matthew matt; nicholas nick; patrick pat paddy; patricia pat; samuel sam
susan sue; benjamin ben; charles charlie chuck; donald don; gregory greg; jeffrey jeff; joshua josh
kenneth ken; lawrence larry; leonard len; peter pete; philip phil; ronald ron; timothy tim; cres
creswell cres; bernard bernie; frederick fred; gerald gerry jerry; jennifer jen jenny; deborah deb
zachary zach; nathan nate; theodore ted theo; vladimir volodymyr
"""
_NICK: dict[str, set[int]] = {}
for _index, _group in enumerate(_NICKNAMES.replace("\n", ";").split(";")):
    for _name in _group.split():
        _NICK.setdefault(_name, set()).add(_index)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Without accents, in one form of composition: ``Brasília`` is ``Brasilia``."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).replace("’", "'")


def _strip_possessive(name: str) -> str:
    name = name.strip(" \t\r\n\"'“”‘’.,;:()[]") if not name.endswith(".") else name.strip(' "“”')
    for ending in ("'s", "’s", " 's", " ’s"):
        name = name.removesuffix(ending)
    return name.rstrip("'’ ").strip()


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name as they stand, without article, possessive and full stops."""
    words = [
        w.rstrip(".") if w.count(".") == 1 else w for w in _WORD.findall(_strip_possessive(name))
    ]
    return tuple(w for w in words if w.lower() != "the")


@lru_cache(maxsize=4096)  # a name is asked for by each reader that meets it
def country_of(name: str, *, demonyms: bool = False) -> str:
    """The country that ``name`` is a name of (``"U.S." -> "United States"``), else ``""``.

    With ``demonyms`` also its adjective and people (``"Dutch" -> "Netherlands"``).
    """
    stripped = _strip_possessive(name)
    for prefix in ("the ", "The "):
        stripped = stripped.removeprefix(prefix)
    found = COUNTRY_NAMES.get(stripped) or COUNTRY_NAMES.get(stripped.rstrip("."))
    if not found and demonyms:
        found = DEMONYMS.get(stripped)
    return found or ""


def stands_for(name: str) -> str:
    """The country or union whose government ``name`` stands for in the news, else ``""``.

    ``"Pyongyang" -> "North Korea"``, ``"the Kremlin" -> "Russia"``; a country stands for itself.
    """
    stripped = _strip_possessive(name)
    for prefix in ("the ", "The "):
        stripped = stripped.removeprefix(prefix)
    return SEATS.get(stripped) or country_of(stripped)


@lru_cache(maxsize=4096)
def without_title(name: str) -> str:
    """A person's name without titles and roles in front: ``"Lt. Gov. Ann Poe" -> "Ann Poe"``."""
    words = list(_words(name))
    last = -1
    for index, word in enumerate(words[:-1]):
        if word.lower() in _TITLES and not (index and words[index - 1] in GIVEN_NAMES):
            last = index
        elif word.lower() not in _MODIFIERS and not country_of(word, demonyms=True):
            break
    return " ".join(words[last + 1 :])


@lru_cache(maxsize=4096)
def acronyms_of(name: str) -> frozenset[str]:
    """What the initials of a name may be written as, upper case: with and without small words."""
    parts = [p for w in _words(name) for p in w.split("-") if p]
    every = "".join(p[0] for p in parts).upper()
    large = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
    return frozenset(short for short in (every, large) if len(short) > 1)


def _is_acronym_of(short: str, name: str) -> bool:
    letters = short.replace(".", "")
    if len(letters) < 2 or len(_words(name)) < 2:
        return False
    expansion = EXPANSIONS.get(letters)
    if expansion and _words(expansion) == _words(name):
        return True
    return letters.isupper() and letters in acronyms_of(name)


def _is_person_like(words: tuple[str, ...]) -> bool:
    return (
        len(words) > 1
        and not any(w.lower() in _TYPES for w in words[1:])
        and not country_of(" ".join(words))
        and not any(w in KNOWN_ORGANIZATIONS for w in words)
    )


@lru_cache(maxsize=4096)  # the same pairs are asked for by readers of actors, speakers and figures
def same_name(a: str, b: str) -> bool:
    """Whether two names as written can be one thing's: an alias match, not an identity.

    A surname matches the full name, with or without title; an acronym its expansion; a country each
    of its names. Two people with one surname and different given names do not match, nor do names
    that differ in a direction (``"North Korea"``, ``"South Korea"``). Adjectives and capitals are
    other names: see ``country_of`` and ``stands_for``.
    """
    one, two = _words(_plain(a)), _words(_plain(b))
    if not one or not two:
        return False
    if [w.lower() for w in one] == [w.lower() for w in two]:
        return _same_case(one, two)
    place_a, place_b = _place_key(a, one), _place_key(b, two)
    if place_a or place_b:
        return place_a == place_b
    if _is_acronym_of("".join(one), b) or _is_acronym_of("".join(two), a):
        return True
    same_letters = "".join(one).replace(".", "") == "".join(two).replace(".", "")
    return same_letters or _core_match(_untitled(one), _untitled(two))


def _place_key(name: str, words: tuple[str, ...]) -> str:
    """What names of one country share (``US``, ``America``), or spellings of one capital."""
    capital = CAPITALS.get(" ".join(words), "")
    return country_of(name) or (f"the capital of {capital}" if capital else "")


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    return _words(without_title(" ".join(words)))


def _same_case(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """``US`` and ``us`` are two words; elsewhere case does not tell names apart."""
    return one == two or not (len(one) == 1 and {one[0], two[0]} & {"US", "WHO", "IT"})


def _core_match(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    (short, brief), (long, full) = sorted(
        ((_core(one), one), (_core(two), two)), key=lambda pair: len(pair[0])
    )
    if not short or short == long:
        return bool(short)
    if len(long) == 1 or (short[0] in _DIRECTIONS) != (long[0] in _DIRECTIONS):
        return False
    if len(short) == 1:
        return _single_in(brief, full)
    is_body = any(w in _TYPES for w in (*short, *long)) and long[0].title() not in GIVEN_NAMES
    return _contained(short, long) if is_body else _same_person(short, long)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Lower case, without small words, a country in front, and what companies end with."""
    core = [w.lower() for w in words if w.lower() not in _SMALL]
    while len(core) > 1 and core[-1] in CORPORATE_SUFFIXES | {"jr", "sr", "ii", "iii"}:
        core.pop()
    return tuple(core)


def _single_in(single: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one word is the short form of a longer name: its surname, or a known first name."""
    word, low = single[-1], single[-1].lower()
    last, first = _core(name)[-1], _core(name)[0]
    if word in KNOWN_ORGANIZATIONS and _is_national(" ".join(_core(name)[:-1])):
        return low == last
    if low in _TYPES or word in DEMONYMS or word in PEOPLES or low in _TITLES:
        return False
    if word in PLACES or word in SEATS:
        return False
    if low == last:
        return name[-2].lower() not in _OF  # "Oman" is not the Bank of Oman
    if low != first or not _is_person_like(name):
        return False
    return word in FAMILY_NAME_FIRST or word in GIVEN_NAMES or "-" in name[-1] or len(name) > 3


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """``Supreme Court`` in ``Italian Supreme Court of Cassation``: one run of the longer name.

    In front the longer name may only add whose it is; behind, only to a name that says itself what
    it is a name of: ``New York`` is not the ``New York Times``.
    """
    size = len(short)
    for at in range(len(long) - size + 1):
        if long[at : at + size] == short:
            closes = at + size == len(long) or any(w in _TYPES for w in short)
            return closes and _is_national(" ".join(long[:at]))
    return False


def _is_national(prefix: str) -> bool:
    """Whether what stands in front of a body's name only says whose it is: ``Italian``, ``UK``."""
    written = prefix.title() if len(prefix) > 3 else prefix.upper()
    return not prefix or prefix == "national" or bool(country_of(written, demonyms=True))


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """One surname (in either order of names), and given names that can be one person's."""
    if short[-1] != long[-1]:
        return sorted(short) == sorted(long)
    given_a = [w for w in short[:-1] if w not in PARTICLES]
    given_b = [w for w in long[:-1] if w not in PARTICLES]
    if not given_a or not given_b:
        return True
    return any(_same_given(x, y) for x in given_a for y in given_b)


def _same_given(x: str, y: str) -> bool:
    x, y = x.rstrip("."), y.rstrip(".")
    if x == y or (1 in (len(x), len(y)) and x[0] == y[0]):
        return True
    if x.replace("-", "") == y.replace("-", ""):
        return True
    return bool(_NICK.get(x, set()) & _NICK.get(y, set()))
