"""Words that may stand for each other, and words that exclude each other."""

from __future__ import annotations

import pytest

from summarizer.facts.claims.relation_tables import OPPOSED
from summarizer.facts.claims.relations import excludes, same_meaning
from summarizer.facts.words import stem

SAME = [("rose", "increased"), ("arrested", "detained"), ("firm", "companies")]
APART = [
    ("before", "after"),
    ("fell", "rising"),
    ("million", "billion"),
    ("Tuesday", "Monday"),
    ("changed", "unchanged"),
    ("taxable", "nontaxable"),
]
NEITHER = [("form", "inform"), ("house", "river"), ("rose", "rose")]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_synonyms(left: str, right: str) -> None:
    assert same_meaning(stem(left), stem(right))
    assert not excludes(stem(left), stem(right))


@pytest.mark.parametrize(("left", "right"), APART)
def test_words_that_exclude_each_other_do_so_both_ways(left: str, right: str) -> None:
    assert excludes(stem(left), stem(right))
    assert excludes(stem(right), stem(left))


@pytest.mark.parametrize(("left", "right"), NEITHER)
def test_other_words_do_not(left: str, right: str) -> None:
    assert not excludes(stem(left), stem(right))


def test_every_line_of_opposites_has_two_sides() -> None:
    assert all(line.count("|") == 1 for line in OPPOSED.strip().splitlines())
