"""Words of the article as parts of a question: where they begin, their capitals, their length."""

from __future__ import annotations

from summarizer.facts.attribution.tokens import Range, Sentence
from summarizer.facts.words import word_set

LONGEST_CLAUSE = 220
"""Characters; a longer clause is cut at its last comma before that."""

_LOWERED = word_set(
    "The A An It He She They We This That Police Officials Some Two His Her Its",
)


def phrase_text(text: str, sentence: Sentence, phrase: Range | None) -> str:
    """The words of a range of tokens on one line; "" for none."""
    if phrase is None or phrase[1] <= phrase[0]:
        return ""
    start = sentence.tokens[phrase[0]].start
    words = " ".join(text[start : sentence.tokens[phrase[1] - 1].end].split())
    if len(words) > LONGEST_CLAUSE:
        words = words[:LONGEST_CLAUSE].rpartition(",")[0] or words
    return words


def capital(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """A phrase as it stands inside a sentence: "The ministry" -> "the ministry"."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in _LOWERED else words
