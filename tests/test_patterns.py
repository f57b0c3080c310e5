"""No regular expression of the package is worse than linear on hostile text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer
from evals.bench.patterns import BUILDERS, HOSTILE, cpu_ms, patterns

PACKAGE = Path(summarizer.__file__).parent

BOUND_MS = 5_000
"""Processor time, far over what a linear pattern needs: a quadratic one takes minutes."""


def test_the_patterns_are_found() -> None:
    assert len(patterns()) > 20


def calls_in_functions(tree: ast.AST) -> Iterator[str]:
    """The functions of ``re`` and ``regex`` that are called inside a function."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    home = node.func.value
                    if isinstance(home, ast.Name) and home.id in ("re", "regex"):
                        yield node.func.attr


def test_every_pattern_is_held_by_a_module_or_listed_with_its_builder() -> None:
    hidden = set()
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(("summarizer", *path.relative_to(PACKAGE).with_suffix("").parts))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if set(calls_in_functions(tree)) - {"escape"}:
            hidden.add(module)

    assert hidden == set(BUILDERS)


@pytest.mark.parametrize("name_and_pattern", patterns(), ids=lambda pair: pair[0])
def test_a_pattern_is_not_worse_than_linear(name_and_pattern: tuple[str, re.Pattern[str]]) -> None:
    assert all(cpu_ms(name_and_pattern[1], text) < BOUND_MS for text in HOSTILE.values())
