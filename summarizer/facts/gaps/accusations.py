"""Who is accused of what: the target of an accusation, a charge or blame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.phrases_before import phrase_before
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.words import word_set

# Verb form -> the prepositions that bring the charge.
_VERBS = {
    "accuse": ("of",),
    "accuses": ("of",),
    "accused": ("of",),
    "accusing": ("of",),
    "charged": ("with",),
    "charging": ("with",),
    "blame": ("for",),
    "blames": ("for",),
    "blamed": ("for",),
    "blaming": ("for",),
    "suspected": ("of",),
    "suspect": ("of",),
    "indicted": ("on", "for"),
    "sued": ("for", "over"),
    "suing": ("for", "over"),
    "condemned": ("for",),
}
_BE = word_set("is are was were be been being")
_SKIPPED = word_set(
    "also later then still already again not been being formally jointly repeatedly recently",
    "previously publicly falsely wrongly initially now has have had is are was were be",
)
# Words between "accused" and "of": a target with title and apposition, no more.
_TARGET_WORDS = 24


@dataclass(frozen=True, slots=True)
class Accusation:
    """An accusation in one sentence; ranges are token indices, half-open.

    ``target`` is who is accused, ``charge`` of what (without its preposition), ``verb`` the token
    of the verb, ``linked_by`` the preposition. ``reduced``: a
    participle behind a noun ("a man accused of"), where the noun may be another's.
    """

    target: Range
    charge: Range
    verb: int
    linked_by: str
    reduced: bool = False


def find_accusations(sentence: Sentence) -> Iterator[Accusation]:
    """The accusations of a sentence in order: active, passive and "a man accused of"."""
    for at, token in enumerate(sentence.tokens):
        links = _VERBS.get(token.low)
        if links is None or token.kind != WORD:
            continue
        accusation = _read(sentence, at, links)
        if accusation is not None:
            yield accusation


def _read(sentence: Sentence, at: int, links: tuple[str, ...]) -> Accusation | None:
    link = _link(sentence, at, links)
    if link is None:
        return None
    charge = _charge(sentence, link + 1)
    chain = at
    while chain > 0 and sentence.low(chain - 1) in _SKIPPED:
        chain -= 1
    passive = any(sentence.low(i) in _BE for i in range(chain, at))
    if passive or link == at + 1:
        left = chain - 1
        if sentence.low(left) in ("who", "which"):
            left -= 1 + (sentence.kind(left - 1) == ",")
        target = phrase_before(sentence, left) if left >= 0 else None
    else:
        target = phrase_after(sentence, at + 1)
        if target is not None and target[1] > link:
            target = (target[0], link)
    if target is None or charge is None:
        return None
    reduced = not passive and link == at + 1
    return Accusation(target, charge, at, sentence.low(link), reduced)


def _link(sentence: Sentence, at: int, links: tuple[str, ...]) -> int | None:
    """Index of the preposition that brings the charge."""
    for index in range(at + 1, min(at + _TARGET_WORDS, len(sentence.tokens))):
        if sentence.low(index) in links and (
            sentence.low(index) != "of" or _begins_charge(sentence, index + 1)
        ):
            return index
        if sentence.kind(index) in (";", ":", ".") or sentence.low(index) in ("that", "while"):
            return None
    return None


def _begins_charge(sentence: Sentence, at: int) -> bool:
    """Whether "of" brings the charge: "of lying", "of war crimes", not "of Leeds"."""
    token = sentence.tokens[at] if at < len(sentence.tokens) else None
    return token is not None and not token.capital


def _charge(sentence: Sentence, start: int) -> Range | None:
    end = start
    while end < len(sentence.tokens) and sentence.kind(end) not in (";", ".", ":", ",", "-"):
        if sentence.low(end) in ("but", "while", "after", "which", "who", "because", "although"):
            break
        end += 1
    return (start, end) if end > start else None
