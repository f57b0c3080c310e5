"""Noun phrases beside a place in a text, found by where they stop rather than by a parser.

What a figure counts stands in a few places: behind the number ("500 officers"), behind an "of", or
in front of the verb ("revenue rose 3 %"). A phrase ends at a word that cannot be inside one.
"""

from __future__ import annotations

import re

from summarizer.facts.names.tokens import MONTHS, TOKEN, WEEKDAYS
from summarizer.facts.subjects.verbs import DETERMINERS, Word, is_verb
from summarizer.facts.words import word_set
from summarizer.facts.words.counted_words import MEASURE_NOUNS
from summarizer.facts.words.phrase_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)

_CHAIN = AUXILIARIES | ADVERBS
STOPS = PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | ADVERBS
_PLURALS = word_set(
    """
people men women children police personnel staff troops cattle sheep fish mice feet teeth aircraft
spacecraft dead wounded injured missing crew public
"""
)
_SINGULARS = word_set("specimen regimen acumen abdomen omen")
_SPOKEN = word_set("says tells has was is does")
_MAX_WORDS = 7
_NUMBERED_WORDS = 14  # of "the number of people known to have been", which may be long
_SENTENCE_REACH = 300


def words_after(text: str, at: int, reach: int = 120) -> list[Word]:
    """The words of the line after ``at``, up to ``reach`` characters on."""
    stop = text.find("\n", at, at + reach)
    stop = min(len(text), at + reach) if stop < 0 else stop
    return _words(text, at, stop)


def words_before(text: str, at: int, reach: int = _SENTENCE_REACH) -> list[Word]:
    """The words of the line before ``at``, from at most ``reach`` characters back."""
    start = max(text.rfind("\n", 0, at) + 1, at - reach)
    if start > 0 and start == at - reach:
        start = text.find(" ", start, at) + 1 or start
    return _words(text, start, at)


def _words(text: str, start: int, stop: int) -> list[Word]:
    found, previous = [], start
    for match in TOKEN.finditer(text, start, stop):
        word = match[0]
        at, end = match.span()
        found.append(Word(word, word.lower(), at, end, text[previous:at]))
        previous = end
    return found


def is_plural(word: str) -> bool:
    """Whether a noun looks like a plural (or is a collective that counts as one)."""
    low = word.lower()
    if low.endswith("men") and low not in _SINGULARS:
        return True
    return low in _PLURALS or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
    )


def _ends_phrase(word: Word, inside: bool, counted: bool = False) -> bool:
    """Whether a word cannot go on a noun phrase that has a noun already (``inside``) or not."""
    low = word.low
    if low in STOPS or word.text in WEEKDAYS or word.text in MONTHS or word.text[0].isdigit():
        return True
    if not inside:
        if counted and low.endswith("s") and low not in _SPOKEN:
            return False  # "12 deaths", "300 accounts": behind a number it is the plural
        return low in VERBS and not low.endswith("ed") and low not in {"lost", "votes", "records"}
    return low in VERBS or (low.endswith("ed") and len(low) > 4 and not word.text[0].isupper())


def phrase_after(text: str, at: int, *, counted: bool = False) -> tuple[int, int] | None:
    """The span of the noun phrase that begins at or right behind ``at``, or None.

    ``counted``: a number stands before it, so that the first plural noun is its head.
    """
    words = words_after(text, at)
    kept: list[Word] = []
    for index, word in enumerate(words[: _MAX_WORDS + 1]):
        if kept and word.gap not in (" ", "-", "\u00a0"):
            break
        if not kept and word.gap.strip(" \u00a0-"):
            return None
        if not kept and word.low in DETERMINERS and not counted:
            kept.append(word)
            continue
        if _ends_phrase(word, inside=len(kept) > _determiners(kept), counted=counted):
            break
        kept.append(word)
        if counted and _closes(words, index):
            break
    if len(kept) <= _determiners(kept):
        return None
    end = _with_origin(text, words, len(kept), kept[-1].end)
    return kept[0].start, _bare_end(text, end)


def _determiners(words: list[Word]) -> int:
    return int(bool(words) and words[0].low in DETERMINERS)


def _closes(words: list[Word], index: int) -> bool:
    """Whether a counted noun phrase ends here: a plural that no other plural follows."""
    if not is_plural(words[index].text):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    return not (following and following.gap == " " and is_plural(following.text))


def _with_origin(text: str, words: list[Word], count: int, end: int) -> int:
    """Extend a phrase by ``from North Korea`` or ``of parliament``."""
    rest = words[count : count + 5]
    if len(rest) < 2 or rest[0].gap != " " or rest[0].low not in {"from", "of"}:
        return end
    kept = rest[0].end
    if rest[0].low == "from" and not rest[1].text[0].isupper() and rest[1].low != "the":
        return end
    for word in rest[1:]:
        is_article = word.low in DETERMINERS and word is rest[1]
        if word.gap not in (" ", "-") or (_ends_phrase(word, inside=True) and not is_article):
            break
        if rest[0].low == "from" and word.text[0].islower() and not is_article:
            break
        kept = word.end
    ended = next((w for w in rest if w.end == kept), rest[0])
    return kept if kept > rest[0].end and ended.low not in DETERMINERS else end


def _bare_end(text: str, end: int) -> int:
    """Without a possessive at the end of the phrase."""
    return end - 2 if text[max(0, end - 2) : end] in {"'s", "’s"} else end


_CLAUSE_END = re.compile(r"[;:()\"“”]|[.!?]\s")
_CLAUSE = re.compile(r"[,;:()\[\]\"“”—–]|\.\s|[!?]\s")
_OPENERS = word_set(
    """
that and but as while when because if after before since although though which who where whereas
or until unless so than whether
"""
)


def subject_before(text: str, at: int) -> tuple[int, int] | None:
    """The span of the subject of the verb that stands before ``at`` in the same clause, or None."""
    words = words_before(text, at)
    verb = None
    for index in range(len(words) - 1, -1, -1):
        after = words[index + 1].gap if index + 1 < len(words) else text[words[index].end : at]
        if _CLAUSE_END.search(after):
            return None
        low = words[index].low
        if (low in VERBS or low in AUXILIARIES) and low != "not":
            verb = index
            break
    if verb is None:
        return None
    while verb > 0 and (words[verb - 1].low in _CHAIN or words[verb - 1].low.endswith("ly")):
        verb -= 1
    return phrase_ending_before(text, words, verb)


def phrase_ending_before(text: str, words: list[Word], verb: int) -> tuple[int, int] | None:
    """The span of the noun phrase before the verb at index ``verb`` of ``words``, or None."""
    if verb == 0:
        return None
    last = verb - 1
    comma = words[verb].gap.strip() == "," and last > 0
    if comma:  # "Shares in Acme, a maker of pumps, fell": step over the apposition
        last = _before_apposition(words, last)
    elif words[verb].gap.strip():
        return None
    first = last
    while (
        first > 0 and not _CLAUSE.search(words[first].gap) and not words[first].gap.endswith("\n")
    ):
        if words[first - 1].low in _OPENERS or is_verb(words, first - 1):
            break
        first -= 1
    first = _past_adjunct(words, first, last)
    longest = _NUMBERED_WORDS if _names_number(words, first) else _MAX_WORDS
    if last - first > longest or _cannot_open(words, first, last):
        return None
    if words[first].low in _OPENERS or (last == first and words[first].text[0].isdigit()):
        return None
    return words[first].start, words[last].end


def _cannot_open(words: list[Word], first: int, last: int) -> bool:
    low = words[first].low
    if low == "her" and first < last:
        return False
    return low in PRONOUNS or low in PREPOSITIONS or low in ADVERBS


def _names_number(words: list[Word], first: int) -> bool:
    """Whether the phrase begins with "the number of": it is as long as what is numbered takes."""
    return any(word.low in MEASURE_NOUNS for word in words[first : first + 2])


def _before_apposition(words: list[Word], last: int) -> int:
    index = last
    while index > 0 and "," not in words[index].gap:
        index -= 1
    return index - 1 if index > 0 else last


def _past_adjunct(words: list[Word], first: int, last: int) -> int:
    """Past what only sets the scene: ``In March inflation`` gives ``inflation``."""
    if words[first].low not in PREPOSITIONS:
        return first
    index = first + 1
    while index <= last and (words[index].text[0].isupper() or words[index].text[0].isdigit()):
        index += 1
    return index if first + 1 < index <= last else first


def phrase_before(text: str, at: int) -> tuple[int, int] | None:
    """The span of the noun phrase that ends right before ``at`` (``the budget| of ...``)."""
    words = words_before(text, at, 90)
    if not words or text[words[-1].end : at].strip():
        return None
    last = len(words) - 1
    first = last + 1
    while first > 0 and last - first < _MAX_WORDS:
        word = words[first - 1]
        if word.low in STOPS - {"of", "in", "for", "on"} or word.low in VERBS:
            break
        if word.low in {"in", "of", "for", "on"} and (first == last + 1 or first - 1 == 0):
            break
        first -= 1
        if first > 0 and _CLAUSE.search(words[first].gap):
            break
        if word.low in DETERMINERS and words[first - 1].low not in {"in", "of", "for", "on"}:
            break
    if first > last:
        return None
    while first < last and words[first].low in PREPOSITIONS:
        first += 1
    return words[first].start, words[last].end
