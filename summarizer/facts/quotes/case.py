"""Changes that folding levels and a reader would not: a word that its capital makes another.

And the two marks after a number that look like quotation marks: feet and inches.
"""

from __future__ import annotations

import unicodedata

import regex

from summarizer.facts.quotes.differences import Difference
from summarizer.facts.words import word_set

# Words that are one thing with a capital and another without. Months and names that are also
# common words in news, acronyms that are words in lower case.
_TWO_WORDS = word_set(
    """
    aids art august bath bill bush chad china frank grant guinea hope it jordan lima march mark
    may nice polish pound pride reading rich rob rose sage turkey us wade who will
    """
)
_WORD = regex.compile(r"\p{L}++")
_UNIT = regex.compile(r"(?<=\p{N}\s?)\p{L}{1,3}+")
_PRIME = regex.compile(r"(?<=\d)(?:['\"′″])")
_DOUBLE = frozenset('"″')


def case_difference(quote: str, source: str, start: int) -> Difference | None:
    """What the change of case between a quote and its source changes, or None.

    ``source`` is the stretch that the quote folds to, ``start`` its offset in the text.
    """
    if quote == source:
        return None
    return _other_word(quote, source, start) or _other_prime(quote, source, start)


def _other_word(quote: str, source: str, start: int) -> Difference | None:
    quote = unicodedata.normalize("NFKC", quote)
    mine, theirs = _WORD.findall(quote), list(_WORD.finditer(source))
    if len(mine) != len(theirs):
        return None
    units = {match.start() for match in _UNIT.finditer(source)}
    telling: list[Difference] = []
    plain = 0
    for place, (word, match) in enumerate(zip(mine, theirs, strict=True)):
        original = match.group()
        if word == original or word.lower() != original.lower():
            continue
        kind = "unit" if match.start() in units else "name"
        first_letter = place == 0 and word[1:] == original[1:]
        if kind == "unit" or (word.lower() in _TWO_WORDS and not first_letter):
            end = start + match.end()
            telling.append(Difference(kind, word, original, start + match.start(), end))
        else:
            plain += 1
    in_one_case = plain and _is_one_case(mine, [match.group() for match in theirs])
    return telling[0] if telling and not in_one_case else None


def _is_one_case(mine: list[str], theirs: list[str]) -> bool:
    """Whether the quote is its source set in one case: capitals, title case, lower case."""
    pairs = list(zip(mine, theirs, strict=True))
    rewrites = (str.upper, str.lower, str.title, str.capitalize, str.swapcase)
    return any(all(word == rewrite(original) for word, original in pairs) for rewrite in rewrites)


def _other_prime(quote: str, source: str, start: int) -> Difference | None:
    mine, theirs = _primes(quote), _primes(source)
    if len(mine) != len(theirs):
        return None
    for (_, mark), (place, original) in zip(mine, theirs, strict=True):
        if (mark in _DOUBLE) != (original in _DOUBLE):
            return Difference("unit", mark, original, start + place, start + place + 1)
    return None


def _primes(text: str) -> list[tuple[int, str]]:
    """Marks for feet and inches: after a number, and not closing a quotation in the text."""
    return [
        (match.start(), match.group())
        for match in _PRIME.finditer(text)
        if match.group() in "′″" or text.count(match.group(), 0, match.start()) % 2 == 0
    ]
