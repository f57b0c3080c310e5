"""What governs a number: the phrase that money, a percentage or a measure is a value of.

Read backwards from the number through its clause: past the numbers before it and the words that
link ("by", "to", "from", "of"), to the noun phrase they hang on ("its margin to 9 %", "lifted
revenue by 9 %") or to the verb, whose subject then is what was measured ("revenue fell 2 %").
Where neither is plain the answer is "": an empty subject is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.names.tokens import MONTHS, WEEKDAYS
from summarizer.facts.subjects.noun_phrases import STOPS, phrase_ending_before, words_before
from summarizer.facts.subjects.verbs import DEALING, DETERMINERS, Word, is_verb
from summarizer.facts.words import word_set
from summarizer.facts.words.counted_words import CHANGE_NOUNS
from summarizer.facts.words.phrase_words import ADVERBS, AUXILIARIES, PREPOSITIONS

_CLAUSE_END = re.compile(r"[;:()\"“”—–\n]|[.!?]\s")
_LINKS = word_set("of by to from at for with against than as worth down up")
# Passed on the way back to what governs: bounds, adverbs, and "a year earlier" behind a number.
_PASSED = word_set(
    """
about around nearly almost roughly approximately just only some over under more less least most
much little well barely compared versus and or between a the an even still another further
as high low many estimated only sharply slightly record
"""
)
_JOINING = word_set("nevertheless nonetheless however meanwhile therefore then thus instead")
_TIMES = word_set("year years month months week weeks day days quarter earlier ago before later")
_BE = word_set("is are was were be been being")
# Links that do not hang on the subject of a verb: "offered it for", "rather than".
_OWN_LINKS = word_set("for with than against as")
# "A total of 40", "a maximum of 40": what is measured stands before.
_TOTALS = word_set("total maximum minimum average median mean combined sum")
# "is expected to average": the verb behind is the one that measures.
_FORESEEN = word_set(
    """
expected likely due set forecast projected estimated thought believed said known going about
supposed predicted reported scheduled
"""
)
_COSTS = word_set("cost costs")
# Before a phrase that nothing but a link ties to the number, unless it is an object.
_ALONE = (STOPS - {"and", "but", "while"}) | {""}
_MAKES = word_set("make makes made")
_NUMBERS = word_set(
    "toll tally count number amount share proportion total value price cost percentage"
)
_NUMBERED_WORDS = 16
_LONGEST = 8
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Governor:
    """What a number hangs on: ``start``/``end`` of the phrase.

    ``changes`` tells that the phrase only names a change ("a decline of 2 %"), of something that
    the text said before.
    """

    start: int
    end: int
    changes: bool = False


def governor(text: str, at: int, numbers: Sequence[tuple[int, int]]) -> Governor | None:
    """The phrase that governs the number at ``at``, or None where none is plain.

    ``numbers`` are the spans of the numbers that stand before it.
    """
    words = _clause(text, at)
    inside = [any(start <= word.start < end for start, end in numbers) for word in words]
    index, link = _past_links(words, inside, text, at)
    for _ in range(3):
        if index < 0:
            return None
        if is_verb(words, index):
            return None if link in _OWN_LINKS else _of_verb(text, words, index)
        first = _phrase_start(words, inside, index)
        if link == "of" and first <= index and words[index].low in _TOTALS:
            index, link = _past_links(words[:first], inside, text, words[first].start)
            continue
        if first > index:
            return None
        opening = words[first - 1].low if first > 0 else ""
        if opening in PREPOSITIONS and link not in {
            "of",
            "",
        }:  # "fell against the euro by": pass over it
            index = _back(words, inside, first - 2)
            continue
        return _of_phrase(words, first, index, link)
    return None


def _clause(text: str, at: int) -> list[Word]:
    """The words of the clause before ``at``."""
    words = words_before(text, at)
    if words and _CLAUSE_END.search(text, words[-1].end, at):
        return []
    for index in range(len(words) - 1, 0, -1):
        if _CLAUSE_END.search(words[index].gap):
            return words[index:]
    return words


def _past_links(words: list[Word], inside: list[bool], text: str, at: int) -> tuple[int, str]:
    """The index of the last word that is no link, and the link right behind it."""
    index, link, numbered = len(words) - 1, "", False
    if index >= 0 and "," in text[words[index].end : at]:
        return -1, ""
    for _ in range(_STEPS):
        if index < 0:
            break
        low = words[index].low
        if inside[index]:
            numbered = True
        elif low in _LINKS:
            link = low
        elif numbered and (low in _TIMES or low == "the"):
            pass
        elif (low not in _PASSED and not _is_adverb(words[index])) or link == "of":
            break
        index -= 1
    return index, link


def _is_adverb(word: Word) -> bool:
    return (
        word.low in ADVERBS
        or word.low in _JOINING
        or (word.low.endswith("ly") and len(word.low) > 4)
    )


def _is_in_chain(word: Word) -> bool:
    return word.low in AUXILIARIES or _is_adverb(word)


def _of_verb(text: str, words: list[Word], index: int) -> Governor | None:
    """The subject of a verb that says how much something is or changed."""
    verb = index
    passive = False
    while index > 0 and _is_in_chain(words[index - 1]):
        index -= 1
        passive = passive or words[index].low in _BE
    made_up = words[verb].low in _MAKES and any(w.low == "up" for w in words[verb + 1 : verb + 2])
    dealing = words[verb].low in DEALING and words[verb].low not in AUXILIARIES
    if dealing and not passive and not made_up:
        return None
    numbered = _numbered(words, index)
    if numbered is not None:
        return numbered
    if index > 1 and words[index - 1].low == "to":
        return _of_infinitive(text, words, index - 1)
    if words[verb].low in {"has", "have", "had", "having"} or words[verb].low == "not":
        return None
    span = phrase_ending_before(text, words, index)
    if span is None:
        return None
    return Governor(*span)


def _numbered(words: list[Word], verb: int) -> Governor | None:
    """ "|The number of people known to have been killed| rose to": however long it is."""
    for at in range(verb - 2, max(verb - _NUMBERED_WORDS, -1), -1):
        if "," in words[at + 1].gap:
            return None
        if words[at].low in _NUMBERS and words[at + 1].low == "of":
            first = at - 1 if at > 0 and words[at - 1].low in DETERMINERS else at
            return Governor(words[first].start, words[verb - 1].end)
    return None


def _of_infinitive(text: str, words: list[Word], to: int) -> Governor | None:
    """ "|Inflation| is expected to average", "the bank expects |inflation| to average"."""
    before = to - 1
    if words[before].low in _FORESEEN:
        while before > 0 and (
            words[before - 1].low in AUXILIARIES or _is_adverb(words[before - 1])
        ):
            before -= 1
        span = phrase_ending_before(text, words, before)
        return Governor(*span) if span else None
    first = _phrase_start(words, [False] * len(words), before)
    if first > before or first == 0 or not is_verb(words, first - 1):
        return None
    return Governor(words[first].start, words[before].end)


def _phrase_start(words: list[Word], inside: list[bool], last: int) -> int:
    """The index where the noun phrase that ends at ``last`` begins; ``last`` + 1 for none."""
    first = last + 1
    while first > 0 and last - first < _LONGEST:
        word = words[first - 1]
        if inside[first - 1] or word.text in WEEKDAYS or word.text in MONTHS:
            break
        joins = word.low in {"of", "in"} and first <= last and _nominal(words, first - 2)
        if (word.low in STOPS and not joins) or (not joins and is_verb(words, first - 1)):
            break
        if first <= last and words[first].gap not in (" ", "-", "\u00a0"):
            break
        first -= 1
        if word.low in DETERMINERS and words[max(first - 1, 0)].low not in {"of", "in"}:
            break
    return first


def _nominal(words: list[Word], index: int) -> bool:
    """Whether a noun stands at ``index`` that an "of" behind it can go on."""
    if index < 0:
        return False
    low = words[index].low
    return low not in STOPS and not is_verb(words, index) and not low[0].isdigit()


def _back(words: list[Word], inside: list[bool], index: int) -> int:
    """Past numbers and adverbs, to the word that a prepositional phrase hangs on."""
    while index >= 0 and (inside[index] or _is_adverb(words[index])):
        index -= 1
    return index


def _subject_span(words: list[Word], verb: int) -> tuple[int, int]:
    """The span of the phrase right before the verb."""
    last = verb - 1
    while last > 0 and _is_adverb(words[last]):
        last -= 1
    first = min(_phrase_start(words, [False] * len(words), last), last)
    return words[first].start, words[last].end


def _of_phrase(words: list[Word], first: int, last: int, link: str) -> Governor | None:
    """The noun phrase before a link ("a margin of", "its margin to"), if it is what is measured."""
    head = words[last].low
    names = [w for w in words[first : last + 1] if w.low not in DETERMINERS]
    if not names or head in _TIMES or all(w.text[0].isdigit() for w in names):
        return None
    opening = words[first - 1].low if first > 0 else ""
    verb = first > 0 and is_verb(words, first - 1)
    if not link:
        if verb and opening in _COSTS:  # "a night costs the guest 40 euros"
            return None if first < 2 else Governor(*_subject_span(words, first - 1))
        if not (verb and opening in CHANGE_NOUNS):
            return None
    elif link in {"with", "than", "against"} or (
        link in {"for", "worth"} and words[first].low not in {"a", "an"}
    ):
        return None
    elif link in {"to", "from", "by", "at", "down", "up", "as"} and opening in _ALONE:
        return None if not verb else Governor(words[first].start, words[last].end)
    changes = link in {"of", "by"} and len(names) == 1 and head in CHANGE_NOUNS
    return Governor(words[first].start, words[last].end, changes)
