"""What does a figure count or measure, in the words of the text, and as of when?

``noun_phrases`` finds the phrases beside a number, ``reader`` chooses among them.
"""

from __future__ import annotations

from summarizer.facts.subjects.reader import with_dates, with_subjects

__all__ = ["with_dates", "with_subjects"]
