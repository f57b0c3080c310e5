"""What of an article may be read and rested on: all but hidden characters and text for a model."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.document import Document
from summarizer.facts.instructions import Passage, find_instructions


@dataclass(frozen=True)
class Readable:
    """``document`` is what is left of the article, a ``Part`` with the way back to its offsets, or
    the article itself where nothing was left out. ``instructions`` are the passages that address
    a model, with offsets into ``visible``: the article without its hidden characters. Those that
    the article only quotes are not left out: that they were found may be the news. Nothing rests
    on them either (``citable``).
    """

    document: Document
    visible: Document
    instructions: tuple[Passage, ...]


def readable(article: Document) -> Readable:
    """Leave out of ``article`` what nobody wrote for its readers. Pure; linear in its length."""
    visible = article.visible
    found = find_instructions(visible)
    left_out = [passage.span for passage in found if not passage.quoted]
    return Readable(visible.without(left_out), visible, found)
