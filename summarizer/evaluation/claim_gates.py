"""Which two statements cannot be the same, however alike their words are.

A gate looks at what small words and digits turn round: numbers, negations, directions. It is asked
of pairs that are alike already, and says nothing of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from summarizer.evaluation.claim_features import Features, read_features, read_index
from summarizer.evaluation.claim_numbers import Quantity, are_rivals, is_same, read_quantities
from summarizer.evaluation.languages import negations
from summarizer.facts.claims.comparison import compare
from summarizer.facts.claims.contrast import contrast_problems
from summarizer.facts.claims.negation import negation_problems
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.relations import relations
from summarizer.facts.claims.roles import role_problems
from summarizer.facts.polarity import Cue, read_modals, read_negations
from summarizer.facts.words.counted_words import FATES

_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(
    r"[;:–—]|,(?=\s)|\b(?:and|but|while|whereas|who|which|und|aber|während|y|pero|mientras)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "half", "third", "dozen"})
_TURNED_ROUND = frozenset({"direction", "unit", "number"})
_NEGATION, _MODALITY = "negation", "modality"
_GRAMMAR = frozenset({"not", "no", "never", "neither"})
# How many characters may stand between a "not" and the word it denies ("not yet ruled out").
_GAP = 6
_NONE: frozenset[str] = frozenset()
_UNCERTAIN = frozenset({"possible", "likely", "planned", "reported", "conditional"})
# How many words on either side of a negation it is taken to speak of, where nothing is known of
# the language's grammar.
_REACH = 2


@lru_cache(maxsize=16384)
def may_match(gold: str, shown: str, language: str = "en") -> bool:
    """Whether nothing in the two statements excludes that they say the same.

    Refused are: another number in the place of one; a number that counts another thing; a negation
    that only one side has over words of both; an opposite direction or time; doer and receiver
    changed round. A number that one side leaves out is no conflict. The last three are read in
    English only, negations in German, Spanish and French by their words. Pure; remembered.
    """
    return not (
        has_number_conflict(gold, shown, language)
        or has_negation_conflict(gold, shown, language)
        or _is_turned_round(gold, shown, language)
    )


@lru_cache(maxsize=16384)
def has_number_conflict(gold: str, shown: str, language: str = "en") -> bool:
    """Whether one side has another number where the other has one of its own, or swaps two.

    Pure; remembered.
    """
    if language == "en" and not (_has_number(gold) and _has_number(shown)):
        return False
    mine, theirs = read_quantities(gold, language), read_quantities(shown, language)
    if not mine or not theirs:
        return False
    loose = [number for number in mine if not any(is_same(number, other) for other in theirs)]
    others = [number for number in theirs if not any(is_same(number, other) for other in mine)]
    if any(are_rivals(number, other) for number in loose for other in others):
        return True
    return any(_is_misplaced(number, mine, theirs, (gold, shown), language) for number in mine)


def _has_number(text: str) -> bool:
    """Whether there is a number to be read at all: reading it takes longer than asking."""
    return _DIGIT.search(text) is not None or any(
        word.kind in {"number", "ordinal"} or word.form in _SCALES
        for word in read_features(text).words
    )


def has_negation_conflict(gold: str, shown: str, language: str = "en") -> bool:
    """Whether only one side denies what both speak of."""
    if language != "en":
        return _denies_alone(gold, shown, language) or _denies_alone(shown, gold, language)
    if not cues_at(gold, language, _NEGATION) and not cues_at(shown, language, _NEGATION):
        return False
    mine, theirs = _words_of_refusal(gold), _words_of_refusal(shown)
    if mine.get(True, _NONE) & theirs.get(False, _NONE):
        return True
    if mine.get(False, _NONE) & theirs.get(True, _NONE):
        return True
    return _any_severe(negation_problems(compare(gold, shown)))


@lru_cache(maxsize=4096)
def _words_of_refusal(text: str) -> Mapping[bool, frozenset[str]]:
    """Words that negate by themselves (``ruled out``, ``deny``), by whether a "not" denies them."""
    found: dict[bool, set[str]] = {}
    before: Cue | None = None
    for cue in read_negations(text):
        if cue.value not in _GRAMMAR:
            denied = before is not None and cue.start - before.end <= _GAP
            found.setdefault(denied, set()).add(cue.value)
        before = cue if cue.value in _GRAMMAR else None
    return {denied: frozenset(values) for denied, values in found.items()}


def _is_turned_round(gold: str, shown: str, language: str) -> bool:
    if language != "en":
        return False
    mine, theirs = read_features(gold), read_features(shown)
    both = None
    if not _excluded(gold).isdisjoint(theirs.stems - mine.stems):
        both = compare(gold, shown)
        found = contrast_problems(both)
        if _any_severe([problem for problem in found if problem.kind in _TURNED_ROUND]):
            return True
    if sum(gold[word.start].isupper() for word in mine.words) < 2:
        return False
    return _any_severe(role_problems(both or compare(gold, shown)))


def _any_severe(problems: Sequence[Problem]) -> bool:
    return any(problem.severe for problem in problems)


@lru_cache(maxsize=4096)
def _excluded(text: str) -> frozenset[str]:
    """The stems that are opposites or rivals of a stem of ``text``."""
    tables = relations()
    found: set[str] = set()
    for stem in read_features(text).stems:
        found |= tables.opposite.get(stem, frozenset())
        found |= tables.rivals.get(stem, frozenset())
    return frozenset(found)


def _is_misplaced(
    number: Quantity,
    mine: Sequence[Quantity],
    theirs: Sequence[Quantity],
    texts: tuple[str, str],
    language: str,
) -> bool:
    """Whether the other side has the number, but beside another thing than this side.

    The words of the number's clause then stand rather in a clause of the other side that has a
    rival number, or tell of another fate ("killed", "injured").
    """
    same = [other for other in theirs if is_same(number, other)]
    if not same:
        return False
    gold, shown = texts
    clause = _clause_at(gold, number.start)
    here = read_features(clause, language)
    beside = [_clause_at(shown, other.start) for other in same]
    fates = [_fates(clause) & _fates(other) for other in beside if _fates(clause)]
    if any(fates):
        return False
    if all(_is_other_fate(clause, other) for other in beside):
        return True
    alone = {_clause_at(shown, other.start) for other in theirs if are_rivals(number, other)}
    alone -= set(beside)
    if not alone:
        return False
    numbers = {word.stem for word in here.words if word.kind == "number"}
    best = max(_held(here, other, language, numbers) for other in beside)
    return any(_held(here, other, language, numbers) > best for other in alone)


def _held(here: Features, clause: str, language: str, left_out: Set[str]) -> int:
    """How many of the words of ``here`` a clause has."""
    there = read_index(clause, language)
    return sum(bool(there.found(stem)) for stem in here.stems if stem not in left_out)


def _is_other_fate(clause: str, other: str) -> bool:
    mine, theirs = _fates(clause), _fates(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=4096)
def _fates(clause: str) -> frozenset[str]:
    return frozenset(FATES[word] for word in _WORD.findall(clause.lower()) if word in FATES)


def plain_clauses(text: str, statement: str, language: str = "en") -> str:
    """``text`` without its clauses that deny or that hedge, where ``statement`` does neither."""
    denied = not cues_at(statement, language, _NEGATION)
    hedged = not cues_at(statement, language, _MODALITY)
    left_out = [at for at in cues_at(text, language, _NEGATION) if denied]
    left_out += [at for at in cues_at(text, language, _MODALITY) if hedged]
    kept = (
        text[start:end]
        for start, end in _clauses(text)
        if not any(start <= at < end for at in left_out)
    )
    return "".join(kept)


@lru_cache(maxsize=4096)
def cues_at(text: str, language: str, kind: str) -> tuple[int, ...]:
    """Where the words stand that deny (``negation``) or hedge (``modality``): offsets."""
    if language == "en" and kind == _NEGATION:
        return tuple(cue.start for cue in read_negations(text))
    if language == "en":
        return tuple(cue.start for cue in read_modals(text) if cue.value in _UNCERTAIN)
    words = negations(language) if kind == _NEGATION else frozenset()
    return tuple(word.start() for word in _WORD.finditer(text) if word.group().lower() in words)


def _clause_at(text: str, offset: int) -> str:
    for start, end in _clauses(text):
        if start <= offset < end:
            return text[start:end]
    return text


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the clauses, as far as punctuation and conjunctions tell them."""
    ends = [match.start() for match in _CLAUSE_END.finditer(text)] + [
        start for start, _ in read_features(text).passage.sentences
    ]
    cuts = sorted({0, *ends, len(text)})
    return tuple(pairwise(cuts))


def _denies_alone(text: str, other: str, language: str) -> bool:
    """Whether ``text`` negates words that ``other`` has too, and ``other`` has no negation."""
    if any(True for _ in _negated(other, language)):
        return False
    there = read_index(other, language)
    return any(
        there.found(stem)
        for covered in _negated(text, language)
        for stem in read_features(covered, language).stems
    )


def _negated(text: str, language: str) -> Iterator[str]:
    """For each negation of ``text``, the words around it."""
    cues = cues_at(text, language, _NEGATION)
    spans = [word.span() for word in _WORD.finditer(text)]
    for at, (start, _) in enumerate(spans):
        if start in cues:
            first, last = max(0, at - _REACH), min(len(spans) - 1, at + _REACH)
            yield text[spans[first][0] : spans[last][1]]
