"""What a token costs: US dollars for the models whose prices are published, None for the rest.

The prices are OpenAI's standard ones a million tokens (input, cached input, output), as its price
list gave them in November 2026; those that Pydantic's ``genai-prices`` 0.2.3 (MIT) has for the same
models are equal. What they leave out: gpt-5.4 and gpt-5.5 ask for twice as much for a prompt, and
half as much again for its answer, where the prompt is longer than 272,000 tokens. A server of
another name may ask for anything: for it a price is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.errors import InputError
from summarizer.models.types import Usage

_MILLION = 1_000_000
_FREE = frozenset({"local", "extractive"})
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}\Z")
_GIVEN = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)[/,](\d{1,6}(?:\.\d{1,6})?)")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars a million tokens: of the prompt, of its cached part, of the answer."""

    prompt: float
    cached: float
    completion: float

    def of(self, usage: Usage) -> float:
        """What a usage costs, in US dollars."""
        read = usage.prompt_tokens - usage.cached_tokens
        return self.at_most(read, usage.completion_tokens) + usage.cached_tokens * (
            self.cached / _MILLION
        )

    def at_most(self, prompt_tokens: int, completion_tokens: int) -> float:
        """What so many tokens cost when none of the prompt is cached, in US dollars."""
        return (prompt_tokens * self.prompt + completion_tokens * self.completion) / _MILLION


FREE = Price(0.0, 0.0, 0.0)
_KNOWN = {
    "gpt-5.5": Price(5.00, 0.50, 30.00),
    "gpt-5.4": Price(2.50, 0.25, 15.00),
    "gpt-5.4-mini": Price(0.75, 0.075, 4.50),
    "gpt-5.4-nano": Price(0.20, 0.02, 1.25),
    "gpt-5.2": Price(1.75, 0.175, 14.00),
    "gpt-5.1": Price(1.25, 0.125, 10.00),
    "gpt-5": Price(1.25, 0.125, 10.00),
    "gpt-5-mini": Price(0.25, 0.025, 2.00),
    "gpt-5-nano": Price(0.05, 0.005, 0.40),
    "gpt-4.1": Price(2.00, 0.50, 8.00),
    "gpt-4.1-mini": Price(0.40, 0.10, 1.60),
    "gpt-4.1-nano": Price(0.10, 0.025, 0.40),
    "gpt-4o": Price(2.50, 1.25, 10.00),
    "gpt-4o-mini": Price(0.15, 0.075, 0.60),
}


def price_of(model_id: str) -> Price | None:
    """The price of a model by its full name (``openai/gpt-5.4-mini``); None where it is not known.

    What runs on this machine is free. A name with a date in it has the price of the one without.
    """
    provider, _, name = model_id.partition("/")
    if provider in _FREE:
        return FREE
    return _KNOWN.get(_DATED.sub("", name)) if provider == "openai" else None


def cost_of(model_id: str, usage: Usage) -> float | None:
    """What a usage of that model cost, in US dollars; None where price or tokens are not known."""
    price = price_of(model_id)
    if price == FREE or usage == Usage(requests=usage.requests, seconds=usage.seconds):
        return 0.0
    return price.of(usage) if price and usage.complete else None


def total(*costs: float | None) -> float | None:
    """The sum; None where one of them is not known."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None


def rounded(cost: float | None) -> float | None:
    """A cost as a summary tells it, to a millionth of a dollar; None for nothing or not known."""
    return round(cost, 6) if cost else None


def read_price(text: str) -> Price:
    """A price as a person gives it: ``0.75/4.50``, dollars a million tokens in and out.

    Cached tokens count as all others. Raises InputError.
    """
    match = _GIVEN.fullmatch(text.strip())
    if not match:
        raise InputError(
            f"{text!r} is not a price",
            remedy="Give dollars a million tokens, in and out: --price 0.75/4.50",
        )
    prompt, completion = float(match[1]), float(match[2])
    return Price(prompt, prompt, completion)
