"""What a gold file says a summary must not say, looked for in everything shown as supported.

Looked at are the claims, the headline and the abstract sentence by sentence, the roles of actors
and the sides of conflicts. Not looked at is what is ``rejected`` (shown as unsupported), and open
questions, which ask and do not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.evaluation.gold import MustNot
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.results import Hit
from summarizer.evaluation.similarity import could_say, says
from summarizer.evaluation.speakers import Speakers
from summarizer.facts.attribution import read_attributions
from summarizer.summary import Status, Summary


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement of a summary, where it stands, and who says it; ``status`` None: not told."""

    where: str
    text: str
    speaker: str | None = None
    status: Status | None = None


class ForbiddenFinder:
    """Finds the hits of one gold file. Answers are kept."""

    def __init__(self, case: GoldCase, speakers: Speakers) -> None:
        self._must_not = case.gold.must_not
        self._texts = tuple(forbidden.text for forbidden in self._must_not)
        self._language = case.gold.language
        self._article = {_even(sentence.text) for sentence in case.document.sentences}
        self._speakers = speakers
        self._said: dict[str, tuple[MustNot, ...]] = {}
        self._sentences: dict[str, tuple[str, ...]] = {}
        self._attributed: dict[str, tuple[str | None, Status]] = {}

    def hits(self, summary: Summary) -> tuple[Hit, ...]:
        """Every ``must_not`` that is said, once for each place."""
        return tuple(
            Hit(must_not=forbidden.id, where=shown.where, text=shown.text)
            for shown in self._shown(summary)
            for forbidden in self._said_in(shown.text)
            if self._applies(forbidden, shown)
        )

    def _shown(self, summary: Summary) -> Iterator[_Shown]:
        for number, claim in enumerate(summary.key_claims, 1):
            yield _Shown(f"claim {number}", claim.text, claim.speaker, claim.status)
        for where, text in (("headline", summary.headline), ("abstract", summary.abstract)):
            yield from (_Shown(where, sentence) for sentence in self._sentences_of(text))
        for number, actor in enumerate(summary.actors, 1):
            if actor.role:
                yield _Shown(f"actor {number}", f"{actor.name} is {actor.role}.")
        for number, conflict in enumerate(summary.conflicts, 1):
            for side in conflict.sides:
                status: Status = "attributed" if side.speaker else "stated"
                yield _Shown(f"conflict {number}", side.text, side.speaker, status)

    def _sentences_of(self, text: str) -> tuple[str, ...]:
        if text not in self._sentences:
            document = Document(text, language=self._language)
            self._sentences[text] = tuple(sentence.text for sentence in document.sentences)
        return self._sentences[text]

    def _said_in(self, text: str) -> tuple[MustNot, ...]:
        if text not in self._said:
            # The article's own whole sentence may only be given to the wrong speaker.
            whole = _even(text) in self._article
            possible = could_say(self._texts, text, self._language)
            self._said[text] = tuple(
                forbidden
                for forbidden, could in zip(self._must_not, possible, strict=True)
                if could
                and (forbidden.speaker or not whole)
                and says(forbidden.text, text, self._language)
            )
        return self._said[text]

    def _applies(self, forbidden: MustNot, shown: _Shown) -> bool:
        """Whether the speaker and the status are those that the gold file asks for."""
        if not forbidden.statuses and forbidden.speaker is None:
            return True
        speaker, status = shown.speaker, shown.status
        if status is None:
            speaker, status = self._attribution_of(shown.text)
        if forbidden.statuses and status not in forbidden.statuses:
            return False
        return forbidden.speaker is None or self._speakers.same(forbidden.speaker, speaker)

    def _attribution_of(self, text: str) -> tuple[str | None, Status]:
        """Who says a sentence of headline or abstract, by its own words; the article if nobody."""
        if text not in self._attributed:
            found = read_attributions(Document(text, language=self._language))
            first = found[0] if found else None
            self._attributed[text] = (
                (first.resolved or first.speaker or None, first.status)
                if first
                else (None, "stated")
            )
        return self._attributed[text]


def _even(text: str) -> str:
    """With single spaces, without the stop at the end."""
    return " ".join(text.split()).rstrip(".")
