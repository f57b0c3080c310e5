"""Which sentences of an article support a wording, and whether they do.

A model's sentence number is a hint: small models are often off by one. The cited sentence is tried
first; when it does not support the wording, its neighbours and the sentences that share most
words are, alone and in pairs, and the number is repaired where one of them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document import Document, Sentence
from summarizer.facts.claims import ClaimCheck, check_claim
from summarizer.summary import Evidence, Problem

CLEAR_SCORE = 0.6
"""From this score on a supporting sentence is taken without looking at others."""

_NEAREST = 4
_WORD = re.compile(r"[^\W_]{3,40}|\d+")


@dataclass(frozen=True)
class Support:
    """The sentences that fit a wording best, in order, and what the check says of them."""

    sentences: tuple[Sentence, ...]
    check: ClaimCheck

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The check's findings as they are shown to a reader."""
        return tuple(
            Problem(kind=p.kind, message=p.message, said=p.claim_text, found=p.evidence_text)
            for p in self.check.problems
        )


def find_support(text: str, document: Document, cited: Sentence | None) -> Support | None:
    """The sentences that fit ``text`` best, and whether they support it.

    A cited sentence that clearly supports it is taken at once. Otherwise the best fit decides: a
    sentence that says nearly the same but for a "not" is not outvoted by one that has less to do
    with it. None when no sentence shares its words.
    """
    best: Support | None = None
    for sentences in _candidates(text, document, cited):
        check = check_claim(text, [sentence.text for sentence in sentences])
        support = Support(sentences, check)
        if check.supported and check.score >= CLEAR_SCORE:
            return support
        if best is None or check.score > best.check.score:
            best = support
    return best


def sentence_numbered(document: Document, number: int) -> Sentence | None:
    """The sentence of that number, or None where the model made the number up."""
    return document.sentences[number - 1] if 1 <= number <= len(document.sentences) else None


def evidence_for(*sentences: Sentence) -> tuple[Evidence, ...]:
    """Whole sentences as evidence."""
    return tuple(
        Evidence(sentence=s.number, start=s.start, end=s.end, quote=s.text) for s in sentences
    )


def evidence_at(document: Document, start: int, end: int) -> Evidence:
    """The stretch ``start`` to ``end`` as evidence."""
    sentence = document.sentence_at(start)
    number = sentence.number if sentence else 0
    return Evidence(sentence=number, start=start, end=end, quote=document.text[start:end])


def _candidates(
    text: str, document: Document, cited: Sentence | None
) -> Iterator[tuple[Sentence, ...]]:
    if cited:
        yield (cited,)
    nearest = _nearest(text, document, cited)
    yield from ((sentence,) for sentence in nearest)
    for sentence in ([cited] if cited else []) + nearest[:2]:
        before = sentence_numbered(document, sentence.number - 1)
        after = sentence_numbered(document, sentence.number + 1)
        if before:
            yield (before, sentence)
        if after:
            yield (sentence, after)


def _nearest(text: str, document: Document, cited: Sentence | None) -> list[Sentence]:
    """The sentences that share most words with ``text``, other than the cited one."""
    words = words_of(text)
    scored = [
        (len(words & words_of(s.text)) / max(len(words), 1), s)
        for s in document.sentences
        if s != cited
    ]
    near = sorted((pair for pair in scored if pair[0] >= 0.3), key=lambda p: (-p[0], p[1].number))
    return [sentence for _, sentence in near[:_NEAREST]]


def words_of(text: str) -> frozenset[str]:
    """The words of three letters and more, and the numbers, in lower case."""
    return frozenset(word.casefold() for word in _WORD.findall(text))
