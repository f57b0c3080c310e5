"""The checked result: every item carries evidence; what failed its check is in ``rejected``.

Offsets are code points into ``Document.text``, half-open. The invariant of every ``Evidence``:
``document.text[start:end] == quote``.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import asdict
from decimal import Decimal
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from summarizer.document.origin import Origin

SCHEMA_VERSION: Final = "1"

Status = Literal["stated", "attributed", "disputed", "denied", "unconfirmed"]
Wording = Literal["model", "verbatim"]
ProposedBy = Literal["model", "code"]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(_Checked):
    """A stretch of the article: ``document.text[start:end] == quote``, code points, half-open.

    ``sentence`` is the number of the sentence it begins in, counted from 1.
    """

    sentence: int
    start: int
    end: int
    quote: str


class Problem(_Checked):
    """One reason why a wording does not hold: its kind, and a message an editor understands."""

    kind: str
    message: str
    said: str = ""
    found: str = ""


class Claim(_Checked):
    """Something the article says, who says it, and where.

    ``wording`` is ``model`` where the text is the model's own and passed its check, ``verbatim``
    where it is the article's words. ``proposed_by`` tells whether the model or the code
    picked it. ``speaker`` is the name of an actor, or None where the article itself speaks.
    """

    text: str
    wording: Wording
    status: Status
    speaker: str | None = None
    speaker_evidence: Evidence | None = None
    anonymous: bool = False
    speech: Literal["direct", "indirect"] | None = None
    figures: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]
    score: float = Field(default=1.0, ge=0, le=1)
    proposed_by: ProposedBy = "model"


class Actor(_Checked):
    """Someone or something that acts or speaks, with every mention that code could find."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["person", "organization", "country", "group", "place"]
    role: str = ""
    role_evidence: Evidence | None = None
    salience: float
    evidence: tuple[Evidence, ...]


class FigureItem(_Checked):
    """A quantity as code read it. ``low`` equals ``high`` unless it is a range.

    ``change`` is ``=``, ``~`` (about), ``>`` (at least, more than), ``<`` (at most, fewer than),
    ``up`` or ``down``. ``measures`` is the thing counted, in the article's words. ``as_of`` is an
    ISO date or empty. ``speaker`` is who says so, None where the article itself does.
    """

    id: str
    text: str
    low: Decimal
    high: Decimal
    unit: str = ""
    change: str = "="
    kind: str = "count"
    measures: str = ""
    as_of: str = ""
    speaker: str | None = None
    status: Status = "stated"
    evidence: tuple[Evidence, ...]


class ConflictSide(_Checked):
    """One side of a disagreement: what is said, by whom, and the figure's id where it is one."""

    text: str
    speaker: str | None = None
    figure: str | None = None
    evidence: tuple[Evidence, ...]


class Conflict(_Checked):
    """Sources that disagree about one thing. ``compatible`` tells if all of them can be true."""

    about: str
    kind: Literal["figures", "claims"] = "figures"
    compatible: bool
    reason: str
    sides: tuple[ConflictSide, ...]


class OpenQuestion(_Checked):
    """What the article leaves unanswered, and the sentence that raises it."""

    text: str
    reason: Literal[
        "unconfirmed", "unknown", "disputed", "unheard", "no_base", "no_date", "disagreement"
    ]
    proposed_by: ProposedBy = "code"
    evidence: tuple[Evidence, ...]


class Rejected(_Checked):
    """What was said and is not supported.

    ``shown_as`` is ``verbatim`` where the article's own words took its place, ``corrected`` where
    only the speaker was wrong and the right one is shown, ``omitted`` where nothing is.
    """

    item: Literal["claim", "question", "actor", "headline", "abstract"]
    text: str
    speaker: str | None = None
    problems: tuple[Problem, ...]
    shown_as: Literal["verbatim", "corrected", "omitted"]
    evidence: tuple[Evidence, ...] = ()


class Marked(_Checked):
    """Something in the article that an editor should look at; it is never evidence.

    ``kind`` is ``instruction`` (words addressed to a model) or ``hidden`` (characters that no
    reader sees, left out of what the model was shown).
    """

    kind: Literal["instruction", "hidden"]
    message: str
    evidence: tuple[Evidence, ...]


class LeftOut(_Checked):
    """What the source held and the article's text does not: see ``document.Removed``."""

    kind: str
    count: int
    characters: int = 0
    sample: str = ""


class Source(_Checked):
    """What the article's source says about itself, and how it was read: see ``document.Origin``.

    Nothing of it was checked: a page may say anything about its author and date.
    """

    media_type: str = "text/plain"
    encoding: str = ""
    encoding_from: str = ""
    url: str = ""
    fetched_from: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    modified: str = ""
    description: str = ""
    raw_sha256: str = ""
    removed: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, origin: Origin) -> Self:
        """What a summary says of a document's origin."""
        # ``asdict`` would copy each value first, at five times the cost: this is asked often.
        told = {name: getattr(origin, name) for name in origin.__slots__}
        told["removed"] = tuple(asdict(one) for one in origin.removed)
        return cls.model_validate(told)


class Coverage(_Checked):
    """How much of the article was read and used. ``complete`` is False when anything was cut."""

    sentences: int
    sentences_read: int
    sentences_cited: int
    characters: int
    complete: bool
    notes: tuple[str, ...] = ()


class Provenance(_Checked):
    """Where the summary comes from: enough to make it again, or to distrust it.

    Tokens are summed over all tries, ``cached_tokens`` is the part of ``prompt_tokens`` the server
    had already read. ``language`` is the one the article was read as. ``seconds`` is wall time of
    the model; ``cost`` is in US dollars, over all tries, None if unknown or nothing.
    """

    prompt: str
    prompt_fingerprint: str
    model: str
    provider: str
    served_model: str = ""
    parameters: dict[str, Any] = {}
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    attempts: int = 0
    seconds: float = 0.0
    cost: float | None = None
    fallback_for: str = ""
    document: str = ""
    language: str = ""
    document_sha256: str
    schema_version: str = SCHEMA_VERSION
    schema_sha256: str
    result_sha256: str = ""
    created: datetime.datetime
    software: str


class Content(_Checked):
    """What a summary says of its article: everything in it but the provenance."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    headline: str
    headline_wording: Wording = "model"
    headline_evidence: tuple[Evidence, ...] = ()
    abstract: str
    abstract_wording: Wording = "model"
    abstract_evidence: tuple[Evidence, ...] = ()
    key_claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    figures: tuple[FigureItem, ...]
    conflicts: tuple[Conflict, ...]
    open_questions: tuple[OpenQuestion, ...]
    rejected: tuple[Rejected, ...]
    marked: tuple[Marked, ...] = ()
    source: Source = Source()
    coverage: Coverage


class Summary(Content):
    """An article, summarised and checked."""

    provenance: Provenance

    @property
    def supported(self) -> bool:
        """Whether nothing was rejected and the whole article was read: what ``--strict`` asks."""
        return not self.rejected and self.coverage.complete


def sealed(summary: Summary) -> Summary:
    """With the hash of the result: of everything but the provenance, in one canonical spelling."""
    digest = digest_of(summary.model_dump_json(exclude={"provenance"}))
    provenance = summary.provenance.model_copy(update={"result_sha256": digest})
    return summary.model_copy(update={"provenance": provenance})


def digest_of(content: str) -> str:
    """The hash of a summary whose content is spelled ``content``, as JSON."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
