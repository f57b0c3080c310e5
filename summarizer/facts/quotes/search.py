"""The place of a text that is worded most like a quote, and runs of it that stand elsewhere.

Rare words of the quote vote for where it would begin; the windows with most votes are aligned
word by word. Everything is bounded: the words that vote, their places, the length aligned.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest

from rapidfuzz.distance import LCSseq

from summarizer.facts.quotes.index import QuoteIndex
from summarizer.facts.quotes.wording import FUNCTION_WORDS, Block

# With these bounds all of 450 altered quotes are placed, 0.2 to 0.4 ms each in 50 KB of news
# (python -m evals.bench quotes).
# The words that vote (rarest first), the places that are counted, the windows that are aligned.
MOST_VOTERS = 10
MOST_VOTES = 5_000
# With so many votes in, words that stand in more places than this add only noise.
ENOUGH_VOTERS = 3
COMMON = 40
MOST_WINDOWS = 3
# Longer quotes are aligned piece by piece: the alignment takes time and memory of its square.
LONGEST_PIECE = 600
# What a grammatical word or a mark counts against a word of content.
LIGHT = 0.3
# A run of fewer words says nothing about where it was taken from.
SHORTEST_RUN = 3
MOST_RUN_PLACES = 256


@dataclass(frozen=True, slots=True)
class Alignment:
    """The blocks of a quote and a window of the text, in order, and the share of it that agrees."""

    blocks: tuple[Block, ...]
    share: float

    @property
    def source(self) -> tuple[int, int]:
        """First token of the source and the one after the last."""
        return self.blocks[0].source[0], self.blocks[-1].source[1]


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` tokens of the quote from ``quote`` on that stand verbatim at ``source``."""

    quote: int
    source: int
    length: int


def weight(form: str) -> float:
    """How much a token says: 1 for a word of content or a number, ``LIGHT`` for the others."""
    return 1.0 if form[-1].isalnum() and form not in FUNCTION_WORDS else LIGHT


def nearest(index: QuoteIndex, forms: list[str]) -> Alignment | None:
    """The best alignment of the quote's tokens with one place of the text; None without any."""
    numbers = index.words.numbers_of(forms)
    weights = [weight(form) for form in forms]
    best: Alignment | None = None
    for low, high in _windows(index, numbers):
        found = _align(index, numbers, weights, low, high)
        if found and (best is None or found.share > best.share):
            best = found
    return best


def _windows(index: QuoteIndex, numbers: list[int]) -> list[tuple[int, int]]:
    """Stretches of tokens where the quote may stand, most votes first."""
    positions = index.words.positions
    known = [(len(positions[form]), at, form) for at, form in enumerate(numbers) if form >= 0]
    slack = 4 + len(numbers) // 3
    votes: dict[int, float] = defaultdict(float)
    left = MOST_VOTES
    for rank, (count, at, form) in enumerate(sorted(known)[:MOST_VOTERS]):
        if count > COMMON and rank >= ENOUGH_VOTERS:
            break
        for place in positions[form][:left]:
            votes[(place - at) // slack] += 1 / count
        left -= count
        if left <= 0:
            break
    pairs = {bucket: votes[bucket] + votes.get(bucket + 1, 0.0) for bucket in list(votes)}
    ranked = nsmallest(MOST_WINDOWS, pairs, key=lambda bucket: (-pairs[bucket], bucket))
    last = len(index.words.forms)
    return [
        (max(bucket * slack - slack, 0), min((bucket + 3) * slack + len(numbers), last))
        for bucket in ranked
    ]


def _align(
    index: QuoteIndex, numbers: list[int], weights: list[float], low: int, high: int
) -> Alignment | None:
    window = index.words.forms[low:high].tolist()
    same = [
        (code.src_start, code.src_end, low + code.dest_start, low + code.dest_end)
        for code in LCSseq.opcodes(numbers, window)
        if code.tag == "equal"
    ]
    same = _without_strays(same, weights)
    if not same:
        return None
    agreed = sum(sum(weights[first:last]) for first, last, _, _ in same)
    return Alignment(_blocks(same, len(numbers), low, high), agreed / sum(weights))


_Run = tuple[int, int, int, int]


def _without_strays(same: list[_Run], weights: list[float]) -> list[_Run]:
    """Without light first and last runs that stand far from the rest."""

    def is_stray(run: _Run, other: _Run) -> bool:
        quote_gap = max(run[0], other[0]) - min(run[1], other[1])
        source_gap = max(run[2], other[2]) - min(run[3], other[3])
        return source_gap > quote_gap + 2 + 6 * sum(weights[run[0] : run[1]])

    while len(same) > 1 and is_stray(same[0], same[1]):
        same = same[1:]
    while len(same) > 1 and is_stray(same[-1], same[-2]):
        same = same[:-1]
    return same


def _blocks(same: list[_Run], length: int, low: int, high: int) -> tuple[Block, ...]:
    """Equal runs and what lies between them; at the edges as many source tokens as quote ones."""
    blocks: list[Block] = []
    quote, source = 0, max(same[0][2] - same[0][0], low)
    for first, last, begin, end in same:
        if first > quote or begin > source:
            blocks.append(Block(False, (quote, first), (source, begin)))
        blocks.append(Block(True, (first, last), (begin, end)))
        quote, source = last, end
    if quote < length:
        tail = min(source + length - quote, high)
        blocks.append(Block(False, (quote, length), (source, tail)))
    return tuple(blocks)


def verbatim_runs(index: QuoteIndex, forms: list[str]) -> list[Run]:
    """The quote as runs of at least ``SHORTEST_RUN`` tokens that stand in the text, from the left.

    Tokens that are in no such run are left out.
    """
    numbers = index.words.numbers_of(forms)
    runs: list[Run] = []
    at = 0
    while at + SHORTEST_RUN <= len(numbers):
        run = _longest_run(index, numbers, at)
        if run:
            runs.append(run)
        at += run.length if run else 1
    return runs


def _longest_run(index: QuoteIndex, numbers: list[int], at: int) -> Run | None:
    head = numbers[at : at + SHORTEST_RUN]
    if min(head) < 0:
        return None
    forms, positions = index.words.forms, index.words.positions
    offset = min(range(SHORTEST_RUN), key=lambda step: len(positions[head[step]]))
    best = Run(at, 0, 0)
    for place in positions[head[offset]][:MOST_RUN_PLACES]:
        start = place - offset
        if start < 0 or forms[start : start + SHORTEST_RUN].tolist() != head:
            continue
        limit = min(len(numbers) - at, len(forms) - start)
        length = SHORTEST_RUN
        while length < limit and forms[start + length] == numbers[at + length]:
            length += 1
        if length > best.length:
            best = Run(at, start, length)
    return best if best.length else None
