"""A gold file to edit: what code reads in an article, in the shape of gold.

It is a start and no measure: a gold file that repeats the program's own findings would score it
against itself. Whoever edits it reads the article and corrects every item.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.asking import EXTRACTIVE
from summarizer.document import Document, read_source
from summarizer.errors import InputError
from summarizer.evaluation.gold import GoldFile
from summarizer.evaluation.gold_files import problems_of
from summarizer.pipeline import summarize
from summarizer.summary import Evidence, FigureItem, Summary

TO_DO = "TO DO: read the article, correct every item, set the core ones, add must_not"


def gold_to_edit(article: str, folder: Path) -> str:
    """A valid gold file about ``article``, as JSON, for a file in ``folder``.

    Items that would not pass the check are left out. Raises InputError for "-", which has no path,
    and where the article cannot be read.
    """
    if article == "-":
        raise InputError("a gold file names its article", remedy="Give the path of a file")
    document = read_source(article)
    raw = Path(article).read_bytes()
    summary = summarize(document, model=EXTRACTIVE)
    gold = GoldFile.model_validate(
        {
            "article": Path(os.path.relpath(article, folder or ".")).as_posix(),
            "article_sha256": hashlib.sha256(raw).hexdigest(),
            "language": document.language,
            "genre": TO_DO,
            "origin": "own article",
            **_items(summary, document),
        }
    )
    problems = "; ".join(problems_of(gold, document, raw))
    assert not problems, problems
    return gold.model_dump_json(indent=2)


def _items(summary: Summary, document: Document) -> dict[str, list[dict[str, Any]]]:
    names = {name for actor in summary.actors for name in (actor.name, *actor.aliases)}
    names = {name for name in names if name in document.text}

    def known(speaker: str | None) -> str | None:
        return speaker if speaker in names else None

    claims = [
        {"text": c.text, "speaker": known(c.speaker), "status": c.status, "evidence": e}
        for c in summary.key_claims
        if (e := _once(c.evidence, document)) and len(c.text) >= 10
    ]
    actors = [
        {
            "name": a.name,
            "aliases": [name for name in a.aliases if name in names],
            "kind": a.kind,
            "role": a.role,
            "evidence": e,
        }
        for a in summary.actors
        if a.name in names and (e := _once(_sentences(a.evidence[:1], document), document))
    ]
    figures = [
        {**_figure(f), "speaker": known(f.speaker), "evidence": e}
        for f in summary.figures
        if (e := _once(_sentences(f.evidence, document), document)) and f.text in " ".join(e)
    ]
    questions = [
        {"text": q.text, "reason": q.reason, "evidence": e}
        for q in summary.open_questions
        if (e := _once(q.evidence, document)) and len(q.text) >= 8
    ]
    return {
        "claims": _numbered("c", claims),
        "actors": _numbered("a", actors),
        "figures": _numbered("f", figures),
        "open_questions": _numbered("q", questions),
    }


def _figure(figure: FigureItem) -> dict[str, Any]:
    return {
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "change": figure.change,
        "measures": figure.measures if len(figure.measures) >= 2 else "TO DO",
        "as_of": figure.as_of,
    }


def _numbered(letter: str, items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"id": f"{letter}{number}", "grade": "acceptable", **item}
        for number, item in enumerate(items, start=1)
    ]


def _sentences(evidence: Sequence[Evidence], document: Document) -> list[Evidence]:
    """The whole sentences in which the pieces of evidence stand."""
    numbers = dict.fromkeys(piece.sentence for piece in evidence if piece.sentence)
    found = [document.sentences[number - 1] for number in numbers]
    return [Evidence(sentence=s.number, start=s.start, end=s.end, quote=s.text) for s in found]


def _once(evidence: Sequence[Evidence], document: Document) -> list[str]:
    """The quotes, where each stands in the article once; else none."""
    quotes = [piece.quote for piece in evidence]
    return quotes if all(document.text.count(quote) == 1 for quote in quotes) else []
