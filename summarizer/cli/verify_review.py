"""What ``summarize verify`` says of a review: is it of this version, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from summarizer.errors import SummaryInvalid
from summarizer.render.inert import inert, shorten
from summarizer.render.wording import plural
from summarizer.review import (
    Decision,
    Standing,
    check_edits,
    items_of,
    read_record,
    record_path,
    standing_of,
    version_of,
)
from summarizer.review.record import Verdict
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.document import Document

_SHOWN = 100
_VERDICTS: dict[Verdict, str] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "edited": "edited",
    "open": "undecided",
}


@dataclass(frozen=True)
class Reviewed:
    """A record held against its summary; ``edits`` are checked anew, here and now."""

    name: str
    standing: Standing
    edits: tuple[Decision, ...]

    @property
    def refused(self) -> tuple[Decision, ...]:
        """The decisions that an item is not right."""
        decisions = self.standing.current.values()
        return tuple(decision for decision in decisions if decision.verdict == "rejected")

    @property
    def unsupported(self) -> tuple[Decision, ...]:
        """The edits that the evidence does not bear out."""
        return tuple(edit for edit in self.edits if edit.holds is False)

    def fails(self, strict: bool) -> bool:
        """Whether the review is stale, or an edit does not hold; if ``strict``, also whether
        something that readers are told is rejected or undecided."""
        published = self.standing.published
        loose = strict and bool(published["rejected"] or published["open"])
        return self.standing.stale or bool(self.unsupported) or loose

    def as_text(self) -> str:
        """Some lines for the terminal, without a line end after the last."""
        return "\n".join(self._lines())

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        standing = self.standing
        return {
            "record": self.name,
            "stale": standing.stale,
            "counts": {word: standing.counts[key] for key, word in _VERDICTS.items()},
            "published": {word: standing.published[key] for key, word in _VERDICTS.items()},
            "by": sorted({decision.by for decision in standing.current.values()}),
            "earlier": len(standing.earlier),
            "gone": len(standing.gone),
            "rejected": [
                {"item": d.item, "wording": d.wording, "by": d.by, "note": d.note}
                for d in self.refused
            ],
            "edits": [
                {
                    "item": edit.item,
                    "text": edit.text,
                    "holds": edit.holds,
                    "reasons": [f"{p.kind}: {p.message}" for p in edit.problems],
                }
                for edit in self.edits
            ],
        }

    def _lines(self) -> Iterator[str]:
        standing = self.standing
        counts = ", ".join(f"{standing.counts[key]} {word}" for key, word in _VERDICTS.items())
        by = inert(", ".join(sorted({d.by for d in standing.current.values()})))
        yield f"Review {inert(self.name)}: {counts}{f'; by {by}' if by else ''}."
        if standing.earlier:
            word = "stale" if standing.stale else "earlier"
            many = plural(len(standing.earlier), "decision")
            other = " and ".join(standing.earlier_sources)
            yield f"{word:<12}{many} about another version of the {other}"
        for decision in standing.gone:
            yield f"{'stale':<12}{decision.item}\n    {_line(decision.wording)}"
        published, told = standing.published, sum(standing.published.values())
        if published["open"]:
            yield f"{'undecided':<12}{published['open']} of the {told} items that readers are told"
        for decision in self.refused:
            yield f"{'rejected':<12}{decision.item}, by {inert(decision.by)}"
            yield f"    {_line(decision.wording)}"
            if decision.note:
                yield f"    note: {_line(decision.note)}"
        for edit in self.unsupported:
            yield f"{'unsupported':<12}{edit.item}, edited by {inert(edit.by)}"
            yield f"    {_line(edit.text)}"
            yield from (f"    {inert(f'{p.kind}: {p.message}')}" for p in edit.problems)


def read_review(
    summary: str, content: Any, document: Document, record: str = ""
) -> Reviewed | None:
    """The record named, or the one beside the summary; None where there is none.

    Raises ReviewInvalid for a file that is no record, and SummaryInvalid where there is a record
    and the summary is not one of this program, so that nothing in it can be found again.
    """
    path = Path(record) if record else record_path(summary)
    if not record and not path.exists():
        return None
    known = read_record(path)
    try:
        parsed = Summary.model_validate(content)
    except ValidationError as error:
        raise SummaryInvalid(
            f"has a review ({path.name}) and is no summary of this program",
            document=summary,
            remedy="Move the record away, or give the summary as it was written",
        ) from error
    items = items_of(parsed)
    standing = standing_of(known, items, version_of(parsed, document))
    return Reviewed(path.name, standing, check_edits(standing.edits, items, document))


def _line(text: str) -> str:
    return inert(shorten(" ".join(text.split()), _SHOWN))
