"""The summary as annotations of its article: W3C Web Annotation Data Model, one collection.

Every piece of evidence is a target with two selectors that select the same characters: a
TextQuoteSelector (the words, and what stands before and after) and a TextPositionSelector. Offsets
are those of the summary: the standard counts in Unicode code points and not in the units of a
program's strings (Web Annotation Data Model, W3C Recommendation 23 February 2017, 4.2.4: "The
selection of the text MUST be in terms of unicode code points ... not in terms of code units"), from
0, the end not included (4.2.5). A script in a browser, whose strings count UTF-16 units, has to
convert. Normalising, of which the standard speaks there too, is leaving out markup and resolving
entities, which reading did: letters are not composed, line ends stay as they are, and a byte order
mark that the text begins with counts as one character.

The target's source is the text that was read, see ``article_iri``; its ``scope`` is the page that
the text was taken from, where there is one. What rests on no words (a rejected abstract) and how
much of the article was read have the whole article as target. Context and terms:
http://www.w3.org/ns/anno.jsonld.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.render import wording
from summarizer.render.inert_json import dump
from summarizer.render.iris import article_iri, item_iri, web_address

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.render.view import View
    from summarizer.summary import Conflict, Evidence, FigureItem, Marked, Summary

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and after a quote; programs that anchor quotes write about as many."""


def render(summary: Summary, document: Document | None, view: View) -> str:
    """The collection with all its annotations on one page.

    Without the document the selectors have neither prefix nor suffix.
    """
    items = [_annotation(summary, document, note) for note in _notes(summary)]
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": item_iri(summary, "annotations"),
        "type": "AnnotationCollection",
        "label": summary.headline,
        "generator": _software(summary.provenance.software),
        "created": _moment(summary),
        "total": len(items),
    }
    page = item_iri(summary, "annotations", 1)
    collection["first"] = {
        "id": page,
        "type": "AnnotationPage",
        "partOf": collection["id"],
        "startIndex": 0,
        "items": items,
    }
    collection["last"] = page
    return dump(collection)


@dataclass(frozen=True, slots=True)
class _Note:
    """What one annotation says of its evidence: why it is made, in words, under which labels."""

    place: tuple[object, ...]
    motivation: str
    text: str
    tags: tuple[str, ...]
    evidence: Sequence[Evidence]
    by_model: bool = False


def _notes(summary: Summary) -> Iterator[_Note]:
    """Every item of the summary, in its order, and last what was read."""
    yield from (*_texts(summary), *_items(summary), *_doubts(summary), _reading(summary))


def _texts(summary: Summary) -> Iterator[_Note]:
    for part in ("headline", "abstract"):
        said = getattr(summary, f"{part}_wording")
        evidence = getattr(summary, f"{part}_evidence")
        tags = (part, said)
        if text := getattr(summary, part):
            yield _Note((part,), "describing", text, tags, evidence, said == "model")


def _items(summary: Summary) -> Iterator[_Note]:
    for number, claim in enumerate(summary.key_claims, 1):
        manner = [claim.status, *([f"{claim.speech} speech"] if claim.speech else [])]
        tags = ("claim", *manner, claim.wording, f"speaker: {wording.speaker_of(claim)}")
        by_model = claim.proposed_by == "model"
        yield _Note(("claim", number), "describing", claim.text, tags, claim.evidence, by_model)
        if named := claim.speaker_evidence:
            yield _name(("claim", number, "speaker"), wording.speaker_of(claim), "speaker", named)
    for figure in summary.figures:
        tags = ("figure", figure.kind, figure.status)
        yield _Note(("figure", figure.id), "classifying", _read_as(figure), tags, figure.evidence)
    for number, actor in enumerate(summary.actors, 1):
        text = f"{actor.name}, {actor.role}" if actor.role else actor.name
        yield _Note(("actor", number), "identifying", text, ("actor", actor.kind), actor.evidence)
        if named := actor.role_evidence:
            yield _name(("actor", number, "role"), text, "role", named)


def _name(place: tuple[object, ...], text: str, tag: str, evidence: Evidence) -> _Note:
    """Where the article says who somebody is."""
    return _Note(place, "identifying", text, (tag,), (evidence,))


def _reading(summary: Summary) -> _Note:
    """How much of the article was read and used, what was left out, and how the summary was made.

    Of the whole article, so that a program without a place for it shows it as a note of the page.
    """
    parts = (*wording.warnings_of(summary), wording.reading_of(summary))
    told = [part if part.endswith(".") else f"{part}." for part in parts if part]
    text = " ".join((*told, wording.closing_of(summary)))
    return _Note(("coverage",), "commenting", text, ("coverage",), ())


def _doubts(summary: Summary) -> Iterator[_Note]:
    for number, conflict in enumerate(summary.conflicts, 1):
        evidence = _sides(conflict)
        text = f"{conflict.about}: {wording.verdict_of(conflict)}. {conflict.reason}".strip()
        yield _Note(("conflict", number), "commenting", text, ("conflict",), evidence)
    for number, question in enumerate(summary.open_questions, 1):
        tags = ("open question", question.reason.replace("_", " "))
        by_model = question.proposed_by == "model"
        place = ("question", number)
        yield _Note(place, "questioning", question.text, tags, question.evidence, by_model)
    for number, item in enumerate(summary.rejected, 1):
        reasons = "; ".join(f"{problem.kind}: {problem.message}" for problem in item.problems)
        text = f"Rejected {item.item}: “{item.text}” ({reasons}); {wording.outcome_of(item)}"
        tags = ("rejected", item.item)
        yield _Note(("rejected", number), "commenting", text, tags, item.evidence, True)
    for number, mark in enumerate(summary.marked, 1):
        yield _marking(number, mark)


def _marking(number: int, mark: Marked) -> _Note:
    tags = ("marked", mark.kind)
    return _Note(("marked", number), "moderating", mark.message, tags, mark.evidence)


def _sides(conflict: Conflict) -> list[Evidence]:
    pieces: list[Evidence] = []
    for side in conflict.sides:
        pieces += [piece for piece in side.evidence if piece not in pieces]
    return pieces


def _read_as(figure: FigureItem) -> str:
    """What code read in the figure: ``about 1200 households, as of 2025-03-03``."""
    low, high = f"{figure.low:f}", f"{figure.high:f}"
    number = low if low == high else f"{low} to {high}"
    counted = figure.unit and figure.unit.casefold() in figure.measures.casefold()
    size = number if counted or not figure.unit else f"{number} {figure.unit}"
    gap = " " if size == number else ", "
    what = f"{size}{gap}{figure.measures}" if figure.measures else size
    change = wording.CHANGES.get(figure.change, figure.change)
    reading = what if figure.change == "=" else f"{change} {what}"
    who = f", said by {figure.speaker}" if figure.speaker else ""
    return reading + (f", as of {figure.as_of}" if figure.as_of else "") + who


def _annotation(summary: Summary, document: Document | None, note: _Note) -> dict[str, Any]:
    source = summary.provenance
    return {
        "id": item_iri(summary, *note.place),
        "type": "Annotation",
        "motivation": note.motivation,
        "created": _moment(summary),
        "creator": _software(source.model if note.by_model else source.software),
        "generator": _software(source.software),
        "body": [_body(note.text, note.motivation), *(_body(tag, "tagging") for tag in note.tags)],
        "target": [_words(summary, document, piece) for piece in note.evidence]
        or [_article(summary)],
    }


def _body(text: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _article(summary: Summary) -> dict[str, Any]:
    source = article_iri(summary)
    page = web_address(summary.source.url or summary.source.fetched_from)
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if page and page != source:
        target["scope"] = page
    return target


def _words(summary: Summary, document: Document | None, piece: Evidence) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return _article(summary) | {"selector": [_quote(document, piece), position]}


def _quote(document: Document | None, piece: Evidence) -> dict[str, Any]:
    selector: dict[str, Any] = {"type": "TextQuoteSelector", "exact": piece.quote}
    if document is None or document.text[piece.start : piece.end] != piece.quote:
        return selector
    before = _from_a_base(document.text[max(piece.start - _AROUND, 0) : piece.start])
    after = document.text[piece.end : piece.end + _AROUND]
    selector |= {"prefix": before} if before else {}
    return selector | ({"suffix": after} if after else {})


def _from_a_base(text: str) -> str:
    """Without the marks and joiners of a letter that was cut off before it."""
    at = 0
    while at < len(text) and (unicodedata.combining(text[at]) or text[at] in "\u200d\ufe0f"):
        at += 1
    return text[at:]


def _software(name: str) -> dict[str, str]:
    return {"type": "Software", "name": name}


def _moment(summary: Summary) -> str:
    return summary.provenance.created.isoformat(timespec="seconds").replace("+00:00", "Z")
