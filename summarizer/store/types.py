"""What the store takes and gives: plain, frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.summary import Summary

RunStatus = Literal["running", "done", "failed", "stopped", "interrupted"]
"""``done``: every document has a summary; ``failed``: some have an error; ``stopped``: it ended
early (budget, key refused, disk full); ``interrupted``: cancelled, or its process died."""

ItemStatus = Literal["pending", "done", "cached", "failed"]
"""``done``: computed by this run; ``cached``: found in the store; ``pending``: begun, or waiting
for another process, and not finished."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a result or a failure cost. ``cost`` is in US dollars, None where it is not known."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    seconds: float = 0.0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds for a key: a summary's JSON, or the record of an error.

    ``created`` is seconds since the epoch, ``run`` the run that computed it, 0 for none. The name
    in the summary's provenance, and its source, are of the document it was computed for.
    """

    digest: str
    summary_json: str | None
    error: Mapping[str, Any] | None
    spent: Spent
    created: float
    run: int

    def summary(self) -> Summary:
        """The summary; ValueError where an error is stored."""
        from summarizer.summary import Summary

        if self.summary_json is None:
            raise ValueError("an error is stored, and no summary")
        return Summary.model_validate_json(self.summary_json)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to compute one result, from ``began`` until ``expires`` (seconds since the epoch).

    ``token`` is what makes it this lease and no other: whoever takes it over gets a new one.
    """

    digest: str
    token: str
    run: int
    position: int
    document: str
    began: float
    expires: float


@dataclass(frozen=True, slots=True)
class Busy:
    """Someone else is computing this result. Ask again; in ``seconds`` the lease runs out unless
    it is renewed."""

    digest: str
    holder: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents of a run have each status."""

    done: int = 0
    cached: int = 0
    failed: int = 0
    pending: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run over many documents. ``started`` and ``ended`` are seconds since the epoch.

    ``spent`` sums what this run paid: results found in the store cost nothing. ``size`` is how many
    bytes the summaries of its documents have; runs may share some.
    """

    id: int
    started: float
    ended: float | None
    status: RunStatus
    description: Mapping[str, Any]
    counts: Counts
    spent: Spent
    size: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a run. ``position`` is its place in the input, from 0.

    ``digest`` is empty for a document that failed before it had a key (it could not be read).
    ``source`` is what its source said of itself, as JSON, where that is known.
    """

    run: int
    position: int
    document: str
    digest: str
    status: ItemStatus
    error: Mapping[str, Any] | None
    spent: Spent
    updated: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """What a store holds: bytes on the disk, and how many summaries; ``loose`` are of no run.

    The room that is set aside for a full disk is not counted.
    """

    bytes: int
    summaries: int
    loose: int


@dataclass(frozen=True, slots=True)
class Old:
    """Which runs and results are old; see ``Store.prune``.

    ``before``: begun, or made, before this moment (seconds since the epoch). ``keep``: all runs but
    so many of the newest. With both, what both say.
    """

    before: float | None = None
    keep: int | None = None


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was deleted, or would be: runs, summaries, and the bytes of those."""

    runs: int
    summaries: int
    bytes: int
