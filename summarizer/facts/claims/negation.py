"""Whether a claim denies what its evidence states, or states what its evidence denies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.claims.alignment import SAME_STEM
from summarizer.facts.claims.comparison import NEAR_COST, Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.reading import Reading
from summarizer.facts.claims.words import Word
from summarizer.facts.polarity import Cue

# Words a negation stands over, counted in words that carry meaning.
_CLAIM_SCOPE = 3
_EVIDENCE_SCOPE = 2
# How far from its counterpart a negation may stand and still be taken for the same one.
_REACH_AFTER = 6
_REACH_BEFORE = 1

_CLAUSE_END = re.compile(
    r"[;:()—–]|,(?= (?:and|but|who|which|while|as|after|so|he|she|it|they)\b)"
    r"|\b(?:but|because|although|though|unless|while|who|which|until|instead)\b",
    re.IGNORECASE,
)


def negation_problems(both: Comparison) -> list[Problem]:
    """The negations that only one side has, over words that both sides have."""
    return [*_only_in_claim(both), *_only_in_evidence(both)]


def _only_in_claim(both: Comparison) -> list[Problem]:
    negated = _reached(both.evidence, both.evidence.negations)
    links = {link.word.place: link for link in both.links if link.place >= 0}
    problems = []
    for cue in both.claim.negations:
        covered = scope(both.claim, cue, _CLAIM_SCOPE)
        around = covered + _before(both.claim, cue, 2)
        found = [links[word.place] for word in around if word.place in links][:2]
        if found and not any(link.place in negated for link in found):
            words = _phrase(both.claim, cue, covered)
            there = both.evidence.sentence_text(both.evidence.words[found[0].place].sentence)
            message = f"the claim says '{words}'; the evidence does not deny it"
            severe = any(link.cost < NEAR_COST for link in found)
            problems.append(Problem("negation", message, words, there, severe))
    return problems


def _only_in_evidence(both: Comparison) -> list[Problem]:
    negated = _reached(both.claim, both.claim.negations)
    close = {
        link.place: link.word
        for link in both.links
        if link.quality >= SAME_STEM
        and link.cost < NEAR_COST
        and both.speaks_of_the_same(link.word)
    }
    problems = []
    for cue in both.evidence.negations:
        covered = scope(both.evidence, cue, _EVIDENCE_SCOPE)
        found = [close[word.place] for word in covered if word.place in close]
        if found and found[0].place not in negated:
            words = _phrase(both.evidence, cue, covered)
            message = f"the evidence says '{words}'; the claim leaves '{cue.text}' out"
            problems.append(Problem("negation", message, found[0].form, words))
    return problems


def scope(passage: Reading, cue: Cue, limit: int, *, every: bool = False) -> list[Word]:
    """The words that ``cue`` stands over: at most ``limit`` after it, to the end of its clause.

    Adverbs in "-ly" are left out unless ``every`` word is asked for.
    """
    covered = []
    for word in passage.words_after(cue, limit):
        if _CLAUSE_END.search(passage.text, cue.end, word.start):
            break
        if every or not word.form.endswith("ly"):
            covered.append(word)
    return covered


def _before(passage: Reading, cue: Cue, limit: int) -> list[Word]:
    """The words of the clause that stand just before ``cue``, the nearest first."""
    found = []
    for word in passage.words_before(cue, limit):
        if _CLAUSE_END.search(passage.text, word.end, cue.start):
            break
        found.append(word)
    return found


def _reached(passage: Reading, cues: Sequence[Cue]) -> set[int]:
    """The places near enough to a negation, in its clause, to be meant by it."""
    reached: set[int] = set()
    for cue in cues:
        reached.update(word.place for word in scope(passage, cue, _REACH_AFTER, every=True))
        behind = 0 if cue.value == "without" else _REACH_BEFORE
        reached.update(word.place for word in _before(passage, cue, behind))
        inside = passage.place_after(cue.start)
        reached.update(range(inside, passage.place_after(cue.end)))
    return reached


def _phrase(passage: Reading, cue: Cue, covered: Sequence[Word]) -> str:
    """The negation with the words it stands over; "n't" with the verb it hangs on."""
    hanging = cue.text.lower() in {"n't", "n’t"}
    start = passage.text.rfind(" ", 0, cue.start) + 1 if hanging else cue.start
    return passage.text[start : covered[-1].end if covered else cue.end]
