"""Many measures, one decision: what each p-value is held to, so that chance seldom fires at all.

scipy has no Holm; statsmodels would be a dependency for these few lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values adjusted for their number, in the order given.

    With all adjusted values up to ``alpha`` called findings, the chance of one or more false ones
    is at most ``alpha``, however the measures depend on each other (Holm, 1979).
    """
    adjusted = [1.0] * len(p_values)
    reached = 0.0
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    for rank, at in enumerate(order):
        reached = max(reached, min(1.0, (len(order) - rank) * p_values[at]))
        adjusted[at] = reached
    return adjusted


def levels(p_values: Sequence[float], alpha: float) -> list[float]:
    """What each p-value was held to by Holm's procedure: it is a finding where it is not above.

    The least p-value is held to ``alpha / m``, the next to ``alpha / (m - 1)`` ... until one fails;
    that one's level is that of all that follow.
    """
    held = [alpha] * len(p_values)
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    stopped_at: float | None = None
    for rank, at in enumerate(order):
        level = alpha / (len(order) - rank) if stopped_at is None else stopped_at
        held[at] = level
        if p_values[at] > level:
            stopped_at = level
    return held


def attainable(smallest_p: Mapping[str, float], alpha: float) -> tuple[str, ...]:
    """The measures that could be findings at all: only these are counted by Holm's procedure.

    ``smallest_p`` is, for each, the least p-value that its test could give whatever the signs of
    the differences: 2/2^k where k articles differ. A measure in which two articles differ cannot
    reach 0.05, can be no false finding, and need not make the others pay (Tarone, Biometrics 1990).
    The choice looks at how many articles differ, never at which run they favour.
    """
    names = list(smallest_p)
    for size in range(1, len(names) + 1):
        able = tuple(name for name in names if smallest_p[name] <= alpha / size)
        if len(able) <= size:
            return able
    return ()
