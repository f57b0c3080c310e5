"""The built wheel: it carries what the checkout holds, and works far from it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = "The bridge will open in May, mayor Ida Berg said on Monday. It cost 18 million euros."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    built = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)  # what installing a pure wheel does
    return folder


def test_the_wheel_carries_the_prompts_byte_for_byte(wheel: Path) -> None:
    prompts = ROOT / "prompts"
    in_checkout = {
        str(path.relative_to(prompts)): path.read_bytes()
        for path in prompts.rglob("*")
        if path.is_file()
    }
    archive = zipfile.ZipFile(wheel)
    prefix = "summarizer/_prompts/"
    in_wheel = {
        name.removeprefix(prefix): archive.read(name)
        for name in archive.namelist()
        if name.startswith(prefix)
    }

    assert in_wheel == in_checkout


def test_the_wheel_carries_every_module_and_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "summarizer"
    files = {
        str(path.relative_to(ROOT))
        for path in package.rglob("*")
        if path.suffix in (".py", ".json", ".typed", ".html", ".css", ".js")
    }

    assert files <= names


def test_the_installed_wheel_summarises_away_from_the_checkout(
    elsewhere: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    program = (
        "import sys; from summarizer.cli import main; import summarizer;"
        "print(summarizer.__file__, file=sys.stderr); sys.exit(main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(article), "--model", "extractive"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(elsewhere)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.startswith(str(elsewhere))
    assert "18 million euros" in ran.stdout
