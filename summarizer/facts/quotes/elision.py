"""Quotes that say themselves that something was left out: "...", "…", "[...]"."""

from __future__ import annotations

from itertools import pairwise

import regex

from summarizer.document.model import Span
from summarizer.facts.polarity import read_modals, read_negations
from summarizer.facts.quotes.asked import Asked
from summarizer.facts.quotes.differences import Difference
from summarizer.facts.quotes.index import QuoteIndex
from summarizer.facts.quotes.match import QuoteMatch, match_at
from summarizer.facts.quotes.verbatim import clean_parts

# Characters that may be left out between two parts of one quote: about a long paragraph.
LONGEST_GAP = 1_000
# Parts of a quote that are looked for one by one; and places of one part that are tried.
MOST_PARTS = 40
MOST_PART_PLACES = 64

_MARK = regex.compile(r"\s?(?:\[…\]|\(…\)|…)\s?")
_SENTENCE_END = regex.compile(r"[.!?…][\"'”’)\]]{0,3}\s|[\r\n]")


def locate_elided(index: QuoteIndex, asked: Asked) -> QuoteMatch | None:
    """The match of a quote with an ellipsis inside, if all its parts stand in the text.

    None when there is no ellipsis (or there are endless ones), or a part is worded otherwise.
    """
    parts = _parts(asked)
    if not 2 <= len(parts) <= MOST_PARTS:
        return None
    text = asked.folded.text
    places = [clean_parts(index, text[part.start : part.end], MOST_PART_PLACES) for part in parts]
    if not all(places):
        return None
    chain = _nearest_chain(places)
    marks = [asked.part(a.end, b.start).strip() for a, b in pairwise(parts)]
    if chain is None:
        spans = [index.source_span(found[0].start, found[0].end) for found in places]
        return match_at("altered", spans, _out_of_place(index, marks, spans), _longest(spans))
    spans = [index.source_span(span.start, span.end) for span in chain]
    gaps = [Span(a.end, b.start) for a, b in pairwise(spans)]
    differences = [
        difference
        for mark, gap in zip(marks, gaps, strict=True)
        for difference in _left_out(index.text, mark, gap)
    ]
    return match_at("altered", spans, differences, Span(spans[0].start, spans[-1].end))


def _parts(asked: Asked) -> list[Span]:
    """The folded stretches between the marks of elision."""
    start, end = asked.bounds
    parts, at = [], start
    for match in _MARK.finditer(asked.folded.text, start, end):
        parts.append(Span(at, match.start()))
        at = match.end()
    parts.append(Span(at, end))
    text = asked.folded.text
    return [part for part in parts if any(map(str.isalnum, text[part.start : part.end]))]


def _nearest_chain(places: list[list[Span]]) -> list[Span] | None:
    """One place for each part, in order and near each other, with the least left out."""
    best: list[Span] | None = None
    for first in places[0]:
        chain = [first]
        for found in places[1:]:
            limit = chain[-1].end
            after = next(
                (span for span in found if limit <= span.start <= limit + LONGEST_GAP), None
            )
            if after is None:
                break
            chain.append(after)
        if len(chain) == len(places) and (best is None or _length(chain) < _length(best)):
            best = chain
    return best


def _length(chain: list[Span]) -> int:
    return chain[-1].end - chain[0].start


def _longest(spans: list[Span]) -> Span:
    return max(spans, key=lambda span: span.end - span.start)


def _out_of_place(index: QuoteIndex, marks: list[str], spans: list[Span]) -> list[Difference]:
    """Parts in another order, or too far apart to be one quote."""
    differences = []
    for mark, span in zip(marks, spans[1:], strict=True):
        differences.append(Difference("elision", mark, "", span.start, span.start))
        words = index.text[span.start : span.end]
        differences.append(Difference("stitched", words, words, span.start, span.end))
    return differences


def _left_out(text: str, mark: str, gap: Span) -> list[Difference]:
    """The elision, and what it hides: a negation or a modal verb of the sentences quoted."""
    hidden = text[gap.start : gap.end]
    ends = list(_SENTENCE_END.finditer(hidden))
    first, last = (ends[0].end(), ends[-1].end()) if ends else (len(hidden), len(hidden))
    differences = [Difference("elision", mark, hidden.strip(), gap.start, gap.end)]
    for kind, cues in (("negation", read_negations(hidden)), ("modality", read_modals(hidden))):
        differences += [
            Difference(kind, "", cue.text, gap.start + cue.start, gap.start + cue.end)
            for cue in cues
            if cue.end <= first or cue.start >= last
        ]
    return differences
