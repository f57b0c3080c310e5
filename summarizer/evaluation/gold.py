"""What a person found in an article, by hand: the types of a gold file.

A gold file is JSON, named after its article. Every item carries ``evidence``: the words of the
article it rests on, character for character. ``gold_files`` loads the files and checks all of it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from summarizer.summary import Status

GOLD_VERSION: Final = "1"

Grade = Literal["core", "acceptable"]
"""``core``: a summary without it is a bad one. ``acceptable``: true, and fair to pick."""

Kind = Literal["person", "organization", "country", "group", "place"]
Change = Literal["=", "~", ">", "<", "up", "down"]
Reason = Literal[
    "unconfirmed", "unknown", "disputed", "unheard", "no_base", "no_date", "disagreement"
]
Evidence = tuple[str, ...]


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class GoldItem(_Gold):
    """``id`` is unique in the file. Each string of ``evidence`` stands in the article once."""

    id: str = Field(pattern=r"\A[a-z]{1,2}[0-9]{1,3}\z")
    evidence: Evidence = Field(min_length=1)


class GoldClaim(GoldItem):
    """A claim in plain words, who says it (None where the article itself), and how far it holds."""

    text: str = Field(min_length=10)
    grade: Grade
    speaker: str | None = None
    status: Status = "stated"


class GoldActor(GoldItem):
    """Someone or something that acts or speaks: every name the article uses, and the role."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    kind: Kind
    role: str = ""
    grade: Grade


class GoldFigure(GoldItem):
    """A quantity: ``low`` equals ``high`` unless it is a range. ``change`` is its bound or trend.

    ``text`` is the number with its unit as the article writes it. ``unit`` is the unit's singular
    name ("euro", "percentage", "kilometre"), or empty where things are only counted; ``measures``
    says what is. ``as_of`` is an ISO date, a beginning of one, or empty.
    """

    text: str = Field(min_length=1)
    low: Decimal
    high: Decimal
    unit: str = ""
    change: Change = "="
    measures: str = Field(min_length=2)
    as_of: str = Field(default="", pattern=r"\A(\d{4}(-\d{2}(-\d{2})?)?)?\z")
    speaker: str | None = None
    grade: Grade

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"figure {self.id}: low {self.low} is above high {self.high}")
        return self


class GoldSide(_Gold):
    """One side of a conflict: what is said and who says it (None: the article)."""

    text: str = Field(min_length=1)
    speaker: str | None = None
    evidence: Evidence = Field(min_length=1)


class GoldConflict(GoldItem):
    """Sources that disagree about one thing. ``compatible``: all of them can be true together."""

    about: str = Field(min_length=2)
    compatible: bool = False
    sides: tuple[GoldSide, ...] = Field(min_length=2)


class GoldQuestion(GoldItem):
    """What the article leaves open; ``evidence`` is the sentence that raises it."""

    text: str = Field(min_length=8)
    reason: Reason
    grade: Grade = "acceptable"


class MustNot(GoldItem):
    """What a careless summary would say. ``evidence`` is what the article says instead.

    A summary hits it when something it shows as supported says the same. Where ``speaker`` is
    given, only if it is given to that speaker; where ``statuses`` are, only with one of them: an
    accusation may be told as somebody's, never as a fact. ``why`` names the carelessness.
    """

    text: str = Field(min_length=10)
    why: str = Field(min_length=3)
    speaker: str | None = None
    statuses: tuple[Status, ...] = ()


class GoldFile(_Gold):
    """All that was found in one article.

    ``article`` is the path of the text from the gold file's folder; ``article_sha256`` is the hash
    of its bytes, so that gold and article cannot drift apart. ``origin`` tells whether the facts
    are invented or on the public record.
    """

    gold_version: Literal["1"] = GOLD_VERSION
    article: str
    article_sha256: str = Field(pattern=r"\A[0-9a-f]{64}\z")
    language: str = Field(default="en", pattern=r"\A[a-z]{2}\z")
    genre: str
    origin: Literal["invented", "public record", "mixed", "own article"]
    traps: tuple[str, ...] = ()
    claims: tuple[GoldClaim, ...] = Field(min_length=1)
    actors: tuple[GoldActor, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()
    open_questions: tuple[GoldQuestion, ...] = ()
    must_not: tuple[MustNot, ...] = ()
