"""How a run can end other than well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.models import weights
from summarizer.testing import FakeModel

from .conftest import ARTICLE, Run

UseModel = Callable[[FakeModel], FakeModel]
COMMAND = [sys.executable, "-c", "import sys; from summarizer.cli import main; sys.exit(main())"]


class Does(FakeModel):
    """A model that does something when it is asked for the ``nth`` time."""

    def __init__(self, act: Callable[[], object], nth: int = 1) -> None:
        super().__init__()
        self.act = act
        self.nth = nth
        self.closed = False

    def ask(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
        answer = super().ask(*args, **kwargs)  # type: ignore[arg-type]
        if len(self.requests) == self.nth:
            self.act()
        return answer

    def close(self) -> None:
        self.closed = True


def interrupt() -> None:
    raise KeyboardInterrupt


def fail() -> None:
    raise RuntimeError("a\x1b[1m bug")


def test_an_unexpected_failure_is_one_line_with_a_way_to_see_more(
    run: Run, article: Path, use_model: UseModel
) -> None:
    use_model(Does(fail))
    ran = run(article, "-m", "fake/model")
    assert ran.code == 1
    assert ran.err == (
        "summarize: unexpected failure: RuntimeError: a⟨U+001B⟩[1m bug."
        " Run again with SUMMARIZER_DEBUG=1 to see where\n"
    )


def test_debug_shows_the_traceback(
    run: Run, article: Path, use_model: UseModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_model(Does(fail))
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    ran = run(article, "-m", "fake/model")
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert "in fail" in ran.err


def test_interrupting_is_130_and_closes_the_model(
    run: Run, article: Path, use_model: UseModel
) -> None:
    model = use_model(Does(interrupt))
    ran = run(article, "-m", "fake/model")
    assert (ran.code, ran.out, ran.err) == (130, "", "summarize: interrupted\n")
    assert isinstance(model, Does)
    assert model.closed


def test_what_was_finished_before_an_interruption_is_written(
    run: Run, article: Path, use_model: UseModel
) -> None:
    use_model(Does(interrupt, nth=3))
    path = article.with_name("out.jsonl")
    assert run(article, article, article, "-m", "fake/model", "-o", path).code == 130
    assert len(path.read_text("utf-8").splitlines()) == 1


def test_being_told_to_end_closes_the_model(run: Run, article: Path, use_model: UseModel) -> None:
    model = use_model(Does(lambda: os.kill(os.getpid(), signal.SIGTERM)))
    assert run(article, "-m", "fake/model").code == 143
    assert isinstance(model, Does)
    assert model.closed
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


SIGNALLED = """
import signal, sys
from summarizer.cli import main
from summarizer.models.local_model import LocalModel
load = LocalModel.start
def start(self):
    load(self)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
LocalModel.start = start
signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [(signal.SIGINT, 130, "summarize: interrupted\n"), (signal.SIGTERM, 143, "")],
    ids=["interrupted", "terminated"],
)
def test_a_signal_ends_a_local_model_at_work(
    article: Path, number: signal.Signals, code: int, told: str
) -> None:
    pytest.importorskip("xllamacpp", reason="the extra 'local' is not installed")
    if not weights.is_installed("smollm2-135m"):
        pytest.skip("no weights: run 'summarize models pull local/smollm2-135m' first")
    article.write_text("".join(f"{ARTICLE}\nDay {day}.\n\n" for day in range(1, 40)), "utf-8")
    command = [sys.executable, "-c", SIGNALLED, str(int(number)), str(article)]
    ended = subprocess.run(
        [*command, "-m", "local/smollm2-135m"],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", told)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_reader_that_leaves_is_no_failure_to_talk_about(article: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*COMMAND, str(article), "-m", "extractive"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_is_one_line(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, str(article), "-m", "extractive"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"summarize: cannot write to standard output: No space left")
    assert ended.stderr.count(b"\n") == 1


def test_an_ascii_locale_still_gets_utf_8_through_a_pipe() -> None:
    ended = subprocess.run(
        [*COMMAND, "-", "-m", "extractive", "-f", "json"],
        input=ARTICLE.replace("Carrow", "Čáslav").encode(),
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0
    assert "Čáslav" in ended.stdout.decode("utf-8")


class Swallowing:
    """A signal that comes while it is destroyed ends nothing: Python drops what is raised there."""

    def __init__(self, sign: signal.Signals) -> None:
        self.sign = sign

    def __del__(self) -> None:
        signal.raise_signal(self.sign)


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_whose_exception_is_dropped_still_ends_the_command(
    run: Run, article: Path, use_model: UseModel, sign: signal.Signals, code: int
) -> None:
    went_on: list[signal.Signals] = []

    def act() -> None:
        Swallowing(sign)
        went_on.append(sign)
        threading.Event().wait(30)
        raise AssertionError("it was never told again")

    use_model(Does(act))
    hook = sys.unraisablehook

    assert run(article).code == code
    assert went_on == [sign]
    assert sys.unraisablehook is hook
