"""On which sentences of an article something may rest."""

from __future__ import annotations

from functools import lru_cache

from summarizer.document import Document
from summarizer.facts.instructions import addresses_a_model
from summarizer.facts.statements import states_nothing


@lru_cache(maxsize=4096)  # each sentence of an article is asked once for each item
def is_citable(sentence: str) -> bool:
    """Whether a sentence states something, to readers: no question, no command, no text for a
    model. Pure; linear in its length."""
    return not states_nothing(sentence) and not addresses_a_model(sentence)


def citable_at(document: Document, offset: int) -> bool:
    """Whether the sentence at ``offset`` is citable; what stands in no sentence is not."""
    sentence = document.sentence_at(offset)
    return sentence is not None and is_citable(sentence.text)
