"""Pasted posts: the lines above "— Name (@handle) date" are the words of that person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.document import Sentence, Span
from summarizer.facts.speech.cue_table import CueTable

_AUTHOR = re.compile(r"[—–-]{1,2}[ \t]*(\S[^(\n\r]{1,80}?)[ \t]*(\(@\w{1,40}\))")
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = ("pic.twitter.com", "https://t.co")
# Sentences of one post at most; longer ones are an article again.
_SENTENCES = 18


class Author(NamedTuple):
    """Where a post's author stands: the name, and the handle behind it."""

    name: Span
    handle: Span


def post_authors(sentences: Sequence[Sentence], table: CueTable) -> dict[int, Author]:
    """Index of a sentence -> the author, for each sentence of a pasted post."""
    posts: dict[int, Author] = {}
    for index, sentence in enumerate(sentences):
        found = _AUTHOR.match(sentence.text)
        if found is None:
            continue
        at = sentence.start
        author = Author(
            Span(at + found.start(1), at + found.end(1)),
            Span(at + found.start(2), at + found.end(2)),
        )
        for back in range(index - 1, max(index - 1 - _SENTENCES, -1), -1):
            if back in posts or not _in_post(sentences[back].text, table, back == index - 1):
                break
            posts[back] = author
    return posts


def _in_post(sentence: str, table: CueTable, nearest: bool) -> bool:
    """Whether a sentence above a post's author belongs to the post and not to the article.

    The first person, a link or a hashtag belong to the post; a sentence that speaks of the post
    introduces it.
    """
    low = sentence.lower()
    if any(link in low for link in _LINKS):
        return True
    words = set(_WORD.findall(low))
    if words & table.first_person:
        return True
    about = bool(words & (table.post_words - {"x"}))
    return not about and (nearest or low.startswith(("#", "@", "this ", "it ")))
