"""Whether the evidence says anything at all of what a clause of the claim adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.document.language import guess_language
from summarizer.facts.claims.alignment import Link
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.predicate import predicate_of
from summarizer.facts.claims.problem import Problem

# A clause with a subject of its own behind a finished one: "..., and the vote was stolen".
_JOINT = re.compile(
    r"(?:[,;:–—] ?(?:and|but|while|whereas|yet|so) |; ?|\s[–—]\s"
    r"|\s(?:and|but)\s(?=(?:the|it|he|she|they|there|a|an|this|that)\s))",
    re.IGNORECASE,
)
_COPULA = re.compile(r"\b(?:is|are|was|were|became|remains?)\s(?:not\s|now\s)?\Z", re.IGNORECASE)
_LOOK_BACK = 24
_SHORT = 3
"""Words that count, of a clause that says what something is; in longer ones there is more."""


def clause_problems(both: Comparison) -> list[Problem]:
    """Clauses that are added to a claim, of which the evidence has no word, or but the subject.

    A long true sentence would carry a short invented clause: few of all its words are missing.
    Evidence in another language than English is passed over, as in ``predicate_problems``.
    Measured with ``python -m evals.bench claims``.
    """
    if not _JOINT.search(both.claim.text) or guess_language(both.evidence.text) != "en":
        return []
    problems = []
    for links in _added(both):
        if _is_made_up(links, both):
            words = both.claim.quote(links[0].word, links[-1].word)
            message = f"the evidence says nothing of '{words}'"
            problems.append(Problem("content", message, words))
    return problems


def _added(both: Comparison) -> Iterator[Sequence[Link]]:
    """The links of each clause behind the first of its sentence."""
    text = both.claim.text
    ends = [found.end() for found in _JOINT.finditer(text)]
    counted = [link for link in both.links if link.word.kind not in ("placing", "time")]
    for at, start in enumerate(ends):
        stop = ends[at + 1] if at + 1 < len(ends) else len(text)
        clause = [link for link in counted if start <= link.word.start < stop]
        if clause:
            sentence = clause[0].word.sentence
            yield [link for link in clause if link.word.sentence == sentence]


def _is_made_up(links: Sequence[Link], both: Comparison) -> bool:
    if all(link.place < 0 for link in links):
        # One word alone may be how it is said ("but warns not to").
        return len(links) > 1 or not links[0].word.form.endswith("s")
    if predicate_of(links, both):
        return True
    last = links[-1]
    before = both.claim.text[max(0, last.word.start - _LOOK_BACK) : last.word.start]
    return len(links) <= _SHORT and last.place < 0 and bool(_COPULA.search(before))
