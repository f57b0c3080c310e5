"""Which sentences carry the story: an order to read in, made by code.

A sentence counts for how early it stands, the headline's words, who speaks in it, the figures in
it and the actors it names; it counts less where it leans on the sentence before. Sentences are
then taken greedily, and each one taken makes others by the same speaker or with the same words
worth less, so that the first few cover the story's voices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.document import Document, Sentence
from summarizer.facts.actors import Actor
from summarizer.facts.attribution import Attribution
from summarizer.facts.citable import is_citable
from summarizer.facts.conflicts import Conflict
from summarizer.facts.figures import Figure
from summarizer.facts.gaps import Gap

MAX_LEADS = 40

# What editors picked in the 16 articles of evals/gold: the share of core claims (of all claims)
# that rest on one of the first 8 and 12 leads, and how many of the first two carry a core claim;
# means of the articles:
#   these weights                                  8: .63 (.43)   12: .75 (.57)   two: .84
#   weights fitted without the article (logistic)  8: .62 (.45)   12: .76 (.56)   two: .75
#   the first sentences                            8: .47 (.29)   12: .62 (.39)   two: .63
#   sentences at random                            8: .29 (.29)   12: .41 (.40)   two: .27
# These weights are the fitted ones on a coarse grid; ``leaning`` is set so that the first leads can
# stand alone, and costs nothing.
# Tried and left out, because no article left out gained by them: paragraph openings, gaps, disputed
# figures, quotations, negations, long sentences, how frequent the sentence's words are.
# Repeat: python -m evals.bench leads
_WEIGHTS = {
    "lateness": -1.0,
    "opening": 1.0,
    "headline": 1.0,
    "figures": 0.5,
    "spoken": 1.0,
    "in_doubt": 0.5,
    "actors": 0.3,
    "leaning": -0.5,
    "short": -0.5,
}
_SAME_VOICE = 0.3
_SAME_WORDS = 1.0

_STOPS = ".!。！।؟…"
_SHORT = 14  # words
_STEM = 6  # letters by which words of the headline are known again
_HEADLINE_WORDS = 8  # shared with a long headline, this many are all that count
_WORD = re.compile(r"[^\W_]{4,40}")
# A sentence that opens so is understood from the one before.
_LEANS = re.compile(
    r"\A(?:this|that|these|those|it|its|he|his|him|she|her|hers|they|their|theirs|we|our|i|my|such"
    r"|both|neither|another|but|and|or|so|yet|also|meanwhile|then|still|even|instead|however"
    r"|(?:by|for|in|at|to|from|with) (?:his|her|him|their|them|its|that|this)"
    r"|er|sie|sein|seine|ihr|ihre|das|dies|aber|doch|auch|dafür|dagegen|dort"
    r"|su|sus|eso|esto|pero|también|él|ella|il|elle|ils|elles|cela|mais|son|sa|ses)\b",
    re.IGNORECASE,
)
_IN_DOUBT = frozenset(("unconfirmed", "denied", "disputed"))


@dataclass(frozen=True)
class Findings:
    """What was read from a document, as far as the choice of leads asks for it."""

    attributions: Sequence[Attribution]
    figures: Sequence[Figure]
    actors: Sequence[Actor]
    conflicts: Sequence[Conflict]
    gaps: Sequence[Gap]


@dataclass(eq=False)
class _Candidate:
    """A sentence and its weight; ``voices`` and ``overlap`` tell what those taken leave of it."""

    sentence: Sentence
    weight: float
    speaker: str
    words: frozenset[str]
    voices: int = 0
    overlap: float = 0.0

    @property
    def worth(self) -> float:
        """The weight, less for a voice that was heard and words that were said."""
        return self.weight - _SAME_VOICE * self.voices - _SAME_WORDS * self.overlap

    def lose_to(self, taken: _Candidate) -> None:
        """Take note that ``taken`` was taken."""
        self.voices += bool(self.speaker) and self.speaker == taken.speaker
        shared = len(self.words & taken.words)
        self.overlap = max(self.overlap, shared / max(min(len(self.words), len(taken.words)), 1))


def rank_leads(document: Document, findings: Findings) -> tuple[Sentence, ...]:
    """The sentences that carry claims, most telling first, at most ``MAX_LEADS``."""
    left = list(_candidates(document, findings))
    taken: list[Sentence] = []
    while left and len(taken) < MAX_LEADS:
        best = max(left, key=lambda c: (c.worth, -c.sentence.number))
        taken.append(best.sentence)
        left.remove(best)
        for candidate in left:
            candidate.lose_to(best)
    return tuple(taken)


def can_lead(sentence: Sentence) -> bool:
    """A whole statement: not a headline, a by-line, a link or a question."""
    words = sentence.text.split()
    ends = sentence.text.rstrip("\"'”’»)] ")[-1:]
    return len(words) >= 5 and ends in _STOPS and "://" not in sentence.text


def _candidates(document: Document, findings: Findings) -> Iterator[_Candidate]:
    leading = [can_lead(sentence) for sentence in document.sentences]
    able = [
        sentence
        for sentence, leads in zip(document.sentences, leading, strict=True)
        if leads and is_citable(sentence.text)
    ]
    above = document.sentences[: leading.index(True) if True in leading else len(leading)]
    headline = {stem for sentence in above for stem in _stems(sentence.text)}
    by_sentence = _BySentence(document, findings)
    for at, sentence in enumerate(able):
        words = frozenset(word.lower() for word in _WORD.findall(sentence.text))
        stems = {word[:_STEM] for word in words}
        values = {
            "lateness": at / len(able),
            "opening": 1 / (1 + 0.3 * at),
            "headline": len(stems & headline) / max(1, min(len(headline), _HEADLINE_WORDS)),
            "leaning": float(bool(_LEANS.match(sentence.text))),
            "short": float(len(sentence.text.split()) < _SHORT),
            **by_sentence.values(sentence.number),
        }
        weight = sum(_WEIGHTS[name] * value for name, value in values.items())
        yield _Candidate(sentence, weight, by_sentence.speaker(sentence.number), words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text))


class _BySentence:
    """What was found in each sentence, by its number: gathered once, asked for each."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self._said: dict[int, list[Attribution]] = defaultdict(list)
        self._figures: dict[int, int] = defaultdict(int)
        self._salience: dict[int, float] = defaultdict(float)
        for attribution in findings.attributions:
            self._said[attribution.sentence].append(attribution)
        for figure in findings.figures:
            sentence = document.sentence_at(figure.start)
            if sentence is not None and figure.kind != "duration":
                self._figures[sentence.number] += 1
        for actor in findings.actors:
            found = (document.sentence_at(mention.start) for mention in actor.mentions)
            for number in {sentence.number for sentence in found if sentence is not None}:
                self._salience[number] += actor.salience

    def speaker(self, number: int) -> str:
        """Who speaks first in the sentence, or ``""``."""
        return next((a.name for a in self._said.get(number, ()) if a.name), "")

    def values(self, number: int) -> dict[str, float]:
        """Voices, figures (two are as good as more) and actors of the sentence."""
        said = self._said.get(number, ())
        return {
            "spoken": float(any(a.name for a in said)),
            "in_doubt": float(any(a.status in _IN_DOUBT for a in said)),
            "figures": float(min(self._figures.get(number, 0), 2)),
            "actors": min(self._salience.get(number, 0.0), 2.0),
        }
