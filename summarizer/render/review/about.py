"""Where the article and its summary come from, as names and values to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.wording import plural

if TYPE_CHECKING:
    from summarizer.summary import Source, Summary

Fact = tuple[str, str]

_REMOVED = {
    "navigation": "navigation",
    "boilerplate": "text around the article",
    "hidden": "text that no reader of the page sees",
    "comment": "comments",
    "script": "scripts and styles",
    "header": "lines repeated on each page",
    "quoted": "earlier mail",
    "attachment": "attachments",
    "zero-width": "characters of no width",
    "bidi": "marks of writing direction",
    "tag": "invisible tag characters",
}
_ENCODING_FROM = {
    "bom": "by its byte order mark",
    "declared": "as it declares",
    "utf-8": "valid throughout",
    "detected": "detected",
    "given": "as was said",
}


def read_as(source: Source) -> list[Fact]:
    """What the source says of itself, and how it was read; what is not known is left out."""
    how = _ENCODING_FROM.get(source.encoding_from, source.encoding_from)
    facts = [
        ("Title", source.title),
        ("By", ", ".join(source.authors)),
        ("Site", source.site),
        ("Published", source.published),
        ("Changed", source.modified),
        ("Says of itself", source.description),
        ("Address", source.url),
        ("Read from", source.fetched_from if source.fetched_from != source.url else ""),
        ("Kind of file", source.media_type),
        ("Encoding", f"{source.encoding}, {how}" if source.encoding and how else source.encoding),
        ("SHA-256 of the file", source.raw_sha256),
    ]
    return [(name, value) for name, value in facts if value]


def removed_of(source: Source) -> list[Fact]:
    """What the source held and the article's text does not: how much of what, and its beginning."""
    return [
        (
            f"{_REMOVED.get(left.kind, left.kind)}: {left.count:,}"
            + (f", {plural(left.characters, 'character')}" if left.characters else ""),
            left.sample,
        )
        for left in source.removed
    ]


def provenance_of(summary: Summary) -> list[Fact]:
    """How the summary was made, and how much of the article it covers."""
    origin, coverage = summary.provenance, summary.coverage
    tokens = f"{origin.prompt_tokens:,} in, {origin.completion_tokens:,} out"
    facts = [
        ("Made by", f"{origin.model} ({origin.provider})"),
        ("Served as", origin.served_model),
        ("In place of", origin.fallback_for),
        ("Prompt", f"{origin.prompt}, {origin.prompt_fingerprint[:12]}"),
        ("Parameters", ", ".join(f"{name}={value}" for name, value in origin.parameters.items())),
        ("Made", f"{origin.created:%Y-%m-%d %H:%M %Z}"),
        ("Program", origin.software),
        (
            "Sentences",
            f"{coverage.sentences_read:,} of {coverage.sentences:,} read, "
            f"{coverage.sentences_cited:,} cited",
        ),
        ("Tokens", tokens if origin.prompt_tokens or origin.completion_tokens else ""),
        ("Time", f"{origin.seconds:.1f} s, {plural(origin.attempts, 'attempt')}"),
        ("Cost", f"${origin.cost:.4f}" if origin.cost is not None else ""),
        ("Language", origin.language),
        ("Article, SHA-256", origin.document_sha256),
        ("Summary, SHA-256", origin.result_sha256),
    ]
    return [(name, value) for name, value in facts if value]
