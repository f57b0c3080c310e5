"""Which code makes a result: a digest over the source files that have a say in it.

It is the pipeline's version in a result's key. A number that somebody has to move would be
forgotten in a checkout, where the code changes from run to run; that of the release would give up
every stored result for a new help text. What is written in the code tells both apart.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from summarizer.version import __version__

PACKAGE = Path(__file__).resolve().parent

LEFT_OUT = (
    # what makes a text of a source: the text itself is in the key
    "document/decoding.py",
    "document/fetching/",
    "document/readers/",
    "document/reading.py",
    # what shows, keeps, counts or measures a result that is there
    "batch/",
    "cache/",
    "cli/",
    "evaluation/",
    "logs.py",
    "models/observing.py",
    "models/tracing.py",
    "render/",
    "review/",
    "store/",
    "testing.py",
    "verification.py",
    # what a request costs, when it is sent, where weights come from: their hash is in the key
    "models/fetch.py",
    "models/prices.py",
    "models/throttle.py",
    "models/weights.py",
    # no part of the work
    "__init__.py",
    "errors.py",
    "files.py",
    "keys.py",
    "lazy.py",
    "revision.py",
    "version.py",
)
"""Paths below the package, a folder with its slash. All else has a say, also a file that is new."""


@cache
def revision(package: Path = PACKAGE) -> str:
    """A digest of the code, 64 hex digits; the version's number where the sources are not there.

    Worked out once a process, when the first key is made: 300 files take about 10 ms.
    """
    digest = hashlib.sha256()
    try:
        files = sorted(sources(package))
        for name in files:
            data = (package / name).read_bytes()
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    except OSError:
        files = []
    # A frozen program, or one in a zip file, has no sources to read.
    return digest.hexdigest() if files else __version__


def sources(package: Path = PACKAGE) -> Iterator[str]:
    """The files that have a say in a result, as paths below the package."""
    for folder, below, files in os.walk(package):
        inside = Path(folder).relative_to(package).as_posix()
        start = "" if inside == "." else f"{inside}/"
        below[:] = [name for name in below if not f"{start}{name}/".startswith(LEFT_OUT)]
        for name in files:
            if name.endswith(".py") and not f"{start}{name}".startswith(LEFT_OUT):
                yield f"{start}{name}"
