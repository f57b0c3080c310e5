"""What the repository says of itself: public names in order, and no trace of one machine."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import summarizer

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ["summarizer"] + [
    module.name
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer.")
    if module.ispkg
]
# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "tm" + "p/w", "ro" + "ot", "ho" + r"me/\w+"]) + ")/"
)
REGISTRIES = re.compile(
    "|".join(["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)"])
    + "|"
    + "|".join(["crates" + r"\.io", "ana" + r"conda\.(?:org|com)", "docker" + r"\.io"])
)


def tracked() -> list[Path]:
    """The files of the repository, the new ones among them; all files where git is not there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return [path for path in ROOT.rglob("*") if path.is_file()]
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def lines_like(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"


@pytest.mark.parametrize(
    ("pattern", "example"),
    [(MACHINE_PATHS, "in /wo" + "rk/main"), (REGISTRIES, "at py" + "pi.org")],
    ids=["machine-paths", "registry-hosts"],
)
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.search(example + "/")
    assert list(lines_like(pattern)) == []


def order(name: str) -> tuple[bool, bool, str]:
    """Constants, then classes, then the rest, as the linter sorts them."""
    return not name.isupper(), not name[0].isupper(), name


def public(module: ModuleType) -> list[str]:
    return list(getattr(module, "__all__", []))


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_says_what_it_is_and_what_is_public(name: str) -> None:
    module = importlib.import_module(name)

    assert (module.__doc__ or "").strip()
    assert public(module), f"{name} has no __all__"
    assert public(module) == sorted(public(module), key=order)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_public_name_can_be_imported_and_is_documented(name: str) -> None:
    module = importlib.import_module(name)
    found = {public_name: getattr(module, public_name) for public_name in public(module)}

    undocumented = [
        key
        for key, item in found.items()
        if inspect.isroutine(item) or inspect.isclass(item)
        # A dataclass without a docstring is given one that only repeats its fields.
        if not (item.__doc__ or "").strip() or (item.__doc__ or "").startswith(f"{key}(")
    ]

    assert not undocumented


@pytest.mark.parametrize("name", ["open_model", "summarize", "summarize_many", "verify"])
def test_a_public_function_is_one_and_no_module_of_its_name(name: str) -> None:
    assert callable(getattr(importlib.import_module("summarizer"), name))
    assert not (ROOT / "summarizer" / f"{name}.py").exists()  # it would take the function's place
