"""Whether a supported wording can be printed alone: whole, and about the right thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document import Sentence
from summarizer.facts.claims import ClaimCheck
from summarizer.facts.names import read_names
from summarizer.facts.words import word_set
from summarizer.summary import Problem

LEAST_SCORE = 0.85
"""A wording is printed from this score of the claim check on. Under it, it has words that the
sentence lacks: "Benneth is head of operations at the company" (0.83) and "the ministry reported
this information" (0.68) were the highest of those that a small model made up on two articles."""

_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]{0,3}\Z")
LONG = 100
"""From this many characters on, a wording without a full stop is one that ran out of room."""

_OPEN_END = re.compile(
    r"\b(?:a|an|and|as|at|by|for|from|had|has|have|in|is|it was|of|on|or|than|that|the|to|was|were"
    r"|with|der|die|das|und|dass|ist|war|de|la|el|que|y)\Z"
)
_PRONOUN = re.compile(
    r"\A(?:He|She|It|They|This|These|Those|His|Her|Its|Their)\b"
    r"|\A(?:[\w.,-]{1,20} ){1,3}of (?:them|these|those|it)\b"
)
_SCOPE = re.compile(r"\A(?:At|In|For|Among|Within|Across|On) ([^,;:]{2,60}),")
_UNKNOWN = "reference"
_MEANING = frozenset({"number", "unit", "negation", "modality", "direction"})
_NAMES_ONLY = re.compile(
    r"\A(?:the|an?) [^,.;:]{2,60} (?:where|which|who|that|whose) ", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_CLAUSES = re.compile(r"[;:–—!?()]|, |\. |\b(?:and|but|und|aber|et|mais|y|pero)\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,40}")
_STEM = 4
_FEWEST_NEW = 2
_NEGATED = re.compile(
    r"\b(?:no|not|never|nicht|kein\w{0,2}|pas|jamais|nunca)\b|n['’]t\b", re.IGNORECASE
)
_FUNCTION_WORDS = word_set(
    "about after again also although among because been before being between both could does during"
    " each from have having here into just like many more most much must only other over said says"
    " same should since some such than that their them then there these they this those through"
    " under until very well were what when where whether which while whom whose will with within"
    " without would year years your"
)


def wording_problems(text: str, sentence: Sentence, check: ClaimCheck) -> tuple[Problem, ...]:
    """Why ``text`` is not one to print though its words are the sentence's; mostly nothing."""
    return (
        *_broken(text),
        *_no_statement(text),
        *_apposition(text, sentence),
        *_about_nobody(text, sentence),
        *_out_of_scope(text, sentence),
        *_loose(text, check),
        *_shifted(text, check),
    )


def _broken(text: str) -> tuple[Problem, ...]:
    unfinished = len(text) >= LONG or _OPEN_END.search(text)
    if unfinished and not _ENDED.search(text):
        return (Problem(kind="content", message="the wording breaks off", said=text[-40:]),)
    return ()


def _no_statement(text: str) -> tuple[Problem, ...]:
    """A place and a date, a name alone: nothing is said without a word in small letters."""
    if any(word[0].islower() and len(word) > 1 for word in text.split()):
        return ()
    return (Problem(kind="content", message="the wording says nothing", said=text),)


def _apposition(text: str, sentence: Sentence) -> tuple[Problem, ...]:
    """``..., the region where units have held ground``: cut out, it names a thing, no more."""
    words = text.rstrip(" .").casefold()
    if not words or not _NAMES_ONLY.match(text):
        return ()
    before, found, _ = sentence.text.casefold().partition(words)
    if not found or not before.rstrip().endswith(","):
        return ()
    return (Problem(kind="content", message="the wording is no whole sentence", said=text),)


def _about_nobody(text: str, sentence: Sentence) -> tuple[Problem, ...]:
    """A pronoun at the start that the sentence does not start with points at nobody."""
    pronoun = _PRONOUN.match(text)
    if not pronoun or sentence.text.startswith(pronoun[0]):
        return ()
    message = f"the wording does not say who or what '{pronoun[0]}' is"
    return (Problem(kind=_UNKNOWN, message=message, said=pronoun[0]),)


def added_clause(text: str, evidence: Sequence[str]) -> tuple[Problem, ...]:
    """A clause of ``text`` of which the evidence has no word: the check of the whole lets it pass
    at the end of a long sentence that is otherwise true."""
    known = {word[:_STEM] for quote in evidence for word in _content(quote)}
    for clause in _CLAUSES.split(text):
        words = _content(clause)
        enough = len(words) >= _FEWEST_NEW or (words and _NEGATED.search(clause))
        if enough and known.isdisjoint(word[:_STEM] for word in words):
            message = "the evidence has no word of this"
            return (Problem(kind="content", message=message, said=clause.strip()),)
    return ()


def _content(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.casefold())) - _FUNCTION_WORDS


def points_back(problem: Problem) -> bool:
    """Whether a finding is only that the wording does not say who or what it is about."""
    return problem.kind == _UNKNOWN


def _out_of_scope(text: str, sentence: Sentence) -> tuple[Problem, ...]:
    """``At Dorn, sales fell 4%``: a wording with the number and without Dorn is about another."""
    scope = _SCOPE.match(sentence.text)
    if not scope or not _DIGIT.search(text):
        return ()
    names = [name.text for name in read_names(scope[1]) if not _DIGIT.search(name.text)]
    if not names or any(word in text for name in names for word in name.split()):
        return ()
    message = f"the wording does not say that it is about {' '.join(names)}"
    return (Problem(kind="name", message=message, found=scope[1]),)


def _loose(text: str, check: ClaimCheck) -> tuple[Problem, ...]:
    if not check.supported or check.score >= LEAST_SCORE:
        return ()
    message = "it says more than the sentence does"
    return (Problem(kind="content", message=message, said=text),)


def _shifted(text: str, check: ClaimCheck) -> tuple[Problem, ...]:
    """A bound or a doubt that is lost: mild for a check of somebody's claim, too much in print."""
    mild = check.problems if check.supported else ()
    return tuple(
        Problem(kind=p.kind, message=p.message, said=p.claim_text or text, found=p.evidence_text)
        for p in mild
        if p.kind in _MEANING
    )
