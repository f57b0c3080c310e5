"""Finds every gap of a document and puts the most important first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.document import Document
from summarizer.facts.attribution import Attribution, read_attributions
from summarizer.facts.attribution.cue_table import CueTable, table_for
from summarizer.facts.attribution.tokens import LONGEST_SENTENCE, Sentence, words_of
from summarizer.facts.gaps.contested import contested_gaps
from summarizer.facts.gaps.idioms import idiom_gaps
from summarizer.facts.gaps.model import Gap
from summarizer.facts.gaps.numbers import (
    disagreement_gaps,
    gaps_without_base,
    gaps_without_date,
)
from summarizer.facts.gaps.open_questions import open_gaps
from summarizer.facts.gaps.unheard import unheard_gaps

if TYPE_CHECKING:
    from summarizer.facts.conflicts import Conflict
    from summarizer.facts.figures import Figure

# How much a desk wants to know of each kind, most first; an incompatible disagreement leads. The
# order is an editorial choice, not a measurement.
_WEIGHTS = {
    "contradiction": 100,
    "unconfirmed": 90,
    "unknown": 85,
    "unheard": 80,
    "disagreement": 75,
    "disputed": 70,
    "silent": 65,
    "no_base": 40,
    "no_date": 20,
}
# Of two gaps of one kind the one nearer the top of the article leads: this much from top to end.
_POSITION_WEIGHT = 4.0


def find_gaps(
    document: Document,
    attributions: Sequence[Attribution] | None = None,
    figures: Sequence[Figure] = (),
    conflicts: Iterable[Conflict] = (),
) -> list[Gap]:
    """The gaps of a document, the most important first; none for a language without a table.

    ``attributions`` are read when not given. ``figures`` and ``conflicts`` bring the gaps about
    numbers; without them there are none of those. Linear in the length of the text.
    """
    table = table_for(document.language)
    if table is None:
        return []
    if attributions is None:
        attributions = read_attributions(document)
    sentences = list(_sentences(document, table))
    rated: list[tuple[str, Gap]] = []
    rated += open_gaps(document, sentences, attributions)
    rated += idiom_gaps(document, document.sentences, {gap.sentence for _, gap in rated})
    rated += contested_gaps(document, attributions)
    rated += unheard_gaps(document, sentences, attributions)
    rated += gaps_without_base(document, figures)
    rated += gaps_without_date(document, figures)
    rated += disagreement_gaps(document, conflicts)
    return _ranked(rated, len(document.text))


def _sentences(document: Document, table: CueTable) -> Iterator[Sentence]:
    """The tokens of each sentence, those of speech included; a text without stops in parts."""
    spans = tuple((sentence.start, sentence.end) for sentence in document.sentences)
    for tokens in words_of(document.text, spans):
        for at in range(0, len(tokens), LONGEST_SENTENCE):
            yield Sentence(list(tokens[at : at + LONGEST_SENTENCE]), table)


def _ranked(rated: list[tuple[str, Gap]], length: int) -> list[Gap]:
    def importance(entry: tuple[str, Gap]) -> float:
        kind, gap = entry
        return -(_WEIGHTS[kind] - _POSITION_WEIGHT * gap.start / max(length, 1))

    kept: list[Gap] = []
    by_sentence: dict[int, list[Gap]] = defaultdict(list)
    for _, gap in sorted(rated, key=importance):
        near = by_sentence[gap.sentence]
        if not any(g.start < gap.end and gap.start < g.end for g in near):
            near.append(gap)
            kept.append(gap)
    return kept
