"""Verbs of saying with the speaker before or behind them, and in the passive."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.attribution.adjuncts import (
    clause_start,
    ends_clause,
    skip_addressee,
    skip_adjuncts,
)
from summarizer.facts.attribution.conjugation import Form, Verb
from summarizer.facts.attribution.content import (
    clause_from,
    opens_behind,
    quoted_or_colon,
    relative_content,
    said_after,
    said_before,
    whole_clause,
)
from summarizer.facts.attribution.finding import BE, DONE_BY, IMPERSONAL, REFUSALS, Finding
from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.subjects import Subject, inverted_subject, subject_of
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.attribution.verb_forms import chain_start, is_verb_here, quotable, status_of
from summarizer.facts.words import word_set


def verb_cues(sentence: Sentence, at: int, form: Form, before: list[Finding]) -> Iterator[Finding]:
    """What the verb of saying at ``at`` says; ``before`` are the sentence's findings so far."""
    verb = at
    refused = form.tense == "base" and sentence.low(at - 1) == "to"
    if refused:
        if sentence.low(at - 2) not in REFUSALS:
            return
        verb = at - 2
    chain = chain_start(sentence, verb)
    words = {sentence.low(i) for i in range(chain, verb)}
    if form.tense == "ing" and sentence.low(chain - 1) in ("heard", "recorded", "filmed"):
        verb, form = chain - 1, Form(form.verb, "past")
    elif not refused and not is_verb_here(sentence, at, form, words):
        return
    elif form.tense == "past" and words & BE:
        if sentence.low(chain - 1) == "to":
            return  # "has to be confirmed by a doctor"
        yield from _passive(sentence, at, chain, form.verb)
        return
    negated = refused or bool(words & sentence.table.negations)
    status = status_of(form.verb, negated)
    inverted = inverted_subject(sentence, at) if chain == at else None
    subject = Subject(inverted, at) if inverted else subject_of(sentence, verb, form, before)
    what = sentence.low(subject.clause - 1) == "what" and form.verb.lemma != "describe"
    if subject.speaker is not None and what:
        yield from _cleft(sentence, at, form.verb, subject, status)
        return
    if "T" in form.verb.frames and _is_evidence(sentence, subject.speaker):
        return
    if subject.speaker is not None and not _has_object_ahead(sentence, at, subject):
        if not negated and _is_nobody(sentence, subject.speaker):
            status = status_of(form.verb, True)
        yield from _active(sentence, at, form.verb, subject, status)


_OBJECTS = word_set("that which whom")
# Verbs whose clause may lack its subject: "a fire that police say began in the roof".
_SAID_OF = word_set("say believe think claim allege insist estimate argue hope fear expect warn")
_NOBODY = word_set("neither no none nobody")


# Tokens between "what she said" and "was that".
_CLEFT = 14


def _cleft(
    sentence: Sentence, at: int, verb: Verb, subject: Subject, status: Status
) -> Iterator[Finding]:
    """ "What she said was that": the content behind "was that"; other such clauses say nothing."""
    for index in range(at + 1, min(at + _CLEFT, len(sentence.tokens))):
        if sentence.low(index) in BE and sentence.low(index + 1) == "that" and quotable(verb):
            said = clause_from(sentence, index + 2)
            yield Finding(subject.speaker, (at, at + 1), said, status, clause=subject.clause)
            return


# What is seen in them nobody says: the article reads it there.
_EVIDENCE = word_set("records record footage images image video videos photographs photos evidence")


def _is_evidence(sentence: Sentence, speaker: Range | None) -> bool:
    """Whether the subject of "show" is a trace and no author: "phone records", "footage"."""
    if speaker is None:
        return False
    end = speaker[0] + 1
    while end < speaker[1] and sentence.low(end) not in sentence.table.prepositions:
        end += 1
    return sentence.low(end - 1) in _EVIDENCE


def _is_nobody(sentence: Sentence, speaker: Range) -> bool:
    """Whether the subject says that nobody speaks: "no official", "neither side"."""
    # "No. 10" and "No 10" are an address.
    return sentence.low(speaker[0]) in _NOBODY and not sentence.low(speaker[0] + 1).isdigit()


def _has_object_ahead(sentence: Sentence, at: int, subject: Subject) -> bool:
    """Whether the noun before "that X has explained" is the object: nothing is said there.

    What follows such a clause is the main verb ("a fee that the council announced angered many")
    or nothing. "Sure that X said it would" and "claims that X said were false" are no such clauses.
    """
    start = subject.clause
    if subject.speaker is None or subject.shared or subject.speaker[0] != start:
        return False
    if sentence.low(start - 1) not in _OBJECTS or start < 2:
        return False
    head = start - 2 - (sentence.kind(start - 2) == ",")
    low = sentence.low(head)
    table = sentence.table
    if sentence.kind(head) != WORD or low in table.verbs or low in table.prepositions:
        return False
    # "The row that she said began at noon": she does say that it began then.
    words = {sentence.low(i) for i in range(chain_start(sentence, at), at)}
    if sentence.table.verbs[sentence.low(at)].verb.lemma in _SAID_OF and not (
        words & table.negations
    ):
        return False
    behind = skip_adjuncts(sentence, at + 1)
    if sentence.kind(behind) != WORD:
        return sentence.kind(behind) in ("", ".", ";") or (
            sentence.kind(behind) == "," and sentence.kind(behind + 1) == WORD
        )
    after = sentence.low(behind + 1)
    ends = sentence.low(behind).endswith("s") and not sentence.tokens[behind].capital
    leads = after in table.prepositions or after in table.determiners
    own = sentence.low(behind) in table.pronouns | table.determiners
    adjunct = sentence.low(behind) in table.prepositions
    return adjunct or sentence.is_verb(behind) or (ends and leads and not own)


def _active(
    sentence: Sentence, at: int, verb: Verb, subject: Subject, status: Status
) -> Iterator[Finding]:
    """The findings of one verb: what follows it, what stands before it, or both quotations."""
    speaker, clause, shared = subject
    if speaker is None:
        return
    if speaker[0] > at:
        said = quoted_or_colon(sentence, skip_adjuncts(sentence, speaker[1]))
    else:
        said = said_after(sentence, at, verb, speaker)
    base = Finding(speaker, (at, at + 1), None, status, shared=shared, clause=clause)
    left = _left(sentence, verb, subject)
    quoted_left = left is not None and left[1] >= 0
    if left is not None and quoted_left and (said.quote >= 0 or said.content is not None):
        yield base._replace(content=left[0], quote=left[1])
    if said.quote >= 0:
        yield base._replace(content=said.content, quote=said.quote)
    elif said.content is not None:
        if not quoted_left:
            content = _with_left(sentence, left, said.content)
            yield base._replace(content=_within_relative(sentence, clause, content))
    elif said.opens:
        yield base._replace(opens=True)
    else:
        yield from _said_elsewhere(sentence, at, verb, base, left)


def _left(sentence: Sentence, verb: Verb, subject: Subject) -> tuple[Range, int] | None:
    """What stands before the clause of the verb and may be what is said."""
    clause = subject.clause
    joined = sentence.low(clause) in ("and", "but", "or", "then") or (
        sentence.low(clause - 1) == "and"
    )
    left = None if subject.shared and joined else said_before(sentence, clause)
    return None if left is not None and left[1] >= 0 and not quotable(verb) else left


def _with_left(sentence: Sentence, left: tuple[Range, int] | None, content: Range) -> Range:
    """Both sides of a cue that a colon follows: "The roof leaked, she warned: water ..."."""
    behind_colon = sentence.kind(content[0] - 1) == ":"
    if left is None or not behind_colon or sentence.kind(left[0][1]) != ",":
        return content
    return (left[0][0], content[1]) if sentence.has_verb(*left[0]) else content


def _within_relative(sentence: Sentence, clause: int, content: Range) -> Range:
    relative = sentence.low(clause) in sentence.table.relatives
    return relative_content(sentence, content) if relative else content


def _said_elsewhere(
    sentence: Sentence, at: int, verb: Verb, base: Finding, left: tuple[Range, int] | None
) -> Iterator[Finding]:
    """A verb that nothing follows: what is said stands before it, or in the sentence before."""
    speaker = base.speaker or (at, at)
    if base.clause <= 1 and sentence.low(0) == "as":
        comma = next((i for i in range(at, len(sentence.tokens)) if sentence.kind(i) == ","), -1)
        if comma > 0:
            yield base._replace(content=clause_from(sentence, comma + 1))
    elif opens_behind(sentence, base.clause):
        behind = skip_adjuncts(sentence, max(at + 1, speaker[1]))
        if sentence.kind(behind) == "," and set(verb.frames) & set("CcA"):
            yield base._replace(content=clause_from(sentence, behind + 1))
    elif left is not None:
        if _closes(sentence, at, verb, speaker, left):
            content = whole_clause(sentence, left, max(at, speaker[1] - 1))
            yield base._replace(content=content, quote=left[1])
    elif base.clause == 0 and quotable(verb) and ends_clause(sentence, at + 1, speaker):
        yield base


def _closes(
    sentence: Sentence, at: int, verb: Verb, speaker: Range, left: tuple[Range, int]
) -> bool:
    """Whether the cue stands behind or inside what is said: "..., he said on Monday."."""
    if left[1] >= 0:
        return bool(quotable(verb))
    behind = at + 1
    if "A" in verb.frames and speaker[0] < at:
        behind = skip_addressee(sentence, skip_adjuncts(sentence, behind), True)
    if not set(verb.frames) & set("CcA"):
        return False
    if speaker[0] < at and sentence.low(behind) in sentence.table.prepositions:
        stop = behind
        while sentence.kind(stop) == WORD:
            stop += 1
        return not sentence.has_verb(behind, stop)
    return ends_clause(sentence, behind, speaker)


def _passive(sentence: Sentence, at: int, chain: int, verb: Verb) -> Iterator[Finding]:
    """ "was told by X that", "was accused by X of", "is believed to", "it was reported that"."""
    if sentence.low(at + 1) == "by":
        yield from _said_by(sentence, at, chain, verb)
        return
    cue = (at, at + 1)
    impersonal = sentence.low(chain - 1) == "it"
    start = clause_start(sentence, at)
    whole = clause_from(sentence, start)
    position = skip_adjuncts(sentence, at + 1)
    after = sentence.low(position)
    status: Status = verb.status if verb.status != "attributed" else "unconfirmed"
    if after == "to" and verb.lemma in IMPERSONAL:
        yield Finding(None, cue, whole, status, clause=start)
    elif impersonal and after == "that":
        said = clause_from(sentence, position + 1)
        yield Finding(None, cue, said, verb.status, clause=chain)
    elif impersonal and ends_clause(sentence, at + 1):
        left = said_before(sentence, chain - 1)
        if left is not None:
            yield Finding(None, cue, left[0], "unconfirmed", quote=left[1], clause=chain - 1)
    elif verb.lemma == "accuse" and after == "of":
        yield Finding(None, cue, whole, verb.status, clause=start)


def _said_by(sentence: Sentence, at: int, chain: int, verb: Verb) -> Iterator[Finding]:
    """ "was told by X that", "was announced by X": the speaker behind "by"."""
    start = clause_start(sentence, at)
    speaker = phrase_after(sentence, at + 2)
    if speaker is None or verb.lemma in DONE_BY:
        return
    # A denial needs something that was said: "the claims were rejected by X", not "the bid was".
    if set(verb.frames) <= {"c", "n"} and not any(
        sentence.low(i) in sentence.table.claim_nouns for i in range(start, chain)
    ):
        return
    if verb.lemma in ("accuse", "describe", "tell"):
        stops = [i for i in range(*speaker) if sentence.low(i) in ("of", "as", "that")]
        speaker = (speaker[0], stops[0]) if stops and stops[0] > speaker[0] else speaker
    position = skip_adjuncts(sentence, speaker[1])
    told = sentence.low(position) == "that"
    content = clause_from(sentence, position + 1 if told else start)
    yield Finding(speaker, (at, at + 1), content, verb.status, clause=start)
