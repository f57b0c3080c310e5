"""Which language a text is in: one of those whose numbers and sentences are read differently.

Own lists and no library: the question is only which of four tables fits, and a text in Latin
letters that fits none is read as English, as it would be without a guess. In another script it is
named by the script, as the language that most of its texts are in.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

DEFAULT = "en"
NAMES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French"}
"""What the languages that are told apart are called; others are named by their code."""

_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]{1,12}")
_LEAST_WORDS = 4
_FUNCTION_WORDS = {
    "en": "the of and to in that is was for it with as he by on are from at have has be not his",
    "de": "der die das und den von zu mit ist im dem nicht ein eine des auf für sich als auch es an"
    " werden aus er hat dass sie nach wird bei einer um noch wie über einen zum war haben nur oder",
    "es": "de la que el en y los del se las por un para con una su al lo como más pero sus le ha"
    " este sí porque esta entre cuando muy sin sobre también fue había era son desde está",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il"
    " sont avec son aux cette ont été mais nous leur elle était sa",
}
_TABLES = {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}


# The most widely written language of each script, and before it one that has letters of its own.
_SCRIPTS = tuple(
    (code, re.compile(letters))
    for code, letters in (
        ("uk", "[іїєґІЇЄҐ]"),
        ("ru", "[\u0400-\u04ff]"),
        ("fa", "[پچژگ]"),
        ("ar", "[\u0600-\u06ff]"),
        ("ja", "[\u3040-\u30ff]"),
        ("ko", "[\uac00-\ud7a3]"),
        ("zh", "[\u4e00-\u9fff]"),
        ("el", "[\u0370-\u03ff]"),
        ("he", "[\u0590-\u05ff]"),
        ("hi", "[\u0900-\u097f]"),
        ("th", "[\u0e00-\u0e7f]"),
    )
)
_LATIN = re.compile("[A-Za-z]")
_OWN_LETTERS = 0.02  # of the text's letters: of Ukrainian ones 5 in 100 are і and ї
_SCRIPT_SHARE = 0.5


def unread_note(language: str) -> tuple[str, ...]:
    """What to tell of an article in a language that is not read here; nothing of one that is."""
    if language.lower().replace("_", "-").partition("-")[0] in NAMES:
        return ()
    *most, last = NAMES.values()
    return (f"The language ({language}) is none of {', '.join(most)} and {last}: expect gaps",)


def function_words(text: str) -> dict[str, int]:
    """How many function words of each language that is told apart the text holds."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    return {
        code: sum(words[word] for word in table.intersection(words))
        for code, table in _TABLES.items()
    }


def plausible(language: str, text: str) -> bool:
    """Whether a text that is declared to be in ``language`` may be.

    False where another language that is told apart has more than twice its function words.
    """
    found = function_words(text)
    most = max(found.values())
    return most < 2 * _LEAST_WORDS or 2 * found.get(language, most // 2) >= most


@lru_cache(maxsize=256)
def _guessed(sample: str) -> str:
    script = _by_script(sample)
    if script:
        return script
    found = function_words(sample)
    best = max(found, key=lambda code: found[code])
    return best if found[best] > max(found[DEFAULT], _LEAST_WORDS - 1) else DEFAULT


def _by_script(sample: str) -> str:
    """The language that a script other than Latin stands for; "" for Latin letters."""
    if sample.isascii():
        return ""
    counts = {code: len(letters.findall(sample)) for code, letters in _SCRIPTS}
    counts["zh"] += counts["ja"]  # Japanese is written in both
    most = max(counts.values())
    if most <= _SCRIPT_SHARE * (most + len(_LATIN.findall(sample))):
        return ""
    wide = next(code for code in ("ru", "ar", "zh", *counts) if counts[code] == most)
    own = {"ru": "uk", "ar": "fa", "zh": "ja"}.get(wide, wide)
    return own if counts[own] > _OWN_LETTERS * most else wide


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language that ``text`` is likely in.

    The one whose function words are most frequent; English where fewer than four such words are
    found, or where two languages are level. In a script that is not Latin, see the module.
    """
    return _guessed(text[:_SAMPLE])
