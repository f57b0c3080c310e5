"""One item of gold or of a summary as a report shows it: its words, its facts, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarizer.evaluation.gold import (
    GoldActor,
    GoldClaim,
    GoldConflict,
    GoldFigure,
    GoldFile,
    GoldQuestion,
)
from summarizer.evaluation.results import Field
from summarizer.render.passages import Offsets
from summarizer.summary import Actor, Claim, Conflict, Evidence, FigureItem, OpenQuestion, Summary

ONE: Final[Mapping[Field, str]] = {
    "claims": "claim",
    "actors": "actor",
    "figures": "figure",
    "conflicts": "conflict",
    "open_questions": "question",
}
THE_ARTICLE = "the article"


@dataclass(frozen=True, slots=True)
class Side:
    """``label`` is the item's name, ``facts`` short phrases, ``values`` what attributes compare."""

    label: str
    text: str
    facts: tuple[str, ...] = ()
    values: Mapping[str, str] | None = None
    spans: tuple[Offsets, ...] = ()
    quote: str = ""


GoldItem = GoldClaim | GoldActor | GoldFigure | GoldConflict | GoldQuestion
ShownItem = Claim | Actor | FigureItem | Conflict | OpenQuestion


def gold_items(gold: GoldFile, field: Field) -> Sequence[GoldItem]:
    """One list of a gold file."""
    lists: Mapping[Field, Sequence[GoldItem]] = {
        "claims": gold.claims,
        "actors": gold.actors,
        "figures": gold.figures,
        "conflicts": gold.conflicts,
        "open_questions": gold.open_questions,
    }
    return lists[field]


def shown_items(summary: Summary, field: Field) -> Sequence[ShownItem]:
    """One list of a summary."""
    lists: Mapping[Field, Sequence[ShownItem]] = {
        "claims": summary.key_claims,
        "actors": summary.actors,
        "figures": summary.figures,
        "conflicts": summary.conflicts,
        "open_questions": summary.open_questions,
    }
    return lists[field]


def gold_side(item: GoldItem, article: str) -> Side:
    """A gold item; its evidence is looked up in the article."""
    words = _words(item)
    grade = getattr(item, "grade", "")
    quotes = list(item.evidence)
    if isinstance(item, GoldConflict):
        quotes += [quote for side in item.sides for quote in side.evidence]
    return Side(
        label=item.id,
        text=words.text,
        facts=(*(["core"] if grade == "core" else []), *words.facts),
        values=words.values,
        spans=places_of(quotes, article),
        quote=quotes[0],
    )


def shown_side(item: ShownItem, field: Field, position: int) -> Side:
    """The item at ``position`` (from 0) of a summary's list."""
    words = _words(item)
    evidence = _shown_evidence(item)
    verbatim = isinstance(item, Claim) and item.wording == "verbatim"
    return Side(
        label=f"{ONE[field]} {position + 1}",
        text=words.text,
        facts=(*(["verbatim"] if verbatim else []), *words.facts),
        values=words.values,
        spans=tuple(dict.fromkeys((piece.start, piece.end) for piece in evidence)),
        quote=evidence[0].quote if evidence else "",
    )


def _shown_evidence(item: ShownItem) -> list[Evidence]:
    if isinstance(item, Conflict):
        return [piece for side in item.sides for piece in side.evidence]
    said_by = item.speaker_evidence if isinstance(item, Claim) else None
    return [*item.evidence, *([said_by] if said_by else [])]


def places_of(quotes: Iterable[str], article: str) -> tuple[Offsets, ...]:
    """Where quotes stand in the article; a quote that does not is left out."""
    found = ((article.find(quote), len(quote)) for quote in dict.fromkeys(quotes))
    return tuple((start, start + length) for start, length in found if start >= 0)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    facts: tuple[str, ...]
    values: Mapping[str, str]


def _words(item: GoldItem | ShownItem) -> _Words:
    """Gold and shown items of one kind have the same names for what is compared here."""
    kinds: Sequence[tuple[tuple[type, ...], Callable[[Any], _Words]]] = (
        ((GoldClaim, Claim), _claim),
        ((GoldActor, Actor), _actor),
        ((GoldFigure, FigureItem), _figure),
        ((GoldConflict, Conflict), _conflict),
        ((GoldQuestion, OpenQuestion), _question),
    )
    return next(words(item) for types, words in kinds if isinstance(item, types))


def _claim(item: GoldClaim | Claim) -> _Words:
    anonymous = isinstance(item, Claim) and item.anonymous
    speaker = item.speaker or ("a source not named" if anonymous else THE_ARTICLE)
    return _Words(
        item.text,
        (f"said by {speaker}", item.status),
        {"speaker": speaker, "status": item.status},
    )


def _actor(item: GoldActor | Actor) -> _Words:
    also = (f"also {', '.join(item.aliases)}",) if item.aliases else ()
    role = (item.role,) if item.role else ()
    return _Words(
        item.name,
        (item.kind, *role, *also),
        {"kind": item.kind, "role": item.role or "none"},
    )


def _figure(item: GoldFigure | FigureItem) -> _Words:
    low, high = f"{item.low.normalize():f}", f"{item.high.normalize():f}"
    value = low if low == high else f"{low} to {high}"
    read = f"{item.change} {value} {item.unit}".strip()
    facts = [read, *([item.measures] if item.measures else [])]
    facts += [item.as_of] if item.as_of else []
    facts += [f"said by {item.speaker}"] if item.speaker else []
    values = {
        "change": item.change,
        "measures": item.measures or "nothing",
        "speaker": item.speaker or THE_ARTICLE,
        "as_of": item.as_of or "no date",
    }
    return _Words(item.text, tuple(facts), values)


def _conflict(item: GoldConflict | Conflict) -> _Words:
    sides = tuple(f"{side.text} ({side.speaker or THE_ARTICLE})" for side in item.sides)
    compatible = "all may be true" if item.compatible else "cannot all be true"
    return _Words(
        item.about, (compatible, *sides), {"compatible": compatible, "sides": "; ".join(sides)}
    )


def _question(item: GoldQuestion | OpenQuestion) -> _Words:
    reason = item.reason.replace("_", " ")
    return _Words(item.text, (reason,), {"reason": reason})
