"""The noun phrase in front of a word: the subject of a verb of saying."""

from __future__ import annotations

from summarizer.facts.attribution.appositions import (
    APPOSITIONS,
    LONGEST,
    back_to,
    is_apposition,
    stands_after_name,
)
from summarizer.facts.attribution.phrases_after import is_inside_word
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence


def phrase_before(sentence: Sentence, at: int) -> Range | None:
    """The noun phrase that ends at token ``at`` (inclusive), the subject of a verb behind it.

    Appositions set off by commas or brackets belong to it; relative clauses and adjuncts between
    commas are stepped over and cut off.
    """
    end = at + 1
    stepped = False  # over a comma: only then can what follows be one more apposition
    for _ in range(APPOSITIONS):
        kind = sentence.kind(at)
        if kind == ")":
            at = back_to(sentence, at, "(") - 1
            continue
        if kind in (",", "-"):
            opening = back_to(sentence, at, kind)
            if opening <= 0:
                return None
            if not is_apposition(sentence, opening + 1, at):
                end = opening
            at = opening - 1
            stepped = True
            continue
        bare = _strip_adjuncts(sentence, at)
        if bare < at:
            end = min(end, bare + 1) if end == at + 1 else end
            at = bare
        start = walk_left(sentence, at)
        if start is None:
            return None
        weak = is_apposition(sentence, start, at + 1) and stands_after_name(sentence, start)
        if stepped and weak:
            at = start - 2
            continue
        start = _with_role_before(sentence, start, at)
        return _trimmed(sentence, start, min(end, len(sentence.tokens)), at + 1)
    return None


def _with_role_before(sentence: Sentence, start: int, at: int) -> int:
    """Takes in a role before a name between commas: "The group's leader, Omar Aziz, said"."""
    table = sentence.table
    named = sentence.kind(at + 1) == "," and all(t.capital for t in sentence.tokens[start : at + 1])
    if not named or sentence.kind(start - 1) != ",":
        return start
    if not any(sentence.low(i) in table.role_nouns for i in range(max(start - 8, 0), start - 1)):
        return start
    wider = walk_left(sentence, start - 2)
    if wider is None or sentence.has_verb(wider, start):
        return start
    return wider


def _strip_adjuncts(sentence: Sentence, at: int) -> int:
    """The last word of the phrase itself, without "on Tuesday" or "in a statement" behind it."""
    table = sentence.table
    start = at
    while sentence.kind(at) == WORD and (sentence.is_time(at) or sentence.low(at) in table.adverbs):
        at -= 1
    while at < start and sentence.low(at) in (
        "on",
        "in",
        "at",
        "late",
        "early",
        "this",
        "a",
        "of",
        "from",
        "by",
    ):
        at -= 1
    if sentence.low(at) in table.occasions:
        for back in range(at - 1, max(at - 6, 0), -1):
            if sentence.low(back) in ("in", "at", "during", "on", "via", "through"):
                article = sentence.low(back + 1)
                if article in table.determiners or back + 1 == at:
                    return _strip_adjuncts(sentence, back - 1) if back > 1 else at
            if sentence.kind(back) != WORD:
                break
    return at if at >= 0 else start


def walk_left(sentence: Sentence, at: int) -> int | None:
    """Index of the first word of the noun phrase that ends at ``at``, or None."""
    table = sentence.table
    if sentence.kind(at) != WORD:
        return None
    index = at
    while index >= 0 and at - index < LONGEST:
        token = sentence.tokens[index]
        low = token.low
        if token.kind != WORD:
            if token.kind == ")":
                opening = back_to(sentence, index, "(")
                if opening > 0:
                    index = opening - 1
                    continue
            if token.kind in "&/%$£€." or (token.kind == "-" and is_inside_word(sentence, index)):
                index -= 1
                continue
            if token.kind == "," and _is_list(sentence, index, at):
                index -= 1
                continue
            break
        if low in table.pronouns and index != at:
            index -= low in ("this", "these", "those")
            break
        if low == "and":
            if not _joins_nouns(sentence, index):
                break
        elif (low in table.boundaries and not (token.capital and index)) or (
            sentence.is_verb(index) and index != at
        ):
            break
        index -= 1
    return index + 1 if index < at else None


def _joins_nouns(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two nouns of one subject rather than two clauses."""
    if sentence.kind(at - 1) != WORD:
        # "A, B, and C said"
        return sentence.kind(at - 1) == "," and _is_list(sentence, at - 1, at + 1)
    if sentence.tokens[at - 1].capital and not sentence.is_time(at - 1):
        return True
    low = sentence.low(at - 1)
    start = at - 1
    while start > 0 and sentence.kind(start - 1) == WORD and at - start < 12:
        if sentence.is_verb(start):
            return False
        start -= 1
    return not sentence.is_verb(start) and low not in sentence.table.adverbs


def _is_list(sentence: Sentence, comma: int, at: int) -> bool:
    """Whether the comma separates the members of a list that goes on with "and"."""
    table = sentence.table
    ahead = [sentence.low(i) for i in range(comma + 1, min(at + 1, comma + 14))]
    if "and" not in ahead:
        return False
    start = comma - 1
    while start >= 0 and sentence.kind(start) == WORD and comma - start < 9:
        low = sentence.low(start)
        if sentence.is_verb(start) or (low in table.boundaries and low != "and"):
            return False
        start -= 1
    first = start + 1
    if first >= comma or sentence.kind(start) not in ("", ",", QUOTE):
        return False
    low = sentence.low(first)
    if low in table.prepositions or low in table.adverbs or sentence.is_time(first):
        return False
    return sentence.tokens[comma - 1].capital or low in table.determiners


def _trimmed(sentence: Sentence, start: int, end: int, head_end: int) -> Range | None:
    """The phrase without conjunctions, adverbs and leading adjuncts of time or place."""
    table = sentence.table
    before = -1
    while start < head_end and start != before:
        before = start
        low = sentence.low(start)
        if low in ("and", "but", "or", "yet", "so", "-", "."):
            start += 1
        elif low in table.prepositions or low in ("early", "late"):
            cut = _after_adjunct(sentence, start, head_end)
            if cut is None:
                return None
            start = cut
        elif sentence.is_time(start) or (sentence.is_adverb(start) and low not in ("both", "all")):
            start += 1
    while end > start and sentence.kind(end - 1) in (",", "-"):
        end -= 1
    return (start, end) if start < head_end and start < end else None


def _after_adjunct(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the subject begins behind a leading "on Tuesday" or "in a statement"."""
    table = sentence.table
    for index in range(start + 2, end):
        token, before = sentence.tokens[index], sentence.low(index - 1)
        if before in table.prepositions or before in table.determiners or before == "and":
            continue
        if sentence.is_time(index):
            continue
        if (
            token.low in table.determiners
            or token.low in table.pronouns
            or sentence.is_time(index - 1)
        ):
            return index
        if token.capital and not sentence.tokens[index - 1].capital and not before.endswith("'s"):
            return index
    return None


def leading_phrase(sentence: Sentence, start: int, end: int) -> Range | None:
    """The subject of a clause that begins at ``start``: the words before its first verb."""
    index = start
    while index < end and not (sentence.is_verb(index) and index > start):
        if sentence.kind(index) in (QUOTE, ";", ":"):
            return None
        index += 1
    if index >= end:
        return None
    return phrase_before(sentence, index - 1)
