"""Open questions: those that code reads, and a model's where the text raises them."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document import Sentence
from summarizer.draft import DraftQuestion
from summarizer.facts.analysis import Analysis
from summarizer.facts.claims import check_claim
from summarizer.facts.gaps import Gap
from summarizer.grounding.support import evidence_at, evidence_for, sentence_numbered, words_of
from summarizer.summary import OpenQuestion, Problem, Rejected

MAX_QUESTIONS = 8
MIN_SHARED = 0.6
_QUESTION_WORDS = frozenset(
    ("what", "when", "wher", "whet", "whic", "whos", "will", "does", "have")
)


def ground_questions(
    drafts: Sequence[DraftQuestion], facts: Analysis
) -> tuple[tuple[OpenQuestion, ...], tuple[Rejected, ...]]:
    """The open questions of the article, and the draft's that nothing in it raises.

    A model's question stands only on a sentence in which code finds a gap: something unknown,
    unconfirmed or disputed. Otherwise a model may ask what the article answers.
    """
    kept: dict[int, OpenQuestion] = {}
    rejected: list[Rejected] = []
    for draft in drafts:
        gap = _gap_behind(draft, facts)
        problems = _problems(draft, gap, facts)
        if gap is None or problems:
            rejected.append(
                Rejected(
                    item="question", text=draft.question, problems=problems, shown_as="omitted"
                )
            )
        else:
            kept.setdefault(gap.sentence, _question(gap, facts, draft.question))
    own = [_question(gap, facts, "") for gap in facts.gaps if gap.sentence not in kept]
    return (*kept.values(), *own)[:MAX_QUESTIONS], tuple(rejected)


def _gap_behind(draft: DraftQuestion, facts: Analysis) -> Gap | None:
    """The gap in the cited sentence, or in the one that shares most of the question's words."""
    words = words_of(draft.question)
    numbers = {gap.sentence for gap in facts.gaps}
    if draft.sentence not in numbers:
        near = [n for n in numbers if len(words & words_of(_text(n, facts))) >= 0.5 * len(words)]
        return next((g for g in facts.gaps if near and g.sentence == near[0]), None)
    return next(gap for gap in facts.gaps if gap.sentence == draft.sentence)


def _problems(draft: DraftQuestion, gap: Gap | None, facts: Analysis) -> tuple[Problem, ...]:
    if gap is None:
        message = "nothing in the article says that this is not known"
        return (Problem(kind="content", message=message, said=draft.question),)
    if not _asks_about(draft.question, gap):
        message = "it asks about something else than what the sentence leaves open"
        return (Problem(kind="content", message=message, said=draft.question, found=gap.text),)
    # A question has no truth of its own: its figures and names must still be the sentence's.
    check = check_claim(draft.question, _text(gap.sentence, facts))
    return tuple(
        Problem(kind=p.kind, message=p.message, said=p.claim_text, found=p.evidence_text)
        for p in check.problems
        if p.kind in ("number", "unit", "name")
    )


def _asks_about(question: str, gap: Gap) -> bool:
    """Whether most of the question's longer words are words of the gap, by their first letters.

    The first four letters stand for a word's forms: open, opened, opening.
    """
    asked = {word[:4] for word in words_of(question) if len(word) >= 4} - _QUESTION_WORDS
    open_words = {word[:4] for word in words_of(gap.text)}
    return len(asked & open_words) >= MIN_SHARED * len(asked)


def _question(gap: Gap, facts: Analysis, wording: str) -> OpenQuestion:
    evidence = evidence_for(*_raised_in(gap, facts))
    return OpenQuestion(
        text=wording or gap.question,
        reason=gap.kind,
        proposed_by="model" if wording else "code",
        evidence=evidence or (evidence_at(facts.document, gap.start, gap.end),),
    )


def _raised_in(gap: Gap, facts: Analysis) -> list[Sentence]:
    """The sentences that raise the question: where sources disagree, those of all of them."""
    numbers = {gap.sentence}
    for conflict in facts.conflicts if gap.kind == "disagreement" else ():
        if any(gap.start <= figure.start < gap.end for figure in conflict.members):
            inside = [facts.document.sentence_at(figure.start) for figure in conflict.members]
            numbers |= {sentence.number for sentence in inside if sentence}
    found = [sentence_numbered(facts.document, number) for number in sorted(numbers)]
    return [sentence for sentence in found if sentence]


def _text(number: int, facts: Analysis) -> str:
    sentence = sentence_numbered(facts.document, number)
    return sentence.text if sentence else ""
