"""The parts of a summary that an editor decides about, each with a name that lasts."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.summary import Actor, Evidence, FigureItem, Summary

ItemKind = Literal[
    "headline",
    "abstract",
    "claim",
    "figure",
    "conflict",
    "question",
    "actor",
    "rejected",
    "marked",
]
KIND_NAMES: dict[ItemKind, str] = {
    "headline": "Headline",
    "abstract": "Abstract",
    "claim": "Claims",
    "figure": "Figures",
    "conflict": "Conflicts",
    "question": "Open questions",
    "actor": "Actors",
    "rejected": "Rejected",
    "marked": "Marked",
}
"""Every kind, in the order in which a page shows them, and the heading it stands under."""

PUBLISHED = frozenset(KIND_NAMES) - {"rejected", "marked"}
"""The kinds that tell a reader something; the others are there for the editor."""

_DIGEST = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a summary.

    ``id`` is the kind and a digest of what the item says and of the words it rests on: it stays
    the same when the item moves, in the summary or in the article, and is another once a word
    changes. ``wording`` is the line an editor may change; ``evidence`` all that supports it.
    ``value`` is the summary's own object, None for headline and abstract.
    """

    id: str
    kind: ItemKind
    wording: str
    evidence: tuple[Evidence, ...]
    value: Any = None


def items_of(summary: Summary) -> tuple[Item, ...]:
    """Every item, in the order of ``KIND_NAMES``. Items that say the same have ids that differ."""
    seen: Counter[str] = Counter()
    found: list[Item] = []
    for item, said in _items(summary):
        name = f"{item.kind}-{_digest([item.kind, item.wording, *said])}"
        seen[name] += 1
        last = f"{name}-{seen[name]}" if seen[name] > 1 else name
        found.append(Item(last, item.kind, item.wording, item.evidence, item.value))
    return tuple(found)


def _items(summary: Summary) -> Iterator[tuple[Item, list[str]]]:
    """Every item without its id, and what of it beside its wording is part of the id."""
    if summary.headline:
        yield _item("headline", summary.headline, summary.headline_evidence)
    if summary.abstract:
        yield _item("abstract", summary.abstract, summary.abstract_evidence)
    for claim in summary.key_claims:
        yield _item("claim", claim.text, claim.evidence, claim, claim.speaker or "", claim.status)
    for figure in summary.figures:
        who = (figure.speaker or "", figure.status)
        value = (str(figure.low), str(figure.high), figure.unit, figure.change, figure.as_of)
        yield _item("figure", _figure_line(figure), figure.evidence, figure, *who, *value)
    for conflict in summary.conflicts:
        said = [word for side in conflict.sides for word in (side.text, side.speaker or "")]
        said += [str(conflict.compatible), conflict.reason]
        evidence = tuple(e for side in conflict.sides for e in side.evidence)
        yield _item("conflict", conflict.about, evidence, conflict, *said)
    for question in summary.open_questions:
        yield _item("question", question.text, question.evidence, question, question.reason)
    for actor in summary.actors:
        role = (actor.role_evidence,) if actor.role_evidence else ()
        yield _item("actor", _actor_line(actor), (*actor.evidence, *role), actor, actor.kind)
    for refused in summary.rejected:
        yield _item("rejected", refused.text, refused.evidence, refused, refused.speaker or "")
    for marked in summary.marked:
        yield _item("marked", marked.message, marked.evidence, marked, marked.kind)


def _item(
    kind: ItemKind, wording: str, evidence: tuple[Evidence, ...], value: Any = None, *said: str
) -> tuple[Item, list[str]]:
    quotes = [piece.quote for piece in evidence]
    return Item("", kind, wording, evidence, value), [*said, *quotes]


def counted_beyond(figure: FigureItem) -> str:
    """What of the thing counted the figure's own words do not say: "40 soldiers" of "soldiers who
    fell" leaves "who fell"."""
    words, counted = figure.text.split(), figure.measures.split()
    if figure.measures.casefold() in figure.text.casefold():
        return ""
    shared = next(
        (n for n in range(min(len(words), len(counted)), 0, -1) if words[-n:] == counted[:n]), 0
    )
    return " ".join(counted[shared:])


def _figure_line(figure: FigureItem) -> str:
    return " ".join(filter(None, (figure.text, counted_beyond(figure))))


def _actor_line(actor: Actor) -> str:
    return f"{actor.name}, {actor.role}" if actor.role else actor.name


def _digest(said: list[str]) -> str:
    spelled = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()[:_DIGEST]
