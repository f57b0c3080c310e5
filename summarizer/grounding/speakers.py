"""Who says what a claim says: read from the text, whatever a model names."""

from __future__ import annotations

import re
from typing import Any

from summarizer.document import Sentence
from summarizer.facts.analysis import Analysis
from summarizer.facts.attribution import Attribution
from summarizer.facts.figures import agrees, read_figures
from summarizer.facts.names import same_name
from summarizer.facts.words import word_set
from summarizer.grounding.support import evidence_at, words_of
from summarizer.summary import Claim, Problem

_SUBJECT_WORDS = 5
_TOKEN = re.compile(r"[^\W_]+")
_AUXILIARIES = word_set(
    "had has have was were is are been be will would could can may might not also never kc"
)
_JOINING = word_set("having and but who to that been")
_OF_PERSONS = word_set("he she i we they er sie ich wir yo")
_OF_BODIES = word_set("it they we i es sie wir")
_DOUBTS = word_set(
    "accused alleged allegedly apparently claimed claims denied denies deny disputed reported"
    " reportedly said says suspected unconfirmed unverified confirmed according unbestätigt laut"
    " angeblich bestreitet según presunto niega negó"
)
_MOSTLY_SAID = 0.6
"""The share of a wording's words, but for the name, that stand in what is said."""


def speaker_problem(named: str, claim: Claim) -> Problem | None:
    """The finding that a model named somebody else than the text does, or None.

    A model that names nobody has left it to the text.
    """
    found = claim.speaker or ""
    if not named.strip("- ") or (found and _same_speaker(named, claim)):
        return None
    says = f"the article gives it to {found}" if found else "the article does not say who says it"
    return Problem(
        kind="attribution", message=f"the model says {named}; {says}", said=named, found=found
    )


def main_attribution(sentence: Sentence, facts: Analysis) -> Attribution | None:
    """Who says what the sentence says: the attribution over most of it, or the one around it."""
    inside = [a for a in _attributions_in(sentence, facts) if _spans_most(a, sentence)]
    if inside:
        return max(inside, key=lambda a: min(a.end, sentence.end) - max(a.start, sentence.start))
    return facts.attribution_at(sentence.span)


def attribution_of(text: str, sentence: Sentence, facts: Analysis) -> Attribution | None:
    """Who says that part of the sentence which ``text`` words: None where the article itself does.

    ``The yard closed in May, and Poole said the debts were paid``: the closing is the article's.
    """
    words = words_of(text) & words_of(sentence.text)
    here = _attributions_in(sentence, facts)
    if not here:
        return facts.attribution_at(sentence.span)
    said = {id(a): words & _said_in(a, sentence, facts) for a in here}
    by_name: dict[str, frozenset[str]] = {}
    for one in here:  # what one speaker says in two clauses counts as one
        by_name[one.name] = by_name.get(one.name, frozenset()) | said[id(one)]
    best = max(here, key=lambda a: (len(by_name[a.name]), len(said[id(a)]), a.start - a.end))
    told = words & words_of(best.name) and best.cue and best.cue.casefold() in text.casefold()
    return best if len(by_name[best.name]) >= _MOSTLY_SAID * len(words) or told else None


def _attributions_in(sentence: Sentence, facts: Analysis) -> list[Attribution]:
    """Those with a name that share text with the sentence."""
    # Each is asked for each claim: making two spans to compare them would take twice the time.
    return [
        a
        for a in facts.attributions
        if max(a.start, sentence.start) < min(a.end, sentence.end) and a.name
    ]


def _said_in(attribution: Attribution, sentence: Sentence, facts: Analysis) -> frozenset[str]:
    start, end = max(attribution.start, sentence.start), min(attribution.end, sentence.end)
    return words_of(facts.document.text[start:end])


def told_as_fact(text: str, sentence: Sentence, facts: Analysis) -> tuple[Problem, ...]:
    """A finding where ``text`` tells as a fact what the article has as unconfirmed, disputed or
    denied: it names neither who says it nor a doubt."""
    words = words_of(text)
    main = attribution_of(text, sentence, facts)
    said = read_figures(text, facts.document.language)
    for doubtful in facts.attributions:
        inside = doubtful.span.overlaps(sentence.span)
        if not inside or doubtful.status in ("stated", "attributed"):
            continue
        figures = facts.figures_in(doubtful.span)
        repeated = any(agrees(figure, other) for figure in figures for other in said)
        if (doubtful is main or repeated) and not words & (words_of(doubtful.name) | _DOUBTS):
            message = f"the article has this as {doubtful.status}, from {doubtful.name}"
            return (Problem(kind="attribution", message=message, said=text),)
    return ()


def speaker_taken_for_subject(
    text: str, attribution: Attribution | None, facts: Analysis
) -> tuple[Problem, ...]:
    """``Voss said it owed its bank 640,000``: a wording in which Voss owes is about the wrong one.

    A finding where ``text`` begins with the speaker and goes on with a verb that has, in what is
    said, another subject. "It" may be a body that speaks, "he" or "she" a person.
    """
    if attribution is None or not attribution.speaker:
        return ()
    verb = _verb_after(text, words_of(attribution.name) | words_of(attribution.speaker))
    said = _TOKEN.findall(facts.document.text[attribution.start : attribution.end].casefold())
    if not verb or verb not in said:
        return ()
    before = [word for word in said[: said.index(verb)] if word not in _AUXILIARIES]
    if not before or before[-1] in _own_pronouns(attribution, facts) | _JOINING:
        return ()
    if before[-1] in words_of(attribution.name):
        return ()
    message = f"{attribution.name} says this, of somebody or something else"
    return (Problem(kind="name", message=message, said=text, found=attribution.speaker),)


def _verb_after(text: str, name: frozenset[str]) -> str:
    """The word after the name that ``text`` begins with, "" where it begins otherwise."""
    tokens = _TOKEN.findall(text.casefold())
    named = [at for at, token in enumerate(tokens[:_SUBJECT_WORDS]) if token in name]
    rest = tokens[named[-1] + 1 :] if named else []
    return next((token for token in rest if token not in _AUXILIARIES and token not in name), "")


def _own_pronouns(attribution: Attribution, facts: Analysis) -> frozenset[str]:
    kinds = {actor.kind for actor in facts.actors if same_name(actor.name, attribution.name)}
    return _OF_PERSONS if "person" in kinds else _OF_BODIES


def _spans_most(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether speaker, cue and content together are at least half of the sentence.

    What somebody says in a subordinate clause is not what the sentence claims.
    """
    edges = [attribution.start, attribution.end, attribution.cue_start, attribution.cue_end]
    if attribution.speaker:
        edges += [attribution.speaker_start, attribution.speaker_end]
    length = min(max(edges), sentence.end) - max(min(edges), sentence.start)
    return 2 * length >= sentence.end - sentence.start


def said_by(attribution: Attribution | None, facts: Analysis) -> dict[str, Any]:
    """The fields of a claim that tell of its speaker, its status and its speech."""
    if attribution is None:
        return {"status": "stated"}
    where = None
    if 0 <= attribution.speaker_start < attribution.speaker_end:
        where = evidence_at(facts.document, attribution.speaker_start, attribution.speaker_end)
    return {
        "speaker": facts.speaker_name(attribution) or None,
        "speaker_evidence": where,
        "anonymous": attribution.anonymous,
        "speech": attribution.speech,
        "status": attribution.status,
    }


def _same_speaker(named: str, claim: Claim) -> bool:
    written = claim.speaker_evidence.quote if claim.speaker_evidence else ""
    spoken = (claim.speaker or "", written)
    shared = words_of(named) & words_of(" ".join(spoken))
    return any(same_name(named, name) for name in spoken if name) or (
        len(shared) >= 0.6 * max(len(words_of(named)), 1)
    )
