from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summarizer import Document, summarize
from summarizer.cli.units import seconds_of, size_of
from summarizer.errors import AnswerRefused, SourceEmpty
from summarizer.keys import ResultKey
from summarizer.models.types import Usage
from summarizer.store import Lease, Store
from summarizer.summary import Summary
from summarizer.testing import FakeModel

from .conftest import ARTICLE, Run

STARTED = 1_790_000_000.0
NAMES = ["storm.txt", "copy\x1b[31m.txt", "secret.txt", "empty.txt", "late.txt"]


@pytest.fixture(scope="module")
def summary() -> Summary:
    made = summarize(Document.from_text(ARTICLE, name="storm.txt"), model=FakeModel())
    provenance = made.provenance.model_copy(
        update={"prompt_tokens": 800, "completion_tokens": 40, "cost": 0.5}
    )
    return made.model_copy(update={"provenance": provenance})


def key_of(text: str) -> ResultKey:
    return ResultKey.of(Document.from_text(text), prompt="p", schema="s", model="fake/model")


def leased(store: Store, text: str, name: str, run: int) -> Lease:
    found = store.acquire(key_of(text), document=name, run=run)
    assert isinstance(found, Lease)
    return found


@pytest.fixture
def store(tmp_path: Path, summary: Summary) -> Path:
    """Two runs: one that was interrupted at once, and one with a document of each status."""
    path = tmp_path / "s.db"
    refused = AnswerRefused("the model declined to answer")
    refused.usage = Usage(prompt_tokens=300, requests=1)
    with Store(path, clock=lambda: STARTED, owner="test") as opened:
        opened.end_run(opened.begin_run({}), "interrupted")
        run = opened.begin_run({"model": "fake/model", "note": "a\x1b[2Jb"})
        opened.complete(leased(opened, ARTICLE, NAMES[0], run), summary)
        opened.acquire(key_of(ARTICLE), document=NAMES[1], run=run)
        opened.fail(leased(opened, "A secret.", NAMES[2], run), refused)
        opened.note_failure(run, NAMES[3], SourceEmpty("the article holds no text"))
        leased(opened, "A late one.", NAMES[4], run)
        opened.end_run(run, "failed")
    return path


def cells(line: str) -> list[str]:
    return re.split(r"\s{2,}", line)


def test_list_shows_each_run_with_its_numbers(run: Run, store: Path, summary: Summary) -> None:
    head, *rows = run("runs", "list", "--store", store).out.splitlines()

    names = ["ID", "STARTED", "STATUS", "DONE", "CACHED", "FAILED", "PENDING", "TOKENS", "COST"]
    assert cells(head) == [*names, "SIZE"]
    size = size_of(len(summary.model_dump_json()))
    shown = [[cell for place, cell in enumerate(cells(row)) if place != 1] for row in rows]
    assert shown == [
        ["2", "failed", "1", "1", "2", "1", "1140", "$0.5000", size],
        ["1", "interrupted", "0", "0", "0", "0", "0", "-", "0 B"],
    ]


def test_list_finds_the_store_of_the_environment(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_STORE", str(store))

    assert run("runs", "list").out == run("runs", "list", "--store", store).out


def test_show_prints_each_document_with_its_status_and_error(run: Run, store: Path) -> None:
    _, table = run("runs", "show", "2", "--store", store).out.split("\n\n")

    assert [cells(row) for row in table.splitlines()] == [
        ["#", "STATUS", "TOKENS", "COST", "DOCUMENT", "ERROR"],
        ["1", "done", "840", "$0.5000", "storm.txt"],
        ["2", "cached", "0", "-", "copy⟨U+001B⟩[31m.txt"],
        ["3", "failed", "300", "-", "secret.txt", "AnswerRefused: the model declined to answer"],
        ["4", "failed", "0", "-", "empty.txt", "SourceEmpty: the article holds no text"],
        ["5", "pending", "0", "-", "late.txt"],
    ]


def test_show_says_how_the_run_was_begun_and_ended(run: Run, store: Path) -> None:
    head, _ = run("runs", "show", "2", "--store", store).out.split("\n\n")

    said = dict(line.split(": ", 1) for line in head.splitlines())
    assert (said["run"], said["status"], said["model"]) == ("2", "failed", "fake/model")
    assert said["note"] == "a⟨U+001B⟩[2Jb"


def test_last_is_the_newest_run(run: Run, store: Path) -> None:
    assert run("runs", "show", "last", "--store", store).out.startswith("run: 2\n")


def test_export_writes_summaries_and_errors_in_the_order_of_the_input(
    run: Run, store: Path, summary: Summary
) -> None:
    ran = run("runs", "export", "2", "--store", store)

    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [line["document"] for line in lines] == NAMES[:4]
    assert [line["status"] for line in lines] == ["done", "done", "failed", "failed"]
    assert lines[0]["summary"] == json.loads(summary.model_dump_json())
    assert [line["error"]["type"] for line in lines[2:]] == ["AnswerRefused", "SourceEmpty"]


def test_export_names_the_document_that_was_asked_about(run: Run, store: Path) -> None:
    lines = run("runs", "export", "2", "--store", store).out.splitlines()

    summaries = [Summary.model_validate(json.loads(line)["summary"]) for line in lines[:2]]
    assert [summary.provenance.document for summary in summaries] == NAMES[:2]


def test_export_writes_a_file_whole(run: Run, store: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.jsonl"

    ran = run("runs", "export", "last", "--store", store, "-o", target)

    assert (ran.code, ran.out) == (0, "")
    assert target.read_text("utf-8") == run("runs", "export", "last", "--store", store).out


def test_an_export_that_could_not_be_written_is_refused_at_once(
    run: Run, store: Path, tmp_path: Path
) -> None:
    assert run("runs", "export", "2", "--store", store, "-o", tmp_path / "no" / "x").code == 2


@pytest.mark.parametrize("id", ["7", "0", "-", "two", "²", "9" * 30])
@pytest.mark.parametrize("verb", ["show", "export"])
def test_an_unknown_run_is_code_2(run: Run, store: Path, verb: str, id: str) -> None:
    ran = run("runs", verb, id, "--store", store)

    assert (ran.code, ran.out) == (2, "")
    assert "there is no run" in ran.err
    assert ran.err.endswith(". See 'summarize runs list'\n")


def test_without_a_store_there_is_no_run_and_none_is_made(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"

    ran = run("runs", "list", "--store", missing)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"summarize: no run yet: there is no {missing}\n"
    assert run("runs", "show", "1", "--store", missing).code == 2
    assert not missing.exists()


def test_a_file_that_is_no_store_is_a_clear_error(run: Run, article: Path) -> None:
    ran = run("runs", "list", "--store", article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"summarize: {article}: is not a store")
    assert len(ran.err.splitlines()) == 1


def test_list_says_how_much_the_store_holds(run: Run, store: Path, summary: Summary) -> None:
    with Store(store) as opened:
        opened.keep(key_of("Of no run."), summary)

    told = run("runs", "list", "--store", store).err

    size = re.escape(str(store)) + r" has \d+\.\d KB"
    assert re.fullmatch(rf"summarize: {size}: 2 summaries, 1 of them of no run\n", told)


def ids(run: Run, store: Path) -> list[str]:
    return [cells(row)[0] for row in run("runs", "list", "--store", store).out.splitlines()[1:]]


def test_prune_forgets_old_runs_when_it_is_told_to(run: Run, store: Path) -> None:
    ran = run("runs", "prune", "--older-than", "0h", "--store", store)
    assert (ran.code, ids(run, store)) == (2, ["2", "1"])
    assert ran.err.startswith("summarize: 2 runs, 1 summary (")
    assert ran.err.endswith(" would be forgotten: nothing is done without --yes\n")

    ran = run("runs", "prune", "--older-than", "0h", "--yes", "--store", store)
    assert (ran.code, ran.out, ids(run, store)) == (0, "", [])
    assert ran.err.startswith("summarize: forgotten: 2 runs, 1 summary (")


def test_prune_keeps_the_newest_runs(run: Run, store: Path) -> None:
    assert run("runs", "prune", "--keep", "1", "--yes", "--store", store).code == 0

    assert ids(run, store) == ["2"]


def test_prune_does_nothing_where_nothing_is_old(run: Run, store: Path) -> None:
    ran = run("runs", "prune", "--older-than", "999999w", "--yes", "--store", store)

    assert (ran.code, ran.err) == (0, "summarize: nothing is that old\n")


@pytest.mark.parametrize("answer", ["y", "n"])
def test_prune_asks_the_person_at_a_terminal(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr("summarizer.cli.runs.at_terminal", lambda: True)

    ran = run("runs", "prune", "--keep", "0", "--store", store, stdin=f"{answer}\n".encode())

    assert "Forget 2 runs, 1 summary (" in ran.err
    assert (ran.code, ids(run, store)) == ((0, []) if answer == "y" else (2, ["2", "1"]))


@pytest.mark.parametrize(
    "words",
    [[], ["--older-than", "soon"], ["--older-than", "30"], ["--keep", "-1"]],
    ids=["nothing", "word", "no-unit", "negative"],
)
def test_prune_wants_to_know_what_is_old(run: Run, store: Path, words: list[str]) -> None:
    ran = run("runs", "prune", *words, "--yes", "--store", store)

    assert (ran.code, ran.out, ids(run, store)) == (2, "", ["2", "1"])


@pytest.mark.parametrize(
    ("age", "seconds"), [("12h", 43_200), ("30d", 2_592_000), (" 8W ", 4_838_400)]
)
def test_an_age_is_read_as_a_person_writes_it(age: str, seconds: float) -> None:
    assert seconds_of(age) == seconds


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (3_450_000, "3.5 MB"), (2e9, "2.0 GB")],
)
def test_a_size_is_said_as_a_person_says_it(size: float, said: str) -> None:
    assert size_of(int(size)) == said
