"""What every summary must be, whatever the model said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer import Document, Summary
from summarizer.facts import check_claim

_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
MOST_CLAIMS = 60


def faults_of(summary: Summary, document: Document) -> list[str]:
    """What is not sound about a summary; nothing where it is."""
    return [
        *_loose_evidence(summary.model_dump(), document),
        *_unsupported(summary),
        *_unprintable(summary.model_dump()),
        *_not_stored(summary),
    ]


def shown(summary: Summary) -> str:
    """All that is shown as supported and is a model's wording."""
    parts = [claim.text for claim in summary.key_claims if claim.wording == "model"]
    parts += [f"{claim.speaker}" for claim in summary.key_claims]
    parts += [actor.role for actor in summary.actors]
    parts += [q.text for q in summary.open_questions if q.proposed_by == "model"]
    if summary.headline_wording == "model":
        parts.append(summary.headline)
    if summary.abstract_wording == "model":
        parts.append(summary.abstract)
    return "\n".join(parts)


def _loose_evidence(value: Any, document: Document) -> Iterator[str]:
    """Each quote that is not the article's characters at its offsets."""
    if isinstance(value, dict):
        if "quote" in value and document.text[value["start"] : value["end"]] != value["quote"]:
            yield f"evidence is not at its place: {value}"
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _loose_evidence(item, document)


def _unsupported(summary: Summary) -> Iterator[str]:
    if len(summary.key_claims) > MOST_CLAIMS:
        yield f"{len(summary.key_claims)} claims"
    for claim in summary.key_claims:
        if not claim.evidence:
            yield f"no evidence for {claim.text!r}"
        elif not check_claim(claim.text, [e.quote for e in claim.evidence]).supported:
            yield f"not supported: {claim.text!r}"


def _unprintable(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list | tuple):
        for item in value:
            yield from _unprintable(item)
    elif isinstance(value, str) and _UNPRINTABLE.search(value):
        yield f"unprintable: {value!r}"


def _not_stored(summary: Summary) -> Iterator[str]:
    if Summary.model_validate_json(summary.model_dump_json().encode()) != summary:
        yield "it is another one after being written and read"
    counts = summary.provenance
    if not 0 <= counts.prompt_tokens < 2**63 or not 0 <= counts.completion_tokens < 2**63:
        yield "token counts that no database takes"
