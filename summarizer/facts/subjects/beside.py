"""What a figure counts in German, Spanish and French: only the words right beside it are read."""

from __future__ import annotations

from summarizer.facts.figures import Figure
from summarizer.facts.subjects.noun_phrases import words_after
from summarizer.facts.subjects.verbs import Word
from summarizer.facts.words import word_set

_OF = {"de": word_set("der des von"), "es": word_set("de del"), "fr": word_set("de du des d")}
_ARTICLES = {
    "de": word_set("der die das den dem des"),
    "es": word_set("el la los las sus su"),
    "fr": word_set("le la les ses leur l"),
}
# What cannot be inside the noun phrase behind a number.
_STOPS = {
    "de": word_set(
        """
der die das des dem den ein eine einer einem einen und oder aber in im an am auf aus bei mit nach
seit von vom vor zu zum zur für über unter durch gegen ohne um bis als wie ist sind war waren wird
werden wurde wurden hat haben hatte hatten sowie pro je nicht auch noch mehr weniger lang lange
lagen hoch breit alt später zuvor weit entfernt
"""
    ),
    "es": word_set(
        """
el la los las un una unos unas y o pero de del a al en por para con sin sobre entre desde hasta
durante es son era eran fue fueron ha han había habían será que quien cuyo donde no se su sus este
esta más menos como ya después antes según ante cuando
"""
    ),
    "fr": word_set(
        """
le la les un une des et ou mais de du à au aux en par pour avec sans sur entre depuis pendant est
sont était étaient a ont avait avaient sera que qui dont où ne se son sa ses ce cette plus moins
comme déjà après avant selon
"""
    ),
}
_ADJECTIVES = 3


def noun_beside(figure: Figure, text: str, language: str) -> str:
    """The noun that a count counts, or that a share or amount is of; "" where none is beside it."""
    code = language.lower()[:2]
    start = figure.value_end if figure.kind == "count" else max(figure.value_end, figure.end)
    words = words_after(text, start, 80)
    if figure.kind in {"percent", "fraction", "money", "measure"}:
        if not words or words[0].low not in _OF[code] or words[0].gap.strip():
            return ""
        words = words[1:]
        if words and words[0].low in _ARTICLES[code]:
            words = words[1:]
    elif figure.kind != "count":
        return ""
    elif words and words[0].low in {"de", "d"} and code != "de":  # "2 millones de personas"
        words = words[1:]
    span = _nouns(words, code)
    return text[span[0] : span[1]] if span else ""


def _nouns(words: list[Word], code: str) -> tuple[int, int] | None:
    """The span of the noun phrase that begins with the first word."""
    kept: list[Word] = []
    for word in words[: _ADJECTIVES + 1]:
        if word.low in _STOPS[code] or word.text[0].isdigit() or word.gap.strip(" \u00a0"):
            break
        kept.append(word)
        if code == "de" and word.text[0].isupper():
            return kept[0].start, word.end
        if code != "de":  # the noun stands first; what follows may be the verb
            break
    if not kept or code == "de":
        return None
    return kept[0].start, kept[-1].end
