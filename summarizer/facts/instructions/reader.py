"""Whether one sentence or passage is an order to a model, in whatever spelling."""

from __future__ import annotations

from functools import lru_cache

from summarizer.facts.instructions.disguises import plain, spelled_otherwise, spells_an_order
from summarizer.facts.instructions.orders import order_in
from summarizer.facts.instructions.signs import sign_in


def addresses_a_model(text: str) -> bool:
    """Whether ``text``, a sentence or a passage, calls on or gives orders to a model that reads it.

    Pure; the time grows with the length of the text. Orders that speak of no answer, summary,
    user or machine are not seen, nor are those in other codes than ``disguises`` knows.
    """
    return bool(read_order(text))


@lru_cache(maxsize=4096)  # each sentence of an article is asked once for each item
def read_order(text: str) -> str:
    """The kind of order in ``text``, "" for none: see ``orders.order_in``, or ``disguised``.

    Measured with ``python -m evals.bench instructions``.
    """
    read = plain(text)
    kind = _order(read)
    if kind:
        return kind
    if spells_an_order(read) or any(map(_order, spelled_otherwise(text, read))):
        return "disguised"
    return ""


def _order(read: str) -> str:
    return order_in(read) or sign_in(read)
