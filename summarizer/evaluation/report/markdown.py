"""The report as Markdown: the same tables, changes and articles, for a message or a review.

Every foreign word goes through ``render.markdown.escape`` and can only ever be text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.evaluation import comparison
from summarizer.evaluation.report.articles import VERDICTS, Article, Row, RunArticle, articles_of
from summarizer.evaluation.report.cells import NOTHING, Cell, number, signed
from summarizer.evaluation.report.changes import Changes, changes_of, verdict_of
from summarizer.evaluation.report.model import ReportData
from summarizer.evaluation.report.names import MEANINGS, NAMES, letter, measure_name, run_name
from summarizer.evaluation.report.sides import Side
from summarizer.evaluation.report.tables import Sheet, hits_of, sheets
from summarizer.render.inert import inert, shorten
from summarizer.render.markdown import escape
from summarizer.render.wording import plural

_QUOTE = 240  # characters of a quote that are shown
_CHANGES = (
    "Measure",
    "Old",
    "New",
    "Difference",
    "Interval",
    "p",
    "Articles",
    "Verdict",
    "Could show",
)
_ROWS = ("", "Gold", "Shown", "Alike", "Attributes", "Evidence")


def render_markdown(data: ReportData) -> str:
    """The page, CommonMark with the tables of GitHub's flavour, without a line end at its end."""
    return "\n".join(_page(data))


def _page(data: ReportData) -> Iterator[str]:
    yield f"# {escape(data.title)}"
    yield ""
    yield (
        f"{plural(len(data.cases), 'article')} · {plural(len(data.runs), 'run')} · "
        f"{data.created:%Y-%m-%d %H:%M}. "
        f"Beside a value: its 95 % interval, and the counts behind it. {NOTHING}: nothing to count."
    )
    yield ""
    for at, run in enumerate(data.runs):
        if hits := hits_of(run):
            name = escape(f"{letter(at)} · {run_name(run)}")
            yield from (f"> **⚠ {name}: {plural(hits, 'must-not hit')}**", "")
    yield from (f"- {name}: {meaning}" for name, meaning in MEANINGS)
    yield ""
    first, *others = sheets(data)
    yield from _sheet(first, data.agreement)
    for changes in changes_of(data):
        yield from _changes(changes)
    for sheet in others:
        yield from _sheet(sheet, data.agreement)
    yield "## Articles"
    yield ""
    yield from (f"- `{sign} {word}` {meaning}" for sign, word, meaning in VERDICTS.values())
    yield ""
    for article in articles_of(data):
        yield from _article(article, data)


def _sheet(sheet: Sheet, agreement: str) -> Iterator[str]:
    yield f"## {sheet.title}"
    yield ""
    if sheet.scored and agreement:
        yield from (f"The matcher against people: {escape(agreement)}", "")
    rows = [
        [f"{escape(line.name)}{f' ({line.note})' if line.note else ''}", *map(_cell, line.cells)]
        for line in sheet.lines
    ]
    yield from _table(["", *map(escape, sheet.columns)], rows)


def _cell(cell: Cell) -> str:
    parts = [f"**⚠ {cell.text}**" if cell.alarm else cell.text]
    if cell.interval:
        parts.append(f"({number(cell.interval.low)}–{number(cell.interval.high)})")
    return " ".join([*parts, *([cell.count] if cell.count else [])])


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; its cells are Markdown already."""
    yield f"| {' | '.join(columns)} |"
    yield "|" + "---|" * len(columns)
    yield from (f"| {' | '.join(cells)} |" for cells in rows)
    yield ""


def _changes(changes: Changes) -> Iterator[str]:
    yield f"## Changed: {escape(changes.new)} against {escape(changes.old)}"
    yield ""
    if changes.gate is not None:
        yield from ("✓ The gate passes." if changes.gate.passed else "**✗ The gate fails.**", "")
        yield from (f"- {escape(failure.message)}" for failure in changes.gate.failures)
        yield ""
    if changes.rows:
        yield from _table(_CHANGES, [_change(row) for row in changes.rows])
    for count in changes.counts:
        rose = f"; more in {escape(', '.join(count.rose_in))}" if count.rose_in else ""
        yield f"- {escape(count.name)}: {count.new}, was {count.old}{rose}"
    yield ""
    yield f"Items that flipped: {changes.lost} lost, {changes.gained} gained."
    yield ""
    for slug, flips in changes.flips.items():
        yield f"- {escape(slug)}"
        for flip in flips:
            core = " `core`" if "core" in flip.gold.facts else ""
            outcome = "▼ lost" if flip.lost else "▲ gained"
            words = f"{NAMES[flip.field]} {escape(flip.gold.label)}: {escape(flip.gold.text)}"
            yield f"  - {outcome} · {words}{core}"
    if changes.flips:
        yield ""


def _change(row: comparison.Row) -> list[str]:
    return [
        escape(measure_name(row.measure)),
        number(row.old),
        number(row.new),
        signed(row.difference),
        NOTHING if row.low is None else f"{signed(row.low)} to {signed(row.high)}",
        number(row.p_holm),
        f"{row.changed} of {row.articles}",
        escape(verdict_of(row)),
        NOTHING if row.smallest is None else f"±{number(row.smallest)}",
    ]


def _article(article: Article, data: ReportData) -> Iterator[str]:
    case = article.case
    yield f"### {escape(case.slug)}"
    yield ""
    about = [case.gold.genre, case.gold.language, case.gold.origin]
    traps = [f"traps: {'; '.join(case.gold.traps)}"] if case.gold.traps else []
    yield escape(" · ".join([*about, *traps]))
    yield ""
    for run in article.runs:
        yield f"#### {letter(run.number)} · {escape(run_name(data.runs[run.number]))}"
        yield ""
        yield from _run(run)


def _run(run: RunArticle) -> Iterator[str]:
    for row in run.hits:
        label, text = escape(row.side.label), escape(row.side.text)
        yield f"> **⚠ Must not be said, and is: {label}** {text}"
        for where, said in row.hits:
            yield f"> The summary, {escape(where)}: “{escape(said)}”."
        yield f"> The article says instead: “{escape(row.side.quote)}” · {escape(row.why)}"
        yield ""
    if run.failure:
        yield from (f"**✗ No summary:** {escape(run.failure)}", "")
    for side in run.opening:
        yield from (f"{side.label.capitalize()}: {escape(side.text)}", "")
    for field, rows in run.rows.items():
        if rows:
            yield f"##### {NAMES[field]}"
            yield ""
            yield from _table(_ROWS, [_row(row) for row in rows])
    if avoided := [row.side.label for row in run.must_not if not row.hits]:
        yield from (f"Not said that must not be: {escape(', '.join(avoided))}", "")


def _row(row: Row) -> list[str]:
    sign, word, _ = VERDICTS[row.verdict]
    attributes = [
        f"✓ {a.name}"
        if a.right
        else f"✗ {a.name}: gold “{escape(a.gold)}”, shown “{escape(a.shown)}”"
        for a in row.attributes
    ]
    alike = "" if row.similarity is None else number(row.similarity)
    quote = (row.gold or row.shown or Side("", "")).quote
    # Shortened first: an escape sign is never cut from what it escapes.
    evidence = f"“{escape(shorten(inert(quote), _QUOTE))}”" if quote else ""
    return [
        f"{sign} {word}",
        _side(row.gold),
        _side(row.shown),
        alike,
        ", ".join(attributes),
        evidence,
    ]


def _side(side: Side | None) -> str:
    if side is None:
        return NOTHING
    facts = f" · {escape('; '.join(side.facts))}" if side.facts else ""
    return f"{escape(side.label)}: {escape(side.text)}{facts}"
