"""The scores that a new run is compared with: one file for each model and prompt.

A baseline holds for one gold, one schema of the summary, one model and one content of the prompt.
Another prompt is what one wants to compare. Other gold is another measure, and another schema is
another thing measured (an item may be listed, split or left out differently): such a baseline is
found and not given, with the reason. Both are made anew by scoring the recorded answers again,
which takes no model; the files are under version control, so what that does to the scores is seen.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarizer.errors import InputError
from summarizer.evaluation.results import RunKey, RunScore

Why = Literal["gold changed", "schema changed"]
_UNSAFE = re.compile(r"[^A-Za-z0-9._@-]")
_REMEDY = "Score the recorded answers again and save the baseline anew"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Scores that a run may be compared with. ``same_prompt``: the prompt has the same content."""

    path: Path
    run: RunScore
    same_prompt: bool


@dataclass(frozen=True, slots=True)
class StaleBaseline:
    """Scores that say nothing beside those of today, and why."""

    path: Path
    why: Why

    @property
    def message(self) -> str:
        """What is the matter and what to do, a sentence each."""
        return f"{self.path}: stale: {self.why}, not comparable. {_REMEDY}"


@dataclass(frozen=True, slots=True)
class NoBaseline:
    """There is none at ``path``."""

    path: Path


Found = Baseline | StaleBaseline | NoBaseline


def baseline_path(folder: Path, key: RunKey) -> Path:
    """Where the baseline of a model and a prompt is kept.

    The name is readable and safe on every file system; eight digits of a hash keep apart what only
    differs in what is not safe.
    """
    names = [name for name in (key.model, key.prompt) if name]
    readable = _UNSAFE.sub("-", "--".join(names)).strip(".-")[:80]
    told_apart = hashlib.sha256("\0".join((key.model, key.prompt)).encode()).hexdigest()[:8]
    return folder / f"{readable}.{told_apart}.json"


def load_baseline(folder: Path, key: RunKey, prompt: str | None = None) -> Found:
    """The baseline for a run with this key: its own, or that of another ``prompt`` of its model.

    Raises InputError where the file cannot be read as one.
    """
    path = baseline_path(folder, key.model_copy(update={"prompt": prompt}) if prompt else key)
    return _judged(path, key) if path.exists() else NoBaseline(path)


def comparable_baselines(folder: Path, key: RunKey) -> list[Baseline]:
    """All baselines a run with this key may be compared with, by file name: any model and prompt.

    Raises InputError where a file of the folder cannot be read as one.
    """
    found = [_judged(path, key) for path in sorted(folder.glob("*.json"))]
    return [baseline for baseline in found if isinstance(baseline, Baseline)]


def save_baseline(folder: Path, run: RunScore) -> Path:
    """Write a run's scores as the baseline of its model and prompt, whole or not at all."""
    path = baseline_path(folder, run.key)
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(run.model_dump_json(indent=1) + "\n")
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


def _judged(path: Path, key: RunKey) -> Baseline | StaleBaseline:
    run = _read(path)
    if run.key.gold != key.gold:
        return StaleBaseline(path, "gold changed")
    if run.key.schema_sha256 != key.schema_sha256:
        return StaleBaseline(path, "schema changed")
    same = run.key.prompt_fingerprint == key.prompt_fingerprint
    return Baseline(path, run, same)


def _read(path: Path) -> RunScore:
    try:
        run = RunScore.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", document=str(path), remedy=_REMEDY
        ) from error
    except ValidationError as error:
        raise InputError(
            f"is no baseline ({error.error_count()} errors)", document=str(path), remedy=_REMEDY
        ) from None
    if baseline_path(path.parent, run.key) != path:
        raise InputError(
            f"holds the scores of {run.key.model} {run.key.prompt}: its name is another's",
            document=str(path),
            remedy=_REMEDY,
        )
    return run
