"""The words that tell who says something in a language whose word order is not that of English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.facts.attribution.conjugation import Verb
from summarizer.facts.attribution.model import Status


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What the clause reader looks up in one language. All entries are lower case.

    ``verbs`` holds finite forms; ``particles`` finite forms of separable verbs with the particles
    that close their clause ("teilte ... mit"); ``participles`` forms that need one of ``perfect``
    before them. ``sources`` stand before who says it ("laut X"), ``behind`` after ("X zufolge");
    ``own`` say that the subject does ("nach eigenen Angaben"). ``that`` opens what is said,
    ``joins`` end a clause on the left. ``linking`` prepositions belong to a noun phrase.
    ``objects`` are determiners and pronouns that no subject begins with. ``nouns_capital`` is True
    where nouns are written with a capital. ``drops_subject``: a verb alone has its subject in it.
    ``relatives`` open a relative clause; ``closers`` bring who speaks behind a comma ("..., so X");
    ``also_nouns`` are forms of verbs that are nouns as well, unless a subject stands by them.
    ``reported`` finds the mood of a sentence that goes on with what somebody said.
    """

    verbs: dict[str, Verb]
    particles: dict[str, dict[str, Verb]]
    participles: dict[str, Verb]
    perfect: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    behind: frozenset[str]
    own: tuple[tuple[str, ...], ...]
    that: frozenset[str]
    joins: frozenset[str]
    linking: frozenset[str]
    objects: frozenset[str]
    clitics: frozenset[str]
    finite: re.Pattern[str]
    nouns_capital: bool
    drops_subject: bool
    relatives: frozenset[str]
    closers: frozenset[str] = frozenset()
    also_nouns: frozenset[str] = frozenset()
    reported: re.Pattern[str] | None = None


def said_verbs(listed: dict[tuple[Status, str], str]) -> dict[str, Verb]:
    """Form -> verb, from forms listed by status and frames ("C" a clause, "N" a noun phrase)."""
    return {
        form: Verb(form, frames, status)
        for (status, frames), forms in listed.items()
        for form in forms.split()
    }
