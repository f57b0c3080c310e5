"""Whether a claim gives what is said to the one who says it in the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.attribution import Attribution
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.relations import same_meaning
from summarizer.facts.claims.words import Word, read_passage
from summarizer.facts.names import same_name
from summarizer.facts.words import kindred, word_set

_PRONOUNS = word_set("he she they it who we i you")


def attribution_problems(both: Comparison) -> list[Problem]:
    """Wrong speakers; milder, speakers whom the evidence does not have speaking."""
    claimed = [one for one in both.claim.attributions if one.speaker]
    if not claimed:
        return []
    problems = (_problem(attribution, both.evidence.attributions, both) for attribution in claimed)
    return [problem for problem in problems if problem is not None]


def _problem(
    attribution: Attribution, given: Sequence[Attribution], both: Comparison
) -> Problem | None:
    if attribution.speaker.lower() in _PRONOUNS:
        return None
    places = _said(attribution, both)
    if not places:
        return None
    around = [one for one in given if _covers(one, places)]
    if any(_may_be_same(attribution, one) for one in around):
        return None
    named = [one for one in around if one.speaker]
    if named:
        theirs = named[0].name
        message = f"the claim has {attribution.speaker} say it; in the evidence {theirs} does"
        return Problem("attribution", message, attribution.speaker, named[0].speaker)
    message = f"the evidence does not have {attribution.speaker} say it"
    return Problem("attribution", message, attribution.speaker, severe=False)


def _said(attribution: Attribution, both: Comparison) -> list[Word]:
    """The evidence words for what the claim says was said."""
    return [
        both.evidence.words[both.partner[word.place]]
        for word in both.claim.words
        if attribution.start <= word.start < attribution.end and word.place in both.partner
    ]


def _covers(attribution: Attribution, words: Sequence[Word]) -> bool:
    """Whether at least half of ``words`` stand in what ``attribution`` says was said."""
    inside = sum(attribution.start <= word.start < attribution.end for word in words)
    return 2 * inside >= len(words)


def _may_be_same(claimed: Attribution, given: Attribution) -> bool:
    """Whether the two speakers may be one: by name, by a word they share, or by a pronoun."""
    if not given.speaker:
        return False
    if given.name.lower() in _PRONOUNS or same_name(claimed.name, given.name):
        return True
    mine, theirs = _stems(claimed), _stems(given)
    return any(
        one == other or same_meaning(one, other) or kindred(one, other)
        for one in mine
        for other in theirs
    )


def _stems(attribution: Attribution) -> list[str]:
    return [
        word.stem for word in read_passage(f"{attribution.speaker} {attribution.resolved}").words
    ]
