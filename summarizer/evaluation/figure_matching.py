"""Which figure of a summary is which of the gold: value and unit first, then what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from summarizer.evaluation.assignment import NO_MATCH, Score
from summarizer.evaluation.claim_features import read_features, read_index
from summarizer.evaluation.evidence import SHARED_FROM, gold_spans, item_spans, overlap
from summarizer.evaluation.gold import GoldFigure
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.similarity import coverages
from summarizer.facts.figures import money, read_figures, units
from summarizer.summary import FigureItem

Quantity: TypeAlias = tuple[str, Decimal, Decimal]

# How much of the words for what is measured makes two figures of different sentences one.
_SAME_MEASURE = 0.5
# Of two things that a pairing can have in common, the sentence counts for more.
_SENTENCE, _MEASURE = 0.6, 0.4


def score_figures(
    case: GoldCase, gold: Sequence[GoldFigure], items: Sequence[FigureItem]
) -> list[list[Score]]:
    """1 where value, unit and thing are the same, else 0: a figure gets no partial credit.

    The thing is the same where the figures stand in the same words of the article, or where what
    is measured is said in much the same words. Among several with one value, those of the same
    sentence and measure are paired first.
    """
    language = case.gold.language
    found: dict[Quantity, list[int]] = {}
    for at, item in enumerate(items):
        found.setdefault(quantity_of(item, language), []).append(at)
    scores = []
    for one in gold:
        line = [NO_MATCH] * len(items)
        for at in found.get(quantity_of(one, language), ()):
            line[at] = _score(case, one, items[at])
        scores.append(line)
    return scores


def _score(case: GoldCase, gold: GoldFigure, item: FigureItem) -> Score:
    """The score of two figures of one value and unit."""
    shared = overlap(gold_spans(case.document.text, gold.evidence), item_spans(item.evidence))
    measured = _measured_alike(gold.measures, item.measures, case.gold.language)
    if shared < SHARED_FROM and measured < _SAME_MEASURE:
        return NO_MATCH
    return Score(1.0, _SENTENCE * shared + _MEASURE * measured)


def quantity_of(figure: GoldFigure | FigureItem, language: str = "en") -> Quantity:
    """What is measured and both ends, in the base unit of its dimension.

    Things that are counted are all of one dimension, "": what is counted is said in ``measures``.
    """
    dimension, factor = _dimension(figure.unit, language)
    return dimension, figure.low * factor, figure.high * factor


@lru_cache(maxsize=1024)
def _dimension(unit: str, language: str) -> tuple[str, Decimal]:
    """What a unit measures, and its factor to the base unit of that."""
    head, _, per = known_unit(unit, language).partition(" per ")
    whole = f"{head} per {per}"
    if whole in units.NAMES:
        head, per = whole, ""
    if head in units.NAMES:
        found = units.NAMES[head]
        return f"{found.dimension} per {per}", found.factor
    if head in money.NAMES:
        return f"{money.NAMES[head].whole} per {per}", money.NAMES[head].factor
    return "", Decimal(1)


def known_unit(unit: str, language: str = "en") -> str:
    """The normalised name of a unit of measure or a currency; "" for what is only counted."""
    plain = unit.strip().lower().removesuffix(" of age")
    head = plain.partition(" per ")[0]
    if _is_known(plain) or _is_known(head):
        return plain
    for tongue in dict.fromkeys((language, "en")):
        figures = read_figures(f"2 {plain}", tongue)
        if figures and _is_known(figures[0].unit):
            return figures[0].unit
    return ""


def _is_known(unit: str) -> bool:
    return unit in units.NAMES or unit in money.NAMES


@lru_cache(maxsize=16384)
def _measured_alike(gold: str, item: str, language: str) -> float:
    """How far what is measured is the same: the share of the words of the shorter description.

    Pure; remembered."""
    return max(_covered(gold, item, language), _covered(item, gold, language))


def _covered(text: str, other: str, language: str) -> float:
    return coverages(read_features(text, language), read_index(other, language))[0].anywhere
