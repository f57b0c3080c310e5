"""Whether a claim has changed round who did it and to whom."""

from __future__ import annotations

import re

from summarizer.facts.claims.alignment import SAME_FAMILY, SAME_STEM, Link
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.words import Passage, Word
from summarizer.facts.words import stem

# How many words may lie between a verb and the two it joins.
_REACH = 3

_BY = re.compile(r"^\s{0,3}(?:[\w’']{1,20}\s{1,3}){0,2}by\b")
_MARK = re.compile(r"\b(to|from|against)\s(?:the\s)?$")
_BREAK = re.compile(r"[.;:,]|\b(?:and|but|while|that|who|which)\b")


def role_problems(both: Comparison) -> list[Problem]:
    """Verbs of the claim whose doer and receiver stand the other way round in the evidence."""
    sure = {link.word.place: link for link in both.links if link.quality >= SAME_STEM}
    problems = []
    for place, link in sure.items():
        if not _is_verb(link.word):
            continue
        doer = _beside(place, -1, sure, both.claim)
        receiver = _beside(place, 1, sure, both.claim)
        if doer is None or receiver is None or doer.word.stem == receiver.word.stem:
            continue
        if not _is_sure(link.word, doer.word, receiver.word, both.claim):
            continue
        if _changed_round(doer, link, receiver, both):
            written = both.claim.quote(doer.word, receiver.word)
            sentence = both.evidence.words[link.place].sentence
            there = both.evidence.sentence_text(sentence)
            message = f"the claim says '{written}'; the evidence has it the other way round"
            problems.append(Problem("role", message, written, there))
    return problems or _exchanged_ends(both)


def _exchanged_ends(both: Comparison) -> list[Problem]:
    """Names that have changed places around a "to", "from" or "against"."""
    names = [
        link for link in both.links if link.word.kind == "name" and link.quality >= SAME_FAMILY
    ]
    for link in names:
        mark = _mark(link.word, both.claim)
        there = both.evidence.words[link.place]
        if not mark or _mark(there, both.evidence) == mark:
            continue
        for other in names:
            beside = both.evidence.words[other.place]
            if beside.sentence != there.sentence or other.word.sentence != link.word.sentence:
                continue
            if _mark(beside, both.evidence) == mark and not _mark(other.word, both.claim):
                message = (
                    f"the claim says '{mark} {link.word.form}'; "
                    f"the evidence says '{mark} {beside.form}'"
                )
                return [Problem("role", message, link.word.form, beside.form)]
    return []


def _mark(word: Word, passage: Passage) -> str:
    """The preposition before the group of words that ``word`` stands in, or ""."""
    first = passage.group(word.place)[0]
    found = _MARK.search(passage.text[max(0, first.start - 16) : first.start].lower())
    return found.group(1) if found else ""


def _is_verb(word: Word) -> bool:
    """Whether a word looks like a verb in a past or present form."""
    if word.kind != "word":
        return False
    return word.form.endswith(("ed", "s")) or stem(word.form) != word.form.rstrip("e")


def _is_sure(verb: Word, doer: Word, receiver: Word, claim: Passage) -> bool:
    """Whether the three can be told for a verb with its two sides, and not for a run of nouns."""
    if "-" in (claim.text[verb.start - 1 : verb.start], claim.text[verb.end : verb.end + 1]):
        return False
    if verb.form.endswith("s") or verb.form.endswith("ing"):
        return doer.kind == receiver.kind == "name"
    return not receiver.form.endswith(("ed", "ly"))


def _beside(place: int, step: int, sure: dict[int, Link], claim: Passage) -> Link | None:
    """The nearest word before or after a verb that can be a doer, in the same clause."""
    words = claim.words
    for at in range(place + step, place + step * (_REACH + 1), step):
        if not 0 <= at < len(words) or words[at].sentence != words[place].sentence:
            return None
        first, last = sorted((words[at], words[place]), key=lambda word: word.start)
        if _BREAK.search(claim.text, first.end, last.start):
            return None
        if at in sure and words[at].kind in {"word", "name"}:
            return sure[at]
    return None


def _changed_round(doer: Link, verb: Link, receiver: Link, both: Comparison) -> bool:
    words = both.evidence.words
    trio = [words[doer.place], words[verb.place], words[receiver.place]]
    if len({word.sentence for word in trio}) > 1 or len({word.place for word in trio}) < 3:
        return False
    if max(abs(word.place - trio[1].place) for word in trio) > _REACH + 1:
        return False
    straight = trio[0].place < trio[1].place < trio[2].place
    turned = trio[2].place < trio[1].place < trio[0].place
    if not (straight or turned):
        return False
    span = sorted(trio, key=lambda word: word.place)
    if _BREAK.search(both.evidence.text, span[0].end, span[2].start):
        return False
    passive = _is_passive(verb.word, both.claim) != _is_passive(trio[1], both.evidence)
    return turned != passive


def _is_passive(verb: Word, passage: Passage) -> bool:
    return _BY.match(passage.text[verb.end : verb.end + 60]) is not None
