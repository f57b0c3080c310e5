from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from summarizer.cli.output import check_writable, write_file, write_stdout
from summarizer.cli.terminal import view_of_stdout
from summarizer.errors import InputError, SummarizerError
from summarizer.render import View

from .conftest import Run


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True


def test_a_file_holds_every_text_with_a_line_end(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a"), ["é", "b"])
    assert (tmp_path / "a").read_bytes() == "é\nb\n".encode()


def test_nothing_but_the_file_is_left(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a"), ["x"])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SummarizerError, match="No space left"):
        write_file(str(target), ["new"])
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_a_replaced_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(str(link), ["new"])
    assert link.is_symlink()
    assert target.read_text() == "new\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX")
def test_a_device_is_written_and_stays_a_device() -> None:
    check_writable(os.devnull)
    write_file(os.devnull, ["x"])
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("path", ["no/such/file", ".", "/"])
def test_a_path_that_cannot_be_written_is_found_before_any_work(path: str) -> None:
    with pytest.raises(InputError):
        check_writable(path)


def test_a_failed_run_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("old")
    assert run("nowhere.txt", "-m", "extractive", "-o", target).code == 2
    assert target.read_text() == "old"


def test_a_terminal_gets_only_characters_it_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal("ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    write_stdout("né")
    assert terminal.buffer.getvalue() == b"n\\xe9\n"  # type: ignore[attr-defined]


COLOURS = {
    "plain terminal": ({"TERM": "xterm"}, True),
    "NO_COLOR": ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    "NO_COLOR that is empty": ({"TERM": "xterm", "NO_COLOR": ""}, True),
    "dumb terminal": ({"TERM": "dumb"}, False),
}


@pytest.mark.parametrize(("environment", "colour"), COLOURS.values(), ids=COLOURS)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert view_of_stdout().colour is colour


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("100", 100), ("250", 100)], ids=["narrow", "wide", "huge"]
)
def test_a_terminal_is_used_up_to_a_readable_width(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert view_of_stdout().width == width


@pytest.mark.parametrize("columns", [None, "", "0", "-5", "wide", "²"])
def test_a_pipe_is_eighty_columns_wide(
    monkeypatch: pytest.MonkeyPatch, columns: str | None
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert view_of_stdout() == View(width=80, colour=False)
