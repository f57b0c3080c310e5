"""What is right and wrong about a pair that was matched, and who a name means."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.evaluation.attributes import AttributeJudge
from summarizer.evaluation.gold import GoldActor, GoldFigure
from summarizer.evaluation.speakers import Speakers
from tests.evaluation.sample import bridge, perfect

CASE = bridge()
SPEAKERS = Speakers(CASE.gold)
JUDGE = AttributeJudge(CASE.document, SPEAKERS)
SHOWN = perfect(CASE)


@pytest.mark.parametrize(
    ("gold", "shown", "same"),
    [
        (None, None, True),
        (None, "Anton Brae", False),
        ("Anton Brae", None, False),
        ("Anton Brae", "", False),
        ("Anton Brae", "Brae", True),
        ("Anton Brae", "Mr Brae", True),
        ("Petra Lindqvist", "Lindqvist", True),
        ("port authority", "The port authority", True),
        ("port authority", "Petra Lindqvist", False),
        ("Ines Halder", "Mayor Ines Halder", True),
        ("Ines Halder", "Jonas Halder", False),
        ("Ines Halder", "Halder", False),
        ("Ines Halder", "Anna Halder", False),
    ],
)
def test_a_speaker_is_the_actor_that_the_name_means(
    gold: str | None, shown: str | None, same: bool
) -> None:
    assert SPEAKERS.same(gold, shown) is same


@pytest.mark.parametrize(
    ("gold", "shown", "right"),
    [
        ("mayor", "mayor", True),
        ("mayor", "Mayor of Orlen", True),
        ("mayor of Orlen, who backs the plan", "mayor", True),
        ("mayor", "", False),
        ("mayor", "deputy mayor", False),
        ("former mayor", "mayor", False),
        ("former mayor", "the former mayor of Orlen", True),
        ("defence minister", "foreign minister", False),
        ("chief executive officer of Brae", "CEO of Brae", True),
        ("director of the port authority", "director of the harbour museum", False),
    ],
)
def test_a_role_is_right_when_most_of_its_words_are(gold: str, shown: str, right: bool) -> None:
    actor = CASE.gold.actors[2].model_copy(update={"role": gold})
    item = SHOWN.actors[2].model_copy(update={"role": shown})

    assert JUDGE.actor(actor, item)["actors.role"] is right


def test_a_role_that_the_gold_does_not_give_is_not_judged() -> None:
    actor: GoldActor = CASE.gold.actors[4]

    assert "actors.role" not in JUDGE.actor(actor, SHOWN.actors[4])


@pytest.mark.parametrize(
    ("gold", "shown", "right"),
    [
        ("people killed by the storm", "people", True),
        ("people killed", "people injured", False),
        ("flights cancelled", "trains cancelled", False),
        ("households without power", "households without power in Orlen", True),
        ("households", "", False),
        ("announcements of the bank", "the bank's announcement", True),
    ],
)
def test_what_a_figure_measures(gold: str, shown: str, right: bool) -> None:
    figure = CASE.gold.figures[0].model_copy(update={"measures": gold})
    item = SHOWN.figures[0].model_copy(update={"measures": shown})

    assert JUDGE.figure(figure, item)["figures.measures"] is right


@pytest.mark.parametrize(
    ("gold", "shown", "right"),
    [
        ("2023", "2023", True),
        ("2023", "2023-04-01", True),
        ("2023-04", "2023-04-01", True),
        ("2023-04-01", "2023", False),
        ("2023", "2022", False),
        ("2023", "", False),
        ("", "2022", None),
    ],
)
def test_when_a_figure_holds(gold: str, shown: str, right: bool | None) -> None:
    figure: GoldFigure = CASE.gold.figures[0].model_copy(update={"as_of": gold})
    item = SHOWN.figures[0].model_copy(update={"as_of": shown})

    assert JUDGE.figure(figure, item).get("figures.as_of") is right


def side(at: int, **changes: Any) -> Any:
    return SHOWN.conflicts[0].sides[at].model_copy(update=changes)


@pytest.mark.parametrize(
    ("sides", "right"),
    [
        ((side(0), side(1)), True),
        ((side(1), side(0)), True),
        ((side(0), side(1), side(1, text="nothing")), True),
        ((side(0),), False),
        ((side(0), side(0)), False),
        ((side(0), side(1, speaker="Anton Brae")), False),
        ((side(0, speaker="Petra Lindqvist"), side(1, speaker="Anton Brae")), False),
        ((side(0, text="more than three million"), side(1, text="400,000 at most")), True),
        ((side(0, text="more than 5 million euros"), side(1)), False),
    ],
    ids=[
        "as in the gold",
        "the other way round",
        "one more",
        "one of two",
        "one of them twice",
        "a wrong speaker",
        "speakers swapped",
        "in other words",
        "another number",
    ],
)
def test_every_side_of_a_conflict_is_found_with_its_speaker(
    sides: tuple[Any, ...], right: bool
) -> None:
    item = SHOWN.conflicts[0].model_copy(update={"sides": sides})

    assert JUDGE.conflict(CASE.gold.conflicts[0], item)["conflicts.sides"] is right
