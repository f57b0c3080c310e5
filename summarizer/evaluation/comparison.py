"""Two runs over the same gold, measure by measure: better, worse, or not to be told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from summarizer.errors import InputError
from summarizer.evaluation.bootstrap import Estimate, difference, quantile, score
from summarizer.evaluation.extra import need
from summarizer.evaluation.holm import attainable, holm, levels
from summarizer.evaluation.measures import GATED, MEASURES, ZERO_TOLERANCE
from summarizer.evaluation.results import ArticleScore, RunKey, RunScore
from summarizer.evaluation.swaps import RESAMPLES, SEED, Swaps, swaps

if TYPE_CHECKING:
    from summarizer.evaluation.swaps import Cells

Verdict = Literal[
    "better", "worse", "no difference that this many articles can show", "not measured"
]

ALPHA: Final = 0.05
"""How often a comparison of two equally good runs may call anything better or worse."""
POWER: Final = 0.8

_SWAP_TEST: Final = 1.1
"""How much larger a difference the swap test needs than a test by Student's t. At a true difference
of 1.1 times t's, 16 articles show it in 84 of 100 where all have as many items, in 80 where they
have 4 to 13, in 72 where they have 1 to 40; 10 articles in 77, 30 in 84; in claims.f1 of simulated
runs, 16 articles show it in 86 (python -m evals.bench statistics)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of two runs. ``difference`` is new - old, ``low`` to ``high`` its 95 % interval.

    ``p`` is of the swap test, ``p_holm`` the same adjusted for the number of measures. A verdict of
    better or worse has ``p_holm`` up to ALPHA and an interval without 0. ``smallest`` is the least
    difference that these articles would show in 8 of 10 comparisons; None where they could show
    none, or where nothing differs. ``critical`` is the largest that is put down to chance; None:
    any. ``articles`` is how many say something of the measure, ``changed`` in how many of them the
    runs differ. All numbers are None where a run has no score ("not measured").
    """

    measure: str
    old: float | None
    new: float | None
    articles: int = 0
    changed: int = 0
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_holm: float | None = None
    smallest: float | None = None
    critical: float | None = None
    verdict: Verdict = "not measured"


@dataclass(frozen=True, slots=True)
class ZeroCount:
    """Something that must never happen, over all articles. ``rose_in``: slugs with more of it."""

    name: str
    old: int
    new: int
    rose_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All that can be said of a new run beside an old one."""

    new: RunKey
    old: RunKey
    rows: tuple[Row, ...]
    counts: tuple[ZeroCount, ...]

    def row(self, measure: str) -> Row:
        """The row of a measure. Raises KeyError."""
        return {row.measure: row for row in self.rows}[measure]


def compare(
    new: RunScore,
    old: RunScore,
    measures: Sequence[str] = GATED,
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Comparison:
    """Compare two runs that were scored against the same gold; the same seed, the same answer.

    Raises InputError where the gold, the summary's schema or the articles differ: what changes the
    measure can never pass for a better model. Raises MissingExtra.
    """
    _check_comparable(new, old)
    before = {article.slug: article for article in old.articles}
    pairs = [(article, before[article.slug]) for article in new.articles]
    cells = {name: _cells(name, pairs) for name in measures}
    rows = compare_cells(cells, resamples=resamples, seed=seed)
    return Comparison(new.key, old.key, rows, zero_counts(new, old))


def zero_counts(new: RunScore, old: RunScore | None = None) -> tuple[ZeroCount, ...]:
    """The zero-tolerance counts of a run; without an old one, beside none at all."""
    before = {article.slug: article for article in old.articles} if old else {}
    counts = []
    for name, count in ZERO_TOLERANCE.items():
        now = {article.slug: count(article) for article in new.articles}
        was = {slug: count(article) for slug, article in before.items()}
        rose = tuple(slug for slug in now if now[slug] > was.get(slug, 0))
        counts.append(ZeroCount(name, sum(was.values()), sum(now.values()), rose))
    return tuple(counts)


def run_intervals(run: RunScore, measures: Sequence[str] = tuple(MEASURES)) -> dict[str, Estimate]:
    """The micro score of each measure that has one, with its interval over articles."""
    found = {}
    for name in measures:
        parts = [MEASURES[name].parts(article) for article in run.articles]
        cells = need("numpy").array([p for p in parts if p[1]], dtype=float).reshape(-1, 2)
        estimate = score(cells)
        if estimate is not None:
            found[name] = estimate
    return found


def _check_comparable(new: RunScore, old: RunScore) -> None:
    again = "Score both runs again from their recordings, with the gold and code of today"
    if new.key.gold != old.key.gold:
        raise InputError("the runs were scored against different gold", remedy=again)
    if new.key.schema_sha256 != old.key.schema_sha256:
        raise InputError("the runs are of summaries with different schemas", remedy=again)
    slugs = [[article.slug for article in run.articles] for run in (new, old)]
    for listed in slugs:
        if len(set(listed)) < len(listed):
            raise InputError("an article is scored twice in one run", remedy=again)
    apart = sorted(set(slugs[0]) ^ set(slugs[1]))
    if apart:
        raise InputError(f"only one of the runs has scored {', '.join(apart)}", remedy=again)


def _cells(measure: str, pairs: Sequence[tuple[ArticleScore, ArticleScore]]) -> Cells:
    """A row for each article that says something: both counts of the new run, then of the old."""
    parts = MEASURES[measure].parts
    rows = [(*parts(new), *parts(old)) for new, old in pairs]
    said = [row for row in rows if row[1] or row[3]]
    cells: Cells = need("numpy").array(said, dtype=float).reshape(-1, 4)
    return cells


def compare_cells(
    cells: Mapping[str, Cells], *, resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[Row, ...]:
    """The rows of several measures, decided together.

    ``cells`` has for each measure a row an article: numerator and denominator of the new run, then
    of the old; only articles in which one of the denominators is not 0.
    """
    estimates = {name: difference(counts, resamples, seed) for name, counts in cells.items()}
    measured = {name: estimate for name, estimate in estimates.items() if estimate is not None}
    tests = {name: swaps(cells[name], resamples, seed) for name in measured}
    p = {name: tests[name].p_value(estimate.value) for name, estimate in measured.items()}
    family = attainable({name: test.smallest_p for name, test in tests.items()}, ALPHA)
    adjusted = dict(zip(family, holm([p[name] for name in family]), strict=True))
    held = dict(zip(family, levels([p[name] for name in family], ALPHA), strict=True))
    rows = []
    for name, counts in cells.items():
        row = Row(name, _rate(counts[:, 2:]), _rate(counts[:, :2]), len(counts))
        if name in measured:
            # What cannot be shown is held to a level that it cannot reach.
            level, p_holm = held.get(name, 0.0), adjusted.get(name, 1.0)
            row = replace(row, p=p[name], p_holm=p_holm)
            row = _decided(row, measured[name], tests[name], level)
        rows.append(row)
    return tuple(rows)


def _rate(counts: Cells) -> float | None:
    right, of = counts.sum(axis=0)
    return float(right / of) if of else None


def _decided(row: Row, estimate: Estimate, test: Swaps, level: float) -> Row:
    critical = test.critical(level)
    verdict: Verdict = "no difference that this many articles can show"
    shown = row.p_holm is not None and row.p_holm <= ALPHA
    if shown and not estimate.low <= 0 <= estimate.high:
        verdict = "better" if estimate.value > 0 else "worse"
    return replace(
        row,
        changed=test.changed,
        difference=estimate.value,
        low=estimate.low,
        high=estimate.high,
        smallest=None if critical is None else smallest_shown(estimate, level),
        critical=critical,
        verdict=verdict,
    )


def smallest_shown(estimate: Estimate, level: float) -> float | None:
    """The least true difference that such a comparison would call one with a chance of POWER.

    (t(1 - level/2) + t(POWER)) standard errors, t with articles - 1 degrees of freedom: for many
    articles and one measure held to 0.05 that is the textbook's 2.8. The swap test needs a tenth
    more. None where that is more than a score can differ, or where the error is not known.
    """
    if not estimate.error or estimate.articles < 2:
        return None
    n = estimate.articles
    by_t = (quantile(1 - level / 2, n) + quantile(POWER, n)) * estimate.error
    smallest = _SWAP_TEST * by_t
    return smallest if smallest <= 1 else None
