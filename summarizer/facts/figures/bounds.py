"""How a number is qualified: about, at least, at most; and whether it is a rise or a fall."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.figures.context import Context
from summarizer.facts.figures.model import Change, Direction
from summarizer.facts.figures.numeral import HYPHENS
from summarizer.facts.figures.tokens import Phrases, words

_BALLOTS = words("stimme stimmen")
WINDOW = 12
"""Tokens before "by" that are searched for the verb of a change ("sales grew in May by 3 %")."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound phrase: its ``change`` sign and the tokens it takes, ``first`` to ``last``."""

    change: Change
    first: int
    last: int


def bound_before(context: Context, first: int) -> Bound | None:
    """The bound phrase that ends just before token ``first``; the strictest of several wins.

    "about more than 5" is ">"; "just over" is one phrase. An article may stand between ("over a
    million" is read with its article already).
    """
    phrases = context.language.before
    found: Bound | None = None
    at = first
    while (match := phrases.before(context.tokens, at)) is not None:
        change, start = match
        if not context.same_sentence(start, first) or _is_verb_particle(context, start, at):
            break
        if change == ">" and _is_negated(context, start):
            change = "<"
        if found is None or found.change == "~":
            found = Bound(change, start, first)
        found = Bound(found.change, start, first)
        at = start
    return found


def _is_verb_particle(context: Context, start: int, at: int) -> bool:
    """Whether a one-word phrase is no bound here: "came about", "took over", "the above"."""
    if at - start != 1:
        return False
    word, before = context.key(start), context.key(start - 1)
    if word == "gegen":  # "23 gegen 17 Stimmen" is "against"; "gegen 300" is "about"
        votes = {context.key(start - 1), context.key(at + 1)}
        return context.tokens[start - 1].kind == "number" or bool(votes & _BALLOTS)
    if word in {"about", "around"}:
        return before in {"the", "bring", "brought", "came", "come", "turned"}
    if word in {"over", "under", "above", "below"}:
        return before in {"the", "came", "come", "handed", "turned", "took"}
    return False


def _is_negated(context: Context, start: int) -> bool:
    """Whether "were not" stands before "more than": the bound then is the other one."""
    if context.key(start) not in _MORE or context.key(start - 1) not in _BE:
        return False
    return bool({context.key(start - 1), context.key(start - 2)} & _NOT)


_MORE = words("more más mehr")
_BE = words("is are was were be not eran fueron son sean no waren sind nicht")
_NOT = words("not no nicht")


def bound_after(context: Context, last: int) -> Bound | None:
    """The bound phrase that begins at token ``last``: "or more", "+", "or so"."""
    phrases: Phrases[Change] = context.language.after
    match = phrases.at(context.tokens, last)
    if match is None:
        return None
    change, end = match
    token = context.tokens[last]
    if token.text == "+" and not token.glued:
        return None
    if token.key == "plus" and _number_follows(context, end):
        return None
    if token.key == "at" and _number_follows(context, end):
        return None
    return Bound(change, last, end)


def _number_follows(context: Context, index: int) -> bool:
    token = context.token(index)
    return token is not None and (
        token.kind == "number" or token.text in {"$", "€", "£"} or token.key in {"a", "the", "an"}
    )


def direction_before(context: Context, first: int, *, amount: str) -> Direction:
    """ "up" or "down" where a verb of change governs the quantity at ``first``, else "".

    ``amount`` is the kind of a quantity that can be an amount of change on its own ("percent",
    "money", "points"), else "": verbs such as "lost" and "added" mean a change only of such a
    one, and "raised" only of a percentage.
    """
    language = context.language
    at = first - 1
    if context.key(first) == "+":
        return "up"
    if amount and context.key(at) in language.of:  # "a decline of 2 points"
        named = context.key(at - 1)
        return _sign(context, named) if named in language.change_nouns else ""
    steps = 0
    while (
        at >= 0
        and steps < 6
        and context.key(at) in language.adverbs
        and not _is_change(context, at)
    ):
        if context.key(at) in language.by and steps < 6:
            return _governing_verb(context, at)
        at, steps = at - 1, steps + 1
    if at < 0 or not context.same_sentence(at, first) or context.key(at + 1) in HYPHENS:
        return ""
    word = context.key(at)
    if word in language.range_from and at > 0:
        at -= 1
        word = context.key(at)
        return _sign(context, word) if word in {"up", "down"} and not context.apart else ""
    phrasal = word in {"up", "down"} and context.key(at - 1) in language.phrasal
    weak = word in language.weak and not amount
    raising = word in language.raising and amount != "percent"
    return "" if phrasal or weak or raising else _sign(context, word)


def _is_change(context: Context, index: int) -> bool:
    word = context.key(index)
    return word in context.language.up or word in context.language.down


def _sign(context: Context, word: str) -> Direction:
    if word in context.language.up:
        return "up"
    return "down" if word in context.language.down else ""


def _governing_verb(context: Context, by: int) -> Direction:
    """The nearest verb of change before "by" in the same sentence."""
    for at in range(by - 1, max(by - 1 - WINDOW, -1), -1):
        if not context.same_sentence(at, by):
            return ""
        sign = _sign(context, context.key(at))
        if sign and context.key(at + 1) not in HYPHENS:
            return sign
    return ""


def direction_after(context: Context, last: int) -> Direction:
    """ "up" or "down" where a noun of change follows: "a 3 % drop", "5 % higher"."""
    for at in range(last, min(last + 3, len(context.tokens))):
        token = context.tokens[at]
        sign: Direction = "" if token.kind == "mark" or token.fresh else _sign(context, token.key)
        if (
            sign
            and token.key in context.language.change_nouns
            and (at == last or token.key not in {"up", "down"})
        ):
            return sign
        if token.kind == "mark" or token.fresh or token.key in context.language.stop:
            return ""
    return ""
