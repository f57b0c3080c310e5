"""The types of an article. Offsets everywhere are code points, half-open: ``text[start:end]``."""

from __future__ import annotations

import bisect
import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document.language import guess_language
from summarizer.document.origin import Origin
from summarizer.document.sentences import sentence_spans


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: ``start`` to ``end`` in code points, half-open."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: ``document.text[start:end] == text``; ``number`` counts from 1."""

    number: int
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the sentence stands in its document."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Document:
    """An article: ``text`` exactly as it was read, never normalised.

    ``name`` is where it came from (a path, a URL, or ``""``). ``language`` is an ISO 639-1 code.
    ``date`` is the day of publication where known; "Tuesday" is read relative to it. ``origin`` is
    what the reader of its source learned beside the text.
    """

    text: str
    name: str = ""
    language: str = "en"
    date: datetime.date | None = None
    origin: Origin = Origin()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        name: str = "",
        language: str = "",
        date: datetime.date | None = None,
        origin: Origin | None = None,
    ) -> Document:
        """Make a document of a text that is already in memory.

        Without a ``language`` it is guessed from the words: see ``guess_language``.
        """
        language = language or guess_language(text)
        return cls(text=text, name=name, language=language, date=date, origin=origin or Origin())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order, numbered from 1.

        What lies before, between and after them is white space only (``sentences.BLANK``): with
        those gaps they give back the text exactly.
        """
        return tuple(
            Sentence(number, start, end, self.text[start:end])
            for number, (start, end) in enumerate(_spans(self.text, self.language), 1)
        )

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8 (a lone surrogate is hashed as it stands)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at ``offset``, or None in a gap."""
        starts = self._sentence_starts
        index = bisect.bisect_right(starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share at least one character with ``span``."""
        first = max(bisect.bisect_right(self._sentence_starts, span.start) - 1, 0)
        last = bisect.bisect_left(self._sentence_starts, span.end)
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


_SHORT = 1000


def _spans(text: str, language: str) -> Sequence[tuple[int, int]]:
    """The sentences' spans; those of a short text, which is mostly one wording, are remembered."""
    return _remembered(text, language) if len(text) <= _SHORT else sentence_spans(text, language)


@lru_cache(maxsize=1024)  # a wording is read by several checks
def _remembered(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentence_spans(text, language))
