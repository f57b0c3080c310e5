"""What is said: the clause, the words or the quotation that belong to a cue."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.facts.attribution.adjuncts import clause_start, skip_addressee, skip_adjuncts
from summarizer.facts.attribution.conjugation import Verb
from summarizer.facts.attribution.finding import OPENERS
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence
from summarizer.facts.attribution.verb_forms import quotable
from summarizer.facts.words import word_set


class Said(NamedTuple):
    """What is said, in tokens: ``quote`` is the quotation's index or -1.

    ``opens``: a colon ends the sentence, and what is said follows it.
    """

    content: Range | None = None
    quote: int = -1
    opens: bool = False


def said_after(sentence: Sentence, at: int, verb: Verb, speaker: Range) -> Said:
    """What follows the verb of saying at ``at``, behind who is told and when."""
    position = _behind_addressee(sentence, at + 1, verb)
    low = sentence.low(position)
    if sentence.kind(position) != WORD:
        behind = _behind_commas(sentence, position)
        if behind and set(verb.frames) & set("CcAaN"):
            return Said(clause_from(sentence, behind + 1))
        return quoted_or_colon(sentence, position)
    if low == "that" and sentence.kind(position + 1) == QUOTE:
        return quotation_at(sentence, position + 1)
    as_told = verb.lemma == "describe" and sentence.low(speaker[0] - 1) == "what"
    if low == "that" or (low == "as" and as_told):
        return Said(clause_from(sentence, position + 1))
    ahead = _announced_ahead(sentence, position, verb)
    if ahead is not None:
        return ahead
    return Said(
        clause_from(sentence, position) if _takes(sentence, position, verb, speaker) else None
    )


# Tokens of an adjunct between commas: "reported, on its front page and online, that".
_ASIDE = 16


def _behind_commas(sentence: Sentence, position: int) -> int:
    """Where "that" stands behind an adjunct between commas, or 0."""
    if sentence.kind(position) != ",":
        return 0
    for index in range(position + 1, min(position + _ASIDE, len(sentence.tokens))):
        if sentence.kind(index) == "," and sentence.low(index + 1) == "that":
            return 0 if sentence.has_verb(position + 1, index) else index + 1
        if sentence.kind(index) not in (WORD, ",", "-"):
            break
    return 0


def _behind_addressee(sentence: Sentence, position: int, verb: Verb) -> int:
    position = skip_adjuncts(sentence, position)
    if "A" in verb.frames or "a" in verb.frames:
        position = skip_addressee(sentence, position, "A" in verb.frames)
    elif sentence.low(position) == "to" and "V" not in verb.frames:
        position = skip_addressee(sentence, position + 1, True)
    return skip_adjuncts(sentence, position)


_BEGIN_SAID = word_set("that he she they it there")


def _announced_ahead(sentence: Sentence, position: int, verb: Verb) -> Said | None:
    """What is said behind a longer circumstance: "said at the opening of the museum that"."""
    if sentence.low(position) not in sentence.table.prepositions or not quotable(verb):
        return None
    if sentence.low(position + 1) in ("least", "most"):
        return None
    for index in range(position, min(position + 16, len(sentence.tokens))):
        kind, low = sentence.kind(index), sentence.low(index)
        if kind in (QUOTE, ":") or (kind == "," and sentence.kind(index + 1) == QUOTE):
            return quoted_or_colon(sentence, index)
        if kind != WORD:
            return None
        if index > position + 1 and low in _BEGIN_SAID:
            return Said(clause_from(sentence, index + (low == "that")))
    return None


def _takes(sentence: Sentence, position: int, verb: Verb, speaker: Range) -> bool:
    """Whether the verb's frames let what stands at ``position`` be what is said."""
    frames = set(verb.frames)
    table = sentence.table
    low = sentence.low(position)
    if low in table.auxiliaries and low != "having":
        # "a change that the firm says was agreed": its subject stands before the relative.
        return "C" in frames and sentence.low(speaker[0] - 1) in ("that", "which", "who")
    if "P" in frames and low in ("of", "about", "against", "over", "on"):
        return True
    if "k" in frames:
        return _names_thing(sentence, position)
    if low == "to" or low in OPENERS:
        return "V" in frames if low == "to" else bool(frames & set("CcAN"))
    preposition = low in table.prepositions and low != "like"
    if preposition:
        return "C" in frames and sentence.has_verb(position, len(sentence.tokens))
    return low not in _NOT_SAID and _takes_words(sentence, position, verb, speaker)


_NOT_SAID = word_set("and or but as nothing little")


def _takes_words(sentence: Sentence, position: int, verb: Verb, speaker: Range) -> bool:
    """Whether a clause without "that", or a noun phrase, can be what is said."""
    if set(verb.frames) & set("CAN"):
        return True
    window = range(position, min(position + 7, len(sentence.tokens)))
    if "n" in verb.frames and any(sentence.low(i) in sentence.table.claim_nouns for i in window):
        return True
    return "c" in verb.frames and _begins_clause(sentence, position, verb, speaker)


def _names_thing(sentence: Sentence, position: int) -> bool:
    """Whether "called" judges: "called it unfair", "called the plan a mistake", "called for"."""
    low = sentence.low(position)
    if low in ("for", "on"):
        return True
    if low in ("it", "him", "her", "them", "us", "this"):
        return sentence.kind(position + 1) in (WORD, QUOTE)
    if low not in ("the", "his", "her", "their", "its", "such", "this"):
        return False
    stop = min(position + 7, len(sentence.tokens))
    return any(sentence.low(i) in ("a", "an") for i in range(position + 2, stop))


def _begins_clause(sentence: Sentence, position: int, verb: Verb, speaker: Range) -> bool:
    """Whether a subject and a verb follow, as after "he believes" and not as in "he added salt"."""
    table = sentence.table
    if "T" in verb.frames and not any(
        sentence.low(i).removesuffix("'s") in table.source_nouns for i in range(*speaker)
    ):
        return False
    stop = position
    while stop < len(sentence.tokens) and sentence.kind(stop) == WORD and stop - position < 12:
        if sentence.low(stop) in table.boundaries and stop > position:
            break
        stop += 1
    return sentence.has_verb(position + 1, stop)


def quoted_or_colon(sentence: Sentence, position: int) -> Said:
    """A quotation or a colon at ``position``."""
    kind = sentence.kind(position)
    if kind in (",", ":", "-") and sentence.kind(position + 1) == QUOTE:
        return quotation_at(sentence, position + 1)
    if kind == QUOTE:
        return quotation_at(sentence, position)
    if kind == ":":
        if position + 1 >= len(sentence.tokens):
            return Said(opens=True)
        return Said(clause_from(sentence, position + 1))
    return Said()


def quotation_at(sentence: Sentence, at: int) -> Said:
    """The quotation that is the token at ``at``."""
    return Said((at, at + 1), sentence.tokens[at].quote)


def clause_from(sentence: Sentence, start: int) -> Range | None:
    """From ``start`` to the end of the clause: a semicolon or the end of the sentence."""
    end = start
    while end < len(sentence.tokens) and sentence.kind(end) != ";":
        end += 1
    while end > start and sentence.kind(end - 1) in (".", ",", "!", "?", ":", "-", ")"):
        if sentence.kind(end - 1) == ")" and any(
            sentence.kind(i) == "(" for i in range(start, end)
        ):
            break
        end -= 1
    return (start, end) if end > start else None


_JOINED = word_set("and but or nor that because while which who if although though since as")


def opens_behind(sentence: Sentence, clause: int) -> bool:
    """Whether a cue between commas opens what is said: "and, she said, was not there"."""
    return sentence.kind(clause - 1) == "," and sentence.low(clause - 2) in _JOINED


def said_before(sentence: Sentence, clause: int) -> tuple[Range, int] | None:
    """(content, quotation) that ends right before the clause of the cue."""
    left = clause - 1
    if left >= 0 and sentence.kind(left) == QUOTE:
        return (left, left + 1), sentence.tokens[left].quote
    if sentence.kind(left) in (",", "-") and sentence.kind(left - 1) == QUOTE:
        return (left - 1, left), sentence.tokens[left - 1].quote
    if sentence.kind(left) in (",", "-", "(") and left > 0:
        start = clause_start(sentence, left)
        colons = (i + 1 for i in range(left - 1, start, -1) if sentence.kind(i) == ":")
        start = next(colons, start)
        return ((start, left), -1) if left > start else None
    if sentence.low(left) == "as":
        start = clause_start(sentence, left)
        return ((start, left), -1) if left - 1 > start else None
    return None


def relative_content(sentence: Sentence, content: Range) -> Range:
    """What "X, who said ..., left" says: up to the comma before the main verb."""
    for index in range(content[0], content[1]):
        if sentence.kind(index) == "," and sentence.is_verb(index + 1):
            return content[0], index
    return content


def whole_clause(sentence: Sentence, left: tuple[Range, int], at: int) -> Range:
    """The content around a cue in its middle: "The plan, he said, had failed"."""
    content, quote = left
    if quote >= 0:
        return content
    after = clause_from(sentence, at + 1)
    if sentence.has_verb(*content) and not (after and _goes_on(sentence, at + 1)):
        return content
    return (content[0], after[1]) if after and sentence.has_verb(*after) else content


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether what is said goes on behind the cue: ", he said, and ...", ", she warned: ..."."""
    behind = skip_adjuncts(sentence, at)
    if sentence.kind(behind) == ":":
        return True
    return sentence.kind(behind) == "," and sentence.low(behind + 1) in _GOES_ON


_GOES_ON = word_set("and but or nor neither")
