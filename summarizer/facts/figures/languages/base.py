"""The shape of a language's table: everything about figures that differs between languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from summarizer.facts.figures.model import Change
from summarizer.facts.figures.tokens import Phrases


def table(value: Change, phrases: str) -> list[tuple[str, Change]]:
    """Pairs of phrase and value for a list of phrases with commas between them."""
    return [(phrase.strip(), value) for phrase in phrases.split(",")]


@dataclass(frozen=True)
class Language:
    """The words and number format of one language. All words are lower case.

    ``group`` and ``decimal`` are the characters between groups of three digits and before the
    decimals. ``cardinals`` are the number words below a hundred (phrases of tokens, a hyphen is a
    token), ``scales`` multiply what stands before them, ``vague`` are plurals that stand for a
    range ("dozens"). ``fractions`` are denominators by word; ``before``/``after`` are bound
    phrases with their change sign. ``scale_of`` are the words that join a scale and its noun
    ("millions de personnes"). Word lists that a language leaves out are empty.
    """

    code: str
    group: str
    decimal: str
    cardinals: Phrases[int]
    hundreds: frozenset[str]
    scales: Mapping[str, Decimal]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    before: Phrases[Change]
    after: Phrases[Change]
    up: frozenset[str]
    down: frozenset[str]
    phrasal: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    short_scales: Mapping[str, Decimal] = field(default_factory=dict)
    bare_scales: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    fractions: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    number_and: frozenset[str] = frozenset()
    pronoun_one: frozenset[str] = frozenset()
    not_one: frozenset[str] = frozenset()
    range_from: frozenset[str] = frozenset()
    range_between: frozenset[str] = frozenset()
    range_to: frozenset[str] = frozenset()
    range_and: frozenset[str] = frozenset()
    range_or: frozenset[str] = frozenset()
    out_of: Phrases[int] = field(default_factory=lambda: Phrases([]))
    of: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    point: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    plurals: Mapping[str, str] = field(default_factory=dict)
    plural_endings: tuple[str, ...] = ()
    capital_nouns: bool = False
    scale_of: frozenset[str] = frozenset()
    change_nouns: frozenset[str] = frozenset()
    designators: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    old: Phrases[int] = field(default_factory=lambda: Phrases([]))
    aged: Phrases[int] = field(default_factory=lambda: Phrases([]))
    year_before: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    superlatives: Mapping[str, str] = field(default_factory=dict)
    score_words: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    time_words: frozenset[str] = frozenset()

    @cached_property
    def number_starts(self) -> frozenset[str]:
        """The words that a number can begin with: most words of a text begin none."""
        words = (self.articles, self.half, self.vague, self.bare_scales)
        return frozenset(("several", "few", "tens")).union(self.cardinals.first_words, *words)


def marked(phrases: Iterable[str]) -> Phrases[int]:
    """A phrase table whose values do not matter."""
    return Phrases((phrase.strip(), 1) for phrase in phrases)


def decimals(text: str) -> dict[str, Decimal]:
    """A table ``word value, word value``, the value written as 1e6."""
    pairs = (entry.split() for entry in text.split(","))
    return {word: Decimal(int(float(value))) for word, value in pairs}


def tens_of(
    scale: Mapping[str, str], values: Mapping[str, Decimal]
) -> dict[str, tuple[Decimal, Decimal]]:
    """Vague plurals by word, each standing for one to ten of its scale."""
    return {plural: (values[word], values[word] * 10) for plural, word in scale.items()}
