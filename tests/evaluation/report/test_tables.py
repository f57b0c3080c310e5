from __future__ import annotations

import pytest

from summarizer.evaluation.measures import GATED
from summarizer.evaluation.report import ReportRun
from summarizer.evaluation.report.cells import Cell, measured, number, share, signed
from summarizer.evaluation.report.names import letter, measure_name, run_name
from summarizer.evaluation.report.plots import Interval
from summarizer.evaluation.report.tables import overview, sheets
from summarizer.evaluation.results import Ratio, RunKey, RunScore

from .sample import Sample

SAMPLE = Sample()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0.0, "0.00"),
        (0.0001, "0.001"),
        (0.5, "0.50"),
        (0.9949, "0.99"),
        (0.998, "0.998"),
        (0.99999, "0.999"),
        (1.0, "1.00"),
        (1234.5, "1,234.50"),
    ],
)
def test_a_number_that_is_not_an_end_never_reads_as_one(value: float | None, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (0.0, "0.00"), (0.1, "+0.10"), (-0.1, "−0.10"), (-0.0002, "−0.001")],
)
def test_a_difference_shows_its_sign(value: float | None, shown: str) -> None:
    assert signed(value) == shown


@pytest.mark.parametrize(("at", "name"), [(0, "A"), (25, "Z"), (26, "A1"), (53, "B2")])
def test_runs_have_short_names(at: int, name: str) -> None:
    assert letter(at) == name


def test_a_rate_of_nothing_is_not_zero() -> None:
    assert share(Ratio()) == Cell("–")


def test_a_rate_has_its_counts_and_wilsons_interval() -> None:
    cell = share(Ratio(right=18, of=20), perfect=True)

    assert (cell.text, cell.count, cell.alarm) == ("0.90", "18/20", True)
    assert cell.interval is not None
    # Wilson's, as given for 18 of 20 by any table of them.
    assert (cell.interval.low, cell.interval.high) == pytest.approx((0.699, 0.972), abs=5e-4)


def test_one_failure_in_many_is_an_alarm_and_no_one() -> None:
    cell = share(Ratio(right=99_999, of=100_000), perfect=True)

    assert (cell.text, cell.alarm) == ("0.999", True)


def test_a_measure_has_its_value_counts_and_interval() -> None:
    run = SAMPLE.run("summary@1", found_all=False)

    assert measured(run, "claims.f1") == Cell("0.40", 0.4, Interval(0.31, 0.87))
    assert measured(run, "claims.recall") == Cell("0.33", 1 / 3, None, "1/3")
    assert measured(run, "open_questions.f1") == Cell("–")
    assert measured(ReportRun(RunScore(key=run.score.key, articles=())), "claims.f1") == Cell("–")


def test_the_mean_of_articles_is_beside_the_whole() -> None:
    bad = SAMPLE.score(found_all=False).model_copy(update={"slug": "other"})
    good = SAMPLE.score(found_all=True)
    score = RunScore(
        key=SAMPLE.run("x", found_all=True).score.key, articles=(good, good, good, bad)
    )

    claims = sheets(SAMPLE.data(runs=(ReportRun(score),), comparisons=()))[1]

    lines = {line.name: line.cells[0].text for line in claims.lines}
    assert lines["F1"] == f"{2 * 7 / (12 + 7 + 4):.2f}"
    assert lines["F1, mean of articles"] == f"{(3 * (4 / 6) + 2 / 5) / 4:.2f}"


def test_every_sheet_has_a_cell_for_every_column() -> None:
    for sheet in sheets(SAMPLE.data()):
        assert {len(line.cells) for line in sheet.lines} == {len(sheet.columns)}


def test_the_overview_has_a_line_for_each_run_and_tells_hits() -> None:
    first, second = overview(SAMPLE.data()).lines

    hits = overview(SAMPLE.data()).columns.index("Must-not hits")
    assert (first.name, second.name) == ("A · local/test · summary@1", "B · local/test · summary@2")
    assert (first.cells[hits].text, first.cells[hits].alarm) == ("1", True)
    assert (second.cells[hits].text, second.cells[hits].alarm) == ("0", False)


def test_a_model_that_reads_no_prompt_has_its_own_name_only() -> None:
    key = RunKey(model="extractive", prompt="", prompt_fingerprint="", schema_sha256="", gold="")

    assert run_name(ReportRun(RunScore(key=key, articles=()))) == "extractive"


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        ("claims.f1", "Claims: F1"),
        ("claims.speaker", "Claims: speaker"),
        ("all.soft_f1", "All fields: soft F1"),
        ("open_questions.core_recall", "Open questions: core recall"),
        ("grounding.numbers_and_names", "Grounding: numbers and names"),
        ("made.up", "made.up"),
        ("claims", "claims"),
    ],
)
def test_measures_have_names_to_read(measure: str, name: str) -> None:
    assert measure_name(measure) == name


def test_every_gated_measure_has_a_name_to_read() -> None:
    assert not [measure for measure in GATED if measure_name(measure) == measure]


@pytest.mark.parametrize(
    ("costs", "shown"),
    [((None, None), "–"), ((0.5, 0.25), "0.7500"), ((0.5, None), "0.5000 (1 article)")],
    ids=["unknown", "known", "in part"],
)
def test_a_cost_that_is_known_in_part_says_so(costs: tuple[float | None, ...], shown: str) -> None:
    key = SAMPLE.run("x", found_all=True).score.key
    articles = tuple(SAMPLE.score(found_all=True, cost=cost) for cost in costs)

    cost = sheets(SAMPLE.data(runs=(ReportRun(RunScore(key=key, articles=articles)),)))[-1]

    assert cost.lines[-1].cells[0].text == shown
