"""Which sentences of an article support a wording, and whether they do.

A model's sentence number is a hint: small models are often off by one. The cited sentence is tried
first; when it does not support the wording, its neighbours and the sentences that share most
words are, alone and in pairs, and the number is repaired where one of them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.document import Document, Sentence
from summarizer.facts.citable import is_citable
from summarizer.facts.claims import ClaimCheck, check_claim
from summarizer.summary import Evidence, Problem

CLEAR_SCORE = 0.6
"""From this score on a supporting sentence is taken without looking at others."""

PAIR_SCORE = 0.75
"""Two sentences together must fit better than one: their words may stand far from each other."""

NEARLY_ALL = 0.8
"""A sentence with this share of a wording's words is the one it is about."""

LEAST_SHARE = 0.3
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
        clear = CLEAR_SCORE if len(sentences) == 1 else PAIR_SCORE
        if check.supported and check.score >= clear:
            return support
        if len(sentences) > 1:
            continue  # words picked from two sentences support nothing that neither says
        if best is None or check.score > best.check.score:
            best = support
    return best


def sentence_numbered(document: Document, number: int) -> Sentence | None:
    """The sentence of that number, or None where the model made the number up."""
    return document.sentences[number - 1] if 1 <= number <= len(document.sentences) else None


def citable(document: Document, number: int) -> Sentence | None:
    """The sentence of that number where something may rest on it; else None."""
    sentence = sentence_numbered(document, number)
    return sentence if sentence and is_citable(sentence.text) else None


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
    """The cited sentence, those that share more words with ``text``, and pairs of neighbours where
    none holds nearly all of its words."""
    words = words_of(text)
    own = _share(words, cited) if cited else 0.0
    near = _nearest(words, document, max(own, LEAST_SHARE))
    if cited:
        yield (cited,)
    yield from ((sentence,) for _, sentence in near)
    if max([own, *(share for share, _ in near)]) >= NEARLY_ALL:
        return
    for sentence in ([cited] if cited else []) + [sentence for _, sentence in near[:2]]:
        before = citable(document, sentence.number - 1)
        after = citable(document, sentence.number + 1)
        if before:
            yield (before, sentence)
        if after:
            yield (sentence, after)


def _nearest(
    words: frozenset[str], document: Document, over: float
) -> list[tuple[float, Sentence]]:
    """The few sentences that share most of ``words``, more than ``over`` of them, best first."""
    shared = ((_share(words, sentence), sentence) for sentence in document.sentences)
    near = sorted(
        (pair for pair in shared if pair[0] > over and is_citable(pair[1].text)),
        key=lambda pair: (-pair[0], pair[1].number),
    )
    return near[:_NEAREST]


def _share(words: frozenset[str], sentence: Sentence) -> float:
    return len(words & words_of(sentence.text)) / max(len(words), 1)


@lru_cache(maxsize=2048)  # each sentence of an article is asked once for each item
def words_of(text: str) -> frozenset[str]:
    """The words of three letters and more, and the numbers, in lower case."""
    return frozenset(word.casefold() for word in _WORD.findall(text))
