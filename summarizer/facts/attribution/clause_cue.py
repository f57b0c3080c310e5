"""A verb of saying in its clause, where verbs stand second or last."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.facts.attribution.clause_phrases import is_finite
from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.conjugation import Verb
from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.tokens import QUOTE, WORD, Sentence

# Tokens between a verb and its particle, its auxiliary, or the mark that opens what is said.
REACH = 24


class ClauseCue(NamedTuple):
    """A verb of saying: its finite part, its last part, where its clause begins, negated or not."""

    verb: Verb
    at: int
    last: int
    start: int
    negated: bool


def verb_at(sentence: Sentence, words: ClauseWords, at: int) -> ClauseCue | None:
    """The verb of saying at ``at``, with its particle or auxiliary, or None."""
    token = sentence.tokens[at]
    if token.capital and at > 0:
        return None
    start = clause_from_left(sentence, words, at)
    if token.low in words.particles:
        end = end_of_clause(sentence, words, at)
        verb = words.particles[token.low].get(sentence.low(end - 1)) if end - 1 > at else None
        if verb is not None:
            return ClauseCue(verb, at, end - 1, start, _negated(sentence, words, at, end))
    if token.low in words.verbs:
        return ClauseCue(
            words.verbs[token.low], at, at, start, _negated(sentence, words, at, at + 1)
        )
    if token.low in words.participles:
        for index in range(at - 1, max(at - REACH, start - 1), -1):
            if sentence.low(index) in words.perfect:
                negated = _negated(sentence, words, index, at)
                return ClauseCue(words.participles[token.low], index, at, start, negated)
    return None


def _negated(sentence: Sentence, words: ClauseWords, at: int, end: int) -> bool:
    """A "not" right before the verb, or (where nouns have capitals) behind it in its clause."""
    negations = sentence.table.negations
    near = {sentence.low(i) for i in range(max(at - 2, 0), at)}
    if not words.nouns_capital:
        return bool(near & negations)
    stop = max(end, end_of_clause(sentence, words, at))
    return any(sentence.low(i) == "nicht" for i in range(at, stop))


def status_of_cue(cue: ClauseCue) -> Status | None:
    """What is not confirmed is unconfirmed; what else is not said, nobody says."""
    if not cue.negated:
        return cue.verb.status
    confirms = cue.verb.lemma.startswith(("confirm", "bestätig"))
    return "unconfirmed" if confirms else None


def clause_from_left(sentence: Sentence, words: ClauseWords, at: int) -> int:
    """Index of the first token of the clause that ``at`` stands in."""
    start = at
    while start > 0:
        kind, low = sentence.kind(start - 1), sentence.low(start - 1)
        if kind in (",", ";", ":", QUOTE, ".") or (kind == "-" and _is_spaced(sentence, start - 1)):
            break
        if low in words.joins and low not in ("und", "y", "e"):
            break
        start -= 1
    joins = (i for i in range(start, at) if sentence.low(i) in ("und", "y", "e", "pero"))
    for index in joins:
        if any(is_finite(sentence, words, i) for i in range(start, index)):
            return index
    return start


def _is_spaced(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.tokens[at - 1].end < sentence.tokens[at].start


def end_of_clause(sentence: Sentence, words: ClauseWords, at: int) -> int:
    """Index behind the last token of the clause from ``at``, within reach."""
    end = at + 1
    while end < len(sentence.tokens) and end - at < REACH:
        if sentence.kind(end) != WORD and sentence.kind(end) not in ("-", "(", ")", "&", "%"):
            break
        if sentence.low(end) in ("und", "aber") and is_finite(sentence, words, end + 1):
            break
        end += 1
    return end
