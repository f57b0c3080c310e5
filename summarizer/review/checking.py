"""An editor's wording, held against the evidence of the item it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.document.hidden import visible_text
from summarizer.review.items import Item
from summarizer.review.record import Decision
from summarizer.summary import Problem

if TYPE_CHECKING:
    from summarizer.document import Document

_SAYS_NOTHING = frozenset({"question", "conflict", "marked"})
"""Their line asks, names or warns: the article need not bear it out."""
_SHORT_EVIDENCE = frozenset({"figure", "actor"})
"""Their evidence is a few words: what is said of them stands in the sentence around."""
_NO_EVIDENCE = Problem(kind="evidence", message="the item has no evidence to hold the text against")


@dataclass(frozen=True, slots=True)
class Edited:
    """Whether a text holds, and why not. ``holds`` is None for what claims nothing."""

    holds: bool | None
    problems: tuple[Problem, ...] = ()


def check_edit(item: Item, text: str, document: Document | None = None) -> Edited:
    """Hold ``text`` against the item's evidence, as the model's own wordings are.

    With the ``document``, figures and actors are held against the sentences around them.
    """
    if item.kind in _SAYS_NOTHING:
        return Edited(None)
    evidence = [visible_text(quote) for quote in _evidence(item, document)]
    if not evidence:
        return Edited(False, (_NO_EVIDENCE,))
    from summarizer.facts.claims import check_claim

    check = check_claim(text, evidence)
    problems = tuple(
        Problem(kind=p.kind, message=p.message, said=p.claim_text, found=p.evidence_text)
        for p in check.problems
    )
    return Edited(check.supported, () if check.supported else problems)


def check_edits(
    decisions: Sequence[Decision], items: Sequence[Item], document: Document | None = None
) -> tuple[Decision, ...]:
    """The decisions, each edited one with what the check of its text found, just now."""
    known = {item.id: item for item in items}
    return tuple(_checked(decision, known.get(decision.item), document) for decision in decisions)


def _checked(decision: Decision, item: Item | None, document: Document | None) -> Decision:
    if decision.verdict != "edited" or item is None:
        return decision.model_copy(update={"holds": None, "problems": ()})
    found = check_edit(item, decision.text, document)
    return decision.model_copy(update={"holds": found.holds, "problems": found.problems})


def _evidence(item: Item, document: Document | None) -> list[str]:
    if document is None or item.kind not in _SHORT_EVIDENCE:
        return [piece.quote for piece in item.evidence]
    from summarizer.document import Span

    around = {
        sentence.number: sentence.text
        for piece in item.evidence
        if document.text[piece.start : piece.end] == piece.quote
        for sentence in document.sentences_in(Span(piece.start, piece.end))
    }
    return [around[number] for number in sorted(around)]
