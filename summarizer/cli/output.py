"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from summarizer.cli.exit_codes import READER_GONE
from summarizer.errors import InputError, SummarizerError
from summarizer.files import open_private
from summarizer.render.inert import for_terminal

STDOUT = "-"


def write_stdout(text: str) -> None:
    """Print a result at once, and a line end after it.

    A terminal gets the characters it can show, and none that steers it. A pipe or a file gets
    UTF-8, whatever the locale. Ends the program, quietly, when the reader is gone; raises
    SummarizerError for a full disk.
    """
    stream = sys.stdout
    if stream is None:  # no standard output at all, as under pythonw
        return
    binary = getattr(stream, "buffer", None)
    terminal = stream.isatty()
    encoding = (stream.encoding if terminal else None) or "utf-8"
    shown = for_terminal(text) if terminal else text
    data = f"{shown}\n".encode(encoding, "backslashreplace")
    try:
        stream.flush()
        if binary is None:
            stream.write(data.decode(encoding))
        else:
            binary.write(data)
        stream.flush()
    except BrokenPipeError:
        _abandon_stdout()
        sys.exit(READER_GONE)
    except OSError as error:
        _abandon_stdout()
        raise SummarizerError(f"cannot write to standard output: {error.strerror}") from error


def _abandon_stdout() -> None:
    """Forget what standard output still holds, so that Python does not fail on it at exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def check_writable(path: str) -> None:
    """Raise InputError now for a path that could not be written later, after a model's minutes."""
    if path == STDOUT:
        return
    target = Path(path)
    if target.is_dir():
        raise InputError("is a folder", document=path, remedy="Give -o the path of a file")
    folder = target.parent
    if not folder.is_dir():
        raise InputError(
            f"there is no folder {folder}", document=path, remedy="Make it, or give -o another path"
        )
    # A file that is replaced needs a folder to make its successor in; a device is written itself.
    place = folder if _is_replaced(target) else target
    if not os.access(place, os.W_OK):
        raise InputError(f"{place} may not be written", document=path, remedy="Give another path")


def write_file(path: str, texts: Sequence[str]) -> None:
    """Write the texts, each with a line end, in UTF-8.

    The file is made beside its place and moved there in one step: a reader sees the old one or the
    new one. A new one is readable by its owner only, one that is replaced keeps its mode. A link
    stays a link. A device or a pipe is written as it is. Raises SummarizerError.
    """
    data = "".join(f"{text}\n" for text in texts).encode("utf-8", "backslashreplace")
    try:
        target = Path(path).resolve()
        if _is_replaced(target):
            _replace(target, data)
        else:
            target.write_bytes(data)
    except OSError as error:
        raise SummarizerError(f"cannot write: {error.strerror}", document=path) from error


def _is_replaced(path: Path) -> bool:
    return path.is_file() or not path.exists()


def _replace(target: Path, data: bytes) -> None:
    staged = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    try:
        with open_private(staged, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            staged.chmod(mode)
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)
