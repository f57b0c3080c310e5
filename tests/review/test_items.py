"""The items of a summary: which there are, and that their names last."""

from __future__ import annotations

import pytest

from summarizer.review import KIND_NAMES, items_of
from summarizer.summary import Evidence, Summary
from tests.render.html.making import whole
from tests.render.sample import empty_summary

SUMMARY = whole()


def ids(summary: Summary) -> list[str]:
    return [item.id for item in items_of(summary)]


def test_every_kind_is_there_in_its_order() -> None:
    kinds = [item.kind for item in items_of(SUMMARY)]

    assert list(dict.fromkeys(kinds)) == list(KIND_NAMES)


def test_a_summary_that_says_nothing_has_nothing_to_decide_about() -> None:
    assert [item.kind for item in items_of(empty_summary())] == ["headline"]
    assert items_of(empty_summary(headline="")) == ()


@pytest.mark.parametrize("change", [{"compatible": True}, {"reason": "They speak of two days"}])
def test_a_conflict_that_is_judged_anew_has_another_name(change: dict[str, object]) -> None:
    [conflict] = SUMMARY.conflicts
    judged = SUMMARY.model_copy(update={"conflicts": (conflict.model_copy(update=change),)})

    assert len(set(ids(judged)) - set(ids(SUMMARY))) == 1


def test_no_two_items_have_one_name() -> None:
    twice = SUMMARY.model_copy(update={"key_claims": SUMMARY.key_claims * 3})

    assert len(set(ids(twice))) == len(ids(twice))


def shifted(evidence: Evidence) -> Evidence:
    moved = {"start": evidence.start + 9, "end": evidence.end + 9}
    return evidence.model_copy(update={"sentence": evidence.sentence + 1, **moved})


def test_a_name_stays_when_the_item_moves_in_summary_and_article() -> None:
    first, second = SUMMARY.key_claims
    moved = [
        claim.model_copy(
            update={"evidence": tuple(map(shifted, claim.evidence)), "figures": ("F9",)}
        )
        for claim in (second, first)
    ]
    changed = SUMMARY.model_copy(update={"key_claims": tuple(moved)})

    assert sorted(ids(changed)) == sorted(ids(SUMMARY))


CHANGES = {
    "wording": {"text": "About 1,300 households lost power."},
    "speaker": {"speaker": "Ines Halder"},
    "status": {"status": "denied"},
    "evidence": {"evidence": SUMMARY.key_claims[1].evidence},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_name_changes_with_what_the_item_says_and_rests_on(change: dict[str, object]) -> None:
    first, second = SUMMARY.key_claims
    changed = SUMMARY.model_copy(update={"key_claims": (first.model_copy(update=change), second)})

    assert ids(changed)[2] != ids(SUMMARY)[2]
    assert ids(changed)[3:] == ids(SUMMARY)[3:]


@pytest.mark.parametrize(
    ("text", "measures", "line"),
    [
        ("about 1,200", "households", "about 1,200 households"),
        ("40 soldiers", "soldiers lost their lives", "40 soldiers lost their lives"),
        ("18 million euros", "euros", "18 million euros"),
        ("12 percent", "", "12 percent"),
        ("two of three", "three towns of the valley", "two of three towns of the valley"),
    ],
)
def test_a_figure_is_named_with_what_it_counts_once(text: str, measures: str, line: str) -> None:
    figure = SUMMARY.figures[0].model_copy(update={"text": text, "measures": measures})
    changed = SUMMARY.model_copy(update={"figures": (figure,)})

    [item] = [item for item in items_of(changed) if item.kind == "figure"]
    assert item.wording == line
