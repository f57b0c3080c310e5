"""Room set aside on the disk for results that are paid for when the disk runs full.

Before a result is begun there must be room to keep it: a file of some megabytes lies beside the
store. When a commit finds the disk full, the file is given up and the commit is made in its place.
Without the file nothing new is begun, so that what is under way is kept and nothing is paid twice.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from summarizer.errors import StoreFull

SIZE = 4 * 1024 * 1024
"""Bytes. A summary of a long article is about 60 KB of JSON, and is written to the log and to
the database: room for some 30 that are under way."""

_AMPLE = 4
"""The reserve is only set aside anew while the disk has this many times its size free: on a disk
that has just run full, it would take the room that was given up for the results under way."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


class Reserve:
    """The file beside a store at ``store``; ``size`` in bytes."""

    def __init__(self, store: Path, size: int = SIZE) -> None:
        self._path = store.with_name(f"{store.name}-reserve")
        self._size = size

    def ensure(self) -> None:
        """See to it that there is a reserve. Raises StoreFull where the disk has no room for it."""
        if self._path.exists():
            return
        needed = _AMPLE * self._size
        try:
            if shutil.disk_usage(self._path.parent).free < needed:
                raise self._full(f"the disk is full: fewer than {needed / 1e6:.0f} MB are free")
            self._set_aside()
        except OSError as error:
            # Another reason than a full disk (a limit on files) is no reason not to work.
            if error.errno in _NO_ROOM:
                raise self._full("the disk is full") from error

    def give_up(self) -> bool:
        """Free the room; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _full(self, message: str) -> StoreFull:
        return StoreFull(message, document=str(self._path))

    def _set_aside(self) -> None:
        staged = self._path.with_name(f"{self._path.name}.{os.urandom(4).hex()}.tmp")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with os.fdopen(os.open(staged, flags, 0o600), "wb") as stream:
                # Not zeros: a file system that compresses would keep no room for them.
                stream.write(os.urandom(self._size))
            staged.replace(self._path)
        finally:
            staged.unlink(missing_ok=True)
