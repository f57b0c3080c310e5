"""All places where a quote stands as it is, or as it is when both are folded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from summarizer.document.model import Span
from summarizer.facts.quotes.asked import Asked
from summarizer.facts.quotes.case import case_difference
from summarizer.facts.quotes.differences import Difference
from summarizer.facts.quotes.edges import Cut, find_cuts, find_stopped
from summarizer.facts.quotes.index import (
    MOST_JUDGED,
    MOST_PLACES,
    QuoteIndex,
    is_inside_word,
    occurrences,
    squeeze,
)


@dataclass(slots=True)
class Places:
    """Where a quote was found: ``clean`` places, and the first that is not and why."""

    clean: list[Span] = field(default_factory=list)
    spoilt: Span | None = None
    why: list[Difference] = field(default_factory=list)

    def spoil(self, span: Span, why: list[Difference]) -> None:
        """Keep the first place where the quote is not what it seems."""
        if self.spoilt is None:
            self.spoilt, self.why = span, why


def exact_places(index: QuoteIndex, text: str) -> list[Span]:
    """Where ``text`` stands character by character, with clean edges."""
    found = (Span(at, at + len(text)) for at in occurrences(index.text, text))
    likely = (span for span in found if not is_inside_word(index.text, span.start, span.end))
    clean = (span for span in islice(likely, MOST_JUDGED) if _is_clean(index, span))
    return list(islice(clean, MOST_PLACES))


def _is_clean(index: QuoteIndex, span: Span) -> bool:
    if not index.is_whole(span):
        return False
    return not _cuts(index, index.folded.from_source(span.start, span.end))


def folded_places(index: QuoteIndex, asked: Asked) -> Places:
    """Where the quote stands when it and the text are folded."""
    places = Places()
    judged = 0
    for start, end in _candidates(index, asked):
        if places.spoilt and is_inside_word(index.folded.text, start, end):
            continue
        low, high = _extent(index.folded.text, start, end, asked)
        stopped = "." in asked.tail and "." not in index.folded.text[end:high]
        cuts = _cuts(index, Span(low, high))
        if stopped and not cuts:
            cuts = find_stopped(index.folded.text, high)
        _judge(index, asked, places, Span(low, high), cuts)
        judged += 1
        if judged == MOST_JUDGED or len(places.clean) == MOST_PLACES:
            break
    return places


def clean_parts(index: QuoteIndex, core: str, most: int) -> list[Span]:
    """The first ``most`` places of some folded words, in folded offsets, with clean edges."""
    text = index.folded.text
    found = (Span(at, at + len(core)) for at in occurrences(text, core))
    likely = (span for span in found if not is_inside_word(text, span.start, span.end))
    clean = (span for span in islice(likely, MOST_JUDGED) if not _cuts(index, span))
    return list(islice(clean, most))


def _cuts(index: QuoteIndex, span: Span) -> list[Cut]:
    return find_cuts(index.folded, index.text, span.start, span.end)


def _judge(index: QuoteIndex, asked: Asked, places: Places, found: Span, cuts: list[Cut]) -> None:
    """Add a place, by its folded offsets, to the clean ones or to the others."""
    if cuts:
        places.spoil(*_cut_off(index, cuts, found))
        return
    whole = index.folded.to_source(found.start, found.end)
    if index.folded.from_source(whole.start, whole.end) != found:
        return  # an edge inside what folds to several characters
    span = index.source_span(found.start, found.end)
    difference = case_difference(asked.text, index.text[span.start : span.end], span.start)
    if difference:
        places.spoil(span, [difference])
    else:
        places.clean.append(span)


def _cut_off(index: QuoteIndex, cuts: list[Cut], found: Span) -> tuple[Span, list[Difference]]:
    """The place widened to whole words and numbers, and a difference for each that was cut."""
    whole = index.source_span(
        min(found.start, *(cut.start for cut in cuts)), max(found.end, *(cut.end for cut in cuts))
    )
    differences = []
    for cut in cuts:
        span = index.source_span(cut.start, cut.end)
        low, high = max(cut.start, found.start), min(cut.end, found.end)
        left = index.folded.to_source(low, high) if high > low else Span(0, 0)
        quoted = index.text[left.start : left.end]
        original = index.text[span.start : span.end]
        differences.append(Difference(cut.kind, quoted, original, span.start, span.end))
    return whole, differences


def _candidates(index: QuoteIndex, asked: Asked) -> Iterator[tuple[int, int]]:
    """Folded stretches that read as the core of the quote does."""
    core, text = asked.core, index.folded.text
    if not (asked.folded.soft or index.folded.soft):
        yield from ((at, at + len(core)) for at in occurrences(text, core))
        return
    squeezed, kept = index.squeezed
    needle, _ = squeeze(core)
    if not needle:
        return
    mine = {at - asked.bounds[0] for at in asked.folded.soft}
    soft = index.folded.soft
    for at in occurrences(squeezed, needle):
        start, end = kept[at], kept[at + len(needle) - 1] + 1
        inside = soft[bisect_left(soft, start) : bisect_left(soft, end)]
        if _agree(core, mine, text[start:end], {offset - start for offset in inside}):
            yield start, end


def _agree(core: str, mine: set[int], found: str, theirs: set[int]) -> bool:
    """Whether hyphens and spaces are the same, but for where a line end leaves it open."""
    at = place = 0
    while at < len(core) and place < len(found):
        if core[at] == found[place]:
            at, place = at + 1, place + 1
        elif core[at] in "- " and place in theirs:
            at += 1
        elif found[place] in "- " and at in mine:
            place += 1
        else:
            return False
    return at == len(core) and place == len(found)


def _extent(text: str, start: int, end: int, asked: Asked) -> tuple[int, int]:
    """The found core with as much of the quote's lead and tail as stands there too."""
    lead, tail = asked.lead, asked.tail
    before, after = len(lead), len(tail)
    while before and not text.endswith(lead[len(lead) - before :], 0, start):
        before -= 1
    while after and not text.startswith(tail[:after], end):
        after -= 1
    whole = before == len(lead) and after == len(tail)
    if not whole and "'" in lead and "'" in tail:  # quotation marks go in pairs
        before = 0
        after = min(after, tail.index("'"))
    while after and tail[after - 1] == " ":
        after -= 1
    return start - before, end + after
