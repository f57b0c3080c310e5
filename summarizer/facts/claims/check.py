"""The check of one claim against its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.claims.attribution import attribution_problems
from summarizer.facts.claims.clauses import clause_problems
from summarizer.facts.claims.comparison import Comparison, compare
from summarizer.facts.claims.content import content_problems
from summarizer.facts.claims.contrast import contrast_problems
from summarizer.facts.claims.modality import modality_problems
from summarizer.facts.claims.names import name_problems
from summarizer.facts.claims.negation import negation_problems
from summarizer.facts.claims.numbers import number_problems
from summarizer.facts.claims.predicate import predicate_problems
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.roles import role_problems
from summarizer.facts.claims.score import SUPPORTED_FROM, score_of

_CHECKS = (
    number_problems,
    negation_problems,
    modality_problems,
    contrast_problems,
    name_problems,
    role_problems,
    attribution_problems,
    predicate_problems,
    clause_problems,
    content_problems,
)


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """What came of a check.

    ``supported``: no severe problem, and enough of the claim stands in the evidence.
    ``score``: 0 to 1, higher is better supported; for ranking claims, not a probability.
    ``problems``: what the claim says and its evidence does not, or says otherwise.
    """

    supported: bool
    score: float
    problems: tuple[Problem, ...]


def check_claim(claim: str, evidence: str | Sequence[str]) -> ClaimCheck:
    """Compare ``claim`` with ``evidence``: a text, or its sentences in their order.

    Every word of the claim is first given its counterpart in the evidence, as near as can be to
    those of its neighbours; then figures with their units, negations, modality, opposites, names
    and roles are compared at those places. So a figure that stands somewhere else in a long
    evidence does not support the claim. English; pure; the time grows with the length of the claim
    and with how often its words stand in the evidence. Never raises; an empty claim or empty
    evidence is not supported, with score 0.
    """
    text = evidence if isinstance(evidence, str) else "\n".join(evidence)
    both = compare(claim, text)
    problems = _problems(both)
    score = score_of(both, problems)
    severe = any(problem.severe for problem in problems)
    return ClaimCheck(not severe and score >= SUPPORTED_FROM, score, problems)


def _problems(both: Comparison) -> tuple[Problem, ...]:
    """Every problem once: of two about the same words of the claim, the first check's is kept."""
    found: dict[tuple[str, str], Problem] = {}
    for check in _CHECKS:
        for problem in check(both):
            found.setdefault((problem.kind, problem.message), problem)
    return tuple(found.values())
