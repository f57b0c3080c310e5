"""The short phrases that every view shares: who says it, how it was checked, what it cost.

Everything returned is one line of our own words and raw article text; a view makes it inert.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.summary import Actor, Claim, Conflict, FigureItem, Provenance, Rejected, Summary

_SHOWN_AS = {
    "verbatim": "shown in the article's own words",
    "corrected": "shown with the speaker the article names",
    "omitted": "left out",
}


def plural(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``, ``1,200 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def speaker_of(claim: Claim) -> str:
    """Who makes the claim."""
    return claim.speaker or ("a source not named" if claim.anonymous else "the article")


def manner_of(claim: Claim) -> str:
    """How it is said: ``attributed, indirect speech``."""
    return f"{claim.status}, {claim.speech} speech" if claim.speech else claim.status


def marks_of(claim: Claim) -> str:
    """``[model]`` or ``[verbatim]``, and that code picked it where no model did."""
    return f"[{claim.wording}]" + (" picked by code" if claim.proposed_by == "code" else "")


def counted_in(figure: FigureItem) -> str:
    """What the figure counts and when, as far as its own words do not say it."""
    named = figure.measures and figure.measures.casefold() not in figure.text.casefold()
    what = f", {figure.measures}" if named else ""
    return f"{what} ({figure.as_of})" if figure.as_of else what


def said_by(figure: FigureItem) -> str:
    """Who gives the figure, with the status where it is not plainly said."""
    if figure.status in ("stated", "attributed"):
        return figure.speaker or ""
    return f"{figure.speaker} ({figure.status})" if figure.speaker else figure.status


def verdict_of(conflict: Conflict) -> str:
    """Whether the sides of a disagreement exclude each other."""
    return "sources differ, all may be true" if conflict.compatible else "cannot all be true"


def mentions_of(actor: Actor) -> str:
    """``5 mentions``."""
    return plural(len(actor.evidence), "mention")


def repeats(items: Iterable[Rejected]) -> list[tuple[Rejected, str]]:
    """The items in order, each different one once, with how often it came: ``" (3 times)"``."""
    counts: dict[str, tuple[Rejected, int]] = {}
    for item in items:
        key = item.model_dump_json()
        counts[key] = (item, counts.get(key, (item, 0))[1] + 1)
    return [(item, f" ({count} times)" if count > 1 else "") for item, count in counts.values()]


def outcome_of(rejected: Rejected) -> str:
    """What became of a rejected item."""
    return _SHOWN_AS[rejected.shown_as]


def warnings_of(summary: Summary) -> list[str]:
    """What a reader must know before reading on; mostly nothing."""
    found: list[str] = []
    coverage, provenance = summary.coverage, summary.provenance
    if not coverage.complete:
        found.append(
            f"Incomplete: {coverage.sentences_read} of {coverage.sentences} sentences were read"
        )
    if provenance.fallback_for:
        found.append(f"Written by {provenance.model}, because {provenance.fallback_for} failed")
    return [*found, *coverage.notes]


def closing_of(summary: Summary) -> str:
    """Coverage and provenance, in one line."""
    coverage, source = summary.coverage, summary.provenance
    read = "all" if coverage.complete else f"{coverage.sentences_read:,} of"
    parts = [
        f"read {read} {plural(coverage.sentences, 'sentence')}, cited {coverage.sentences_cited:,}",
        _model_of(source),
        f"prompt {source.prompt} ({source.prompt_fingerprint[:8]})",
        _cost_of(source),
        f"article sha256 {source.document_sha256[:12]}",
        source.software,
        f"{source.created:%Y-%m-%d %H:%M}",
    ]
    return " · ".join(part for part in parts if part)


def _model_of(source: Provenance) -> str:
    served = source.served_model
    return (
        f"{source.model} (served as {served})"
        if served and served not in source.model
        else (source.model)
    )


def _cost_of(source: Provenance) -> str:
    parts = []
    if source.prompt_tokens or source.completion_tokens:
        cached = f" ({source.cached_tokens:,} cached)" if source.cached_tokens else ""
        parts.append(f"{source.prompt_tokens:,}{cached} + {source.completion_tokens:,} tokens")
    if source.attempts > 1:
        parts.append(plural(source.attempts, "attempt"))
    parts.append(f"{source.seconds:.0f} s" if source.seconds >= 10 else f"{source.seconds:.1f} s")
    if source.cost is not None:
        parts.append(f"${source.cost:.4f}")
    return ", ".join(parts)
