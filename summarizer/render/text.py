"""The view for a terminal: what a desk looks for first stands first.

Article and model text reaches the terminal through ``inert`` and ``rich.text.Text`` only, so that
neither escape sequences nor markup in it act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from summarizer.render import wording
from summarizer.render.inert import inert, shorten
from summarizer.render.places import Places

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import (
        Actor,
        Claim,
        Conflict,
        ConflictSide,
        Evidence,
        FigureItem,
        Marked,
        OpenQuestion,
        Rejected,
        Summary,
    )

_DIM, _STRONG, _ALARM, _CAUTION, _WHO = "dim", "bold", "bold red", "yellow", "cyan"
_STATUS_STYLE = {"denied": "red", "disputed": "red", "unconfirmed": _CAUTION}
_MARKED = "marked"  # that nothing was marked is not worth a word
_NARROWEST = 20
_ACTORS = 8  # shown in full; the others by name
_TABLE_WIDTH = 60  # columns below which a table of five cells breaks words


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The view, ``view.width`` columns wide, without trailing blanks."""
    sheet = _Sheet(Places(document), view)
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=max(view.width, _NARROWEST),
        color_system="standard" if view.colour else None,
        force_terminal=view.colour,
        no_color=not view.colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Group(*sheet.whole(summary)))
    return "\n".join(line.rstrip() for line in buffer.getvalue().rstrip().split("\n"))


class _Sheet:
    """Lays the parts of a summary out, one method a section."""

    def __init__(self, places: Places, view: View) -> None:
        self.places = places
        self.width = view.width
        self.quote_length = view.quote_length

    def whole(self, summary: Summary) -> Iterator[RenderableType]:
        for warning in wording.warnings_of(summary):
            yield _text(("! ", _ALARM), (warning, _ALARM))
        yield from self.opening(summary)
        sections = {
            _MARKED: [self.marking(item) for item in summary.marked],
            "conflicts": [self.conflict(item) for item in summary.conflicts],
            "key claims": list(self.claims(summary.key_claims)),
            "figures": self.figures(summary.figures),
            "open questions": [self.question(item) for item in summary.open_questions],
            "actors": self.actors(summary.actors),
            "rejected": [self.rejected(*pair) for pair in wording.repeats(summary.rejected)],
        }
        for title, items in sections.items():
            if items:
                yield _title(title, len(getattr(summary, title.replace(" ", "_"))))
                yield from items
        yield Text()
        if empty := [title for title, items in sections.items() if not items and title != _MARKED]:
            yield _text((f"None found: {', '.join(empty)}.", _DIM))
        if reading := wording.reading_of(summary):
            yield _text((reading, _DIM))
        yield _text((f"{wording.closing_of(summary)} · {self.places.legend}", _DIM))

    def opening(self, summary: Summary) -> Iterator[RenderableType]:
        if summary.headline:
            yield _text((summary.headline, _STRONG), (f" [{summary.headline_wording}]", _DIM))
        if source := wording.source_of(summary):
            yield _text((source, _DIM))
        if summary.abstract:
            mark = f" [{summary.abstract_wording}]{self.where(summary.abstract_evidence)}"
            yield Text()
            yield _text(summary.abstract, (mark, _DIM))

    def marking(self, mark: Marked) -> RenderableType:
        head = _text((f"{mark.kind}: ", _ALARM), mark.message)
        return _item("!", _ALARM, head, *(self.quote(p, placed=True) for p in mark.evidence))

    def conflict(self, conflict: Conflict) -> RenderableType:
        style = _CAUTION if conflict.compatible else _ALARM
        head = _text((conflict.about, _STRONG), ": ", (wording.verdict_of(conflict), style))
        sides = Table.grid(padding=(0, 2))
        for side in conflict.sides:
            sides.add_row(*self._side(side))
        return _item("!", style, head, _text((conflict.reason, _DIM)), sides)

    def _side(self, side: ConflictSide) -> Iterator[Text]:
        yield _text((side.text, _STRONG))
        yield _text((side.speaker or "the article", _WHO))
        yield _text((" ".join(filter(None, [side.figure, self.places.first(side.evidence)])), _DIM))

    def claims(self, claims: Sequence[Claim]) -> Iterator[RenderableType]:
        earlier = wording.quoted_already(claims)
        for number, (claim, same) in enumerate(zip(claims, earlier, strict=True), 1):
            yield self.claim(number, claim, same)

    def claim(self, number: int, claim: Claim, same: int) -> RenderableType:
        head = _text(claim.text, (f" {wording.marks_of(claim)}", _DIM))
        about = _text(
            (wording.speaker_of(claim), _WHO),
            " · ",
            (wording.manner_of(claim), _STATUS_STYLE.get(claim.status, "")),
            (self.where(claim.evidence), _DIM),
            (f" · {', '.join(claim.figures)}" if claim.figures else "", _DIM),
        )
        if same:
            return _item(f"{number}", _DIM, head, about, _text((f"quoted under {same}", _DIM)))
        # A verbatim claim is its quote already.
        quotes = [self.quote(p) for p in claim.evidence if claim.wording != "verbatim"]
        return _item(f"{number}", _DIM, head, about, *quotes)

    def figures(self, figures: Sequence[FigureItem]) -> list[RenderableType]:
        if self.width < _TABLE_WIDTH:
            return [self.figure(figure) for figure in figures]
        table = Table.grid(padding=(0, 2, 0, 0))
        for ratio in (None, 5, 4, None):
            table.add_column(overflow="fold", ratio=ratio, no_wrap=ratio is None)
        for figure in figures:
            table.add_row(
                _text((f" {figure.id}", _DIM)),
                _text((figure.text, _STRONG), wording.counted_in(figure)),
                _text((wording.said_by(figure), _STATUS_STYLE.get(figure.status, _WHO))),
                _text((self.places.first(figure.evidence), _DIM)),
            )
        return [table] if table.row_count else []

    def figure(self, figure: FigureItem) -> RenderableType:
        """A figure where there is no room for a table."""
        who = wording.said_by(figure)
        return _item(
            figure.id,
            _DIM,
            _text((figure.text, _STRONG), wording.counted_in(figure)),
            _text((f"{who} · " if who else "", _WHO), (self.places.first(figure.evidence), _DIM)),
        )

    def question(self, question: OpenQuestion) -> RenderableType:
        said, more = wording.said_and_more(question)
        reason = question.reason.replace("_", " ")
        where = (self.where(tuple(said)), _DIM)
        head = _text(question.text, (f" {reason}", _CAUTION), where)
        return _item("?", _CAUTION, head, *(self.quote(p, placed=True) for p in more))

    def actors(self, actors: Sequence[Actor]) -> list[RenderableType]:
        shown = [self.actor(actor) for actor in actors[:_ACTORS]]
        if rest := [actor.name for actor in actors[_ACTORS:]]:
            shown.append(_item("-", _DIM, _text(("also named: ", _DIM), ", ".join(rest))))
        return shown

    def actor(self, actor: Actor) -> RenderableType:
        return _item(
            "-",
            _DIM,
            _text(
                (actor.name, _STRONG),
                f", {actor.role}" if actor.role else "",
                (f" · {actor.kind} · {wording.mentions_of(actor)}", _DIM),
                (f", first {self.places.of(actor.evidence[0])}" if actor.evidence else "", _DIM),
                (f" · also {', '.join(actor.aliases)}" if actor.aliases else "", _DIM),
            ),
        )

    def rejected(self, item: Rejected, times: str) -> RenderableType:
        speaker = f" ({item.speaker})" if item.speaker else ""
        lines = [_text((f"{item.item}: ", _DIM), f"“{item.text}”{speaker}", (times, _DIM))]
        for problem in item.problems:
            lines.append(_text((f"{problem.kind}: ", _CAUTION), problem.message))
        lines.append(_text((f"{wording.outcome_of(item)}{self.where(item.evidence)}", _DIM)))
        return _item("x", "red", *lines)

    def quote(self, evidence: Evidence, *, placed: bool = False) -> Text:
        words = shorten(inert(evidence.quote), self.quote_length)
        place = f" {self.places.of(evidence)}" if placed else ""
        return _text((f"“{words}”", "italic dim"), (place, _DIM))

    def where(self, evidence: tuple[Evidence, ...]) -> str:
        return f" · {self.places.all(evidence)}" if evidence else ""


def _text(*parts: str | tuple[str, str]) -> Text:
    """Pieces, each with its style, as one text. All of them are made inert, ours and theirs."""
    text = Text(overflow="fold")
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(inert(words), style)
    return text


def _title(title: str, count: int) -> RenderableType:
    return Group(Text(), _text((title.upper(), "bold underline"), (f" {count}", _DIM)))


def _item(marker: str, style: str, *lines: RenderableType) -> RenderableType:
    """Lines that hang beside a marker."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=3, justify="right", no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(_text((marker, style)), Group(*lines))
    return table
