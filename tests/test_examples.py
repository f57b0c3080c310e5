"""Every example of ``examples/`` does what it says, with the model that needs none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer import Document, Summary, summarize

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
Ran = subprocess.CompletedProcess[str]
ARTICLE = (
    "Ferry line gets new owner\n\n"
    "The council sold the ferry line for 18 million euros, director Eva Lind said on Friday.\n"
    "Lind could not confirm that fares would stay the same.\n"
)


@pytest.fixture(autouse=True)
def _on_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "extractive")
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "store.db"))
    monkeypatch.setenv("QUEUE_FILE", str(tmp_path / "queue.db"))
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([scripts, os.environ["PATH"]]))


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    def load(name: str) -> ModuleType:
        import importlib

        monkeypatch.syspath_prepend(str(EXAMPLES))
        monkeypatch.delitem(sys.modules, name, raising=False)
        return importlib.import_module(name)

    return load


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "ferry.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, "utf-8")
    return path


def test_every_example_is_listed() -> None:
    told = (EXAMPLES / "README.md").read_text("utf-8")

    files = {path.name for path in EXAMPLES.iterdir() if path.is_file()} - {"README.md"}

    assert files
    assert {name for name in files if f"`{name}`" not in told} == set()


class TestScript:
    def test_each_claim_is_a_row_whose_offsets_give_its_quote(
        self, example: Callable[[str], Any], article: Path
    ) -> None:
        rows = example("script").claim_rows(str(article))

        assert {row["speaker"] for row in rows} >= {"Eva Lind"}
        assert all(ARTICLE[row["start"] : row["end"]] == row["quote"] for row in rows)

    def test_an_article_that_is_not_there_is_told_in_one_line(self, tmp_path: Path) -> None:
        ran = subprocess.run(
            [sys.executable, str(EXAMPLES / "script.py"), str(tmp_path / "none.txt")],
            capture_output=True,
            text=True,
            check=False,
        )

        assert ran.returncode == 1
        assert ran.stderr.count("\n") == 1
        assert "there is no such file" in ran.stderr

    def test_it_runs_as_a_command(self, article: Path) -> None:
        ran = subprocess.run(
            [sys.executable, str(EXAMPLES / "script.py"), str(article)],
            capture_output=True,
            text=True,
            check=True,
        )

        assert all(json.loads(line)["quote"] in ARTICLE for line in ran.stdout.splitlines())


class TestWorker:
    @pytest.fixture
    def worker(self, example: Callable[[str], Any]) -> Any:
        pytest.importorskip("huey", reason="huey is not installed")
        loaded = example("worker")
        loaded.queue.immediate_use_memory = False
        return loaded

    def work(self, worker: Any) -> None:
        """Do what lies in the queue, as a worker would."""
        while (task := worker.queue.dequeue()) is not None:
            worker.queue.execute(task)

    def test_a_task_gives_the_summary_as_json(self, worker: Any, article: Path) -> None:
        result = worker.summarize_article(str(article))

        self.work(worker)

        assert Summary.model_validate_json(result.get()).provenance.document == str(article)

    def test_a_source_that_is_not_there_is_not_tried_again(
        self, worker: Any, tmp_path: Path
    ) -> None:
        worker.summarize_article(str(tmp_path / "none.txt"))

        self.work(worker)

        assert (worker.queue.pending_count(), worker.queue.scheduled_count()) == (0, 0)

    def test_a_provider_that_is_down_is_asked_again_later(
        self, worker: Any, article: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SUMMARIZER_MODEL", "mine/model")
        monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
        monkeypatch.setattr("summarizer.models.transport.Transport.run", refuse)

        worker.summarize_article(str(article))
        self.work(worker)

        assert worker.queue.scheduled_count() == 1


def refuse(*_: object, **__: object) -> object:
    from summarizer.errors import ProviderBusy

    raise ProviderBusy("the provider is down")


class TestWatchFolder:
    def test_what_is_there_and_what_comes_later_is_summarised(
        self, example: Callable[[str], Any], article: Path, tmp_path: Path
    ) -> None:
        pytest.importorskip("watchfiles", reason="watchfiles is not installed")
        watcher = example("watch_folder")
        done, stop = threading.Semaphore(0), threading.Event()
        summarize_folder = watcher.summarize_folder

        def counted(*folders: Path) -> None:
            summarize_folder(*folders)
            done.release()

        watcher.summarize_folder = counted
        out = tmp_path / "summaries"
        thread = threading.Thread(target=watcher.watch_folder, args=(article.parent, out, stop))
        thread.start()
        try:
            assert done.acquire(timeout=60)
            first = {path.name.partition("-")[0] for path in out.glob("*.json")}
            (tmp_path / "new.txt").write_text(ARTICLE.replace("18", "19"), "utf-8")
            # A watcher needs a moment to be ready: the article is moved in until it is seen.
            while not done.acquire(timeout=2):
                (tmp_path / "new.txt").write_text(ARTICLE.replace("18", "19"), "utf-8")
                (tmp_path / "new.txt").replace(article.parent / "new.txt")
        finally:
            stop.set()
            thread.join(60)

        assert first == {"ferry"}
        assert {path.name.partition("-")[0] for path in out.glob("*.json")} == {"ferry", "new"}


class TestPrePublish:
    @pytest.fixture
    def check(self, article: Path, tmp_path: Path) -> Callable[[], Ran]:
        """The workflow's own script, in a folder with one article and its summary."""
        yaml = pytest.importorskip("yaml", reason="pyyaml is not installed")
        workflow = yaml.safe_load((EXAMPLES / "pre-publish.yml").read_text("utf-8"))
        script = workflow["jobs"]["verify"]["steps"][-1]["run"]
        summary = summarize(Document.from_text(ARTICLE), model="extractive")
        (tmp_path / "summaries").mkdir()
        (tmp_path / "summaries" / "ferry.json").write_text(summary.model_dump_json(), "utf-8")

        def run() -> Ran:
            return subprocess.run(
                ["bash", "-e", "-c", script],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )

        return run

    def test_a_summary_that_holds_passes(self, check: Callable[[], Ran]) -> None:
        assert check().returncode == 0

    def test_a_record_of_a_review_is_no_summary(
        self, check: Callable[[], Ran], tmp_path: Path
    ) -> None:
        (tmp_path / "summaries" / "other.review.json").write_text("{}", "utf-8")

        assert check().returncode == 0

    def test_a_folder_without_summaries_passes(
        self, check: Callable[[], Ran], tmp_path: Path
    ) -> None:
        (tmp_path / "summaries" / "ferry.json").unlink()

        assert check().returncode == 0

    @pytest.mark.parametrize(
        ("before", "after"),
        [("18 million", "19 million"), ("could not confirm", "confirmed"), ("Friday", "Monday")],
    )
    def test_an_article_that_was_changed_since_stops_it(
        self,
        check: Callable[[], Ran],
        article: Path,
        before: str,
        after: str,
    ) -> None:
        article.write_text(ARTICLE.replace(before, after), "utf-8")

        assert check().returncode == 3


class TestDataframe:
    @pytest.fixture
    def frame(self, example: Callable[[str], Any]) -> Any:
        pandas = pytest.importorskip("pandas", reason="pandas is not installed")
        loaded = example("dataframe")
        given = pandas.DataFrame({"text": [ARTICLE, "   "]}, index=["ferry", "blank"])
        return loaded, loaded.with_summaries(given)

    def test_each_article_has_a_summary_or_a_reason(self, frame: Any) -> None:
        _, read = frame

        assert isinstance(read.loc["ferry", "summary"], Summary)
        assert (read.loc["blank", "summary"], read.loc["ferry", "error"]) == (None, "")
        assert "no text" in read.loc["blank", "error"]

    def test_claims_are_a_table_of_their_own(self, frame: Any) -> None:
        loaded, read = frame

        claims = loaded.claim_table(read)

        assert set(claims.index) == {"ferry"}
        assert all(quote in ARTICLE for quote in claims["quote"])
