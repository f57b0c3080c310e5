"""From what a command line names to the documents of a batch, each read when its turn comes.

A path is a file, a folder (all ``*.txt`` and ``*.md`` below it, hidden ones left out) or a glob.
``-`` is JSON Lines on standard input, one document a line:

    {"id": "wire-17", "text": "...", "language": "en", "date": "2026-02-28"}
    {"path": "archive/storm.txt"}

``id``, ``language`` and ``date`` may be left out. A line that is no document is one that failed,
and the others go on.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from summarizer.batch.lines import read_lines
from summarizer.batch.types import Job
from summarizer.document import Document, read_source
from summarizer.errors import InputError, SourceMissing

STDIN = "-"
ENDINGS = (".txt", ".md")
_COUNTED = 1_000_000


@dataclass(frozen=True)
class Sources:
    """What a command line names. ``language`` is that of every document, "" to guess each.

    ``stdin`` is where JSON Lines come from.
    """

    given: Sequence[str]
    stdin: BinaryIO
    language: str = ""
    _seen: set[int] = field(default_factory=set)

    def check(self) -> None:
        """Raise InputError for a name that stands for nothing, before anything is begun."""
        for source in self.given:
            if source.startswith(("http://", "https://")):
                raise InputError("web addresses are not read in a batch", document=source)
            if source != STDIN and next(_paths(source), None) is None:
                raise SourceMissing(
                    "there is no such file"
                    if not Path(source).is_dir()
                    else f"there is no {' or '.join(ENDINGS)} file in it",
                    document=source,
                    remedy="Check the path; a folder is searched for *.txt and *.md",
                )

    def count(self) -> int | None:
        """How many documents there are, None where that shows only in reading."""
        if STDIN in self.given:
            return None
        seen: set[int] = set()
        paths = (path for source in self.given for path in _paths(source))
        counted = sum(_is_new(path, seen) for path in islice(paths, _COUNTED))
        return counted if counted < _COUNTED else None

    def jobs(self, ended: Callable[[], bool] = lambda: False) -> Iterator[Job]:
        """The documents in order, a file named twice once.

        Standard input is read no further when ``ended`` says that the run is over.
        """
        index = 0
        for source in self.given:
            for name, load in self._documents(source, ended):
                yield Job(index, name, load)
                index += 1

    def _documents(
        self, source: str, ended: Callable[[], bool]
    ) -> Iterator[tuple[str, Callable[[], Document]]]:
        if source == STDIN:
            yield from read_lines(self.stdin, self.language, ended)
            return
        for path in _paths(source):
            if _is_new(path, self._seen):
                name = path.encode("utf-8", "backslashreplace").decode()
                yield name, partial(_read, path, name, self.language)


def _paths(source: str) -> Iterator[str]:
    """The files that one name on the command line stands for, in order."""
    if os.path.isdir(source):  # noqa: PTH112 - names stay strings: they are shown as they were given
        yield from _below(source)
    elif os.path.lexists(source):
        yield source
    elif glob.has_magic(source):
        for path in sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - as above
            yield from _below(path) if os.path.isdir(path) else (path,)  # noqa: PTH112


def _below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield os.path.join(place, name)  # noqa: PTH118


def _is_new(path: str, seen: set[int]) -> bool:
    """Whether this file was not seen before; a number each is kept, not the names."""
    number = hash(os.path.abspath(path))  # noqa: PTH100 - of a link, not of what it leads to
    new = number not in seen
    seen.add(number)
    return new


def _read(path: str, name: str, language: str) -> Document:
    document = read_source(Path(path), language=language)
    return document if document.name == name else replace(document, name=name)
