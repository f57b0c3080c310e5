"""The articles of a batch, read on other cores.

One process of Python computes on one core. What needs no model is most of the work on a document:
it goes to processes of its own, and the one that asks models and keeps results has its core for
that. They start late, when there is enough to do; until then, and in a short batch, articles are
read in the process that asks.
"""

from __future__ import annotations

import pickle
import threading
from typing import Any

from summarizer.asking import Answered
from summarizer.batch.packing import packed
from summarizer.batch.reader_pool import NoReader, ReaderPool
from summarizer.checking import (
    Article,
    ArticleHere,
    Making,
    Stamp,
    sealed_summary,
    summary_of,
)
from summarizer.content import ReadArticle, read_article
from summarizer.document import Document
from summarizer.draft import Draft
from summarizer.facts.analysis import Analysis
from summarizer.summary import Content, Summary

FEWEST, CHARACTERS = 8, 8_000
"""Documents, and characters in all, that are read here before a process is started: that takes half
a second, and so many characters far less to read."""

SECONDS = 60
CHARACTERS_A_SECOND = 10_000
"""A document may take ``SECONDS``, and one more for so many characters."""


class Readers:
    """At most ``most`` reader processes, for many threads; a ``checking.Read``.

    A document whose reading ends the process, or takes far too long, is tried once more in a new
    one, and then fails with ReaderFailed.
    """

    def __init__(self, most: int, *, fewest: int = FEWEST, characters: int = CHARACTERS) -> None:
        self._pool = ReaderPool(most) if most > 0 else None
        self._lock = threading.Lock()
        self._fewest = fewest
        self._characters = characters

    def __call__(self, document: Document) -> Article:
        """The article, to be read by a process where there is one."""
        if self._pool is None:
            return ArticleHere(document)
        if self._pool.ready and type(document) is Document:
            return _Sent(document, self._pool)
        if self._is_enough_with(document):
            self._pool.start()
        return ArticleHere(document)

    def close(self) -> None:
        """End all processes; who waits for one gets RunCancelled. May be called twice."""
        if self._pool is not None:
            self._pool.close()

    def _is_enough_with(self, document: Document) -> bool:
        with self._lock:
            self._fewest -= 1
            self._characters -= len(document.text)
            return self._fewest <= 0 and self._characters <= 0


class _Sent:
    """An article that is read, and checked against, by a process; here where there is none."""

    def __init__(self, document: Document, pool: ReaderPool) -> None:
        self._document = document
        self._pool = pool
        self._seconds = SECONDS + len(document.text) // CHARACTERS_A_SECOND
        self._read: bytes | None = None
        self._analysis: Analysis | None = None

    @property
    def analysis(self) -> Analysis:
        """See ``checking.Article``. Raises ReaderFailed and RunCancelled."""
        # Not ``cached_property``: until Python 3.12 it lets one thread at a time through for all
        # objects of a class, and here each would wait for a process meanwhile.
        if self._analysis is None:
            self._analysis = self._analysed()
        return self._analysis

    def checked(self, answered: Answered, stamp: Stamp) -> Summary:
        """See ``checking.Article``. Raises ReaderFailed and RunCancelled."""
        draft = _plain(answered.draft)
        try:
            if self._read is None:
                reply = self._ask("both", self._document, draft, answered.notes, later=True)
            else:
                # An answer is paid for and holds a place: it comes before what is only read.
                reply = self._ask("check", self._read, draft, answered.notes)
            spelled: str = _result(reply)
        except NoReader:
            return summary_of(read_article(self._document), answered, stamp)
        content = Content.model_validate_json(spelled)
        return sealed_summary(content, spelled, Making(self._document, answered, stamp))

    def _analysed(self) -> Analysis:
        try:
            reply = self._ask("read", self._document, later=True)
            read: ReadArticle = _result(reply)
            self._read = reply
        except NoReader:
            read = read_article(self._document)
        return read.analysis

    def _ask(self, work: str, *arguments: object, later: bool = False) -> bytes:
        try:
            message = packed((self._seconds, work, *arguments))
        except Exception as error:  # a caller's document may hold anything
            raise NoReader from error
        return self._pool.ask(message, self._seconds, later=later)


def _result(reply: bytes) -> Any:
    done, result = pickle.loads(reply)
    if done:
        return result
    raise NoReader if result is None else result


def _plain(draft: Draft) -> Draft:
    """The draft without the class that was made for one question, which has no name to go by."""
    return Draft.model_construct(**{name: getattr(draft, name) for name in Draft.model_fields})
