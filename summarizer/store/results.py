"""Results by key: at most one, and a summary is never put in place of by an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.store.rows import SPENT, from_columns, from_json, to_columns, to_json
from summarizer.store.types import Stored

if TYPE_CHECKING:
    import sqlite3


def read(connection: sqlite3.Connection, digest: str) -> Stored | None:
    """What is stored under a digest."""
    row = connection.execute(
        f"SELECT summary, error, created, run, {SPENT} FROM results WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    summary, error, created, run, *spent = row
    return Stored(digest, summary, from_json(error), from_columns(spent), created, run)


def write(
    connection: sqlite3.Connection, key: str, stored: Stored, *, replace: bool = True
) -> None:
    """Put a result in place of what was there; an error leaves a summary as it is.

    ``key`` is the key as JSON, to tell later what the digest stands for. Without ``replace`` a
    summary that is there stays.
    """
    wins = "excluded.summary IS NOT NULL OR" if replace else ""
    connection.execute(
        f"INSERT INTO results (digest, key, summary, error, created, run, bytes, {SPENT})"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (digest) DO UPDATE SET key = excluded.key, summary = excluded.summary,"
        " error = excluded.error, created = excluded.created, run = excluded.run,"
        " bytes = excluded.bytes,"
        " prompt_tokens = excluded.prompt_tokens, completion_tokens = excluded.completion_tokens,"
        " cached_tokens = excluded.cached_tokens, requests = excluded.requests,"
        " seconds = excluded.seconds, cost = excluded.cost"
        f" WHERE {wins} results.summary IS NULL",
        (
            stored.digest,
            key,
            stored.summary_json,
            to_json(stored.error),
            stored.created,
            stored.run,
            len((stored.summary_json or "").encode()),
            *to_columns(stored.spent),
        ),
    )


def count(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many summaries there are, and how many of them no run refers to."""
    row = connection.execute(
        "SELECT COUNT(*), COALESCE(SUM(digest NOT IN (SELECT digest FROM items)), 0)"
        " FROM results WHERE summary IS NOT NULL"
    ).fetchone()
    return int(row[0]), int(row[1])
