"""``python -m evals.readme``: put a recorded summary and all scores into the README.

The summary is what ``summarize seeds/troops-in-kursk.txt`` makes of the model's recorded
answers with the default prompt. They are never edited. It is kept beside them, with its date.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

from summarizer import Summary
from summarizer.document import read_source
from summarizer.evaluation.campaign import Workplace, replay
from summarizer.evaluation.comparison import run_intervals
from summarizer.evaluation.results import RunScore
from summarizer.evaluation.runs import Contestant, run_recorded
from summarizer.evaluation.scoreboard import agreement, name_of, words_a_claim
from summarizer.pipeline import DEFAULT_PROMPT
from summarizer.render import View, render

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "seeds" / "troops-in-kursk.txt"
README = ROOT / "README.md"
KEPT = ROOT / "evals" / "recordings" / "readme.json"
LOCAL = "local/qwen2.5-coder-1.5b"
PLACE = Workplace.of(ROOT / "evals")
KEPT_ITEMS = {"KEY CLAIMS": 5, "FIGURES": 4, "OPEN QUESTIONS": 2, "ACTORS": 3, "REJECTED": 2}
"""How many items of a section the README shows; the command shows them all."""
_ITEM = re.compile(r" {0,2}(?:\d+|F\d+|[-?x!]) ")
SHOWN = {
    "claims.core_recall": "core claims found",
    "claims.f1": "claims, F1",
    "claims.worded": "claims in the model's own, checked words",
    "claims.speaker": "speaker right, of the matched claims",
    "claims.status": "status right, of the matched claims",
    "actors.f1": "actors, F1",
    "figures.f1": "figures, F1",
    "conflicts.f1": "conflicts, F1",
    "open_questions.f1": "open questions, F1",
}


def _block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)


def recorded_summary() -> Summary:
    """The summary of the first seed that the recorded answers make today."""
    cases = PLACE.cases(["troops-in-kursk"])
    run = run_recorded(cases, Contestant(LOCAL, DEFAULT_PROMPT), PLACE.recordings)
    summary = run.summaries["troops-in-kursk"]
    name = ARTICLE.relative_to(ROOT).as_posix()
    provenance = summary.provenance.model_copy(update={"document": name})
    return summary.model_copy(update={"provenance": provenance})


def example() -> str:
    """The kept summary as the command shows it, 80 columns wide, its long lists cut."""
    summary = Summary.model_validate_json(KEPT.read_bytes())
    text = render(summary, read_source(str(ARTICLE)), "text", view=View(width=80)).strip("\n")
    return "\n\n".join(_cut(section) for section in text.split("\n\n"))


def _cut(section: str) -> str:
    """The beginning of a section, and how many items are left out."""
    title, *lines = section.split("\n")
    kept = KEPT_ITEMS.get(title.rstrip(" 0123456789"))
    begins = [number for number, line in enumerate(lines) if _ITEM.match(line)]
    if kept is None or len(begins) <= kept:
        return section
    return "\n".join([title, *lines[: begins[kept]], f"  ... and {len(begins) - kept} more"])


def scores() -> str:
    """A Markdown table: a line a measure, a column a model and prompt."""
    runs = [run.score for run in replay(PLACE, PLACE.cases())]
    found = [run_intervals(run, tuple(SHOWN)) for run in runs]
    rows = [["", *(name_of(run.key) for run in runs)], ["---"] * (len(runs) + 1)]
    for measure, words in SHOWN.items():
        cells = [one.get(measure) for one in found]
        rows.append(
            [words, *(f"{c.value:.2f} ({c.low:.2f}-{c.high:.2f})" if c else "-" for c in cells)]
        )
    rows.append(["words a claim", *(words_a_claim(run) for run in runs)])
    rows.append(["seconds an article, median", *(f"{_median_seconds(run):.0f}" for run in runs)])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{table}\n\nIn brackets: 95 % over articles. {agreement()}"


def _median_seconds(run: RunScore) -> float:
    return median(article.seconds for article in run.articles)


def with_generated(readme: str) -> str:
    """The README with the example and the scores in their places."""
    shown = _block("example").sub(lambda m: f"{m[1]}\n```text\n{example()}\n```\n\n{m[2]}", readme)
    return _block("scores").sub(lambda m: f"{m[1]}\n{scores()}\n\n{m[2]}", shown)


if __name__ == "__main__":
    KEPT.write_text(recorded_summary().model_dump_json(indent=1) + "\n", encoding="utf-8")
    README.write_text(with_generated(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {README.name}")
