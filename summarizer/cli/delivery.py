"""From finished summaries to standard output or one file."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.exit_codes import DONE, NOT_SUPPORTED
from summarizer.cli.messages import complain, say
from summarizer.cli.output import STDOUT, write_file, write_stdout
from summarizer.cli.terminal import view_of_stdout
from summarizer.errors import (
    InputError,
    ModelUnavailable,
    ProviderRejected,
    SummarizerError,
    WeightsUnavailable,
)
from summarizer.render import View, format_known, render
from summarizer.render.csv import under_header
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from summarizer.cli.progress import Watch
    from summarizer.document import Document
    from summarizer.summary import Summary

_HOPELESS = (ProviderRejected, ModelUnavailable, WeightsUnavailable)
"""Errors after which every other document would fail in the same way."""

_SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".jsonld": "jsonld",
    ".csv": "csv",
}
_LISTED = frozenset({"jsonld", "ninjs", "annotations"})
"""Formats of which several are one JSON array."""

_MARK = "\ufeff"
"""Begins a CSV file: Excel reads UTF-8 only after it."""
_WIDTH_IN_FILE = 80


def format_for(asked: str | None, output: str, sources: int) -> str:
    """The format to write: what was asked, else what the file's ending says, else text.

    JSON of several sources is JSON Lines. Raises UnknownName, and InputError for a page of several.
    """
    format = format_known(asked or _SUFFIXES.get(Path(output).suffix.lower(), "text"))
    if format == "html" and sources > 1:
        raise InputError("a page shows one article", remedy="Give one, or make a page of each")
    return "jsonl" if format == "json" and sources > 1 else format


class Delivery:
    """Shows each summary as soon as it is there; a file gets all of them at the end."""

    def __init__(self, format: str, output: str, several: bool) -> None:
        self._format = format
        self._output = output
        self._several = several
        self._listed = several and format in _LISTED
        self._view = View(width=_WIDTH_IN_FILE) if output != STDOUT else view_of_stdout()
        self._written: list[str] = []
        self._delivered = self._unsupported = 0

    def send(
        self,
        documents: Sequence[Document],
        outcomes: Iterator[Summary | SummarizerError],
        watch: Watch,
    ) -> list[SummarizerError]:
        """Deliver the outcome of each document; returns the errors among them, each of them told.

        What is finished when the run breaks off is still written.
        """
        failures: list[SummarizerError] = []
        with _closed(outcomes), self:
            for document in documents:
                with watch.showing(Path(_name_of(document)).name):
                    outcome = next(outcomes)
                if not isinstance(outcome, SummarizerError):
                    self._deliver(outcome, document)
                    continue
                complain(str(outcome))
                failures.append(outcome)
                if isinstance(outcome, _HOPELESS):
                    break
        return failures

    def exit_code(self, strict: bool) -> int:
        """The code of a run without failures; says why where it is not 0."""
        if not (strict and self._unsupported):
            return DONE
        some = f"{self._unsupported} of {self._delivered}"
        say(f"summarize: --strict: {some} not fully supported or not read whole")
        return NOT_SUPPORTED

    def __enter__(self) -> Delivery:
        return self

    def __exit__(self, *_: object) -> None:
        if self._listed and self._written:
            self._put("]")
        if self._output != STDOUT and self._written:
            mark = _MARK if self._format == "csv" else ""
            write_file(self._output, [mark + self._written[0], *self._written[1:]])

    def _deliver(self, summary: Summary, document: Document) -> None:
        text = self._headed(render(summary, document, self._format, self._view), document)
        self._unsupported += not summary.supported
        self._delivered += 1
        if self._format == "csv" and not text:  # no figures, under a header that is there
            return
        self._put(text)

    def _put(self, text: str) -> None:
        self._written.append(text)
        if self._output == STDOUT:
            write_stdout(text)

    def _headed(self, text: str, document: Document) -> str:
        """The text under the name of its source, where there are several."""
        gap = "\n" if self._written else ""
        if self._several and self._format == "text":
            return f"{gap}==> {inert(_name_of(document))} <==\n\n{text}"
        if self._several and self._format == "markdown":
            return f"{gap}---\n\n{text}" if gap else text
        if self._listed:
            return f",{text}" if self._written else f"[{text}"
        if self._format == "csv":
            return under_header(text, first=not self._written)
        return text


def _name_of(document: Document) -> str:
    return "standard input" if document.name in ("", "-") else document.name


@contextmanager
def _closed(outcomes: Iterator[object]) -> Iterator[None]:
    """Close a generator when the run breaks off, and with it the model it holds open."""
    try:
        yield
    finally:
        if isinstance(outcomes, Generator):
            outcomes.close()
