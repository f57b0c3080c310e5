"""The report as one HTML page: no network, no script but its own, every foreign word inert.

Articles, gold and model answers are values of the template, never templates. Each is escaped by
Jinja and, before that, made inert (``render.inert``): nothing in it acts or hides.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from summarizer.evaluation.comparison import Row
from summarizer.evaluation.report import plots
from summarizer.evaluation.report.articles import VERDICTS, Article, articles_of
from summarizer.evaluation.report.cells import NOTHING, number, signed
from summarizer.evaluation.report.changes import changes_of, verdict_of
from summarizer.evaluation.report.model import ReportData
from summarizer.evaluation.report.names import MEANINGS, NAMES, letter, measure_name, run_name
from summarizer.evaluation.report.pictures import differences, f1_plot, recall_strip
from summarizer.evaluation.report.sides import Side
from summarizer.evaluation.report.tables import hits_of, sheets
from summarizer.evaluation.results import FIELDS
from summarizer.render.inert import inert
from summarizer.render.passages import Passages, cut
from summarizer.render.wording import plural

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def render_html(data: ReportData) -> str:
    """The page. Give it to a browser as UTF-8."""
    articles = articles_of(data)
    css, script = Markup(_resource("page.css")), Markup(_resource("page.js"))
    return (
        _environment()
        .get_template("page.html")
        .render(
            data=data,
            css=css,
            script=script,
            policy=_policy(css, script),
            runs=[_Run(data, at) for at in range(len(data.runs))],
            sheets=sheets(data),
            articles=[_Page(*pair) for pair in zip(articles, _anchors(articles), strict=True)],
            changes=[(found, differences(found.rows)) for found in changes_of(data)],
            f1_plot=f1_plot(data),
            recall_strip=recall_strip(data),
        )
    )


class _Run:
    """A run as the page names it."""

    def __init__(self, data: ReportData, at: int) -> None:
        run = data.runs[at]
        self.number = at
        self.letter = letter(at)
        self.name = run_name(run)
        self.key = run.score.key
        self.hits = hits_of(run)
        self.mark = plots.shape(at)


class _Page:
    """An article as the page shows it: its text in pieces, and where each item's evidence is."""

    def __init__(self, article: Article, anchor: str) -> None:
        self.article = article
        self.anchor = anchor
        self.length = len(article.case.document.text)
        self.passages: Passages = cut(article.case.document.text, article.spans())

    @property
    def pieces(self) -> list[Markup]:
        return [_several_lines(piece) for piece in self.passages.pieces]

    @property
    def words(self) -> int:
        return len(self.article.case.document.text.split())

    def evidence(self, side: Side) -> str:
        return self.passages.ranges(side.spans, self.length)


def _anchors(articles: Iterable[Article]) -> list[str]:
    """A different anchor for each article, made of its slug: safe in an attribute and a link."""
    found: list[str] = []
    for at, article in enumerate(articles):
        name = _NOT_IN_A_SLUG.sub("-", article.case.slug.lower()).strip("-")[:60]
        anchor = f"article-{name or at}"
        found.append(f"{anchor}-{at}" if anchor in found else anchor)
    return found


def _several_lines(text: str) -> Markup:
    """A piece of an article, inert, with its line ends kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return escape("\n".join(inert(line) for line in lines))


def _policy(css: str, script: str) -> str:
    """Nothing is loaded, sent or run but this page's own style and script, by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _resource(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.evaluation.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        FIELDS=FIELDS,
        MEANINGS=MEANINGS,
        NAMES=NAMES,
        NOTHING=NOTHING,
        VERDICTS=VERDICTS,
        letter=letter,
    )
    environment.filters.update(
        number=number,
        signed=signed,
        kind=_kind,
        plural=plural,
        measure=measure_name,
        verdict=verdict_of,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Every value on its way into the page, before it is escaped."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _kind(row: Row) -> str:
    """The verdict as one word for a style: better, worse, or none."""
    return row.verdict if row.verdict in ("better", "worse") else "none"
