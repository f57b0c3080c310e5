"""No regular expression of the package is worse than linear on hostile text."""

from __future__ import annotations

import re

import pytest

from evals.bench.patterns import HOSTILE, cpu_ms, patterns

BOUND_MS = 5_000
"""Processor time, far over what a linear pattern needs: a quadratic one takes minutes."""


def test_the_patterns_are_found() -> None:
    assert len(patterns()) > 20


@pytest.mark.parametrize("name_and_pattern", patterns(), ids=lambda pair: pair[0])
def test_a_pattern_is_not_worse_than_linear(name_and_pattern: tuple[str, re.Pattern[str]]) -> None:
    assert all(cpu_ms(name_and_pattern[1], text) < BOUND_MS for text in HOSTILE.values())
