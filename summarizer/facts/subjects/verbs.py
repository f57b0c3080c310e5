"""Whether a word of a clause is a verb there, or the noun that is spelt the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.facts.words import word_set
from summarizer.facts.words.phrase_words import AUXILIARIES, PREPOSITIONS, VERBS

DETERMINERS = word_set("the a an its his her their our my your this these those some any all other")
# Verbs whose subject is somebody who deals in the amount, and not what is measured by it.
DEALING = word_set(
    """
spent spend spends spending paid pay pays paying offered offer offers offering owe owes owed owing
promised promise promises pledged pledge pledges received receive receives donated donate donates
employ employs employed give gives gave gives put puts want wants wanted expect expects expected
forecast forecasts get gets got take takes took invest invests invested borrow borrows borrowed
sold sell sells bought buy buys said say says told tell tells reported report reports announced
announce make makes made making need needs needed save saves saved won win wins found find finds
seek seeks sought demand demands demanded allocated allocate raise raises raised see sees saw
saying added add adds wants estimated estimates puts provided provides bring brings brought carry
carried carries sent send sends hold holds held contained has have had having
"""
)
# A word that is a verb or a noun: a noun behind a determiner, or before a preposition of its own.
_NOUN_TOO = word_set(
    """
rise rises fall falls cost costs cut cuts start starts lead leads work works need needs use uses
hit hits record records pay stand stands report reports claim claims estimates forecast forecasts
projects charge charges supports shows faces gain gains loses increase increases drop drops decline
declines jump jumps climb climbs grants votes scores reach hold holds sales return returns offer
"""
)
_NAMING = PREPOSITIONS - {"to"}
# Infinitives that say how much: "to average", "to last".
_MEASURING = word_set(
    """
average last exceed total amount rise fall grow climb drop increase decline reach stay remain be
shrink cost stand hit widen narrow slow jump
"""
)
_MODALS = word_set("will would can could may might must shall should")
_CHANGED = word_set(
    """
lifted lifts improved improves trimmed lowered widened narrowed swelled boosted pushed reduced
rebounded recovered doubled halved quadrupled worsened weakened strengthened slowed accelerated
"""
)
_NOUN_ENDS = word_set("of in for on")


class Word(NamedTuple):
    """A word, the same in lower case, its offsets in the text, and what stands before it."""

    text: str
    low: str
    start: int
    end: int
    gap: str


def is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word of a clause is a verb there, and not the noun that is spelt the same."""
    low = words[index].low
    before = words[index - 1].low if index > 0 else ""
    after = words[index + 1].low if index + 1 < len(words) else ""
    if low in AUXILIARIES:
        return low != "not"
    if low.endswith("ing"):
        return before in AUXILIARIES
    if (before == "to" and low in _MEASURING) or before in _MODALS or low in _CHANGED:
        return not _is_named(before)
    if low not in VERBS and low not in DEALING:
        return low.endswith("ed") and before in AUXILIARIES
    named = _is_named(before)
    if low in _NOUN_TOO:
        return not (named or after in _NOUN_ENDS or after in VERBS or after in AUXILIARIES)
    return not (named and low.endswith("ed"))


def _is_named(before: str) -> bool:
    """Whether the word before makes what follows a noun."""
    return before in DETERMINERS or before.endswith(("'s", "’s")) or before in _NAMING
