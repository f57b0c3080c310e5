"""A summary held against its gold: counts, attributes, grounding, and what must not be said.

An item that the matcher gives a gold item is matched, grounded or not: whether it is shows in the
grounding rates. One that it gives none is ``extra`` where all four grounding checks hold for it
(true, only not in the gold) and ``wrong`` where one does not.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from summarizer.errors import ModelError
from summarizer.evaluation.attributes import AttributeJudge, Judged
from summarizer.evaluation.forbidden import ForbiddenFinder
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.grounding_rates import Checks, GroundingJudge
from summarizer.evaluation.matching import Match, match
from summarizer.evaluation.results import (
    ATTRIBUTES,
    FIELDS,
    GROUNDING,
    ArticleScore,
    Counts,
    Field,
    FieldScore,
    Pair,
    Ratio,
    RunScore,
)
from summarizer.evaluation.speakers import Speakers
from summarizer.summary import Summary

_KEPT = "_scorer"
Matcher = Callable[[GoldCase, Summary], Mapping[Field, Sequence[Match]]]


class Scorer:
    """Scores summaries of one article. What was read of it is kept from one to the next."""

    def __init__(self, case: GoldCase, matcher: Matcher = match) -> None:
        self.case = case
        self._matcher = matcher
        speakers = Speakers(case.gold)
        self._grounding = GroundingJudge(case.document)
        self._forbidden = ForbiddenFinder(case, speakers)
        judge = AttributeJudge(case.document, speakers)
        self._judges: Mapping[Field, Callable[[Any, Any], Judged]] = {
            "claims": judge.claim,
            "actors": judge.actor,
            "figures": judge.figure,
            "conflicts": judge.conflict,
            "open_questions": judge.question,
        }

    def score(self, summary: Summary) -> ArticleScore:
        """All scores of one summary."""
        matches = self._matcher(self.case, summary)
        grounding = self._grounding.judge(summary)
        fields = {
            field: self._field(field, summary, matches.get(field, ()), grounding.fields[field])
            for field in FIELDS
        }
        provenance = summary.provenance
        return ArticleScore(
            slug=self.case.slug,
            fields=fields,
            attributes=_ratios(fields.values()),
            grounding=grounding.ratios,
            must_not_hits=self._forbidden.hits(summary),
            figures_without_value=len(grounding.figures_without_value),
            claim_words=sum(len(claim.text.split()) for claim in summary.key_claims),
            verbatim_claims=sum(claim.wording == "verbatim" for claim in summary.key_claims),
            rejected=len(summary.rejected),
            prompt_tokens=provenance.prompt_tokens,
            completion_tokens=provenance.completion_tokens,
            seconds=provenance.seconds,
            cost=provenance.cost,
        )

    def _field(
        self, field: Field, summary: Summary, matches: Sequence[Match], checks: Sequence[Checks]
    ) -> FieldScore:
        gold: Sequence[Any] = getattr(self.case.gold, field)
        shown = shown_items(summary, field)
        pairs = tuple(
            Pair(
                gold=gold[m.gold].id,
                item=m.item,
                similarity=m.similarity,
                attributes=self._judges[field](gold[m.gold], shown[m.item]),
            )
            for m in sorted(matches, key=lambda m: m.gold)
        )
        found = {pair.gold for pair in pairs}
        rest = sorted(set(range(len(shown))) - {pair.item for pair in pairs})
        extra = tuple(at for at in rest if checks[at].hold)
        wrong = tuple(at for at in rest if not checks[at].hold)
        core = {item.id for item in gold if getattr(item, "grade", "") == "core"}
        # A figure is the figure or it is not: there is no half of one.
        soft = float(len(pairs)) if field == "figures" else sum(p.similarity for p in pairs)
        counts = Counts(
            gold=len(gold),
            matched=len(pairs),
            core=len(core),
            core_matched=len(core & found),
            shown=len(shown),
            extra=len(extra),
            wrong=len(wrong),
            soft=soft,
        )
        missed = tuple(item.id for item in gold if item.id not in found)
        return FieldScore(counts=counts, pairs=pairs, missed=missed, extra=extra, wrong=wrong)


def score_summary(summary: Summary, case: GoldCase) -> ArticleScore:
    """The scores of one summary. What was read of the article is kept with the case."""
    kept = vars(case)
    if _KEPT not in kept:
        kept[_KEPT] = Scorer(case)
    scorer: Scorer = kept[_KEPT]
    return scorer.score(summary)


def score_failure(error: ModelError, case: GoldCase) -> ArticleScore:
    """The scores where the model gave no summary: all of the gold missed, nothing shown.

    What the failure cost is counted.
    """
    usage = error.usage
    return ArticleScore(
        slug=case.slug,
        fields={field: _all_missed(getattr(case.gold, field)) for field in FIELDS},
        attributes={name: Ratio() for name in ATTRIBUTES},
        grounding={name: Ratio() for name in GROUNDING},
        failed=type(error).__name__,
        prompt_tokens=getattr(usage, "prompt_tokens", 0),
        completion_tokens=getattr(usage, "completion_tokens", 0),
        seconds=getattr(usage, "seconds", 0.0),
        cost=getattr(usage, "cost", None),
    )


def shown_items(summary: Summary, field: Field) -> Sequence[Any]:
    """The list of the summary that a field is about."""
    items: Sequence[Any] = getattr(summary, "key_claims" if field == "claims" else field)
    return items


def micro(run: RunScore, field: Field, metric: str) -> float | None:
    """A property of ``Counts`` ("f1", "soft_f1", "recall", ...) of the summed counts: every item
    weighs the same. None where it is undefined."""
    value: float | None = getattr(run.counts(field), metric)
    return value


def macro(run: RunScore, field: Field, metric: str) -> float | None:
    """The mean of a property of ``Counts`` over the articles where it is defined: every article
    weighs the same. None where it is defined for none."""
    values = [getattr(article.fields[field].counts, metric) for article in run.articles]
    defined = [value for value in values if value is not None]
    return statistics.fmean(defined) if defined else None


def _all_missed(gold: Sequence[Any]) -> FieldScore:
    core = sum(getattr(item, "grade", "") == "core" for item in gold)
    missed = tuple(item.id for item in gold)
    return FieldScore(counts=Counts(gold=len(gold), core=core), missed=missed)


def _ratios(fields: Iterable[FieldScore]) -> dict[str, Ratio]:
    right, of = Counter[str](), Counter[str]()
    for field in fields:
        for pair in field.pairs:
            of.update(pair.attributes.keys())
            right.update(name for name, holds in pair.attributes.items() if holds)
    return {name: Ratio(right=right[name], of=of[name]) for name in ATTRIBUTES}
