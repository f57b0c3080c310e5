"""The words of a batch: what is to be done, within which limits, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.models.prices import Price
from summarizer.pipeline import DEFAULT_PROMPT, Options

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.errors import SummarizerError
    from summarizer.models.types import Model
    from summarizer.store import Store
    from summarizer.summary import Summary


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may use. ``None`` is no limit; ``concurrency`` None fits the model.

    ``budget_tokens`` and ``budget_usd`` are never passed: the run stops before. ``price`` is that
    of the model, where it is not a known one. ``processes`` is how many may read articles beside
    this one, 0 for none; they are started where there is enough to do.
    """

    concurrency: int | None = None
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    budget_tokens: int | None = None
    budget_usd: float | None = None
    price: Price | None = None
    processes: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How the documents of a batch are worked on: everything but the documents.

    ``store`` holds the results, and is asked first unless ``refresh``. In ``ordered`` runs the
    outcomes come in the order of the documents, else as they are ready. ``window`` is how many
    documents are in hand at once, 0 for twice the concurrency.
    """

    model: str | Model | None = None
    prompt: str = DEFAULT_PROMPT
    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)
    store: Store | None = None
    refresh: bool = False
    ordered: bool = True
    window: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a batch: its place in the input (from 0), its name, and how to get it.

    ``load`` raises SummarizerError for what cannot be read.
    """

    index: int
    name: str
    load: Callable[[], Document]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: a summary, a summary's JSON from the store, or an error.

    ``tokens`` and ``cost`` (US dollars, None if unknown) are what this run paid for it.
    """

    index: int
    document: str
    summary: Summary | None = None
    stored: str | None = None
    error: SummarizerError | None = None
    tokens: int = 0
    cost: float | None = 0.0

    @property
    def cached(self) -> bool:
        """Whether the store had it."""
        return self.stored is not None

    def json(self) -> str:
        """The summary as JSON on one line; ValueError where there is an error."""
        if self.stored is not None:
            return self.stored
        if self.summary is None:
            raise ValueError("there is no summary")
        return self.summary.model_dump_json()

    def result(self) -> Summary | SummarizerError:
        """The summary, or the error."""
        if self.error is not None:
            return self.error
        if self.summary is not None:
            return self.summary
        from summarizer.summary import Summary

        return Summary.model_validate_json(self.json())
