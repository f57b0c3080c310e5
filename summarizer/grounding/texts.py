"""Headline and abstract: free text of a model, checked sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document, Sentence
from summarizer.facts.analysis import Analysis
from summarizer.grounding.support import Support, evidence_for, find_support
from summarizer.summary import Claim, Evidence, Problem, Rejected, Wording

_STOPS = ".!?。！？।؟"
_HEADLINE_WORDS = 20
HEADLINE_SCORE = 0.7
_NOT_CLEAR = (Problem(kind="content", message="no one sentence of the article says all of this"),)


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
    if support and _is_beyond_doubt(support):
        return GroundedText(headline, "model", evidence_for(*support.sentences)), ()
    own = _own_headline(facts.document)
    if own:
        instead = GroundedText(own.text, "verbatim", evidence_for(own))
    else:
        instead = _from_claims(claims[:1])
    problems = support.problems if support else ()
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
        whole = _is_whole(sentence.text)
        if support and support.check.supported and whole:
            kept.append(sentence.text)
            evidence |= {e.sentence: e for e in evidence_for(*support.sentences)}
            continue
        problems = support.problems if support else ()
        if not whole:
            problems = (*problems, Problem(kind="content", message="the sentence breaks off"))
        rejected += _refused("abstract", sentence.text, problems, None)
    if kept:
        text = GroundedText(" ".join(kept), "model", tuple(evidence[n] for n in sorted(evidence)))
        return text, tuple(rejected)
    return _from_claims(claims[:2]), tuple(rejected)


def _is_beyond_doubt(support: Support) -> bool:
    """What stands largest must say what one sentence says: no mild finding, no words from two."""
    check = support.check
    single = len(support.sentences) == 1
    return check.supported and single and not check.problems and check.score >= HEADLINE_SCORE


def _is_whole(sentence: str) -> bool:
    """Whether a sentence comes to its end; a model that runs out of room may write an ellipsis."""
    bare = sentence.rstrip("\"'”’»)")
    return bare[-1:] in _STOPS and not bare.endswith("..")


def _own_headline(document: Document) -> Sentence | None:
    """The article's first line, where it reads as a headline: short, and no full stop."""
    first = next(iter(document.sentences), None)
    if first is None or len(document.sentences) == 1:
        return None
    short = 3 <= len(first.text.split()) <= _HEADLINE_WORDS
    return first if short and first.text[-1] not in _STOPS else None


def _from_claims(claims: Sequence[Claim]) -> GroundedText:
    """Whole sentences that claims rest on, verbatim: an attributed claim must keep its speaker."""
    first = [claim.evidence[0] for claim in claims]
    text = " ".join(" ".join(e.quote.split()) for e in first)
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
