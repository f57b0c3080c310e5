"""Claims: each wording is checked, its evidence found, its speaker read from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Sentence
from summarizer.document.folding import fold
from summarizer.draft import DraftClaim
from summarizer.facts.analysis import Analysis
from summarizer.facts.attribution import Attribution
from summarizer.facts.figures import agrees, read_figures
from summarizer.facts.names import same_name
from summarizer.facts.quotes import locate_quote
from summarizer.grounding.figures import figure_id
from summarizer.grounding.speakers import attributed, main_attribution, speaker_problem
from summarizer.grounding.support import (
    Support,
    evidence_for,
    find_support,
    sentence_numbered,
    words_of,
)
from summarizer.summary import Claim, Problem, ProposedBy, Rejected

CLAIMS_A_SENTENCE = 0.4
FEWEST, MOST = 5, 12
"""A summary holds 0.4 claims for each sentence of the article, at least 5 and at most 12, where
there are so many leads: what the model passed over is added verbatim, marked as proposed by code.
It is an editorial choice: half a page of claims for a page of article."""

MIN_OVERLAP = 0.3
"""A sentence stands behind a failed wording when it holds this share of the wording's words."""

_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]{0,3}\Z")
_CLAUSE_OPENERS = ("that ", ", ", ": ", '"', "“", "‘", "«", "„")
_MARKS = ' ,;:"“”„«»'
_PRONOUN = re.compile(r"\A(?:He|She|It|They|This|These|Those|His|Her|Their)\b")
_EDGES = " .,;:!?…'\"()[]"
_LONG = 100
_FEWEST_WORDS = 4
_LEAD_IN = re.compile(r"\A([^:\n]{2,60}):\s+(?=\S)")


@dataclass(frozen=True)
class _Proposal:
    """A draft claim with the sentence found for it."""

    text: str
    speaker: str
    support: Support


def ground_claims(
    drafts: Sequence[DraftClaim], facts: Analysis
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """The claims that stand, in the order of the draft, and what was rejected of them."""
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    for draft in drafts:
        claim, refused = _ground(draft, facts)
        if refused:
            rejected.append(refused)
        if claim and not _repeats(claim, claims):
            claims.append(claim)
    return (*claims, *_passed_over(claims, facts)), tuple(rejected)


def verbatim_claim(sentence: Sentence, facts: Analysis, proposed_by: ProposedBy) -> Claim:
    """``sentence`` as a claim in its own words: what is said in it, where somebody says it."""
    attribution = main_attribution(sentence, facts)
    text = _said_words(sentence, attribution, facts)
    claim = Claim(
        text=text,
        wording="verbatim",
        status="stated",
        evidence=evidence_for(sentence),
        figures=tuple(
            figure_id(figure, facts)
            for figure in facts.figures_in(sentence.span)
            if figure.text in text
        ),
        proposed_by=proposed_by,
    )
    return attributed(claim, attribution, facts)


def _ground(draft: DraftClaim, facts: Analysis) -> tuple[Claim | None, Rejected | None]:
    text = _without_lead_in(draft.claim, draft.speaker)
    cited = sentence_numbered(facts.document, draft.sentence)
    if cited and _is_copy(text, cited):
        claim = verbatim_claim(cited, facts, "model")
        return claim, _wrong_speaker(draft, claim)
    support = find_support(text, facts.document, cited) if text else None
    if support is None:
        message = f"no sentence of the article says this (sentence {draft.sentence} was cited)"
        return None, _rejected(draft, (Problem(kind="content", message=message),), None)
    proposal = _Proposal(text, draft.speaker, support)
    sentence = _closest(proposal)
    if sentence != cited and _is_copy(text, sentence):
        claim = verbatim_claim(sentence, facts, "model")
        return claim, _wrong_speaker(draft, claim)
    problems = (*support.problems, *_shape_problems(text, sentence))
    if support.check.supported and not _shape_problems(text, sentence):
        claim = _worded_claim(proposal, facts)
        return claim, _wrong_speaker(draft, claim)
    basis = _basis(proposal, cited)
    fallback = verbatim_claim(basis, facts, "model") if basis else None
    return fallback, _rejected(draft, problems, fallback)


def _is_copy(text: str, sentence: Sentence) -> bool:
    """Whether ``text`` is the sentence's own words; also where it ran out of room in the middle."""
    whole = text if _ENDED.search(text) else text.rpartition(" ")[0]
    if len(whole.split()) < _FEWEST_WORDS:
        return False
    if fold(whole).text.strip(_EDGES) not in fold(sentence.text).text:
        return False  # most wordings: the search for the nearest place is not needed
    return locate_quote(whole, sentence.text).status in ("exact", "typographic")


def _worded_claim(proposal: _Proposal, facts: Analysis) -> Claim:
    sentences = proposal.support.sentences
    claim = Claim(
        text=proposal.text,
        wording="model",
        status="stated",
        evidence=evidence_for(*sentences),
        figures=_figures_of(proposal.text, sentences, facts),
        score=round(proposal.support.check.score, 3),
    )
    return attributed(claim, main_attribution(_closest(proposal), facts), facts)


def _closest(proposal: _Proposal) -> Sentence:
    words = words_of(proposal.text)
    return max(proposal.support.sentences, key=lambda s: len(words & words_of(s.text)))


def _said_words(sentence: Sentence, attribution: Attribution | None, facts: Analysis) -> str:
    """The words of the sentence that are attributed, where they are a statement of their own."""
    if attribution is None or attribution.status != "attributed":
        return sentence.text
    text = facts.document.text
    start, end = max(attribution.start, sentence.start), min(attribution.end, sentence.end)
    # After a noun ("voiced worries about ...") what is attributed is a phrase and no statement.
    clause = start == sentence.start or text[:start].endswith(_CLAUSE_OPENERS)
    said = text[start:end].strip(_MARKS)
    return said if clause and len(said.split()) >= 5 else sentence.text


def _figures_of(text: str, sentences: Sequence[Sentence], facts: Analysis) -> tuple[str, ...]:
    """Ids of the article's figures that ``text`` repeats from its evidence."""
    said = read_figures(text, facts.document.language)
    return tuple(
        figure_id(figure, facts)
        for sentence in sentences
        for figure in facts.figures_in(sentence.span)
        if any(agrees(figure, other) for other in said)
    )


def _shape_problems(text: str, sentence: Sentence) -> tuple[Problem, ...]:
    """A wording that breaks off, or points at nobody, is not one to print whatever it says."""
    if len(text) >= _LONG and not _ENDED.search(text):
        return (Problem(kind="content", message="the wording breaks off", said=text[-40:]),)
    pronoun = _PRONOUN.match(text)
    if pronoun and not _PRONOUN.match(sentence.text):
        message = f"the wording does not say who '{pronoun[0]}' is"
        return (Problem(kind="name", message=message, said=pronoun[0]),)
    return ()


def _wrong_speaker(draft: DraftClaim, claim: Claim) -> Rejected | None:
    """The speaker that the model named, where the text does not confirm it."""
    problem = speaker_problem(draft.speaker, claim)
    if problem is None:
        return None
    return _rejected(draft, (problem,), claim).model_copy(update={"shown_as": "corrected"})


def _basis(proposal: _Proposal, cited: Sentence | None) -> Sentence | None:
    """The sentence whose own words may take the place of a failed wording."""
    words = words_of(proposal.text)
    options = [s for s in (*proposal.support.sentences, cited) if s]
    best = max(options, key=lambda s: len(words & words_of(s.text)))
    return best if len(words & words_of(best.text)) >= MIN_OVERLAP * max(len(words), 1) else None


def _without_lead_in(text: str, speaker: str) -> str:
    """``Pentagon: there are ...`` without the speaker in front, which has a field of its own."""
    match = _LEAD_IN.match(text)
    if match and speaker and (same_name(match[1], speaker) or match[1] == speaker):
        return text[match.end() :].strip()
    return text.strip()


def _repeats(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim rests on the same sentence as one before it and says no other figures."""
    return any(
        claim.evidence[0].sentence == other.evidence[0].sentence
        and set(claim.figures) <= set(other.figures)
        for other in others
    )


def _passed_over(claims: Sequence[Claim], facts: Analysis) -> list[Claim]:
    """Leads that no claim rests on, until there are enough claims for the article's length."""
    cited = {e.sentence for claim in claims for e in claim.evidence}
    open_leads = [lead for lead in facts.leads if lead.number not in cited]
    wanted = round(CLAIMS_A_SENTENCE * len(facts.document.sentences))
    missing = max(min(max(wanted, FEWEST), MOST) - len(claims), 0)
    return [verbatim_claim(lead, facts, "code") for lead in open_leads[:missing]]


def _rejected(draft: DraftClaim, problems: Sequence[Problem], shown: Claim | None) -> Rejected:
    return Rejected(
        item="claim",
        text=draft.claim,
        speaker=draft.speaker or None,
        problems=tuple(problems),
        shown_as="verbatim" if shown else "omitted",
        evidence=shown.evidence if shown else (),
    )
