"""Who may read what is written: articles may not be out yet, and every result quotes one."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.files import make_private_folder, open_private
from summarizer.models import resolve
from summarizer.testing import FakeModel

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file modes there")
FAKE = ("-m", "fake/model", "--base-url", "http://127.0.0.1:1/v1")
ARTICLE = "About 1,200 households lost power on Friday, the grid company said.\n"


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    """A system where new files are everybody's."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles to work in, a store to be made in it, and a model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "kept" / "store.db"))
    monkeypatch.setattr(resolve, "open_model", lambda *_: FakeModel())
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text(f"{name}: {ARTICLE}", "utf-8")
    return tmp_path


def modes(folder: Path) -> dict[str, int]:
    """The mode of each file and folder that was not there before."""
    found = (path for path in folder.rglob("*") if not path.is_relative_to(folder / "in"))
    return {str(path.relative_to(folder)): path.stat().st_mode & 0o777 for path in found}


COMMANDS = {
    "plain": ["in/a.txt", *FAKE],
    "plain to a file": ["in/a.txt", *FAKE, "-o", "out.json"],
    "batch": ["batch", "in", *FAKE],
    "batch to lines": ["batch", "in", *FAKE, "-o", "out.jsonl"],
    "batch to a folder": ["batch", "in", *FAKE, "-o", "new/out"],
    "a document that fails": ["batch", "in/a.txt", "-", *FAKE, "-o", "out"],
    "export": ["runs", "export", "last", "-o", "again.jsonl"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_what_a_command_makes_is_its_owner_s_alone(
    place: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"no JSON\n")))
    if words[0] == "runs":
        main(["batch", "in", *FAKE])

    assert main(words) in (0, 5)

    made = modes(place)
    assert made
    assert {name: mode for name, mode in made.items() if mode not in (0o600, 0o700)} == {}
    assert all((place / name).is_dir() for name, mode in made.items() if mode == 0o700)


def test_so_is_a_part_that_an_interruption_leaves(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stops(FakeModel):
        def ask(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
            if self.requests:
                os.kill(os.getpid(), signal.SIGINT)
            return super().ask(*args, **kwargs)  # type: ignore[arg-type]

    stops = Stops()
    monkeypatch.setattr(resolve, "open_model", lambda *_: stops)

    assert main(["batch", "in", *FAKE, "-p", "summary@1", "-o", "out.jsonl", "-c", "1"]) == 130

    made = modes(place)
    assert made["out.jsonl.part"] == 0o600


@pytest.mark.parametrize("output", ["out.jsonl", "out"], ids=["lines", "folder"])
@pytest.mark.usefixtures("place")
def test_a_file_that_is_there_keeps_its_mode(output: str) -> None:
    words = ["batch", "in", *FAKE, "-o", output]
    main(words)
    files = [path for path in (Path(output), *Path(output).glob("*")) if path.is_file()]
    for file in files:
        file.chmod(0o640)
        file.write_text("old", "utf-8")

    main(words)

    assert files
    assert {(file.stat().st_mode & 0o777, file.stat().st_size > 100) for file in files} == {
        (0o640, True)
    }


def test_folders_on_the_way_are_closed_too(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)

    make_private_folder(tmp_path / "shared" / "a" / "b")

    assert modes(tmp_path) == {"shared": 0o755, "shared/a": 0o700, "shared/a/b": 0o700}


def test_a_file_that_is_opened_to_append_keeps_what_it_has(tmp_path: Path) -> None:
    for word in (b"one ", b"two"):
        with open_private(tmp_path / "a", "ab") as stream:
            stream.write(word)

    assert (tmp_path / "a").read_bytes() == b"one two"
    with pytest.raises(FileExistsError):
        open_private(tmp_path / "a", "xb")
