"""Articles and summaries for the page: of any text, and with foreign words in every field."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.render.review import Setting, review_page
from summarizer.review import Decision, Item, ReviewRecord, items_of, version_of
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    ConflictSide,
    Evidence,
    FigureItem,
    LeftOut,
    Marked,
    OpenQuestion,
    Problem,
    Rejected,
    Source,
    Summary,
)
from tests.render.sample import DOCUMENT, coverage, empty_summary, full_summary, provenance

RESULT = "5" * 64
AT = datetime.datetime(2025, 3, 5, 9, 30, tzinfo=datetime.UTC)


def piece(text: str, start: int, end: int) -> Evidence:
    return Evidence(sentence=1, start=start, end=end, quote=text[start:end])


def document_of(text: str, name: str = "a.txt") -> Document:
    return Document(text=text, name=name)


def summary_of(document: Document, **changes: Any) -> Summary:
    """A summary of the document with a headline and what is given."""
    origin = provenance(document_sha256=document.sha256, result_sha256=RESULT)
    return empty_summary(**({"provenance": origin} | changes))


def summary_with_spans(document: Document, spans: Sequence[tuple[int, int]]) -> Summary:
    """A claim for each span, resting on it."""
    claims = tuple(
        Claim(
            text=f"claim {number}",
            wording="model",
            status="stated",
            evidence=(piece(document.text, start, end),),
        )
        for number, (start, end) in enumerate(spans)
    )
    return summary_of(document, key_claims=claims)


def whole(**changes: Any) -> Summary:
    """A summary with an item of every kind, sealed, of the sample article."""
    ferry = full_summary()
    values: dict[str, Any] = {
        "provenance": provenance(result_sha256=RESULT),
        "marked": (
            Marked(
                kind="instruction",
                message="“We were not warned” may be meant for a model",
                evidence=ferry.key_claims[1].evidence,
            ),
        ),
        "source": Source(
            title="Dam repairs in Orlen",
            authors=("Ann Poole", "Bo Lind"),
            site="The Orlen Post",
            published="2025-03-04",
            url="https://orlen.example/dam",
            media_type="text/html",
            encoding="utf-8",
            encoding_from="declared",
            removed=(LeftOut(kind="navigation", count=12, characters=840, sample="Home News"),),
        ),
    }
    return full_summary(**(values | changes))


def page_of(
    summary: Summary | None = None,
    document: Document | None = DOCUMENT,
    setting: Setting | None = None,
) -> str:
    return review_page(summary or whole(), document, setting)


def write(page: str, folder: Path) -> str:
    """The page as a file; its address."""
    file = folder / "page.html"
    file.write_bytes(page.encode())
    return file.as_uri()


def item_of(summary: Summary, kind: str, number: int = 0) -> Item:
    return [item for item in items_of(summary) if item.kind == kind][number]


def decision_on(summary: Summary, item: Item, verdict: str = "accepted", **more: Any) -> Decision:
    version = version_of(summary)
    values = {
        "item": item.id,
        "kind": item.kind,
        "wording": item.wording[:20_000],
        "verdict": verdict,
        "by": "Ann Poole",
        "at": AT,
        "result_sha256": version.result_sha256,
        "document_sha256": version.document_sha256,
    }
    return Decision.model_validate(values | more)


def record_of(summary: Summary, *decisions: Decision) -> ReviewRecord:
    return ReviewRecord(**version_of(summary)._asdict(), decisions=decisions)


def hostile_page(words: Sequence[str]) -> str:
    """A page that shows each of the words in every field that is a list, and all of them together
    in every field that is one text."""
    every = " ".join(words)
    text = "\n\n".join(f"Start {word} end." for word in words)
    document = Document(text=text, name=every, language=every[:40])
    spans = []
    at = 0
    for word in words:
        start = text.index(f"Start {word} end.", at)
        spans.append(piece(text, start + 6, start + 6 + len(word)))
        at = start + 6 + len(word)
    summary = summary_of(
        document,
        headline=every,
        abstract=every,
        headline_evidence=tuple(spans[:1]),
        key_claims=tuple(_claim(w, e) for w, e in zip(words, spans, strict=True)),
        figures=tuple(_figure(w, e) for w, e in zip(words, spans, strict=True)),
        actors=tuple(_actor(w, e) for w, e in zip(words, spans, strict=True)),
        conflicts=tuple(_conflict(w, e) for w, e in zip(words, spans, strict=True)),
        open_questions=tuple(
            OpenQuestion(text=w, reason="unknown", evidence=(e,))
            for w, e in zip(words, spans, strict=True)
        ),
        rejected=tuple(_rejected(w, e) for w, e in zip(words, spans, strict=True)),
        marked=tuple(
            Marked(kind="hidden", message=w, evidence=(e,))
            for w, e in zip(words, spans, strict=True)
        ),
        source=_source(words, every),
        coverage=coverage(complete=False, notes=tuple(words)),
        provenance=_origin(document, words, every),
    )
    record = record_of(
        summary,
        *(
            decision_on(
                summary,
                item,
                "edited",
                text=_spelled(item.wording) or "x",
                wording=_spelled(item.wording)[:20_000],
                note=_spelled(item.wording)[:20_000],
                by=_spelled(item.wording)[:200],
                holds=False,
                problems=(Problem(kind=item.wording, message=item.wording),),
            )
            for item in items_of(summary)
            if item.kind in ("claim", "figure")
        ),
    )
    stale = {"result_sha256": "6" * 64}
    older = tuple(d.model_copy(update=stale) for d in record.decisions)
    gone = tuple(d.model_copy(update={"item": "claim-0123456789"}) for d in record.decisions)
    record = record.model_copy(update={"decisions": older + gone + record.decisions})
    return review_page(summary, document, Setting(record, every, every, every))


def _spelled(text: str) -> str:
    return text.encode("utf-8", "replace").decode()[:20_000]


def _claim(word: str, evidence: Evidence) -> Claim:
    return Claim(
        text=word,
        wording="model",
        status="attributed",
        speaker=word,
        speaker_evidence=evidence,
        speech="direct",
        figures=(word,),
        evidence=(evidence,),
    )


def _figure(word: str, evidence: Evidence) -> FigureItem:
    return FigureItem(
        id=word,
        text=word,
        low=Decimal(1),
        high=Decimal(2),
        unit=word,
        change=word,
        kind=word,
        measures=word,
        as_of=word,
        speaker=word,
        evidence=(evidence,),
    )


def _actor(word: str, evidence: Evidence) -> Actor:
    return Actor(
        name=word,
        aliases=(word, word),
        kind="person",
        role=word,
        role_evidence=evidence,
        salience=0.5,
        evidence=(evidence,),
    )


def _conflict(word: str, evidence: Evidence) -> Conflict:
    side = ConflictSide(text=word, speaker=word, figure=word, evidence=(evidence,))
    return Conflict(about=word, compatible=False, reason=word, sides=(side, side))


def _rejected(word: str, evidence: Evidence) -> Rejected:
    return Rejected(
        item="claim",
        text=word,
        speaker=word,
        problems=(Problem(kind=word, message=word, said=word, found=word),),
        shown_as="omitted",
        evidence=(evidence,),
    )


def _source(words: Sequence[str], every: str) -> Source:
    return Source(
        media_type=every,
        encoding=every,
        encoding_from=every,
        url=every,
        fetched_from=every + "x",
        title=every,
        authors=tuple(words),
        site=every,
        published=every,
        modified=every,
        description=every,
        raw_sha256=every,
        removed=tuple(LeftOut(kind=word, count=1, characters=2, sample=word) for word in words),
    )


def _origin(document: Document, words: Sequence[str], every: str) -> Any:
    return provenance(
        prompt=every,
        prompt_fingerprint=every,
        model=every,
        provider=every,
        served_model=every + "x",
        parameters={word: word for word in words},
        fallback_for=every,
        document=every,
        language=every,
        document_sha256=document.sha256,
        result_sha256=RESULT,
        software=every,
    )
