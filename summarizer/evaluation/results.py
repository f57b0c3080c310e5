"""What an evaluation finds: the counts of one article, and of a run over many. Data only.

Counts, not rates, are kept: a rate is made from them where it is shown, so that nothing is
averaged twice and ``0 of 0`` stays undefined.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

Field = Literal["claims", "actors", "figures", "conflicts", "open_questions"]
FIELDS: Final[tuple[Field, ...]] = ("claims", "actors", "figures", "conflicts", "open_questions")

ATTRIBUTES: Final = (
    "claims.speaker",
    "claims.status",
    "actors.kind",
    "actors.role",
    "figures.change",
    "figures.measures",
    "figures.speaker",
    "figures.as_of",
    "conflicts.compatible",
    "conflicts.sides",
    "open_questions.reason",
)
"""Right or wrong on matched pairs only: what a match leaves to be judged."""

GROUNDING: Final = ("verbatim", "supported", "numbers_and_names", "not_an_instruction")
"""Of the items shown: evidence is verbatim at its offsets; it supports the item; the item's numbers
and names are in it; it is not an instruction to the reader."""


class _Result(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Ratio(_Result):
    """``right`` of ``of``. ``rate`` is None where ``of`` is 0: not asked is not wrong."""

    right: int = 0
    of: int = 0

    @property
    def rate(self) -> float | None:
        """Between 0 and 1."""
        return self.right / self.of if self.of else None

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(right=self.right + other.right, of=self.of + other.of)


class Counts(_Result):
    """One list of one article, or the sums over many.

    ``gold`` items were looked for, ``matched`` of them were found (one item each), ``core`` of them
    are core and ``core_matched`` of those were found. ``shown`` items are in the summary; one that
    matches nothing is ``extra`` (grounded: true, only not in the gold) or ``wrong`` (it is not).
    ``shown == matched + extra + wrong``. ``soft`` is the sum of the similarities of the matched.
    """

    gold: int = 0
    matched: int = 0
    core: int = 0
    core_matched: int = 0
    shown: int = 0
    extra: int = 0
    wrong: int = 0
    soft: float = 0.0

    @property
    def precision(self) -> float | None:
        """Of what was matched or wrong, the matched; an extra item is neither."""
        judged = self.matched + self.wrong
        return self.matched / judged if judged else None

    @property
    def recall(self) -> float | None:
        """Of the gold, what was found."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """None where neither gold nor summary has an item; 0 where one has and nothing matched."""
        both = self.gold + self.matched + self.wrong
        return 2 * self.matched / both if both else None

    @property
    def soft_f1(self) -> float | None:
        """F1 with each match worth its similarity."""
        both = self.gold + self.matched + self.wrong
        return 2 * self.soft / both if both else None

    @property
    def core_recall(self) -> float | None:
        """Of the core of the gold, what was found."""
        return self.core_matched / self.core if self.core else None

    @property
    def focus(self) -> float | None:
        """Of what is shown, the part that the gold has too: a summary that tells all has little."""
        return self.matched / self.shown if self.shown else None

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            gold=self.gold + other.gold,
            matched=self.matched + other.matched,
            core=self.core + other.core,
            core_matched=self.core_matched + other.core_matched,
            shown=self.shown + other.shown,
            extra=self.extra + other.extra,
            wrong=self.wrong + other.wrong,
            soft=self.soft + other.soft,
        )


class Pair(_Result):
    """A gold item and the item of the summary that was matched to it: ids, positions, similarity.

    ``item`` is the position in the summary's list, from 0. ``attributes`` says for each attribute
    of the field whether it is right.
    """

    gold: str
    item: int
    similarity: float
    attributes: Mapping[str, bool] = {}


class Hit(_Result):
    """A ``must_not`` that a summary says, and where: ``claim 3``, ``headline``, ``abstract`` ..."""

    must_not: str
    where: str
    text: str


class FieldScore(_Result):
    """One list of one article: the counts, the pairs behind them, and what was left over.

    ``missed`` are ids of gold items; ``extra`` and ``wrong`` are positions in the summary's list.
    """

    counts: Counts
    pairs: tuple[Pair, ...] = ()
    missed: tuple[str, ...] = ()
    extra: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()


class ArticleScore(_Result):
    """The scores of one summary against its gold.

    ``grounding`` has the ratios of GROUNDING over everything shown, ``attributes`` those of
    ATTRIBUTES. ``figures_without_value`` counts figures whose value is not in their evidence.
    ``verbatim_claims`` counts claims shown in the article's own words, ``claim_words`` the words of
    all claims shown. ``cost`` is in dollars.
    ``failed`` names the error of a model that gave no summary: then all of the gold is missed.
    """

    slug: str
    fields: Mapping[Field, FieldScore]
    attributes: Mapping[str, Ratio]
    grounding: Mapping[str, Ratio]
    must_not_hits: tuple[Hit, ...] = ()
    figures_without_value: int = 0
    verbatim_claims: int = 0
    claim_words: int = 0
    failed: str = ""
    rejected: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    cost: float | None = None


class RunKey(_Result):
    """What a score depends on. Scores are compared where ``gold`` is the same, and only there.

    ``gold`` is a hash over the gold files and articles scored, ``schema_sha256`` the one of the
    summary's schema, ``prompt_fingerprint`` the one of the prompt's content.
    """

    model: str
    prompt: str
    prompt_fingerprint: str
    schema_sha256: str
    gold: str


class RunScore(_Result):
    """One model with one prompt over a gold folder, article by article, by slug."""

    key: RunKey
    articles: tuple[ArticleScore, ...]

    def counts(self, field: Field) -> Counts:
        """The sums over all articles: micro scores are made from these."""
        return sum((a.fields[field].counts for a in self.articles), Counts())

    def attribute(self, name: str) -> Ratio:
        """One of ATTRIBUTES, summed."""
        return sum((a.attributes.get(name, Ratio()) for a in self.articles), Ratio())

    def rate(self, name: str) -> Ratio:
        """One of GROUNDING, summed."""
        return sum((a.grounding.get(name, Ratio()) for a in self.articles), Ratio())
