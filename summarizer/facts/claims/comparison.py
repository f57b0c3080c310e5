"""A claim beside its evidence, aligned: what every check of a claim looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.facts.claims.alignment import (
    SAME_MEANING,
    Link,
    align,
    distance_cost,
)
from summarizer.facts.claims.reading import Reading, read
from summarizer.facts.claims.words import Word

# A counterpart that lies no further than this from its neighbours' is one in the same place.
NEAR_COST = 0.3

# The part of a claim's sentence that makes it speak of the same as a sentence of the evidence.
SAME_MATTER = 0.4


@dataclass(frozen=True)
class Comparison:
    """Two passages and the counterparts of the claim's words, in the order of the claim.

    ``partner``: place in the claim -> place in the evidence; ``back``: the other way round, to the
    claim's word. Both hold only words that have a counterpart.
    """

    claim: Reading
    evidence: Reading
    links: tuple[Link, ...]

    @cached_property
    def partner(self) -> dict[int, int]:
        """Place in the claim -> place of its counterpart in the evidence."""
        return {link.word.place: link.place for link in self.links if link.place >= 0}

    @cached_property
    def back(self) -> dict[int, Word]:
        """Place in the evidence -> the claim's word it is the counterpart of."""
        return {link.place: link.word for link in self.links if link.place >= 0}

    @cached_property
    def _shares(self) -> Mapping[tuple[int, int], float]:
        counts: Counter[tuple[int, int]] = Counter()
        totals: Counter[int] = Counter()
        for link in self.links:
            totals[link.word.sentence] += 1
            if link.place >= 0:
                counts[link.word.sentence, self.evidence.words[link.place].sentence] += 1
        return {pair: count / totals[pair[0]] for pair, count in counts.items()}

    def main_sentence(self, number: int) -> int:
        """The evidence sentence that has most of sentence ``number`` of the claim; -1 for none."""
        shares = {there: part for (mine, there), part in self._shares.items() if mine == number}
        best = max(shares, key=lambda there: shares[there], default=-1)
        return best if shares.get(best, 0.0) >= SAME_MATTER else -1

    def speaks_of_the_same(self, word: Word) -> bool:
        """Whether enough of the sentence of claim word ``word`` stands where its counterpart does.

        Where only a word or two fell on a sentence of a long evidence, what else that sentence says
        is no matter of the claim's.
        """
        place = self.partner.get(word.place)
        if place is None:
            return False
        pair = word.sentence, self.evidence.words[place].sentence
        return self._shares.get(pair, 0.0) >= SAME_MATTER

    def anchors(self, place: int, reach: int = 2) -> Iterator[int]:
        """Evidence places of the words just before and after claim word ``place``."""
        words = self.claim.words
        for step in (-1, 1):
            found = 0
            at = place + step
            while 0 <= at < len(words) and words[at].sentence == words[place].sentence:
                if at in self.partner:
                    yield self.partner[at]
                    found += 1
                if found == reach or abs(at - place) > reach + 1:
                    break
                at += step


def compare(claim: str, evidence: str) -> Comparison:
    """``claim`` aligned with ``evidence``, one sentence of the claim after the other."""
    claimed, given = read(claim), read(evidence)
    links: list[Link] = []
    for number in range(len(claimed.sentences)):
        links += align(claimed.sentence_words(number), given.index)
    both = Comparison(claimed, given, tuple(links))
    if any(link.place < 0 and link.word.kind == "number" for link in links):
        return replace(both, links=tuple(_with_equal_figure(link, both) for link in links))
    return both


def _with_equal_figure(link: Link, both: Comparison) -> Link:
    """A number that stands in the evidence in another form ("12 thousand", "a dozen")."""
    figure = both.claim.figures.get(link.word.place)
    if link.place >= 0 or figure is None:
        return link
    anchors = list(both.anchors(link.word.place)) or [0]
    equal = [
        place
        for place, other in both.evidence.figures.items()
        if (other.low, other.high) == (figure.low, figure.high)
        and (other.kind == figure.kind or not other.unit or not figure.unit)
    ]
    if not equal:
        return link
    place = min(equal, key=lambda at: abs(at - anchors[0]))
    return Link(
        link.word, place, SAME_MEANING, distance_cost(anchors[0], place, both.evidence.words)
    )
