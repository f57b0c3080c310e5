"""How wide and how colourful a view is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """``width`` in terminal columns; ``colour`` whether terminal styling may be used.

    ``quote_length`` is the longest quote shown, in characters; longer ones end in an ellipsis.
    """

    width: int = 80
    colour: bool = False
    quote_length: int = 240
