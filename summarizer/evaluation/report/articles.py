"""One article of a report: gold and shown items paired in rows, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.report.model import ReportData, ReportRun
from summarizer.evaluation.report.sides import (
    ONE,
    Side,
    gold_items,
    gold_side,
    places_of,
    shown_items,
    shown_side,
)
from summarizer.evaluation.results import FIELDS, ArticleScore, Field, FieldScore, Pair
from summarizer.render.passages import Offsets
from summarizer.summary import Rejected, Summary

Verdict = Literal["matched", "partly", "missed", "wrong", "extra"]
VERDICTS: Final[Mapping[Verdict, tuple[str, str, str]]] = {
    "matched": ("✓", "matched", "in the gold and in the summary"),
    "partly": ("≈", "partly", "matched, but an attribute such as the speaker is wrong"),
    "missed": ("○", "missed", "in the gold only"),
    "wrong": ("✗", "wrong", "in the summary only, and its evidence does not support it"),
    "extra": ("+", "extra", "in the summary only, and supported: no error"),
}
"""Sign, word and meaning: a verdict is never told by its colour alone."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Whether an attribute of a pair is right; both values."""

    name: str
    right: bool
    gold: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A gold item, a shown one, or both as a pair."""

    field: Field
    verdict: Verdict
    gold: Side | None = None
    shown: Side | None = None
    similarity: float | None = None
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class MustNotRow:
    """What a summary must not say: ``hits`` are where it does, and in which words."""

    side: Side
    why: str
    hits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RunArticle:
    """One run's summary of the article. ``number`` is the run's place in the report, from 0."""

    number: int
    score: ArticleScore
    summary: Summary | None
    opening: tuple[Side, ...]
    rows: Mapping[Field, tuple[Row, ...]]
    must_not: tuple[MustNotRow, ...]
    failure: str = ""

    @property
    def hits(self) -> tuple[MustNotRow, ...]:
        """The ``must_not`` items that are said."""
        return tuple(row for row in self.must_not if row.hits)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What the checks kept out of the summary."""
        return self.summary.rejected if self.summary else ()


@dataclass(frozen=True)
class Article:
    """A case and what every run made of it."""

    case: GoldCase
    runs: tuple[RunArticle, ...]

    def sides(self) -> Iterator[Side]:
        """Every item with a place in the article, gold and shown, of all runs."""
        for run in self.runs:
            yield from run.opening
            yield from (row.side for row in run.must_not)
            for rows in run.rows.values():
                yield from (side for row in rows for side in (row.gold, row.shown) if side)

    def spans(self) -> Iterator[Offsets]:
        """Where all of those stand."""
        for side in self.sides():
            yield from side.spans


def articles_of(data: ReportData) -> tuple[Article, ...]:
    """The cases in order, with every run that has a score for them."""
    scores = [{score.slug: score for score in run.score.articles} for run in data.runs]
    return tuple(
        Article(
            case,
            tuple(
                _run_article(case, number, run, scores[number][case.slug])
                for number, run in enumerate(data.runs)
                if case.slug in scores[number]
            ),
        )
        for case in data.cases
    )


def _run_article(case: GoldCase, number: int, run: ReportRun, score: ArticleScore) -> RunArticle:
    summary = run.summaries.get(case.slug)
    rows = {
        field: tuple(_Pairing(case, summary, field, score.fields[field]).rows())
        for field in FIELDS
        if field in score.fields
    }
    must_not = tuple(_must_not(case, score))
    failure = run.failures.get(case.slug, "")
    return RunArticle(number, score, summary, _opening(summary), rows, must_not, failure)


def _opening(summary: Summary | None) -> tuple[Side, ...]:
    if summary is None:
        return ()
    parts = (
        ("headline", summary.headline, summary.headline_wording, summary.headline_evidence),
        ("abstract", summary.abstract, summary.abstract_wording, summary.abstract_evidence),
    )
    return tuple(
        Side(
            name,
            text,
            (wording,) if wording == "verbatim" else (),
            spans=tuple((piece.start, piece.end) for piece in evidence),
        )
        for name, text, wording, evidence in parts
        if text
    )


def _must_not(case: GoldCase, score: ArticleScore) -> Iterator[MustNotRow]:
    for item in case.gold.must_not:
        given = f"given to {item.speaker}" if item.speaker else ""
        statuses = f"told as {' or '.join(item.statuses)}" if item.statuses else ""
        side = Side(
            item.id,
            item.text,
            tuple(fact for fact in (given, statuses) if fact),
            spans=places_of(item.evidence, case.document.text),
            quote=item.evidence[0],
        )
        hits = tuple((h.where, h.text) for h in score.must_not_hits if h.must_not == item.id)
        yield MustNotRow(side, item.why, hits)


class _Pairing:
    """The rows of one field: gold in its own order, then what only the summary has."""

    def __init__(
        self, case: GoldCase, summary: Summary | None, field: Field, score: FieldScore
    ) -> None:
        self.field = field
        self.score = score
        self.shown = shown_items(summary, field) if summary else ()
        text = case.document.text
        self.gold = {item.id: gold_side(item, text) for item in gold_items(case.gold, field)}

    def rows(self) -> Iterator[Row]:
        pairs = {pair.gold: pair for pair in self.score.pairs}
        for name in dict.fromkeys([*self.gold, *pairs]):
            gold = self.gold.get(name) or Side(name, "(not in this gold file)")
            yield (
                self._pair(gold, pairs[name]) if name in pairs else Row(self.field, "missed", gold)
            )
        for position in self.score.wrong:
            yield Row(self.field, "wrong", shown=self._shown(position))
        for position in self.score.extra:
            yield Row(self.field, "extra", shown=self._shown(position))

    def _pair(self, gold: Side, pair: Pair) -> Row:
        shown = self._shown(pair.item)
        attributes = tuple(
            _attribute(name, right, gold, shown) for name, right in pair.attributes.items()
        )
        verdict: Verdict = "matched" if all(a.right for a in attributes) else "partly"
        return Row(self.field, verdict, gold, shown, pair.similarity, attributes)

    def _shown(self, position: int) -> Side:
        if position < len(self.shown):
            return shown_side(self.shown[position], self.field, position)
        return Side(f"{ONE[self.field]} {position + 1}", "(the summary is not at hand)")


def _attribute(name: str, right: bool, gold: Side, shown: Side) -> Attribute:
    short = name.rpartition(".")[2]
    return Attribute(
        short.replace("_", " "),
        right,
        (gold.values or {}).get(short, ""),
        (shown.values or {}).get(short, ""),
    )
