"""Does a quote stand in a text, word for word? ``locate_quote`` says where, or what differs."""

from summarizer.facts.compare import Difference
from summarizer.facts.quotes.locate import locate_quote
from summarizer.facts.quotes.match import QuoteMatch

__all__ = ["Difference", "QuoteMatch", "locate_quote"]
