"""What does a figure count or measure, in the words of the text, and as of when?

``noun_phrases`` finds the phrases beside a number, ``reader`` chooses among them; ``shared``
gives a source's bare number the subject of the one it answers.
"""

from __future__ import annotations

from summarizer.facts.subjects.reader import with_dates, with_subjects
from summarizer.facts.subjects.shared import with_shared_subjects

__all__ = ["with_dates", "with_shared_subjects", "with_subjects"]
