"""From what a command line names to the documents of a batch, each read when its turn comes.

A path is a file, a folder (all below it whose ending is that of a format which is read, hidden
ones and READMEs left out) or a glob; a web address is a page or a feed. Each item of a feed is a
document. ``-`` is JSON Lines on standard input, one document a line:

    {"id": "wire-17", "text": "...", "language": "en", "date": "2026-02-28"}
    {"path": "archive/storm.txt"}
    {"url": "https://example.org/storm"}

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
from summarizer.document import Document
from summarizer.document.decoding import known_codec
from summarizer.document.readers.kinds import ENDINGS
from summarizer.document.reading import (
    AS_DECLARED,
    Load,
    Reading,
    articles_of,
    document_of,
    is_address,
    open_source,
)
from summarizer.errors import SourceMissing, SummarizerError

STDIN = "-"
_FEEDS = (".xml", *(ending for ending, format in ENDINGS.items() if format == "feed"))
_ALL = tuple(ENDINGS)
_COUNTED = 1_000_000


@dataclass(frozen=True)
class Sources:
    """What a command line names, and how it is read. ``stdin`` is where JSON Lines come from."""

    given: Sequence[str]
    stdin: BinaryIO
    how: Reading = AS_DECLARED
    _seen: set[int] = field(default_factory=set)

    def check(self) -> None:
        """Raise InputError for a name that stands for nothing, before anything is begun."""
        if self.how.encoding:
            known_codec(self.how.encoding)
        for source in self.given:
            if source != STDIN and not is_address(source) and next(_paths(source), None) is None:
                raise SourceMissing(
                    "there is no such file"
                    if not Path(source).is_dir()
                    else "there is no file in it of a format that is read",
                    document=source,
                    remedy=f"Check the path; a folder is searched for {' '.join(_ALL)}",
                )

    def count(self) -> int | None:
        """How many documents there are, None where that shows only in reading."""
        if any(source == STDIN or is_address(source) for source in self.given):
            return None
        seen: set[int] = set()
        counted = 0
        for path in islice((path for s in self.given for path in _paths(s)), _COUNTED):
            if path.lower().endswith(_FEEDS):
                return None
            counted += _is_new(path, seen)
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

    def _documents(self, source: str, ended: Callable[[], bool]) -> Iterator[tuple[str, Load]]:
        if source == STDIN:
            yield from read_lines(self.stdin, self.how, ended)
        elif is_address(source):
            yield from _articles(source, source, self.how)
        else:
            for path in _paths(source):
                if _is_new(path, self._seen):
                    name = path.encode("utf-8", "backslashreplace").decode()
                    if path.lower().endswith(_FEEDS):
                        yield from _articles(Path(path), name, self.how)
                    else:
                        yield name, partial(_read, path, name, self.how)


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
            low = name.lower()
            if low.endswith(_ALL) and not low.startswith((".", "readme.")):
                yield os.path.join(place, name)  # noqa: PTH118


def _is_new(path: str, seen: set[int]) -> bool:
    """Whether this file was not seen before; a number each is kept, not the names."""
    number = hash(os.path.abspath(path))  # noqa: PTH100 - of a link, not of what it leads to
    new = number not in seen
    seen.add(number)
    return new


def _articles(source: str | Path, name: str, how: Reading) -> Iterator[tuple[str, Load]]:
    """The articles of a feed, or of an address that may be one; an error as the only one's own."""
    try:
        raw = open_source(source, encoding=how.encoding, policy=how.policy)
        yield from articles_of(replace(raw, name=name), how)
    except SummarizerError as error:
        yield name, partial(_refuse, error)


def _refuse(error: SummarizerError) -> Document:
    raise error


def _read(path: str, name: str, how: Reading) -> Document:
    raw = open_source(Path(path), encoding=how.encoding)
    return document_of(replace(raw, name=name), language=how.language)
