"""Main text of web pages: our reader against trafilatura alone, on pages written for the tests.

Each page of ``tests/document/readers/pages`` has beside it the text that a reader would call the
article, headline first. Token F1, of bags of words; trafilatura is given its title on top.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from evals.bench.table import Row
from summarizer.document.readers.content import Raw
from summarizer.document.readers.page import read_page

PAGES = Path(__file__).resolve().parents[2] / "tests" / "document" / "readers" / "pages"
_WORD = re.compile(r"\w+")


def token_f1(found: str, expected: str) -> float:
    """Harmonic mean of precision and recall of words, each as often as it stands."""
    mine = Counter(_WORD.findall(found.lower()))
    gold = Counter(_WORD.findall(expected.lower()))
    shared = sum((mine & gold).values())
    return 2 * shared / max(sum(mine.values()) + sum(gold.values()), 1)


def ours(page: Path) -> str:
    return read_page(Raw(page.read_bytes(), page.name)).text


def trafilatura_alone(page: Path) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(
        page.read_bytes(), with_metadata=True, include_comments=False
    )
    if found is None:
        return ""
    text, title = found.text or "", found.title or ""
    return text if text.startswith(title) else f"{title}\n{text}"


def scores() -> Iterator[tuple[str, float, float]]:
    """Name, our F1 and trafilatura's, of each page."""
    for page in sorted(PAGES.glob("*.html")):
        expected = page.with_suffix(".txt").read_text("utf-8")
        alone = token_f1(trafilatura_alone(page), expected)
        yield page.stem, token_f1(ours(page), expected), alone


def rows(data: Path) -> list[Row]:
    """One row a page, and the means."""
    del data
    found = list(scores())
    listed = [
        Row(name, f"{mine:.3f}", f"trafilatura alone: {alone:.3f}") for name, mine, alone in found
    ]
    mine, alone = mean(row[1] for row in found), mean(row[2] for row in found)
    bar = f"at least trafilatura alone: {alone:.3f}"
    return [*listed, Row("main text, token F1", f"{mine:.3f}", bar, mine >= alone)]
