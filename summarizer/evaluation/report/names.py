"""The names of runs, measures and fields as a report writes them, and what the measures mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarizer.evaluation.measures import MEASURES
from summarizer.evaluation.report.model import ReportRun
from summarizer.evaluation.results import Field

NAMES: Final[Mapping[Field, str]] = {
    "claims": "Claims",
    "actors": "Actors",
    "figures": "Figures",
    "conflicts": "Conflicts",
    "open_questions": "Open questions",
}
GROUNDING_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "verbatim": ("Verbatim", "evidence is the article's words at its offsets"),
    "supported": ("Supported", "the evidence supports the item"),
    "numbers_and_names": ("Numbers and names", "those of the item are in its evidence"),
    "not_an_instruction": (
        "Not an instruction",
        "the evidence does not speak to the reader's machine",
    ),
}
SCORES: Final[Mapping[str, tuple[str, str]]] = {
    "precision": ("Precision", "matched, of matched and wrong"),
    "recall": ("Recall", "of the gold, what was found"),
    "f1": ("F1", "precision and recall in one, over all articles together"),
    "soft_f1": ("Soft F1", "the same, a pair counting as much as its sides are alike"),
    "core_recall": ("Core recall", "of the gold that a summary must have"),
    "focus": ("Focus", "of all that is shown, what the gold has too"),
}
"""What is measured of each field: names of ``Counts``, as they are shown, and what they mean."""
MEAN_F1: Final = ("F1, mean of articles", "every article weighs the same")
MEANINGS: Final = (*SCORES.values(), MEAN_F1, ("... right", "an attribute, of matched pairs"))
ITEMS: Final[Mapping[str, str]] = {
    "gold": "In the gold",
    "shown": "Shown",
    "extra": "Extra",
    "wrong": "Wrong",
}
"""Counts of items of each field."""


def letter(number: int) -> str:
    """The short name of a run: A, B ... Z, A1, B1 ..."""
    return chr(ord("A") + number % 26) + (str(number // 26) if number >= 26 else "")


def run_name(run: ReportRun) -> str:
    """Model and prompt; a model that reads none has the model's name only."""
    key = run.score.key
    return " · ".join(part for part in (key.model, key.prompt) if part)


def measure_name(measure: str) -> str:
    """``claims.f1`` as ``Claims: F1``; a measure that is not known as it is."""
    field, _, key = measure.partition(".")
    names: dict[str, str] = dict(NAMES.items())
    names |= {"all": "All fields", "grounding": "Grounding"}
    if measure not in MEASURES or field not in names:
        return measure
    known = SCORES.get(key) or GROUNDING_NAMES.get(key)
    what = known[0] if known else key.replace("_", " ")
    return f"{names[field]}: {what if what.startswith('F1') else what[0].lower() + what[1:]}"
