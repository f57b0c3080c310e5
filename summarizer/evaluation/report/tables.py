"""The tables of a report: measures by run, with intervals and the counts behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from summarizer.evaluation.measures import MEASURES
from summarizer.evaluation.report.cells import NOTHING, Cell, measured, number, share, tally
from summarizer.evaluation.report.model import ReportData, ReportRun
from summarizer.evaluation.report.names import (
    GROUNDING_NAMES,
    ITEMS,
    MEAN_F1,
    NAMES,
    SCORES,
    letter,
    run_name,
)
from summarizer.evaluation.results import ATTRIBUTES, FIELDS, GROUNDING, Field, Ratio
from summarizer.render.wording import plural


@dataclass(frozen=True, slots=True)
class Line:
    """A measure: its name, what it means, a cell for each column."""

    name: str
    note: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. ``scored`` tells whether an F1 is in it: the matcher's agreement stands beside."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    scored: bool = False


def sheets(data: ReportData) -> tuple[Sheet, ...]:
    """All tables in the order of the report: the overview first."""
    return (overview(data), *(field_sheet(data, field) for field in FIELDS), *_whole(data))


def overview(data: ReportData) -> Sheet:
    """One row a run: what decides."""
    runs = data.runs
    lines = tuple(
        Line(f"{letter(number)} · {run_name(run)}", "", tuple(_overview_cells(run)))
        for number, run in enumerate(runs)
    )
    f1 = tuple(f"{NAMES[field]} F1" for field in FIELDS)
    columns = (
        "F1 of all fields",
        *f1,
        "Claims core recall",
        "Speaker right",
        "Supported",
        "Must-not hits",
        "Seconds",
    )
    return Sheet("Overview", columns, lines, scored=True)


def _overview_cells(run: ReportRun) -> Iterator[Cell]:
    for field in ("all", *FIELDS):
        yield measured(run, f"{field}.f1")
    yield measured(run, "claims.core_recall")
    yield measured(run, "claims.speaker")
    yield share(run.score.rate("supported"), perfect=True)
    yield tally(hits_of(run))
    yield Cell(f"{seconds_of(run):,.1f}")


def field_sheet(data: ReportData, field: Field) -> Sheet:
    """Rows are the measures of one field, columns the runs."""
    keys, f1 = list(SCORES), MEASURES[f"{field}.f1"]
    lines = [
        Line(SCORES[key][0], "", tuple(measured(run, f"{field}.{key}") for run in data.runs))
        for key in keys
    ]
    mean = tuple(Cell(number(f1.macro(run.score.articles))) for run in data.runs)
    lines.insert(keys.index("f1") + 1, Line(MEAN_F1[0], "", mean))
    lines += [
        Line(
            f"{attribute.partition('.')[2].replace('_', ' ').capitalize()} right",
            "",
            tuple(measured(run, attribute) for run in data.runs),
        )
        for attribute in ATTRIBUTES
        if attribute.startswith(f"{field}.")
    ]
    lines += [
        Line(
            name, "", tuple(Cell(f"{getattr(run.score.counts(field), key):,}") for run in data.runs)
        )
        for key, name in ITEMS.items()
    ]
    return Sheet(NAMES[field], _columns(data), tuple(lines), scored=True)


def _whole(data: ReportData) -> Iterator[Sheet]:
    runs = data.runs
    rates = [
        Line(
            GROUNDING_NAMES[name][0],
            GROUNDING_NAMES[name][1],
            tuple(share(run.score.rate(name), perfect=True) for run in runs),
        )
        for name in GROUNDING
    ]
    alarms = [
        Line(
            "Must-not hits", "said, and shown as supported", tuple(tally(hits_of(r)) for r in runs)
        ),
        Line(
            "Figures without their value",
            "the number is not in the evidence",
            tuple(tally(sum(a.figures_without_value for a in r.score.articles)) for r in runs),
        ),
    ]
    claims = [
        Line(
            "Claims in the article's words",
            "of the claims shown",
            tuple(share(_verbatim(run)) for run in runs),
        ),
        Line(
            "Rejected",
            "proposed, and kept out by the checks",
            tuple(Cell(f"{sum(a.rejected for a in r.score.articles):,}") for r in runs),
        ),
    ]
    yield Sheet("Grounding", _columns(data), (*rates, *alarms, *claims))
    yield Sheet("Cost", _columns(data), tuple(_cost_lines(runs)))


def _cost_lines(runs: Sequence[ReportRun]) -> Iterator[Line]:
    articles = [run.score.articles for run in runs]
    yield Line("Articles", "", tuple(Cell(f"{len(a):,}") for a in articles))
    for key, name in (("prompt_tokens", "Tokens read"), ("completion_tokens", "Tokens written")):
        yield Line(
            name,
            "all articles",
            tuple(Cell(f"{sum(getattr(x, key) for x in a):,}") for a in articles),
        )
    yield Line("Seconds", "all articles", tuple(Cell(f"{seconds_of(run):,.1f}") for run in runs))
    yield Line(
        "Seconds an article",
        "mean",
        tuple(Cell(number(fmean(x.seconds for x in a) if a else None)) for a in articles),
    )
    yield Line("Cost in dollars", "all articles", tuple(Cell(_dollars(run)) for run in runs))


def _dollars(run: ReportRun) -> str:
    known = [a.cost for a in run.score.articles if a.cost is not None]
    if not known:
        return NOTHING
    part = "" if len(known) == len(run.score.articles) else f" ({plural(len(known), 'article')})"
    return f"{sum(known):.4f}{part}"


def _columns(data: ReportData) -> tuple[str, ...]:
    return tuple(f"{letter(at)} · {run_name(run)}" for at, run in enumerate(data.runs))


def hits_of(run: ReportRun) -> int:
    """How often a ``must_not`` is said."""
    return sum(len(article.must_not_hits) for article in run.score.articles)


def seconds_of(run: ReportRun) -> float:
    """Wall time of the model over all articles."""
    return sum(article.seconds for article in run.score.articles)


def _verbatim(run: ReportRun) -> Ratio:
    shown = run.score.counts("claims").shown
    return Ratio(right=min(sum(a.verbatim_claims for a in run.score.articles), shown), of=shown)
