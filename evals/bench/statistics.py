"""Whether the statistics keep their promises, on simulated runs whose true answer is known.

How often an interval holds the true difference, how often the gate fires on runs that are equally
good, and how large a loss it catches. Seeds are fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from scipy import stats

from evals.bench.table import Row
from evals.simulated_runs import World, simulated_pair
from summarizer.evaluation.bootstrap import difference
from summarizer.evaluation.comparison import Comparison, compare
from summarizer.evaluation.gate import ALLOWED_LOSS, gate
from summarizer.evaluation.measures import GATED, MEASURES

INTERVALS = 300
PAIRS = 150
RESAMPLES = 1000
ALL_NOISE = World()
RERUN = World(redraw=0.2)
AT_THE_SMALLEST = World(drop=0.2)
"""A loss whose true size in claims F1 is what ``smallest`` says of claims F1 compared alone."""


@dataclass(frozen=True)
class Kind:
    """A measure whose intervals are tried: of so many articles, with that loss."""

    measure: str
    articles: int
    drop: float

    @property
    def name(self) -> str:
        return f"{self.measure}, {self.articles} articles, loss {self.drop:.2f}"


KINDS = (
    Kind("claims.f1", 16, 0.0),
    Kind("claims.f1", 16, 0.1),
    Kind("figures.f1", 16, 0.1),
    Kind("claims.speaker", 16, 0.1),
    Kind("grounding.supported", 16, 0.0),
    Kind("open_questions.f1", 6, 0.1),
    Kind("claims.f1", 4, 0.1),
)


def rows(data: Path) -> list[Row]:
    """Coverage, false alarms, power."""
    del data  # everything is simulated
    return [row for kind in KINDS for row in _coverage(kind)] + _alarms() + _power()


def _coverage(kind: Kind) -> list[Row]:
    world = World(articles=kind.articles, drop=kind.drop)
    true = _true_difference(kind.measure, kind.drop)
    held = dict.fromkeys(("ours", "percentile", "BCa"), 0)
    tried = 0
    for seed in range(INTERVALS):
        cells = _cells(kind.measure, world, seed)
        found = difference(cells, RESAMPLES)
        if found is None or not found.error:
            continue
        tried += 1
        for name, (low, high) in {"ours": (found.low, found.high), **_of_scipy(cells)}.items():
            held[name] += low <= true <= high
    shares = {name: 100 * count / tried for name, count in held.items()}
    ours = shares.pop("ours")
    others = ", ".join(f"{name} {share:.0f} %" for name, share in shares.items())
    value = f"{ours:.0f} % ({others})"
    return [Row(f"intervals that hold the truth: {kind.name}", value, "at least 93 %", ours >= 93)]


def _of_scipy(cells: Any) -> dict[str, tuple[float, float]]:
    """The intervals of scipy's bootstrap, of the same resamples: it draws articles by index."""

    def statistic(index: Any, axis: int = -1) -> Any:
        sums = cells[index].sum(axis=-2)
        return sums[..., 0] / sums[..., 1] - sums[..., 2] / sums[..., 3]

    found, drawn = {}, None
    for name in ("percentile", "BCa"):
        with np.errstate(all="ignore"):
            drawn = stats.bootstrap(
                (np.arange(len(cells)),),
                statistic,
                n_resamples=0 if drawn else RESAMPLES,
                bootstrap_result=drawn,
                method=name,
                vectorized=True,
                rng=np.random.default_rng(0),
            )
        found[name] = drawn.confidence_interval
    return found


def _cells(measure: str, world: World, seed: int) -> Any:
    new, old = simulated_pair(world, np.random.default_rng(seed))
    parts = MEASURES[measure].parts
    pairs = zip(new.articles, old.articles, strict=True)
    listed = [(*parts(now), *parts(was)) for now, was in pairs]
    return np.array([row for row in listed if row[1] or row[3]], dtype=float)


@cache
def _true_difference(measure: str, drop: float) -> float:
    """Of 5,000 articles, so within 0.004; nothing where nothing is lost."""
    if not drop:
        return 0.0
    new, old = simulated_pair(World(articles=5_000, drop=drop), np.random.default_rng(1))
    now, was = (MEASURES[measure].value(run.articles) for run in (new, old))
    assert now is not None
    assert was is not None
    return now - was


def _compared(world: World, measures: Sequence[str] = GATED) -> list[Comparison]:
    pairs = [simulated_pair(world, np.random.default_rng(seed)) for seed in range(PAIRS)]
    return [compare(new, old, measures, resamples=RESAMPLES) for new, old in pairs]


def _fired(compared: list[Comparison]) -> float:
    return 100 * sum(not gate(comparison).passed for comparison in compared) / len(compared)


def _alarms() -> list[Row]:
    found = []
    for name, world in {"another model": ALL_NOISE, "the same asked again": RERUN}.items():
        compared = _compared(world)
        told_apart = sum(any(r.verdict in ("better", "worse") for r in c.rows) for c in compared)
        alone = sum(any((r.low or 0) < -ALLOWED_LOSS for r in c.rows) for c in compared)
        share, fired = 100 * told_apart / PAIRS, _fired(compared)
        title = f"equally good ({name})"
        found += [
            Row(f"{title}: told apart in any measure", f"{share:.1f} %", "about 5 %", share <= 7),
            Row(f"{title}: gate fires", f"{fired:.1f} %", "at most 5 %", fired <= 5),
            Row(f"{title}: the stated loss alone would fire", f"{100 * alone / PAIRS:.0f} %"),
        ]
    same = _fired(_compared(World(redraw=0.0)))
    return [*found, Row("the same answers: gate fires", f"{same:.1f} %", "never", same == 0)]


def _power() -> list[Row]:
    found = []
    for drop, bar in {0.05: 0, 0.1: 0, 0.15: 75, 0.2: 95}.items():
        compared = _compared(World(drop=drop))
        caught = _fired(compared)
        least = median(c.row("all.f1").smallest or 1.0 for c in compared)
        value = f"{caught:.0f} % (all.f1 could show {least:.2f})"
        held = (f"at least {bar} %", caught >= bar) if bar else ("", None)
        found.append(Row(f"a loss of {drop:.2f} in every list: gate fires", value, *held))
    without = [name for name in GATED if name != "all.f1"]
    caught = _fired(_compared(World(drop=0.1), without))
    found.append(Row("a loss of 0.10 in every list, without all.f1", f"{caught:.0f} %"))
    return [*found, _at_the_smallest()]


def _at_the_smallest() -> Row:
    compared = _compared(AT_THE_SMALLEST, ["claims.f1"])
    shown = 100 * sum(c.rows[0].verdict == "worse" for c in compared) / PAIRS
    smallest = median(c.rows[0].smallest or 1.0 for c in compared)
    true = _true_difference("claims.f1", AT_THE_SMALLEST.drop)
    title = f"claims.f1 alone, true loss {-true:.2f}, could show {smallest:.2f}: called worse"
    return Row(title, f"{shown:.0f} %", "about 80 %", 74 <= shown <= 88)
