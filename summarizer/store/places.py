"""Where the store lies, and that nobody but its owner can read it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import StoreError

STORE_VARIABLE = "SUMMARIZER_STORE"
_NAME = "summaries.db"
_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_COMPANIONS = ("", "-wal", "-shm", "-reserve")


def default_store_path() -> Path:
    """``SUMMARIZER_STORE`` where that is set, else a file in the user's data folder."""
    chosen = os.environ.get(STORE_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_data_path("summarizer", appauthor=False) / _NAME


def make_file(path: Path) -> None:
    """Make the file, and its folder, where they are missing, for the owner only.

    What is there stays as it is: a folder may hold more than the store, and a file may turn out to
    be none of ours. Raises StoreError.
    """
    with _told(path):
        _make_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _FILE_MODE))


def close_to_others(path: Path) -> None:
    """Let nobody but the owner read the store and the files beside it. Raises StoreError.

    SQLite gives the files it makes the database's own mode.
    """
    with _told(path):
        for companion in _COMPANIONS:
            with suppress(FileNotFoundError):
                file = path.with_name(path.name + companion)
                if file.stat().st_mode & 0o077:
                    file.chmod(_FILE_MODE)


def _make_folder(folder: Path) -> None:
    # One by one: a mode given to mkdir(parents=True) holds for the last folder only.
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(mode=_FOLDER_MODE, exist_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"cannot be opened: {reason}", document=str(path)) from error
