"""Everything that is read from a claim or its evidence before the two are compared.

Each part is read when a check first asks for it, and an evidence that many claims are checked
against is read once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document import Document
from summarizer.facts.attribution import Attribution, read_attributions
from summarizer.facts.claims.alignment import Index
from summarizer.facts.claims.words import Passage, Word, read_passage
from summarizer.facts.figures import Figure, read_figures
from summarizer.facts.names import Name, read_names
from summarizer.facts.polarity import Cue, read_modals, read_negations

# A clause is not followed further than this many characters from the cue.
_LONGEST_GAP = 200


@dataclass(frozen=True)
class Reading(Passage):
    """A passage with its cues, figures, names and attributions. Offsets are those of ``text``."""

    @cached_property
    def index(self) -> Index:
        """The words by stem and by meaning."""
        return Index(self.words)

    @cached_property
    def negations(self) -> Sequence[Cue]:
        """The negations."""
        return read_negations(self.text)

    @cached_property
    def modals(self) -> Sequence[Cue]:
        """The modal verbs and hedges."""
        return read_modals(self.text)

    @cached_property
    def figures(self) -> Mapping[int, Figure]:
        """Place of the first word of a number -> the figure it belongs to."""
        found = {}
        for figure in read_figures(self.text):
            first = self.place_after(figure.value_start)
            if first < len(self.words) and self.words[first].start < figure.value_end:
                found[first] = figure
        return found

    @cached_property
    def names(self) -> Sequence[Name]:
        """The proper names."""
        return read_names(self.text)

    @cached_property
    def attributions(self) -> Sequence[Attribution]:
        """Who says what."""
        return read_attributions(Document.from_text(self.text)) if self.text.strip() else []

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds ``offset``, or that comes before it."""
        number = bisect_right(self.sentence_starts, offset) - 1
        return self.sentences[number] if number >= 0 else (0, 0)

    def words_after(self, cue: Cue, limit: int) -> list[Word]:
        """The words behind ``cue`` in its sentence, at most ``limit``."""
        at, end = self.place_after(cue.end), self.sentence_at(cue.start)[1]
        near = self.words[at : at + limit]
        return [w for w in near if w.start < end and w.start - cue.end < _LONGEST_GAP]

    def words_before(self, cue: Cue, limit: int) -> list[Word]:
        """The words before ``cue`` in its sentence, at most ``limit``, the nearest first."""
        at, start = self.place_after(cue.start), self.sentence_at(cue.start)[0]
        near = reversed(self.words[max(0, at - limit) : at])
        return [w for w in near if w.start >= start and cue.start - w.end < _LONGEST_GAP]


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """``text``, read as far as its words; the rest is read when it is asked for."""
    passage = read_passage(text)
    return Reading(passage.text, passage.sentences, passage.words)
