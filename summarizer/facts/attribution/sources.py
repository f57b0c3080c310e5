"""Cues that are no verbs of saying: "according to", "in her view", "voiced fears", "citing"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.attribution.adjuncts import clause_start, skip_adjuncts
from summarizer.facts.attribution.conjugation import Form, Verb
from summarizer.facts.attribution.content import (
    clause_from,
    opens_behind,
    quotation_at,
    quoted_or_colon,
    said_before,
    whole_clause,
)
from summarizer.facts.attribution.finding import BE, CONJUNCTIONS, Finding
from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.phrases_before import phrase_before
from summarizer.facts.attribution.subjects import subject_of
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence
from summarizer.facts.attribution.verb_forms import chain_start, is_adjective
from summarizer.facts.words import word_set


def according_cues(sentence: Sentence, at: int, length: int) -> Iterator[Finding]:
    """ "According to X, ..." and "..., according to X"; ``length``: the words of the cue."""
    speaker = phrase_after(sentence, at + length)
    if speaker is None or sentence.low(at + length) in sentence.table.not_sources:
        return
    if sentence.low(speaker[1] - 1) in sentence.table.not_sources:
        return
    cue = (at, at + length)
    left = said_before(sentence, at) or (
        ((clause_start(sentence, at), at), -1) if at > clause_start(sentence, at) else None
    )
    opening = left is None or (left[0][1] - left[0][0] <= 1 and left[1] < 0)
    opening = opening or opens_behind(sentence, at)
    opening = opening or sentence.low(at - 1) in CONJUNCTIONS or sentence.low(at - 1) == "that"
    if opening:
        position = _behind_source(sentence, speaker[1])
        if sentence.kind(position) == QUOTE:
            content, quote, _ = quotation_at(sentence, position)
        else:
            content, quote = clause_from(sentence, position), -1
        clause = at - (sentence.low(at - 1) in CONJUNCTIONS)
        if content is not None:
            yield Finding(speaker, cue, content, "attributed", quote=quote, clause=clause)
    elif left is not None:
        content = whole_clause(sentence, left, speaker[1] - 1)
        yield Finding(speaker, cue, content, "attributed", quote=left[1], clause=at)


def _behind_source(sentence: Sentence, end: int) -> int:
    """Where the content begins behind "According to X": past "published on Monday," as well."""
    if sentence.kind(end) in (",", ":"):
        return end + 1
    opens = sentence.low(end) in sentence.table.boundaries or sentence.is_verb(end)
    if opens or sentence.low(end).endswith("ing"):
        for index in range(end, min(end + 14, len(sentence.tokens))):
            if sentence.kind(index) == ",":
                return index + 1 if sentence.has_verb(index + 1, len(sentence.tokens)) else end
    return end


_VIEWS = {
    "in": word_set("view opinion words telling estimation"),
    "by": word_set("reckoning account estimate estimates count calculation calculations admission"),
}


def view_cues(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "In X's view," and "in the opinion of X,"; "by X's reckoning"."""
    low = sentence.low(at)
    end = next(
        (
            i
            for i in range(at + 1, min(at + 10, len(sentence.tokens)))
            if sentence.low(i) in _VIEWS[low]
        ),
        -1,
    )
    if end < 0 or any(sentence.kind(i) != WORD for i in range(at, end)):
        return
    speaker: Range | None
    if sentence.low(end + 1) == "of" and sentence.low(end - 1) == "the" and end == at + 2:
        speaker = phrase_after(sentence, end + 2)
        position = speaker[1] if speaker else end
    elif sentence.low(end - 1).endswith(("'s", "s'")) or sentence.low(at + 1) in (
        "his",
        "her",
        "their",
        "its",
    ):
        speaker, position = (at + 1, end), end + 1
        while speaker[1] - speaker[0] > 1 and sentence.low(speaker[1] - 1) in ("own", "latest"):
            speaker = (speaker[0], speaker[1] - 1)
    else:
        return
    if speaker is None:
        return
    cue = (at, end + 1)
    opens = at == clause_start(sentence, at) or opens_behind(sentence, at)
    comma = sentence.kind(position) == ","
    if opens and (comma or (low == "by" and sentence.kind(position) == WORD)):
        content = clause_from(sentence, position + comma)
        yield Finding(speaker, cue, content, "attributed", clause=at)
    elif at > 0 and sentence.kind(at - 1) == ",":
        yield Finding(speaker, cue, (clause_start(sentence, at), at - 1), "attributed", clause=at)


def light_verb_cues(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    """ "voiced worries about", "has issued alerts that": a verb that says little and its noun."""
    table = sentence.table
    if is_adjective(sentence, at) or sentence.low(at - 1) == "to":
        return
    carries = sentence.low(at) in table.counting.carriers
    nouns = table.counting.carried_nouns if carries else table.speech_nouns
    noun = next(
        (i for i in range(at + 1, min(at + 6, len(sentence.tokens))) if sentence.low(i) in nouns),
        -1,
    )
    if noun < 0 or any(sentence.kind(i) != WORD for i in range(at, noun)):
        return
    link = noun + 1
    while sentence.kind(link) == WORD and sentence.low(link) in ("and", *table.speech_nouns):
        link += 1
    link = skip_adjuncts(sentence, link)
    low = sentence.low(link)
    links = ("that", "of") if carries else _LINKS
    if low not in links and sentence.kind(link) != ":":
        return
    chain = chain_start(sentence, at)
    if any(sentence.low(i) in BE for i in range(chain, at)):
        return
    tense = "ing" if sentence.low(at).endswith("ing") else "past"
    form = Form(Verb(sentence.low(at), "C"), tense)
    speaker, clause, shared = subject_of(sentence, at, form, before)
    if speaker is None:
        return
    unsure = any(sentence.low(i) in table.counting.unsure for i in range(at + 1, noun))
    status: Status = "unconfirmed" if unsure else _noun_status(sentence.low(noun))
    content, quote, opens = quoted_or_colon(sentence, link)
    if sentence.kind(link) == WORD:
        joins = low in ("that", "about", "over") or (carries and low == "of")
        content = clause_from(sentence, link + 1 if joins else link)
    yield Finding(
        speaker,
        (at, noun + 1),
        content,
        status,
        quote=quote,
        opens=opens,
        shared=shared,
        clause=clause,
    )


_LINKS = ("that", "about", "over", "of", "at", "for", "on", "with", "in")


def _noun_status(noun: str) -> Status:
    if noun.startswith("denial"):
        return "denied"
    if noun.startswith(("claim", "allegation", "accusation", "doubt")):
        return "disputed"
    return "attributed"


def stance_cues(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "are optimistic that", "remained confident the deal would close"."""
    chain = at
    while chain > 0 and (
        sentence.low(chain - 1) in sentence.table.auxiliaries
        or sentence.low(chain - 1) in sentence.table.adverbs
        or sentence.low(chain - 1)
        in ("remain", "remains", "remained", "very", "seems", "feel", "feels", "felt")
    ):
        chain -= 1
    low = sentence.low(at + 1)
    clause_follows = low not in sentence.table.prepositions and sentence.has_verb(at + 2, at + 8)
    if chain == at or not (low in ("that", "about") or clause_follows):
        return
    negated = any(
        sentence.low(i) in sentence.table.negations or sentence.low(i).endswith("n't")
        for i in range(chain, at)
    )
    form = Form(Verb(sentence.low(at), "c"), "past")
    speaker, clause, _ = subject_of(sentence, chain, form, [])
    if speaker is None or sentence.low(speaker[0]) == "it":
        return
    content = clause_from(sentence, at + 2 if low in ("that", "about") else at + 1)
    yield Finding(
        speaker, (at, at + 1), content, "disputed" if negated else "attributed", clause=clause
    )


def citing_cues(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "..., citing two officials": the source behind a report."""
    speaker = phrase_after(sentence, at + 1)
    if speaker is None:
        return
    table = sentence.table
    words = [sentence.tokens[i] for i in range(*speaker)]
    lows = {w.low.removesuffix("'s") for w in words}
    if not (
        lows & table.anonymous_nouns
        or lows & table.source_nouns
        or lows & table.role_nouns
        or words[0].capital
    ):
        return
    start = clause_start(sentence, at)
    end = at - 1 if sentence.kind(at - 1) == "," else at
    if end > start:
        yield Finding(speaker, (at, at + 1), (start, end), "attributed", clause=end)


def quoted_cues(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "quoted X as saying that", "X was quoted by Y as saying"."""
    link = next(
        (
            i
            for i in range(at + 1, min(at + 14, len(sentence.tokens)))
            if sentence.low(i) == "as" and sentence.low(i + 1) in ("saying", "telling")
        ),
        -1,
    )
    if link < 0:
        return
    chain = chain_start(sentence, at)
    passive = any(sentence.low(i) in BE for i in range(chain, at))
    speaker = phrase_before(sentence, chain - 1) if passive else phrase_after(sentence, at + 1)
    if speaker is None:
        return
    position = skip_adjuncts(sentence, link + 2)
    content, quote, opens = quoted_or_colon(sentence, position)
    if sentence.kind(position) == WORD:
        content = clause_from(sentence, position + (sentence.low(position) == "that"))
    yield Finding(
        speaker,
        (link + 1, link + 2),
        content,
        "attributed",
        quote=quote,
        opens=opens,
        clause=speaker[0] if passive else at,
    )


def hedge_cue(sentence: Sentence, at: int) -> Finding:
    """ "allegedly", "reportedly": somebody says it, the text does not say who."""
    start = clause_start(sentence, at)
    content = clause_from(sentence, start) or (at, at + 1)
    status = sentence.table.hedges[sentence.low(at)]
    return Finding(None, (at, at + 1), content, status, clause=start)
