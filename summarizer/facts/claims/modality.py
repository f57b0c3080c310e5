"""Whether a claim is more certain than its evidence, or less."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from summarizer.facts.claims.alignment import SAME_FAMILY
from summarizer.facts.claims.comparison import NEAR_COST, Comparison
from summarizer.facts.claims.negation import scope
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.reading import Reading
from summarizer.facts.claims.relations import same_meaning
from summarizer.facts.claims.words import Word
from summarizer.facts.polarity import Cue
from summarizer.facts.words import stem, word_set

# How certain a thing is that is said with a cue of each kind; without one it is a fact. "can" and
# "would" say too many things to be compared.
_CERTAINTY = {
    "possible": 1,
    "reported": 1,
    "likely": 2,
    "planned": 2,
    "duty": 3,
    "future": 3,
}
_FACT = 4
_SCOPE = 2
# How many words before a word a cue may stand and still be meant for it.
_REACH = 4

# Adjectives: what they stand before is a thing, which a claim may speak of as such.
_NOMINAL = word_set("potential possible probable likely risk risks alleged suspected")

_SAID = word_set(
    """
    said says say according told tells claimed claims claim alleged alleges allege suggested
    suggests believes believe thinks think reports reported
    """
)


# Past forms that do not end in -ed.
PASTS = word_set(
    """
    went got made knew took saw came gave found told became left began brought wrote sat stood
    lost paid met led spoke spent grew won bought sent built fell rose sold fought threw held
    broke drove flew shot struck stole fled withdrew died cut hit shut quit
    sank froze chose tore swore burst
    """
)


def modality_problems(both: Comparison) -> list[Problem]:
    """Claims that drop or strengthen a hedge of the evidence; milder, those that add one."""
    return [*_stronger(both), *_weaker(both)]


def _stronger(both: Comparison) -> list[Problem]:
    close = _close_links(both)
    problems = []
    for cue in both.evidence.modals:
        certainty = _CERTAINTY.get(cue.value, _FACT)
        if certainty == _FACT or _is_denied(cue, both.evidence):
            continue
        head = _head(cue, both.evidence, close) or _reworded(cue, both)
        if head is None:
            continue
        mine = _counterpart(cue, head, both)
        if mine is None and _is_hedged_otherwise(cue, head, both):
            continue
        if mine is not None and _CERTAINTY.get(mine.value, certainty) <= certainty:
            continue
        if certainty == 3 and not _is_past(head, both.claim):
            continue
        problems.append(_problem(cue, mine, head, both.evidence))
    return problems


def _problem(cue: Cue, mine: Cue | None, head: Word, given: Reading) -> Problem:
    if mine is None:
        message = f"the evidence says '{cue.text}'; the claim states '{head.form}' as a fact"
        thing = cue.text.lower() in _NOMINAL and not _holds_a_clause(cue, given)
        return Problem("modality", message, head.form, cue.text, severe=not thing)
    message = f"the claim says '{mine.text}'; the evidence says '{cue.text}'"
    severe = _CERTAINTY.get(mine.value, _FACT) > 2
    return Problem("modality", message, mine.text, cue.text, severe)


def _reworded(cue: Cue, both: Comparison) -> Word | None:
    """A past verb of the claim that the evidence has nothing for but what the cue stands over."""
    covered = scope(both.evidence, cue, _SCOPE)
    if cue.value not in {"possible", "reported"} or not covered:
        return None
    if any(word.place in both.back for word in covered):
        return None
    for link in both.links:
        if link.place < 0 and link.word.kind == "word" and _is_past(link.word, both.claim):
            number = both.main_sentence(link.word.sentence)
            if number == covered[0].sentence:
                return link.word
    return None


def _weaker(both: Comparison) -> list[Problem]:
    problems = []
    near = {link.word.place: link.place for link in both.links if link.place >= 0}
    for cue in both.claim.modals:
        if _CERTAINTY.get(cue.value, _FACT) > 1:
            continue
        heads = [near[word.place] for word in scope(both.claim, cue, _SCOPE) if word.place in near]
        if not heads or _is_denied(cue, both.claim):
            continue
        given = both.evidence.words[heads[0]]
        if not _cues_over(given, both.evidence):
            message = f"the claim says '{cue.text}'; the evidence is certain of it"
            problems.append(Problem("modality", message, cue.text, given.form, severe=False))
    return problems


def _close_links(both: Comparison) -> dict[int, Word]:
    return {
        link.place: link.word
        for link in both.links
        if link.quality >= SAME_FAMILY
        and link.cost < NEAR_COST
        and both.speaks_of_the_same(link.word)
    }


def _head(cue: Cue, passage: Reading, close: dict[int, Word]) -> Word | None:
    """The claim's word for the first word that ``cue`` stands over, if it has one there."""
    for word in scope(passage, cue, _SCOPE):
        if word.place in close and word.kind == "word":
            return close[word.place]
    return None


def _counterpart(cue: Cue, head: Word, both: Comparison) -> Cue | None:
    """The claim's cue over ``head`` in place of the evidence's ``cue``: the weakest of them.

    One that both sides have beside it stands for itself: of "fear that it may cost", "fear that it
    will cost" keeps the fear and loses the doubt.
    """
    mine = _cues_over(head, both.claim)
    if _holds_a_clause(cue, both.evidence):  # its verb, and a hedge of it, may stand further on
        start, end = both.claim.sentences[head.sentence]
        mine = [
            other
            for other in both.claim.modals
            if start <= other.start < end and other.value in _CERTAINTY
        ]
    place = both.partner.get(head.place)
    theirs = _cues_over(both.evidence.words[place], both.evidence) if place is not None else []
    kept = {other.text.lower() for other in theirs if other != cue}
    left = [other for other in mine if other.text.lower() not in kept]
    return min(left or mine, key=lambda other: _CERTAINTY[other.value], default=None)


def _holds_a_clause(cue: Cue, passage: Reading) -> bool:
    """Whether a whole clause follows the cue: "it is possible that", "there are fears that"."""
    return passage.text[cue.end : cue.end + 6].lower() == " that "


def _cues_over(word: Word, passage: Reading) -> list[Cue]:
    """The cues that stand before ``word`` in its sentence, near enough; the nearest first."""
    start = passage.sentences[word.sentence][0]
    cues = passage.modals
    found: list[Cue] = []
    for at in range(bisect_right(cues, word.start, key=lambda cue: cue.start) - 1, -1, -1):
        cue = cues[at]
        if cue.start < start or word.place - passage.place_after(cue.end) > _REACH:
            break
        if cue.value in _CERTAINTY:
            found.append(cue)
    return found


def _is_denied(cue: Cue, passage: Reading) -> bool:
    """Whether a negation stands right behind the cue ("could not confirm": not a hedge)."""
    cues = passage.negations
    at = bisect_left(cues, cue.end - 1, key=lambda negation: negation.start)
    return at < len(cues) and cues[at].start - cue.end <= 1


def _is_hedged_otherwise(cue: Cue, head: Word, both: Comparison) -> bool:
    """Whether the claim keeps the hedge in other words, or says who says so."""
    start, end = both.claim.sentences[head.sentence]
    plain = both.claim.text[start:end].lower().split()
    hedge = [stem(word) for word in cue.text.split() if len(word) > 3]
    for word in both.claim.sentence_words(head.sentence):
        if any(word.stem == one or same_meaning(word.stem, one) for one in hedge):
            return True
    if cue.value == "reported":
        return any(word.strip(".,") in _SAID for word in plain)
    return both.claim.text[: head.start].lower().endswith(" to ")


def _is_past(word: Word, passage: Reading) -> bool:
    if passage.text[: word.start].lower().endswith((" be ", " to ", " will ", " is ", " are ")):
        return False
    return word.form.endswith("ed") or (stem(word.form) == word.stem and word.form in PASTS)
