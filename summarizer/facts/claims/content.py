"""Which words of a claim the evidence has nothing for: what was made up, or said in other words."""

from __future__ import annotations

from summarizer.facts.claims.alignment import Link
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.relations import relations
from summarizer.facts.words import word_set

_VERB_SIGNS = word_set("to will not can could would should may might they he she who it")


def content_problems(both: Comparison) -> list[Problem]:
    """The things a claim speaks of that its evidence does not: not severe, word by word.

    General words that summaries use ("announced", "company") are left out, and so are words that
    look like verbs and adverbs: those are how a thing is said.
    """
    problems = []
    for link in both.links:
        if link.place < 0 and link.word.kind == "word" and is_thing(link, both):
            message = f"the evidence says nothing of '{link.word.form}'"
            problems.append(Problem("content", message, link.word.form, severe=False))
    return problems


def is_thing(link: Link, both: Comparison) -> bool:
    """Whether a word names a particular thing, by its form and the word before it."""
    word = link.word
    tables = relations()
    if word.stem in tables.rivals:
        return True
    if word.stem in tables.same or word.form.endswith(("ed", "ing", "ly")):
        return False
    before = both.claim.text[max(0, word.start - 8) : word.start].lower().split()
    if before and before[-1] in _VERB_SIGNS:
        return False
    previous = both.claim.words[word.place - 1] if word.place else None
    return not (word.form.endswith("s") and previous is not None and previous.kind == "name")
