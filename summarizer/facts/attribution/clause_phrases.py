"""Noun phrases in languages that have tables of clause words: who speaks, before or behind."""

from __future__ import annotations

from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.tokens import WORD, Range, Sentence

# Words of a noun phrase, and adjectives between a determiner and its noun.
_LONGEST = 12
_ADJECTIVES = 3
_GENITIVES = ("der", "des", "dieser", "ihres", "seines", "eines", "einer")


def is_finite(sentence: Sentence, words: ClauseWords, at: int) -> bool:
    """Whether the word looks like a finite verb; capitals are nouns and names."""
    low = sentence.low(at)
    if sentence.kind(at) != WORD or (sentence.tokens[at].capital and at > 0):
        return False
    if sentence.low(at - 1) in sentence.table.determiners | words.linking:
        return False
    return low in words.verbs or low in words.particles or bool(words.finite.fullmatch(low))


def phrase_from(sentence: Sentence, words: ClauseWords, start: int) -> Range | None:
    """The noun phrase that begins at ``start``, with brackets and a name set off by a comma."""
    if sentence.low(start) in words.objects or sentence.kind(start) != WORD:
        return None
    if sentence.low(start) in sentence.table.stands_for and (
        sentence.low(start) not in sentence.table.determiners
    ):
        return start, start + 1
    end = _capitals(sentence, start) if words.nouns_capital else _words(sentence, words, start)
    if end is None:
        return None
    if sentence.kind(end) == "(":
        close = next((i for i in range(end, end + 6) if sentence.kind(i) == ")"), -1)
        end = close + 1 if close > 0 else end
    return start, _with_name(sentence, start, end)


def _capitals(sentence: Sentence, start: int) -> int | None:
    """The end of a phrase whose nouns have capitals: "der neue Chef der Bahn"."""
    at = start
    determined = sentence.low(at) in sentence.table.determiners
    at += determined
    for _ in range(_ADJECTIVES):
        if _is_adjective(sentence, at):
            at += 1
    first = at
    while at - start < _LONGEST and _is_noun(sentence, at):
        at += 1
    if at == first:
        return None
    described = determined or sentence.low(at - 1) in sentence.table.role_nouns
    if described and sentence.low(at) in _GENITIVES:
        return _capitals(sentence, at) or at
    linked = sentence.low(at) in ("von", "vom", "für", "beim", "bei")
    if linked and sentence.low(at - 1) in sentence.table.role_nouns:
        return _capitals(sentence, at + 1) or at
    return at


def _is_noun(sentence: Sentence, at: int) -> bool:
    if sentence.kind(at) != WORD or sentence.low(at) in sentence.table.times:
        return False
    if sentence.low(at) in ("von", "zu", "van", "de", "und"):
        between = sentence.kind(at - 1) == WORD and sentence.kind(at + 1) == WORD
        return between and sentence.tokens[at - 1].capital and sentence.tokens[at + 1].capital
    return sentence.tokens[at].capital


def _is_adjective(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    ends = low.endswith(("e", "en", "er", "es", "em"))
    return sentence.kind(at) == WORD and ends and not sentence.tokens[at].capital


def _words(sentence: Sentence, words: ClauseWords, start: int) -> int | None:
    """The end of a phrase whose nouns are written small: "el jefe de la policía local"."""
    table = sentence.table
    at = start + (sentence.low(start) in table.determiners)
    small = at > start
    first = at
    if sentence.low(at) in words.linking:
        return None
    while sentence.kind(at) == WORD and at - start < _LONGEST:
        low = sentence.low(at)
        if low in words.linking:
            small = True
        elif low in table.determiners:
            if sentence.low(at - 1) not in words.linking:
                break
        elif low == "y":
            if not (sentence.tokens[at + 1 : at + 2] and sentence.tokens[at + 1].capital):
                break
        elif not sentence.tokens[at].capital and (not small or _stops(sentence, words, at)):
            break
        at += 1
    while at > first and sentence.low(at - 1) in words.linking | table.determiners:
        at -= 1
    return at if at > first else None


def _stops(sentence: Sentence, words: ClauseWords, at: int) -> bool:
    table = sentence.table
    low = sentence.low(at)
    listed = low in table.prepositions or low in words.joins or low in table.adverbs
    return listed or low in table.times or is_finite(sentence, words, at)


def _with_name(sentence: Sentence, start: int, end: int) -> int:
    """Takes in a name behind a role: "la alcaldesa, Ana Ruiz,"."""
    at = end + 1
    if sentence.kind(end) != "," or sentence.low(start) not in sentence.table.determiners:
        return end
    while sentence.kind(at) == WORD and sentence.tokens[at].capital and at - end < 5:
        at += 1
    return at if at > end + 2 and sentence.kind(at) in (",", ".", "", ":") else end


def subject_before(sentence: Sentence, words: ClauseWords, start: int, end: int) -> Range | None:
    """The subject among the words ``start``..``end`` that stand before a verb, or None."""
    table = sentence.table
    while end > start and (sentence.low(end - 1) in words.clitics | table.adverbs | words.perfect):
        end -= 1
    while start < end and sentence.low(start) in words.joins | table.adverbs:
        start += 1
    if start >= end or sentence.low(start) in words.objects:
        return None
    low = sentence.low(start)
    if low in table.stands_for and low not in table.determiners:
        return start, start + 1
    if low in table.prepositions or low in table.times:
        return None
    phrase = phrase_from(sentence, words, start)
    if phrase is None:
        return None
    inside = any(is_finite(sentence, words, i) for i in range(phrase[1], end))
    if inside:
        return None
    rest = sentence.low(phrase[1])
    cut = phrase[1] < end and (rest in table.prepositions or rest in table.determiners)
    named = sentence.kind(end) == "," and phrase[1] > end
    return start, phrase[1] if cut or named else end
