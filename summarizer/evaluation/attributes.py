"""Right or wrong on a matched pair: what the match itself leaves to be judged.

Each function returns the attributes of its field (see ``results.ATTRIBUTES``) that can be judged;
one that the gold file says nothing about is left out, and is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document import Document, Span
from summarizer.evaluation.content import content_stems, mostly_shared
from summarizer.evaluation.gold import (
    GoldActor,
    GoldClaim,
    GoldConflict,
    GoldFigure,
    GoldQuestion,
    GoldSide,
)
from summarizer.evaluation.plain_numbers import read_plainly
from summarizer.evaluation.speakers import Speakers
from summarizer.facts.words import stem, word_set
from summarizer.summary import Actor, Claim, Conflict, ConflictSide, FigureItem, OpenQuestion

RANKS = frozenset(
    map(stem, word_set("former ex deputy vice acting interim assistant designate elect honorary"))
)
"""Stems of words that make another post of a post: a deputy minister is no minister."""

SHORT_FORMS = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "pm": "prime minister",
    "mp": "member of parliament",
}

Judged = dict[str, bool]


class AttributeJudge:
    """Judges the pairs of one article against its gold file.

    Answers on figures, which code reads alike in every summary, are kept.
    """

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self._document = document
        self._speakers = speakers
        self._figures: dict[tuple[str | None, ...], Judged] = {}

    def claim(self, gold: GoldClaim, shown: Claim) -> Judged:
        """``claims.speaker``: the same actor, or nobody in both. ``claims.status``: equal."""
        return {
            "claims.speaker": self._speakers.same(gold.speaker, shown.speaker),
            "claims.status": gold.status == shown.status,
        }

    def actor(self, gold: GoldActor, shown: Actor) -> Judged:
        """``actors.kind``: equal. ``actors.role``, where the gold has one: more than half of the
        content words of the shorter of the two are in the other, and both or neither is "former",
        "deputy" and the like. The gold's roles are long, so a short right one is right; none is
        wrong."""
        judged = {"actors.kind": gold.kind == shown.kind}
        if gold.role:
            wanted, given = self._role(gold.role), self._role(shown.role)
            same_rank = wanted & RANKS == given & RANKS
            judged["actors.role"] = same_rank and mostly_shared(wanted, given)
        return judged

    def figure(self, gold: GoldFigure, shown: FigureItem) -> Judged:
        """``figures.change``: equal. ``figures.measures``: more than half of the content words of
        the shorter are in the other. ``figures.speaker`` as of a claim. ``figures.as_of``, where
        the gold has one: the same day, or one inside the gold's month or year."""
        key = tuple(
            text
            for one in (gold, shown)
            for text in (one.change, one.measures, one.speaker, one.as_of)
        )
        if key not in self._figures:
            self._figures[key] = self._figure(gold, shown)
        return self._figures[key]

    def _figure(self, gold: GoldFigure, shown: FigureItem) -> Judged:
        judged = {
            "figures.change": gold.change == shown.change,
            "figures.measures": mostly_shared(
                self._stems(gold.measures), self._stems(shown.measures)
            ),
            "figures.speaker": self._speakers.same(gold.speaker, shown.speaker),
        }
        if gold.as_of:
            judged["figures.as_of"] = f"{shown.as_of}-".startswith(f"{gold.as_of}-")
        return judged

    def conflict(self, gold: GoldConflict, shown: Conflict) -> Judged:
        """``conflicts.compatible``: equal. ``conflicts.sides``: every side of the gold is shown,
        each by another one and with its speaker. Further sides shown do no harm."""
        return {
            "conflicts.compatible": gold.compatible == shown.compatible,
            "conflicts.sides": self._all_found(gold.sides, shown.sides),
        }

    def question(self, gold: GoldQuestion, shown: OpenQuestion) -> Judged:
        """``open_questions.reason``: equal."""
        return {"open_questions.reason": gold.reason == shown.reason}

    def _role(self, role: str) -> frozenset[str]:
        words = (SHORT_FORMS.get(word.lower(), word) for word in role.split())
        return self._stems(" ".join(words))

    def _stems(self, text: str) -> frozenset[str]:
        return content_stems(text, self._document.language)

    def _all_found(self, wanted: Sequence[GoldSide], shown: Sequence[ConflictSide]) -> bool:
        """Whether each wanted side can have a shown one of its own: a search with few sides."""
        if not wanted:
            return True
        return any(
            self._same_side(wanted[0], side)
            and self._all_found(wanted[1:], [other for other in shown if other is not side])
            for side in shown
        )

    def _same_side(self, gold: GoldSide, shown: ConflictSide) -> bool:
        """The same speaker; and the same numbers, or without numbers the same words or place."""
        if not self._speakers.same(gold.speaker, shown.speaker):
            return False
        numbers = [number for number in read_plainly(gold.text) if number.firm]
        if numbers:
            told = [number.values for number in read_plainly(shown.text)]
            return any(number.values & values for number in numbers for values in told)
        if mostly_shared(self._stems(gold.text), self._stems(shown.text)):
            return True
        places = [self._place(quote) for quote in gold.evidence]
        return any(
            place.overlaps(Span(piece.start, piece.end))
            for place in places
            for piece in shown.evidence
        )

    def _place(self, quote: str) -> Span:
        start = self._document.text.find(quote)
        return Span(start, start + len(quote))
