"""The types of a review: who decided what, when, about which version."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from summarizer.review.items import ItemKind
from summarizer.summary import Problem

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

RECORD_VERSION: Final = "1"
MAX_DECISIONS = 50_000
MAX_WORDS = 20_000
MAX_NAME = 200

Verdict = Literal["accepted", "rejected", "edited", "open"]

_Name = Annotated[str, Field(max_length=MAX_NAME)]
_Words = Annotated[str, Field(max_length=MAX_WORDS)]
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Version(NamedTuple):
    """What was looked at: the hash of the summary's content, and that of the article's text."""

    result_sha256: str
    document_sha256: str


def version_of(summary: Summary, document: Document | None = None) -> Version:
    """The version of a summary, and of the article beside it (its own, where none is given)."""
    provenance = summary.provenance
    result = provenance.result_sha256 or _hash(summary)
    return Version(result, document.sha256 if document else provenance.document_sha256)


def _hash(summary: Summary) -> str:
    """Of a summary that does not carry the hash of its content."""
    content = json.dumps(summary.model_dump(exclude={"provenance"}), default=str, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Decision(_Kept):
    """What one editor decided about one item at one time. The last one about an item counts.

    ``accepted``: what the summary says of the item is right; of a rejected or marked item, that
    it is rightly rejected or marked. ``rejected``: it is not right. ``edited``: ``text`` is to
    stand in its place. ``open``: an earlier decision is taken back, or only the ``note`` is new.
    ``wording`` is the item's line as it was seen. ``holds`` is what code found when it held
    ``text`` against the item's evidence, None where that was not done; ``problems`` say why not.
    """

    item: str = Field(pattern=r"^[a-z]{1,20}-[0-9a-f]{10}(-[0-9]{1,6})?$")
    kind: ItemKind
    wording: _Words
    verdict: Verdict
    text: _Words = ""
    note: _Words = ""
    by: _Name
    at: AwareDatetime
    result_sha256: _Sha256
    document_sha256: _Sha256
    holds: bool | None = None
    problems: tuple[Problem, ...] = ()

    @model_validator(mode="after")
    def _an_edit_has_its_text(self) -> Self:
        if (self.verdict == "edited") != bool(self.text.strip()):
            raise ValueError("an edited item has a text, and no other has one")
        return self

    @property
    def version(self) -> Version:
        """What the editor had on the screen."""
        return Version(self.result_sha256, self.document_sha256)


class ReviewRecord(_Kept):
    """Every decision ever saved about a summary, oldest first; none is taken out.

    ``summary`` and ``document`` are the names of the files; the two hashes are those of the
    version that was saved last. Each decision carries the hashes of the one it is about.
    """

    schema_version: Literal["1"] = RECORD_VERSION
    summary: str = Field(default="", max_length=4096)
    document: str = Field(default="", max_length=4096)
    result_sha256: _Sha256
    document_sha256: _Sha256
    decisions: tuple[Decision, ...] = Field(default=(), max_length=MAX_DECISIONS)
