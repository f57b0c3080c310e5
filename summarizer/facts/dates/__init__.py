"""Where a text names a date, and which day, month or year it means.

``words`` is a table a language, ``forms`` the ways a date is written, ``reader`` resolves them.
"""

from __future__ import annotations

from summarizer.facts.dates.forms import DAY, MONTH, YEAR
from summarizer.facts.dates.reader import DateMention, read_dates

__all__ = ["DAY", "MONTH", "YEAR", "DateMention", "read_dates"]
