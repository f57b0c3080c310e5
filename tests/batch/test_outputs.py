"""Where outcomes go: whole or not at all, one place a document."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Summary, summarize
from summarizer.batch import Outcome
from summarizer.batch.outputs import FolderOutput, LinesOutput, StreamOutput, file_stem, row
from summarizer.errors import AnswerRefused, InputError, SummarizerError
from summarizer.verification import verify

TEXT = "The bridge was closed on Monday, the mayor said."


def done(name: str = "a.txt", index: int = 0) -> Outcome:
    return Outcome(index, name, summarize(TEXT, model="extractive"))


def failed(name: str = "b.txt", index: int = 1) -> Outcome:
    error = AnswerRefused("declined", document=name)
    return Outcome(index, name, error=error)


def test_a_row_holds_the_summary_or_the_typed_error() -> None:
    good, bad = json.loads(row(done())), json.loads(row(failed()))
    assert (good["document"], good["status"]) == ("a.txt", "done")
    assert Summary.model_validate(good["summary"]).headline
    assert bad == {
        "document": "b.txt",
        "status": "failed",
        "error": {
            "type": "AnswerRefused",
            "message": "declined",
            "remedy": AnswerRefused.default_remedy,
        },
    }


@given(st.text())
def test_whatever_a_name_holds_a_row_is_one_line_of_json(name: str) -> None:
    line = row(failed(name))
    assert "\n" not in line
    assert json.loads(line)["document"] == name


def test_lines_take_their_place_when_they_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n", "utf-8")
    with LinesOutput(path) as output:
        output.write(done())
        output.write(failed())
        assert path.read_text("utf-8") == "old\n"
        output.finish()
    statuses = [json.loads(line)["status"] for line in path.read_text("utf-8").splitlines()]
    assert statuses == ["done", "failed"]
    assert [found.name for found in tmp_path.iterdir()] == ["out.jsonl"]


def test_lines_that_break_off_stay_a_part_and_are_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with LinesOutput(path) as output:
        output.write(done())
        part = output.part
    assert not path.exists()
    assert len(part.read_text("utf-8").splitlines()) == 1
    with LinesOutput(path) as output:
        output.write(failed())
        output.finish()
    assert len(path.read_text("utf-8").splitlines()) == 1
    assert not part.exists()


def test_a_link_stays_a_link_and_a_mode_stays_as_it_is(tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with LinesOutput(link) as output:
        output.write(done())
        output.finish()
    assert link.is_symlink()
    assert json.loads(real.read_text("utf-8"))["status"] == "done"
    assert real.stat().st_mode & 0o777 == 0o640


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with LinesOutput(tmp_path / "out.jsonl") as output:
        output.write(done())
        with pytest.raises(InputError, match="another run"):
            LinesOutput(tmp_path / "out.jsonl")
        output.finish()
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_folder_gets_a_file_for_each_document(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    with FolderOutput(folder) as output:
        output.write(done("x/storm.txt"))
        output.write(done("y/storm.txt"))
        output.write(failed("y/flood.txt"))
        output.finish()
    names = sorted(found.name for found in folder.iterdir())
    assert [name.rsplit("-", 1)[0] for name in names] == ["flood", "storm", "storm"]
    assert names[0].endswith(".error.json")
    assert verify(json.loads((folder / names[1]).read_text("utf-8")), document()).holds


def document():  # type: ignore[no-untyped-def]
    from summarizer import Document

    return Document.from_text(TEXT)


def test_a_document_that_is_done_at_last_leaves_no_error_behind(tmp_path: Path) -> None:
    for outcome in (failed("a.txt"), done("a.txt")):
        with FolderOutput(tmp_path) as output:
            output.write(outcome)
    assert [path.name.endswith(".error.json") for path in tmp_path.iterdir()] == [False]


def test_a_file_that_is_as_it_should_be_is_left_alone(tmp_path: Path) -> None:
    outcome = done()
    with FolderOutput(tmp_path) as output:
        output.write(outcome)
    (path,) = tmp_path.iterdir()
    os.utime(path, (1, 1))
    with FolderOutput(tmp_path) as output:
        output.write(outcome)
    assert path.stat().st_mtime == 1


def test_two_documents_of_one_name_have_two_files(tmp_path: Path) -> None:
    with FolderOutput(tmp_path) as output:
        output.write(done("wire", 0))
        output.write(done("wire", 1))
    assert len(list(tmp_path.iterdir())) == 2


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_files_name_is_safe_and_no_other_documents(one: str, other: str) -> None:
    stem = file_stem(one)
    assert "/" not in stem
    assert "\0" not in stem
    assert not stem.startswith((".", "-"))
    assert len(stem.encode()) < 100
    assert (stem == file_stem(other)) == (one == other)


def test_a_disk_that_is_full_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with LinesOutput(tmp_path / "out.jsonl") as output:
        output.write(done())
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(SummarizerError, match="cannot be written: No space left"):
            output.finish()


def test_rows_may_be_put_anywhere() -> None:
    put: list[str] = []
    with StreamOutput(put.append) as output:
        output.write(failed())
        output.finish()
    assert json.loads(put[0])["status"] == "failed"
