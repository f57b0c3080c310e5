"""The file of a review: what is in it is never lost, and nobody else reads it."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import pytest

from summarizer.errors import ReviewInvalid, SummarizerError
from summarizer.review import ReviewRecord, add_decisions, read_record, version_of
from tests.render.html.making import decision_on, item_of, record_of, whole

SUMMARY = whole()
VERSION = version_of(SUMMARY)
CLAIM = item_of(SUMMARY, "claim")
FIRST = decision_on(SUMMARY, CLAIM, "rejected", by="Ann Poole", note="Wrong 👩\u200d🚒 <b>")
SECOND = decision_on(SUMMARY, CLAIM, "accepted", by="Bo Lind")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dam.review.json"


def test_what_is_written_is_read_again(path: Path) -> None:
    made = add_decisions(path, [FIRST], VERSION, ("dam.json", "dam.txt"))

    assert read_record(path) == made
    assert (made.summary, made.document) == ("dam.json", "dam.txt")
    assert (made.result_sha256, made.document_sha256) == VERSION


def test_decisions_are_added_and_none_is_taken_out(path: Path) -> None:
    add_decisions(path, [FIRST], VERSION)
    add_decisions(path, [SECOND], VERSION)
    again = add_decisions(path, [SECOND, SECOND, FIRST], VERSION)

    assert again.decisions == (FIRST, SECOND)


def test_the_file_is_its_owners_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        add_decisions(path, [FIRST], VERSION)
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(path: Path) -> None:
    real = path.with_name("real.json")
    real.write_text(record_of(SUMMARY, FIRST).model_dump_json(), encoding="utf-8")
    path.symlink_to(real)

    add_decisions(path, [SECOND], VERSION)

    assert path.is_symlink()
    assert len(read_record(real).decisions) == 2


def test_writers_at_one_time_lose_nothing(path: Path) -> None:
    decisions = [decision_on(SUMMARY, CLAIM, by=f"editor {n}") for n in range(12)]
    threads = [threading.Thread(target=add_decisions, args=(path, [d], VERSION)) for d in decisions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {d.by for d in read_record(path).decisions} == {d.by for d in decisions}
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_decisions(path, [FIRST], VERSION)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SummarizerError, match="No space left"):
        add_decisions(path, [SECOND], VERSION)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


GOOD = json.loads(record_of(SUMMARY, FIRST).model_dump_json())
BAD = {
    "nothing": "",
    "a list": "[]",
    "another object": "{}",
    "a later version of the format": json.dumps(GOOD | {"schema_version": "2"}),
    "a field of its own": json.dumps(GOOD | {"x": 1}),
    "a hash that is none": json.dumps(GOOD | {"result_sha256": "x"}),
    "an odd verdict": json.dumps(GOOD | {"decisions": [GOOD["decisions"][0] | {"verdict": "x"}]}),
    "an edit without text": json.dumps(
        GOOD | {"decisions": [GOOD["decisions"][0] | {"verdict": "edited"}]}
    ),
    "a note without end": json.dumps(
        GOOD | {"decisions": [GOOD["decisions"][0] | {"note": "x" * 20_001}]}
    ),
    "nested without end": "[" * 100_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_file_that_is_no_record_is_told_and_never_overwritten(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ReviewInvalid, match="is not a review record"):
        read_record(path)
    with pytest.raises(ReviewInvalid):
        add_decisions(path, [FIRST], VERSION)
    assert path.read_text(encoding="utf-8") == content


def test_a_file_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(ReviewInvalid, match="No such file"):
        read_record(path)


def test_the_schema_can_be_asked_for() -> None:
    schema = ReviewRecord.model_json_schema()

    assert {"decisions", "result_sha256", "document_sha256"} <= set(schema["properties"])
