"""What a number counts, as the words beside it tell: the noun phrase up to its first plural.

Without a parser this reads what news writes: a number, then adjectives, then the plural noun
("500 North Korean soldiers" -> "north korean soldier"). A phrase ends at a function word or a
mark; where no plural comes before the end, only a hyphen ("six-cylinder") or a number of one
gives a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.figures.languages import Language
from summarizer.facts.figures.numeral import HYPHENS
from summarizer.facts.figures.tokens import Token
from summarizer.facts.figures.units import Unit, word_at

LONGEST_PHRASE = 5
"""Words of a noun phrase that are looked at: "two new long range air defence systems" has six."""

ENDINGS = (
    ("children", 3, ""),
    ("men", 2, "an"),
    ("ies", 3, "y"),
    ("sses", 2, ""),
    ("shes", 2, ""),
    ("ches", 2, ""),
    ("xes", 2, ""),
    ("zzes", 2, ""),
    ("oes", 2, ""),
)
"""English plural endings: how many letters go, and what comes instead."""

NO_PLURAL = ("ss", "us", "is", "'s", "ics", "ous", "as")


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: its normalised ``name``, the index after it, its unit if it is one."""

    name: str
    last: int
    unit: Unit | None = None


def singular(word: str, language: Language) -> str:
    """The singular of a plural noun in lower case, by rule and table; English only."""
    if word in language.plurals or language.code != "en":
        return language.plurals.get(word, word)
    for ending, cut, instead in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - cut] + instead
    if word.endswith("s") and not word.endswith(NO_PLURAL):
        return word[:-1]
    return word


def is_plural(word: str, language: Language) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in language.plurals or (
        language.code == "en" and word.endswith(("men", "people", "children"))
    ):
        return word not in {"specimen", "regimen", "semen", "acumen", "abdomen", "omen"}
    return len(word) > 2 and word.endswith(language.plural_endings) and not word.endswith(NO_PLURAL)


def counted_noun(
    tokens: Sequence[Token], index: int, language: Language, *, one: bool = False
) -> Counted | None:
    """The noun phrase that begins at ``index``, or None where none can be made out.

    ``one`` tells that the number is one, so that a singular noun is taken too.
    """
    if not language.plural_endings:
        return None
    hyphened = index < len(tokens) and tokens[index].text in HYPHENS and tokens[index].glued
    at = index + 1 if hyphened and index + 1 < len(tokens) and tokens[index + 1].glued else index
    if at > index:
        return _hyphened(tokens, at, language)
    parts: list[tuple[int, str]] = []
    while at < len(tokens) and len(parts) < LONGEST_PHRASE:
        token = tokens[at]
        if _joins(tokens, at) or (len(parts) == 1 and _coordinates(tokens, at, language)):
            at += 1
            continue
        if token.key in language.skip and not parts:
            at += 1
            continue
        if not _in_phrase(token, language, parts):
            break
        parts.append((at, token.key))
        noun = language.capital_nouns and token.text[0].isupper()
        if (noun or is_plural(token.key, language)) and not one:
            return _phrase(tokens, parts, at, language)
        at += 1
    if one and parts:
        return _single(tokens, parts, language)
    return None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen inside a compound stands at ``at`` ("first-team players")."""
    return (
        tokens[at].text in HYPHENS
        and tokens[at].glued
        and at + 1 < len(tokens)
        and tokens[at + 1].glued
        and tokens[at + 1].kind == "word"
    )


def _coordinates(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether "and" at ``at`` joins two adjectives of a plural ("digital and physical sales")."""
    if tokens[at].key not in language.range_and or at + 2 >= len(tokens):
        return False
    adjective, noun = tokens[at + 1], tokens[at + 2]
    return (
        adjective.kind == noun.kind == "word"
        and adjective.key not in language.stop
        and not is_plural(adjective.key, language)
        and is_plural(noun.key, language)
    )


def _in_phrase(token: Token, language: Language, parts: list[tuple[int, str]]) -> bool:
    if token.fresh and parts:
        return False
    if token.kind == "number":
        return bool(parts) and token.text.isdecimal() and len(token.text) <= 4
    return token.kind == "word" and token.key not in language.stop


def _hyphened(tokens: Sequence[Token], at: int, language: Language) -> Counted | None:
    """``three-point range``: the word after the hyphen, unless it is a function word."""
    token = tokens[at]
    if token.kind != "word" or token.key in language.stop:
        return None
    return Counted(singular(token.key, language), at + 1)


def _phrase(
    tokens: Sequence[Token], parts: list[tuple[int, str]], at: int, language: Language
) -> Counted:
    """The phrase up to the plural at ``at``; a unit of measure there is the unit alone."""
    unit = word_at(tokens, at)
    if unit is not None and unit[0].dimension != "bit":
        return Counted(unit[0].name, unit[1], unit[0])
    return Counted(_name(tokens, parts, language), at + 1)


def _name(tokens: Sequence[Token], parts: list[tuple[int, str]], language: Language) -> str:
    """The words of a phrase in the singular; superlatives by their adjective, hyphens kept."""
    name = ""
    for at, word in parts:
        plain = language.superlatives.get(word, word)
        if plain:
            hyphen = tokens[at - 1].text in HYPHENS and tokens[at].glued and name
            name += ("-" if hyphen else " " if name else "") + plain
    head = parts[-1][1]
    return name.removesuffix(head) + singular(head, language)


def _single(
    tokens: Sequence[Token], parts: list[tuple[int, str]], language: Language
) -> Counted | None:
    """The noun phrase after "one": up to two words, without a verb at its end."""
    kept = parts[:2]
    if len(kept) == 2 and kept[1][1].endswith(("s", "ed", "ing", "ly")):
        kept = kept[:1]
    if len(parts) > 2 and len(kept) == 2:
        kept = kept[:1]
    if kept[0][1].endswith("ly"):
        return None
    unit = word_at(tokens, kept[-1][0])
    if unit is not None:
        return Counted(unit[0].name, unit[1], unit[0])
    return Counted(" ".join(word for _, word in kept), kept[-1][0] + 1)
