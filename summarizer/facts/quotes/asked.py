"""The quote as it is asked for: folded, and without what a copy desk sets around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from summarizer.document.folding import Folded, fold
from summarizer.facts.quotes.wording import Wording, wording_of

# On folded text: every quotation mark is "'", every ellipsis "…", dashes are "-".
_LEAD = regex.compile(r"(?:['\s]|\[…\]|\(…\)|…)++")
_TAIL = frozenset("'….,;: ")
_BRACKETS = regex.compile(r"[()\[\]{}]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CUT_MARKS = ("[…]", "(…)")
# Brackets and marks around each other, at most.
MOST_LAYERS = 6
# "[T]he": the desk's way to say that the case is not the source's.
_CHANGED_CASE = regex.compile(r"(?<![\w\]])\[(\p{L})\](?=\p{L})")


@dataclass(frozen=True)
class Asked:
    """A quote to look for.

    ``text`` is the quote without the white space around it. ``core`` is what must be found of its
    folded form; ``lead`` and ``tail`` stood around that and may be found there or not.
    """

    text: str

    @cached_property
    def folded(self) -> Folded:
        """The quote folded."""
        return fold(self.text)

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """Where the core stands in the folded quote; all of it when it is nothing but marks."""
        text = self.folded.text
        start, end = 0, len(text)
        for _ in range(MOST_LAYERS):
            lead = _LEAD.match(text, start, end)
            low, high = lead.end() if lead else start, self._without_tail(text, start, end)
            if low < high and text[low] in _PAIRS and _is_pair(text, low, high - 1):
                low, high = low + 1, high - 1
            if low >= high:
                return 0, len(text)
            if (low, high) == (start, end):
                return start, end
            start, end = low, high
        return start, end

    def _without_tail(self, text: str, start: int, end: int) -> int:
        """Where ``text[start:end]`` ends without stops, closing marks and a last dash."""
        while end > start:
            if text[end - 1] in _TAIL or self._is_last_dash(text, end):
                end -= 1
            elif text.endswith(_CUT_MARKS, start, end):
                end -= 3
            else:
                break
        return end

    def _is_last_dash(self, text: str, end: int) -> bool:
        """A dash that breaks off; after a number only a long one, a short one is half a range."""
        if text[end - 1] != "-" or end < 2:
            return False
        return not text[end - 2].isdigit() or self.part(end - 1, end).strip() in ("—", "--")

    @property
    def core(self) -> str:
        """The words themselves, as they are searched for."""
        start, end = self.bounds
        return _CHANGED_CASE.sub(r"\1", self.folded.text[start:end])

    @property
    def lead(self) -> str:
        """What stood before the core."""
        return self.folded.text[: self.bounds[0]]

    @property
    def tail(self) -> str:
        """What stood after it."""
        return self.folded.text[self.bounds[1] :]

    @cached_property
    def wording(self) -> Wording:
        """The tokens of the core, without marks of elision; offsets are those of ``text``."""
        whole = wording_of(self.text, self.folded, *self.bounds)
        return Wording(
            self.text, self.folded, tuple(token for token in whole.tokens if token.form != "…")
        )

    def part(self, start: int, end: int) -> str:
        """The quote's own characters behind the folded ones ``start`` to ``end``."""
        span = self.folded.to_source(start, end)
        return self.text[span.start : span.end]


def _is_pair(text: str, first: int, last: int) -> bool:
    """Whether the bracket at ``first`` is closed by the one at ``last`` and not before."""
    opening, closing = text[first], _PAIRS[text[first]]
    if text[last] != closing:
        return False
    depth = 0
    for match in _BRACKETS.finditer(text, first, last):
        depth += (match.group() == opening) - (match.group() == closing)
        if depth == 0:
            return False
    return depth == 1
