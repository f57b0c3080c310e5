"""The summary as Markdown: CommonMark with the tables of GitHub's flavour.

Article and model text is escaped so that it can only ever be text: no HTML, link, image, emphasis,
heading, list, table cell, footnote, formula or mention comes out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

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
        Evidence,
        FigureItem,
        Marked,
        OpenQuestion,
        Rejected,
        Summary,
    )

_WORD = re.compile(r'[^\s<>`"|\\\[\](){}]+')
_BLANK_LINES = re.compile(r"\n{3,}")
# What some reader of Markdown makes a link of: addresses with and without a scheme, names of hosts,
# mail addresses, @names, and what GitHub takes for an issue.
_ADDRESS = re.compile(r"@|//|www\.|[^\W_]\.[^\W\d_]{2}|#\d|\bgh-\d", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\*_\[\]{}|~$]|(?<=\])\(")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;"})
_LINE_START = re.compile(r"^(?:[#+=:-]|(\d{1,9})(?=[.)]))")


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The page. Quotes longer than ``view.quote_length`` end in an ellipsis."""
    page = _Page(Places(document), view.quote_length)
    return _BLANK_LINES.sub("\n\n", "\n".join(page.whole(summary)))


def escape(text: str) -> str:
    """The text on one line of Markdown that is shown as exactly these words."""
    line = inert(text).strip(" ")
    parts: list[str] = []
    done = 0
    for word in _WORD.finditer(line):
        # Shown as code: nothing else keeps every reader of Markdown from making links of them, or
        # from calling people.
        if _ADDRESS.search(word[0]):
            parts += [_escape_words(line[done : word.start()]), f"`{word[0]}`"]
            done = word.end()
    parts.append(_escape_words(line[done:]))
    return _LINE_START.sub(lambda at: f"{at[1]}\\" if at[1] else f"\\{at[0]}", "".join(parts))


def _escape_words(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words).translate(_ENTITIES)


class _Page:
    """Lays the parts of a summary out, one method a section. Everything yielded is a line."""

    def __init__(self, places: Places, quote_length: int) -> None:
        self.places = places
        self.quote_length = quote_length

    def whole(self, summary: Summary) -> Iterator[str]:
        if summary.headline:
            yield f"# {escape(summary.headline)}"
            yield ""
        for warning in wording.warnings_of(summary):
            yield f"> **{escape(warning)}**"
            yield ""
        if source := wording.source_of(summary):
            yield escape(source)
            yield ""
        if summary.abstract:
            mark = f"`{summary.abstract_wording}`{self.where(summary.abstract_evidence)}"
            yield f"{escape(summary.abstract)} {mark}"
            yield ""
        yield from self.section("Marked", [self.marking(m) for m in summary.marked])
        yield from self.section("Conflicts", [self.conflict(c) for c in summary.conflicts])
        yield from self.section("Key claims", list(self.claims(summary.key_claims)))
        yield from self.section("Figures", [self.figures(summary.figures)])
        yield from self.section(
            "Open questions", [self.question(q) for q in summary.open_questions]
        )
        yield from self.section("Actors", [self.actor(a) for a in summary.actors])
        yield from self.section(
            "Rejected", [self.rejected(*pair) for pair in wording.repeats(summary.rejected)]
        )
        yield "---"
        yield ""
        if reading := wording.reading_of(summary):
            yield escape(reading)
            yield ""
        yield escape(f"{wording.closing_of(summary)} · {self.places.legend}")

    def section(self, title: str, items: Sequence[Iterator[str]]) -> Iterator[str]:
        lines = [line for item in items for line in item]
        if lines:
            yield from (f"## {title}", "", *lines, "")

    def marking(self, mark: Marked) -> Iterator[str]:
        yield f"- **{mark.kind}**: {escape(mark.message)}"
        for piece in mark.evidence:
            yield from ("", f"  > {self.quote(piece)} · {self.places.of(piece)}", "")

    def conflict(self, conflict: Conflict) -> Iterator[str]:
        yield f"- **{escape(conflict.about)}**: {wording.verdict_of(conflict)}."
        if conflict.reason:
            yield f"  {escape(conflict.reason)}"
        for side in conflict.sides:
            figure = f" · {escape(side.figure)}" if side.figure else ""
            who = escape(side.speaker or "the article")
            yield f"  - **{escape(side.text)}** · {who}{figure}{self.where(side.evidence)}"

    def claims(self, claims: Sequence[Claim]) -> Iterator[Iterator[str]]:
        earlier = wording.quoted_already(claims)
        for number, (claim, same) in enumerate(zip(claims, earlier, strict=True), 1):
            yield self.claim(number, claim, same)

    def claim(self, number: int, claim: Claim, same: int) -> Iterator[str]:
        picked = " picked by code" if claim.proposed_by == "code" else ""
        yield f"{number}. {escape(claim.text)} `{claim.wording}`{picked}  "
        figures = f" · {', '.join(map(escape, claim.figures))}" if claim.figures else ""
        who = f"**{escape(wording.speaker_of(claim))}** · {wording.manner_of(claim)}"
        again = f" · quoted under {same}" if same else ""
        inside = " " * len(f"{number}. ")
        yield f"{inside}{who}{self.where(claim.evidence)}{figures}{again}"
        for piece in claim.evidence:
            if claim.wording != "verbatim" and not same:  # a verbatim claim is its quote already
                yield from ("", f"{inside}> {self.quote(piece)}", "")

    def figures(self, figures: Sequence[FigureItem]) -> Iterator[str]:
        if figures:
            yield "| | figure | what | as of | who says so | where |"
            yield "|---|---|---|---|---|---|"
        for figure in figures:
            cells = (figure.id, figure.text, figure.measures, figure.as_of, wording.said_by(figure))
            place = self.places.first(figure.evidence)
            yield f"| {' | '.join(escape(cell) for cell in (*cells, place))} |"

    def question(self, question: OpenQuestion) -> Iterator[str]:
        said, more = wording.said_and_more(question)
        reason = question.reason.replace("_", " ")
        yield f"- {escape(question.text)} `{reason}`{self.where(said)}"
        for piece in more:
            yield from ("", f"  > {self.quote(piece)} · {self.places.of(piece)}", "")

    def actor(self, actor: Actor) -> Iterator[str]:
        parts = [
            f"**{escape(actor.name)}**" + (f", {escape(actor.role)}" if actor.role else ""),
            actor.kind,
            wording.mentions_of(actor),
        ]
        if actor.evidence:
            parts.append(f"first {self.places.of(actor.evidence[0])}")
        if actor.aliases:
            parts.append(f"also {', '.join(map(escape, actor.aliases))}")
        yield f"- {' · '.join(parts)}"

    def rejected(self, item: Rejected, times: str) -> Iterator[str]:
        speaker = f" ({escape(item.speaker)})" if item.speaker else ""
        yield f"- {item.item}: “{escape(item.text)}”{speaker}{times}"
        for problem in item.problems:
            yield f"  - **{escape(problem.kind)}**: {escape(problem.message)}"
        yield f"  - {wording.outcome_of(item)}{self.where(item.evidence)}"

    def quote(self, evidence: Evidence) -> str:
        return f"“{escape(shorten(inert(evidence.quote), self.quote_length))}”"

    def where(self, evidence: Sequence[Evidence]) -> str:
        return f" · {self.places.all(evidence)}" if evidence else ""
