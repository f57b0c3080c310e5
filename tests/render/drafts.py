"""Summaries of anything: whatever article, whatever draft of it, whatever a page says of itself."""

from __future__ import annotations

from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.draft import Draft
from summarizer.grounding import ground
from summarizer.summary import LeftOut, Marked, Source, Summary
from tests.grounding.test_invariants import DRAFTS, TEXT

from .sample import evidence, full_summary, provenance

WORDS = st.text(st.characters(codec=None), max_size=30)
MOMENTS = st.sampled_from(
    [
        "",
        "2025-03-04",
        "2025-03-04T08:15:00+01:00",
        "2025-03-04T08:15:00Z",
        "20250304",
        "2025-W10-2",
        "2025-03-04T08:15:00",
        "yesterday",
        "2025-99-99",
        "0000-00-00",
    ]
)
ADDRESSES = st.sampled_from(
    [
        "",
        "https://a.example/b",
        "http://bücher.example/ü?q=a b#ß",
        "javascript:alert(1)",
        "https://",
        "https://a.example/%zz",
        "http://[::1]/x",
        "//a.example",
        "https://a b/",
        "http://a.example:99999",
    ]
)
SOURCES = st.builds(
    Source,
    media_type=st.sampled_from(["text/plain", "text/html", "application/pdf"]),
    url=ADDRESSES | WORDS,
    fetched_from=ADDRESSES,
    title=WORDS,
    authors=st.lists(WORDS, max_size=2).map(tuple),
    site=WORDS,
    published=MOMENTS | WORDS,
    modified=MOMENTS,
    description=WORDS,
    removed=st.lists(
        st.builds(LeftOut, kind=st.just("hidden"), count=st.just(1), sample=WORDS)
    ).map(tuple),
)


def summarised(text: str, draft: Draft, source: Source) -> tuple[Summary, Document]:
    """A summary of the text that says what the draft says, as far as it holds."""
    document = Document.from_text(text, language="en")
    result = ground(draft, document)
    summary = full_summary(
        headline=result.headline.text,
        headline_evidence=result.headline.evidence,
        abstract=result.abstract.text,
        abstract_evidence=result.abstract.evidence,
        key_claims=result.key_claims,
        actors=result.actors,
        figures=result.figures,
        conflicts=result.conflicts,
        open_questions=result.open_questions,
        rejected=result.rejected,
        marked=(),
        source=source,
        provenance=provenance(document_sha256=document.sha256),
    )
    return summary, document


SUMMARIES = st.builds(summarised, TEXT, DRAFTS, SOURCES)


def hostile_source(words: str) -> Source:
    """A page that says these words wherever it says anything."""
    return Source(
        media_type=words,
        encoding=words,
        encoding_from="detected",
        url=words,
        fetched_from=words,
        title=words,
        authors=(words, words),
        site=words,
        published=words,
        modified=words,
        description=words,
        removed=(LeftOut(kind="hidden", count=2, characters=9, sample=words),),
        notes=(words,),
    )


def hostile_mark(words: str) -> Marked:
    piece = evidence("Ines Halder").model_copy(update={"quote": words})
    return Marked(kind="hidden", message=words, evidence=(piece,))
