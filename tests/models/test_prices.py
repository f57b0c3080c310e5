from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.models.prices import FREE, Price, price_of, read_price
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
