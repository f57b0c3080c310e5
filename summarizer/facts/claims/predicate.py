"""Whether the evidence says anything at all of what a claim says that its subject did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document.language import guess_language
from summarizer.facts.claims.alignment import Link
from summarizer.facts.claims.comparison import Comparison
from summarizer.facts.claims.modality import PASTS
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.words import Word
from summarizer.facts.words import word_set

# What stands before a verb in its plain form, and before a participle.
_BEFORE_PLAIN = re.compile(r"\b(?:will|would|did|does|shall)\s(?:\w{2,5}\s)?\Z", re.IGNORECASE)
_BEFORE_PARTICIPLE = re.compile(
    r"\b(?:has|have|had|is|are|was|were)\s(?:(?:been|now|also|not|already)\s){0,2}\Z", re.IGNORECASE
)
# Behind these a form in "-ed" is no verb: "the proposed wall", "of alleged fraud".
_BEFORE_NOUN = re.compile(
    r"\b(?:the|an?|of|in|on|at|his|her|its|their|with|for|by|and)\s\Z", re.IGNORECASE
)
_LOOK_BACK = 24
# The evidence says as much with a "said", which is no word that counts.
_SPEECH = word_set("spoke spoken talked commented replied responded explained remarked stated")
_PARTICIPLES = ("ed", "en", "wn")


def predicate_problems(both: Comparison) -> list[Problem]:
    """Sentences of the claim whose subject the evidence has, and nothing of what follows it.

    "Mayor Berg has resigned" shares the mayor's name with every sentence that has her speak: that
    nobody resigned there is in no word of its own. Told of a sentence that has the subject, and
    then a verb from which on every word but times is missing. It refuses none of the true ones of
    SummEdits (python -m evals.bench claims), where shares stay as they are without it. Evidence in
    another language than English is passed over: no word of a claim would be found in it.
    """
    if guess_language(both.evidence.text) != "en":
        return []
    problems = []
    for number in range(len(both.claim.sentences)):
        links = [link for link in both.links if link.word.sentence == number]
        told = predicate_of([link for link in links if link.word.kind != "placing"], both)
        if told:
            words = both.claim.quote(told[0].word, told[-1].word)
            message = f"the evidence says nothing of '{words}'"
            problems.append(Problem("content", message, words))
    return problems


def predicate_of(links: Sequence[Link], both: Comparison) -> Sequence[Link]:
    """The links from the first verb on, where the evidence has none of them but its subject."""
    for at, link in enumerate(links):
        if link.word.kind == "word" and _is_verb(link.word, both.claim.text):
            rest = [one for one in links[at:] if one.word.kind != "time"]
            missing = all(one.place < 0 for one in rest)
            return rest if missing and any(one.place >= 0 for one in links[:at]) else ()
    return ()


def _is_verb(word: Word, text: str) -> bool:
    before = text[max(0, word.start - _LOOK_BACK) : word.start]
    if _BEFORE_PLAIN.search(before):
        return True
    if word.form in _SPEECH:
        return False
    past = word.form.endswith(_PARTICIPLES) or word.form in PASTS
    return past and (bool(_BEFORE_PARTICIPLE.search(before)) or not _BEFORE_NOUN.search(before))
