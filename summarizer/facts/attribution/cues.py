"""Finds, sentence by sentence, who says what: a cue, the speaker beside it, and what is said."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.attribution.counts import (
    count_cues,
    named_figure_cues,
    own_figure_cue,
    put_cues,
)
from summarizer.facts.attribution.finding import CONJUNCTIONS, Finding
from summarizer.facts.attribution.sources import (
    according_cues,
    citing_cues,
    hedge_cue,
    light_verb_cues,
    quoted_cues,
    stance_cues,
    view_cues,
)
from summarizer.facts.attribution.tokens import WORD, Sentence
from summarizer.facts.attribution.verbs import verb_cues


def find_cues(sentence: Sentence) -> list[Finding]:
    """Every cue of the sentence in order of place, with the contents cut where the next begins."""
    found: list[Finding] = []
    cues = sentence.table.cues
    for at, token in enumerate(sentence.tokens):
        if token.low in cues and token.kind == WORD:
            found.extend(_cues_at(sentence, at, found))
    return _without_overlap(sentence, found)


def _cues_at(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    table = sentence.table
    token = sentence.tokens[at]
    low = token.low
    if any(
        tuple(sentence.low(at + k) for k in range(len(words))) == words for words in table.according
    ):
        yield from according_cues(sentence, at, len(table.according[0]))
        return
    if low in table.hedges:
        yield hedge_cue(sentence, at)
        return
    if token.capital and (at > 0 or low not in table.verbs):
        if low in ("in", "by") and at == 0:
            yield from view_cues(sentence, at)
        return
    counted = list(_counts_at(sentence, at, before))
    if counted:
        yield from counted
        return
    form = table.verbs.get(low)
    if form is not None:
        yield from verb_cues(sentence, at, form, before)
    elif low in table.light_verbs or low in table.counting.carriers:
        yield from light_verb_cues(sentence, at, before)
    elif low in table.stances:
        yield from stance_cues(sentence, at)
    elif low in ("in", "by"):
        yield from view_cues(sentence, at)
    elif low == "citing":
        yield from citing_cues(sentence, at)
    elif low == "quoted":
        yield from quoted_cues(sentence, at)


def _counts_at(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    """What gives a number without a verb of saying."""
    table = sentence.table
    low = sentence.low(at)
    if low in table.counting.put_verbs:
        yield from put_cues(sentence, at, before)
    if low in table.counting.count_verbs:
        yield from count_cues(sentence, at, before)
    if low in table.counting.figure_givers:
        yield from named_figure_cues(sentence, at, before)
    if low in table.counting.own_figures:
        yield from own_figure_cue(sentence, at)


def _without_overlap(sentence: Sentence, found: list[Finding]) -> list[Finding]:
    """Cuts what somebody says where the clause of the next speaker begins."""
    kept: list[Finding] = []
    for index, finding in enumerate(found):
        content = finding.content
        if content is not None and finding.quote < 0 and content[1] > finding.cue[1]:
            for later in found[index + 1 :]:
                if later.clause >= content[1]:
                    break
                cut = _cut(sentence, finding, later)
                first = max(content[0], finding.cue[1])
                if cut == finding.cue[1] and content[0] < finding.clause - 1:
                    # "The roof leaked, police said, and a witness ...": only what stands before.
                    content = (content[0], finding.clause - 1)
                    break
                if cut is not None and first < cut < content[1]:
                    while cut > first + 1 and sentence.kind(cut - 1) == ",":
                        cut -= 1
                    content = (content[0], cut)
                    break
        changed = content is not finding.content
        kept.append(finding._replace(content=content) if changed else finding)
    return kept


def _cut(sentence: Sentence, finding: Finding, later: Finding) -> int | None:
    """Where the content of ``finding`` ends because ``later`` is no part of it."""
    start = later.clause
    if later.cue[0] <= finding.cue[0] or start <= finding.cue[0]:
        return None
    said = later.content
    if not later.shared and said and said[0] <= finding.cue[0] and said[1] <= later.cue[0]:
        return said[1]
    if later.shared or sentence.low(start) in CONJUNCTIONS:
        return start
    behind_comma = sentence.kind(start - 2) == ","
    if sentence.low(start - 1) in CONJUNCTIONS or (
        behind_comma and sentence.low(start - 1) in ("which", "whom")
    ):
        return start - 1 - (sentence.kind(start - 2) == ",")
    return None
