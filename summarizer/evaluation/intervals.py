"""Intervals for a rate of independent trials. They need no library."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95


def wilson(right: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The Wilson score interval of ``right`` of ``of``: low and high, in 0..1; for 0 of 0, all.

    Wilson, 1927. It stays inside 0..1 and holds its coverage near both ends, where the textbook's
    p ± 1.96 standard errors has no width at all. The trials are taken to be independent: items of
    one article are not quite, so read it as the narrowest that is fair.
    """
    if not 0 <= right <= of:
        raise ValueError(f"{right} of {of} is no rate")
    if not of:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    rate, shrunk = right / of, 1 + z * z / of
    middle = (rate + z * z / (2 * of)) / shrunk
    half = z / shrunk * sqrt(rate * (1 - rate) / of + z * z / (4 * of * of))
    # At the ends the formula gives 0 and 1 but for rounding.
    return (
        0.0 if right == 0 else max(0.0, middle - half),
        1.0 if right == of else min(1.0, middle + half),
    )


def rule_of_three(of: int) -> float:
    """How high the rate of failure may still be, with 95 % confidence, after 0 failures ``of``.

    3/n, from (1 - p)^n = 0.05 (Hanley and Lippman-Hand, JAMA 1983); 1 where nothing was tried.
    """
    return min(1.0, 3 / of) if of > 0 else 1.0
