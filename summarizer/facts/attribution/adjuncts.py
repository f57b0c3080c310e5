"""Time, occasion and addressee between a verb of saying and what is said."""

from __future__ import annotations

from summarizer.facts.attribution.finding import NOT_SKIPPED, OPENERS
from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.tokens import QUOTE, WORD, Range, Sentence


def skip_adjuncts(sentence: Sentence, at: int) -> int:
    """Steps over "later", "on Tuesday", "in a statement" behind a verb of saying."""
    table = sentence.table
    while sentence.kind(at) == WORD:
        low = sentence.low(at)
        step = at
        if (low in table.adverbs and low not in NOT_SKIPPED) or sentence.is_time(at):
            at += 1
        elif low in (
            "on",
            "in",
            "at",
            "during",
            "late",
            "early",
            "earlier",
            "last",
            "this",
            "via",
            "through",
            "by",
        ):
            at = _occasion_end(sentence, at)
        elif low == "the" and sentence.is_time(at + 1):
            at += 2
        elif (low == "after" and sentence.low(at - 1) in ("soon", "shortly", "just")) or (
            sentence.is_adverb(at) and sentence.kind(at + 1) != WORD and low not in NOT_SKIPPED
        ):
            at += 1
        if at == step:
            break
    return at


def _occasion_end(sentence: Sentence, at: int) -> int:
    """The end of "in a statement to reporters", or ``at`` when this is no such adjunct."""
    table = sentence.table
    for index in range(at + 1, min(at + 7, len(sentence.tokens))):
        if sentence.kind(index) != WORD or sentence.low(index) in table.boundaries:
            return at
        if sentence.is_verb(index):
            return at
        if sentence.is_time(index) or sentence.low(index) in table.occasions:
            end = index + 1
            while sentence.is_time(end) or sentence.low(end) in table.occasions:
                end += 1
            if sentence.low(end) in ("to", "with", "from", "by", "in", "at", "for", "of"):
                end = _short_phrase_end(sentence, end + 1)
            return end
    return at


def _short_phrase_end(sentence: Sentence, at: int) -> int:
    """The end of one noun phrase without its "of ..." and without a second phrase behind it."""
    phrase = phrase_after(sentence, at)
    if phrase is None:
        return at
    for index in range(at + 1, phrase[1]):
        if sentence.kind(index) == ",":
            return index
        if sentence.tokens[index].capital and not sentence.tokens[index - 1].capital:
            before = sentence.low(index - 1)
            table = sentence.table
            joins = before in table.prepositions or before in table.determiners
            if not joins and before not in ("and", "&"):
                return index
    return phrase[1]


def skip_addressee(sentence: Sentence, at: int, required: bool) -> int:
    """Steps over who is told: "told reporters at the scene", "warned investors"."""
    table = sentence.table
    if sentence.kind(at) != WORD or sentence.low(at) in OPENERS:
        return at
    if sentence.low(at) in ("him", "her", "me", "us", "them", "it", "you", "everyone"):
        return at + 1
    if sentence.low(at) in table.prepositions or sentence.low(at) in table.pronouns:
        return at
    end = _short_phrase_end(sentence, at)
    if required:
        return end
    # "warned investors that" has an addressee; "warned investors would leave" has none.
    follows = sentence.low(end)
    return (
        end
        if follows in ("that", "of", "about", "against", "to", "not")
        or sentence.kind(end) in (QUOTE, ":")
        else at
    )


def ends_clause(sentence: Sentence, at: int, speaker: Range | None = None) -> bool:
    """Whether nothing but adjuncts stands between ``at`` and the end of the clause."""
    if speaker is not None and speaker[0] >= at:
        at = speaker[1]
    at = skip_adjuncts(sentence, at)
    return sentence.kind(at) in ("", ",", ".", ";", "-", ")", "?", "!", QUOTE, ":")


def clause_start(sentence: Sentence, at: int) -> int:
    """Index of the first token behind the last semicolon before ``at``."""
    for index in range(at - 1, -1, -1):
        if sentence.kind(index) == ";":
            return index + 1
    return 0
