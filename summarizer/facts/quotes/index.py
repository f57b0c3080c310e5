"""A text prepared once for the many quotes that are looked up in it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document.folding import Folded, fold
from summarizer.document.model import Span
from summarizer.facts.quotes.wording import TOKEN, Wording, source_span, splits_cluster, wording_of

# Places kept of one quote; places judged to find them; characters compared while searching. Only
# text that repeats itself without end reaches them ("a a a ..." a million times in itself).
MOST_PLACES = 1_000
MOST_JUDGED = 4_000
MOST_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: each form has a number, each token its folded start and end.

    ``positions[number]`` are the tokens of that form, in order.
    """

    numbers: dict[str, int]
    forms: array[int]
    starts: array[int]
    ends: array[int]
    positions: list[array[int]]

    def numbers_of(self, forms: list[str]) -> list[int]:
        """The numbers of some forms; one that the text has not is a negative number of its own."""
        return [self.numbers.get(form, -1 - place) for place, form in enumerate(forms)]


class QuoteIndex:
    """A text, its folded form, and (made when first needed) where each of its words stands."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The text folded."""
        return fold(self.text)

    def source_span(self, start: int, end: int) -> Span:
        """Where folded characters stand in the text, without white space that was folded in."""
        return source_span(self.text, self.folded, start, end)

    def is_whole(self, span: Span) -> bool:
        """Whether neither end of a span of the source lies inside a grapheme cluster."""
        ends = span.start, span.end
        return not any(splits_cluster(self.text, self.folded, offset) for offset in ends)

    @cached_property
    def squeezed(self) -> tuple[str, array[int]]:
        """The folded text without hyphens and spaces, and the folded offset of each character."""
        return squeeze(self.folded.text)

    @cached_property
    def words(self) -> Words:
        """The tokens of the folded text."""
        numbers: dict[str, int] = {}
        forms, starts, ends = array("q"), array("q"), array("q")
        for match in TOKEN.finditer(self.folded.text):
            forms.append(numbers.setdefault(match.group(), len(numbers)))
            starts.append(match.start())
            ends.append(match.end())
        positions = [array("q") for _ in numbers]
        for position, form in enumerate(forms):
            positions[form].append(position)
        return Words(numbers, forms, starts, ends, positions)

    def wording(self, first: int, last: int) -> Wording:
        """The tokens ``first`` up to, not including, ``last``, with offsets of the source."""
        if last <= first:
            return Wording(self.text, self.folded, ())
        start, end = self.words.starts[first], self.words.ends[last - 1]
        return wording_of(self.text, self.folded, start, end)


@lru_cache(maxsize=4)
def index_of(text: str) -> QuoteIndex:
    """The index of ``text``; those of the last few texts are kept."""
    return QuoteIndex(text)


def occurrences(text: str, needle: str) -> Iterator[int]:
    """Where ``needle`` begins in ``text``, overlapping, within the bounds of this module."""
    left = max(MOST_CHARACTERS // len(needle), 20)
    found = text.find(needle)
    while found >= 0 and left > 0:
        yield found
        left -= 1
        found = text.find(needle, found + 1)


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends between two letters or digits of ASCII: a quick no."""
    before, after = text[start - 1 : start + 1], text[end - 1 : end + 1]
    return (len(before) == 2 and before.isascii() and before.isalnum()) or (
        len(after) == 2 and after.isascii() and after.isalnum()
    )


def squeeze(text: str) -> tuple[str, array[int]]:
    """``text`` without hyphens and spaces, and where each character left over came from."""
    kept = array("q", (at for at, character in enumerate(text) if character not in "- "))
    return text.replace("-", "").replace(" ", ""), kept
