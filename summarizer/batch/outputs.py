"""Where the outcomes of a batch go: JSON Lines, whole or not at all, or a folder of files.

A line of JSON Lines is ``{"document": ..., "status": "done", "summary": {...}}``, or
``{"document": ..., "status": "failed", "error": {"type": ..., "message": ..., "remedy": ...}}``.
A file of a folder is the summary itself, under a name made from the document's; that of a document
that failed ends in ``.error.json`` and holds the row. New files are readable by their owner only;
one that is replaced keeps its mode.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from summarizer.batch.types import Outcome
from summarizer.errors import InputError, SummarizerError
from summarizer.files import make_private_folder, open_private

_FSYNC_EVERY = 1.0
"""Seconds: what was written since is in the store, and is written again when the run resumes."""

_UNSAFE = re.compile(r"[^\w.-]{1,200}")
_LONGEST_NAME = 80


class Output(Protocol):
    """Takes outcomes one by one; a ``with`` statement ends it well, or as it is."""

    def write(self, outcome: Outcome) -> None:
        """Take one outcome."""

    def finish(self) -> None:
        """All outcomes were taken."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def row(outcome: Outcome) -> str:
    """The outcome as one line of JSON, without the line's end."""
    name = _spelled(outcome.document)
    if outcome.error is None:
        return f'{{"document":{name},"status":"done","summary":{outcome.json()}}}'
    error = outcome.error
    told = {"type": type(error).__name__, "message": error.message, "remedy": error.remedy}
    return f'{{"document":{name},"status":"failed","error":{_spelled(told)}}}'


class _Closing:
    """What the outputs have in common: nothing is left open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open; may be called twice."""


class StreamOutput(_Closing):
    """Rows handed to ``put`` as they come: for standard output."""

    def __init__(self, put: Callable[[str], None]) -> None:
        self._put = put

    def write(self, outcome: Outcome) -> None:
        """Put one row."""
        self._put(row(outcome))

    def finish(self) -> None:
        """Nothing is left to do."""


class LinesOutput(_Closing):
    """A file of JSON Lines, which grows as ``PATH.part`` and takes its place when it is whole.

    A run that breaks off leaves the part; the next one writes it anew from the store. Raises
    InputError where another run writes the same file.
    """

    def __init__(self, path: Path) -> None:
        # A link stays a link: the file it leads to is the one that is replaced.
        self._path = path.resolve()
        self.part = self._path.with_name(f"{self._path.name}.part")
        self._synced = time.monotonic()
        with _told(self.part):
            self._stream: BinaryIO = open_private(self.part, "ab")
            _lock(self._stream, path)
            self._stream.truncate(0)

    def write(self, outcome: Outcome) -> None:
        """Append one row."""
        with _told(self.part):
            self._stream.write(_bytes(row(outcome)) + b"\n")
            if time.monotonic() - self._synced > _FSYNC_EVERY:
                self._sync()

    def finish(self) -> None:
        """Make the part the file."""
        with _told(self._path):
            self._sync()
            if self._path.exists():
                self.part.chmod(self._path.stat().st_mode & 0o777)
            self.part.replace(self._path)

    def close(self) -> None:
        """Close the file; what is in the part stays there."""
        with suppress(OSError):
            self._stream.close()

    def _sync(self) -> None:
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._synced = time.monotonic()


class FolderOutput(_Closing):
    """A folder with a file for each document: ``storm-1f0c9a2e.json``.

    The name is made from the document's, with some digits of its hash, so that two documents never
    share one. A file appears whole or not at all, and is left alone where it is as it should be.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[int, int] = {}
        with _told(folder):
            make_private_folder(folder)

    def write(self, outcome: Outcome) -> None:
        """Write the document's file."""
        stem = file_stem(outcome.document, self._repeated(outcome.document))
        done = self._folder / f"{stem}.json"
        failed = self._folder / f"{stem}.error.json"
        if outcome.error is not None:
            _write(failed, row(outcome))
            return
        _write(done, outcome.json())
        with _told(failed):
            failed.unlink(missing_ok=True)

    def finish(self) -> None:
        """Every file is in its place already."""

    def _repeated(self, name: str) -> int:
        """How often this name was met before: standard input may give one twice."""
        number = hash(name)
        before = self._seen.get(number, 0)
        self._seen[number] = before + 1
        return before


def file_stem(document: str, repeated: int = 0) -> str:
    """A file's name without its ending, safe on every system, and no other document's."""
    told = f"{document}\0{repeated}" if repeated else document
    digits = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    stem = Path(document).name
    plain = _UNSAFE.sub("-", stem.rsplit(".", 1)[0] or stem).strip("-.")
    plain = plain.encode("utf-8", "ignore")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return f"{plain}-{digits}" if plain else digits


def _write(path: Path, text: str) -> None:
    data = _bytes(text) + b"\n"
    with _told(path):
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
        staged = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
        try:
            with open_private(staged, "xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if path.exists():
                staged.chmod(path.stat().st_mode & 0o777)
            staged.replace(path)
        finally:
            staged.unlink(missing_ok=True)


def _lock(stream: BinaryIO, path: Path) -> None:
    """Keep a second run off the file, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stream.close()
        raise InputError(
            "another run is writing it", document=str(path), remedy="Wait for it, or give another"
        ) from None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SummarizerError(
            f"cannot be written: {error.strerror or error}",
            document=str(path),
            remedy="Make room, or give another path with -o; what is done is kept in the store",
        ) from error


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _bytes(text: str) -> bytes:
    # Half a character, from the name of a file, becomes the escape of JSON: \udc80.
    return text.encode("utf-8", "backslashreplace")
