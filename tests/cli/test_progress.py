from __future__ import annotations

import io
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.cli import progress
from summarizer.cli.partial import read_partial
from summarizer.cli.progress import Watch
from summarizer.models.fetch import PullProgress
from summarizer.models.types import Progress

ANSWER = (
    '{"claims":[{"sentence":1,"speaker":"Poole","claim":"Jobs will go."},'
    '{"sentence":2,"speaker":"GMB","claim":"It was \\"not asked\\" in L\\u00fc'
)


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answer", "claims", "words"),
    [
        ("", 0, ""),
        ('{"claims":[', 0, ""),
        ('{"claims":[{"claim":"', 1, ""),
        ('{"claims":[{"claim": "Jobs', 1, "Jobs"),
        (ANSWER, 2, 'It was "not asked" in Lü'),
        (ANSWER[:-1], 2, 'It was "not asked" in Lu00f'),
        ('{"claim":"a\\nb\\', 1, "a b"),
        ('{"claim":"done","x":1', 1, "done"),
    ],
)
def test_an_unfinished_answer_is_read_as_far_as_it_goes(
    answer: str, claims: int, words: str
) -> None:
    assert read_partial(answer) == (claims, words)


@given(st.text(), st.integers(0, 200))
def test_an_answer_may_break_off_anywhere(text: str, cut: int) -> None:
    claims, _ = read_partial((ANSWER + text)[:cut])
    assert claims <= 2 + text.count("claim")


def test_a_model_s_line_says_claims_tokens_and_last_words() -> None:
    watch = Watch()
    with watch.showing("storm.txt"):
        watch.heard(Progress(ANSWER, 41, 3.0))
        line = watch.line()
    assert line.startswith("storm.txt · 0 s · 41 tokens · 2 claims so far · It was")


def test_a_download_s_line_says_how_far_it_is() -> None:
    watch = Watch()
    with watch.showing("storm.txt"):
        watch.pulled(PullProgress("fetching", 250_000_000, 1_000_000_000))
        assert watch.line() == "storm.txt · 0 s · fetching 250 of 1,000 MB (25 %)"


def test_a_line_says_what_is_waited_for() -> None:
    watch = Watch()
    with watch.showing("storm.txt"):
        assert watch.line() == "storm.txt · 0 s · waiting for the first words"
        watch.pulled(PullProgress("verifying", 10, 10))
        assert watch.line() == "storm.txt · 0 s · checking and loading the model"


def test_what_a_model_writes_cannot_act_on_the_terminal() -> None:
    watch = Watch()
    with watch.showing("a"):
        watch.heard(Progress('{"claim":"x\\u001b[2J\u202e', 1, 0.0))
        assert "x⟨U+001B⟩[2J⟨U+202E⟩" in watch.line()


def test_quick_work_is_silent_when_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Watch()
    with watch.showing("a"):
        watch.heard(Progress(ANSWER, 41, 3.0))
    assert capsys.readouterr().err == ""


def test_slow_work_prints_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    heard = threading.Event()

    def say(line: str) -> None:
        said.append(line)
        heard.set()

    monkeypatch.setattr(progress, "_EVERY", 0.001)
    monkeypatch.setattr(progress, "say", say)
    with Watch().showing("storm.txt"):
        assert heard.wait(10)
    assert said[0].startswith("summarize: storm.txt · 0 s")


@pytest.mark.parametrize("work", ["answer", "download"])
def test_a_terminal_shows_progress_and_clears_it(
    monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    watch = Watch()
    if work == "answer":
        with watch.showing("storm.txt"):
            watch.heard(Progress(ANSWER, 41, 3.0))
        shown = "2 claims so far"
    else:
        with watch.showing("storm.txt"):
            watch.pulled(PullProgress("fetching", 5_000_000, 10_000_000))
        shown = "fetching 5 of 10 MB (50 %)"
    assert shown in terminal.getvalue()
    assert terminal.getvalue().rstrip("\x1b[?25h").endswith("\x1b[2K")


def test_quiet_shows_nothing_even_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    watch = Watch(quiet=True)
    with watch.showing("a"):
        watch.heard(Progress(ANSWER, 41, 3.0))
    assert terminal.getvalue() == ""
