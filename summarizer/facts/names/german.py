"""Which words of a German text are proper names: there every noun has a capital.

A capital alone tells nothing, so a name needs another sign: a title before it, a given name, two
capitals side by side that no article stands before, an acronym, a known body or country. What has
no sign is no name: rather one too few than a noun shown as somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.facts.names.german_words import (
    ARTICLES,
    BODIES,
    BODY_ENDINGS,
    CLASS_NOUNS,
    COUNTRIES,
    FUNCTION_WORDS,
    NEVER_NAMES,
    NO_BODIES,
    TITLE_ENDINGS,
)
from summarizer.facts.names.name import Name
from summarizer.facts.names.org_words import KNOWN_ORGANIZATIONS
from summarizer.facts.names.person_words import GIVEN_NAMES
from summarizer.facts.names.places import CAPITALS, PLACES
from summarizer.facts.names.tokens import ROMAN
from summarizer.facts.words import word_set

_WORD = re.compile(r"[^\W_][\w’'.]{0,40}(?:-[^\W_]\w{0,40}){0,4}")
_PARTY = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[A-ZÄÖÜ]")
_NOBILITY = frozenset(("von", "van", "zu", "de", "der", "den"))
_NO_ACRONYMS = word_set("EUR USD PDF CO2 LED TV PC IT KG GB US DVD CD AG")
_ADJECTIVE = re.compile(r"[a-zäöüß]{2,30}(?:e|en|er|es|em)")
_NAMING_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,20}(?:e|en|er|es)")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    gap: str
    before: str  # the word before, lower case where it is a small word


def read_german(text: str) -> list[Name]:
    """The names of a German text in order, without overlap. Linear."""
    runs = list(_runs(text))
    found = {f.start: f for run in runs for f in _read_run(run, text)}
    surnames = {f.text.rsplit(maxsplit=1)[-1] for f in found.values() if f.kind == "person"}
    for word in (word for run in runs for word in run):
        if word.text in surnames:
            found.setdefault(word.start, _name(text, word.start, word.end, "person"))
    return _without_overlap(sorted(found.values(), key=lambda f: (f.start, -f.end)))


def _name(text: str, start: int, end: int, kind: str, title: str = "") -> Name:
    return Name(start, end, text[start:end], kind, title)


def _without_overlap(found: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _runs(text: str) -> Iterator[list[_Word]]:
    """Capitals side by side; ``von`` and the like inside only behind a given name."""
    run: list[_Word] = []
    previous, before = 0, ""
    pending: list[_Word] = []
    for match in _WORD.finditer(text):
        raw = match.group().rstrip(".’'")
        end = match.start() + len(raw)
        word = _Word(raw, match.start(), end, text[previous : match.start()], before)
        glued = word.gap == " " or (
            word.gap == ". " and bool(run) and run[-1].text in {"Dr", "Prof"}
        )
        if not raw[0].isupper() or (not run and raw.lower() in FUNCTION_WORDS):
            noble = run and glued and raw in _NOBILITY and run[-1].text in GIVEN_NAMES | _NOBILITY
            if noble or (pending and glued and raw in _NOBILITY):
                pending.append(word)
            else:
                if run:
                    yield run
                run, pending = [], []
        elif run and glued:
            run += [*pending, word]
            pending = []
        else:
            if run:
                yield run
            run, pending = [word], []
        previous, before = end, raw
    if run:
        yield run


def _read_run(run: list[_Word], text: str) -> Iterator[Name]:
    """The name in a run: behind its title or class noun, or the run itself."""
    at = 0
    while at < len(run) - 1 and _is_title(run[at].text):
        at += 1
    title = text[run[0].start : run[at - 1].end] if at else ""
    words = run[at:]
    if at and len(words) < 5 and not any(_is_common(w) for w in words):
        yield _name(text, words[0].start, words[-1].end, "person", title)
        return
    kind = CLASS_NOUNS.get(run[0].text)
    if kind and 1 < len(run) < 5 and not _is_common(run[1]):
        yield _name(text, run[1].start, run[-1].end, kind)
    elif len(run) > 1 and (kind := _kind_of_several(run)):
        yield _name(text, run[0].start, run[-1].end, kind)
    else:
        yield from _single_names(run, text)


def _single_names(run: list[_Word], text: str) -> Iterator[Name]:
    for word in run:
        kind, length = _kind_of_one(word)
        if kind:
            yield _name(text, word.start, word.start + length, kind)


def _is_title(word: str) -> bool:
    return word.lower().rsplit("-", 1)[-1].endswith(TITLE_ENDINGS) and word not in GIVEN_NAMES


def _is_common(word: _Word) -> bool:
    return word.text in NEVER_NAMES or word.text.lower() in FUNCTION_WORDS or bool(_body(word.text))


def _kind_of_several(run: list[_Word]) -> str:
    """``Anna Poe``: a person; ``die Freien Wähler``, ``Deutsche Bahn``: a body; else ``""``."""
    first = run[0].text
    if len(run) > 4 or any(word.text in NEVER_NAMES for word in run):
        return ""
    if first in GIVEN_NAMES:
        return "person"
    if _NAMING_ADJECTIVE.fullmatch(first) and run[0].before.lower() in ARTICLES:
        return "organization"
    guarded = run[0].before.lower() in ARTICLES or _ADJECTIVE.fullmatch(run[0].before)
    plain = len(run) < 4 and all(w.text[1:].islower() and w.text.isalpha() for w in run)
    return "" if guarded or not plain or _is_common(run[-1]) or _is_common(run[0]) else "person"


def _kind_of_one(word: _Word) -> tuple[str, int]:
    """The kind of a lone capital and how many of its characters are the name; ``""`` for none."""
    written = word.text
    if written in COUNTRIES:
        return "country", len(written)
    if written in CAPITALS or written in PLACES:
        return "place", len(written)
    acronym = _PARTY.fullmatch(written) and written not in _NO_ACRONYMS
    if (acronym and not ROMAN.fullmatch(written)) or written in KNOWN_ORGANIZATIONS:
        return "organization", len(written)
    return ("organization", _body(written)) if _body(written) else ("", 0)


def _body(word: str) -> int:
    """How many characters of ``word`` name a body; a genitive ``s`` is not part of it."""
    if "-" in word or word in NO_BODIES:
        return 0
    if word in BODIES:
        return len(word)
    low = word.lower()
    for cut, ending in enumerate(("", "s", "es")):
        if low.endswith(ending) and low[: len(low) - cut].endswith(BODY_ENDINGS):
            return len(word) - cut
    return 0
