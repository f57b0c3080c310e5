"""Files that only their owner can read: articles may not be out yet, and results quote them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Literal, cast

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def open_private(path: Path, mode: Literal["ab", "xb"]) -> BinaryIO:
    """Open a file to append to it, or a new one. One that is made is the owner's alone, whatever
    the umask; one that is there keeps its mode. Raises OSError."""
    return cast("BinaryIO", open(path, mode, opener=_opener))


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, for the owner alone. Raises OSError."""
    # One by one: a mode given to mkdir(parents=True) holds for the last folder only.
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(mode=FOLDER_MODE, exist_ok=True)


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)
