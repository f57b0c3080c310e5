"""What does a figure count or measure, in the words of the text, and as of when?

``noun_phrases`` finds the phrases beside a number; ``reader`` chooses among them for what is
counted, ``measured`` for what money, shares and measures are a value of, by what ``governing``
finds to govern the number; ``beside`` reads the languages but English, ``dating`` the time.
``shared`` gives a source's bare number the subject of the one it answers.
"""

from __future__ import annotations

from summarizer.facts.subjects.dating import with_dates
from summarizer.facts.subjects.reader import with_subjects
from summarizer.facts.subjects.shared import with_shared_subjects

__all__ = ["with_dates", "with_shared_subjects", "with_subjects"]
