"""Answers are recorded as they come, and replayed only for exactly the same question."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import Document, summarize
from summarizer.draft import Draft, Story
from summarizer.errors import AnswerTruncated, RecordingStale
from summarizer.evaluation.recordings import (
    Recording,
    RecordingModel,
    ReplayModel,
    request_fingerprint,
)
from summarizer.models.types import Message, Request
from summarizer.testing import FakeModel

ARTICLE = (
    "Up to 300 jobs will go at the yard in Varde by June, and two docks will close, said Ann Poole."
)
CLAIM = "Up to 300 jobs will go at the yard in Varde by June."
REQUEST = Request((Message("system", "a"), Message("user", "b")), Draft)


def model() -> FakeModel:
    return FakeModel(claims=[(1, "Ann Poole", CLAIM)], abstract="Two docks will close.")


def recorded(path: Path, article: str = ARTICLE) -> Recording:
    recording = Recording(path)
    summarize(article, model=RecordingModel(model(), recording, "yard"))
    return recording


def test_a_replayed_summary_is_the_recorded_one(tmp_path: Path) -> None:
    live = summarize(ARTICLE, model=model())
    recorded(tmp_path / "r.jsonl")

    replay = ReplayModel("fake/model", Recording(tmp_path / "r.jsonl"), "yard")
    again = summarize(ARTICLE, model=replay)

    assert again.model_dump(exclude={"provenance"}) == live.model_dump(exclude={"provenance"})
    assert again.provenance.completion_tokens == live.provenance.completion_tokens


def test_a_question_that_was_recorded_is_not_asked_again(tmp_path: Path) -> None:
    recording = recorded(tmp_path / "r.jsonl")
    second = model()

    summarize(ARTICLE, model=RecordingModel(second, recording, "yard"))

    assert second.requests == []


def test_a_changed_article_makes_the_recording_stale(tmp_path: Path) -> None:
    replay = ReplayModel("fake/model", recorded(tmp_path / "r.jsonl"), "yard")

    with pytest.raises(RecordingStale, match=r"yard: .*--live"):
        summarize(ARTICLE.replace("300", "301"), model=replay)


OTHERS = {
    "system": replace(REQUEST, messages=(Message("system", "A"), REQUEST.messages[1])),
    "user": replace(REQUEST, messages=(REQUEST.messages[0], Message("user", "B"))),
    "role": replace(REQUEST, messages=(Message("user", "a"), REQUEST.messages[1])),
    "schema": replace(REQUEST, schema=Story),
    "max_tokens": replace(REQUEST, max_tokens=99),
    "temperature": replace(REQUEST, temperature=0.5),
    "seed": replace(REQUEST, seed=7),
}


@pytest.mark.parametrize("changed", OTHERS)
def test_all_that_shapes_an_answer_is_in_the_fingerprint(changed: str) -> None:
    before = request_fingerprint("m/1", REQUEST)

    assert request_fingerprint("m/1", OTHERS[changed]) != before


def test_the_model_is_in_the_fingerprint() -> None:
    assert request_fingerprint("m/1", REQUEST) != request_fingerprint("m/2", REQUEST)


def test_how_long_one_waits_is_not_in_the_fingerprint() -> None:
    patient = replace(REQUEST, deadline=1.0, fresh=True, enlarge=False)

    assert request_fingerprint("m/1", patient) == request_fingerprint("m/1", REQUEST)


def test_a_recording_holds_the_raw_answer_and_neither_article_nor_prompt(tmp_path: Path) -> None:
    recorded(tmp_path / "r.jsonl", f"{ARTICLE} A canary sat on the second dock of the yard.")

    text = (tmp_path / "r.jsonl").read_text(encoding="utf-8")
    answers = [json.loads(line) for line in text.splitlines()]
    assert any(CLAIM in answer["text"] for answer in answers)
    assert "canary" not in text
    assert "careful news editor" not in text


def test_a_failure_is_recorded_and_raised_again(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "r.jsonl")
    broken = FakeModel(error=AnswerTruncated("cut off"))
    with pytest.raises(AnswerTruncated):
        summarize(ARTICLE, model=RecordingModel(broken, recording, "yard"))

    again = ReplayModel("fake/model", Recording(tmp_path / "r.jsonl"), "yard")
    with pytest.raises(AnswerTruncated, match="cut off"):
        summarize(ARTICLE, model=again)


def test_answers_that_are_asked_for_no_more_are_dropped_for_their_articles_only(
    tmp_path: Path,
) -> None:
    recording = recorded(tmp_path / "r.jsonl")
    other = f"{ARTICLE} The buyer is not known."
    summarize(other, model=RecordingModel(model(), recording, "other"))
    before = len(recording)

    recording.keep_only([], of=["yard"])

    assert 0 < len(Recording(tmp_path / "r.jsonl")) < before


def test_a_line_that_is_no_answer_is_named(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"article": "x"}\n', encoding="utf-8")

    with pytest.raises(RecordingStale, match="line 1"):
        Recording(path)


def test_a_document_with_another_name_has_the_same_recording(tmp_path: Path) -> None:
    replay = ReplayModel("fake/model", recorded(tmp_path / "r.jsonl"), "yard")

    summarize(Document.from_text(ARTICLE, name="moved.txt"), model=replay)


def test_a_question_that_failed_counts_as_asked(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "r.jsonl")
    broken = RecordingModel(FakeModel(error=AnswerTruncated("cut off")), recording, "yard")
    with pytest.raises(AnswerTruncated):
        summarize(ARTICLE, model=broken)

    recording.keep_only(broken.asked, of=["yard"])

    assert len(recording) == len(set(broken.asked)) > 0
