"""Who says what stands at one place, and whether somebody said it there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document import Document, Span
from summarizer.facts.attribution.model import Attribution
from summarizer.facts.attribution.reader import read_attributions
from summarizer.facts.names import same_name

_JOINS = re.compile(r", | and ")


def speaker_of(
    document: Document, span: Span, attributions: Sequence[Attribution] | None = None
) -> Attribution | None:
    """Who says what stands at ``span``: the innermost attribution whose content holds it.

    One with a speaker goes before hearsay. Give ``attributions`` when they have been read already.
    None: the article says it itself.
    """
    listed = read_attributions(document) if attributions is None else attributions
    holding = [a for a in listed if a.start <= span.start and span.end <= a.end]
    return min(holding, key=lambda a: (not a.speaker, a.end - a.start), default=None)


def confirm_speaker(
    name: str, document: Document, span: Span, attributions: Sequence[Attribution] | None = None
) -> Attribution | None:
    """The attribution by which ``name`` says something at ``span``, or None.

    Every attribution that shares text with the span is asked, not only the innermost; the name may
    be an alias of the speaker's ("Zelenskyy" for "President Volodymyr Zelenskyy").
    """
    listed = read_attributions(document) if attributions is None else attributions
    near = [a for a in listed if a.name and a.span.overlaps(span)]
    near.sort(key=lambda a: (not a.span.contains(span), a.end - a.start))
    return next((a for a in near if _is_named(name, a)), None)


def _is_named(name: str, attribution: Attribution) -> bool:
    wanted = _folded(name)
    parts = _JOINS.split(attribution.speaker)
    known = (attribution.resolved, *_JOINS.split(attribution.resolved), attribution.speaker, *parts)
    return bool(wanted) and any(
        same_name(name, other) or wanted == _folded(other) for other in known if other
    )


def _folded(name: str) -> str:
    return name.lower().replace("’", "'").strip(' .,"“”').removeprefix("the ")
