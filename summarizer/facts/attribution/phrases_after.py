"""The noun phrase that begins at a word: the speaker behind "said" or "according to"."""

from __future__ import annotations

from summarizer.facts.attribution.appositions import LONGEST, with_appositions
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.words import word_set

# "people familiar with the matter", "sources close to the president": no adjunct, but who they are.
_TAKES_PREPOSITION = word_set(
    "familiar close opposed loyal linked connected briefed related belonging sympathetic",
    "speaking acquainted opposed involved according",
)


def is_inside_word(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins two words of one name or compound."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1:
        return False
    spaced = tokens[at].low == "-" and tokens[at - 1].capital and tokens[at + 1].capital
    return tokens[at - 1].end == tokens[at].start or spaced


def phrase_after(sentence: Sentence, start: int) -> Range | None:
    """The noun phrase that begins at token ``start``, with the appositions behind it."""
    table = sentence.table
    index = start
    size = len(sentence.tokens)
    while index < size and index - start < LONGEST:
        token = sentence.tokens[index]
        low = token.low
        if token.kind != WORD:
            if token.kind == "(":
                closing = next((i for i in range(index, size) if sentence.kind(i) == ")"), -1)
                if closing > 0:
                    index = closing + 1
                    continue
            if token.kind in "&/%$£€" or (token.kind == "-" and is_inside_word(sentence, index)):
                index += 1
                continue
            if token.kind == "," and _list_goes_on(sentence, index):
                index += 1
                continue
            break
        if index > start and (
            low in table.pronouns
            or _second_phrase(sentence, index)
            or (low in table.boundaries and low != "and")
            or _opens_adjunct(sentence, index)
            or (sentence.is_verb(index) and not token.capital)
        ):
            break
        if low == "and" and not _noun_follows(sentence, index):
            break
        index += 1
    if index == start:
        return None
    end = with_appositions(sentence, index)
    while end > start and sentence.low(end - 1) in table.adverbs:
        end -= 1
    return (start, end) if end > start else None


def _second_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a determiner right behind a noun begins another phrase ("told Smith the plan")."""
    table = sentence.table
    before = sentence.low(at - 1)
    return sentence.low(at) in table.determiners and not (
        sentence.kind(at - 1) != WORD
        or before in table.prepositions
        or before in table.determiners
        or before in ("and", "or", "than")
        or sentence.low(at).isdigit()
        or sentence.low(at) == "all"
    )


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether "A, B and C" stands here: a short capitalised member and then "and"."""
    index = comma + 1
    while index < len(sentence.tokens) and index - comma < 7 and sentence.kind(index) == WORD:
        if sentence.low(index) == "and":
            return (
                index > comma + 1
                and sentence.tokens[index + 1 : index + 2] != []
                and (sentence.tokens[index + 1].capital and sentence.tokens[comma + 1].capital)
            )
        if sentence.is_verb(index):
            return False
        index += 1
    return False


def _noun_follows(sentence: Sentence, at: int) -> bool:
    """Whether what follows "and" is one more noun and not a clause of its own."""
    if sentence.kind(at + 1) != WORD:
        return False
    for index in range(at + 1, min(at + 8, len(sentence.tokens))):
        if sentence.kind(index) != WORD:
            return True
        if sentence.is_verb(index):
            return False
    return True


def _opens_adjunct(sentence: Sentence, at: int) -> bool:
    """Whether time, occasion or circumstance begins here rather than more of the noun phrase."""
    low = sentence.low(at)
    table = sentence.table
    if sentence.is_time(at) and sentence.low(at - 1) not in ("the", "of"):
        return True
    if sentence.low(at - 1) in _TAKES_PREPOSITION or (
        low == "to" and sentence.low(at - 1) in table.role_nouns
    ):
        return False
    if low in (
        "during",
        "following",
        "amid",
        "despite",
        "about",
        "over",
        "against",
        "through",
        "via",
        "by",
        "to",
        "with",
    ):
        return low not in ("with", "to", "by") or sentence.low(at + 1) in table.determiners
    if low in ("in", "on", "at", "late", "early", "last"):
        for index in range(at + 1, min(at + 6, len(sentence.tokens))):
            if sentence.kind(index) != WORD:
                break
            if sentence.is_time(index) or sentence.low(index) in table.occasions:
                return True
            if sentence.tokens[index].capital:
                break
    return low in table.adverbs and low not in ("all", "both")
