"""``summarize batch``: what a person types, gets, and reads on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import errors
from summarizer.batch import Outcome
from summarizer.batch.spending import Amount
from summarizer.cli import progress
from summarizer.cli.batch_ending import Failures
from summarizer.cli.batch_progress import Tally, duration
from summarizer.models.types import Answer
from summarizer.store import Store
from summarizer.testing import FakeModel

from .conftest import ARTICLE, Run

UseModel = Callable[[FakeModel], FakeModel]
# With this prompt a document is one question, so that calls can be counted.
FAKE = ("-m", "fake/model", "--base-url", "http://127.0.0.1:1/v1", "-p", "summary@1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles to work on, in a folder of its own, and a store beside them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "store.db"))
    (tmp_path / "in").mkdir()
    for name in ("Carrow", "Dunmore", "Ennis"):
        text = ARTICLE.replace("Carrow", name)
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


class Fails(FakeModel):
    """Raises an error for the articles that hold a word."""

    def __init__(self, word: str, error: errors.SummarizerError) -> None:
        super().__init__()
        self.word, self.failure = word, error

    def ask(self, request: Any, *args: Any, **kwargs: Any) -> Answer[Any]:
        self.error = self.failure if self.word in request.messages[-1].content else None
        return super().ask(request, *args, **kwargs)


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("folder")
def test_rows_go_to_standard_output_and_the_count_to_standard_error(run: Run) -> None:
    ran = run("batch", "in", "-m", "extractive")
    assert ran.code == 0
    assert [row["document"] for row in rows(ran.out)] == [
        "in/Carrow.txt",
        "in/Dunmore.txt",
        "in/Ennis.txt",
    ]
    assert {row["status"] for row in rows(ran.out)} == {"done"}
    assert ran.err == "summarize: 3 done\n"


def test_a_name_with_the_ending_of_lines_is_a_file(run: Run, folder: Path) -> None:
    assert run("batch", "in/*.txt", "-m", "extractive", "-o", "out.jsonl").out == ""
    assert len(rows((folder / "out.jsonl").read_text("utf-8"))) == 3


@pytest.mark.parametrize("out", ["out", "out/", "out.d"])
def test_any_other_name_is_a_folder(run: Run, folder: Path, out: str) -> None:
    assert run("batch", "in", "-m", "extractive", "-o", out).code == 0
    found = sorted((folder / out).iterdir())
    assert [path.name.partition("-")[0] for path in found] == ["Carrow", "Dunmore", "Ennis"]
    assert run("verify", found[0], "in/Carrow.txt").code == 0


@pytest.mark.usefixtures("folder")
def test_lines_on_standard_input_are_documents(run: Run) -> None:
    lines = [{"id": "a", "text": ARTICLE}, {"path": "in/Ennis.txt"}]
    stdin = "\n".join(map(json.dumps, lines)).encode()
    ran = run("batch", "-", "-m", "extractive", stdin=stdin)
    assert [row["document"] for row in rows(ran.out)] == ["a", "in/Ennis.txt"]


@pytest.mark.usefixtures("folder")
def test_some_that_fail_are_rows_lines_and_code_5(run: Run, use_model: UseModel) -> None:
    use_model(Fails("Dunmore", errors.AnswerRefused("declined")))
    ran = run("batch", "in", *FAKE)
    assert ran.code == 5
    assert [row["status"] for row in rows(ran.out)] == ["done", "failed", "done"]
    assert rows(ran.out)[1]["error"]["type"] == "AnswerRefused"
    assert ran.err.splitlines()[:3] == [
        "summarize: 2 done, 1 failed, 234 tokens",
        " 1 AnswerRefused (declined): in/Dunmore.txt",
        f" what to do: {errors.AnswerRefused.default_remedy}",
    ]


def test_the_command_to_run_again_does_the_rest(
    run: Run, use_model: UseModel, folder: Path
) -> None:
    model = use_model(Fails("Dunmore", errors.AnswerRefused("declined")))
    ran = run("batch", "in", *FAKE, "--refresh", "-c", "2", "-o", "o u t.jsonl")
    again = ran.err.splitlines()[-1].partition("): ")[2]
    assert again == (
        "summarize batch in --output 'o u t.jsonl' --model fake/model --prompt summary@1"
        " --concurrency 2 --base-url http://127.0.0.1:1/v1"
    )
    assert isinstance(model, Fails)
    model.word = "nowhere"
    asked = len(model.requests)
    assert run("batch", "in", *FAKE, "-c", "2", "-o", "o u t.jsonl").code == 0
    assert len(model.requests) == asked + 1


@pytest.mark.usefixtures("folder")
def test_a_refused_key_is_code_4_and_says_so(run: Run, use_model: UseModel) -> None:
    use_model(FakeModel(error=errors.ProviderRejected("no such key")))
    ran = run("batch", "in", *FAKE, "-c", "1", "-o", "out.jsonl")
    assert ran.code == 4
    assert ran.err.startswith("summarize: 0 done, 1 failed, 2 not done\n 1 ProviderRejected (")
    assert "summarize: the run was stopped: no such key." in ran.err
    kinds = [row["error"]["type"] for row in rows(Path("out.jsonl").read_text("utf-8"))]
    assert sorted(kinds) == ["ProviderRejected", "RunStopped", "RunStopped"]


@pytest.mark.usefixtures("folder")
def test_a_spent_budget_is_code_5_and_says_so(run: Run, use_model: UseModel) -> None:
    model = use_model(FakeModel())
    ran = run("batch", "in", *FAKE, "--budget-tokens", "100")
    assert ran.code == 5
    assert ran.err.startswith("summarize: 0 done, 3 not done\nsummarize: the run was stopped: ")
    assert "The budget would be passed: 0 of 100 tokens" in ran.err
    assert " --budget-tokens 100 " in ran.err.splitlines()[-1]
    assert model.requests == []


BAD = {
    "no such file": ["nowhere.txt"],
    "no source": [],
    "no match": ["in/*.doc"],
    "no such encoding": ["in", "-m", "extractive", "--encoding", "klingon"],
    "unknown model": ["in", "-m", "gpt"],
    "unknown prompt": ["in", "-m", "extractive", "-p", "summary@99"],
    "no concurrency": ["in", "-m", "extractive", "-c", "0"],
    "no price": ["in", *FAKE, "--price", "cheap"],
    "dollars without a price": ["in", *FAKE, "--budget-usd", "1"],
    "output in no folder": ["in", "-m", "extractive", "-o", "no/such/a.jsonl"],
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_what_cannot_be_done_at_all_is_code_2_before_anything_is_asked(
    run: Run, use_model: UseModel, words: list[str]
) -> None:
    model = use_model(FakeModel())
    ran = run("batch", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert model.requests == []


@pytest.mark.usefixtures("folder")
def test_nothing_is_kept_without_a_cache(run: Run, use_model: UseModel) -> None:
    model = use_model(FakeModel())
    for _ in range(2):
        assert run("batch", "in", *FAKE, "--no-cache").code == 0
    assert len(model.requests) == 6
    assert not Path("store.db").exists()


def test_a_store_may_be_named(run: Run, folder: Path) -> None:
    run("batch", "in", "-m", "extractive", "--store", "other.db")
    with Store(folder / "other.db") as store:
        assert [one.counts.done for one in store.runs()] == [3]


def test_the_shared_options_reach_the_model(run: Run, use_model: UseModel, folder: Path) -> None:
    model = use_model(FakeModel())
    ran = run("batch", "in", *FAKE, "--timeout", "7.5", "--language", "de", "--as-completed")
    assert all(7 < request.deadline <= 7.5 for request in model.requests)
    assert {row["summary"]["provenance"]["language"] for row in rows(ran.out)} == {"de"}


@pytest.mark.usefixtures("folder")
def test_a_fallback_speaks(run: Run, use_model: UseModel) -> None:
    use_model(FakeModel(error=errors.ProviderBusy("busy")))
    ran = run("batch", "in", *FAKE, "--fallback", "extractive")
    assert ran.code == 0
    assert {row["summary"]["provenance"]["fallback_for"] for row in rows(ran.out)} == {"fake/model"}


@pytest.mark.usefixtures("folder")
def test_quiet_tells_only_what_failed(run: Run) -> None:
    assert run("batch", "in", "-m", "extractive", "-q").err == ""


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


DONE = Outcome(0, "a.txt", stored=None)
CACHED = Outcome(0, "a.txt", stored="{}")
FAILED = Outcome(0, "a.txt", error=errors.AnswerRefused("declined"))


def tally(total: int | None, *, priced: bool = False) -> tuple[Tally, Clock]:
    clock = Clock()
    return Tally(total, lambda: Amount(12_345, 1.5), priced=priced, clock=clock), clock


def test_a_line_says_how_far_how_fast_how_dear_and_how_long() -> None:
    counted, clock = tally(1000, priced=True)
    for outcome in [DONE] * 90 + [FAILED] * 10 + [CACHED] * 100:
        counted.count(outcome)
    clock.now = 100.0
    assert counted.line() == (
        "200 of 1,000 · 10 failed · 100 from the store · 60 a minute · 13 min left"
        " · 12,345 tokens, $1.50"
    )


def test_a_line_of_an_unknown_number_without_a_price_says_what_it_can() -> None:
    counted, clock = tally(None)
    for _ in range(600):
        counted.count(DONE)
    clock.now = 30.0
    assert counted.line() == "600 · 20 a second · 12,345 tokens"


@pytest.mark.parametrize("error", [errors.RunStopped("over"), errors.BudgetSpent("spent")])
def test_a_document_whose_turn_did_not_come_is_no_failure(error: errors.SummarizerError) -> None:
    counted, _ = tally(3)
    failures = Failures()
    for outcome in (DONE, Outcome(1, "b.txt", error=error)):
        counted.count(outcome)
        failures.take(outcome)

    assert (counted.finished, counted.failed, counted.left) == (1, 0, 1)
    assert failures.lines() == []


def test_what_an_interruption_leaves_is_counted() -> None:
    counted, _ = tally(10)
    counted.count(DONE)
    counted.broke_off()
    assert counted.left == 9


@pytest.mark.parametrize(("usd", "said"), [(0.0042, "$0.0042"), (1.5, "$1.50")])
def test_small_sums_are_told_to_a_hundredth_of_a_cent(usd: float, said: str) -> None:
    counted = Tally(1, lambda: Amount(10, usd), priced=True)
    assert counted.cost() == f"10 tokens, {said}"


def test_the_first_seconds_say_nothing_about_the_rate() -> None:
    counted, clock = tally(10)
    counted.count(DONE)
    clock.now = 1.0
    assert counted.line() == "1 of 10 · 12,345 tokens"


@pytest.mark.parametrize(
    ("seconds", "said"), [(40, "40 s"), (600, "10 min"), (12_000, "3 h 20 min")]
)
def test_a_duration_is_said_as_a_person_says_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_without_a_terminal_there_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import threading

    said = threading.Event()
    monkeypatch.setattr(progress, "_EVERY", 0.001)
    monkeypatch.setattr("summarizer.cli.batch_progress.say", lambda line: said.set())
    counted, _ = tally(10)
    with counted.showing(quiet=False):
        assert said.wait(10)


def test_a_terminal_shows_a_bar_and_clears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    counted, _ = tally(10)
    with counted.showing(quiet=False):
        counted.count(DONE)
    assert "1 of 10" in terminal.getvalue()
    assert "━" in terminal.getvalue()
    assert terminal.getvalue().rstrip("\x1b[?25h").endswith("\x1b[2K")


def test_however_many_fail_few_are_named() -> None:
    failures = Failures()
    for number in range(10_000):
        error = errors.AnswerRefused("declined")
        failures.take(Outcome(number, f"{number}.txt", error=error))
    assert failures.lines() == [
        " 10,000 AnswerRefused (declined): 0.txt, 1.txt, 2.txt and 9,997 more",
        f" what to do: {errors.AnswerRefused.default_remedy}",
    ]
