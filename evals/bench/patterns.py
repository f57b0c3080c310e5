"""Every regular expression of the package, over 100 KB of hostile text.

Timed is finding all matches (``finditer`` to its end) in the text that is worst for the pattern;
100,000 matches of a single character are some 10 ms of the bar. The patterns are those that modules
hold, and those that are built when a language is first read (``BUILDERS``).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import regex

import summarizer
from evals.bench.table import Row
from summarizer.facts.dates.forms import forms
from summarizer.facts.dates.words import DATE_WORDS
from summarizer.facts.figures.languages import LANGUAGES
from summarizer.facts.figures.tokens import token_pattern
from summarizer.facts.instructions.orders import kinds

SIZE = 100_000
BAR_MS = 50.0
UNITS = ("a", "A", "1", " ", "\n", ".", ",", '"', "“", "'", "-", "(", "a ", "A ", "1,", "1.", "$1 ")
HOSTILE = {repr(unit): (unit * SIZE)[:SIZE] for unit in UNITS}


def _date_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for code in DATE_WORDS:
        for number, form in enumerate(forms(code)):
            yield f"{code}[{number}]", form.pattern


def _token_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for code, language in LANGUAGES.items():
        yield code, token_pattern(language.group, language.decimal)


def _order_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for kind, ways in kinds().items():
        yield from ((f"{kind}[{at}]", way) for at, way in enumerate(ways))


BUILDERS: dict[str, Callable[[], Iterable[tuple[str, re.Pattern[str]]]]] = {
    "summarizer.facts.dates.forms": _date_patterns,
    "summarizer.facts.figures.tokens": _token_patterns,
    "summarizer.facts.instructions.orders": _order_patterns,
}
"""Modules that compile patterns in a function, and all patterns that the function can give."""


def rows(data: Path) -> list[Row]:
    """The slowest patterns, each with the text that was worst for it."""
    del data
    measured = sorted(((*_worst(p), name) for name, p in patterns()), reverse=True)
    slowest = [
        Row(f"{name} on {text}", f"{ms:.0f} ms", f"at most {BAR_MS:.0f} ms", ms <= BAR_MS)
        for ms, text, name in measured[:5]
    ]
    over = sum(ms > BAR_MS for ms, _, _ in measured)
    return [Row("patterns over the bar", f"{over} of {len(measured)}", "0", over == 0), *slowest]


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that the package's modules hold or build, once, by its name."""
    found = {pattern.pattern: (name, pattern) for name, pattern in (*_held(), *_built())}
    return sorted(found.values(), key=lambda pair: pair[0])


def cpu_ms(pattern: re.Pattern[str], text: str) -> float:
    """Milliseconds of processor time to find all matches."""
    begun = time.process_time()
    deque(pattern.finditer(text), maxlen=0)
    return (time.process_time() - begun) * 1000


def _worst(pattern: re.Pattern[str]) -> tuple[float, str]:
    return max(
        (min(cpu_ms(pattern, text) for _ in range(2)), name) for name, text in HOSTILE.items()
    )


def _held() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for held in _inside(value):
                if isinstance(held, re.Pattern | regex.Pattern) and isinstance(held.pattern, str):
                    yield f"{module.name}.{name}", held


def _built() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module, build in BUILDERS.items():
        yield from ((f"{module}.{name}", pattern) for name, pattern in build())


def _inside(value: object) -> tuple[object, ...]:
    """The value, or what a table of values holds."""
    if isinstance(value, dict):
        return tuple(value.values())
    return tuple(value) if isinstance(value, tuple | list) else (value,)
