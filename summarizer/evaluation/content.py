"""The words of a text that carry its content, by their stems, and how many two texts share."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import Final

from summarizer.evaluation.languages import function_words
from summarizer.facts.words import kindred, stem, word_set

_WORD = re.compile(r"[^\W_]{1,40}(?:['’][^\W_]{1,12})?")
EMPTY_WORDS: Final = word_set(
    """
    a an the this that these those there here it its i we you he him his she her they them their
    our your my who whom whose which what when where why how and or nor but if then than so as of
    to at by for from in into on onto with about be is are was were been being am do does did done
    have has had having will would shall should can could may might must very just also too such
    any some own same other another each said says say all more
    """
)


@lru_cache(maxsize=4096)
def content_stems(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the words of ``text`` that are no words of grammar. Negations are kept."""
    empty = EMPTY_WORDS if language == "en" else EMPTY_WORDS | function_words(language)
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in empty)


def shared(one: Set[str], other: Set[str]) -> int:
    """How many stems of the shorter set have the same or one of the same family in the other."""
    short, long = sorted((one, other), key=len)
    return sum(s in long or any(kindred(s, other_) for other_ in long) for s in short)


@lru_cache(maxsize=16384)
def mostly_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether more than half of the shorter set is in the longer; never with an empty one.

    More than half, not half: "defence minister" is not "foreign minister", nor "trains cancelled"
    "flights cancelled"; "minister" is the defence minister, said shortly. Pure; remembered.
    """
    return 2 * shared(one, other) > min(len(one), len(other)) > 0
