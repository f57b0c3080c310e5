"""``summarize eval``: one's own gold, one's own model."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from summarizer.evaluation.gold_files import load_gold_file
from summarizer.testing import FakeModel
from tests.cli.conftest import ARTICLE, Run
from tests.cli.test_summarize import UseModel

CLAIM = "About 1,200 households lost power on Friday"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one article and its gold."""
    folder = tmp_path / "mine" / "gold"
    folder.mkdir(parents=True)
    (folder / "storm.txt").write_text(ARTICLE, encoding="utf-8")
    sentence = f"{CLAIM}, the grid company said."
    item = {"id": "c1", "text": CLAIM, "grade": "core", "evidence": [sentence]}
    file = {
        "article": "storm.txt",
        "article_sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
        "genre": "test",
        "origin": "invented",
        "claims": [{**item, "status": "attributed"}],
    }
    (folder / "storm.json").write_text(json.dumps(file), encoding="utf-8")
    return folder.parent


def model(use_model: UseModel) -> FakeModel:
    return use_model(FakeModel(claims=[(2, "", f"{CLAIM}.")], abstract=f"{CLAIM}."))


def test_a_model_is_scored_live_and_its_answers_are_recorded(
    run: Run, gold: Path, use_model: UseModel
) -> None:
    model(use_model)

    ran = run("eval", gold, "--model", "fake/model", "--live")

    assert (ran.code, "claims.core_recall" in ran.out) == (0, True)
    assert list((gold / "recordings").rglob("*.jsonl"))


def test_what_is_recorded_is_scored_without_the_model(
    run: Run, gold: Path, use_model: UseModel
) -> None:
    asked = model(use_model)
    first = run("eval", gold, "--model", "fake/model", "--live")
    spent = len(asked.requests)

    again = run("eval", gold, "--model", "fake/model")

    assert (again.out, len(asked.requests)) == (first.out, spent)


def test_without_a_recording_nothing_is_asked_and_one_is_told_what_to_do(
    run: Run, gold: Path, use_model: UseModel
) -> None:
    asked = model(use_model)

    ran = run("eval", gold, "--model", "fake/model")

    assert (ran.code, asked.requests) == (2, [])
    assert "--live" in ran.err


def test_the_scores_as_json_have_every_article(run: Run, gold: Path) -> None:
    ran = run("eval", gold, "--model", "extractive", "--json")

    assert [a["slug"] for a in json.loads(ran.out)["articles"]] == ["storm"]


def test_the_gate_passes_what_it_has_accepted(run: Run, gold: Path) -> None:
    run("eval", "gate", gold, "--accept")

    ran = run("eval", "gate", gold)

    assert (ran.code, "gate passed: extractive" in ran.out) == (0, True)


def test_a_rise_of_what_must_never_happen_ends_with_6(run: Run, gold: Path) -> None:
    run("eval", "gate", gold, "--accept")
    path = gold / "gold" / "storm.json"
    file = json.loads(path.read_text(encoding="utf-8"))
    careless = {"id": "m1", "text": file["claims"][0]["text"], "why": "made up for the test"}
    file["must_not"] = [{**careless, "evidence": file["claims"][0]["evidence"]}]
    path.write_text(json.dumps(file), encoding="utf-8")

    ran = run("eval", "gate", gold)

    assert ran.code == 6
    assert "must-not hits: 1" in ran.out


def test_a_baseline_of_other_gold_is_not_compared_with(run: Run, gold: Path) -> None:
    run("eval", "gate", gold, "--accept")
    path = gold / "gold" / "storm.json"
    changed = path.read_text(encoding="utf-8").replace('"core"', '"acceptable"')
    path.write_text(changed, encoding="utf-8")

    ran = run("eval", "gate", gold)

    assert "gold changed, not comparable" in ran.out


def test_two_prompts_are_compared(run: Run, gold: Path, use_model: UseModel) -> None:
    model(use_model)
    for prompt in ("summary@1", "summary@2"):
        run("eval", gold, "--model", "fake/model", "--prompt", prompt, "--live")

    ran = run(
        "eval", "compare", "summary@1", "summary@2", "--folder", gold, "--model", "fake/model"
    )

    assert ran.code == 0
    assert "fake/model · summary@2 against fake/model · summary@1" in ran.out


def test_a_model_is_compared_with_no_model(run: Run, gold: Path, use_model: UseModel) -> None:
    model(use_model)
    run("eval", gold, "--model", "fake/model", "--live")

    ran = run("eval", "compare", "extractive", "fake/model", "--folder", gold)

    assert "fake/model · summary@" in ran.out
    assert "against extractive" in ran.out


def test_the_report_is_one_page_and_the_same_as_markdown(
    run: Run, gold: Path, tmp_path: Path
) -> None:
    ran = run("eval", "report", gold, "-o", tmp_path / "out")

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "report.html",
        "report.md",
    ]


@pytest.mark.parametrize("where", ["gold", "elsewhere"])
def test_init_writes_a_gold_file_that_can_be_loaded(run: Run, article: Path, where: str) -> None:
    target = article.parent / where / "storm.json"
    target.parent.mkdir()

    ran = run("eval", "init", article, "-o", target)

    case = load_gold_file(target)
    assert (ran.code, case.gold.claims[0].grade) == (0, "acceptable")
    assert case.document.text == ARTICLE


def test_init_says_what_is_left_to_do(run: Run, article: Path) -> None:
    ran = run("eval", "init", article)

    assert "TO DO" in json.loads(ran.out)["genre"]


def test_a_folder_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    ran = run("eval", tmp_path / "nothing")

    assert (ran.code, "no such folder" in ran.err) == (2, True)


def test_a_gold_file_that_does_not_fit_is_named_with_all_that_is_wrong(
    run: Run, gold: Path
) -> None:
    (gold / "gold" / "storm.txt").write_text(f"{ARTICLE}More.\n", encoding="utf-8")

    ran = run("eval", gold, "--model", "extractive")

    assert (ran.code, "storm.json" in ran.err, "article_sha256" in ran.err) == (2, True, True)
