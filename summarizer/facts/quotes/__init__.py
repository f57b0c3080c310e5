"""Does a quote stand in a text, word for word? ``locate_quote`` says where, or what differs."""

from __future__ import annotations

from summarizer.facts.quotes.differences import Difference
from summarizer.facts.quotes.locate import locate_quote
from summarizer.facts.quotes.match import QuoteMatch

__all__ = ["Difference", "QuoteMatch", "locate_quote"]
