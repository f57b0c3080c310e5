"""Quotations that run on: without a cue of their own they have the speaker of the one before."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from summarizer.document import Document, Span
from summarizer.facts.attribution.model import Attribution
from summarizer.facts.attribution.quotations import Quotation

# Sentences of telling that may stand between two quotations of one speaker in one paragraph.
_CARRIED_OVER = 4
# A quotation before the cue, or in the paragraph after one, stands this close to it, in sentences.
_CLOSE = 2


def content_of(text: str, quotation: Quotation) -> Span:
    """The words between the marks, without the comma that closes them before a cue."""
    end = quotation.inner_end
    return Span(quotation.inner_start, end - (text[end - 1 : end] == ","))


def carry_on(
    document: Document,
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
    said: Mapping[int, Attribution],
    told: Mapping[int, Attribution],
) -> list[Attribution]:
    """The attributions of the quotations that nobody says yet.

    ``said`` maps the index of a quotation to its attribution, ``found`` are all so far; ``told``
    are those whose speaker only the sentence before them tells, for want of anything better.
    """
    return _Carrier(document, quotations, found, said).carried(told)


class _Carrier:
    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        found: Sequence[Attribution],
        said: Mapping[int, Attribution],
    ) -> None:
        self.document = document
        self.quotations = quotations
        self.said = dict(said)
        self.by_cue = sorted((a for a in found if a.name), key=lambda a: a.cue_start)
        self.cues = [a.cue_start for a in self.by_cue]
        # Of two nested attributions the outer one comes last: it is whose words go on.
        self.by_end = sorted(
            (a for a in found if a.name), key=lambda a: (max(a.end, a.cue_end), -a.cue_start)
        )
        self.ends = [max(a.end, a.cue_end) for a in self.by_end]
        indirect = sorted((a.start, a.end) for a in found if a.speech == "indirect")
        self.held_starts = [start for start, _ in indirect]
        self.held_ends = list(accumulate((end for _, end in indirect), max))

    def carried(self, told: Mapping[int, Attribution]) -> list[Attribution]:
        starts = {sentence.start for sentence in self.document.sentences}
        made: list[Attribution] = []
        for index, quotation in enumerate(self.quotations):
            if index in self.said or not quotation.speech or quotation.start not in starts:
                continue
            held = self._is_held(quotation)
            source = None if held else self._source(index, quotation) or told.get(index)
            if source is not None:
                self.said[index] = self._continued(source, quotation)
                made.append(self.said[index])
        return made

    def _is_held(self, quotation: Quotation) -> bool:
        """Whether the quotation is a part of something said indirectly."""
        at = bisect.bisect_right(self.held_starts, quotation.start) - 1
        return at >= 0 and self.held_ends[at] >= quotation.end

    def _continued(self, source: Attribution, quotation: Quotation) -> Attribution:
        content = content_of(self.document.text, quotation)
        sentence = self.document.sentence_at(quotation.start)
        return replace(
            source,
            sentence=sentence.number if sentence else 0,
            speech="direct",
            status="attributed",
            start=content.start,
            end=content.end,
        )

    def _source(self, index: int, quotation: Quotation) -> Attribution | None:
        """The attribution that a quotation without a cue goes on with."""
        before, after = self.said.get(index - 1), self.said.get(index + 1)
        if before is not None:
            previous = self.quotations[index - 1]
            near = previous.paragraph == quotation.paragraph and not self._others_between(
                before, previous.end, quotation.start
            )
            if near or (not previous.closed and previous.paragraph >= quotation.paragraph - 1):
                return before
        if after is not None:
            following = self.quotations[index + 1]
            gap = self._sentences(quotation.end, following.start)
            if following.paragraph == quotation.paragraph and gap <= _CLOSE:
                return after
        return self._in_paragraph_before(before, quotation)

    def _in_paragraph_before(
        self, before: Attribution | None, quotation: Quotation
    ) -> Attribution | None:
        """The last speaker, where the quotation opens the paragraph right after."""
        at = bisect.bisect_right(self.ends, quotation.start) - 1
        nearest = self.by_end[at] if at >= 0 else None
        if before is not None and (nearest is None or before.end > nearest.end):
            nearest = before
        if nearest is None:
            return None
        between = self.document.text[nearest.end : quotation.start]
        lines = between.count("\n") - between.count("\n\n")
        close = self._sentences(nearest.end, quotation.start) <= _CLOSE
        return nearest if lines <= 1 and close else None

    def _others_between(self, source: Attribution, start: int, end: int) -> bool:
        """Whether somebody else speaks between the two places, or much is told between them."""
        if self._sentences(start, end) > _CARRIED_OVER:
            return True
        first, last = bisect.bisect_left(self.cues, start), bisect.bisect_left(self.cues, end)
        return any(a.name != source.name for a in self.by_cue[first:last])

    def _sentences(self, start: int, end: int) -> int:
        return len(self.document.sentences_in(Span(start, max(start, end))))
