"""The arrows between the parts of the package point one way, and the heavy libraries stay out."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "summarizer"
# Lowest first. A part imports itself and the layers below it, never its own layer or one above.
LAYERS = (
    ("errors", "files", "lazy", "logs", "version"),
    ("document", "revision"),
    ("facts",),
    ("draft", "keys", "summary"),
    ("review",),
    ("models", "prompts", "grounding", "render", "schema", "store"),
    ("cache", "content", "plans"),
    ("asking",),
    ("checking",),
    ("testing", "pipeline", "verification"),
    ("batch", "evaluation"),
    ("cli",),
)
LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}
HEAVY = {"openai", "instructor", "opentelemetry", "tenacity", "xllamacpp"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the package a file belongs to; "" for the package's own ``__init__``."""
    first = path.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module name imported anywhere in a file, late or for types only, and its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: relative imports hide the arrows"
            module = node.module or ""
            yield module, node.lineno
            if module == "summarizer":
                yield from ((f"summarizer.{alias.name}", node.lineno) for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    names = {name.split(".")[1] for name, _ in imported(path) if name.startswith("summarizer.")}
    return names - {part_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_lower_layers_only(path: Path) -> None:
    part = part_of(path)
    if not part:
        pytest.skip("the package's front door names every part, and loads none")
    assert part in LAYER, f"{part} is new: give it a place in LAYERS"

    upward = {other for other in parts_imported(path) if LAYER.get(other, 99) >= LAYER[part]}

    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_models_import_the_heavy_libraries(path: Path) -> None:
    heavy = {name.split(".")[0] for name, _ in imported(path)} & HEAVY

    assert not heavy or part_of(path) == "models"


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a fresh Python holds after running ``code``."""
    program = f"import sys\n{code}\nprint('|'.join({{n.split('.')[0] for n in sys.modules}}))"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
    )
    return set(ran.stdout.splitlines()[-1].split("|"))


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "import summarizer.cli",
        "import summarizer.document, summarizer.facts",
        "import summarizer.pipeline, summarizer.models, summarizer.render",
        "from summarizer.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
    ],
    ids=["package", "cli", "facts", "pipeline", "help"],
)
def test_no_client_is_loaded_before_a_model_is_opened(code: str) -> None:
    assert not loaded_after(code) & HEAVY


def test_the_check_of_loaded_modules_sees_a_heavy_one() -> None:
    assert "tenacity" in loaded_after("import tenacity")


def test_splitting_sentences_loads_the_standard_library_only() -> None:
    loaded = loaded_after("import summarizer.document.sentences")

    assert not loaded & {"regex", "rapidfuzz", "pydantic", "rich"}
