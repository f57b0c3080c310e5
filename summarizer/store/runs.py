"""The runs there were: how each began and ended, and what its documents came to in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from summarizer.errors import UnknownName
from summarizer.store.holders import has_died
from summarizer.store.rows import from_columns, from_json, to_json
from summarizer.store.types import Counts, Run, RunStatus

if TYPE_CHECKING:
    import sqlite3

_SILENT = 24 * 3600.0
"""Seconds without a word of any document after which a run of another machine is over: its process
cannot be seen from here, nor one from before this machine was started."""

_TOTALS = ", ".join(
    f"SUM(items.{name})"
    for name in ("prompt_tokens", "completion_tokens", "cached_tokens", "requests")
)
_QUESTION = f"""
    SELECT runs.id, runs.started, runs.ended, runs.status, runs.owner, runs.description,
        SUM(items.status = 'done'), SUM(items.status = 'cached'),
        SUM(items.status = 'failed'), SUM(items.status = 'pending'),
        {_TOTALS}, SUM(items.seconds), SUM(items.cost), MAX(items.updated),
        (SELECT SUM(results.bytes) FROM results WHERE results.digest IN
            (SELECT own.digest FROM items AS own WHERE own.run = runs.id))
    FROM runs LEFT JOIN items ON items.run = runs.id
"""


def begin(
    connection: sqlite3.Connection, description: Mapping[str, Any], owner: str, now: float
) -> int:
    """A new run; its number."""
    made = connection.execute(
        "INSERT INTO runs (started, status, owner, description) VALUES (?, 'running', ?, ?)",
        (now, owner, to_json(description)),
    )
    return int(made.lastrowid or 0)


def end(connection: sqlite3.Connection, id: int, status: RunStatus, now: float) -> None:
    """Note how a run ended."""
    connection.execute("UPDATE runs SET ended = ?, status = ? WHERE id = ?", (now, status, id))


def every(connection: sqlite3.Connection, now: float) -> list[Run]:
    """Every run as it stands ``now``, the newest first."""
    rows = connection.execute(f"{_QUESTION} GROUP BY runs.id ORDER BY runs.id DESC").fetchall()
    return [_run(row, now) for row in rows]


def one(connection: sqlite3.Connection, id: int, now: float) -> Run:
    """One run. Raises UnknownName."""
    row = connection.execute(f"{_QUESTION} WHERE runs.id = ? GROUP BY runs.id", (id,)).fetchone()
    if row is None:
        raise UnknownName(f"there is no run {id}", remedy="See 'summarize runs list'")
    return _run(row, now)


def started(connection: sqlite3.Connection, id: int) -> float:
    """When a run began; now and later counts for a run that is not known."""
    row = connection.execute("SELECT started FROM runs WHERE id = ?", (id,)).fetchone()
    return float(row[0]) if row else float("inf")


def _run(row: tuple[Any, ...], now: float) -> Run:
    id, began, ended, status, owner, description, *numbers, latest, size = row
    if status == "running" and (has_died(owner) or now - (latest or began) > _SILENT):
        status = "interrupted"
    counts = Counts(*(number or 0 for number in numbers[:4]))
    spent = from_columns(numbers[4:])
    return Run(id, began, ended, status, from_json(description) or {}, counts, spent, size or 0)
