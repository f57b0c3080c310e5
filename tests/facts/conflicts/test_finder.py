"""Figures on one thing that differ: found, judged for whether both can hold, and told apart."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.conflicts import TOLERANCE, Conflict, find_conflicts
from summarizer.facts.figures import Figure, read_figures
from summarizer.facts.subjects import with_dates, with_subjects


def conflicts(text: str, *speakers: str) -> list[Conflict]:
    """The conflicts of a text whose figures are said by ``speakers``, one each, or by nobody."""
    found = with_dates(with_subjects(read_figures(text), text), text, datetime.date(2024, 11, 5))
    names = (*speakers, *[""] * len(found))
    spoken = [replace(f, speaker=name) for f, name in zip(found, names, strict=False)]
    return find_conflicts(spoken, text)


def figure(
    text: str, value: str, change: str = "=", *, speaker: str = "", start: int = 0
) -> Figure:
    number = Decimal(value)
    return Figure(
        low=number,
        high=number,
        unit="",
        change=change,
        start=start,
        end=start + len(text),
        text=text,
        kind="count",
        subject="Dutch sailors",
        speaker=speaker,
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "At least 41 people were killed. Rescuers counted 39 dead.",
            ("the mayor", "Rescuers"),
            id="toll",
        ),
        pytest.param(
            "The mayor said 3,000 protesters came. Organisers said 12,000 demonstrators marched.",
            ("The mayor", "Organisers"),
            id="crowd, by synonyms",
        ),
        pytest.param(
            "The council voted 7-2 for the plan. By the minutes, the council voted 7-3.",
            ("", "the minutes"),
            id="vote",
        ),
        pytest.param(
            "The ministry said inflation was 3.2%. The central bank said inflation was 4.1%.",
            ("The ministry", "The central bank"),
            id="percentage",
        ),
        pytest.param(
            "The bridge is 300 metres long. The builder said the bridge is 320 metres long.",
            ("", "The builder"),
            id="measure",
        ),
        pytest.param(
            "Some said 500 Dutch sailors were there. Others saw 900 sailors from the Netherlands.",
            ("Some", "Others"),
            id="nation in another form",
        ),
        pytest.param(
            "Police said 40 people were killed. By night the toll of those killed rose to 61.",
            ("Police", "The ministry"),
            id="risen by another's count",
        ),
        pytest.param(
            "The union said at least 900 votes were lost. The clerk saw no more than 120 votes.",
            ("The union", "The clerk"),
            id="bounds that shut each other out",
        ),
        pytest.param(
            "Lenders repaid two-thirds of the loans. Their union puts it at 80% of the loans.",
            ("The council", "Their union"),
            id="a fraction and a percentage",
        ),
    ],
)
def test_figures_on_one_thing_that_differ_are_one_conflict(
    text: str, speakers: tuple[str, ...]
) -> None:
    found = conflicts(text, *speakers)
    assert len(found) == 1
    assert len(found[0].members) == 2
    assert not found[0].compatible


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The storm killed 41 people. By night the death toll rose to 43.", id="rising"
        ),
        pytest.param(
            "In 2022, exports were 5 million tonnes. In 2023, exports were 6 million tonnes.",
            id="years",
        ),
        pytest.param(
            "Acme had revenue of $5 billion. Globex had revenue of $6 billion.", id="owners"
        ),
        pytest.param("About 40% of voters agreed. Some 55% of women agreed.", id="groups"),
        pytest.param(
            "Three people were killed in Kyiv. Five people were killed in Odesa.", id="places"
        ),
        pytest.param("The fire killed 41 people, including 12 people in one house.", id="part of"),
        pytest.param("The fire killed 41 people. Another 12 people were killed later.", id="added"),
        pytest.param("The fire killed 41 people. Some 300 people were injured.", id="fates"),
        pytest.param("Some 500 Dutch sailors left. Some 900 Danish sailors left.", id="nations"),
        pytest.param("Profit was $5m. A year earlier profit was $4m.", id="looking back"),
        pytest.param("He has two sons. She has three sons.", id="nothing ties them"),
        pytest.param("It was 41 people killed, 41 people killed.", id="no difference"),
        pytest.param(
            "Turnover fell 2% to $40m, while profit improved to $9m.", id="turnover and profit"
        ),
        pytest.param(
            "Turnover fell to $40m, while turnover in Spain was $9m.", id="nobody contradicts"
        ),
        pytest.param("The first half ended 1-0. The first half ended 2-0.", id="two games"),
    ],
)
def test_figures_on_two_things_are_no_conflict(text: str) -> None:
    assert conflicts(text) == []


SPEAKERS = ("Die Initiative", "Die Stadt")


def test_a_german_plural_is_one_noun_in_every_case() -> None:
    text = "Die Initiative spricht von 38 alten Bäumen. Die Stadt nennt 26 Bäume."
    found = with_subjects(read_figures(text, "de"), text, "de")
    spoken = [replace(f, speaker=name) for f, name in zip(found, SPEAKERS, strict=True)]
    assert len(find_conflicts(spoken, text)) == 1


def test_two_companies_that_report_their_own_revenue_do_not_conflict() -> None:
    text = "Acme said revenue was $5 billion. Globex said revenue was $6 billion."
    assert conflicts(text, "Acme", "Globex") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Some 13 people were buried. At least 212 people were treated.", id="far"),
        pytest.param("Some 60 people were buried. At least 90 people sang.", id="only people"),
        pytest.param("Some 60 people were killed. We do not want 90 killed.", id="unreal"),
        pytest.param("It checked 210 ponds. It visited 180 of 1,950 ponds.", id="worlds apart"),
    ],
)
def test_two_speakers_do_not_contradict_each_other_on_two_things(text: str) -> None:
    assert conflicts(text, "The mayor", "The ministry", "The ministry") == []


@pytest.mark.parametrize(
    ("one", "two", "compatible"),
    [
        (("more than 10,000", "10000", ">"), ("about 12,000", "12000", "~"), True),
        (("at least 10,000", "10000", ">"), ("around 11,000", "11000", "~"), True),
        (("at least 41", "41", ">"), ("39", "39", "="), False),
        (("at least 41", "41", ">"), ("41", "41", "="), True),
        (("more than 41", "41", ">"), ("41", "41", "="), False),
        (("up to 40", "40", "<"), ("45", "45", "="), False),
        (("up to 40", "40", "<"), ("more than 30", "30", ">"), True),
        (("about 100", "100", "~"), ("about 120", "120", "~"), True),
        (("about 100", "100", "~"), ("about 130", "130", "~"), False),
        (("41", "41", "="), ("43", "43", "="), False),
    ],
)
def test_the_bounds_decide_whether_both_can_hold(
    one: tuple[str, str, str], two: tuple[str, str, str], compatible: bool
) -> None:
    found = find_conflicts([figure(*one), figure(*two, start=50)])
    assert [conflict.compatible for conflict in found] == [compatible]
    assert ("can both hold" in found[0].reason) == compatible


def test_the_reason_says_who_says_which() -> None:
    pair = [figure("41", "41", speaker="the army"), figure("43", "43", start=9, speaker="a clerk")]
    assert find_conflicts(pair)[0].reason == '"41" (the army) and "43" (a clerk) cannot both hold'


def test_a_third_figure_joins_the_conflict() -> None:
    three = [figure(str(n), str(n), start=n) for n in (41, 43, 45)]
    found = find_conflicts(three)
    assert [len(conflict.members) for conflict in found] == [3]


def test_figures_of_other_dates_do_not_conflict() -> None:
    one = replace(figure("41", "41"), as_of="2023")
    two = replace(figure("43", "43", start=9), as_of="2024")
    assert find_conflicts([one, two]) == []
    assert find_conflicts([one, replace(two, as_of="2023")]) != []


def test_without_a_text_money_conflicts_only_between_two_speakers() -> None:
    one = replace(figure("$5", "5", speaker="the army"), kind="money", unit="dollar")
    two = replace(figure("$6", "6", start=9, speaker="a clerk"), kind="money", unit="dollar")
    assert len(find_conflicts([one, two])) == 1
    assert find_conflicts([one, replace(two, speaker="")]) == []


def test_a_figure_without_a_subject_conflicts_with_nothing() -> None:
    assert find_conflicts([replace(figure("41", "41"), subject=""), figure("43", "43")]) == []


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6), st.sampled_from("=~<>"))
def test_about_reaches_exactly_as_far_as_the_tolerance(values: list[int], change: str) -> None:
    found = find_conflicts([figure(str(v), str(v), change, start=i) for i, v in enumerate(values)])
    if len(set(values)) == 1:
        assert found == []
        return
    low, high = min(values), max(values)
    reach = {"=": False, "<": True, ">": True, "~": low * (1 + TOLERANCE) >= high * (1 - TOLERANCE)}
    assert [conflict.compatible for conflict in found] == [reach[change]]
