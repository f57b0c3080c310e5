"""Whether the names of a claim stand in its evidence, under the same or another form."""

from __future__ import annotations

import re

from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.reading import Reading
from summarizer.facts.names import Name, country_of, same_name, stands_for
from summarizer.facts.words import stem

# "YoY", "MoM": written with capitals, and no name.
_ABBREVIATION = re.compile(r"[A-Z][a-z][A-Z]$")


def name_problems(both: Comparison) -> list[Problem]:
    """The names of the claim that the evidence does not have."""
    return [
        Problem("name", f"the evidence does not name {name.text}", name.text)
        for name in both.claim.names
        if not _ABBREVIATION.match(name.text)
        and not _is_written(name.text, both.evidence)
        and not any(_is_same(name, other) for other in both.evidence.names)
    ]


def _is_written(name: str, evidence: Reading) -> bool:
    """Whether every word of ``name`` stands in the evidence, in any case."""
    return all(evidence.index.has_family(stem(part)) for part in name.replace("-", " ").split())


def _is_same(name: Name, other: Name) -> bool:
    if same_name(name.text, other.text):
        return True
    state = country_of(name.text, demonyms=True) or stands_for(name.text)
    return bool(state) and state == (
        country_of(other.text, demonyms=True) or stands_for(other.text)
    )
