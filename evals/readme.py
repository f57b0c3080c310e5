"""``python -m evals.readme``: put the recorded summary of the first seed into the README.

The recording is what ``summarize seeds/troops-in-kursk.txt --format json`` printed with the local
model. It is never edited; the README shows it as the command would.
"""

from __future__ import annotations

import re
from pathlib import Path

from summarizer import Summary
from summarizer.document import read_source
from summarizer.render import View, render

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "seeds" / "troops-in-kursk.txt"
RECORDING = ROOT / "evals" / "recordings" / "readme.json"
README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- example: begin -->\n).*?(<!-- example: end -->)", re.DOTALL)


def example() -> str:
    """The recorded summary as the command shows it, 80 columns wide."""
    summary = Summary.model_validate_json(RECORDING.read_bytes())
    return render(summary, read_source(str(ARTICLE)), "text", view=View(width=80)).strip("\n")


def with_example(readme: str) -> str:
    """The README with the example in its place."""
    return _BLOCK.sub(lambda m: f"{m[1]}\n```text\n{example()}\n```\n\n{m[2]}", readme)


if __name__ == "__main__":
    README.write_text(with_example(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {README.name}")
