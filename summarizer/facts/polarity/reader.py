"""Which words of a text negate, hedge, or say that something rose or fell.

These are the small words that turn a sentence round ("could not", "reportedly", "fell"): a copy
that keeps every other word but loses one of them says something else. The words themselves are in
``lexicon``; what a cue stands over (its scope) is judged where claims are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from summarizer.facts.polarity.lexicon import LEXICONS

# A word with its inner apostrophes, a clitic of tokenised text ("'ll"), a percent sign, a number.
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*|%|[$€£]?\d[\d.,]*")
_NUMBER = "#"

# The phrases that begin with one word: their words and the value they stand for.
_Entries: TypeAlias = tuple[tuple[list[str], str], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or phrase that changes what a sentence says.

    ``kind``: "negation", "modality" or "direction". ``value``: which sort of it, see the readers.
    ``start``/``end`` are code points of the text that was read, half-open, and
    ``text[start:end] == cue.text``.
    """

    kind: str
    value: str
    start: int
    end: int
    text: str


class _Token(NamedTuple):
    """A word as it is looked up: lower case, plain apostrophe; a number is ``#``."""

    form: str
    start: int
    end: int
    capital: bool


def read_negations(text: str, language: str = "en") -> list[Cue]:
    """Every negation of ``text``, in order of place.

    Values: "not", "no", "never", "without", "neither", "hardly" (grammar); "fail", "refuse",
    "deny", "prevent", "unable", "lack", "untrue" (words that carry a negation). Of a contraction
    only the "n't" is the cue. "No. 4", "not only" and "no doubt" are none. A language without a
    lexicon gives an empty list.
    """
    return _read(text, language, "negation")


def read_modals(text: str, language: str = "en") -> list[Cue]:
    """Every modal verb and hedge of ``text``, in order of place.

    Values: "possible" (may, could, perhaps), "likely" (expected to, probably), "planned" (plans
    to, vowed to), "reported" (allegedly, believed to), "conditional" (would), "duty" (should,
    must), "able" (can) and "future" (will). The month of May and somebody's will are none.
    """
    return _read(text, language, "modality")


def read_directions(text: str, language: str = "en") -> list[Cue]:
    """Every word of ``text`` that says something went "up" or "down", in order of place.

    "fell ill", "declined to", "last fall" and "grew up" are none.
    """
    return _read(text, language, "direction")


def _read(text: str, language: str, kind: str) -> list[Cue]:
    table = _phrases(language, kind)
    if not table:
        return []
    tokens = _tokens(text, language)
    forms = [token.form for token in tokens]
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        entries = table.get(forms[at])
        if entries is None:
            at += 1
            continue
        length, value = _match(forms, at, entries)
        first, last = tokens[at], tokens[at + max(length, 1) - 1]
        if value and not _is_name_or_label(text, tokens, at, length):
            cues.append(Cue(kind, value, first.start, last.end, text[first.start : last.end]))
        at += max(length, 1)
    return cues


def _match(forms: list[str], at: int, entries: _Entries) -> tuple[int, str]:
    """Words and value of the longest phrase that begins at word ``at``; (0, "") for none."""
    for words, value in entries:
        if forms[at : at + len(words)] == words:
            return len(words), value
    return 0, ""


def _is_name_or_label(text: str, tokens: Sequence[_Token], at: int, length: int) -> bool:
    """Whether the cue is a proper name ("Will Smith"), a month ("May 8") or a label ("No. 10")."""
    token = tokens[at]
    if length != 1:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.form == "no":
        return text[token.end : token.end + 1] == "." and bool(following and following.form == "#")
    if token.form == "may" and following and following.form == _NUMBER:
        return True
    if token.form in {"will", "may"} and token.capital:
        return _inside_sentence(text, token.start) or bool(following and following.capital)
    return False


def _inside_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?:\n"


@lru_cache(maxsize=32)  # a text's negations, modals and directions are asked for one by one
def _tokens(text: str, language: str) -> tuple[_Token, ...]:
    return tuple(_read_tokens(text, language))


def _read_tokens(text: str, language: str) -> Iterator[_Token]:
    """Words of ``text``; a negated contraction gives two tokens ("wo" -> "will", "n't")."""
    lexicon = LEXICONS[language]
    ending = lexicon.contraction_ending
    for match in _WORD.finditer(text):
        start, end = match.span()
        form = match.group().lower().replace("’", "'")
        capital = match.group()[0].isupper()
        if form[-1].isdigit() or form[0].isdigit() or form[0] in "$€£":
            yield _Token(_NUMBER, start, end, False)
        elif ending and form.endswith(ending) and len(form) > len(ending):
            stem, cut = form[: -len(ending)], end - len(ending)
            yield _Token(lexicon.contractions.get(stem, stem), start, cut, capital)
            yield _Token(ending, cut, end, False)
        elif form.endswith(("'ll", "'d")) and len(form) > 3:
            cut = start + form.rindex("'")
            yield _Token(form[: cut - start], start, cut, capital)
            yield _Token(form[cut - start :], cut, end, False)
        else:
            yield _Token(form, start, end, capital)


@cache
def _phrases(language: str, kind: str) -> Mapping[str, _Entries]:
    """First word -> its phrases, the longest first."""
    lexicon = LEXICONS.get(language)
    if lexicon is None:
        return {}
    table = {
        "negation": lexicon.negations,
        "modality": lexicon.modals,
        "direction": lexicon.directions,
    }[kind]
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, value in table.items():
        words = phrase.split()
        found.setdefault(words[0], []).append((words, value))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in found.items()
    }
