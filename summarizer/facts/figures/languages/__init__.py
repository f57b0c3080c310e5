"""One table a language: number words, number format, bound words, function words."""

from __future__ import annotations

from summarizer.facts.figures.languages.base import Language
from summarizer.facts.figures.languages.english import ENGLISH
from summarizer.facts.figures.languages.french import FRENCH
from summarizer.facts.figures.languages.german import GERMAN
from summarizer.facts.figures.languages.spanish import SPANISH

LANGUAGES: dict[str, Language] = {"de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH}
"""The tables by ISO 639-1 code."""


def language_table(code: str) -> Language:
    """The table of a language ("en", "de-AT"); English where there is none."""
    return LANGUAGES.get(code.lower().replace("_", "-").partition("-")[0], ENGLISH)


__all__ = ["LANGUAGES", "Language", "language_table"]
