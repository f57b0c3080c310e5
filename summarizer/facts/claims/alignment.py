"""Where in the evidence each word of a claim has its counterpart.

A monolingual alignment in the manner of the hidden Markov aligners of machine translation (Vogel,
Ney and Tillmann 1996): every claim word chooses one place among those where a word like it stands,
or none; a place costs more the further it lies from the place of the word before. So a word that
is somewhere in the article, but not where its neighbours are, earns little.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.facts.claims.relations import relations
from summarizer.facts.claims.words import Word
from summarizer.facts.words import kindred

# How well a counterpart agrees, 0 to 1.
SAME_FORM = 1.0
SAME_STEM = 0.97
SAME_MEANING = 0.8
SAME_FAMILY = 0.75

# What a word of each kind counts. Half or one and a half times any of them moves the shares of
# ``python -m evals.bench claims`` by at most three points, mostly by none.
WEIGHTS: Mapping[str, float] = {
    "number": 2.0,
    "ordinal": 1.5,
    "time": 1.5,
    "name": 1.5,
    "word": 1.0,
    "placing": 0.5,
}

# What it costs to go on in the sentence beside.
OTHER_SENTENCE = 0.45

# How many places are kept open at every word.
_STATES = 40
# In a sentence of more words than this it is fewer, so that time stays linear on any text.
_LONG_SENTENCE = 100
_STATES_OF_LONG = 6
_KEY = 4

_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Link:
    """One claim word with its counterpart: ``place`` in the evidence, or -1 for none.

    ``quality`` 0 to 1 says how alike they are, ``cost`` 0 to 1 how far the counterpart lies from
    that of the word before.
    """

    word: Word
    place: int
    quality: float
    cost: float


class _Path:
    """A way through the evidence so far: its score, its last counterpart, and what came before."""

    __slots__ = ("before", "link", "score")

    def __init__(self, score: float, link: Link | None = None, before: _Path | None = None) -> None:
        self.score = score
        self.link = link
        self.before = before

    def links(self, words: Sequence[Word]) -> list[Link]:
        """A link for each of ``words``: a path holds only those that have a counterpart."""
        found: dict[int, Link] = {}
        path: _Path | None = self
        while path is not None:
            if path.link is not None:
                found[path.link.word.place] = path.link
            path = path.before
        return [found.get(word.place) or Link(word, _NOWHERE, 0.0, 0.0) for word in words]


class Index:
    """The words of the evidence by stem, by meaning and by their first letters."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._stems: defaultdict[str, list[int]] = defaultdict(list)
        # In the order of the text: of two places as good as each other, the same one every time.
        self._meanings: defaultdict[int, dict[str, None]] = defaultdict(dict)
        self._beginnings: defaultdict[str, dict[str, None]] = defaultdict(dict)
        same = relations().same
        for word in words:
            if word.stem not in self._stems:
                for group in same.get(word.stem, ()):
                    self._meanings[group][word.stem] = None
                self._beginnings[word.stem[:_KEY]][word.stem] = None
            self._stems[word.stem].append(word.place)

    def places(self, base: str) -> Sequence[int]:
        """The places of the stem ``base``: the first ones, where it stands in very many."""
        return self._stems.get(base, [])[:_STATES]

    def has_family(self, base: str) -> bool:
        """Whether the stem ``base``, or one of its family, is among the words."""
        return base in self._stems or any(
            kindred(base, other) for other in self._beginnings.get(base[:_KEY], ())
        )

    def candidates(self, word: Word, around: Iterable[int]) -> dict[int, float]:
        """The places with a counterpart of ``word``, and how alike they are.

        Of a word that stands in very many places, those nearest to the places ``around``.
        """
        found: dict[int, float] = {}
        for alike, quality in self._alike(word).items():
            places: Iterable[int] = self._stems[alike]
            if len(self._stems[alike]) > _STATES:
                places = _nearest(self._stems[alike], around)
            for place in places:
                exact = alike == word.stem and self.words[place].form == word.form
                found[place] = max(found.get(place, 0.0), SAME_FORM if exact else quality)
        return found

    def _alike(self, word: Word) -> dict[str, float]:
        if word.kind == "number":
            return {word.stem: SAME_STEM} if word.stem in self._stems else {}
        alike: dict[str, float] = {}
        for other in self._beginnings.get(word.stem[:_KEY], ()):
            if kindred(word.stem, other):
                alike[other] = SAME_FAMILY
        for group in relations().same.get(word.stem, ()):
            for other in self._meanings.get(group, ()):
                alike[other] = SAME_MEANING
        if word.stem in self._stems:
            alike[word.stem] = SAME_STEM
        return alike


def _nearest(places: Sequence[int], around: Iterable[int]) -> set[int]:
    """Of sorted ``places``, the two before and the two after each of ``around``."""
    found: set[int] = set()
    for place in around:
        at = bisect_left(places, place)
        found.update(places[max(0, at - 2) : at + 2])
    return found


def align(words: Sequence[Word], index: Index) -> list[Link]:
    """The best counterpart of each of ``words``, as one path through the evidence.

    Time grows with the words of the claim, times how often each of them stands in the evidence,
    times ``_STATES``.
    """
    states = _STATES if len(words) <= _LONG_SENTENCE else _STATES_OF_LONG
    paths: dict[int, _Path] = {_NOWHERE: _Path(0.0)}
    for word in words:
        found = index.candidates(word, paths)
        if not found:
            # A word without a counterpart leaves every path, and their order, as they are.
            continue
        weight = WEIGHTS[word.kind]
        grown = dict(paths)
        for place, quality in found.items():
            score, last, cost = _best_step(paths, place, weight * quality, index.words)
            if place not in grown or score >= grown[place].score:
                grown[place] = _Path(score, Link(word, place, quality, cost), paths[last])
        paths = dict(sorted(grown.items(), key=lambda item: -item[1].score)[:states])
    return max(paths.values(), key=lambda path: path.score).links(words)


def _best_step(
    paths: Mapping[int, _Path], place: int, gain: float, words: Sequence[Word]
) -> tuple[float, int, float]:
    """The best score with which ``place`` is reached, from where, and at what cost."""
    best = (-1.0, _NOWHERE, 0.0)
    for last, path in paths.items():
        cost = distance_cost(last, place, words)
        score = path.score + gain * (1 - cost)
        if score > best[0]:
            best = (score, last, cost)
    return best


def distance_cost(last: int, place: int, words: Sequence[Word]) -> float:
    """What it costs, 0 to 1, to go on at ``place`` after a counterpart at ``last``."""
    if last == _NOWHERE:
        return 0.1
    step = place - last
    if step == 0:
        return 0.5
    if words[place].sentence != words[last].sentence:
        return OTHER_SENTENCE if abs(words[place].sentence - words[last].sentence) == 1 else 0.65
    if step > 0:
        return 0.0 if step <= 2 else 0.08 if step <= 5 else 0.2
    return 0.15 if step >= -4 else 0.25
