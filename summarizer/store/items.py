"""What became of each document of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.store.rows import SPENT, from_columns, from_json, storable, to_columns, to_json
from summarizer.store.types import Item

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = f"run, position, document, digest, status, error, updated, source, {SPENT}"


def next_position(connection: sqlite3.Connection, run: int) -> int:
    """The place after the last one of a run."""
    row = connection.execute(
        "SELECT COALESCE(MAX(position) + 1, 0) FROM items WHERE run = ?", (run,)
    ).fetchone()
    return int(row[0])


def note(connection: sqlite3.Connection, item: Item) -> None:
    """Write down where a document stands. What its earlier tries cost is kept and added to; a
    document that this run has computed stays ``done``."""
    connection.execute(
        f"INSERT INTO items ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (run, position) DO UPDATE SET document = excluded.document,"
        " digest = excluded.digest, error = excluded.error, updated = excluded.updated,"
        " status = CASE WHEN items.status = 'done' AND excluded.status = 'cached'"
        " THEN 'done' ELSE excluded.status END,"
        " source = CASE excluded.source WHEN '' THEN items.source ELSE excluded.source END,"
        " prompt_tokens = items.prompt_tokens + excluded.prompt_tokens,"
        " completion_tokens = items.completion_tokens + excluded.completion_tokens,"
        " cached_tokens = items.cached_tokens + excluded.cached_tokens,"
        " requests = items.requests + excluded.requests,"
        " seconds = items.seconds + excluded.seconds,"
        " cost = CASE WHEN excluded.cost IS NULL THEN items.cost"
        " ELSE COALESCE(items.cost, 0) + excluded.cost END",
        (
            item.run,
            item.position,
            storable(item.document),
            item.digest,
            item.status,
            to_json(item.error),
            item.updated,
            item.source,
            *to_columns(item.spent),
        ),
    )


def is_noted(connection: sqlite3.Connection, run: int, position: int) -> bool:
    """Whether the run knows of this document."""
    found = connection.execute(
        "SELECT 1 FROM items WHERE run = ? AND position = ?", (run, position)
    )
    return found.fetchone() is not None


def page(
    connection: sqlite3.Connection, run: int, after: int, size: int
) -> list[tuple[Item, str | None]]:
    """The next documents of a run after a position, each with its summary's JSON if it has one."""
    columns = ", ".join(f"items.{name.strip()}" for name in _COLUMNS.split(","))
    rows = connection.execute(
        f"SELECT {columns}, results.summary FROM items"
        " LEFT JOIN results ON results.digest = items.digest"
        " AND items.status IN ('done', 'cached')"
        " WHERE items.run = ? AND items.position > ? ORDER BY items.position LIMIT ?",
        (run, after, size),
    ).fetchall()
    return [(_item(row[:-1]), row[-1]) for row in rows]


def _item(row: tuple[Any, ...]) -> Item:
    run, position, document, digest, status, error, updated, source, *spent = row
    return Item(
        run,
        position,
        document,
        digest,
        status,
        from_json(error),
        from_columns(spent),
        updated,
        source,
    )
