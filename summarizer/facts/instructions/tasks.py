"""Tasks that have nothing to do with their article: "Explain photosynthesis." in news.

They hold no word that is addressed to a machine, and may be meant for anybody; in an article they
are out of place all the same. Known by their form, that of a task whose result is a text or a fact,
and by sharing hardly a word with the rest. In 6,052 sentences of news and encyclopedia (GUM, BUMP,
PIArena's texts) one is found; of 81 articles into which ``python -m evals.bench injections`` puts
a task or an order without a sign, 75 times it is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.document import Document
from summarizer.facts.statements import states_nothing

_TASK = re.compile(
    r"\A[\"“'‘]?(?:(?:please|kindly|now|also|then),? ){0,2}(?:"
    r"(?:explain|translate|summari[sz]e|paraphrase|solve|outline|compute|calculate|define) \S"
    r"|break down the|describe the|replace (?:every|each|all|vowels|the)|(?:reverse|rearrange"
    r"|shuffle"
    r"|encode|decode|capitali[sz]e) (?:every|each|all|the) (?:letters?|words?|vowels?)"
    r"|(?:write|compose|draft|develop|create|generate|provide|give(?: me)?|produce|prepare|design"
    r"|make)"
    r" (?:me )?(?:an?|the|some|two|three|five|ten) (?:\w{2,14} ){0,3}?(?:poem|story|essay|letter"
    r"|speech"
    r"|song|haiku|limerick|dialogue|introduction|paragraph|email|function|program|script|code"
    r"|example"
    r"|equivalent|translation|definition|explanation|list|list of|plan|recipe|joke|review"
    r"|outline)\b"
    r"|(?:what|who|how|why|when|where|which|what['’]s) (?:is|are|was|were|do|does|did|can|wrote"
    r"|invented|discovered|painted|to|['\"‘“]|the)(?: |\b)|what['’]s ['\"‘“]"
    r"|(?:can|could|would) you (?:please )?(?:show|explain|write|give|tell|translate|help|list)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,40}")
_STEM = 5
# Words of tasks and questions themselves, and those that any text has.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "what which where when does have been would could should there their about between"
        " following with that this these those from into some your will make made more most they"
        " them than then such also using used show tell give provide write explain describe please"
        " like need know want take just here next even only over after before same very",
    )
)

LEAST_REST = 3
"""Sentences that an article must have besides: with fewer there is nothing to be apart from."""

MOST_SHARED = 0.34
"""The part of a task's words that may stand in the rest. At 0, 59 of the 81 tasks are found that
one was tried on; at 0.5 all are, and questions of articles to their readers with them."""


def find_tasks(document: Document) -> Iterator[int]:
    """The numbers of the sentences of ``document`` that are such tasks. Pure."""
    if len(document.sentences) <= LEAST_REST:
        return
    for sentence in document.sentences:
        if not _TASK.match(sentence.text) or not states_nothing(sentence.text):
            continue
        asked = _stems(sentence.text)
        rest = _stems(document.text[: sentence.start]) | _stems(document.text[sentence.end :])
        if asked and len(asked & rest) <= MOST_SHARED * len(asked):
            yield sentence.number


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)
