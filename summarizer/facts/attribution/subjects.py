"""Who speaks: the subject of a verb of saying, before it, behind it, or that of another clause."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.facts.attribution.appositions import stands_after_name
from summarizer.facts.attribution.conjugation import Form
from summarizer.facts.attribution.finding import BE, OPENERS, Finding
from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.phrases_before import leading_phrase, phrase_before
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence
from summarizer.facts.words import word_set

_GOVERNED = word_set(
    "at on against to by with about over into upon towards toward",
)


_NO_SPEAKERS = word_set("you this that these those")
# Words from "neither" to what stands behind "nor".
_NEITHER = 14
_BEHIND_SPEAKER = word_set("who when as after which during")


class Subject(NamedTuple):
    """``speaker``: its phrase, if any; ``clause``: the token where the clause of the cue begins.

    ``shared`` says that the speaker is that of the clause before.
    """

    speaker: Range | None
    clause: int
    shared: bool = False


def subject_of(sentence: Sentence, at: int, form: Form, before: list[Finding]) -> Subject:
    """The speaker of the verb at ``at``; ``before`` are the findings of the sentence so far."""
    chain = at
    while chain > 0 and sentence.is_in_chain(chain - 1):
        chain -= 1
    left = chain - 1
    low = sentence.low(left)
    having = sentence.low(chain) == "having"
    if having or (form.tense == "ing" and not any(sentence.low(i) in BE for i in range(chain, at))):
        own = with_before(sentence, at)
        if own is not None:
            return Subject(own, own[0] - 1)
        return Subject(_shared_subject(sentence, left + 1, before), max(left, 0), True)
    if low in ("and", "but", "or", "then") or (low == "," and sentence.low(left - 1) == "and"):
        return Subject(_shared_subject(sentence, left, before), left, True)
    if low in sentence.table.relatives:
        return Subject(_relative_subject(sentence, left), left)
    if low in sentence.table.pronouns:
        return Subject(None if low in _NO_SPEAKERS else (left, left + 1), left)
    return _noun_subject(sentence, left)


def _relative_subject(sentence: Sentence, left: int) -> Range | None:
    """Whom "who" or "which" at ``left`` refers to."""
    last = left - 2 if sentence.kind(left - 1) == "," else left - 1
    if last < 0:
        return None
    nearest = _nearest(sentence, phrase_before(sentence, last) or _last_noun(sentence, last))
    if nearest is None or not stands_after_name(sentence, nearest[0]):
        return nearest
    # "Jane Roe, a nurse, who said": the name goes before what it is called.
    end = nearest[0] - 2
    named = _nearest(sentence, phrase_before(sentence, end) or _last_noun(sentence, end))
    return (named[0], nearest[1]) if named else nearest


def _noun_subject(sentence: Sentence, left: int) -> Subject:
    if left < 0:
        return Subject(None, 0)
    speaker = phrase_before(sentence, left)
    antecedent = _antecedent(sentence, left, speaker)
    if antecedent is not None:
        return Subject(antecedent, antecedent[0])
    if speaker is None or not _names_somebody(sentence, speaker):
        return Subject(None, left)
    if speaker[1] - speaker[0] == 1 and sentence.low(speaker[0] - 1) in BE:
        return Subject(None, left)
    speaker = _with_neither(sentence, speaker)
    return Subject(speaker, speaker[0])


def _with_neither(sentence: Sentence, phrase: Range) -> Range:
    """Takes in who stands before "nor": "neither Acme nor its bank"."""
    if sentence.low(phrase[0] - 1) != "nor":
        return phrase
    for index in range(phrase[0] - 2, max(phrase[0] - _NEITHER, -1), -1):
        if sentence.kind(index) != WORD:
            break
        if sentence.low(index) == "neither":
            return index, phrase[1]
    return phrase


def _nearest(sentence: Sentence, phrase: Range | None) -> Range | None:
    """The noun right before "who": "hit back at |the mayor, who said"."""
    if phrase is None:
        return None
    for index in range(phrase[1] - 2, phrase[0] - 1, -1):
        if sentence.low(index) in _GOVERNED and sentence.kind(index + 1) == WORD:
            return index + 1, phrase[1]
    return phrase


def _last_noun(sentence: Sentence, at: int) -> Range | None:
    """The words behind the last preposition: "criticised by |politicians, who said"."""
    table = sentence.table
    start = at
    while start > 0 and sentence.kind(start) == WORD and at - start < 6:
        if sentence.low(start - 1) in table.prepositions or sentence.kind(start - 1) != WORD:
            return (start, at + 1)
        if sentence.is_verb(start - 1) or sentence.low(start - 1) in table.boundaries:
            return (start, at + 1)
        start -= 1
    return None


def with_before(sentence: Sentence, at: int) -> Range | None:
    """The speaker of "with Jane Roe saying"."""
    for index in range(at - 1, max(at - 8, -1), -1):
        if sentence.kind(index) != WORD:
            return None
        if sentence.low(index) == "with":
            return (index + 1, at) if index + 1 < at else None
    return None


def _antecedent(sentence: Sentence, left: int, phrase: Range | None) -> Range | None:
    """The head of a relative clause that ends before the verb: "a man who saw the crash said"."""
    table = sentence.table
    stop = phrase[0] - 1 if phrase else left
    low = sentence.low(stop)
    form = table.verbs.get(low)
    if phrase is not None and not (
        low in ("to", "be", "been") or (sentence.is_verb(stop) and form is None)
    ):
        return None
    for index in range(stop - 1, max(stop - 14, 0), -1):
        if sentence.kind(index) != WORD:
            return None
        if sentence.low(index) in table.relatives or sentence.low(index) in ("whom", "where"):
            preposition = sentence.low(index - 1) in table.prepositions
            return phrase_before(sentence, index - 1 - preposition)
    return None


def _names_somebody(sentence: Sentence, phrase: Range) -> bool:
    """Whether the phrase can be a speaker and not an adjunct or a stray determiner."""
    table = sentence.table
    last = sentence.low(phrase[1] - 1)
    first = sentence.low(phrase[0])
    if last in table.determiners and phrase[1] - phrase[0] == 1:
        return first in ("both", "many", "some", "several", "one", "another", "others")
    if first in table.auxiliaries or first in ("not", "there", "here", "to"):
        return False
    return not (
        last in table.prepositions
        or all(sentence.is_time(i) or sentence.low(i).isdigit() for i in range(*phrase))
    )


def _shared_subject(sentence: Sentence, end: int, before: list[Finding]) -> Range | None:
    """The speaker of the finding before, else the subject of the clause that ends at ``end``."""
    for finding in reversed(before):
        if finding.speaker is not None and finding.cue[0] >= 0:
            return finding.speaker
    start = 0
    for index in range(end - 1, -1, -1):
        if sentence.kind(index) in (";", ":"):
            start = index + 1
            break
    return leading_phrase(sentence, start, end)


def inverted_subject(sentence: Sentence, at: int) -> Range | None:
    """The speaker behind the verb: ``"...", said X`` and ``..., said X.``."""
    left = at - 1
    comma = sentence.kind(left) == ","
    quoted = sentence.kind(left) == QUOTE or (comma and sentence.kind(left - 1) == QUOTE)
    low = sentence.low(at + 1)
    if (
        not (comma or quoted)
        or sentence.kind(at + 1) != WORD
        or low in OPENERS
        or low in sentence.table.prepositions
    ):
        return None
    if low in sentence.table.pronouns:
        # "said he" closes a quotation; "said he would" begins what is said.
        return (at + 1, at + 2) if quoted and not sentence.is_verb(at + 2) else None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or sentence.is_verb(phrase[1]) or sentence.is_time(phrase[0]):
        return None
    return phrase if quoted or _closes_clause(sentence, at, phrase) else None


def _closes_clause(sentence: Sentence, at: int, phrase: Range) -> bool:
    """Whether a clause ends before the verb and nothing but its speaker follows."""
    if set("AT") & set(sentence.table.verbs[sentence.low(at)].verb.frames):
        return False
    stop = phrase[1]
    while sentence.kind(stop) == WORD:
        stop += 1
    if sentence.has_verb(phrase[0], stop) and sentence.low(phrase[1]) not in _BEHIND_SPEAKER:
        return False
    left = at - 1
    since = next((i + 1 for i in range(left - 1, -1, -1) if sentence.kind(i) in (",", ";")), 0)
    return sentence.has_verb(since, left)
