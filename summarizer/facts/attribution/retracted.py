"""Attributions that the article itself takes back: ``Holm did not say this.``"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.document import Document
from summarizer.facts.attribution.model import Attribution
from summarizer.facts.names import same_name

_NEAR = 2
"""How many sentences further on a retraction may stand."""

_RETRACTION = re.compile(
    r"\A(?:In fact,? |But )?((?:[^\W\d_][\w'’.-]{0,30} ){1,4})"
    r"(?:did not|didn['’]t|never|has not|had not) (?:say|said|make|made|write|wrote|use|used)"
    r" (?:this|that|these|those|it|them|any such|so)\b"
)


def without_retracted(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with those taken back given to nobody and marked as disputed."""
    retractions = {
        sentence.number: match[1].strip()
        for sentence in document.sentences
        if (match := _RETRACTION.match(sentence.text))
    }
    return [_judged(attribution, retractions) for attribution in found]


def _judged(attribution: Attribution, retractions: dict[int, str]) -> Attribution:
    after = range(attribution.sentence + 1, attribution.sentence + 1 + _NEAR)
    deniers = [retractions[number] for number in after if number in retractions]
    if not attribution.name or not any(same_name(name, attribution.name) for name in deniers):
        return attribution
    return replace(
        attribution,
        speaker="",
        speaker_start=-1,
        speaker_end=-1,
        resolved="",
        status="disputed",
        anonymous=True,
    )
