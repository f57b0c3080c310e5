"""What is said beside a verb that stands second or last in its clause."""

from __future__ import annotations

from summarizer.facts.attribution.clause_cue import REACH, ClauseCue
from summarizer.facts.attribution.clause_phrases import is_finite
from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.content import Said, clause_from, quoted_or_colon, said_before
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence


def clause_said(
    sentence: Sentence, words: ClauseWords, cue: ClauseCue, speaker: Range | None, behind: int
) -> tuple[Said, int]:
    """What is said, and where the clause of the cue begins."""
    said = _said_behind(sentence, words, cue, behind)
    first = min(cue.at, speaker[0]) if speaker is not None else cue.at
    shared = speaker is not None and speaker[0] < cue.start
    clause = cue.start if shared or cue.start <= first else first
    opens_sentence = sentence.kind(cue.start - 1) in (",", QUOTE, "-") and cue.start > 0
    if not opens_sentence or (speaker is not None and speaker[0] < cue.start):
        return said, clause
    left = said_before(sentence, cue.start)
    if left is None or (said.content is not None and sentence.kind(said.content[0] - 1) != ":"):
        return said, clause
    if left[1] >= 0 or said.content is None:
        after = clause_from(sentence, max(cue.last + 1, speaker[1] if speaker else 0))
        verbless = not any(is_finite(sentence, words, i) for i in range(*left[0]))
        if left[1] < 0 and after and verbless and not words.nouns_capital:
            return Said((left[0][0], after[1])), clause
        return Said(left[0], left[1]), clause
    return Said((left[0][0], said.content[1])), clause


def _said_behind(sentence: Sentence, words: ClauseWords, cue: ClauseCue, behind: int) -> Said:
    """A quotation, a clause or a noun phrase behind the verb and its subject."""
    start = behind + (behind == cue.last and cue.last > cue.at)
    at = start
    while at < len(sentence.tokens) and at - behind < REACH:
        kind, low = sentence.kind(at), sentence.low(at)
        if kind in (QUOTE, ":"):
            return quoted_or_colon(sentence, at)
        if kind == ",":
            return _behind_comma(sentence, words, cue, start, at)
        if kind in (";", ".", "?", "!"):
            break
        if low in words.that and not words.nouns_capital:
            return Said(clause_from(sentence, at + 1))
        at += 1
    noun = _nounclause_said(sentence, words, cue, start)
    if noun is None and sentence.low(cue.at - 1) == "lo":
        return Said((cue.at - 1, cue.at))
    return Said(noun)


def _behind_comma(
    sentence: Sentence, words: ClauseWords, cue: ClauseCue, start: int, at: int
) -> Said:
    if sentence.kind(at + 1) == QUOTE:
        return quoted_or_colon(sentence, at)
    # In Spanish "dijo Ana, que vive allí" has a relative clause, "dijo, sin dudar, que" none.
    if sentence.low(at + 1) in words.that and (words.nouns_capital or at == cue.last + 1):
        return Said(clause_from(sentence, at + 2))
    noun = _nounclause_said(sentence, words, cue, start)
    if noun is not None:
        return Said(noun)
    # German: "..., der Preis steige": a main clause in the mood of reported speech.
    goes_on = words.nouns_capital and sentence.kind(cue.start - 1) not in (",", QUOTE)
    goes_on = goes_on or (words.nouns_capital and sentence.low(cue.start - 1) in words.joins)
    goes_on = goes_on and sentence.low(at + 1) not in words.joins
    return Said(clause_from(sentence, at + 1) if goes_on else None)


def _nounclause_said(
    sentence: Sentence, words: ClauseWords, cue: ClauseCue, start: int
) -> Range | None:
    """What a verb with an object says: everything behind it, to the end of its clause."""
    if "N" not in cue.verb.frames or sentence.kind(start) != WORD:
        return None
    if sentence.low(start) in words.joins:
        return None
    return clause_from(sentence, start)
