"""How far a statement is made by another text: by their words alone, without a model.

A directional recall: what the shown text says beyond the statement costs nothing. It says nothing
of numbers, negations and directions that are turned round: ``claim_gates`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarizer.evaluation.claim_features import (
    Features,
    Index,
    Term,
    read_features,
    read_index,
    read_statements,
)
from summarizer.evaluation.claim_gates import cues_at, may_match, plain_clauses
from summarizer.evaluation.languages import doubtable, hedges
from summarizer.facts.claims import check_claim
from summarizer.facts.words import stem, word_set

MATCHED_FROM: Final = 0.55
"""From here a statement counts as made. Of the cuts from 0.30 to 0.80 in steps of 0.05 it has the
highest kappa with people, .56; from 0.45 to 0.65 kappa is never under .53.
Repeat: ``python -m evals.bench matcher``."""

EVIDENCE_MARGIN: Final = 0.1
"""How much less is asked of two claims that rest on the same words of the article, and how much
more of two that do not: the ends of the stretch over which kappa is flat. Two different
sentences of one article (many of which repeat each other) reach 0.55 in 11 of 1,000 pairs, two of
different articles in 1 of 10,000; repeat as above."""

SAID_FROM: Final = 0.8
"""The part of a statement's words that one or two sentences must have, to say it. Of 8,108 pairs
of a ``must_not`` of the gold with a sentence or a claim of its article, all of them true, ``says``
holds in four, three of which quote the instruction that the ``must_not`` obeys. Repeat as above."""

_WORD = re.compile(r"\w+")
_ACTS = frozenset(
    map(
        stem,
        word_set(
            "accused acquitted admitted apologised banned charged confirmed convicted denied"
            " guaranteed ordered promised proved resigned"
        ),
    )
)

# What the parts count: the words found anywhere, those found in one sentence, the runs of letters.
# The AUC of each part alone is .829, .826 and .809, that of all .841; any shares from (.6, 0, .4)
# to (.2, .5, .3) come within .003 of it. Repeat as above.
_ANYWHERE, _TOGETHER, _LETTERS = 0.4, 0.3, 0.3

_ROUNDING = 1e-9

# What a name that is not there at all leaves of the rest: the AUC is .837 without.
_MISSING_NAME = 0.8


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well a matcher agrees with people: ``judgements`` of whether a text makes a statement.

    ``auc`` is that of the similarity, over all judgements pooled; ``agreement``, ``balanced`` and
    ``kappa`` are those of the verdict at the threshold. ``command`` repeats the measurement.
    """

    auc: float
    agreement: float
    balanced: float
    kappa: float
    judgements: int
    source: str
    command: str


MATCHER_AGREEMENT: Final = Agreement(
    auc=0.841,
    agreement=0.784,
    balanced=0.781,
    kappa=0.562,
    judgements=13325,
    source="REALSumm (Bhandari et al. 2020), 50 articles, 25 systems",
    command="python -m evals.bench matcher",
)
"""Printed beside every score of claims: no score is finer than the matcher behind it."""


def claim_similarity(gold: str, shown: str, language: str = "en") -> float:
    """How far ``shown`` makes the statement ``gold``, 0 to 1.

    The weighted share of the words of ``gold`` that ``shown`` has, in the same form, the same
    family of words or the same meaning, half of it counted only within the best one of the
    sentences of ``shown``; and the share of its runs of four letters. Later words, numbers and
    dates count more; a name counts as one word, and one that is missing altogether lowers the
    whole. Any texts; one without words is like nothing. Pure.
    """
    return similarities(read_features(gold, language), read_index(shown, language))[0]


def similarities(gold: Features, shown: Index, least: float = 0.0) -> list[float]:
    """``claim_similarity`` of one statement to each of several texts.

    Of texts that cannot come to ``least``, 0 is given.
    """
    if not gold.terms:
        return [0.0] * len(shown.texts)
    return [
        _similarity(gold, text, found, least)
        for text, found in zip(shown.texts, coverages(gold, shown), strict=True)
    ]


@lru_cache(maxsize=4096)
def likenesses(
    statements: tuple[str, ...], shown: str, language: str = "en", least: float = 0.0
) -> tuple[float, ...]:
    """``claim_similarity`` of each of several statements to one text; 0 under ``least``.

    Pure; remembered: summaries of one article say much alike.
    """
    gold, index = read_statements(statements, language), read_index(shown, language)
    reach = gold.reach(index.texts[0])
    return tuple(
        similarities(one, index, least)[0] if _most(part) >= least else 0.0
        for one, part in zip(gold.texts, reach, strict=True)
    )


def _most(reach: float) -> float:
    """What the similarity can come to, rounding allowed for, where that part could be covered."""
    return (_ANYWHERE + _TOGETHER) * reach + _LETTERS + _ROUNDING


@dataclass(frozen=True, slots=True)
class Coverage:
    """The weighted share of a statement's words that a text has: anywhere, in its best sentence."""

    anywhere: float
    together: float
    missing_names: int


def _similarity(gold: Features, shown: Features, found: Coverage, least: float) -> float:
    words = _ANYWHERE * found.anywhere + _TOGETHER * found.together
    left = _MISSING_NAME**found.missing_names
    if (words + _LETTERS) * left < least:
        return 0.0
    letters = len(gold.letters & shown.letters) / len(gold.letters)
    return min(1.0, (words + _LETTERS * letters) * left)


def coverages(gold: Features, shown: Index) -> list[Coverage]:
    """Which part of the words of ``gold`` stands in each of the texts."""
    anywhere = [0.0] * len(shown.texts)
    missing = [gold.names] * len(shown.texts)
    sentences = [0.0] * len(shown.owners)
    for term in gold.terms:
        found = _found(term, shown)
        if not found:
            continue
        best: dict[int, float] = {}
        for number, quality in found.items():
            sentences[number] += term.weight * quality
            owner = shown.owners[number]
            best[owner] = max(quality, best.get(owner, 0.0))
        for owner, quality in best.items():
            anywhere[owner] += term.weight * quality
            missing[owner] -= term.kind == "name"
    together = [0.0] * len(shown.texts)
    for number, value in enumerate(sentences):
        together[shown.owners[number]] = max(value, together[shown.owners[number]])
    total = gold.weight or 1.0
    return [
        Coverage(whole / total, part / total, names)
        for whole, part, names in zip(anywhere, together, missing, strict=True)
    ]


def _found(term: Term, shown: Index) -> Mapping[int, float]:
    """How well each sentence has a term: of a name of several words, one word is most of it.

    The square root of the share counts: a surname alone is 0.7 of a name of two words.
    """
    if len(term.stems) == 1:
        return shown.found(term.stems[0], is_number=term.kind == "number")
    found: dict[int, float] = {}
    for part in term.stems:
        for number, quality in shown.found(part).items():
            found[number] = found.get(number, 0.0) + quality / len(term.stems)
    return {number: share**0.5 for number, share in found.items()}


def says(statement: str, shown: str, language: str = "en") -> bool:
    """Whether ``shown`` says ``statement``, and says it as a fact.

    One sentence of it, or two in a row, must have most of the words; nothing in them may turn the
    statement round or make it an accusation, a plan or a guess; and ``check_claim`` must find it
    supported (in English). Naming the source ("..., it said") does not weaken it.
    """
    if not _is_covered(statement, shown, language):
        return False
    return any(_says(statement, passage, language) for passage in _passages(shown, language))


def could_say(statements: tuple[str, ...], shown: str, language: str = "en") -> tuple[bool, ...]:
    """For each of several statements, whether ``shown`` has words enough to say it at all.

    ``says`` holds for none of the others: this is the quicker question of many at once.
    """
    reach = read_statements(statements, language).reach(read_features(shown, language))
    return tuple(part + _ROUNDING >= SAID_FROM for part in reach)


def _says(statement: str, passage: str, language: str) -> bool:
    if not _is_covered(statement, passage, language):
        return False
    mine = {stem(word) for word in _hedges(statement, language)}
    if any(stem(word) not in mine for word in _hedges(passage, language)):
        return False
    if not _acts(statement) <= _acts(passage):
        return False
    if not _is_covered(statement, plain_clauses(passage, statement, language), language):
        return False
    if not may_match(statement, passage, language):
        return False
    return language != "en" or check_claim(statement, passage).supported


def _acts(text: str) -> frozenset[str]:
    """The stems of the verbs by which somebody commits himself: one more is another statement."""
    return frozenset(stem(word) for word in _WORD.findall(text.casefold())) & _ACTS


def _is_covered(statement: str, shown: str, language: str) -> bool:
    found = coverages(read_features(statement, language), read_index(shown, language))[0]
    return not found.missing_names and found.anywhere >= SAID_FROM


def _passages(text: str, language: str) -> Iterator[str]:
    """Every sentence, and every two in a row."""
    spans = read_features(text, language).passage.sentences
    for at, (start, end) in enumerate(spans):
        yield text[start:end]
        if at + 1 < len(spans):
            yield text[start : spans[at + 1][1]]


def _hedges(text: str, language: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(text.lower()))
    found = words & hedges(language)
    if cues_at(text, language, "negation"):
        found |= words & doubtable(language)
    return found
