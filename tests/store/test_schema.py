"""The tables' versions: an old file is brought up to date whole, a foreign one is not touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.store import Counts, Lease, Spent, Store, schema

from .conftest import key_of

VERSION_1 = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, started REAL NOT NULL, ended REAL, status TEXT NOT NULL,
    owner TEXT NOT NULL, description TEXT NOT NULL
);
CREATE TABLE results (
    digest TEXT PRIMARY KEY, key TEXT NOT NULL, run INTEGER NOT NULL, created REAL NOT NULL,
    summary TEXT, error TEXT, prompt_tokens INTEGER NOT NULL DEFAULT 0,
    completion_tokens INTEGER NOT NULL DEFAULT 0, cached_tokens INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0, cost REAL,
    CHECK ((summary IS NULL) <> (error IS NULL))
);
CREATE TABLE leases (
    digest TEXT PRIMARY KEY, key TEXT NOT NULL, token TEXT NOT NULL, owner TEXT NOT NULL,
    run INTEGER NOT NULL, position INTEGER NOT NULL, renewed REAL NOT NULL, expires REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE items (
    run INTEGER NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL, digest TEXT NOT NULL,
    status TEXT NOT NULL, error TEXT, updated REAL NOT NULL,
    prompt_tokens INTEGER NOT NULL DEFAULT 0, completion_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0, requests INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0, cost REAL, PRIMARY KEY (run, position)
) WITHOUT ROWID;
INSERT INTO runs VALUES (1, 1000.0, 1060.0, 'failed', 'old', '{"model": "fake/model"}');
INSERT INTO results VALUES
    (:done, '{}', 1, 1010.0, '{"headline": "Power cut"}', NULL, 90, 9, 0, 1, 2.5, 0.5),
    (:failed, '{}', 1, 1020.0, NULL, '{"type": "AnswerRefused"}', 50, 0, 0, 1, 1.5, NULL);
INSERT INTO items VALUES
    (1, 0, '0.txt', :done, 'done', NULL, 1010.0, 90, 9, 0, 1, 2.5, 0.5),
    (1, 1, '1.txt', :failed, 'failed', '{"type": "AnswerRefused"}', 1020.0, 50, 0, 0, 1, 1.5, NULL);
PRAGMA application_id = 0x53756D31;
PRAGMA user_version = 1;
"""
"""A file as version 1 wrote it. This text never changes."""

ADDED = ("ALTER TABLE results ADD COLUMN note TEXT NOT NULL DEFAULT 'old'",)
BROKEN = (ADDED[0], "ALTER TABLE nowhere ADD COLUMN note TEXT")


@pytest.fixture
def old(path: Path) -> Path:
    script = VERSION_1.replace(":done", f"'{key_of(0).digest}'")
    script = script.replace(":failed", f"'{key_of(1).digest}'")
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return path


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def version(path: Path) -> object:
    return ask(path, "PRAGMA user_version")[0][0]


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[tuple[str, ...]], int]:
    """Add a step to the schema, as a later release would."""

    def add(step: tuple[str, ...]) -> int:
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
        return len(schema.MIGRATIONS)

    return add


def test_a_new_file_has_the_newest_version(store: Store) -> None:
    store.runs()

    assert version(store.path) == len(schema.MIGRATIONS)


def test_the_first_step_makes_the_tables_of_version_1(old: Path, tmp_path: Path) -> None:
    """Whoever changes a released step fails here."""
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        for statement in schema.MIGRATIONS[0]:
            connection.execute(statement)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
        made = {t: connection.execute(f"PRAGMA table_info({t})").fetchall() for t in tables}

    assert made == {table: ask(old, f"PRAGMA table_info({table})") for table in tables}


def test_a_file_of_version_1_is_read(old: Path) -> None:
    with Store(old) as store:
        done, failed = store.get(key_of(0)), store.get(key_of(1))
        run = store.run(1)
        items = [(item.document, item.status) for item in store.items(1)]

    assert done is not None
    assert done.summary_json == '{"headline": "Power cut"}'
    assert done.spent == Spent(90, 9, 0, 1, 2.5, 0.5)
    assert failed is not None
    assert failed.error == {"type": "AnswerRefused"}
    assert (run.started, run.ended, run.status) == (1000.0, 1060.0, "failed")
    assert run.counts == Counts(done=1, failed=1)
    assert items == [("0.txt", "done"), ("1.txt", "failed")]
    assert run.size == len('{"headline": "Power cut"}')


def test_a_file_of_version_1_is_written(old: Path) -> None:
    with Store(old) as store:
        run = store.begin_run({})
        assert run == 2
        assert isinstance(store.acquire(key_of(1), document="1.txt", run=run), Lease)

    assert version(old) == len(schema.MIGRATIONS)


def test_a_missing_step_is_made_up_for_once(
    old: Path, next_version: Callable[[tuple[str, ...]], int]
) -> None:
    newest = next_version(ADDED)

    for _ in range(2):
        with Store(old) as store:
            assert store.get(key_of(0)) is not None

    assert version(old) == newest
    assert ask(old, "SELECT DISTINCT note FROM results") == [("old",)]


def test_a_step_that_fails_leaves_the_file_as_it_was(
    old: Path, next_version: Callable[[tuple[str, ...]], int]
) -> None:
    before = ask(old, "SELECT sql FROM sqlite_master")
    next_version(BROKEN)

    with Store(old) as store, pytest.raises(StoreError, match="nowhere"):
        store.runs()

    assert version(old) == 1
    assert ask(old, "SELECT sql FROM sqlite_master") == before


def test_many_that_open_an_old_file_at_once_bring_it_up_to_date_once(
    old: Path, next_version: Callable[[tuple[str, ...]], int]
) -> None:
    newest = next_version(ADDED)

    def open_it(_: int) -> bool:
        with Store(old) as store:
            return store.get(key_of(0)) is not None

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(open_it, range(8)))
    assert version(old) == newest


def test_a_file_of_a_newer_program_is_not_touched(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version = 99")

    with Store(old) as store, pytest.raises(StoreError, match="newer version") as caught:
        store.runs()

    assert caught.value.document == str(old)
    assert version(old) == 99


def test_another_program_s_database_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    path.chmod(0o644)
    before = path.read_bytes()

    with Store(path) as store, pytest.raises(StoreError, match="another program's database"):
        store.runs()

    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_no_database_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("About 1,200 households lost power. " * 200, encoding="utf-8")
    path.chmod(0o644)
    before = path.read_bytes()

    with Store(path) as store, pytest.raises(StoreError, match="is not a store"):
        store.runs()

    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_damaged_file_is_a_clear_error(store: Store, path: Path) -> None:
    for number in range(50):
        store.begin_run({"padding": "x" * 2_000, "number": number})
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(StoreError, match="is damaged"):
        store.runs()
