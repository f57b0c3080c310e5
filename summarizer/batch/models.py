"""The models of a run: the one that is asked, and those it falls back on, each shared by all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from summarizer.asking import EXTRACTIVE
from summarizer.batch.controls import Controls
from summarizer.batch.shared import Gate, SharedModel, Terms
from summarizer.batch.types import Limits
from summarizer.errors import InputError
from summarizer.models import resolve
from summarizer.models.cores import available_cpus
from summarizer.models.prices import Price, price_of
from summarizer.models.resolve import Settings
from summarizer.models.throttle import Throttle
from summarizer.models.types import Model

REMOTE_CONCURRENCY = 8
MOST_PROCESSES = 4
"""Where nothing is said. Each has 50 MB; with four of them a batch of 1,000 documents stays below
300 MB (python -m evals.bench batch)."""

Named = str | Model
"""A model, or the name of one."""


def name_of(model: Named) -> str:
    """The model's full name."""
    return model if isinstance(model, str) else model.id


def concurrency_for(model: Named, asked: int | None) -> int:
    """How many documents may be paid for at once.

    One for what runs in this process: a second would only wait for the first. Raises InputError.
    """
    if asked is not None and asked < 1:
        raise InputError("the concurrency is less than 1", remedy="Give 1 or more")
    if name_of(model).partition("/")[0] in (EXTRACTIVE, "local"):
        return 1
    return asked or REMOTE_CONCURRENCY


def processes_for(model: Named, asked: int | None, concurrency: int) -> int:
    """How many processes may read articles beside this one. Raises InputError.

    As many as there are processors, up to ``MOST_PROCESSES``, and for a model that is asked no more
    than questions at once; none beside one that itself computes here, on all cores there are.
    """
    if asked is not None and asked < 0:
        raise InputError("the number of processes is less than 0", remedy="Give 0 or more")
    if asked is not None:
        return asked
    provider = name_of(model).partition("/")[0]
    if provider == "local":
        return 0
    most = min(available_cpus(), MOST_PROCESSES)
    return most if provider == EXTRACTIVE else min(most, concurrency)


def prices_of(models: list[Named], limits: Limits) -> list[Price | None]:
    """The price of each model, the first by ``limits.price`` where that is given.

    Raises InputError where a price is not known, and dollars are what the run is limited to.
    """
    names = [name_of(model) for model in models]
    prices = [price_of(name) for name in names]
    if limits.price is not None:
        prices[0] = limits.price
    for name, price in zip(names, prices, strict=True):
        if price is None and limits.budget_usd is not None:
            raise InputError(
                f"the price of {name} is not known, so no budget in dollars can be kept",
                remedy="Give its price a million tokens with --price IN/OUT, or --budget-tokens",
            )
    return prices


def share(
    models: list[Named], settings: Settings, limits: Limits, controls: Controls, stack: ExitStack
) -> list[Named]:
    """The models, each opened at its first question and closed with ``stack``."""
    shared: list[Named] = []
    for model, price in zip(models, prices_of(models, limits), strict=True):
        if model == EXTRACTIVE:
            shared.append(model)
            continue
        throttle = Throttle(
            concurrency_for(model, controls.concurrency),
            requests=limits.requests_per_minute,
            tokens=limits.tokens_per_minute,
        )
        gated = isinstance(model, str)
        terms = Terms(controls, throttle, price)
        one = SharedModel(name_of(model), _opener(model, settings), terms, gated=gated)
        if gated:
            stack.callback(one.close)
        shared.append(one)
    return shared


def _opener(model: Named, settings: Settings) -> Callable[[Gate], Model]:
    if isinstance(model, str):
        return lambda gate: resolve.open_model(model, replace(settings, gate=gate))
    return lambda gate: model
