"""A budget of tokens and money that many documents share, and that is never passed.

Before a request is sent, the most it can cost is set aside; when its cost is known, the rest is
given back. A request that does not fit waits while others may still give something back, and is
refused when nobody can. The most an answer can cost is its token limit. The tokens of a prompt are
not known before the provider has counted them: they are guessed from its bytes, with the largest
ratio of tokens to bytes seen so far.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from summarizer.errors import BudgetSpent
from summarizer.models.budget import Cancellation

TOKENS_PER_BYTE = 1 / 3
"""Before the first answer: more than English (about 0.24) and German (0.3) have."""

_MARGIN = 1.1
_SMALLEST_RATIO = 0.2


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens, and US dollars."""

    tokens: int = 0
    usd: float = 0.0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.tokens + other.tokens, self.usd + other.usd)

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.tokens - other.tokens, self.usd - other.usd)


class Ledger:
    """What was spent and what is set aside; safe to use from many threads."""

    def __init__(self, tokens: int | None = None, usd: float | None = None) -> None:
        self._tokens = tokens
        self._usd = usd
        self._spent = Amount()
        self._aside = Amount()
        self._holders = 0
        self._ratio = 0.0
        self._changed = threading.Condition()

    @property
    def spent(self) -> Amount:
        """What was paid until now."""
        return self._spent

    def tokens_in(self, size: int) -> int:
        """The most tokens that ``size`` bytes of a prompt are taken for."""
        return int(size * (self._ratio * _MARGIN or TOKENS_PER_BYTE)) + 1

    def learn(self, size: int, tokens: int) -> None:
        """Take that ``size`` bytes of a prompt were ``tokens`` tokens."""
        if size > 0 and tokens > 0:
            self._ratio = max(self._ratio, tokens / size, _SMALLEST_RATIO)

    def set_aside(self, amount: Amount, cancellation: Cancellation, *, wait: bool) -> None:
        """Set ``amount`` aside; where it does not fit, wait for others to give some back.

        Raises BudgetSpent when it does not fit, and with ``wait`` only when no other holder can
        give anything back. ``wait`` is for those who hold nothing themselves: two that hold and
        wait would wait for each other.
        """
        forget = cancellation.listen(self._wake)
        try:
            with self._changed:
                while not self._fits(amount):
                    if not (wait and self._holders) or cancellation.cancelled:
                        raise BudgetSpent(self._said(amount))
                    self._changed.wait(1.0)
                self._aside += amount
                self._holders += wait
        finally:
            forget()

    def pay(self, aside: Amount, paid: Amount) -> None:
        """Give back what was set aside by one holder, and note what was paid."""
        with self._changed:
            self._aside -= aside
            self._spent += paid
            self._holders -= 1
            self._changed.notify_all()

    def _fits(self, amount: Amount) -> bool:
        after = self._spent + self._aside + amount
        within_tokens = self._tokens is None or after.tokens <= self._tokens
        return within_tokens and (self._usd is None or after.usd <= self._usd)

    def _said(self, amount: Amount) -> str:
        left: list[str] = []
        if self._tokens is not None:
            left.append(
                f"{self._spent.tokens:,} of {self._tokens:,} tokens are spent, and the next request"
                f" may take {amount.tokens:,}"
            )
        if self._usd is not None:
            left.append(
                f"${self._spent.usd:.4f} of ${self._usd:.4f} are spent, and the next request may"
                f" cost ${amount.usd:.4f}"
            )
        return "The budget would be passed: " + "; ".join(left)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
