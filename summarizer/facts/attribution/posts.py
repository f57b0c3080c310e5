"""Pasted posts: the lines above "— Name (@handle) date" are the words of that person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.document import Document, Span
from summarizer.facts.attribution.cue_table import CueTable

_AUTHOR = re.compile(r"[—–-]{1,2}+[ \t]{0,3}+([^\s(—–-][^(\n\r]{1,80}+)(\(@\w{1,40}\))")
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = ("pic.twitter.com", "https://t.co")
# Lines of one post at most; what stands above is the article again.
_LINES = 6


class Author(NamedTuple):
    """Where a post's author stands: the name, and the handle behind it."""

    name: Span
    handle: Span


def post_authors(document: Document, table: CueTable) -> dict[int, Author]:
    """Index of a sentence -> the author, for each sentence of a pasted post."""
    posts: dict[int, Author] = {}
    lines: list[list[int]] = []
    for index, sentence in enumerate(document.sentences):
        found = _AUTHOR.match(sentence.text)
        if found is not None:
            at = sentence.start
            name = Span(at + found.start(1), at + found.start(1) + len(found[1].rstrip()))
            author = Author(name, Span(at + found.start(2), at + found.end(2)))
            for line in _lines_of_post(document, lines, table):
                posts.update(dict.fromkeys(line, author))
            lines = []
        elif lines and not _breaks_line(document, index):
            lines[-1].append(index)
        else:
            lines.append([index])
    return posts


def _breaks_line(document: Document, index: int) -> bool:
    """Whether a line ends between a sentence and the one before."""
    before, sentence = document.sentences[index - 1], document.sentences[index]
    gap = document.text[before.end : sentence.start]
    return "\n" in gap or "\r" in gap


def _lines_of_post(
    document: Document, lines: list[list[int]], table: CueTable
) -> Iterator[list[int]]:
    """The lines right above an author that belong to the post, nearest first."""
    for count, line in enumerate(reversed(lines[-_LINES:])):
        first, last = document.sentences[line[0]], document.sentences[line[-1]]
        if not _in_post(document.text[first.start : last.end], table, count == 0):
            return
        yield line


def _in_post(words_of_line: str, table: CueTable, nearest: bool) -> bool:
    """Whether a line above a post's author belongs to the post and not to the article.

    The first person, a link or a hashtag belong to the post; a line that speaks of the post
    introduces it.
    """
    low = words_of_line.lower()
    if any(link in low for link in _LINKS):
        return True
    words = set(_WORD.findall(low))
    if words & table.first_person:
        return True
    about = bool((words - {"x"}) & table.post_words)
    return not about and (nearest or low.startswith(("#", "@", "this ", "it ")))
