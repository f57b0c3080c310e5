"""Gaps where somebody denies or disputes what another says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.document import Document
from summarizer.facts.attribution import Attribution
from summarizer.facts.gaps.model import Gap, gap_at
from summarizer.facts.gaps.phrasing import LONGEST_CLAUSE, capital
from summarizer.facts.words import word_set

_LONG = re.compile(r"\w{4,30}")
# Words that do not tell what is contested: "denied that it was", "denied it then".
_EMPTY = word_set(
    "that this they them were have been then whenever asked afterwards when again always ever",
)
_CONTESTING = word_set(
    "dispute disputes disputed disputing contest contests contested question questions",
    "questioned challenge challenges challenged doubt doubts doubted refute refuted",
)


def contested_gaps(
    document: Document, attributions: Sequence[Attribution]
) -> Iterator[tuple[str, Gap]]:
    """What somebody denies or disputes."""
    told: list[tuple[str, set[str]]] = []
    for a in attributions:
        contested = a.status == "denied" or (a.status == "disputed" and a.cue in _CONTESTING)
        if not contested or not a.speaker:
            continue
        content = set(_LONG.findall(document.text[a.start : a.end].lower())) - _EMPTY
        who = a.resolved or a.speaker
        if not content or any(who == name and content & known for name, known in told):
            continue
        told.append((who, content))
        start, end = min(a.speaker_start, a.start), max(a.end, a.cue_end)
        words = document.text[a.start : a.end]
        question = f'Disputed: "{" ".join(words.split())}"'
        if a.speaker_end < a.cue_start and a.cue_end < a.start:
            who = document.text[a.speaker_start : a.speaker_end]
            between = document.text[a.cue_start : a.end]
            if len(between) <= LONGEST_CLAUSE:
                name = a.resolved if a.speaker.lower() in ("he", "she", "they", "it") else who
                question = f"{capital(name or who)} {' '.join(between.split())}."
        yield "disputed", gap_at(document, "disputed", start, end, question)
