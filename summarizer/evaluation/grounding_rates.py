"""Whether what a summary shows rests on the article: four questions, each answered apart.

Nothing of ``summarizer.grounding`` is used: what it lets through by mistake is seen here. Of every
item shown, headline and abstract among them:

- ``verbatim``: it has evidence, and each piece is the article's text at its offsets, with the
  number of the sentence it begins in;
- ``supported``: a claim by ``check_claim``, as headline and each sentence of the abstract; a figure
  when its words are in its evidence, its sentence gives that value and unit, and the article has
  the words for what it measures; an actor when each mention is a name of his and the role is told
  beside one; a conflict when each side's words are in that side's evidence; a question when its
  evidence speaks of what it asks;
- ``numbers_and_names``: those of the item are in its evidence, read plainly and apart from
  ``check_claim``; where the evidence has a pronoun, a name may stand shortly before it; those of an
  actor's role may stand anywhere in the article;
- ``not_an_instruction``: no sentence that evidence lies in talks to a machine. An actor's mentions
  are all there are, so one outside such sentences is enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from summarizer.document import Document
from summarizer.evaluation.article import Article, Quotes, even, quotes_of
from summarizer.evaluation.content import content_stems
from summarizer.evaluation.plain_names import missing_names
from summarizer.evaluation.plain_numbers import is_among, missing_numbers
from summarizer.evaluation.results import GROUNDING, Field, Ratio
from summarizer.summary import Actor, Claim, Conflict, Evidence, FigureItem, OpenQuestion, Summary

Item = TypeVar("Item", Claim, Actor, FigureItem, OpenQuestion)

ROLE_SHARE = 0.5
"""Of a role's content words, those that sentences with a mention of the actor must hold."""

TOPIC_SHARE = 0.3
"""Of a question's content words, those that its evidence must hold; or it quotes from it."""

MEASURES_SHARE = 0.5
"""Of the content words for what a figure measures, those that the article must have."""

_QUOTED = re.compile(r"[\"“„«]([^\"”“»\n]{2,80})[\"”“»]")


@dataclass(frozen=True, slots=True)
class Checks:
    """The four answers for one item."""

    verbatim: bool
    supported: bool
    numbers_and_names: bool
    not_an_instruction: bool

    @property
    def hold(self) -> bool:
        """Whether the item is grounded: all four are yes."""
        return (
            self.verbatim and self.supported and self.numbers_and_names and self.not_an_instruction
        )


@dataclass(frozen=True, slots=True)
class Grounding:
    """The answers for every item shown, by list and position, and for headline and abstract.

    ``figures_without_value`` has the positions of figures whose value no reading of their evidence
    gives.
    """

    fields: Mapping[Field, tuple[Checks, ...]]
    texts: tuple[Checks, ...]
    figures_without_value: tuple[int, ...] = ()

    @property
    def ratios(self) -> dict[str, Ratio]:
        """For each question, how many of the items shown pass."""
        shown = [*self.texts, *(checks for items in self.fields.values() for checks in items)]
        return {
            question: Ratio(right=sum(getattr(c, question) for c in shown), of=len(shown))
            for question in GROUNDING
        }


class GroundingJudge:
    """Judges summaries of one article. What was read of it is kept for the next summary."""

    def __init__(self, document: Document) -> None:
        self._article = Article(document)
        self._kept: dict[tuple[object, ...], Checks] = {}
        self._valued: dict[tuple[Decimal, Decimal, Quotes], bool] = {}

    def judge(self, summary: Summary) -> Grounding:
        """The four answers for everything that ``summary`` shows."""
        texts = (
            (summary.headline, summary.headline_evidence),
            (summary.abstract, summary.abstract_evidence),
        )
        return Grounding(
            fields={
                "claims": tuple(map(self._judged_claim, summary.key_claims)),
                "actors": tuple(map(self._judged_actor, summary.actors)),
                "figures": tuple(map(self._judged_figure, summary.figures)),
                "conflicts": tuple(map(self._conflict, summary.conflicts)),
                "open_questions": tuple(map(self._judged_question, summary.open_questions)),
            },
            texts=tuple(self._text(text, evidence) for text, evidence in texts if text),
            figures_without_value=tuple(
                at for at, figure in enumerate(summary.figures) if not self.has_value(figure)
            ),
        )

    def _judged_claim(self, one: Claim) -> Checks:
        key = one.text, _places(one.evidence), _places(_optional(one.speaker_evidence))
        return self._once(self._claim, one, key)

    def _judged_actor(self, one: Actor) -> Checks:
        role = _places(_optional(one.role_evidence))
        key = one.name, one.aliases, one.role, _places(one.evidence), role
        return self._once(self._actor, one, key)

    def _judged_figure(self, one: FigureItem) -> Checks:
        key = one.text, one.measures, one.low, one.high, one.unit, _places(one.evidence)
        return self._once(self._figure, one, key)

    def _judged_question(self, one: OpenQuestion) -> Checks:
        return self._once(self._question, one, (one.text, _places(one.evidence)))

    def _once(
        self, judge: Callable[[Item], Checks], item: Item, content: tuple[object, ...]
    ) -> Checks:
        """The answers for an item, asked once for each ``content``, which is all they rest on.

        What code reads of an article, and a model quotes of it, is the same in many summaries.
        """
        key = type(item), content
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = judge(item)
        return known

    def has_value(self, figure: FigureItem) -> bool:
        """Whether the figure's value is in its evidence, by a plain reading or ``read_figures``."""
        key = figure.low, figure.high, quotes_of(figure.evidence)
        known = self._valued.get(key)
        if known is None:
            known = self._valued[key] = self._is_value_in(*key)
        return known

    def _is_value_in(self, low: Decimal, high: Decimal, quotes: Quotes) -> bool:
        values = self._article.parts(" ".join(quotes))[1]
        if all(is_among(value, values) for value in (low, high)):
            return True
        return any(
            (read.low, read.high) == (low, high)
            for quote in quotes
            for read in self._article.figures_of(quote)
        )

    def _claim(self, claim: Claim) -> Checks:
        speaker = _optional(claim.speaker_evidence)
        return Checks(
            self._verbatim((*claim.evidence, *speaker), claim.evidence),
            self._article.supports(claim.text, quotes_of(claim.evidence)),
            self._article.holds_numbers_and_names(claim.text, (*claim.evidence, *speaker)),
            self._article.orders_nothing(claim.evidence),
        )

    def _text(self, text: str, evidence: Sequence[Evidence]) -> Checks:
        quotes = quotes_of(evidence)
        return Checks(
            self._verbatim(evidence, evidence),
            self._article.supports(text, quotes),
            self._article.holds_numbers_and_names(text, evidence),
            self._article.orders_nothing(evidence),
        )

    def _actor(self, actor: Actor) -> Checks:
        role = _optional(actor.role_evidence)
        beside = tuple(s.text for s in self._article.sentences((*actor.evidence, *role)))
        named = all(self._is_named(quote, actor) for quote in {*quotes_of(actor.evidence)})
        return Checks(
            self._verbatim((*actor.evidence, *role), actor.evidence),
            named and self._tells_role(actor, beside),
            not missing_names(
                self._article.parts(actor.role)[0], self._article.plain, self._article.plain
            )
            and not missing_numbers(actor.role, self._article.values),
            any(self._article.orders_nothing((e,)) for e in actor.evidence)
            and self._article.orders_nothing(role),
        )

    def _figure(self, figure: FigureItem) -> Checks:
        quotes = quotes_of(figure.evidence)
        around = tuple(sentence.text for sentence in self._article.sentences(figure.evidence))
        words = even(figure.text)
        return Checks(
            self._verbatim(figure.evidence, figure.evidence),
            any(words in even(quote) for quote in quotes)
            and self._gives(figure, around)
            and self._knows(figure.measures),
            self.has_value(figure)
            and self._article.holds_numbers_and_names(figure.text, figure.evidence)
            and self._article.holds_numbers(figure.measures, around),
            self._article.orders_nothing(figure.evidence),
        )

    def _conflict(self, conflict: Conflict) -> Checks:
        sides = [(side.text, quotes_of(side.evidence)) for side in conflict.sides]
        evidence = tuple(piece for side in conflict.sides for piece in side.evidence)
        return Checks(
            len(sides) > 1 and all(self._verbatim(s.evidence, s.evidence) for s in conflict.sides),
            all(
                any(even(text) in even(quote) for quote in quotes)
                or self._article.supports(text, quotes)
                for text, quotes in sides
            ),
            all(self._article.holds_numbers_and_names(s.text, s.evidence) for s in conflict.sides),
            self._article.orders_nothing(evidence),
        )

    def _question(self, question: OpenQuestion) -> Checks:
        quotes = quotes_of(question.evidence)
        return Checks(
            self._verbatim(question.evidence, question.evidence),
            self._speaks_of(question.text, quotes),
            self._article.holds_numbers_and_names(question.text, question.evidence),
            self._article.orders_nothing(question.evidence),
        )

    def _verbatim(self, pieces: Iterable[Evidence], needed: Sequence[Evidence]) -> bool:
        return bool(needed) and all(map(self._article.is_verbatim, pieces))

    def _knows(self, measures: str) -> bool:
        words = content_stems(measures, self._article.language)
        return len(words & self._article.stems) >= MEASURES_SHARE * len(words)

    def _gives(self, figure: FigureItem, sentences: Iterable[str]) -> bool:
        """Whether a sentence, read alone, gives the figure's value in its unit.

        Things that are counted are no unit: naming them or not is the same.
        """
        return any(
            (read.low, read.high) == (figure.low, figure.high)
            and (read.unit == figure.unit or (not figure.unit and read.kind == "count"))
            for sentence in sentences
            for read in self._article.figures_of(sentence)
        )

    def _is_named(self, quote: str, actor: Actor) -> bool:
        """By a name of the actor's, or by words of it or of the role ("the ministry")."""
        if any(self._article.same_name(quote, name) for name in (actor.name, *actor.aliases)):
            return True
        language = self._article.language
        words = content_stems(quote, language)
        return bool(words) and words <= content_stems(
            " ".join((actor.name, *actor.aliases, actor.role)), language
        )

    def _tells_role(self, actor: Actor, beside: Iterable[str]) -> bool:
        role = content_stems(actor.role, self._article.language)
        if not role:
            return True
        told = set[str]().union(*(content_stems(s, self._article.language) for s in beside))
        return len(role & told) >= ROLE_SHARE * len(role)

    def _speaks_of(self, question: str, quotes: Quotes) -> bool:
        asked = content_stems(question, self._article.language)
        said = set[str]().union(*(content_stems(q, self._article.language) for q in quotes))
        enough = len(asked & said) >= TOPIC_SHARE * len(asked)
        passage = even(" ".join(quotes))
        return bool(quotes) and (enough or any(q in passage for q in _QUOTED.findall(question)))


def _places(evidence: Iterable[Evidence]) -> tuple[tuple[int, int, int, str], ...]:
    """Evidence as it is compared, quickly."""
    return tuple([(piece.sentence, piece.start, piece.end, piece.quote) for piece in evidence])


def _optional(piece: Evidence | None) -> tuple[Evidence, ...]:
    return (piece,) if piece else ()
