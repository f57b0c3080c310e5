"""What is known of words alone: which are forms of one word, and which script they are in.

``word_sets`` reads the tables of words that the other packages are made of; ``counted_words`` and
``phrase_words`` are those that several of them share.
"""

from __future__ import annotations

from summarizer.facts.words.scripts import script_of
from summarizer.facts.words.stems import kindred, stem
from summarizer.facts.words.word_sets import word_set

__all__ = ["kindred", "script_of", "stem", "word_set"]
