"""Pickles of what processes tell each other: most of it are small objects of a few types.

A frozen dataclass with slots is pickled by two functions of ``dataclasses`` that look its fields up
anew for each object. Pickled as a call with its values, an article that was read takes half of the
time, here and where it is unpickled.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from summarizer.document import Sentence, Span
from summarizer.document.origin import Origin, Removed
from summarizer.facts.actors import Actor
from summarizer.facts.attribution import Attribution
from summarizer.facts.conflicts import Conflict
from summarizer.facts.figures import Figure
from summarizer.facts.gaps import Gap
from summarizer.facts.instructions import Passage

KINDS = (
    Actor,
    Attribution,
    Conflict,
    Figure,
    Gap,
    Origin,
    Passage,
    Removed,
    Sentence,
    Span,
)
"""All others are pickled as they always are."""


def packed(value: object) -> bytes:
    """``value`` for ``pickle.loads``."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.DEFAULT_PROTOCOL).dump(value)
    return stream.getvalue()


def _as_call(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {kind: _as_call(kind) for kind in KINDS}
