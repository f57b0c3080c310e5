"""What two texts are compared by: their words with their weights, and their letters.

A text is read once and kept; comparing two of them is then a matter of look-ups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from summarizer.evaluation.languages import CAPITALISED_NOUNS, function_words
from summarizer.facts.claims.relations import relations
from summarizer.facts.claims.words import Passage, Word, read_passage
from summarizer.facts.words import kindred

WEIGHTS: Final = {
    "number": 3.0,
    "ordinal": 1.5,
    "time": 1.5,
    "name": 1.0,
    "word": 1.0,
    "placing": 0.5,
}
"""What a word of each kind counts. A name of several words counts as one."""

_SAME_FAMILY = 0.8
_SAME_MEANING = 0.7
_KEY = 4
_GRAM = 4
_NOTHING: Final[Mapping[int, float]] = {}
_NOT_LETTERS = re.compile(r"[\W_]+")


_SPELLINGS = {
    "bn": "billion",
    "mn": "million",
    "tn": "trillion",
    "pct": "percent",
    "prozent": "percent",
    "ciento": "percent",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word that counts, or a name of several words: their stems, and what they count."""

    stems: tuple[str, ...]
    kind: str
    weight: float


@dataclass(frozen=True)
class Features:
    """One text, prepared for comparing: read when it is first asked for."""

    passage: Passage
    language: str

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The words to be looked for, later ones with more weight (see ``_later``)."""
        return tuple(_terms(self.passage, self.words, self.language))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that count, without those that the language has for grammar."""
        empty = function_words(self.language)
        found = (word for word in self.passage.words if word.form not in empty)
        return tuple(_spelled_out(word, self.passage.text) for word in found)

    @cached_property
    def weight(self) -> float:
        """The sum of the weights of the terms."""
        return sum(term.weight for term in self.terms)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that count."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def names(self) -> int:
        """How many names there are."""
        return sum(term.kind == "name" for term in self.terms)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every run of four letters, blanks at the ends of words among them."""
        plain = f" {_NOT_LETTERS.sub(' ', self.passage.text.lower()).strip()} "
        return frozenset(plain[at : at + _GRAM] for at in range(max(1, len(plain) - _GRAM + 1)))


class Statements:
    """The terms of several texts by their stems, to be told which a text could have at all."""

    def __init__(self, texts: Sequence[Features]) -> None:
        self.texts = texts
        self._terms: dict[str, list[tuple[int, int]]] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._meanings: dict[int, set[str]] = {}
        same = relations().same
        for number, text in enumerate(texts):
            for place, term in enumerate(text.terms):
                for stem in term.stems:
                    self._terms.setdefault(stem, []).append((number, place))
                    self._beginnings.setdefault(stem[:_KEY], set()).add(stem)
                    for group in same.get(stem, ()):
                        self._meanings.setdefault(group, set()).add(stem)

    def reach(self, shown: Features) -> list[float]:
        """Of each of the texts, the most of its weight, 0 to 1, that ``shown`` could cover."""
        alike: set[str] = set()
        for stem in shown.stems:
            alike |= self._beginnings.get(stem[:_KEY], set())
            for group in relations().same.get(stem, ()):
                alike |= self._meanings.get(group, set())
        found = {place for stem in alike for place in self._terms[stem]}
        weights = [0.0] * len(self.texts)
        for number, place in found:
            weights[number] += self.texts[number].terms[place].weight
        return [
            weight / (text.weight or 1.0) for weight, text in zip(weights, self.texts, strict=True)
        ]


class Index:
    """The words of several texts, to be looked up in all of them at once.

    The sentences are numbered through: sentence ``n`` is one of text ``owners[n]``.
    """

    def __init__(self, texts: Sequence[Features]) -> None:
        self.texts = texts
        self.owners: list[int] = []
        self._places: dict[str, dict[int, None]] = {}
        self._beginnings: dict[str, list[str]] = {}
        self._meanings: dict[int, list[str]] = {}
        self._found: dict[tuple[str, bool], Mapping[int, float]] = {}
        for number, text in enumerate(texts):
            first = len(self.owners)
            self.owners += [number] * max(1, len(text.passage.sentences))
            for word in text.words:
                self._places.setdefault(word.stem, {})[first + word.sentence] = None
        same = relations().same
        for stem in self._places:
            self._beginnings.setdefault(stem[:_KEY], []).append(stem)
            for group in same.get(stem, ()):
                self._meanings.setdefault(group, []).append(stem)

    def found(self, stem: str, *, is_number: bool = False) -> Mapping[int, float]:
        """The sentences that have a word like ``stem``, and how like it: 0 to 1."""
        key = stem, is_number
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._look_up(stem, is_number)
        return known

    def _look_up(self, stem: str, is_number: bool) -> Mapping[int, float]:
        same = self._places.get(stem)
        if is_number:
            return dict.fromkeys(same or (), 1.0)
        groups = relations().same.get(stem, ())
        family = self._beginnings.get(stem[:_KEY], ())
        if not (same or groups or family):
            return _NOTHING
        found: dict[int, float] = {}
        for group in groups:
            for other in self._meanings.get(group, ()):
                found.update(dict.fromkeys(self._places[other], _SAME_MEANING))
        for other in family:
            if other != stem and kindred(stem, other):
                found.update(dict.fromkeys(self._places[other], _SAME_FAMILY))
        found.update(dict.fromkeys(same or (), 1.0))
        return found


@lru_cache(maxsize=4096)
def read_features(text: str, language: str = "en") -> Features:
    """``text``, prepared for comparing. Pure; the last few thousand texts are remembered."""
    return Features(read_passage(text), language)


@lru_cache(maxsize=256)
def read_statements(texts: tuple[str, ...], language: str = "en") -> Statements:
    """The statements of a list, remembered likewise."""
    return Statements([read_features(text, language) for text in texts])


@lru_cache(maxsize=4096)
def read_index(text: str, language: str = "en") -> Index:
    """The index of one text alone, remembered likewise."""
    return Index((read_features(text, language),))


def _spelled_out(word: Word, text: str) -> Word:
    """The word under the stem of its common form, where it is another way to write one."""
    if word.form == "cent":
        stem = (
            "percent"
            if text[max(0, word.start - 4) : word.start].lower().endswith("per ")
            else word.stem
        )
    else:
        stem = _SPELLINGS.get(word.form, word.stem)
    return word if stem == word.stem else replace(word, stem=stem)


def _terms(passage: Passage, words: Sequence[Word], language: str) -> Iterator[Term]:
    at = 0
    while at < len(words):
        last = at
        if language not in CAPITALISED_NOUNS and _begins_name(passage, words, at):
            while last + 1 < len(words) and _goes_on(passage, words[last], words[last + 1]):
                last += 1
        kind = words[at].kind if last == at else "name"
        stems = tuple(word.stem for word in words[at : last + 1])
        plain = kind == "name" and language in CAPITALISED_NOUNS
        weight = WEIGHTS["word" if plain else kind] * _later(at, len(words))
        yield Term(stems, "word" if plain else kind, weight)
        at = last + 1


def _later(place: int, words: int) -> float:
    """One for the first word, almost two for the last: what is new comes late in a sentence."""
    return 1 + place / words


def _begins_name(passage: Passage, words: Sequence[Word], at: int) -> bool:
    """Whether a name begins here: also at a sentence's first word, with a name right behind."""
    if words[at].kind == "name":
        return True
    opening = at == 0 and words[at].kind == "word" and passage.text[words[at].start].isupper()
    return opening and len(words) > 1 and _goes_on(passage, words[0], words[1])


def _goes_on(passage: Passage, word: Word, following: Word) -> bool:
    return following.kind == "name" and passage.text[word.end : following.start] == " "
