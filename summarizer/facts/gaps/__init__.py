"""What does an article leave open: unknown, unconfirmed, disputed, unheard, without base or date?

``open_clauses`` and ``accusations`` find the places; each gap quotes the words that raise it and
carries a plain question made of those words.
"""

from __future__ import annotations

from summarizer.facts.gaps.finder import find_gaps
from summarizer.facts.gaps.model import Gap, GapKind

__all__ = ["Gap", "GapKind", "find_gaps"]
