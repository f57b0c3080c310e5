"""The best pairing of two lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import MissingExtra
from summarizer.evaluation.assignment import NO_MATCH, Match, Score, assign

similarity = st.sampled_from([0.0, 0.0, 0.5, 0.6, 0.9, 1.0])
matrices = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(similarity, min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def scored(values: list[list[float]]) -> list[list[Score]]:
    return [[Score(value) for value in line] for line in values]


def best_total(values: list[list[float]], used: frozenset[int] = frozenset()) -> float:
    """The largest sum there is, found by trying every pairing."""
    if not values:
        return 0.0
    first, *rest = values
    skipping = best_total(rest, used)
    taking = (
        value + best_total(rest, used | {at}) for at, value in enumerate(first) if at not in used
    )
    return max(skipping, *taking, 0.0)


def test_the_sum_is_as_large_as_can_be_and_not_each_pair() -> None:
    found = assign(scored([[0.9, 0.8], [0.8, 0.0]]))
    assert found == (Match(0, 1, 0.8), Match(1, 0, 0.8))


@given(matrices)
def test_no_pairing_has_a_larger_sum(values: list[list[float]]) -> None:
    found = assign(scored(values))
    assert sum(pair.similarity for pair in found) == pytest.approx(best_total(values))
    assert len({pair.gold for pair in found}) == len({pair.item for pair in found}) == len(found)
    assert all(values[pair.gold][pair.item] == pair.similarity > 0 for pair in found)


@given(matrices, st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_a_gate_asked_late_is_as_good_as_one_asked_of_every_pair(
    values: list[list[float]], refused: set[tuple[int, int]]
) -> None:
    late = assign(scored(values), lambda row, column: (row, column) not in refused)
    early = [
        [0.0 if (row, column) in refused else value for column, value in enumerate(line)]
        for row, line in enumerate(values)
    ]
    assert not {(pair.gold, pair.item) for pair in late} & refused
    assert sum(pair.similarity for pair in late) == pytest.approx(best_total(early))


def test_a_bonus_decides_between_equals_and_never_against_the_similarity() -> None:
    equal = [[Score(1.0, 0.0), Score(1.0, 1.0)]]
    better = [[Score(0.91, 0.0), Score(0.9, 1.0)]]
    assert [pair.item for pair in assign(equal)] == [1]
    assert [pair.item for pair in assign(better)] == [0]


@pytest.mark.parametrize("scores", [[], [[]], [[NO_MATCH, NO_MATCH]]])
def test_nothing_alike_is_nothing_matched(scores: list[list[Score]]) -> None:
    assert assign(scores) == ()


def test_without_scipy_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def absent(module: str) -> None:
        raise ModuleNotFoundError(f"No module named {module!r}", name=module.partition(".")[0])

    monkeypatch.setattr("importlib.import_module", absent)
    with pytest.raises(MissingExtra) as caught:
        assign([[Score(1.0)]])
    assert "summarizer[evals]" in str(caught.value.remedy)
