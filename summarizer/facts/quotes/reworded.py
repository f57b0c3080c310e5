"""Quotes that do not stand in the text as they are worded: their place, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.document.model import Span
from summarizer.facts.quotes.asked import Asked
from summarizer.facts.quotes.case import case_difference
from summarizer.facts.quotes.differences import Difference, judge
from summarizer.facts.quotes.edges import find_cuts
from summarizer.facts.quotes.index import QuoteIndex
from summarizer.facts.quotes.match import QuoteMatch, match_at
from summarizer.facts.quotes.search import (
    LONGEST_PIECE,
    Alignment,
    Run,
    nearest,
    verbatim_runs,
    weight,
)
from summarizer.facts.quotes.wording import Block, Wording

# The share of a quote's words, by weight, that must agree with one place for it to be a quote
# from there; and the share above which no other explanation is looked for. At these values
# 450 of 450 altered quotes are placed, and 50 of 50 invented ones are absent
# (python -m evals.bench quotes).
LEAST_SHARE = 0.5
CLEAR_SHARE = 0.75
# Words left out without a mark that make two places of one: more than a long subordinate clause.
MOST_LEFT_OUT = 12
# Pieces of an endless quote that are judged: some twenty pages.
MOST_PIECES = 20
# A stretch of a quote that is not at its place was taken from elsewhere if it says this much.
LEAST_MOVED = 2.0


def locate_reworded(index: QuoteIndex, asked: Asked) -> QuoteMatch | None:
    """The match of a quote whose wording is not the text's; None when nothing is near enough."""
    wording = asked.wording
    if len(wording.tokens) > LONGEST_PIECE:
        return _in_pieces(index, asked)
    match = _piece(index, wording)
    if match and not match.differences:
        return _same_words(index, asked, match)
    return match


def _in_pieces(index: QuoteIndex, asked: Asked) -> QuoteMatch | None:
    """A quote of many pages, judged piece by piece; what follows the last piece is not judged."""
    tokens = asked.wording.tokens
    starts = range(0, len(tokens), LONGEST_PIECE)[:MOST_PIECES]
    pieces = [Wording(asked.text, asked.folded, tokens[at : at + LONGEST_PIECE]) for at in starts]
    matches = [_piece(index, piece) for piece in pieces]
    found = [match for match in matches if match]
    if 2 * len(found) <= len(pieces):
        return None
    spans = [span for match in found for span in match.spans]
    differences = [difference for match in found for difference in match.differences]
    for piece, match in zip(pieces, matches, strict=True):
        if match is None:
            text = piece.slice(0, len(piece.tokens))
            differences.append(Difference("wording", text, "", spans[0].end, spans[0].end))
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    differences = differences or [Difference("wording", asked.text, "", whole.start, whole.start)]
    return match_at("altered", spans, differences, whole)


def _piece(index: QuoteIndex, quote: Wording) -> QuoteMatch | None:
    forms = quote.forms
    alignment = nearest(index, forms)
    if alignment is None:
        return None
    if alignment.share < CLEAR_SHARE:
        stitched = _stitched(index, quote, verbatim_runs(index, forms))
        if stitched:
            return stitched
    if alignment.share <= LEAST_SHARE:
        return None
    return _aligned(index, quote, alignment)


def _same_words(index: QuoteIndex, asked: Asked, match: QuoteMatch) -> QuoteMatch:
    """A quote with all the words and marks of its place, and other white space between them."""
    span = match.spans[0]
    folded = index.folded.from_source(span.start, span.end)
    cuts = find_cuts(index.folded, index.text, folded.start, folded.end)
    source = index.text[span.start : span.end]
    difference = case_difference(asked.text, source, span.start)
    if cuts:
        kind = cuts[0].kind
        difference = Difference(kind, asked.text, source, span.start, span.end)
    if difference:
        return match_at("altered", [span], [difference])
    return match_at("typographic", [span], [])


def _aligned(index: QuoteIndex, quote: Wording, alignment: Alignment) -> QuoteMatch:
    """The one place, with a judgement of every block that does not agree."""
    first, last = alignment.source
    source = index.wording(first, last)
    spans = [_whole(source)]
    differences: list[Difference] = []
    for block in alignment.blocks:
        if block.same:
            continue
        local = block.source[0] - first, block.source[1] - first
        moved = _moved(index, quote, block)
        if moved:
            place = index.wording(moved.source, moved.source + moved.length)
            spans.append(_whole(place))
            differences.append(_stitch(quote, place, moved))
        elif _is_gap(block, source, local):
            gap = source.place(*local)
            differences.append(Difference("stitched", "", source.slice(*local), gap.start, gap.end))
        else:
            differences += judge(quote, source, block.quote, local)
    return match_at("altered", spans, differences)


def _is_gap(block: Block, source: Wording, local: tuple[int, int]) -> bool:
    """Whether the block leaves out so much that its sides are two places."""
    if block.quote[0] != block.quote[1]:
        return False
    return local[1] - local[0] > MOST_LEFT_OUT


def _moved(index: QuoteIndex, quote: Wording, block: Block) -> Run | None:
    """The run of a block's quote tokens that stands elsewhere in the text, if it is most of it."""
    forms = quote.forms[slice(*block.quote)]
    if sum(map(weight, forms)) < LEAST_MOVED:
        return None
    runs = verbatim_runs(index, forms)
    if not runs:
        return None
    run = max(runs, key=lambda run: run.length)
    said = sum(map(weight, forms[run.quote : run.quote + run.length]))
    if said < LEAST_MOVED or said < CLEAR_SHARE * sum(map(weight, forms)):
        return None
    return Run(block.quote[0] + run.quote, run.source, run.length)


def _stitched(index: QuoteIndex, quote: Wording, runs: list[Run]) -> QuoteMatch | None:
    """A quote made of pieces that stand in different places, or None when too little is."""
    forms = quote.forms
    covered = sum(sum(map(weight, forms[run.quote : run.quote + run.length])) for run in runs)
    if len(runs) < 2 or covered < CLEAR_SHARE * sum(map(weight, forms)):
        return None
    places = [index.wording(run.source, run.source + run.length) for run in runs]
    spans = [_whole(place) for place in places]
    differences = [
        _stitch(quote, place, run) for run, place in list(zip(runs, places, strict=True))[1:]
    ]
    for start, end in _uncovered(runs, len(forms)):
        differences += judge(quote, index.wording(0, 0), (start, end), (0, 0))
    longest = max(spans, key=lambda span: span.end - span.start)
    return match_at("altered", spans, differences, longest)


def _uncovered(runs: list[Run], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for run in runs:
        if run.quote > at:
            yield at, run.quote
        at = run.quote + run.length
    if at < length:
        yield at, length


def _stitch(quote: Wording, place: Wording, run: Run) -> Difference:
    span = _whole(place)
    words = quote.slice(run.quote, run.quote + run.length)
    return Difference("stitched", words, place.text[span.start : span.end], span.start, span.end)


def _whole(wording: Wording) -> Span:
    return wording.place(0, len(wording.tokens))
