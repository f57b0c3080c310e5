"""Ten ways to misquote: each takes a true quote and gives one that says something else.

An alteration returns None where the quote has nothing of its kind. All randomness comes in.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCALES = ["hundred", "thousand", "million", "billion", "trillion"]
_UNITS = [
    ("%", " percentage points"),
    (" percent", " percentage points"),
    ("$", "€"),
    ("£", "$"),
    (" miles", " kilometers"),
    (" million dollars", " million euros"),
    (" pounds", " kilograms"),
    (" feet", " meters"),
    (" inches", " feet"),
    (" hours", " days"),
    (" days", " weeks"),
    (" weeks", " months"),
    (" months", " years"),
    (" years", " months"),
    (" minutes", " hours"),
]
_MODALS = ["will", "would", "may", "might", "could", "should", "must", "can", "shall"]
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|could|should|may|might|has|have|had|did)\b")
_NEGATION = re.compile(r"\b(not|never|no)\s|(?<=[a-z])n['’]t\b")


@dataclass(frozen=True)
class Source:
    """What an alteration may take words from: the quote's article, and sentences of another."""

    quote: str
    sentences: list[str]
    foreign: list[str]
    names: list[str]


Alter = Callable[[Source, random.Random], str | None]


def _replace(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def change_digit(source: Source, rng: random.Random) -> str | None:
    """One digit of a number becomes another, is dropped, or is doubled."""
    places = list(re.finditer(r"\d", source.quote))
    if not places:
        return None
    place = rng.choice(places)
    new = rng.choice([digit for digit in "0123456789" if digit != place.group()])
    return _replace(source.quote, place, rng.choice([new, new, "", place.group() * 2]))


def change_scale(source: Source, rng: random.Random) -> str | None:
    """A million becomes a billion; or a separator moves by a digit."""
    words = list(re.finditer(rf"\b({'|'.join(_SCALES)})\b", source.quote))
    if words:
        word = rng.choice(words)
        others = [scale for scale in _SCALES if scale != word.group()]
        return _replace(source.quote, word, rng.choice(others))
    numbers = list(re.finditer(r"\d,\d{3}\b|\d\.\d", source.quote))
    if not numbers:
        return None
    number = rng.choice(numbers)
    moved = number.group()[:1] + number.group()[2:]
    return _replace(source.quote, number, rng.choice([moved, number.group() + ",000"]))


def change_unit(source: Source, rng: random.Random) -> str | None:
    """A unit becomes another, or is dropped."""
    found = [pair for pair in _UNITS if pair[0] in source.quote and re.search(r"\d", source.quote)]
    if not found:
        return None
    old, new = rng.choice(found)
    return source.quote.replace(old, rng.choice([new, ""]) if old in "%$£" else new, 1)


def change_negation(source: Source, rng: random.Random) -> str | None:
    """A negation is dropped, or one is put in."""
    negations = list(_NEGATION.finditer(source.quote))
    if negations:
        return _replace(source.quote, rng.choice(negations), "")
    verbs = list(_AUXILIARY.finditer(source.quote))
    if not verbs:
        return None
    verb = rng.choice(verbs)
    return _replace(source.quote, verb, verb.group() + rng.choice([" not", " never"]))


def change_modality(source: Source, rng: random.Random) -> str | None:
    """A modal verb becomes another, or a hedge is dropped or put in."""
    hedges = list(re.finditer(r"\b(reportedly|allegedly|possibly|likely|probably) ", source.quote))
    if hedges:
        return _replace(source.quote, rng.choice(hedges), "")
    modals = list(re.finditer(rf"\b({'|'.join(_MODALS)})\b", source.quote))
    if not modals:
        return None
    modal = rng.choice(modals)
    return _replace(
        source.quote, modal, rng.choice([word for word in _MODALS if word != modal.group()])
    )


def change_name(source: Source, rng: random.Random) -> str | None:
    """A name becomes another name of the same article."""
    names = list(_NAME.finditer(source.quote))
    if not names:
        return None
    name = rng.choice(names)
    others = [other for other in source.names if other not in source.quote]
    return _replace(source.quote, name, rng.choice(others)) if others else None


def change_year(source: Source, rng: random.Random) -> str | None:
    """A year becomes another near it."""
    years = list(_YEAR.finditer(source.quote))
    if not years:
        return None
    year = rng.choice(years)
    return _replace(source.quote, year, str(int(year.group()) + rng.choice([-10, -1, 1, 10])))


def swap_order(source: Source, rng: random.Random) -> str | None:
    """Two names, two numbers or two neighbouring words change places."""
    for pattern in (_NAME, re.compile(r"\d[\d.,]*\d|\d")):
        found = list(pattern.finditer(source.quote))
        if len(found) > 1:
            first, second = found[0], found[-1]
            if first.group() != second.group():
                text = _replace(source.quote, second, first.group())
                return _replace(text, first, second.group())
    words = source.quote.split()
    if len(words) < 5:
        return None
    at = rng.randrange(1, len(words) - 2)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def stitch(source: Source, rng: random.Random) -> str | None:
    """The first half of the quote with the second half of another sentence of its article."""
    others = [other for other in source.sentences if other != source.quote]
    if not others:
        return None
    mine, theirs = source.quote.split(), rng.choice(others).split()
    if min(len(mine), len(theirs)) < 8:
        return None
    return " ".join(mine[: len(mine) // 2] + theirs[len(theirs) // 2 :])


def invent(source: Source, rng: random.Random) -> str | None:
    """A sentence of another article."""
    return rng.choice(source.foreign)


ALTERATIONS: dict[str, Alter] = {
    "digit": change_digit,
    "scale": change_scale,
    "unit": change_unit,
    "negation": change_negation,
    "modality": change_modality,
    "name": change_name,
    "year": change_year,
    "swapped order": swap_order,
    "stitched": stitch,
    "invented": invent,
}
