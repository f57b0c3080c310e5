"""What the command line names as sources, read into documents."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.messages import complain, say
from summarizer.cli.verbs import VERBS
from summarizer.errors import InputError, SourceMissing, SummarizerError

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.document.reading import Reading


def read_sources(
    sources: Sequence[str], how: Reading
) -> tuple[list[Document], list[SummarizerError]]:
    """Every article that can be read, and an error, told on standard error, for each that cannot.

    A feed is as many articles as it has items. All are read before a model starts, so that a
    mistyped name is told at once. What a reader has to say of a source is told too.
    """
    from summarizer.document.reading import articles_of, open_source

    documents: list[Document] = []
    failures: list[SummarizerError] = []
    for source in sources:
        try:
            _check(source)
            articles = articles_of(
                open_source(source, sys.stdin.buffer, encoding=how.encoding, policy=how.policy),
                how,
            )
        except SummarizerError as error:
            complain(str(error))
            failures.append(error)
            continue
        for _, load in articles:
            try:
                documents.append(load())
            except SummarizerError as error:
                complain(str(error))
                failures.append(error)
            else:
                tell_notes(documents[-1])
    return documents, failures


def how_to_read(
    declared: tuple[str, str], follow: bool | None, *, ignore_robots: bool, proxy: bool
) -> Reading:
    """What the options say of reading; ``declared`` is the language and the encoding."""
    from summarizer.document.reading import Reading

    language, encoding = declared
    policy = None
    if ignore_robots or proxy:
        from summarizer.document.fetching import FetchPolicy

        policy = FetchPolicy(robots=not ignore_robots, proxies=proxy)
    return Reading(language, encoding, follow, policy)


def tell_notes(document: Document) -> None:
    """Say what an editor should know of how a document was read."""
    for note in document.origin.notes:
        say(f"{document.name}: {note}")


def read_article(source: str, summary: Any, encoding: str = "") -> Document:
    """The article that ``summary`` (parsed JSON) is of: read as it was, found in its feed.

    Of a feed it is the item with the summary's text, else the one with its name; raises InputError
    where there is none.
    """
    from summarizer.document.reading import Reading, articles_of, open_source

    known = summary if isinstance(summary, Mapping) else {}
    origin, provenance = (
        part if isinstance(part := known.get(key), Mapping) else {}
        for key in ("source", "provenance")
    )
    if not encoding and origin.get("encoding_from") == "given":
        encoding = str(origin.get("encoding") or "")
    raw = open_source(source, sys.stdin.buffer, encoding=encoding)
    articles = articles_of(raw, Reading(encoding=encoding, follow=False))
    if len(articles) == 1:
        return articles[0][1]()
    return _item_of(source, articles, provenance)


def _item_of(source: str, articles: Sequence[Any], provenance: Mapping[str, Any]) -> Document:
    named = None
    for name, load in articles:
        try:
            document: Document = load()
        except SummarizerError:
            continue
        if document.sha256 == provenance.get("document_sha256"):
            return document
        if name == provenance.get("document"):
            named = document
    if named is None:
        raise InputError(
            "none of the articles of this feed is the one that was summarised",
            document=source,
            remedy="Give the article itself, or the feed as it was",
        )
    return named


def _check(source: str) -> None:
    if source in VERBS and not Path(source).exists():
        raise SourceMissing(
            "there is no such file",
            document=source,
            remedy=f"The verb '{source}' stands first: summarize {source} ...",
        )
