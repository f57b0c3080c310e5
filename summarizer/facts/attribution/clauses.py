"""Finds who says what where the verb stands second or last, or has its subject in it.

The tables of clause words tell the language. A cue is a verb of saying with the subject before or
behind it, or a source phrase ("laut X", "según X"); what is said stands behind it, between marks,
after a colon or in a clause, or before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.attribution.adjuncts import clause_start
from summarizer.facts.attribution.clause_content import clause_said
from summarizer.facts.attribution.clause_cue import clause_from_left, status_of_cue, verb_at
from summarizer.facts.attribution.clause_phrases import is_finite, phrase_from, subject_before
from summarizer.facts.attribution.clause_subjects import clause_subject, leading_subject
from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.content import clause_from, said_before
from summarizer.facts.attribution.finding import Finding
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.words import word_set


def find_in_clauses(sentence: Sentence, words: ClauseWords) -> list[Finding]:
    """Every cue of the sentence in order of place."""
    found: list[Finding] = []
    for at, token in enumerate(sentence.tokens):
        if token.kind == WORD:
            sources = list(_source_cues(sentence, words, at))
            found.extend(sources or _verb_cues(sentence, words, at, found))
    return [_without_next(sentence, finding, found[i + 1 :]) for i, finding in enumerate(found)]


_COORDINATING = word_set("und aber y pero aunque doch")


def _without_next(sentence: Sentence, finding: Finding, later: list[Finding]) -> Finding:
    """Cuts what somebody says where a clause with the next cue begins ("..., pero negó")."""
    content = finding.content
    if content is None or finding.quote >= 0 or not later or content[1] <= finding.cue[1]:
        return finding
    start = later[0].clause
    start -= sentence.low(start) not in _COORDINATING and start > 0
    joined = sentence.low(start) in _COORDINATING
    if not joined or not max(content[0], finding.cue[1]) < start < content[1]:
        return finding
    return finding._replace(content=(content[0], start - (sentence.kind(start - 1) == ",")))


# --- source phrases ---


def _matches(sentence: Sentence, at: int, listed: tuple[tuple[str, ...], ...]) -> int:
    """How many words of a listed phrase stand at ``at``: the longest, 0 for none."""
    lengths = [
        len(words)
        for words in listed
        if all(sentence.low(at + k) == word for k, word in enumerate(words))
    ]
    return max(lengths, default=0)


def _source_cues(sentence: Sentence, words: ClauseWords, at: int) -> Iterator[Finding]:
    own = _matches(sentence, at, words.own)
    length = 0 if own else _matches(sentence, at, words.sources)
    if sentence.low(at) in words.closers and sentence.kind(at - 1) == ",":
        length = 1
    if own:
        yield from _own_account(sentence, words, at, own)
    elif length:
        speaker = _source_after(sentence, words, at + length)
        if speaker is not None:
            yield from _sourced(sentence, speaker, (at, at + length), max(speaker[1], at + length))
    elif sentence.low(at) in words.behind:
        start = at
        while start > 0 and sentence.kind(start - 1) == WORD:
            start -= 1
        speaker = phrase_from(sentence, words, start) or (
            phrase_from(sentence, words, start + 1) if start + 1 < at else None
        )
        if speaker is not None:
            yield from _sourced(sentence, (speaker[0], at), (at, at + 1), at + 1)


def _source_after(sentence: Sentence, words: ClauseWords, at: int) -> Range | None:
    """Whose account it is, without an article that only shows the case."""
    if words.nouns_capital and sentence.low(at) in ("der", "des", "dem", "den", "von"):
        shown = phrase_from(sentence, words, at + 1)
        if shown is not None:
            return shown
    if is_finite(sentence, words, at):
        return None  # "según informó X": the verb tells
    return phrase_from(sentence, words, at)


def _sourced(sentence: Sentence, speaker: Range, cue: Range, end: int) -> Iterator[Finding]:
    """What a source phrase covers: the clause around it."""
    start = clause_start(sentence, cue[0])
    first = min(speaker[0], cue[0])
    quoted = said_before(sentence, first)
    if quoted is not None and quoted[1] >= 0:
        yield Finding(speaker, cue, quoted[0], "attributed", quote=quoted[1], clause=first)
        return
    if first - start <= 1:
        content = clause_from(sentence, end + (sentence.kind(end) == ","))
    elif sentence.kind(end) in (".", ";", "", ")"):
        content = (start, first - (sentence.kind(first - 1) == ","))
    else:
        content = clause_from(sentence, start)
    if content is not None and content[0] < content[1]:
        yield Finding(speaker, cue, content, "attributed", clause=start)


def _own_account(sentence: Sentence, words: ClauseWords, at: int, length: int) -> Iterator[Finding]:
    """ "X, die nach eigenen Angaben ...": the subject of the clause, or whom it is about."""
    start = clause_from_left(sentence, words, at)
    speaker = subject_before(sentence, words, start, at)
    if speaker is None or speaker[1] - speaker[0] == 1 or sentence.low(start - 1) == ",":
        speaker = leading_subject(sentence, words, start) or speaker
    content = clause_from(sentence, at + length)
    if speaker is not None and content is not None:
        comma = next((i for i in range(*content) if sentence.kind(i) == ","), content[1])
        yield Finding(speaker, (at, at + length), (content[0], comma), "attributed", clause=start)


# --- verbs ---


def _verb_cues(
    sentence: Sentence, words: ClauseWords, at: int, before: list[Finding]
) -> Iterator[Finding]:
    cue = verb_at(sentence, words, at)
    if cue is None:
        return
    status = status_of_cue(cue)
    if status is None:
        return
    speaker, behind = clause_subject(sentence, words, cue, before)
    if behind < 0 or (speaker is None and not words.drops_subject):
        return
    said, clause = clause_said(sentence, words, cue, speaker, behind)
    word = cue.last if sentence.low(cue.last) in words.participles else cue.at
    base = Finding(speaker, (word, word + 1), None, status, clause=clause)
    if said.opens:
        yield base._replace(opens=True)
    elif said.content is not None:
        yield base._replace(content=said.content, quote=said.quote)
    elif cue.start == 0 and "C" in cue.verb.frames and speaker is not None:
        yield base
