"""Whether a claim puts a word where its evidence has the opposite, or another of the same sort.

"before" for "after", "fell" for "rose", "knee" for "shoulder", "million" for "billion": the words
that exclude each other stand in ``word_relations``. A contrast is found only where the evidence
has the other word in the same surroundings, and nothing there that the claim's word could mean.
"""

from __future__ import annotations

from summarizer.facts.claims.alignment import Link
from summarizer.facts.claims.comparison import NEAR_COST, Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.relations import (
    DIRECTION_STEMS,
    UNIT_STEMS,
    excludes,
    excludes_any,
    opposes,
    same_meaning,
)
from summarizer.facts.claims.words import Word

# How many words from its neighbours' counterparts the other word may stand.
_SURROUNDINGS = 4


def contrast_problems(both: Comparison) -> list[Problem]:
    """Every word of the claim whose place in the evidence is held by a word it excludes."""
    problems = []
    stems = {word.stem for word in both.evidence.words}
    for link in both.links:
        if not excludes_any(link.word.stem, stems):
            continue
        other = _held_by(link, both) or _other_of_its_sort(link, both)
        if other is not None:
            problems.append(_problem(link.word, other, both))
    return problems


def _held_by(link: Link, both: Comparison) -> Word | None:
    """The nearest evidence word that excludes ``link.word`` and stands in its surroundings."""
    words = both.evidence.words
    best: tuple[int, Word] | None = None
    mine = _SURROUNDINGS + 1
    for anchor in both.anchors(link.word.place):
        around = range(max(0, anchor - _SURROUNDINGS), anchor + _SURROUNDINGS + 1)
        for other in words[around.start : around.stop]:
            distance = abs(other.place - anchor)
            if other.sentence != words[anchor].sentence:
                continue
            if _agrees(link, other):
                mine = min(mine, distance)
            elif excludes(link.word.stem, other.stem) and not _is_meant(other, link, both):
                best = (distance, other) if best is None or distance < best[0] else best
    near = link.place >= 0 and link.cost < NEAR_COST
    if best is None or (near and not _is_exchanged(link, best[1], both)):
        return None
    return best[1] if best[0] < mine else None


def _other_of_its_sort(link: Link, both: Comparison) -> Word | None:
    """What the evidence has before the thing that ``link.word`` stands before ("South ... troops").

    Only for names, and only where the claim's word stands before that thing nowhere in the
    evidence.
    """
    if link.word.kind != "name":
        return None
    group = both.claim.group(link.word.place)
    head = group[-1]
    if head.place == link.word.place or head.place not in both.partner:
        return None
    words = both.evidence.words
    base = words[both.partner[head.place]].stem
    other: Word | None = None
    for place in both.evidence.index.places(base):
        beside = both.evidence.group(place)
        if any(_agrees(link, word) for word in beside):
            return None
        found = (word for word in beside if excludes(link.word.stem, word.stem))
        other = other or next(found, None)
    return other


def _agrees(link: Link, other: Word) -> bool:
    return (
        other.place == link.place
        or other.stem == link.word.stem
        or same_meaning(other.stem, link.word.stem)
    )


def _is_meant(other: Word, link: Link, both: Comparison) -> bool:
    """Whether the claim has the same word, and not where it excludes ``link.word`` itself."""
    word = both.back.get(other.place)
    if word is None or word.stem != other.stem:
        return False
    return not opposes(word.stem, link.word.stem)


def _is_exchanged(link: Link, other: Word, both: Comparison) -> bool:
    """Whether the claim has both words too, the other way round ("rose ... fell")."""
    word = both.back.get(other.place)
    if word is None or word.stem != other.stem or not opposes(word.stem, link.word.stem):
        return False
    return (word.place < link.word.place) != (other.place < link.place)


def _problem(word: Word, other: Word, both: Comparison) -> Problem:
    pair = {word.stem, other.stem}
    if pair <= DIRECTION_STEMS:
        kind = "direction"
    elif pair <= UNIT_STEMS:
        kind = "unit"
    elif word.kind in {"time", "ordinal", "number"}:
        kind = "number"
    else:
        kind = "content"
    message = f"the claim says '{word.form}'; the evidence says '{other.form}'"
    return Problem(kind, message, word.form, other.form)
