"""``python -m evals [report | --live ...]``: score what is recorded here; exit 6 if it got worse.

    python -m evals                      score all recordings against the gold and the baselines
    python -m evals --accept             make the scores of now the baselines
    python -m evals report               the report as HTML and Markdown, in eval-report/
    python -m evals --live --model M --prompt P    ask the model and record its answers

The same as ``summarize eval gate|report|run`` in this folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from summarizer.cli import main

FOLDER = str(Path(__file__).resolve().parent)


def words(arguments: list[str]) -> list[str]:
    """The words of the ``summarize`` command that do what is asked."""
    if arguments[:1] == ["report"]:
        return ["eval", "report", FOLDER, *arguments[1:]]
    if "--live" in arguments:
        return ["eval", "run", FOLDER, *arguments]
    return ["eval", "gate", FOLDER, *arguments]


if __name__ == "__main__":
    sys.exit(main(words(sys.argv[1:])))
