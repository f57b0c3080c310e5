"""A folder of gold, recordings and baselines: everything recorded in it, scored and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from summarizer.asking import EXTRACTIVE
from summarizer.errors import GoldInvalid
from summarizer.evaluation.baselines import Baseline, StaleBaseline, load_baseline
from summarizer.evaluation.comparison import Comparison, compare
from summarizer.evaluation.gate import GateResult, gate, gate_first
from summarizer.evaluation.gold_files import GoldCase, load_gold
from summarizer.evaluation.results import RunScore
from summarizer.evaluation.runs import ENDING, Contestant, Run, run_recorded
from summarizer.pipeline import DEFAULT_PROMPT

BASE = Contestant(EXTRACTIVE, DEFAULT_PROMPT)
"""What every model must beat: no model at all."""


@dataclass(frozen=True)
class Workplace:
    """Where the gold files, the recorded answers and the baselines of an evaluation are."""

    gold: Path
    recordings: Path
    baselines: Path

    @classmethod
    def of(cls, folder: Path) -> Workplace:
        """The folders in ``folder``; one that holds gold files itself needs no other.

        Raises GoldInvalid where there is no such folder.
        """
        if not folder.is_dir():
            raise GoldInvalid("there is no such folder", document=str(folder))
        inside = folder / "gold"
        gold = inside if inside.is_dir() else folder
        beside = folder if inside.is_dir() else folder.parent
        return cls(gold, beside / "recordings", beside / "baselines")

    def cases(self, slugs: Sequence[str] = ()) -> list[GoldCase]:
        """The gold files, checked. Raises GoldInvalid."""
        return load_gold(self.gold, slugs)

    def contestants(self) -> list[Contestant]:
        """The extractive baseline, then each model and prompt that was recorded."""
        files = sorted(self.recordings.glob(f"*/**/*{ENDING}"))
        return [BASE, *(self._contestant(path) for path in files)]

    def _contestant(self, path: Path) -> Contestant:
        place = path.relative_to(self.recordings)
        model = unquote(place.parent.as_posix())
        return Contestant(model, unquote(place.name.removesuffix(ENDING)))


@dataclass(frozen=True)
class Judged:
    """A run, the baseline it was held against, and what the gate says.

    ``comparison`` is None where there is no baseline that can be compared; ``stale`` says why.
    """

    run: Run
    gate: GateResult
    baseline: RunScore | None = None
    comparison: Comparison | None = None
    stale: str = ""

    @property
    def changed(self) -> bool:
        """Whether any measure or count differs from the baseline."""
        rows = self.comparison.rows if self.comparison else ()
        counts = self.comparison.counts if self.comparison else ()
        return any(row.changed for row in rows) or any(c.new != c.old for c in counts)


def replay(workplace: Workplace, cases: Sequence[GoldCase]) -> list[Run]:
    """Every contestant's recorded answers, grounded and scored anew. Raises RecordingStale."""
    return [run_recorded(cases, who, workplace.recordings) for who in workplace.contestants()]


def judge(run: Run, workplace: Workplace) -> Judged:
    """Hold a run against the baseline of its model and prompt."""
    found = load_baseline(workplace.baselines, run.score.key)
    if isinstance(found, Baseline):
        comparison = compare(run.score, found.run)
        return Judged(run, gate(comparison), found.run, comparison)
    stale = found.message if isinstance(found, StaleBaseline) else ""
    return Judged(run, gate_first(run.score), stale=stale)
