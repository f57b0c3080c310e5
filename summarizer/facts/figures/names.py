"""Which numbers are no quantities: years, ordinals, and names with a number in them."""

from __future__ import annotations

from summarizer.facts.figures.context import Context, is_capital
from summarizer.facts.figures.money import currency_after
from summarizer.facts.figures.nouns import counted_noun
from summarizer.facts.figures.numeral import HYPHENS, Numeral
from summarizer.facts.figures.tokens import words
from summarizer.facts.figures.units import sign_at, word_at

QUANTITY = "quantity"
DASHES = frozenset("-–—‑‐−")
_LINKS = HYPHENS | {"/"}
PREFIXES = words("minus sub now to plus only just")
AIRLINERS = words("707 717 727 737 747 757 767 777 787")


def role(context: Context, numeral: Numeral, *, money: bool) -> str:
    """What a number is: "quantity", "date", "year", "ordinal", "name", "label" or "pronoun".

    ``money`` tells that a currency stands before it, which settles the matter.
    """
    if context.masked(numeral.first):
        return "date"
    if is_ordinal(context, numeral):
        return "ordinal"
    if money:
        return QUANTITY
    checks = (
        ("name", is_glued),
        ("label", is_label),
        ("name", is_designated),
        ("label", is_rank),
        ("year", is_year),
        ("name", is_named),
        ("name", is_address),
        ("pronoun", is_pronoun),
    )
    return next((kind for kind, check in checks if check(context, numeral)), QUANTITY)


def is_ordinal(context: Context, numeral: Numeral) -> bool:
    """``21st``, ``twenty-first``."""
    language, at = context.language, numeral.last
    following = context.token(at)
    if following is None:
        return False
    if numeral.style == "digits" and following.glued and following.key in language.ordinal_endings:
        return True
    if language.ordinal_dot and numeral.plain and following.text == "." and following.glued:
        noun = context.token(at + 1)
        return noun is not None and not noun.fresh and noun.kind == "word" and numeral.low <= 100
    joined = following.text in HYPHENS and following.glued
    return numeral.style == "words" and context.key(at + joined) in language.ordinals and joined


def _unit_follows(context: Context, index: int) -> bool:
    tokens = context.tokens
    return bool(
        sign_at(context.text, tokens, index)
        or word_at(tokens, index)
        or currency_after(tokens, index, scaled=False)
    )


def _unit_or_noun_follows(context: Context, numeral: Numeral) -> bool:
    joined = context.key(numeral.last) in HYPHENS
    if _unit_follows(context, numeral.last + joined):
        return True
    return counted_noun(context.tokens, numeral.last, context.language) is not None


def is_glued(context: Context, numeral: Numeral) -> bool:
    """``G7``, ``Covid-19``, ``5G``, ``TA-35``: letters that touch the number."""
    if numeral.style not in {"digits", "fraction"}:
        return False
    if context.tokens[numeral.first].glued and _follows_letters(context, numeral):
        return True
    following = context.token(numeral.last)
    if following is None or not following.glued or following.kind != "word":
        return False
    return not _unit_follows(context, numeral.last)


def _follows_letters(context: Context, numeral: Numeral) -> bool:
    """Whether letters stand just before the number, perhaps with a hyphen or slash between."""
    before, letters = context.token(numeral.first - 1), context.token(numeral.first - 2)
    if before is None or before.kind == "word" or before.text == "_":
        return before is not None
    if letters is None or letters.kind != "word" or before.text not in _LINKS:
        return False
    if before.text in HYPHENS and is_capital(letters) and numeral.plain:
        return context.key(numeral.last) == "s" or not _unit_follows(context, numeral.last)
    return before.glued and letters.key not in PREFIXES


def is_rank(context: Context, numeral: Numeral) -> bool:
    """``the bottom three``, ``a top 10``: a place in a table, where nothing is counted."""
    placed = context.key(numeral.first - 1) in context.language.ranked
    return placed and not _unit_or_noun_follows(context, numeral)


def is_label(context: Context, numeral: Numeral) -> bool:
    """``1.`` at the start of a line, ``#5``, ``(2)`` before a word."""
    token, before = context.tokens[numeral.first], context.key(numeral.first - 1)
    following = context.token(numeral.last)
    if numeral.style != "digits" or not numeral.plain:
        return False
    if before in {"#", "№", "§"}:
        return True
    opened = token.fresh or (before == "(" and context.tokens[numeral.first - 1].fresh)
    if not opened or following is None or not following.glued:
        return False
    after = context.token(numeral.last + 1)
    return (
        following.text in {".", ")"} and after is not None and not after.glued and not after.fresh
    )


def is_designated(context: Context, numeral: Numeral) -> bool:
    """``Section 427``, ``No. 10``, ``Phase Two``: a word that numbers its kind stands before.

    Written small it names only a number that counts nothing: "part 3", but "the group 40 people".
    """
    language, at = context.language, numeral.first - 1
    if not (numeral.plain or numeral.style == "words") or at < 0:
        return False
    if context.key(at) == "." and context.tokens[at].glued:
        at -= 1
        if context.key(at) not in {
            "no",
            "nos",
            "fig",
            "sec",
            "art",
            "vol",
            "ch",
            "pp",
            "nr",
            "n",
            "núm",
        }:
            return False
    elif context.key(at) == "no" and not context.tokens[numeral.first].text.isdecimal():
        return False
    index_name = [context.key(at - step) for step in (2, 1, 0)] == ["s", "&", "p"]
    if index_name and numeral.plain:
        return True
    if context.key(at) not in language.designators or context.tokens[numeral.first].fresh:
        return False
    capital = is_capital(context.token(at)) and not context.in_title(at)
    joined = _unit_follows(context, numeral.last) and not context.tokens[numeral.last].glued
    return (capital and not joined) or not _unit_or_noun_follows(context, numeral)


def is_year(context: Context, numeral: Numeral) -> bool:
    """A plain number of four digits that stands where a year stands."""
    token = context.tokens[numeral.first]
    if not numeral.plain or len(token.text) != 4 or not 1500 <= numeral.low <= 2149:
        return False
    before = context.language.before.before(context.tokens, numeral.first)
    if before is not None and context.key(numeral.first - 1) not in {
        "about",
        "around",
        "near",
        "over",
    }:
        return False
    if _unit_follows(context, numeral.last):
        return context.tokens[numeral.last].key in {"s", "a"}
    introduced = context.key(numeral.first - 1) in context.language.year_before
    counts = counted_noun(context.tokens, numeral.last, context.language) is not None
    recent = 1900 <= numeral.low <= 2099
    before_it = context.key(numeral.first - 1)
    dated = before_it == "the" or before_it in context.language.articles
    if dated and not counts:
        return True
    if introduced:
        return not (counts and not recent)
    return recent and not (counts and before is not None)


def is_named(context: Context, numeral: Numeral) -> bool:
    """``Boeing 737``, ``Daytona 500``, ``iPhone 11``: a capitalised word before a bare number."""
    token, before = context.tokens[numeral.first], context.token(numeral.first - 1)
    if _is_title(context, numeral):
        return True
    if token.fresh or before is None or _dash_number_follows(context, numeral.last):
        return False
    if numeral.plain and token.text in AIRLINERS and _aircraft_follows(context, numeral):
        return True
    digits = numeral.plain and len(token.text) <= 4
    words = numeral.style == "words" and numeral.scale == 1 and is_capital(token)
    named = is_capital(before) and not _plain_word(context, numeral.first - 1)
    if not (digits or words) or not named or context.in_title(numeral.first):
        return False
    aged = context.language.aged.before(context.tokens, numeral.first) is not None
    return not aged and not _unit_or_noun_follows(context, numeral)


def _dash_number_follows(context: Context, index: int) -> bool:
    """Whether a score goes on: "France 1-0"."""
    dash, number = context.token(index), context.token(index + 1)
    return (
        dash is not None
        and number is not None
        and number.kind == "number"
        and (dash.text in DASHES and dash.glued and number.glued)
    )


def _is_title(context: Context, numeral: Numeral) -> bool:
    """``60 Minutes``, ``50 Cent``: a unit with a capital among small letters is a title's."""
    unit = context.token(numeral.last)
    if unit is None or not unit.text.istitle() or context.language.capital_nouns:
        return False
    if not (numeral.plain or numeral.style == "words"):
        return False
    if unit.key == "cent":
        return True
    found = word_at(context.tokens, numeral.last)
    duration = found is not None and found[0].kind == "duration" and len(unit.text) > 2
    opening = context.tokens[numeral.first].fresh or context.in_title(numeral.first)
    return duration and not opening


def _aircraft_follows(context: Context, numeral: Numeral) -> bool:
    following = context.token(numeral.last)
    return following is not None and (
        is_capital(following)
        or following.key in {"jet", "jets", "plane", "planes", "airliner", "aircraft"}
    )


def _plain_word(context: Context, index: int) -> bool:
    """Whether a capitalised word is only the first of its sentence, and a function word."""
    key, language = context.key(index), context.language
    return (
        key in language.stop
        or key in language.adverbs
        or key in language.up
        or key in language.down
        or language.before.before(context.tokens, index + 1) is not None
    )


def is_address(context: Context, numeral: Numeral) -> bool:
    """``49 Zorro Ranch Road``, ``16-18 Industrial Avenue``: a house number."""
    if not numeral.plain:
        return False
    at = numeral.last
    if context.key(at) in HYPHENS and (context.key(at + 1)).isdecimal():
        at += 2
    for step in range(at, at + 4):
        token = context.token(step)
        if token is None or not (is_capital(token) or token.kind == "number" or token.glued):
            return False
        if token.kind == "word" and token.key in context.language.streets:
            return True
    return False


def is_pronoun(context: Context, numeral: Numeral) -> bool:
    """Whether "one" stands for a person or a thing: "no one", "the one who", "one another"."""
    language, first, last = context.language, numeral.first, numeral.last
    if (
        numeral.style != "words"
        or context.key(first) not in language.pronoun_one
        or last > first + 1
    ):
        return False
    following = context.key(last)
    bound = language.before.before(context.tokens, first)
    if bound is not None and first - bound[1] > 1 and following != "another":
        return False
    hyphen = context.key(first - 1) in HYPHENS and context.tokens[first - 1].glued
    if hyphen or context.key(first - 1) in language.not_one:
        return True
    if following in {"", "another", "day", "other"}:
        return True
    if following in HYPHENS and context.tokens[last].glued:
        return not _unit_follows(context, last + 1)
    noun = counted_noun(context.tokens, last, language, one=True)
    return following not in language.of and noun is None
