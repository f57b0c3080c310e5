"""What changed between two runs: the gate's rows made readable, and the items that flipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.evaluation.comparison import Row, ZeroCount
from summarizer.evaluation.gate import GateResult
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.report.model import ReportComparison, ReportData
from summarizer.evaluation.report.sides import Side, gold_items, gold_side
from summarizer.evaluation.results import FIELDS, Field, RunKey, RunScore


@dataclass(frozen=True, slots=True)
class Flip:
    """A gold item that was found before and is not now (``lost``), or the other way round."""

    field: Field
    lost: bool
    gold: Side


@dataclass(frozen=True)
class Changes:
    """A comparison as shown. ``flips`` are by slug; articles without any are left out."""

    old: str
    new: str
    rows: tuple[Row, ...]
    counts: tuple[ZeroCount, ...]
    flips: Mapping[str, tuple[Flip, ...]]
    gate: GateResult | None

    @property
    def lost(self) -> int:
        """How many items are no longer found."""
        return sum(flip.lost for flips in self.flips.values() for flip in flips)

    @property
    def gained(self) -> int:
        """How many items are found now and were not."""
        return sum(not flip.lost for flips in self.flips.values() for flip in flips)


def changes_of(data: ReportData) -> tuple[Changes, ...]:
    """Every comparison of the report."""
    return tuple(_changes(comparison, data.cases) for comparison in data.comparisons)


def _changes(comparison: ReportComparison, cases: tuple[GoldCase, ...]) -> Changes:
    old, new = comparison.old, comparison.new
    flips = {case.slug: tuple(_flips(case, old, new)) for case in cases}
    return Changes(
        key_name(old.key),
        key_name(new.key),
        comparison.comparison.rows,
        comparison.comparison.counts,
        {slug: found for slug, found in flips.items() if found},
        comparison.gate,
    )


def key_name(key: RunKey) -> str:
    """Model, prompt and the beginning of the prompt's fingerprint."""
    prompt = f"{key.prompt} ({key.prompt_fingerprint[:8]})" if key.prompt else ""
    return " · ".join(part for part in (key.model, prompt) if part)


def verdict_of(row: Row) -> str:
    """The verdict; that nothing differs at all is said so."""
    if row.difference is not None and not row.changed:
        return "the same in every article"
    return row.verdict


def _flips(case: GoldCase, old: RunScore, new: RunScore) -> Iterator[Flip]:
    for field in FIELDS:
        before, after = _found(old, case.slug, field), _found(new, case.slug, field)
        if before is None or after is None:
            continue
        for item in gold_items(case.gold, field):
            if (item.id in before) != (item.id in after):
                yield Flip(field, item.id in before, gold_side(item, case.document.text))


def _found(run: RunScore, slug: str, field: Field) -> set[str] | None:
    for article in run.articles:
        if article.slug == slug and field in article.fields:
            return {pair.gold for pair in article.fields[field].pairs}
    return None
