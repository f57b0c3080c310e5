"""A budget that is never passed, whatever the order in which it is used."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.spending import TOKENS_PER_BYTE, Amount, Ledger
from summarizer.errors import BudgetSpent
from summarizer.models.budget import Cancellation


@given(
    st.integers(1, 5000),
    st.lists(st.tuples(st.integers(1, 800), st.floats(0, 1)), max_size=60),
)
def test_the_budget_is_never_passed(budget: int, costs: list[tuple[int, float]]) -> None:
    ledger = Ledger(tokens=budget)
    for most, part in costs:
        aside = Amount(most)
        try:
            ledger.set_aside(aside, Cancellation(), wait=True)
        except BudgetSpent:
            break
        ledger.pay(aside, Amount(int(most * part)))
    assert ledger.spent.tokens <= budget


def test_the_budget_is_never_passed_by_many_at_once() -> None:
    ledger = Ledger(tokens=10_000, usd=0.9)

    def spend(_: int) -> bool:
        aside = Amount(300, 0.03)
        try:
            ledger.set_aside(aside, Cancellation(), wait=True)
        except BudgetSpent:
            return False
        ledger.pay(aside, Amount(250, 0.025))
        return True

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(spend, range(100)))
    assert done == 35  # by dollars: the 36th could pass them
    assert ledger.spent.tokens == 35 * 250
    assert ledger.spent.usd <= 0.9


def test_who_does_not_fit_waits_while_another_may_give_back() -> None:
    ledger = Ledger(tokens=1000)
    ledger.set_aside(Amount(900), Cancellation(), wait=True)
    fitted = threading.Event()

    def second() -> None:
        ledger.set_aside(Amount(500), Cancellation(), wait=True)
        fitted.set()

    threading.Thread(target=second, daemon=True).start()
    assert not fitted.wait(0.02)
    ledger.pay(Amount(900), Amount(100))
    assert fitted.wait(10)


def test_who_holds_something_does_not_wait() -> None:
    ledger = Ledger(tokens=1000)
    ledger.set_aside(Amount(900), Cancellation(), wait=True)
    with pytest.raises(BudgetSpent, match="0 of 1,000 tokens"):
        ledger.set_aside(Amount(200), Cancellation(), wait=False)


def test_cancelling_ends_the_waiting() -> None:
    ledger, cancellation = Ledger(tokens=1000), Cancellation()
    ledger.set_aside(Amount(900), Cancellation(), wait=True)
    cancellation.cancel()
    with pytest.raises(BudgetSpent):
        ledger.set_aside(Amount(900), cancellation, wait=True)


def test_without_a_budget_everything_fits_and_is_counted() -> None:
    ledger = Ledger()
    ledger.set_aside(Amount(10**9, 10**6), Cancellation(), wait=True)
    ledger.pay(Amount(10**9, 10**6), Amount(7, 0.5))
    assert ledger.spent == Amount(7, 0.5)


def test_the_tokens_of_a_prompt_are_learned_from_what_the_provider_counted() -> None:
    ledger = Ledger()
    assert ledger.tokens_in(3000) >= 3000 * TOKENS_PER_BYTE
    ledger.learn(4000, 1000)
    assert 250 <= ledger.tokens_in(1000) <= 300
    ledger.learn(1000, 800)  # a script with many tokens a byte: the largest ratio counts
    ledger.learn(4000, 900)
    assert ledger.tokens_in(1000) >= 800
