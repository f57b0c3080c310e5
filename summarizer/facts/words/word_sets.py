"""Tables of words written as running text."""

from __future__ import annotations


def word_set(*texts: str) -> frozenset[str]:
    """The words of the texts, split at white space."""
    return frozenset(word for text in texts for word in text.split())
