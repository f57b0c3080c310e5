"""Where the store lies, and that nobody but its owner can read it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import StoreError
from summarizer.files import FILE_MODE, make_private_folder

STORE_VARIABLE = "SUMMARIZER_STORE"
_NAME = "summaries.db"
_COMPANIONS = ("", "-wal", "-shm", "-reserve")


def default_store_path() -> Path:
    """``SUMMARIZER_STORE`` where that is set, else a file in the user's data folder.

    Raises StoreError for a user who has no home.
    """
    chosen = os.environ.get(STORE_VARIABLE)
    if chosen:
        return store_path(chosen)
    import platformdirs

    folder = platformdirs.user_data_path("summarizer", appauthor=False)
    if not folder.is_absolute():  # "~" stays as it is for a user without a home
        raise StoreError("cannot be made: this user has no home folder", document=_NAME)
    return folder / _NAME


def store_path(given: str) -> Path:
    """The path that a person gave, with "~" for the home. Raises StoreError where there is none."""
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise StoreError("cannot be found: there is no such home", document=given) from error


def size_on_disk(path: Path) -> int:
    """Bytes of the store and its log."""
    size = 0
    for companion in _COMPANIONS[:2]:
        with suppress(OSError):
            size += path.with_name(path.name + companion).stat().st_size
    return size


def make_file(path: Path) -> None:
    """Make the file, and its folder, where they are missing, for the owner only.

    What is there stays as it is: a folder may hold more than the store, and a file may turn out to
    be none of ours. Raises StoreError.
    """
    with _told(path):
        make_private_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))


def close_to_others(path: Path) -> None:
    """Let nobody but the owner read the store and the files beside it. Raises StoreError.

    SQLite gives the files it makes the database's own mode.
    """
    with _told(path):
        for companion in _COMPANIONS:
            with suppress(FileNotFoundError):
                file = path.with_name(path.name + companion)
                if file.stat().st_mode & 0o077:
                    file.chmod(FILE_MODE)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"cannot be opened: {reason}", document=str(path)) from error
