"""Headline and abstract: free text of a model, checked sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.facts.analysis import Analysis
from summarizer.facts.headline import own_headline
from summarizer.facts.names.datelines import without_dateline
from summarizer.grounding.shape import LEAST_SCORE, added_clause, points_back, wording_problems
from summarizer.grounding.speakers import told_as_fact
from summarizer.grounding.support import Support, evidence_for, find_support, words_of
from summarizer.summary import Claim, Evidence, Problem, Rejected, Wording

_STOPS = ".!?。！？।؟"
ABSTRACT_SENTENCES = 3
"""A model that was asked for two sentences may go on; what follows the third is left out."""
_NOT_CLEAR = (Problem(kind="content", message="no one sentence of the article says all of this"),)

_SAID = (Problem(kind="length", message="the abstract has said it already"),)
_TOO_LONG = (Problem(kind="length", message="the abstract is long enough without it"),)


@dataclass(frozen=True)
class GroundedText:
    """A text, whose words it is in, and the sentences it rests on."""

    text: str
    wording: Wording
    evidence: tuple[Evidence, ...]


def ground_headline(
    headline: str, claims: Sequence[Claim], facts: Analysis
) -> tuple[GroundedText, tuple[Rejected, ...]]:
    """The draft's headline where the article supports it, else the article's own, else a claim."""
    support = find_support(headline, facts.document, None) if headline else None
    doubts = told_as_fact(headline, support.sentences[0], facts) if support else ()
    doubts += added_clause(headline, [s.text for s in support.sentences]) if support else ()
    if support and _is_beyond_doubt(support) and not doubts:
        return GroundedText(headline, "model", evidence_for(*support.sentences)), ()
    own = own_headline(facts.document)
    if own:
        instead = GroundedText(own.text, "verbatim", evidence_for(own))
    else:
        instead = _from_claims(claims[:1])
    problems = (*support.problems, *doubts) if support else ()
    return instead, _refused("headline", headline, problems or _NOT_CLEAR, instead)


def ground_abstract(
    abstract: str, claims: Sequence[Claim], facts: Analysis
) -> tuple[GroundedText, tuple[Rejected, ...]]:
    """The sentences of the draft's abstract that the article supports; where none is left, the
    first two claims that are verbatim or checked."""
    kept: list[str] = []
    evidence: dict[int, Evidence] = {}
    rejected: list[Rejected] = []
    for sentence in Document.from_text(abstract, language=facts.document.language).sentences:
        support = find_support(sentence.text, facts.document, None)
        if sentence.text in kept:
            rejected += _refused("abstract", sentence.text, _SAID, None)
            continue
        whole = _is_whole(sentence.text)
        shape = _print_problems(sentence.text, support, facts, first=not kept) if support else ()
        if support and support.check.supported and whole and not shape:
            if len(kept) == ABSTRACT_SENTENCES:
                rejected += _refused("abstract", sentence.text, _TOO_LONG, None)
                continue
            kept.append(sentence.text)
            evidence |= {e.sentence: e for e in evidence_for(*support.sentences)}
            continue
        problems = (*support.problems, *shape) if support else ()
        if not whole:
            problems = (*problems, Problem(kind="content", message="the sentence breaks off"))
        rejected += _refused("abstract", sentence.text, problems, None)
    if kept:
        text = GroundedText(" ".join(kept), "model", tuple(evidence[n] for n in sorted(evidence)))
        return text, tuple(rejected)
    return _from_claims(_of_two_sentences(claims)), tuple(rejected)


def _print_problems(
    text: str, support: Support, facts: Analysis, *, first: bool
) -> tuple[Problem, ...]:
    """Why a sentence may not be printed as it stands; after another one it may point back."""
    closest = max(support.sentences, key=lambda s: len(words_of(text) & words_of(s.text)))
    found = wording_problems(text, closest, support.check)
    kept = tuple(problem for problem in found if first or not points_back(problem))
    added = added_clause(text, [sentence.text for sentence in support.sentences])
    return (*kept, *added, *told_as_fact(text, closest, facts))


def _is_beyond_doubt(support: Support) -> bool:
    """What stands largest must say what one sentence says: no mild finding, no words from two."""
    check = support.check
    single = len(support.sentences) == 1
    return check.supported and single and not check.problems and check.score >= LEAST_SCORE


def _is_whole(sentence: str) -> bool:
    """Whether a sentence comes to its end; a model that runs out of room may write an ellipsis."""
    bare = sentence.rstrip("\"'”’»)")
    return bare[-1:] in _STOPS and not bare.endswith("..")


def _of_two_sentences(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim of each of the first two sentences that claims rest on."""
    first = {claim.evidence[0].sentence: claim for claim in reversed(claims)}
    order = dict.fromkeys(claim.evidence[0].sentence for claim in claims)
    return [first[number] for number in order][:2]


def _from_claims(claims: Sequence[Claim]) -> GroundedText:
    """Whole sentences that claims rest on, verbatim: an attributed claim must keep its speaker."""
    first = [claim.evidence[0] for claim in claims]
    text = " ".join(" ".join(without_dateline(e.quote).split()) for e in first)
    return GroundedText(text, "verbatim", tuple(first))


def _refused(
    item: str, text: str, problems: tuple[Problem, ...], instead: GroundedText | None
) -> tuple[Rejected, ...]:
    if not text:
        return ()
    reasons = problems or (Problem(kind="content", message="no sentence of the article says this"),)
    return (
        Rejected.model_validate(
            {
                "item": item,
                "text": text,
                "problems": reasons,
                "shown_as": "verbatim" if instead else "omitted",
                "evidence": instead.evidence if instead else (),
            }
        ),
    )
