"""One model for all documents of a run: opened once and late, paced, within the budget."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarizer.batch.controls import Controls, amount_of
from summarizer.batch.spending import Amount
from summarizer.errors import ProviderRejected, SummarizerError
from summarizer.models.budget import Budget
from summarizer.models.prices import Price
from summarizer.models.types import Answer, Model, OnProgress, Request, T, Usage

if TYPE_CHECKING:
    from summarizer.models.throttle import Throttle
    from summarizer.models.transport import Transient

_ENVELOPE = 200
"""Bytes of a prompt beside its messages and its schema."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a model is asked: the run's, at which pace, at which price if it is known."""

    controls: Controls
    throttle: Throttle
    price: Price | None


class SharedModel:
    """A ``Model`` that many documents ask at once; see ``models.types.Model`` for the errors.

    ``open`` is called before the first question, with the gate that its requests must pass; one
    that passes no gate is ``gated=False``. A key that was refused once is not tried again: each
    later question fails in the same way at once.
    """

    def __init__(
        self,
        model_id: str,
        open: Callable[[Gate], Model],
        terms: Terms,
        *,
        gated: bool = True,
    ) -> None:
        self.id = model_id
        self.provider = model_id.partition("/")[0]
        self._open = open
        self._terms = terms
        self._gate = Gate(terms)
        self._controls = terms.controls
        self._gated = gated
        self._lock = threading.Lock()
        self._opened: Model | None = None
        self._refused: ProviderRejected | None = None

    @property
    def context_tokens(self) -> int | None:
        """How many tokens prompt and answer may have together; None when that is not known."""
        return self.opened().context_tokens

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What a reader needs to know to repeat the answer."""
        return self.opened().parameters

    def opened(self) -> Model:
        """The model itself; opens it when it is not open yet. Raises ModelError, UnknownName."""
        with self._lock:
            if self._opened is None:
                self._opened = self._open(self._gate)
            return self._opened

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """Ask when there is a place, and enough of the run's budget left.

        Raises also BudgetSpent and RunStopped.
        """
        own = Budget(request.deadline) if budget is None else budget
        own.cancellation = self._controls.cancellation
        began = own.clock()
        self._controls.take_place()
        if self._refused is not None:
            raise ProviderRejected(self._refused.message, remedy=self._refused.remedy)
        model = self.opened()
        spending = self._gate.begin(request)
        # Waiting for its turn is no fault of the document: only its own time counts.
        own.extend(own.clock() - began)
        if not self._gated:
            spending.sent = self._controls.current.asked = True
        usage = Usage(complete=False)
        try:
            answer = model.ask(request, on_progress, budget=own)
            usage = answer.usage
            return answer
        except SummarizerError as error:
            usage = error.usage or Usage()
            if isinstance(error, ProviderRejected):
                self._refused = ProviderRejected(error.message, remedy=error.remedy)
            raise
        finally:
            self._settle(spending, usage)

    def close(self) -> None:
        """Close the model, if it was opened."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _settle(self, spending: Spending, usage: Usage) -> None:
        """Note what the question cost; where the provider did not say, what was set aside."""
        if not usage.complete and spending.sent:
            usage = replace(
                usage,
                prompt_tokens=max(usage.prompt_tokens, spending.prompt),
                completion_tokens=max(usage.completion_tokens, spending.completion),
            )
        elif usage.requests == 1:
            self._controls.ledger.learn(spending.size, usage.prompt_tokens)
        price = self._terms.price
        cost = price.of(usage) if price else None
        paid = amount_of(usage, cost)
        self._terms.throttle.settle(paid.tokens)
        self._controls.ledger.pay(spending.aside, paid)
        account = self._controls.current
        account.usage += usage
        account.cost = None if cost is None or account.cost is None else account.cost + cost


class Spending:
    """What one question has set aside: the most its requests until now can cost."""

    def __init__(self, size: int, prompt: int, completion: int) -> None:
        self.size = size
        self.prompt = prompt
        self.completion = completion
        self.aside = Amount()
        self.sent = False
        self.answered = False


class Gate:
    """Before each request of a shared model: may this run send, is there budget, is it time?"""

    def __init__(self, terms: Terms) -> None:
        self._price = terms.price
        self._controls = terms.controls
        self._throttle = terms.throttle
        self._mine = threading.local()

    def begin(self, request: Request[Any]) -> Spending:
        """Set aside what the question's first request can cost. Raises BudgetSpent."""
        size = _size(request)
        prompt = self._controls.ledger.tokens_in(size)
        spending = self._mine.spending = Spending(size, prompt, request.max_tokens)
        self._throttle.expect(prompt + request.max_tokens)
        most = self._most(prompt, request.max_tokens)
        self._controls.ledger.set_aside(most, self._controls.cancellation, wait=True)
        spending.aside = most
        return spending

    def enter(self, budget: Budget) -> None:
        """Wait until the request may be sent. Raises RunStopped, BudgetSpent and what ``budget``
        raises."""
        self._controls.check()
        spending: Spending = self._mine.spending
        if spending.answered:
            # It was paid for and did not fit: asked again, perhaps with twice the room.
            most = self._most(spending.prompt, 2 * spending.completion)
            self._controls.ledger.set_aside(most, self._controls.cancellation, wait=False)
            spending.aside += most
            spending.answered = False
        self._throttle.enter(budget)
        spending.sent = self._controls.current.asked = True

    def leave(self, failure: Transient | None) -> None:
        """The request ended."""
        self._mine.spending.answered = failure is None
        self._throttle.leave(failure)

    def _most(self, prompt: int, completion: int) -> Amount:
        price = self._price
        return Amount(prompt + completion, price.at_most(prompt, completion) if price else 0.0)


def _size(request: Request[Any]) -> int:
    """Bytes of the prompt: its messages, and the schema of the answer, which is sent with it."""
    messages = sum(len(message.content.encode("utf-8", "replace")) for message in request.messages)
    # A class can be hashed, whatever mypy says of type[Any].
    return messages + _schema_size(request.schema) + _ENVELOPE  # type: ignore[arg-type]


@lru_cache(maxsize=64)
def _schema_size(schema: Any) -> int:
    return len(json.dumps(schema.model_json_schema()))
