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
from summarizer.facts.names.datelines import without_dateline
from summarizer.facts.quotes import locate_quote
from summarizer.grounding.figures import figure_id
from summarizer.grounding.shape import LONG, added_clause, wording_problems
from summarizer.grounding.speakers import (
    attribution_of,
    main_attribution,
    said_by,
    speaker_problem,
    speaker_taken_for_subject,
)
from summarizer.grounding.support import (
    Support,
    citable,
    evidence_for,
    find_support,
    words_of,
)
from summarizer.summary import Claim, Problem, ProposedBy, Rejected

CITED_A_SENTENCE = 0.4
FEWEST, MOST = 5, 12
"""Claims rest on 0.4 of the article's sentences, at least 5 and at most 12, where there are so many
leads: what the model passed over is added verbatim, marked as proposed by code. It is an editorial
choice: half a page of claims for a page of article."""

MOST_OF_IT = 0.8
"""The share of words from which one text stands for another."""

MIN_OVERLAP = 0.3
"""A sentence stands behind a failed wording when it holds this share of the wording's words."""

_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]{0,3}\Z")
_CLAUSE_OPENERS = ("that ", ", ", ": ", '"', "“", "‘", "«", "„")
_STOPS = " ,;:"
_MARKS = f'{_STOPS}"“”„«»'
_EDGES = " .,;:!?…'\"()[]"
_FEWEST_WORDS = 4
_GARBLED = 3
_LEAD_IN = re.compile(r"\A([^:\n]{2,60}):\s+(?=\S)")


@dataclass(frozen=True)
class _Proposal:
    """A draft claim with the sentence found for it."""

    text: str
    speaker: str
    support: Support


@dataclass(frozen=True)
class _Judged:
    """What became of a draft claim. ``stand_in`` is True where ``claim`` is the sentence itself, in
    place of a wording that failed."""

    claim: Claim | None
    refused: Rejected | None
    stand_in: bool = False


def ground_claims(
    drafts: Sequence[DraftClaim], facts: Analysis
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """The claims that stand, in the order of the draft, and what was rejected of them.

    Where one wording of a sentence fails, the sentence itself stands for all wordings of it: what
    is left of a sentence taken apart may miss the point.
    """
    judged = [_ground(draft, facts) for draft in drafts]
    whole = {_sentence_of(one.claim) for one in judged if one.claim and one.stand_in}
    claims: list[Claim] = []
    for one in judged:
        if one.claim is None or _repeats(one.claim, claims):
            continue
        if _sentence_of(one.claim) not in whole:
            claims.append(one.claim)
        elif not any(_sentence_of(claim) == _sentence_of(one.claim) for claim in claims):
            sentence = facts.document.sentences[_sentence_of(one.claim) - 1]
            claims.append(verbatim_claim(sentence, facts, "model"))
    refused = [one.refused for one in judged if one.refused]
    return (*claims, *_passed_over(claims, facts)), tuple(refused)


def _sentence_of(claim: Claim) -> int:
    return claim.evidence[0].sentence


def verbatim_claim(sentence: Sentence, facts: Analysis, proposed_by: ProposedBy) -> Claim:
    """``sentence`` as a claim in its own words: what is said in it, where somebody says it."""
    attribution = main_attribution(sentence, facts)
    text = _said_words(sentence, attribution, facts)
    return Claim(
        text=text,
        wording="verbatim",
        evidence=evidence_for(sentence),
        figures=tuple(
            figure_id(figure, facts)
            for figure in facts.figures_in(sentence.span)
            if figure.text in text
        ),
        proposed_by=proposed_by,
        **said_by(attribution, facts),
    )


def _ground(draft: DraftClaim, facts: Analysis) -> _Judged:
    text = _without_lead_in(draft.claim, draft.speaker)
    cited = citable(facts.document, draft.sentence)
    if cited and _is_copy(text, cited, facts):
        return _judged(draft, verbatim_claim(cited, facts, "model"))
    support = find_support(text, facts.document, cited) if text else None
    if support is None:
        message = f"no sentence of the article says this (sentence {draft.sentence} was cited)"
        return _Judged(None, _rejected(draft, (Problem(kind="content", message=message),), None))
    proposal = _Proposal(text, draft.speaker, support)
    sentence = _closest(proposal)
    if sentence != cited and _is_copy(text, sentence, facts):
        return _judged(draft, verbatim_claim(sentence, facts, "model"))
    problems = wording_problems(text, sentence, support.check)
    problems += added_clause(text, [one.text for one in support.sentences])
    problems += speaker_taken_for_subject(text, main_attribution(sentence, facts), facts)
    if support.check.supported and not problems:
        return _judged(draft, _worded_claim(proposal, facts))
    basis = _basis(proposal, cited)
    fallback = verbatim_claim(basis, facts, "model") if basis else None
    refused = _rejected(draft, (*support.problems, *problems), fallback)
    return _Judged(fallback, refused, stand_in=True)


def _judged(draft: DraftClaim, claim: Claim) -> _Judged:
    return _Judged(claim, _wrong_speaker(draft, claim))


def _is_copy(text: str, sentence: Sentence, facts: Analysis) -> bool:
    """Whether ``text`` is what the sentence says in its own words: all, or until it broke off.

    A shorter piece is a wording, and checked as one: it may have lost a "not".
    """
    ended = bool(_ENDED.search(text))
    broke_off = not ended and len(text) >= LONG
    # Where a model runs out of room its last words may be garbled.
    lost = _GARBLED if broke_off else int(not ended)
    whole = " ".join(text.split(" ")[: -lost or None])
    if len(whole.split()) < _FEWEST_WORDS or not _stands_in(whole, sentence):
        return False
    said = _said_words(sentence, main_attribution(sentence, facts), facts)
    return broke_off or len(whole.split()) >= MOST_OF_IT * len(said.split())


def _stands_in(text: str, sentence: Sentence) -> bool:
    """Whether ``text`` is literally a part of the sentence, but for typography."""
    if fold(text).text.strip(_EDGES) not in fold(sentence.text).text:
        return False  # most wordings: the search for the nearest place is not needed
    return locate_quote(text, sentence.text).status in ("exact", "typographic")


def _worded_claim(proposal: _Proposal, facts: Analysis) -> Claim:
    sentences = proposal.support.sentences
    closest = _closest(proposal)
    return Claim(
        text=proposal.text,
        wording="verbatim" if proposal.text in closest.text else "model",
        evidence=evidence_for(*sentences),
        figures=_figures_of(proposal.text, sentences, facts),
        score=round(proposal.support.check.score, 3),
        **said_by(attribution_of(proposal.text, closest, facts), facts),
    )


def _closest(proposal: _Proposal) -> Sentence:
    words = words_of(proposal.text)
    return max(proposal.support.sentences, key=lambda s: len(words & words_of(s.text)))


def _said_words(sentence: Sentence, attribution: Attribution | None, facts: Analysis) -> str:
    """The words of the sentence that are attributed, where they are a statement of their own."""
    whole = without_dateline(sentence.text)
    if attribution is None or attribution.status != "attributed":
        return whole
    text = facts.document.text
    begins = sentence.end - len(whole)
    start, end = max(attribution.start, begins), min(attribution.end, sentence.end)
    # After a noun ("voiced worries about ...") what is attributed is a phrase and no statement.
    clause = start == begins or text[:start].endswith(_CLAUSE_OPENERS)
    said = text[start:end].strip(_MARKS)
    if _has_loose_quote(said):
        said = text[start:end].strip(_STOPS)
    clause = clause and not _has_loose_quote(said)
    return said if clause and len(said.split()) >= 5 else whole


def _has_loose_quote(said: str) -> bool:
    """Whether a quotation mark has lost its partner."""
    if said.count('"') % 2 or said.count("«") != said.count("»"):
        return True
    # The mark that closes in German opens in English.
    return said.count("“") not in (said.count("”"), said.count("„"))


def _figures_of(text: str, sentences: Sequence[Sentence], facts: Analysis) -> tuple[str, ...]:
    """Ids of the article's figures that ``text`` repeats from its evidence."""
    said = read_figures(text, facts.document.language)
    return tuple(
        figure_id(figure, facts)
        for sentence in sentences
        for figure in facts.figures_in(sentence.span)
        if any(agrees(figure, other) for other in said)
    )


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
    """Whether one claim before it rests on the same sentence and has nearly all of its words."""
    words = words_of(claim.text)
    return any(
        claim.evidence[0].sentence == other.evidence[0].sentence
        and len(words & words_of(other.text)) >= MOST_OF_IT * len(words)
        for other in others
    )


def _passed_over(claims: Sequence[Claim], facts: Analysis) -> list[Claim]:
    """Leads that no claim rests on, until there are enough claims for the article's length."""
    cited = {e.sentence for claim in claims for e in claim.evidence}
    open_leads = [lead for lead in facts.leads if lead.number not in cited]
    wanted = round(CITED_A_SENTENCE * len(facts.document.sentences))
    missing = max(min(max(wanted, FEWEST), MOST) - len(cited), 0)
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
