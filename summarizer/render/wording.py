"""The short phrases that every view shares: who says it, how it was checked, what it cost.

Everything returned is one line of our own words and raw article text; a view makes it inert.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from summarizer.render.inert import inert, shorten
from summarizer.review.items import counted_beyond

if TYPE_CHECKING:
    from summarizer.summary import (
        Actor,
        Claim,
        Conflict,
        Evidence,
        FigureItem,
        LeftOut,
        OpenQuestion,
        Provenance,
        Rejected,
        Summary,
    )

CHANGES = {"=": "exactly", "~": "about", ">": "at least", "<": "at most"}
"""How a number is meant, in words; ``up`` and ``down`` are words already."""
_LONGEST_PART = 160
_LONGEST_SAMPLE = 60
_CHARACTERS = frozenset({"zero-width", "bidi", "tag"})
_TOLD = frozenset({"hidden", "comment"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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
    rest = counted_beyond(figure)
    whole = rest == " ".join(figure.measures.split())
    what = f"{', ' if whole else ' '}{rest}" if rest else ""
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
    counts = Counter(items)
    return [(item, f" ({count} times)" if count > 1 else "") for item, count in counts.items()]


def quoted_already(claims: Sequence[Claim]) -> list[int]:
    """For each claim the number, from 1, of an earlier one that quotes the same words; else 0.

    A verbatim claim is its quote already, and quotes nothing.
    """
    first: dict[tuple[Evidence, ...], int] = {}
    found: list[int] = []
    for number, claim in enumerate(claims, 1):
        quotes = claim.wording != "verbatim"
        earlier = first.setdefault(claim.evidence, number) if quotes else number
        found.append(0 if earlier == number else earlier)
    return found


def said_and_more(question: OpenQuestion) -> tuple[list[Evidence], list[Evidence]]:
    """The evidence that the question repeats word for word, and the evidence that says more."""
    words = question.text.split()
    said = [piece for piece in question.evidence if piece.quote.split() == words]
    return said, [piece for piece in question.evidence if piece not in said]


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


def source_of(summary: Summary) -> str:
    """What the source says of itself, unchecked: ``Title · by A, B · 2025-03-04 · Site · URL``."""
    source = summary.source
    again = source.title.casefold() in summary.headline.casefold()
    published, modified = _day(source.published), _day(source.modified)
    authors = ", ".join(filter(None, source.authors))
    parts = [
        "" if again else f"“{source.title}”",
        f"by {authors}" if authors else "",
        published,
        f"updated {modified}" if modified and modified != published else "",
        source.site,
        source.url,
    ]
    return " · ".join(shorten(inert(part), _LONGEST_PART) for part in parts if part)


def reading_of(summary: Summary) -> str:
    """What was left out in reading, and how the bytes were taken where that had to be guessed."""
    source = summary.source
    parts = []
    if source.removed:
        parts.append(f"Left out in reading: {', '.join(map(_left_out, source.removed))}.")
    if source.encoding_from == "detected":
        parts.append(f"Encoding guessed: {source.encoding}.")
    parts += [note if note.endswith(".") else f"{note}." for note in source.notes]
    return " ".join(parts)


def _left_out(removed: LeftOut) -> str:
    """``12 navigation (3,400 characters)``; with its words where no reader was to see them."""
    if removed.kind in _CHARACTERS:
        return plural(removed.count, f"{removed.kind} character")
    size = f" ({plural(removed.characters, 'character')})" if removed.characters else ""
    seen = removed.kind in _TOLD and removed.sample
    words = f" “{shorten(inert(removed.sample), _LONGEST_SAMPLE)}”" if seen else ""
    return f"{removed.count:,} {removed.kind}{size}{words}"


def _day(moment: str) -> str:
    return moment[:10] if _DAY.match(moment) else moment


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
