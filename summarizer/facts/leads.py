"""Which sentences carry the story: an order to read in, made by code.

A sentence counts for who speaks in it, the figures in it, the actors it names, what it leaves
open, and how early it stands. Sentences are then taken greedily, and each one taken makes others by
the same speaker or with the same words worth less, so that the first few cover the story's voices.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document, Sentence, Span
from summarizer.facts.actors import Actor
from summarizer.facts.attribution import Attribution
from summarizer.facts.conflicts import Conflict
from summarizer.facts.figures import Figure
from summarizer.facts.gaps import Gap

MAX_LEADS = 40
_STOPS = ".!。！।؟…"
_WORD = re.compile(r"[^\W_]{4,40}")
_BAD_START = re.compile(
    r"(?:this|that|these|those|it|he|she|they|meanwhile|but|and|also)\b", re.IGNORECASE
)


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
        return self.weight - 1.2 * self.voices - 2.0 * self.overlap

    def lose_to(self, taken: _Candidate) -> None:
        """Take note that ``taken`` was taken."""
        self.voices += bool(self.speaker) and self.speaker == taken.speaker
        shared = len(self.words & taken.words)
        self.overlap = max(self.overlap, shared / max(min(len(self.words), len(taken.words)), 1))


def rank_leads(document: Document, findings: Findings) -> tuple[Sentence, ...]:
    """The sentences that carry claims, most telling first, at most ``MAX_LEADS``."""
    left = [_candidate(s, findings) for s in document.sentences if _can_lead(s)]
    taken: list[Sentence] = []
    while left and len(taken) < MAX_LEADS:
        best = max(left, key=lambda c: (c.worth, -c.sentence.number))
        taken.append(best.sentence)
        left.remove(best)
        for candidate in left:
            candidate.lose_to(best)
    return tuple(taken)


def _can_lead(sentence: Sentence) -> bool:
    """A whole statement: not a headline, a by-line, a link or a question."""
    words = sentence.text.split()
    ends = sentence.text.rstrip("\"'”’»)] ")[-1:]
    return len(words) >= 5 and ends in _STOPS and "://" not in sentence.text


def _candidate(sentence: Sentence, findings: Findings) -> _Candidate:
    said = [a for a in findings.attributions if a.sentence == sentence.number]
    speaker = next((a.name for a in said if a.name), "")
    weight = _voice_weight(said) + _content_weight(sentence, findings)
    weight += 1.5 / (1 + 0.3 * sentence.number)
    weight -= 0.4 * bool(_BAD_START.match(sentence.text))
    weight -= 0.5 * (len(sentence.text.split()) < 9)
    words = frozenset(w.lower() for w in _WORD.findall(sentence.text))
    return _Candidate(sentence, weight, speaker, words)


def _voice_weight(said: Sequence[Attribution]) -> float:
    """A statement by somebody counts, by somebody with a name more, one in doubt more."""
    in_doubt = any(a.status in ("unconfirmed", "denied", "disputed") for a in said)
    spoken = any(a.name for a in said)
    named = any(a.name and not a.anonymous for a in said)
    return 1.0 * spoken + 0.4 * named + 0.5 * in_doubt


def _content_weight(sentence: Sentence, findings: Findings) -> float:
    """Figures, most of all those that sources disagree on; actors by their salience; gaps."""
    span = sentence.span
    inside = [f for f in findings.figures if span.contains(Span(f.start, f.end))]
    disputed = {(f.start, f.end) for c in findings.conflicts for f in c.members} if inside else ()
    named = sum(a.salience for a in findings.actors if _is_mentioned(a, span))
    return (
        0.8 * min(sum(f.kind != "duration" for f in inside), 2)
        + 0.8 * any((f.start, f.end) in disputed for f in inside)
        + 0.8 * min(named, 2.0)
        + 0.5 * any(gap.sentence == sentence.number for gap in findings.gaps)
    )


def _is_mentioned(actor: Actor, span: Span) -> bool:
    """Whether one of the actor's mentions, which are in the order of the text, is in ``span``."""
    at = bisect.bisect_left(actor.mentions, Span(span.start, 0))
    return at < len(actor.mentions) and actor.mentions[at].end <= span.end
