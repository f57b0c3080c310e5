"""Who says what a claim says: read from the text, whatever a model names."""

from __future__ import annotations

from summarizer.document import Sentence
from summarizer.facts.analysis import Analysis
from summarizer.facts.attribution import Attribution
from summarizer.facts.names import same_name
from summarizer.grounding.support import evidence_at, words_of
from summarizer.summary import Claim, Problem


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
    inside = [
        a
        for a in facts.attributions
        if a.name and a.span.overlaps(sentence.span) and _spans_most(a, sentence)
    ]
    if inside:
        return max(inside, key=lambda a: min(a.end, sentence.end) - max(a.start, sentence.start))
    return facts.attribution_at(sentence.span)


def _spans_most(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether speaker, cue and content together are at least half of the sentence.

    What somebody says in a subordinate clause is not what the sentence claims.
    """
    edges = [attribution.start, attribution.end, attribution.cue_start, attribution.cue_end]
    if attribution.speaker:
        edges += [attribution.speaker_start, attribution.speaker_end]
    length = min(max(edges), sentence.end) - max(min(edges), sentence.start)
    return 2 * length >= sentence.end - sentence.start


def attributed(claim: Claim, attribution: Attribution | None, facts: Analysis) -> Claim:
    """The claim with the speaker, status and speech of ``attribution``."""
    if attribution is None:
        return claim
    where = None
    if 0 <= attribution.speaker_start < attribution.speaker_end:
        where = evidence_at(facts.document, attribution.speaker_start, attribution.speaker_end)
    return claim.model_copy(
        update={
            "speaker": facts.speaker_name(attribution) or None,
            "speaker_evidence": where,
            "anonymous": attribution.anonymous,
            "speech": attribution.speech,
            "status": attribution.status,
        }
    )


def _same_speaker(named: str, claim: Claim) -> bool:
    written = claim.speaker_evidence.quote if claim.speaker_evidence else ""
    spoken = (claim.speaker or "", written)
    shared = words_of(named) & words_of(" ".join(spoken))
    return any(same_name(named, name) for name in spoken if name) or (
        len(shared) >= 0.6 * max(len(words_of(named)), 1)
    )
