"""The summary as a news item for a content system: IPTC ninjs 3.1 (News in JSON).

The item is the summary; the article it was made from is an association. The item is ``withheld``:
no system publishes it before a person has set that to ``usable``. ``digitalSourceType`` says that
it is machine-made, and ``edNote`` what an editor has to know: that nobody has reviewed it, what was
rejected and why, what was marked, how much was read and by what. Key claims, figures, conflicts,
open questions and the words that the claims rest on are bodies of plain text, each under its role:
the standard has no place for evidence.

Schema: http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from summarizer.render import wording
from summarizer.render.inert_json import dump
from summarizer.render.iris import article_iri, item_iri, web_address
from summarizer.render.machine_made import digital_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Actor, Claim, Conflict, FigureItem, Rejected, Summary

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
_PLAIN = "text/plain"
_LISTS = {
    "person": "people",
    "organization": "organisations",
    "country": "places",
    "place": "places",
    "group": "subjects",  # ninjs has no list for groups: "residents" are no organisation
}

Item = dict[str, Any]


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The item as JSON. Needs no document."""
    source = digital_source(summary)
    made = summary.provenance
    created, result = _moment(made.created), made.result_sha256
    item = {
        "uri": item_iri(summary),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full" if summary.coverage.complete else "partial",
        "profile": "article-summary",
        "firstCreated": created,
        "versionCreated": created,
        "pubStatus": "withheld",
        "digitalSourceType": {"name": source.name, "uri": source.uri},
        "edNote": _note(summary),
        "language": made.language,
        "title": summary.source.title or summary.headline,
        "by": f"{made.software}, {made.model}",
        "headlines": [_text("main", summary.headline)] if summary.headline else [],
        "descriptions": [_text("abstract", summary.abstract)] if summary.abstract else [],
        "bodies": list(_bodies(summary)),
        **_actors(summary),
        "infoSources": _sources(summary),
        "altIds": [
            {"role": "article-sha256", "value": made.document_sha256},
            *([{"role": "summary-sha256", "value": result}] if result else []),
        ],
        "associations": [_article(summary)],
    }
    return dump(_without_empty(item))


def _note(summary: Summary) -> str:
    """What an editor of the receiving house has to know: the gist, and a line for each rejected
    item and for how it was made."""
    parts = ["Machine-made summary, checked against the article by code; not reviewed by a person"]
    parts += wording.warnings_of(summary)
    if summary.rejected:
        parts.append(f"{wording.plural(len(summary.rejected), 'proposal')} of the model rejected")
    parts += [f"Look at the article: {mark.message}" for mark in summary.marked]
    gist = " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)
    refused = [_refused(*pair) for pair in wording.repeats(summary.rejected)]
    return "\n".join([gist, *map(_one_line, refused), wording.closing_of(summary)])


def _refused(item: Rejected, times: str) -> str:
    reasons = "; ".join(f"{problem.kind}: {problem.message}" for problem in item.problems)
    return f"Rejected {item.item}: “{item.text}”{times} ({reasons}); {wording.outcome_of(item)}."


def _bodies(summary: Summary) -> Iterator[Item]:
    parts = {
        "key claims": [_claim(claim) for claim in summary.key_claims],
        "figures": [_figure(figure) for figure in summary.figures],
        "conflicts": [_conflict(conflict) for conflict in summary.conflicts],
        "open questions": [question.text for question in summary.open_questions],
        "evidence": list(_evidence(summary)),
    }
    for role, lines in parts.items():
        if lines:
            text = "\n".join(_one_line(line) for line in lines)
            counts = {"charCount": len(text), "wordCount": len(text.split())}
            yield _text(role, text) | counts


def _claim(claim: Claim) -> str:
    speech = "" if claim.status == "stated" else f", {claim.status}"
    return f"{claim.text} ({wording.speaker_of(claim)}{speech})"


def _figure(figure: FigureItem) -> str:
    status = "" if figure.status in ("stated", "attributed") else figure.status
    said = ", ".join(filter(None, (figure.speaker, status)))
    return f"{figure.text}{wording.counted_in(figure)}{f' ({said})' if said else ''}"


def _evidence(summary: Summary) -> Iterator[str]:
    """The words of the article that headline, abstract and claims rest on, and where they are."""
    resting = {"headline": summary.headline_evidence, "abstract": summary.abstract_evidence}
    resting |= {
        f"key claim {number}": claim.evidence for number, claim in enumerate(summary.key_claims, 1)
    }
    for name, pieces in resting.items():
        for piece in pieces:
            place = f"sentence {piece.sentence}, characters {piece.start} to {piece.end}"
            yield f"{name}: “{piece.quote}” ({place})"


def _conflict(conflict: Conflict) -> str:
    sides = "; ".join(f"{side.text} ({side.speaker or 'the article'})" for side in conflict.sides)
    return f"{conflict.about}: {sides}: {wording.verdict_of(conflict)}"


def _actors(summary: Summary) -> dict[str, list[Item]]:
    lists: dict[str, list[Item]] = {}
    for actor in summary.actors:
        lists.setdefault(_LISTS[actor.kind], []).append(_actor(actor))
    return lists


def _actor(actor: Actor) -> Item:
    entry: Item = {"name": actor.name, "rel": "mentions"}
    if actor.kind == "group":
        entry["relevance"] = round(100 * min(max(actor.salience, 0), 1))
    return entry


def _sources(summary: Summary) -> list[Item]:
    """Who is quoted, and where the article appeared."""
    speakers = dict.fromkeys(claim.speaker for claim in summary.key_claims if claim.speaker)
    quoted = [{"name": name, "role": "speaker"} for name in speakers]
    site = summary.source.site
    return [*quoted, *([{"name": site, "role": "publisher"}] if site else [])]


def _article(summary: Summary) -> Item:
    """The article that was summarised. A date without a time is a description: ninjs knows times
    only, and none is made up."""
    source, made = summary.source, summary.provenance
    published, when = source.published, _time(source.published)
    dated = [_text("published", published)] if published and not when else []
    title = source.title or made.document or "article"
    return _without_empty(
        {
            "name": title,
            "rel": "derivedFrom",
            "uri": web_address(source.url) or article_iri(summary),
            "type": "text",
            "language": made.language,
            "title": title,
            "by": ", ".join(filter(None, source.authors)),
            "contentCreated": when,
            "descriptions": [
                *([_text("description", source.description)] if source.description else []),
                *dated,
            ],
        }
    )


def _text(role: str, value: str) -> Item:
    return {"role": role, "contentType": _PLAIN, "value": value}


def _time(moment: str) -> str:
    """The moment as ninjs writes times, where it is one with its zone; else empty."""
    try:
        time = datetime.datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return _moment(time) if time.tzinfo is not None and len(moment) > 10 else ""


def _moment(time: datetime.datetime) -> str:
    return time.isoformat(timespec="seconds")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _without_empty(item: Item) -> Item:
    return {key: value for key, value in item.items() if value not in ("", [])}
