"""The scores of runs as a table of plain text, and what changed as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.evaluation.campaign import Judged
from summarizer.evaluation.comparison import Comparison, run_intervals, zero_counts
from summarizer.evaluation.gate import sentence
from summarizer.evaluation.intervals import rule_of_three, wilson
from summarizer.evaluation.measures import MEASURES
from summarizer.evaluation.results import GROUNDING, RunKey, RunScore
from summarizer.evaluation.similarity import MATCHER_AGREEMENT

MEASURES_SHOWN = (
    "claims.f1",
    "claims.soft_f1",
    "claims.core_recall",
    "claims.focus",
    "claims.speaker",
    "claims.status",
    "claims.worded",
    "actors.f1",
    "figures.f1",
    "figures.change",
    "figures.measures",
    "conflicts.f1",
    "open_questions.f1",
)

MACRO_SHOWN = ("claims.f1", "actors.f1", "figures.f1", "conflicts.f1", "open_questions.f1")
"""Shown as means over the articles too, in which a short one counts as much as a long one."""


def name_of(key: RunKey) -> str:
    """``MODEL · PROMPT``; the extractive baseline reads no prompt."""
    return f"{key.model} · {key.prompt}" if key.prompt else key.model


def scoreboard(runs: Sequence[RunScore]) -> str:
    """One column a run, one line a measure: the micro score and its 95 % interval."""
    intervals = [run_intervals(run, MEASURES_SHOWN) for run in runs]
    rows = [[f"{len(runs[0].articles)} articles", *(name_of(run.key) for run in runs)]]
    for measure in MEASURES_SHOWN:
        cells: list[str] = []
        for found in intervals:
            estimate = found.get(measure)
            if estimate is None:
                cells.append("-")
            else:
                cells.append(f"{estimate.value:.3f} ({estimate.low:.3f}-{estimate.high:.3f})")
        rows.append([measure, *cells])
    rows += [[f"{name}, macro", *(_macro(run, name) for run in runs)] for name in MACRO_SHOWN]
    rows += [[f"grounding.{name}", *(_rate(run, name) for run in runs)] for name in GROUNDING]
    for at, count in enumerate(zero_counts(runs[0])):
        rows.append([count.name, *(str(zero_counts(run)[at].new) for run in runs)])
    rows += _costs(runs)
    return f"{_table(rows)}\n\n{agreement()}"


def agreement() -> str:
    """How far the matcher behind the scores of claims agrees with people."""
    return (
        "Matches of claims are made by code: "
        f"AUC {MATCHER_AGREEMENT.auc:.3f} against people's judgement, "
        f"agreement {100 * MATCHER_AGREEMENT.agreement:.0f} %."
    )


def verdicts(comparison: Comparison) -> str:
    """A sentence for each measure that changed, and for each zero-tolerance count that did."""
    said = [sentence(row) for row in comparison.rows if row.changed]
    said += [f"{c.name}: {c.new}, was {c.old}" for c in comparison.counts if c.new != c.old]
    head = f"{name_of(comparison.new)} against {name_of(comparison.old)}"
    return "\n".join([f"{head}:", *(f"  {line}" for line in said or ["no measure has changed"])])


def gate_report(judged: Sequence[Judged]) -> str:
    """What the gate says of each run."""
    lines = []
    for one in judged:
        key = one.run.score.key
        state = "passed" if one.gate.passed else "FAILED"
        beside = "against its baseline" if one.baseline else "no baseline"
        lines.append(f"gate {state}: {name_of(key)} ({one.stale or beside})")
        lines += [f"  {failure.message}" for failure in one.gate.failures]
        if one.gate.blind:
            lines.append(f"  changed, too few articles to judge: {', '.join(one.gate.blind)}")
    return "\n".join(lines)


def _macro(run: RunScore, measure: str) -> str:
    value = MEASURES[measure].macro(run.articles)
    return "-" if value is None else f"{value:.3f}"


def _rate(run: RunScore, name: str) -> str:
    ratio = run.rate(name)
    if not ratio.of:
        return "-"
    if ratio.right == ratio.of:
        return f"{ratio.right}/{ratio.of} (at most {rule_of_three(ratio.of):.2%} fail)"
    low, high = wilson(ratio.right, ratio.of)
    return f"{ratio.right}/{ratio.of} ({low:.3f}-{high:.3f})"


def _costs(runs: Sequence[RunScore]) -> list[list[str]]:
    read = [sum(a.prompt_tokens for a in run.articles) for run in runs]
    wrote = [sum(a.completion_tokens for a in run.articles) for run in runs]
    seconds = [sum(a.seconds for a in run.articles) for run in runs]
    failed = [sum(bool(a.failed) for a in run.articles) for run in runs]
    verbatim = [sum(a.verbatim_claims for a in run.articles) for run in runs]
    shown = [run.counts("claims").shown for run in runs]
    return [
        ["verbatim claims", *(f"{v}/{s}" for v, s in zip(verbatim, shown, strict=True))],
        ["words a claim", *(words_a_claim(run) for run in runs)],
        ["rejected", *(str(sum(a.rejected for a in run.articles)) for run in runs)],
        ["articles without a summary", *(str(count) for count in failed)],
        ["tokens read + written", *(f"{r:,} + {w:,}" for r, w in zip(read, wrote, strict=True))],
        ["seconds of the model", *(f"{second:,.0f}" for second in seconds)],
        ["cost in dollars", *(_cost(run) for run in runs)],
    ]


def words_a_claim(run: RunScore) -> str:
    """The mean length of the claims shown."""
    shown = run.counts("claims").shown
    return f"{sum(article.claim_words for article in run.articles) / shown:.1f}" if shown else "-"


def _cost(run: RunScore) -> str:
    known = [article.cost for article in run.articles if article.cost is not None]
    return f"{sum(known):.4f}" if known else "-"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
