"""Figures and conflicts: read by code, shown with their evidence."""

from __future__ import annotations

from decimal import Decimal

from summarizer.document import Span
from summarizer.facts.analysis import Analysis
from summarizer.facts.conflicts import Conflict as FoundConflict
from summarizer.facts.figures import Figure
from summarizer.grounding.support import evidence_at
from summarizer.summary import Conflict, ConflictSide, FigureItem


def figure_id(figure: Figure, facts: Analysis) -> str:
    """``F1``, ``F2``, ... in the order of the text."""
    # Compared by place first: comparing all fields with all figures before it takes far longer.
    number = next(
        number
        for number, other in enumerate(facts.figures, 1)
        if other.start == figure.start and other == figure
    )
    return f"F{number}"


def checked_figures(facts: Analysis) -> tuple[FigureItem, ...]:
    """Every figure of the article, in order."""
    return tuple(_item(figure, facts) for figure in facts.figures)


def checked_conflicts(facts: Analysis) -> tuple[Conflict, ...]:
    """Figures about the same thing that differ, with who says which."""
    return tuple(_conflict(found, facts) for found in facts.conflicts)


def _item(figure: Figure, facts: Analysis) -> FigureItem:
    attribution = facts.attribution_at(Span(figure.value_start, figure.value_end))
    return FigureItem(
        id=figure_id(figure, facts),
        text=figure.text,
        low=_plain(figure.low),
        high=_plain(figure.high),
        unit=figure.unit,
        change=figure.change,
        kind=figure.kind,
        measures=figure.subject,
        as_of=figure.as_of,
        speaker=figure.speaker or None,
        status=attribution.status if attribution else "stated",
        evidence=(evidence_at(facts.document, figure.start, figure.end),),
    )


def _plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or exponent: 4200000 and not 4.2E+6 or 4200000.0."""
    return Decimal(f"{value.normalize():f}")


def _conflict(found: FoundConflict, facts: Analysis) -> Conflict:
    sides = tuple(
        ConflictSide(
            text=figure.text,
            speaker=figure.speaker or None,
            figure=figure_id(figure, facts),
            evidence=(evidence_at(facts.document, figure.start, figure.end),),
        )
        for figure in found.members
    )
    return Conflict(
        about=found.subject, compatible=found.compatible, reason=found.reason, sides=sides
    )
