"""What the command line names as sources, read into documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.messages import complain
from summarizer.cli.verbs import VERBS
from summarizer.errors import InputError, SourceMissing, SummarizerError

if TYPE_CHECKING:
    from summarizer.document import Document


def read_sources(
    sources: Sequence[str], language: str = ""
) -> tuple[list[Document], list[SummarizerError]]:
    """Every source that can be read, and an error, told on standard error, for each that cannot.

    All are read before a model starts, so that a mistyped name is told at once.
    """
    documents: list[Document] = []
    failures: list[SummarizerError] = []
    for source in sources:
        try:
            documents.append(_read(source, language))
        except SummarizerError as error:
            complain(str(error))
            failures.append(error)
    return documents, failures


def _read(source: str, language: str) -> Document:
    from summarizer.document.reading import read_source

    if source.startswith(("http://", "https://")):
        raise InputError(
            "web addresses are not read yet",
            document=source,
            remedy="Save the article's text to a file, or give it on standard input with '-'",
        )
    if source in VERBS and not Path(source).exists():
        raise SourceMissing(
            "there is no such file",
            document=source,
            remedy=f"The verb '{source}' stands first: summarize {source} ...",
        )
    return read_source(source, sys.stdin.buffer, language=language)
