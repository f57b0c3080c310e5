from __future__ import annotations

import dataclasses

from summarizer.evaluation.comparison import Row
from summarizer.evaluation.report import ReportComparison, ReportData
from summarizer.evaluation.report.changes import changes_of, key_name, verdict_of
from summarizer.evaluation.results import RunKey, RunScore

from .sample import Sample

SAMPLE = Sample()
FEWER = SAMPLE.run("summary@1", found_all=False).score
MORE = SAMPLE.run("summary@2", found_all=True).score


def flips(old: RunScore, new: RunScore) -> list[tuple[str, bool, str]]:
    compared = SAMPLE.comparison(old, new)
    [changes] = changes_of(SAMPLE.data(comparisons=(compared,)))
    return [
        (slug, flip.lost, flip.gold.label)
        for slug, found in changes.flips.items()
        for flip in found
    ]


def test_an_item_that_is_found_now_is_gained() -> None:
    assert flips(FEWER, MORE) == [("ferry", False, "c2")]


def test_an_item_that_is_found_no_more_is_lost() -> None:
    assert flips(MORE, FEWER) == [("ferry", True, "c2")]


def test_the_same_answers_flip_nothing() -> None:
    assert flips(MORE, MORE) == []


def test_an_article_that_only_one_run_has_flips_nothing() -> None:
    assert flips(FEWER, RunScore(key=MORE.key, articles=())) == []


def test_lost_and_gained_are_counted() -> None:
    data: ReportData = SAMPLE.data(comparisons=(SAMPLE.comparison(MORE, FEWER),))
    [changes] = changes_of(data)

    assert (changes.lost, changes.gained) == (1, 0)


def test_no_difference_in_any_article_is_said_plainly() -> None:
    row = Row("claims.f1", 0.5, 0.5, 16, 0, 0.0, 0.0, 0.0, verdict="not measured")

    assert verdict_of(row) == "the same in every article"
    assert verdict_of(dataclasses.replace(row, changed=2, verdict="worse")) == "worse"
    assert verdict_of(Row("claims.f1", None, None)) == "not measured"


def test_a_run_is_named_by_model_and_prompt() -> None:
    bare = RunKey(model="extractive", prompt="", prompt_fingerprint="", schema_sha256="", gold="")

    assert key_name(MORE.key) == "local/test · summary@2 (01234567)"
    assert key_name(bare) == "extractive"


def test_a_comparison_is_made_and_judged_from_two_runs() -> None:
    compared = ReportComparison.of(MORE, MORE)

    assert compared.gate is not None
    assert compared.gate.passed
    assert {row.changed for row in compared.comparison.rows} == {0}
