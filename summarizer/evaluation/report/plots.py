"""Small plots as inline SVG: values on a line, with their intervals.

Positions are percentages, so that a plot is as wide as its place and its marks keep their size.
Runs differ by shape, not only by colour. Every number drawn is written beside it as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_SHAPES = (
    Markup('<circle r="5"/>'),
    Markup('<rect x="-4.5" y="-4.5" width="9" height="9"/>'),
    Markup('<path d="M0-6 5.5 4.5H-5.5z"/>'),
    Markup('<path d="M0-6.5 6 0 0 6.5-6 0z"/>'),
    Markup('<path d="M0 6 5.5-4.5H-5.5z"/>'),
    Markup('<path d="M-2-5.5h4v3.5h3.5v4H2v3.5h-4V2h-3.5v-4H-2z"/>'),
)
_MARGIN = 2.5  # per cent of the width, left and right: a mark at an end is drawn whole
_LANE = 15  # pixels from one run to the next in a strip


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a value lies with 95 % confidence: ``low <= high``, in the value's own unit."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where a plot goes, and where its lines are."""

    low: float = 0.0
    high: float = 1.0
    ticks: tuple[float, ...] = (0.0, 0.25, 0.5, 0.75, 1.0)
    zero: bool = False

    def at(self, value: float) -> str:
        """Where a value lies, in per cent of the width."""
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return f"{_MARGIN + part * (100 - 2 * _MARGIN):.2f}%"

    def name(self, tick: float) -> str:
        """The number under a line."""
        return f"{tick:+.2f}".replace("-", "−") if self.zero and tick else f"{tick:.2f}"


UNIT = Scale()
"""Of rates: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value to draw, in the shape and colour of a run (``run`` counts from 0)."""

    value: float
    run: int = 0
    interval: Interval | None = None


def around_zero(values: Sequence[float]) -> Scale:
    """A scale for differences: the same to both sides, up to a tenth that holds them all."""
    reach = max((abs(value) for value in values), default=0.0)
    tenth = max(1, -int(-reach * 10 // 1)) / 10
    return Scale(-tenth, tenth, (-tenth, -tenth / 2, 0.0, tenth / 2, tenth), zero=True)


def shape(run: int) -> Markup:
    """A run's mark alone, for a legend."""
    return Markup(
        '<svg class="key r{}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">'
        "{}</svg>"
    ).format(run % len(_SHAPES), _SHAPES[run % len(_SHAPES)])


def track(dots: Sequence[Dot | None], label: str, scale: Scale = UNIT) -> Markup:
    """One row of a plot: every dot on a lane of its own; ``label`` is what it says in words."""
    height = max(_LANE * len(dots) + 9, 24)
    grid = Markup("").join(
        Markup('<line class="{}" x1="{}" x2="{}" y1="0" y2="{}"/>').format(
            "zero" if scale.zero and tick == 0 else "grid", scale.at(tick), scale.at(tick), height
        )
        for tick in scale.ticks
    )
    lanes = Markup("").join(
        _dot(dot, scale, height / 2 + (lane - (len(dots) - 1) / 2) * _LANE)
        for lane, dot in enumerate(dots)
        if dot is not None
    )
    return Markup(
        '<svg class="track" role="img" width="100%" height="{}" aria-label="{}">{}{}</svg>'
    ).format(height, label, grid, lanes)


def axis(scale: Scale = UNIT) -> Markup:
    """The numbers under a plot."""
    labels = Markup("").join(
        Markup('<text x="{}" y="12" text-anchor="middle">{}</text>').format(
            scale.at(tick),
            f"{tick:+.2f}".replace("-", "−") if scale.zero and tick else f"{tick:.2f}",
        )
        for tick in scale.ticks
    )
    return Markup(
        '<svg class="track axis" width="100%" height="16" aria-hidden="true">{}</svg>'
    ).format(labels)


def _dot(dot: Dot, scale: Scale, y: float) -> Markup:
    name = dot.run % len(_SHAPES)
    line = Markup("")
    if dot.interval:
        line = Markup('<line class="whisker" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
            scale.at(dot.interval.low), scale.at(dot.interval.high), y, y
        )
    return Markup('<g class="r{}">{}<svg x="{}" y="{}" overflow="visible">{}</svg></g>').format(
        name, line, scale.at(dot.value), y, _SHAPES[name]
    )
