"""The scores of one summary, and of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ModelUnavailable
from summarizer.evaluation.gold import GoldFile
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.results import ATTRIBUTES, FIELDS, GROUNDING, RunKey, RunScore
from summarizer.evaluation.scores import Scorer, macro, micro, score_failure, score_summary
from summarizer.models.types import Usage
from summarizer.pipeline import summarize
from summarizer.summary import Summary
from tests.evaluation.sample import GOLD, bridge, perfect

pytest.importorskip("scipy")

KEY = RunKey(model="m", prompt="p@1", prompt_fingerprint="", schema_sha256="", gold="")


def bare_gold(**changes: Any) -> GoldCase:
    """The small article with the first claim as all of its gold."""
    empty = {"actors": [], "figures": [], "conflicts": [], "open_questions": [], "must_not": []}
    values = {**GOLD, **empty, "claims": GOLD["claims"][:1], **changes}
    return GoldCase("bare", GoldFile.model_validate(values), bridge().document)


def emptied(summary: Summary) -> Summary:
    lists = ("key_claims", "actors", "figures", "conflicts", "open_questions")
    return summary.model_copy(update=dict.fromkeys(lists, ()))


def run_of(*summaries: tuple[Summary, GoldCase]) -> RunScore:
    return RunScore(key=KEY, articles=tuple(score_summary(*pair) for pair in summaries))


def test_every_name_of_the_results_is_scored() -> None:
    score = score_summary(perfect(bridge()), bridge())

    assert tuple(score.fields) == FIELDS
    assert tuple(score.attributes) == ATTRIBUTES
    assert tuple(score.grounding) == GROUNDING


def test_a_list_that_is_empty_on_both_sides_adds_nothing() -> None:
    score = score_summary(perfect(bare_gold()), bare_gold())

    for field in FIELDS[1:]:
        assert not any(score.fields[field].counts.model_dump().values())
        assert score.fields[field].counts.f1 is None


def test_a_summary_of_nothing_misses_all() -> None:
    case = bridge()

    score = score_summary(emptied(perfect(case)), case)

    counts = score.fields["claims"].counts
    assert (counts.recall, counts.precision, counts.f1) == (0, None, 0)
    assert score.fields["claims"].missed == ("c1", "c2", "c3", "c4")
    assert all(ratio.of == 0 for ratio in score.attributes.values())


def test_what_was_shown_adds_up() -> None:
    case = bridge()

    score = score_summary(summarize(case.document, model="extractive"), case)

    for field in score.fields.values():
        counts = field.counts
        assert counts.shown == counts.matched + counts.extra + counts.wrong
        assert counts.gold == counts.matched + len(field.missed)
        assert len(field.extra) == counts.extra
        assert len(field.wrong) == counts.wrong


def test_a_scorer_that_has_scored_before_gives_the_same_scores() -> None:
    case = bridge()
    whole, other = perfect(case), summarize(case.document, model="extractive")
    scorer = Scorer(case)
    scorer.score(other)

    assert scorer.score(whole) == Scorer(case).score(whole)


def test_what_it_cost_is_kept() -> None:
    case = bridge()
    summary = perfect(case)
    provenance = summary.provenance.model_copy(update={"cost": 0.25})

    score = score_summary(summary.model_copy(update={"provenance": provenance}), case)

    assert (score.prompt_tokens, score.completion_tokens) == (100, 10)
    assert (score.seconds, score.cost) == (1.5, 0.25)


def test_a_model_that_failed_has_found_nothing() -> None:
    case = bridge()
    error = ModelUnavailable("it did not start")
    error.usage = Usage(prompt_tokens=7, completion_tokens=1, seconds=2.0)

    score = score_failure(error, case)

    assert {field: of.counts.recall for field, of in score.fields.items()} == dict.fromkeys(
        FIELDS, 0
    )
    assert score.fields["claims"].counts.core == 2
    assert score.grounding["verbatim"].rate is None
    assert (score.failed, score.prompt_tokens) == ("ModelUnavailable", 7)


def test_micro_weighs_items_and_macro_weighs_articles() -> None:
    large, small = bridge(), bare_gold()
    run = run_of((emptied(perfect(large)), large), (perfect(small), small))

    assert micro(run, "claims", "recall") == pytest.approx(1 / 5)
    assert macro(run, "claims", "recall") == pytest.approx(1 / 2)


def test_macro_leaves_out_articles_where_a_score_is_undefined() -> None:
    large, small = bridge(), bare_gold()
    run = run_of((perfect(large), large), (perfect(small), small))

    assert macro(run, "figures", "f1") == 1
    assert macro(run_of((perfect(small), small)), "figures", "f1") is None


def test_a_figure_found_counts_whole() -> None:
    case = bridge()
    summary = perfect(case)
    figure = summary.figures[0].model_copy(update={"measures": "money", "text": "8.2 million"})

    score = score_summary(
        summary.model_copy(update={"figures": (figure, *summary.figures[1:])}), case
    )

    assert score.fields["figures"].counts.soft == score.fields["figures"].counts.matched == 3


SOURCES = Path(__file__).resolve().parents[2] / "summarizer" / "evaluation"


def test_the_scorer_takes_nothing_from_the_code_it_checks() -> None:
    for name in ("scores", "grounding_rates", "attributes", "forbidden", "plain_names"):
        text = (SOURCES / f"{name}.py").read_text(encoding="utf-8")
        assert "import summarizer.grounding" not in text
        assert "from summarizer.grounding" not in text
