"""``summarize verify`` reads the record of a review beside the summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.document import Document
from summarizer.review import Decision, add_decisions, items_of, version_of
from summarizer.review.items import PUBLISHED, Item
from summarizer.summary import Summary
from tests.cli.conftest import Run
from tests.render.html.making import decision_on


@pytest.fixture
def files(run: Run, article: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A summary that holds, and its article."""
    path = tmp_path / "storm.json"
    path.write_text(run(article, "--model", "extractive", "-f", "json").out, encoding="utf-8")
    return path, article


def summary_in(files: tuple[Path, Path]) -> Summary:
    return Summary.model_validate_json(files[0].read_bytes())


def items(files: tuple[Path, Path]) -> list[Item]:
    return [item for item in items_of(summary_in(files)) if item.kind in PUBLISHED]


def review(files: tuple[Path, Path], verdict: str, some: slice = slice(None), **more: Any) -> Path:
    """Decide about the published items of a summary, and save it."""
    summary = summary_in(files)
    document = Document.from_text(files[1].read_text(encoding="utf-8"))
    decisions: list[Decision] = [
        decision_on(summary, item, verdict, **more) for item in items(files)[some]
    ]
    path = files[0].with_name("storm.review.json")
    add_decisions(path, decisions, version_of(summary, document))
    return path


def test_without_a_record_nothing_is_said_of_it(run: Run, files: tuple[Path, Path]) -> None:
    ran = run("verify", "--strict", *files)

    assert ran.code == 0
    assert "Review" not in ran.out


def test_counts_and_names_are_told(run: Run, files: tuple[Path, Path]) -> None:
    review(files, "accepted")
    review(files, "rejected", slice(0, 1), by="Bo Lind")

    ran = run("verify", *files)

    accepted = len(items(files)) - 1
    assert ran.code == 0
    assert f"Review storm.review.json: {accepted} accepted, 1 rejected, 0 edited" in ran.out
    assert "by Ann Poole, Bo Lind." in ran.out


@pytest.mark.parametrize(
    ("verdict", "some", "code"),
    [
        ("accepted", slice(None), 0),
        ("accepted", slice(0, 1), 3),
        ("rejected", slice(None), 3),
        ("open", slice(None), 3),
    ],
    ids=["all accepted", "one accepted", "rejected", "taken back"],
)
def test_strict_wants_everything_that_readers_are_told_accepted(
    run: Run, files: tuple[Path, Path], verdict: str, some: slice, code: int
) -> None:
    review(files, verdict, some)

    assert run("verify", *files).code == 0
    assert run("verify", "--strict", *files).code == code


def test_what_keeps_it_from_being_published_is_told_by_name(
    run: Run, files: tuple[Path, Path]
) -> None:
    review(files, "rejected", slice(0, 1), note="Ring\nher")
    [first, *others] = items(files)

    ran = run("verify", "--strict", *files)

    assert ran.out.splitlines()[-4:] == [
        f"undecided   {len(others)} of the {len(others) + 1} items that readers are told",
        f"rejected    {first.id}, by Ann Poole",
        f"    {first.wording}",
        "    note: Ring her",
    ]
    told = json.loads(run("verify", "--json", *files).out)["review"]["rejected"]
    assert told == [
        {"item": first.id, "wording": first.wording, "by": "Ann Poole", "note": "Ring\nher"}
    ]


def test_a_record_of_another_version_is_stale_and_the_code_is_3(
    run: Run, files: tuple[Path, Path]
) -> None:
    review(files, "accepted", result_sha256="6" * 64)

    ran = run("verify", *files)

    assert ran.code == 3
    assert f"stale       {len(items(files))} decisions about another version of the summary" in (
        ran.out
    )


def test_a_summary_changed_after_its_review_is_stale(run: Run, files: tuple[Path, Path]) -> None:
    review(files, "accepted")
    content = json.loads(files[0].read_bytes())
    content["key_claims"][0]["status"] = "denied"
    files[0].write_text(json.dumps(content), encoding="utf-8")

    ran = run("verify", *files)

    assert ran.code == 3
    assert "stale       claim-" in ran.out


def test_an_article_changed_after_the_review_is_stale(run: Run, files: tuple[Path, Path]) -> None:
    review(files, "accepted")
    files[1].write_text(files[1].read_text(encoding="utf-8") + "\nUpdated.\n", encoding="utf-8")

    ran = run("verify", *files)

    assert ran.code == 3
    assert "about another version of the article" in ran.out


def test_an_edit_that_does_not_hold_is_marked_and_the_code_is_3(
    run: Run, files: tuple[Path, Path]
) -> None:
    [at] = [n for n, item in enumerate(items(files)) if "1,200" in item.wording][:1]
    some = slice(at, at + 1)
    review(files, "edited", some, text="About 9,000 households lost power", holds=True)

    ran = run("verify", *files)

    assert ran.code == 3
    assert "unsupported " in ran.out
    assert "edited by Ann Poole\n    About 9,000 households lost power\n    number: " in ran.out
    review(files, "edited", some, text="About 1,200 households lost power", by="Bo Lind")
    assert run("verify", *files).code == 0


def test_the_record_can_be_elsewhere(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    other = review(files, "accepted").rename(tmp_path / "other.json")

    assert "Review" not in run("verify", *files).out
    assert "Review other.json" in run("verify", *files, "--review", other).out


def test_the_review_comes_as_json_too(run: Run, files: tuple[Path, Path]) -> None:
    assert "review" not in json.loads(run("verify", "--json", *files).out)
    review(files, "accepted", slice(0, 1))

    told = json.loads(run("verify", "--json", *files).out)["review"]

    assert told["stale"] is False
    assert told["counts"]["accepted"] == told["published"]["accepted"] == 1
    assert told["by"] == ["Ann Poole"]
    assert told["edits"] == []


def test_a_record_that_is_none_is_bad_input(run: Run, files: tuple[Path, Path]) -> None:
    files[0].with_name("storm.review.json").write_text("{}", encoding="utf-8")

    ran = run("verify", *files)

    assert (ran.code, ran.out) == (2, "")
    assert "is not a review record" in ran.err


def test_another_tools_summary_with_a_record_is_bad_input(
    run: Run, files: tuple[Path, Path]
) -> None:
    review(files, "accepted")
    files[0].write_text(json.dumps({"quote": "households lost power"}), encoding="utf-8")

    ran = run("verify", *files)

    assert ran.code == 2
    assert "is no summary of this program" in ran.err


def test_words_of_a_record_do_not_act_on_a_terminal(run: Run, files: tuple[Path, Path]) -> None:
    review(files, "edited", slice(0, 1), text="\x1b[31mred", by="\x1b]0;x\x07Bo")

    assert "\x1b" not in run("verify", *files).out
