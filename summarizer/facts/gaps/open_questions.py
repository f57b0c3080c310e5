"""Gaps that a sentence names itself: not known, not confirmed, no answer given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from summarizer.document import Document, Span
from summarizer.facts.attribution import Attribution, speaker_of
from summarizer.facts.attribution.quotations import read_quotations
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.gaps.model import Gap, GapKind, gap_at
from summarizer.facts.gaps.open_clauses import OpenClause, find_open_clauses
from summarizer.facts.gaps.phrasing import capital, inside, phrase_text
from summarizer.facts.words import word_set

_LABELS = {"unconfirmed": "Unconfirmed", "unknown": "Unknown", "silent": "No answer"}
_RELATIVES = word_set("that which")
_NO_SUBJECTS = word_set("online there here earlier later today yesterday now then")
_LONGEST_ANTECEDENT = 8
_PRONOUNS = word_set("he she they it")


def open_gaps(
    document: Document, sentences: list[Sentence], attributions: Sequence[Attribution]
) -> Iterator[tuple[str, Gap]]:
    """What the sentences say is not known or not confirmed, and who did not answer."""
    quotations = read_quotations(document.text)
    ends = [quotation.end for quotation in quotations]
    for sentence in sentences:
        first = bisect_right(ends, sentence.tokens[0].start) if sentence.tokens else 0
        last = bisect_right(ends, sentence.tokens[-1].start) + 1 if sentence.tokens else 0
        for clause in find_open_clauses(sentence, quotations[first:last]):
            yield clause.kind, _open_gap(document, sentence, clause, attributions)


def _open_gap(
    document: Document,
    sentence: Sentence,
    clause: OpenClause,
    attributions: Sequence[Attribution],
) -> Gap:
    text, tokens = document.text, sentence.tokens
    start, end = tokens[clause.whole[0]].start, tokens[clause.whole[1] - 1].end
    kind: GapKind = "unheard" if clause.kind == "silent" else clause.kind
    question = f'{_LABELS[clause.kind]}: "{" ".join(text[start:end].split())}"'
    who = phrase_text(text, sentence, clause.subject)
    predicate = phrase_text(text, sentence, clause.predicate)
    if clause.subject is not None and who.lower() in _PRONOUNS:
        at = tokens[clause.subject[0]].start
        who = next((a.resolved for a in attributions if a.speaker_start == at), "") or who
    if clause.asked is not None:
        asked = _clause_text(text, sentence, clause.asked)
        told = f"{inside(who)} {predicate}" + " it" * clause.transitive
        question = f"{asked}: {told}."
        if who.lower() in ("we", "i"):
            question = f'{asked}: "{told}"{_said_by(document, start, end, attributions)}.'
        elif not (who and predicate):
            state = "leaves it open" if clause.word == "open" else f"calls it {clause.word}"
            question = f"{asked}: the article {state}."
    elif who and predicate:
        question = f"{capital(who)} {predicate}."
        assert clause.subject is not None
        before = sentence.low(clause.subject[0] - 1)
        relative = before in _RELATIVES and clause.kind == "unconfirmed"
        if relative and not _speaks(
            sentence, clause.subject[0] - 2
        ):  # "a toll |that officials have not confirmed"
            question = capital(_antecedent(text, sentence, clause, start)) + f"{text[start:end]}."
        elif who.lower() in _NO_SUBJECTS:  # "videos shared |online could not be verified"
            whole = document.sentence_at(start)
            question = " ".join(whole.text.split()) if whole else question
    return gap_at(document, kind, start, end, question)


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether a "that" behind the word begins what somebody says, and no relative clause."""
    return sentence.low(at) in sentence.table.verbs or sentence.is_verb(at)


def _antecedent(text: str, sentence: Sentence, clause: OpenClause, start: int) -> str:
    """What a relative clause is about, up to the clause: from the mark before it."""
    assert clause.subject is not None
    first = at = clause.subject[0] - 1
    while first > 0 and sentence.kind(first - 1) == WORD and at - first < _LONGEST_ANTECEDENT:
        first -= 1
    return text[sentence.tokens[first].start : start]


def _said_by(document: Document, start: int, end: int, attributions: Sequence[Attribution]) -> str:
    """Who says so, where the open clause stands in a quotation."""
    speaker = speaker_of(document, Span(start, end), attributions)
    return f" ({speaker.name})" if speaker is not None and speaker.name else ""


def _clause_text(text: str, sentence: Sentence, asked: Range) -> str:
    """The clause as a question's head: "Whether the bridge is safe"."""
    words = phrase_text(text, sentence, asked)
    first = sentence.low(asked[0])
    if first in ("if", "that"):
        words = "whether" + words[len(first) :]
    return capital(words)
