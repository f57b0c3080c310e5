"""The command on a pseudo-terminal: whatever an article, a file's name or a model brings, nothing
but words, line ends and our own styles reaches it."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.cli.log_lines import log_lines
from summarizer.cli.output import write_stdout
from summarizer.cli.progress import Watch
from summarizer.models.types import Progress
from summarizer.render import View, render
from summarizer.testing import FakeModel
from tests.hostile import payloads
from tests.render.sample import DOCUMENT
from tests.render.test_text import hostile_summary, steering

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

PAYLOADS = payloads("terminal")
NAMES = {
    key: words.replace("/", "∕")
    for key, words in PAYLOADS.items()
    if "\0" not in words
    and len(words) < 60
    and words.isprintable() is False
    and key != "lone surrogate"
}
"""What can be the name of a file."""


class Terminal:
    """A pseudo-terminal that a program writes to, and what it has received."""

    def __init__(self) -> None:
        self._ours, theirs = pty.openpty()
        self.stream = open(theirs, "w", encoding="utf-8", newline="")  # noqa: SIM115, PTH123
        self._received = bytearray()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        # Linux ends the reading side with an error when the other side is closed.
        try:
            while data := os.read(self._ours, 65536):
                self._received += data
        except OSError:
            pass

    def shown(self) -> str:
        """All that was written, with the line ends that the program wrote."""
        self.stream.close()
        self._thread.join()
        os.close(self._ours)
        return self._received.decode("utf-8").replace("\r\n", "\n")


Show = Callable[..., str]


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Run a call, or a command line, with both outputs on a terminal; returns what it received."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_DEBUG", "NO_COLOR", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    def show(*words: str | Path, call: Callable[[], object] | None = None) -> str:
        terminal = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", terminal.stream)
            patch.setattr(sys, "stderr", terminal.stream)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
            call() if call else main([str(word) for word in words])
        return terminal.shown()

    return show


def test_the_terminal_would_show_what_acts(on_terminal: Show) -> None:
    """The test of the tests: unmade inert, it arrives."""
    shown = on_terminal(call=lambda: sys.stdout.write("a\x1b[2Jb\u202e"))
    assert steering(shown) == ["\x1b", "\u202e"]


def test_styles_arrive_and_are_no_steering(on_terminal: Show) -> None:
    view = render(hostile_summary("x"), DOCUMENT, "text", View(colour=True))
    shown = on_terminal(call=lambda: write_stdout(view))
    assert "\x1b[1m" in shown
    assert steering(shown) == []


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS)
def test_no_payload_passes_the_last_line_of_defence(on_terminal: Show, words: str) -> None:
    """Also where it was not made inert before, as in the files of a prompt."""
    # The styles that we use are let through; no view holds one that is not ours.
    allowed = "\x1b[31m" if "SGR red" in words else ""
    shown = on_terminal(call=lambda: write_stdout(words.replace(allowed, "") if allowed else words))
    assert [sign for sign in steering(shown) if sign != "\t"] == []


@pytest.mark.parametrize("format", ["text", "markdown", "json", "csv"])
def test_an_article_full_of_payloads_is_only_words(
    on_terminal: Show, tmp_path: Path, format: str
) -> None:
    path = hostile_article(tmp_path)
    shown = on_terminal(path, "--model", "extractive", "--format", format, "--quiet")
    assert "council" in shown
    assert steering(shown) == []


def hostile_article(folder: Path) -> Path:
    kept = [words for words in PAYLOADS.values() if not {"\0", "\ud83d"} & set(words)]
    lines = [
        f"The council said {n} people had read {words} on Monday."
        for n, words in enumerate(kept, 7)
    ]
    path = folder / "article.txt"
    path.write_text(
        "\n\n".join(["The council counts its readers", *lines]), encoding="utf-8", newline=""
    )
    return path


def test_what_a_model_says_is_only_words(
    on_terminal: Show, tmp_path: Path, use_model: Callable[[FakeModel], FakeModel]
) -> None:
    spoken = [words for words in PAYLOADS.values() if len(words) < 60]
    use_model(
        FakeModel(
            claims=[
                (n % 3 + 1, f"{words} Ann Poole", f"Up to 900 {words} jobs.")
                for n, words in enumerate(spoken[:40])
            ],
            questions=[(1, f"Why {words}?") for words in spoken[40:52]],
            headline=spoken[60],
            abstract=" ".join(spoken[60:90]),
        )
    )
    path = tmp_path / "a.txt"
    path.write_text(
        "Up to 300 jobs will go, Ann Poole said on Monday. Nobody knows when. It rained."
    )
    shown = on_terminal(path, "--model", "fake/model", "--quiet")
    assert "REJECTED" in shown
    assert steering(shown) == []


@pytest.mark.parametrize("words", NAMES.values(), ids=NAMES)
def test_a_files_name_is_only_words_in_an_error(
    on_terminal: Show, tmp_path: Path, words: str
) -> None:
    assert steering(on_terminal(tmp_path / words, "--model", "extractive", "--quiet")) == []
    assert steering(on_terminal(f"--{words}")) == []


def test_a_files_name_is_only_words_over_its_summary(on_terminal: Show, tmp_path: Path) -> None:
    paths = [tmp_path / f"{words}.txt" for words in NAMES.values()]
    for path in paths:
        path.write_text("Up to 300 jobs will go, Ann Poole said.", encoding="utf-8")

    shown = on_terminal(*paths, "--model", "extractive", "--quiet")

    assert shown.count("==>") == len(paths)
    assert steering(shown) == []


def test_a_batch_and_its_runs_are_only_words(on_terminal: Show, tmp_path: Path) -> None:
    rows = [
        {"id": f"{key} {words}", "text": f"The council said {n} people had read {words} on Monday."}
        for n, (key, words) in enumerate(PAYLOADS.items(), 7)
        if len(words) < 60
    ]
    rows += [{"id": f"bad {words}", "text": ""} for words in list(PAYLOADS.values())[:20]]
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    store = tmp_path / "store.db"
    batch = on_terminal("batch", source, "--model", "extractive", "--store", store, "--quiet")
    listed = on_terminal("runs", "list", "--store", store)
    told = on_terminal("runs", "show", "last", "--store", store)
    exported = on_terminal("runs", "export", "last", "--store", store)

    assert '"status":"done"' in batch
    assert "extractive" in told
    for shown in (batch, listed, told, exported):
        assert steering(shown) == []


def test_a_verification_of_anything_is_only_words(on_terminal: Show, tmp_path: Path) -> None:
    claims = {
        f"{key} {words}": {"quote": words} for key, words in PAYLOADS.items() if words.strip()
    }
    summary, article = tmp_path / "summary.json", tmp_path / "article.txt"
    summary.write_text(json.dumps(claims), encoding="utf-8")
    article.write_text("The council said nothing.", encoding="utf-8")

    shown = on_terminal("verify", summary, article)

    assert "absent" in shown or "unsupported" in shown or "stale" in shown
    assert steering(shown) == []
    assert steering(on_terminal("verify", summary, article, "--json")) == []


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS)
def test_progress_shows_only_words(words: str) -> None:
    watch = Watch()
    with watch.showing(words):
        watch.heard(
            Progress(text=json.dumps({"claims": [{"claim": words}]}) + words, tokens=3, seconds=1.0)
        )
        assert steering(watch.line()) == []


def test_log_lines_are_only_words(on_terminal: Show) -> None:
    def log() -> None:
        import logging

        with log_lines("debug"):
            for words in PAYLOADS.values():
                logging.getLogger("summarizer.test").warning("%s", words, extra={"document": words})

    assert steering(on_terminal(call=log)) == []


@pytest.mark.parametrize("words", ["models", "prompts"])
def test_the_tables_are_words(on_terminal: Show, words: str) -> None:
    shown = on_terminal(words, "list")
    assert len(shown.splitlines()) > 2
    assert steering(shown) == []
