"""A file, a pipe or standard input into a Document."""

from __future__ import annotations

import os
import select
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from summarizer.document.decoding import decode_text
from summarizer.document.model import Document
from summarizer.errors import SourceMissing, SourceTooLong

STDIN = "-"
# No article comes near it; a text this long is an archive, or a device that never ends.
MAX_BYTES = 20_000_000
# How long a named pipe may stay without a writer.
PIPE_PATIENCE_S = 60.0

# A shell's <(...) and its like: their writers need not be waited for.
_OPEN_ALREADY = ("/dev/fd/", "/dev/stdin", "/proc/")
_CHUNK = 1 << 20


def read_source(
    source: str | Path, stdin: BinaryIO | None = None, *, language: str = ""
) -> Document:
    """Read ``source``, the path of a file or pipe, or ``"-"`` for standard input.

    ``stdin`` stands in for the process's own standard input. The text is decoded as UTF-8 and kept
    exactly: no line end is translated, and a byte order mark stays (as U+FEFF, which no sentence
    holds). ``Path("-")`` is a file of that name. Without a ``language`` it is guessed.

    Errors, all of exit code 2: SourceMissing (no such file, a directory, may not be read, a pipe
    that nobody writes to), SourceEmpty, SourceNotText (binary or in another encoding) and
    SourceTooLong (over ``MAX_BYTES``).
    """
    if source == STDIN:
        name, raw = "standard input", _read_stdin(stdin)
    else:
        name = os.fspath(source)
        raw = _read_path(name)
    text = decode_text(raw, name)
    return Document.from_text(text, name=STDIN if source == STDIN else name, language=language)


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceMissing("it is closed", document="standard input", remedy="Give a file instead")
    try:
        return _read_all(stream, "standard input")
    except (OSError, ValueError) as error:
        raise _unreadable(error, "standard input") from error


def _read_path(path: str) -> bytes:
    try:
        status = os.stat(path)  # noqa: PTH116 - of what the path leads to, pipes and devices too
        if stat.S_ISDIR(status.st_mode):
            raise SourceMissing(
                "it is a directory",
                document=path,
                remedy="Give a file, or all that is in it with 'summarize batch'",
            )
        if status.st_size > MAX_BYTES:
            raise _too_long(path, f"it holds {status.st_size / 1e6:,.0f} MB")
        named = stat.S_ISFIFO(status.st_mode) and not path.startswith(_OPEN_ALREADY)
        opener = _open_pipe if named else None
        with open(path, "rb", buffering=0, opener=opener) as stream:
            return _read_all(stream, path)
    except FileNotFoundError as error:
        raise SourceMissing("there is no such file", document=path) from error
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from error


def _open_pipe(path: str, flags: int) -> int:
    """Open a named pipe without waiting for its writer for ever."""
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    if not poller.poll(PIPE_PATIENCE_S * 1000):
        os.close(descriptor)
        raise OSError(f"nobody wrote to this pipe within {PIPE_PATIENCE_S:g} s")
    os.set_blocking(descriptor, True)
    return descriptor


def _read_all(stream: BinaryIO, name: str) -> bytes:
    """Everything in the stream, but no more than ``MAX_BYTES``: some devices never end."""
    raw = bytearray()
    while chunk := stream.read(_CHUNK):
        raw += chunk
        if len(raw) > MAX_BYTES:
            raise _too_long(name, "it does not end there")
    return bytes(raw)


def _too_long(name: str, message: str) -> SourceTooLong:
    return SourceTooLong(
        f"{message}; {MAX_BYTES / 1e6:.0f} MB is the most that is read",
        document=name,
        remedy="Give one article, not an archive",
    )


def _unreadable(error: OSError | ValueError, name: str) -> SourceMissing:
    reason = getattr(error, "strerror", None) or str(error)
    return SourceMissing(f"it cannot be read ({reason[:1].lower()}{reason[1:]})", document=name)
