"""The tables of the store, as a list of steps: step n leads from version n to version n + 1.

A step that was released never changes; a new shape is a new step at the end. The version a file
has is SQLite's ``user_version``, and its ``application_id`` says that it is a store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x53756D31
"""Marks a SQLite file as a store ("Sum1" in ASCII)."""

_SPENT = """
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    completion_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    cost REAL
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            started REAL NOT NULL,
            ended REAL,
            status TEXT NOT NULL,
            owner TEXT NOT NULL,
            description TEXT NOT NULL
        )""",
        f"""CREATE TABLE results (
            digest TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            run INTEGER NOT NULL,
            created REAL NOT NULL,
            summary TEXT,
            error TEXT,
            {_SPENT},
            CHECK ((summary IS NULL) <> (error IS NULL))
        )""",
        """CREATE TABLE leases (
            digest TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            token TEXT NOT NULL,
            owner TEXT NOT NULL,
            run INTEGER NOT NULL,
            position INTEGER NOT NULL,
            renewed REAL NOT NULL,
            expires REAL NOT NULL
        ) WITHOUT ROWID""",
        f"""CREATE TABLE items (
            run INTEGER NOT NULL,
            position INTEGER NOT NULL,
            document TEXT NOT NULL,
            digest TEXT NOT NULL,
            status TEXT NOT NULL,
            error TEXT,
            updated REAL NOT NULL,
            {_SPENT},
            PRIMARY KEY (run, position)
        ) WITHOUT ROWID""",
    ),
    (
        # What each document's source said of itself: one result may be found for many documents.
        "ALTER TABLE items ADD COLUMN source TEXT NOT NULL DEFAULT ''",
        # Sizes are listed without reading the summaries.
        "ALTER TABLE results ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0",
        "UPDATE results SET bytes = length(CAST(summary AS BLOB)) WHERE summary IS NOT NULL",
    ),
)


def check_ours(connection: sqlite3.Connection) -> None:
    """Raise StoreError for a database of another program, before anything in it is changed."""
    # In this order: another process may be making the tables, and marks the file with them.
    empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if not empty and mark != APPLICATION_ID:
        raise StoreError("is not a store: it is another program's database")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest version: all steps that it lacks, or none.

    ``connection`` is in autocommit mode. Raises StoreError for a file of a newer program.
    """
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another process may have been quicker.
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise StoreError(
                f"was written by a newer version of this program (its tables have version"
                f" {version}, this program knows {len(MIGRATIONS)})",
                remedy="Install the newer version, or name another store with --store",
            )
        for step in MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
