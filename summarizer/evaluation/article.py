"""An article as evidence is held against it: what was read of it is kept.

Each method answers one question about a text and the pieces of the article it is said to rest on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from summarizer.document import Document, Sentence, Span
from summarizer.evaluation.content import content_stems
from summarizer.evaluation.plain_names import PlainText, missing_names
from summarizer.evaluation.plain_numbers import missing_numbers, values_in
from summarizer.facts.claims import check_claim
from summarizer.facts.figures import Figure, read_figures
from summarizer.facts.instructions import addresses_a_model
from summarizer.facts.names import same_name
from summarizer.summary import Evidence

BEFORE = 3
"""A name may stand in for a pronoun of the evidence: so many sentences before are looked at."""

_EDGES = " \t\r\n.,;:!?…'\"“”‘’«»„()[]"
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|his|hers?|its|them|their|er|sie|ihn|ihm|ihr\w{0,2}|seine?\w?|sein"
    r"|su|sus|lo|la|le|les|il|elle|ils|elles|son|sa|ses|leurs?|this|these|those|our)\b",
    re.IGNORECASE,
)
_ABSENT = ("content", "name", "number")
"""What another quote may add; all other kinds of problem contradict."""

Quotes = tuple[str, ...]


class Article:
    """A document and what was read of it. Answers are kept."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.language
        self.plain = PlainText(document.text, document.language)
        self.values = values_in(document.text)
        self.stems = content_stems(document.text, document.language)
        self._at: dict[tuple[int, int], tuple[Sentence, ...]] = {}
        self._orders: dict[int, bool] = {}
        self._quoted_orders: dict[str, bool] = {}
        self._supported: dict[tuple[str, Quotes], bool] = {}
        self._held: dict[tuple[str, Quotes, tuple[int, ...]], bool] = {}
        self._read: dict[str, tuple[PlainText, frozenset[Decimal]]] = {}
        self._figures: dict[str, Sequence[Figure]] = {}
        self._names: dict[tuple[str, str], bool] = {}

    def is_verbatim(self, piece: Evidence) -> bool:
        """Whether a piece is the article's text at its offsets, in the sentence it names."""
        if not 0 <= piece.start < piece.end <= len(self.document.text):
            return False
        if self.document.text[piece.start : piece.end] != piece.quote:
            return False
        sentence = self.document.sentence_at(piece.start)
        return piece.sentence == (sentence.number if sentence else 0)

    def supports(self, text: str, quotes: Quotes) -> bool:
        """Whether quotes support a text: each of its sentences, by ``check_claim``."""
        key = text, quotes
        if key not in self._supported:
            self._supported[key] = bool(quotes) and self._is_supported(text, quotes)
        return self._supported[key]

    def holds_numbers_and_names(self, text: str, evidence: Sequence[Evidence]) -> bool:
        """Whether those of a text are in its evidence, names also in what a pronoun stands for."""
        quotes = quotes_of(evidence)
        # Where the pieces stand decides what a pronoun of theirs may stand for.
        key = text, quotes, tuple(piece.start for piece in evidence)
        if key not in self._held:
            said, given = PlainText(text, self.language), "\n".join(quotes)
            read, values = self.parts(given)
            missing = missing_names(said, read, self.plain)
            if missing and _PRONOUN.search(given):
                around = self.parts(self._with_those_before(evidence))[0]
                missing = missing_names(said, around, self.plain)
            self._held[key] = not missing and not missing_numbers(text, values)
        return self._held[key]

    def holds_numbers(self, text: str, passages: Quotes) -> bool:
        """Whether the numbers of a text are in the passages."""
        return not text or not missing_numbers(text, self.parts("\n".join(passages))[1])

    def orders_nothing(self, evidence: Iterable[Evidence]) -> bool:
        """Whether neither the pieces nor the sentences they lie in talk to a machine."""
        pieces = tuple(evidence)
        return not any(self._is_order(sentence) for sentence in self.sentences(pieces)) and not any(
            self._is_quoted_order(piece.quote) for piece in pieces
        )

    def figures_of(self, text: str) -> Sequence[Figure]:
        """The figures of a text."""
        if text not in self._figures:
            self._figures[text] = read_figures(text, self.language)
        return self._figures[text]

    def same_name(self, one: str, other: str) -> bool:
        """Whether two names can be one thing's."""
        if (one, other) not in self._names:
            equal = even(one).lower() == even(other).lower()
            self._names[one, other] = equal or same_name(one, other)
        return self._names[one, other]

    def parts(self, text: str) -> tuple[PlainText, frozenset[Decimal]]:
        """A text's capitalised words, and the values of its numbers."""
        if text not in self._read:
            self._read[text] = PlainText(text, self.language), values_in(text)
        return self._read[text]

    def sentences(self, evidence: Iterable[Evidence]) -> Iterator[Sentence]:
        """The sentences that the pieces lie in, each once."""
        seen: set[int] = set()
        for piece in evidence:
            for sentence in self._sentences_at(piece.start, piece.end):
                if sentence.number not in seen:
                    seen.add(sentence.number)
                    yield sentence

    def _is_supported(self, text: str, quotes: Quotes) -> bool:
        """The whole of a quote needs no check; a text of several sentences is checked by each."""
        whole = {_bare(quote) for quote in quotes}
        sentences = Document(text, language=self.language).sentences
        return bool(sentences) and all(
            _bare(sentence.text) in whole or _holds(sentence.text, quotes) for sentence in sentences
        )

    def _with_those_before(self, evidence: Sequence[Evidence]) -> str:
        numbers = {
            number
            for sentence in self.sentences(evidence)
            for number in range(max(1, sentence.number - BEFORE), sentence.number + 1)
        }
        return "\n".join(self.document.sentences[number - 1].text for number in sorted(numbers))

    def _is_order(self, sentence: Sentence) -> bool:
        if sentence.number not in self._orders:
            self._orders[sentence.number] = addresses_a_model(sentence.text)
        return self._orders[sentence.number]

    def _is_quoted_order(self, quote: str) -> bool:
        """What a piece says itself: its offsets may be wrong."""
        if quote not in self._quoted_orders:
            self._quoted_orders[quote] = addresses_a_model(quote)
        return self._quoted_orders[quote]

    def _sentences_at(self, start: int, end: int) -> tuple[Sentence, ...]:
        if (start, end) not in self._at:
            self._at[start, end] = self.document.sentences_in(Span(start, end))
        return self._at[start, end]


def _holds(sentence: str, quotes: Quotes) -> bool:
    """Whether one of the quotes supports the sentence, or all together.

    All together do not where the one that is nearest contradicts it: the words that are turned
    round there could be put together from two others.
    """
    checks = [check_claim(sentence, quote) for quote in quotes]
    if any(check.supported for check in checks):
        return True
    nearest = max(checks, key=lambda check: check.score)
    contradicted = any(p.severe and p.kind not in _ABSENT for p in nearest.problems)
    return len(quotes) > 1 and not contradicted and check_claim(sentence, quotes).supported


def quotes_of(evidence: Iterable[Evidence]) -> Quotes:
    """The words of the pieces."""
    return tuple(piece.quote for piece in evidence)


def even(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def _bare(text: str) -> str:
    """With single spaces, without the marks at the ends."""
    return even(text).strip(_EDGES)
