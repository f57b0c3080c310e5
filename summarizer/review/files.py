"""The file of a review: beside the summary, its owner's alone, and nothing in it is ever lost."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import ValidationError

from summarizer.errors import ReviewInvalid, SummarizerError
from summarizer.files import open_private
from summarizer.review.record import Decision, ReviewRecord, Version

SUFFIX = ".review.json"
MAX_BYTES = 50_000_000


def record_path(summary: str | Path) -> Path:
    """Where the review of a summary is kept: ``dam.json`` has ``dam.review.json`` beside it."""
    path = Path(summary)
    return path.with_name(path.name.removesuffix(".json") + SUFFIX)


def read_record(path: str | Path) -> ReviewRecord:
    """The record in a file. Raises ReviewInvalid."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReviewInvalid(f"cannot be read: {error.strerror}", document=name) from error
    if len(raw) > MAX_BYTES:
        raise ReviewInvalid(f"holds more than {MAX_BYTES // 1_000_000} MB", document=name)
    try:
        return ReviewRecord.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise ReviewInvalid(f"is not a review record ({reason})", document=name) from error


def add_decisions(
    path: Path, decisions: Sequence[Decision], version: Version, names: tuple[str, str] = ("", "")
) -> ReviewRecord:
    """Add decisions to the record at ``path``, which is made where there is none.

    ``names`` are those of the summary and of the article. What the file holds by then, from another
    editor or another window, stays; a decision that is in it already is not added again. The file
    is replaced in one step and only its owner may read it. Raises ReviewInvalid for a file that is
    no record, and SummarizerError where it cannot be written.
    """
    target = path.resolve()
    try:
        with _alone_in(target.parent):
            before = read_record(target).decisions if target.exists() else ()
            known = set(before)
            new = tuple(d for d in dict.fromkeys(decisions) if d not in known)
            record = ReviewRecord(
                summary=names[0],
                document=names[1],
                result_sha256=version.result_sha256,
                document_sha256=version.document_sha256,
                decisions=before + new,
            )
            _replace(target, f"{record.model_dump_json(indent=2)}\n".encode())
    except OSError as error:
        raise SummarizerError(f"cannot write: {error.strerror}", document=str(path)) from error
    except ValidationError as error:
        raise ReviewInvalid("would hold too much", document=str(path)) from error
    return record


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes of ours from writing in the folder, where the system can."""
    try:
        import fcntl
    except ImportError:  # Windows: two editors of one file at one moment are not kept apart
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(target: Path, data: bytes) -> None:
    staged = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with open_private(staged, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)
