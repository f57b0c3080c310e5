"""The types of an article. Offsets everywhere are code points, half-open: ``text[start:end]``."""

from __future__ import annotations

import bisect
import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from summarizer.document.hidden import as_drawn, is_as_drawn, visible_text
from summarizer.document.language import guess_language
from summarizer.document.offsets import OffsetMap
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
    origin: Origin = field(default_factory=Origin)

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
        language = language or guess_language(visible_text(text))
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
    def visible(self) -> Document:
        """The article as it is drawn (see ``hidden``): without the characters that no reader sees.

        A ``Part``, with the way back to these offsets; this document itself where that is the same.
        """
        return self if is_as_drawn(self.text) else self._part(as_drawn(self.text))

    def without(self, spans: Sequence[Span]) -> Document:
        """The article without ``spans`` (in order, apart), each of which becomes a paragraph break.

        A ``Part``, with the way back to these offsets; this document itself without spans.
        """
        if not spans:
            return self
        kept = OffsetMap()
        breaks: list[int] = []
        position = 0
        for span in spans:
            kept.copy(self.text[position : span.start])
            breaks.append(kept.target_length)
            kept.atom(_BREAK, span.end - span.start)
            position = span.end
        kept.copy(self.text[position:])
        return self._part(kept, tuple(breaks))

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """Where ``start`` to ``end`` stand in the document that this one is a part of.

        One span, or several where something was left out between them; a document that is whole
        gives back the same span.
        """
        return (Span(start, end),)

    def _part(self, kept: OffsetMap, breaks: tuple[int, ...] = ()) -> Part:
        return Part(
            text=kept.take_text(),
            name=self.name,
            language=self.language,
            date=self.date,
            origin=self.origin,
            whole=self,
            offsets=kept,
            breaks=breaks,
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


_BREAK = "\n\n"


@dataclass(frozen=True)
class Part(Document):
    """What is left of the document ``whole``; sentences are numbered anew.

    ``offsets`` lead back to it; ``breaks`` are the offsets here at which a span was left out.
    """

    whole: Document = field(default_factory=lambda: Document(""), repr=False)
    offsets: OffsetMap = field(default_factory=OffsetMap, repr=False, compare=False)
    breaks: tuple[int, ...] = ()

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """See ``Document.to_source``; offsets are those of the whole that is no part itself."""
        return tuple(
            span
            for first, last in self._pieces(start, end)
            for span in self.whole.to_source(*self.offsets.to_source(first, last))
        )

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch without the breaks in it, and without blanks beside them."""
        for at in self.breaks:
            if start < at + len(_BREAK) and at < end:
                kept = self.text[start:at].rstrip() if at > start else ""
                if kept:
                    yield start, start + len(kept)
                rest = self.text[at:end]
                start = min(end, at + len(rest) - len(rest.lstrip()))
        if start < end:
            yield start, end


_SHORT = 1000


def _spans(text: str, language: str) -> Sequence[tuple[int, int]]:
    """The sentences' spans; those of a short text, which is mostly one wording, are remembered."""
    return _remembered(text, language) if len(text) <= _SHORT else sentence_spans(text, language)


@lru_cache(maxsize=1024)  # a wording is read by several checks
def _remembered(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentence_spans(text, language))
