"""The items of a summary as the page shows them: their lines, and where their evidence is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.render import wording
from summarizer.render.inert import inert, shorten
from summarizer.render.review.article import ArticleView, stands
from summarizer.review.items import KIND_NAMES, Item, ItemKind

if TYPE_CHECKING:
    from summarizer.summary import Evidence, FigureItem

LETTERS: dict[ItemKind, str] = {"claim": "c", "figure": "f", "marked": "m"}
"""The kinds whose words the article shows marked even when no item is chosen."""

NOBODY = "The article"
ANONYMOUS = "A source not named"
_CHANGES = {"~": "about ", ">": "at least ", "<": "at most ", "up": "up ", "down": "down "}
_SINGULAR: dict[ItemKind, str] = {
    "headline": "Headline",
    "abstract": "Abstract",
    "claim": "Claim",
    "figure": "Figure",
    "conflict": "Conflict",
    "question": "Question",
    "actor": "Actor",
    "rejected": "Rejected",
    "marked": "Marked",
}
_QUOTE = 400
_QUOTES = 4


@dataclass(frozen=True)
class Row:
    """An item on the page.

    ``ranges`` are the pieces of its evidence and ``beside`` those of what names its speaker or
    role; ``speakers`` numbers of the page's list of speakers. ``lost`` is how much of its evidence
    is not in the article.
    """

    item: Item
    label: str
    ranges: str
    beside: str
    speakers: str
    status: str
    quotes: tuple[str, ...]
    lost: int


@dataclass(frozen=True)
class Section:
    """The rows of a kind, under its heading."""

    kind: ItemKind
    title: str
    rows: tuple[Row, ...]


def speakers_of(items: Iterable[Item]) -> tuple[str, ...]:
    """Everyone who says something, who says most first."""
    counts = Counter(name for item in items for name in _speakers(item))
    return tuple(name for name, _ in counts.most_common())


def sections_of(items: Sequence[Item], article: ArticleView | None) -> tuple[Section, ...]:
    """The items under their headings; a kind without items has none."""
    names = {name: number for number, name in enumerate(speakers_of(items))}
    sections = []
    for kind, title in KIND_NAMES.items():
        of_kind = [item for item in items if item.kind == kind]
        rows = tuple(
            _row(item, number if len(of_kind) > 1 else 0, article, names)
            for number, item in enumerate(of_kind, 1)
        )
        if rows:
            sections.append(Section(kind, title, rows))
    return tuple(sections)


def missing_in(items: Iterable[Item]) -> tuple[str, ...]:
    """The kinds that the summary has none of, as a reader calls them; marks are no loss."""
    there = {item.kind for item in items}
    return tuple(
        title.lower() for kind, title in KIND_NAMES.items() if kind not in there | {"marked"}
    )


def value_of(figure: FigureItem) -> str:
    """What code read: ``at least 2,000 (EUR)``, ``30–40 (percent)``."""
    low, high = _number(figure.low), _number(figure.high)
    amount = low if low == high else f"{low}–{high}"
    unit = f" ({figure.unit})" if figure.unit else ""
    return f"{_CHANGES.get(figure.change, '')}{amount}{unit}"


def marked_in(items: Iterable[Item]) -> list[tuple[str, Evidence]]:
    """All evidence on the page, each piece with its kind's letter: what the article is cut at."""
    found = [(LETTERS.get(item.kind, "o"), piece) for item in items for piece in item.evidence]
    return found + [("o", piece) for item in items for piece in _beside(item)]


def _row(item: Item, number: int, article: ArticleView | None, names: dict[str, int]) -> Row:
    quotes = () if _is_verbatim(item) else item.evidence
    return Row(
        item=item,
        label=f"{_SINGULAR[item.kind]} {number}" if number else _SINGULAR[item.kind],
        ranges=article.ranges(item.evidence) if article else "",
        beside=article.ranges(_beside(item)) if article else "",
        speakers=" ".join(str(names[name]) for name in dict.fromkeys(_speakers(item))),
        status=getattr(item.value, "status", "") if item.kind in ("claim", "figure") else "",
        quotes=tuple(
            f"“{shorten(inert(piece.quote), _QUOTE)}” s{piece.sentence}"
            for piece in quotes[:_QUOTES]
        ),
        lost=sum(not stands(piece, article.text) for piece in item.evidence) if article else 0,
    )


def _beside(item: Item) -> tuple[Evidence, ...]:
    """What names a claim's speaker: not its evidence, but worth seeing with it."""
    found = getattr(item.value, "speaker_evidence", None)
    return (found,) if found else ()


def _speakers(item: Item) -> list[str]:
    if item.kind == "claim" and item.value.anonymous:
        return [item.value.speaker or ANONYMOUS]
    if item.kind in ("claim", "figure"):
        return [item.value.speaker or NOBODY]
    if item.kind == "conflict":
        return [side.speaker or NOBODY for side in item.value.sides]
    if item.kind == "rejected" and item.value.speaker:
        return [item.value.speaker]
    return []


def _is_verbatim(item: Item) -> bool:
    """Whether the quotes would only say again what the item says."""
    quotes = " ".join(piece.quote for piece in item.evidence)
    verbatim = getattr(item.value, "wording", "") == "verbatim"
    return verbatim or item.kind in ("actor", "figure", "conflict") or quotes == item.wording


def _number(value: Decimal) -> str:
    """The number in plain digits, unless it would fill the page."""
    return f"{value.normalize():,f}" if abs(value.adjusted()) < 30 else str(value)


def speaker_of(item: Item) -> str:
    """Who makes a claim, as every view words it."""
    return wording.speaker_of(item.value)
