"""A source's bare number counts what the number it answers counts."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import analyse

FIRST = "The ministry said more than 200 homes were flooded. "


def subjects(text: str) -> list[str]:
    return [figure.subject for figure in analyse(Document.from_text(text)).figures]


def test_a_bare_count_takes_the_subject_of_the_one_before_it() -> None:
    first, second = subjects(FIRST + "The Red Cross puts the total at 250.")

    assert first
    assert second == first


def test_a_share_answers_a_share_however_written() -> None:
    text = (
        "Tenants have repaid less than two-thirds of the loans, the council said. "
        "The housing union disputes that and puts the share at around 80 percent."
    )
    first, second = subjects(text)
    assert first
    assert second == first


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("The Red Cross puts the total at 9,000.", id="far larger"),
        pytest.param("The Red Cross puts the number of hurt people at 250.", id="named"),
        pytest.param("The Red Cross puts the cost at 250 million euros.", id="money"),
        pytest.param("The ministry puts the total at 250.", id="the same source"),
    ],
)
def test_a_count_of_something_else_keeps_its_own_subject(second: str) -> None:
    first, other = subjects(FIRST + second)

    assert other != first


def test_two_counts_of_one_thing_are_a_conflict() -> None:
    text = FIRST + "The Red Cross puts the total at 250."

    conflict = analyse(Document.from_text(text)).conflicts[0]

    assert [m.speaker for m in conflict.members] == ["The ministry", "Red Cross"]
