"""The way back: items that were grounded on a part of an article, with the article's offsets."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, TypeVar

from pydantic import BaseModel

from summarizer.document import Document, Span
from summarizer.grounding.support import evidence_at
from summarizer.summary import Evidence, Problem

T = TypeVar("T")

_NUMBERED = re.compile(r"\bsentence \d{1,6}(?:, \d{1,6}){0,60}(?= was cited|:)")
_NUMBER = re.compile(r"\d+")


def restored(value: T, part: Document, article: Document) -> T:
    """``value`` with every ``Evidence`` in it at its place in ``article``, which ``part`` is of.

    Pydantic models, dataclasses and tuples are gone through, whatever they hold. Evidence with a
    left-out passage in its midst becomes the pieces around it; where one piece is asked for, it is
    the longest. The same object where ``part`` is the article itself.
    """
    return value if part is article else _restored(value, part, article)


def _restored(value: Any, part: Document, article: Document) -> Any:
    if isinstance(value, Evidence):
        return max(_pieces(value, part, article), key=lambda piece: piece.end - piece.start)
    if isinstance(value, tuple):
        return tuple(
            piece
            for item in value
            for piece in (
                _pieces(item, part, article)
                if isinstance(item, Evidence)
                else (_restored(item, part, article),)
            )
        )
    if isinstance(value, Problem):
        return value.model_copy(update={"message": renumbered(value.message, part, article)})
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return value.model_copy(
            update={n: _restored(getattr(value, n), part, article) for n in names}
        )
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _restored(getattr(value, field.name), part, article)
            for field in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changed)
    return value


def renumbered(message: str, part: Document, article: Document) -> str:
    """``message`` with the numbers that our own messages give to sentences of ``part`` as those of
    ``article``."""
    if part is article:
        return message
    return _NUMBERED.sub(lambda match: _numbers_of(match[0], part, article), message)


def _numbers_of(listed: str, part: Document, article: Document) -> str:
    return _NUMBER.sub(lambda match: str(_number(int(match[0]), part, article)), listed)


def _number(number: int, part: Document, article: Document) -> int:
    if not 1 <= number <= len(part.sentences):
        return number
    start = part.to_source(*_edges(part, number))[0].start
    sentence = article.sentence_at(start)
    return sentence.number if sentence else number


def _edges(part: Document, number: int) -> tuple[int, int]:
    sentence = part.sentences[number - 1]
    return sentence.start, sentence.end


def _pieces(evidence: Evidence, part: Document, article: Document) -> tuple[Evidence, ...]:
    spans = part.to_source(evidence.start, evidence.end) or (Span(evidence.start, evidence.end),)
    return tuple(evidence_at(article, span.start, span.end) for span in spans)
