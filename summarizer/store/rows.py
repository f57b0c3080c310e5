"""Between the store's rows and its records."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from summarizer.errors import SummarizerError
from summarizer.store.types import Spent

if TYPE_CHECKING:
    from summarizer.summary import Summary

SPENT: Final = "prompt_tokens, completion_tokens, cached_tokens, requests, seconds, cost"
"""The columns of ``Spent``, in its order."""

_LARGEST = 2**63 - 1
"""SQLite's largest integer; a server may claim any number of tokens."""


def spent_of(summary: Summary) -> Spent:
    """What a summary cost, as its provenance says."""
    said = summary.provenance
    return Spent(
        said.prompt_tokens,
        said.completion_tokens,
        said.cached_tokens,
        said.attempts,
        said.seconds,
        said.cost,
    )


def spent_on(error: SummarizerError, cost: float | None = None) -> Spent:
    """What a failure cost, where something was sent."""
    usage = getattr(error, "usage", None)
    if usage is None:
        return Spent(cost=cost)
    return Spent(
        usage.prompt_tokens,
        usage.completion_tokens,
        usage.cached_tokens,
        usage.requests,
        usage.seconds,
        cost,
    )


def to_columns(spent: Spent) -> tuple[Any, ...]:
    """The values of the columns ``SPENT``."""
    counts = (
        spent.prompt_tokens,
        spent.completion_tokens,
        spent.cached_tokens,
        spent.requests,
    )
    return (*(min(count, _LARGEST) for count in counts), spent.seconds, spent.cost)


def from_columns(columns: Sequence[Any]) -> Spent:
    """The record of the columns ``SPENT``; sums of no rows at all count as nothing."""
    prompt, completion, cached, requests, seconds, cost = columns
    return Spent(prompt or 0, completion or 0, cached or 0, requests or 0, seconds or 0.0, cost)


def to_json(value: Mapping[str, Any] | None) -> str | None:
    """A record as text; what is not JSON is written as its ``str``."""
    return None if value is None else json.dumps(value, sort_keys=True, default=str)


def from_json(text: str | None) -> dict[str, Any] | None:
    """The record of a text that ``to_json`` wrote."""
    return None if text is None else dict(json.loads(text))


def storable(text: str) -> str:
    """The text without lone surrogates, which a file name may hold and SQLite cannot."""
    return text.encode("utf-8", "backslashreplace").decode()
