from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.models.prices import FREE, Price, cost_of, price_of, read_price, rounded, total
from summarizer.models.types import Usage


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("openai/gpt-5.4-mini", True),
        ("openai/gpt-5.4-mini-2026-03-17", True),
        ("openai/gpt-99", False),
        ("mine/gpt-5.4-mini", False),
    ],
)
def test_a_price_is_known_by_the_full_name_or_not_at_all(name: str, known: bool) -> None:
    assert (price_of(name) is not None) is known


@pytest.mark.parametrize("name", ["local/qwen2.5-coder-1.5b", "local/./own.gguf", "extractive"])
def test_what_runs_here_is_free(name: str) -> None:
    assert price_of(name) == FREE


def test_cached_tokens_have_a_price_of_their_own() -> None:
    price = Price(prompt=1.0, cached=0.1, completion=4.0)
    assert price.of(Usage(1_000_000, 500_000, 400_000)) == pytest.approx(0.6 + 0.04 + 2.0)
    assert price.at_most(1_000_000, 500_000) == pytest.approx(3.0)


def test_a_price_is_given_as_two_numbers() -> None:
    assert read_price(" 0.75/4.5 ") == Price(0.75, 0.75, 4.5)


@pytest.mark.parametrize("text", ["", "1", "a/b", "-1/2", "1/2/3", "1e3/2"])
def test_what_is_no_price_is_bad_input(text: str) -> None:
    with pytest.raises(InputError, match="--price"):
        read_price(text)


@pytest.mark.parametrize(
    ("model", "usage", "cost"),
    [
        ("openai/gpt-4.1", Usage(1_000_000, 1_000_000), 10.0),
        ("openai/gpt-4.1", Usage(1_000_000, 0, 1_000_000), 0.5),
        ("openai/gpt-4.1", Usage(1000, 10, complete=False), None),
        ("openai/gpt-4.1", Usage(requests=3, seconds=2.0), 0.0),
        ("mine/model", Usage(requests=3, seconds=2.0), 0.0),
        ("mine/model", Usage(1000, 10), None),
        ("local/smollm2-135m", Usage(1000, 10, complete=False), 0.0),
        ("extractive", Usage(), 0.0),
    ],
)
def test_what_a_usage_cost(model: str, usage: Usage, cost: float | None) -> None:
    assert cost_of(model, usage) == cost


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert (total(0.5, 0.25), total(0.5, None), total()) == (0.75, None, 0)


@pytest.mark.parametrize(
    ("cost", "told"), [(None, None), (0.0, None), (0.12345678, 0.123457)], ids=str
)
def test_a_summary_tells_no_cost_of_nothing(cost: float | None, told: float | None) -> None:
    assert rounded(cost) == told
