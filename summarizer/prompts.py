"""Versioned prompts: found, loaded, rendered once, fingerprinted, and locked when released.

A prompt is a folder ``NAME/vN``. Its files tell how the work is cut into questions (its plan):
``system.md`` and ``user.md`` ask for everything at once, ``split.*`` and ``story.*`` ask for parts.
The templates' placeholders are replaced in a single pass over the template: what an article holds
is never looked at again, so braces and tags in it reach the model as they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from summarizer.draft import schema_texts
from summarizer.errors import PromptError

FILES = {
    "whole": ("system.md", "user.md"),
    "split": ("split.system.md", "split.user.md", "story.system.md", "story.user.md"),
}
"""The files of a prompt, by its plan."""

PLACEHOLDERS = frozenset({"sentences", "leads", "gaps", "facts", "language", "headline"})
LOCK = "prompts.lock"
_PLACEHOLDER = re.compile(r"\{\{([a-z_]{1,40})\}\}")
_ID = re.compile(r"\A([a-z][a-z0-9-]{0,60})(?:@v?(\d{1,6}))?\Z")


@dataclass(frozen=True)
class Prompt:
    """A prompt: ``files`` maps a file's name to its text. ``version`` 0 is one not released."""

    name: str
    version: int
    files: Mapping[str, str]

    @property
    def id(self) -> str:
        """What ``--prompt`` takes: ``name@version``."""
        return f"{self.name}@{self.version}"

    @property
    def plan(self) -> str:
        """How the work is cut into questions: a key of ``FILES``."""
        return _plan_of(self.files)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the files and the answers' JSON schemas: what shapes a model's answer."""
        parts = {**self.files, **schema_texts(self.plan)}
        digest = hashlib.sha256()
        for name in sorted(parts):
            data = parts[name].encode()
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
        return digest.hexdigest()

    def render(self, values: Mapping[str, str], step: str = "") -> tuple[str, str]:
        """The system and the user message of a step of the plan.

        A placeholder without a value raises PromptError.
        """
        files = [f"{step}.{name}" if step else name for name in ("system.md", "user.md")]
        system, user = (self._fill(file, values) for file in files)
        return system, user

    def _fill(self, file: str, values: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            if match[1] not in values:
                raise PromptError(
                    f"{file} asks for {match[0]}, which has no value", document=self.id
                )
            return values[match[1]]

        return _PLACEHOLDER.sub(value, self.files[file]).rstrip("\n")


def prompts_root() -> Path:
    """The folder of the prompts: the installed package's own, else the checkout's.

    The wheel carries them inside the package; in a checkout they lie beside it.
    """
    package = Path(__file__).parent
    for folder in (package / "_prompts", package.parent / "prompts"):
        if folder.is_dir():
            return folder
    raise PromptError("the prompts are not installed", remedy="Install the package again")


def list_prompts() -> list[Prompt]:
    """Every prompt there is, by name and version."""
    folders = sorted(prompts_root().glob("*/v*"), key=lambda p: (p.parent.name, _number(p)))
    return [_read(folder, folder.parent.name, _number(folder)) for folder in folders]


def load_prompt(spec: str) -> Prompt:
    """The prompt that ``spec`` names: ``summary@1``, ``summary`` (its newest released version), or
    the path of a folder with the files of a plan.

    Raises PromptError when there is none, or when a released one differs from its locked hash.
    """
    if "/" in spec or "\\" in spec:
        return _read(Path(spec), Path(spec).name, 0)
    match = _ID.match(spec)
    if not match:
        raise PromptError(f"'{spec}' is not the name of a prompt; names look like summary@1")
    known = [p for p in list_prompts() if p.name == match[1]]
    if match[2]:
        known = [p for p in known if p.version == int(match[2])]
    else:
        known = [p for p in known if p.id in released()] or known
    if not known:
        raise PromptError(f"there is no prompt '{spec}'")
    _check_lock(known[-1])
    return known[-1]


def released() -> dict[str, str]:
    """The lock: fingerprint by prompt id, for each released version."""
    lines = (prompts_root() / LOCK).read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {line[0]: line[1] for line in pairs}


def _check_lock(prompt: Prompt) -> None:
    locked = released().get(prompt.id, prompt.fingerprint)
    if locked != prompt.fingerprint:
        raise PromptError(
            f"its files or the draft's schema differ from its release ({locked[:12]} is now"
            f" {prompt.fingerprint[:12]})",
            document=prompt.id,
            remedy="A released prompt never changes: undo the edit, or make it a new version",
        )


def _read(folder: Path, name: str, version: int) -> Prompt:
    try:
        # Bytes, decoded: a checkout that translates line ends would otherwise change the hash.
        there = {path.name for path in folder.glob("*.md")}
        files = {
            file: (folder / file).read_bytes().decode().replace("\r\n", "\n")
            for file in FILES[_plan_of(there)]
        }
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"cannot be read: {error}", document=str(folder)) from error
    unknown = {
        found for text in files.values() for found in _PLACEHOLDER.findall(text)
    } - PLACEHOLDERS
    if unknown:
        raise PromptError(
            f"unknown placeholder {{{{{min(unknown)}}}}}; known: {', '.join(sorted(PLACEHOLDERS))}",
            document=str(folder),
        )
    return Prompt(name, version, files)


def _plan_of(files: Iterable[str]) -> str:
    return "split" if "split.system.md" in files else "whole"


def _number(folder: Path) -> int:
    digits = folder.name.removeprefix("v")
    return int(digits) if digits.isdigit() else 0
