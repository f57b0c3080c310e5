"""The measures by name: what each is a share of, article by article.

Every measure is a sum over a sum, so that a run's micro score, a resample's and an article's are
made in one way. F1 is ``2 matched`` of ``gold + matched + wrong``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import fsum
from statistics import fmean
from types import MappingProxyType
from typing import Final

from summarizer.evaluation.results import (
    ATTRIBUTES,
    FIELDS,
    GROUNDING,
    ArticleScore,
    Counts,
    Field,
    Ratio,
    RunScore,
)

Parts = tuple[float, float]
"""Numerator and denominator. An article whose denominator is 0 says nothing of the measure."""

_OF_COUNTS: Final[Mapping[str, Callable[[Counts], Parts]]] = {
    "precision": lambda c: (c.matched, c.matched + c.wrong),
    "recall": lambda c: (c.matched, c.gold),
    "f1": lambda c: (2 * c.matched, c.gold + c.matched + c.wrong),
    "soft_f1": lambda c: (2 * c.soft, c.gold + c.matched + c.wrong),
    "core_recall": lambda c: (c.core_matched, c.core),
    "focus": lambda c: (c.matched, c.shown),
}


@dataclass(frozen=True)
class Measure:
    """A share, between 0 and 1; higher is better. ``parts`` takes it from an article's score."""

    name: str
    parts: Callable[[ArticleScore], Parts]

    def value(self, articles: Sequence[ArticleScore]) -> float | None:
        """The micro score: the sums' quotient. None where nothing was to be judged."""
        parts = [self.parts(article) for article in articles]
        of = fsum(part[1] for part in parts)
        return fsum(part[0] for part in parts) / of if of else None

    def macro(self, articles: Sequence[ArticleScore]) -> float | None:
        """The mean of the articles' own scores, of those that have one."""
        parts = [self.parts(article) for article in articles]
        known = [right / of for right, of in parts if of]
        return fmean(known) if known else None

    def contributing(self, run: RunScore) -> tuple[str, ...]:
        """The slugs of the articles that have something to judge, in the run's order."""
        return tuple(a.slug for a in run.articles if self.parts(a)[1])


def _of_field(field: Field, key: str, article: ArticleScore) -> Parts:
    found = article.fields.get(field)
    return _OF_COUNTS[key](found.counts) if found else (0, 0)


def _of_all(key: str, article: ArticleScore) -> Parts:
    return _OF_COUNTS[key](sum((f.counts for f in article.fields.values()), Counts()))


def _of_attribute(name: str, article: ArticleScore) -> Parts:
    ratio = article.attributes.get(name, Ratio())
    return ratio.right, ratio.of


def _of_grounding(name: str, article: ArticleScore) -> Parts:
    ratio = article.grounding.get(name, Ratio())
    return ratio.right, ratio.of


def _worded(article: ArticleScore) -> Parts:
    found = article.fields.get("claims")
    shown = found.counts.shown if found else 0
    return shown - article.verbatim_claims, shown


def _all_measures() -> dict[str, Measure]:
    parts: dict[str, Callable[[ArticleScore], Parts]] = {
        f"{field}.{key}": partial(_of_field, field, key) for field in FIELDS for key in _OF_COUNTS
    }
    parts |= {f"all.{key}": partial(_of_all, key) for key in _OF_COUNTS}
    parts |= {name: partial(_of_attribute, name) for name in ATTRIBUTES}
    parts |= {f"grounding.{name}": partial(_of_grounding, name) for name in GROUNDING}
    parts["claims.worded"] = _worded
    return {name: Measure(name, take) for name, take in parts.items()}


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(_all_measures())
"""By name: ``claims.f1``, ``figures.recall``, ``claims.speaker``, ``grounding.supported``;
``all.f1`` ... for the five lists together; and ``claims.worded``, the share of the claims that are
shown in a model's wording, which passed its check, and not in the article's."""

GATED: Final = (
    "all.f1",
    "claims.f1",
    "claims.core_recall",
    "claims.focus",
    "claims.speaker",
    "claims.status",
    "claims.worded",
    "actors.f1",
    "figures.f1",
    "figures.change",
    "conflicts.f1",
    "open_questions.f1",
    "grounding.supported",
    "grounding.numbers_and_names",
)
"""What the gate looks at. ``claims.worded`` sees a prompt whose answers fail their checks: the
article's own words take their place, and no other measure falls. The other two grounding rates are
held by zero-tolerance counts.

``all.f1``, over the five lists together, is the one that sees a small loss everywhere: with it, a
loss of 0.10 in every list is caught in 43 of 100 simulated comparisons, without it in 33; a loss of
0.15 in 81, of 0.20 in 99 (python -m evals.bench statistics).
"""


def _ungrounded(name: str, article: ArticleScore) -> int:
    ratio = article.grounding.get(name, Ratio())
    return ratio.of - ratio.right


ZERO_TOLERANCE: Final[Mapping[str, Callable[[ArticleScore], int]]] = MappingProxyType(
    {
        "evidence not verbatim": partial(_ungrounded, "verbatim"),
        "instructions as evidence": partial(_ungrounded, "not_an_instruction"),
        "figures without their value": lambda article: article.figures_without_value,
        "must-not hits": lambda article: len(article.must_not_hits),
    }
)
"""What must never happen, counted in an article. No interval: one more is one too many."""
