"""Which words of a text negate it, hedge it, or say that something rose or fell?

``lexicon`` holds the words of each language, ``reader`` finds them.
"""

from __future__ import annotations

from summarizer.facts.polarity.reader import Cue, read_directions, read_modals, read_negations

__all__ = ["Cue", "read_directions", "read_modals", "read_negations"]
