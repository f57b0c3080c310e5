"""Who speaks in a clause whose verb stands second or last, or has its subject in it."""

from __future__ import annotations

from summarizer.facts.attribution.adjuncts import clause_start
from summarizer.facts.attribution.clause_cue import ClauseCue, clause_from_left, end_of_clause
from summarizer.facts.attribution.clause_phrases import is_finite, phrase_from, subject_before
from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.finding import Finding
from summarizer.facts.attribution.tokens import Range, Sentence

# Tokens of what stands between commas behind a name.
_APPOSED = 14


def clause_subject(
    sentence: Sentence, words: ClauseWords, cue: ClauseCue, before: list[Finding]
) -> tuple[Range | None, int]:
    """(who speaks, where what stands behind the verb and its subject begins)."""
    left = subject_before(sentence, words, cue.start, cue.at)
    after = (cue.at if words.nouns_capital else cue.last) + 1
    while sentence.low(after) in sentence.table.adverbs:
        after += 1
    if left is None:
        apposed = _over_apposition(sentence, words, cue.start)
        if apposed is not None:
            return apposed, after
    right = None if is_finite(sentence, words, after) else phrase_from(sentence, words, after)
    fronted = left is None or (
        right is not None and right[1] - right[0] == 1 and words.nouns_capital
    )
    if right is not None and fronted and not _is_told(sentence, words, cue, left, right):
        return right, right[1]
    if left is not None:
        return left, after
    if sentence.kind(cue.start - 1) == "," and cue.at - cue.start <= 1:
        leading = leading_subject(sentence, words, cue.start)
        if leading is not None:
            return leading, after
    joined = sentence.low(cue.start) in words.joins or cue.start > 0
    shared = [f.speaker for f in before if f.speaker is not None]
    if cue.verb.lemma in words.also_nouns:
        return None, -1
    return (shared[-1] if joined and shared else None), after


def _over_apposition(sentence: Sentence, words: ClauseWords, start: int) -> Range | None:
    """The subject before an apposition that ends at the verb: "Ana Ruiz, jefa de la obra, dijo"."""
    if sentence.kind(start - 1) != "," or start < 2:
        return None
    commas = (i for i in range(start - 2, max(start - _APPOSED, 0), -1) if sentence.kind(i) == ",")
    comma = next(commas, 0)
    if not comma or sentence.low(comma + 1) in sentence.table.prepositions | sentence.table.adverbs:
        return None
    relative = sentence.low(comma + 1) in words.relatives
    if not relative and any(is_finite(sentence, words, i) for i in range(comma + 1, start)):
        return None
    phrase = subject_before(sentence, words, clause_from_left(sentence, words, comma), comma)
    if phrase is None or any(is_finite(sentence, words, i) for i in range(*phrase)):
        return None
    return phrase


def _is_told(
    sentence: Sentence, words: ClauseWords, cue: ClauseCue, left: Range | None, right: Range
) -> bool:
    """Whether the noun behind the verb is what is said or who is told, and not who speaks."""
    if left is not None:
        pronoun = sentence.low(right[0]) in ("er", "sie", "es")
        return not pronoun or sentence.low(left[0]) in sentence.table.stands_for
    if words.nouns_capital:
        return False
    # Spanish: "informó un portavoz" has its subject behind, "pidió una reunión" its object.
    return "N" in cue.verb.frames and cue.start == cue.at and sentence.kind(cue.at - 1) != ","


def leading_subject(sentence: Sentence, words: ClauseWords, end: int) -> Range | None:
    """The subject at the sentence's beginning, with its apposition: "X, técnico de Y, habló"."""
    start = clause_start(sentence, end)
    phrase = subject_before(sentence, words, start, end_of_clause(sentence, words, start))
    if phrase is None or any(is_finite(sentence, words, i) for i in range(start, end)):
        return None
    return phrase
