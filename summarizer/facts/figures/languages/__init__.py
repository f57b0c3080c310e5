"""One table a language: number words, number format, bound words, function words."""

from __future__ import annotations

from dataclasses import replace

from summarizer.facts.figures.languages.base import Language
from summarizer.facts.figures.languages.english import ENGLISH
from summarizer.facts.figures.languages.french import FRENCH
from summarizer.facts.figures.languages.german import GERMAN
from summarizer.facts.figures.languages.spanish import SPANISH
from summarizer.facts.words import word_set

_DECIMAL_COMMA = word_set(
    "be bg bs ca cs da el et eu fi gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk"
    " sl sq sr sv tr uk uz vi"
)
"""Languages without a table that write 1,5 for one and a half (Unicode CLDR 46, symbols)."""

_WITH_COMMA = replace(ENGLISH, code="", group=SPANISH.group, decimal=SPANISH.decimal)

LANGUAGES: dict[str, Language] = {"de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH}
"""The tables by ISO 639-1 code."""


def language_table(code: str) -> Language:
    """The table of a language ("en", "de-AT"); without one English with its decimal mark."""
    language = code.lower().replace("_", "-").partition("-")[0]
    other = _WITH_COMMA if language in _DECIMAL_COMMA else ENGLISH
    return LANGUAGES.get(language, other)


__all__ = ["LANGUAGES", "Language", "language_table"]
