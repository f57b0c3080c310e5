"""Where a sentence says that something is not known, not confirmed, or that nobody answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.facts.attribution.phrases_before import phrase_before
from summarizer.facts.attribution.quotations import Quotation
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.words import word_set

_UNKNOWN = word_set(
    "unclear unknown uncertain undetermined unresolved unanswered undisclosed unconfirmed",
    "unverified unidentified unsolved unexplained",
)
# With a negation before them these say that something is not known.
_KNOWN = word_set(
    "clear known certain determined disclosed identified established decided named released",
    "announced specified explained finalised finalized settled sure",
)
_CONFIRM = word_set("confirm verify corroborate authenticate substantiate")
_CONFIRMED = word_set("confirmed verified corroborated authenticated substantiated")
_TELL = word_set(
    "say specify disclose reveal know explain provide identify elaborate name give release",
    "clarify determine establish detail",
)
_ANSWER = word_set("comment respond reply answer return")
_ASKED = word_set("whether if how why what when where who which")
_NOT = word_set("not n't never cannot")
_REFUSE = word_set("declined declines refused refuses unable failed fails")
_COPULAS = word_set(
    "is are was were be been being remain remains remained has have had 's it's",
)
_SMALL = word_set(
    "still yet also immediately not n't independently currently been be being as now fully",
    "officially publicly entirely previously so far exactly known",
)
_AUXILIARIES = word_set(
    "did does do has have had could can would will is are was were been be",
)


_WORDS = {"known": "unknown", "disclosed": "unknown"}
_BEFORE_ASKED = word_set("exactly yet precisely immediately just at this stage")
# "not sure", "not released": open only with a clause of what is open.
_ALSO_OTHERWISE = word_set("clear certain sure named released")
_REQUESTS = word_set("call calls message messages request requests question questions email emails")
# "did not give details" is open, "did not give up" is not.
_NEED_OBJECT = word_set("give name provide release know establish say")
_FACTS = word_set(
    "reason reasons details detail figure figures cause number more further comment information",
    "evidence",
)


OpenKind = Literal["unknown", "unconfirmed", "silent"]


@dataclass(frozen=True, slots=True)
class OpenClause:
    """Ranges are token indices, half-open.

    ``kind``: "unknown", "unconfirmed" or "silent" (asked and no answer). ``whole`` is the stretch
    that says so. ``asked`` is the clause that stays open ("whether the bridge is safe"),
    ``subject`` who or what the predicate is about, ``predicate`` the words that say it is open
    ("could not confirm"), which take an object where ``transitive``. ``word`` names the state.
    """

    kind: OpenKind
    whole: Range
    asked: Range | None = None
    subject: Range | None = None
    predicate: Range | None = None
    transitive: bool = False
    word: str = "unclear"


def find_open_clauses(
    sentence: Sentence, quotations: Sequence[Quotation] = ()
) -> Iterator[OpenClause]:
    """The open clauses of a sentence in order of place.

    ``quotations`` are those that share text with the sentence: what begins inside one ends there.
    """
    for at, token in enumerate(sentence.tokens):
        if token.kind != WORD:
            continue
        low = token.low
        found: OpenClause | None = None
        if low in _UNKNOWN or low in _KNOWN:
            found = _state(sentence, at)
        elif low in _CONFIRMED:
            found = _passive(sentence, at)
        elif low in _CONFIRM or low in _TELL or low in _ANSWER:
            found = _person(sentence, at)
        elif low == "yet" and sentence.low(at + 1) == "to":
            found = _yet_to(sentence, at)
        elif low == "reached":
            found = _not_reached(sentence, at)
        elif low in ("questions", "concerns", "doubts"):
            found = _raised(sentence, at)
        if found is not None:
            yield _within_quotation(sentence, at, found, quotations)


def _within_quotation(
    sentence: Sentence, at: int, clause: OpenClause, quotations: Sequence[Quotation]
) -> OpenClause:
    """The clause, no further than the closing mark of the speech that its last part begins in."""
    tokens = sentence.tokens
    first = max(at, clause.asked[0] if clause.asked else at)
    place = tokens[first].start
    held = next((q for q in quotations if q.speech and q.start <= place < q.end), None)
    if held is None:
        return clause
    stop = first + 1
    while stop < clause.whole[1] and tokens[stop].start < held.inner_end:
        stop += 1
    while stop > first + 1 and tokens[stop - 1].kind not in (WORD, ")"):
        stop -= 1

    def cut(found: Range | None) -> Range | None:
        return found if found is None or found[1] <= stop else (found[0], stop)

    whole = (clause.whole[0], min(clause.whole[1], stop))
    return replace(clause, whole=whole, asked=cut(clause.asked), predicate=cut(clause.predicate))


def _back(sentence: Sentence, at: int, words: frozenset[str]) -> int:
    while at > 0 and (sentence.low(at - 1) in words or sentence.low(at - 1).endswith("n't")):
        at -= 1
    return at


def _negated(sentence: Sentence, start: int, end: int) -> bool:
    return any(
        sentence.low(i) in _NOT or sentence.low(i).endswith("n't") for i in range(start, end)
    )


def _clause_end(sentence: Sentence, start: int) -> int:
    """The end of a clause: a semicolon, the sentence's end, or a comma before another clause."""
    end = start
    size = len(sentence.tokens)
    while end < size and sentence.kind(end) not in (";", ".", "?", "!", ":", "-"):
        if sentence.kind(end) == "," and (
            sentence.low(end + 1)
            in (
                "but",
                "and",
                "although",
                "while",
                "as",
                "which",
                "though",
                "because",
                "the",
                "he",
                "she",
                "they",
                "it",
                "after",
                "with",
            )
            or sentence.is_verb(end + 1)
        ):
            break
        if sentence.low(end) in ("but", "although", "because") and end > start:
            break
        end += 1
    while end > start and sentence.kind(end - 1) not in (WORD, ")"):
        end -= 1
    return end


def _subject(sentence: Sentence, left: int) -> Range | None:
    if left < 0:
        return None
    low = sentence.low(left)
    if low in ("he", "she", "they", "we", "i"):
        return left, left + 1
    if low in ("it", "who", "which", "that", "there"):
        return None
    return phrase_before(sentence, left)


def _state(sentence: Sentence, at: int) -> OpenClause | None:
    """ "it is unclear whether", "the cause is not yet known", "whether it works is unknown"."""
    low = sentence.low(at)
    chain = _back(sentence, at, _COPULAS | _SMALL)
    if sentence.low(at + 1) == "as" or (low in _KNOWN and not _negated(sentence, chain, at)):
        return None
    copula = any(sentence.low(i) in _COPULAS for i in range(chain, at))
    subject = _subject(sentence, chain - 1) if copula else None
    word = _WORDS.get(low, low if low in _UNKNOWN else "unclear")
    link = at + 1
    while sentence.low(link) in _BEFORE_ASKED:
        link += 1
    if sentence.low(link) in _ASKED:
        end = _clause_end(sentence, link)
        start = subject[0] if subject else chain - (sentence.low(chain - 1) == "it")
        predicate = (chain, at + 1) if subject else None
        return OpenClause("unknown", (start, end), (link, end), subject, predicate, word=word)
    if not copula or (low in _ALSO_OTHERWISE and _asked_before(sentence, chain) is None):
        return None
    return _state_of_subject(sentence, (chain, _clause_end(sentence, at)), subject, word)


def _state_of_subject(
    sentence: Sentence, predicate: Range, subject: Range | None, word: str
) -> OpenClause | None:
    """ "The cause |is not known|": a noun or a whole clause that is open."""
    asked = _asked_before(sentence, predicate[0])
    if asked is not None:
        return OpenClause("unknown", (asked[0], predicate[1]), asked, word=word)
    if subject is None:
        return None
    return OpenClause("unknown", (subject[0], predicate[1]), None, subject, predicate, word=word)


def _asked_before(sentence: Sentence, chain: int) -> Range | None:
    """The clause that is the subject: "|Whether the talks resume| is unclear"."""
    start = chain
    while start > 0 and sentence.kind(start - 1) == WORD and sentence.low(start - 1) != "that":
        start -= 1
    begins = sentence.low(start) in _ASKED - {"when", "where", "which", "if"}
    return (start, chain) if begins and chain - start > 2 else None


def _passive(sentence: Sentence, at: int) -> OpenClause | None:
    """ "the video could not be independently verified", "has not been confirmed"."""
    chain = _back(sentence, at, _COPULAS | _SMALL | _AUXILIARIES)
    if not _negated(sentence, chain, at) or not any(
        sentence.low(i) in _COPULAS for i in range(chain, at)
    ):
        return None
    subject = _subject(sentence, chain - 1)
    if subject is None:
        return None
    end = _clause_end(sentence, at)
    return OpenClause("unconfirmed", (subject[0], end), None, subject, (chain, end))


def _person(sentence: Sentence, at: int) -> OpenClause | None:
    """ "could not confirm if", "did not say how many", "declined to comment"."""
    low = sentence.low(at)
    chain = _refusal(sentence, at)
    subject = _subject(sentence, chain - 1) if chain is not None else None
    if chain is None:
        return None
    end = _clause_end(sentence, at)
    if subject is None and low in _TELL and sentence.low(chain - 1) == "it":
        subject = (chain - 1, chain)  # what tells is somebody: no "it is clear"
    if subject is None:  # "..., and declined to say whether": what is asked is enough
        asks = low in _TELL and sentence.low(at + 1) in _ASKED
        return OpenClause("unknown", (chain, end), (at + 1, end), word="open") if asks else None
    whole, predicate = (subject[0], end), (chain, end)
    if low in _ANSWER:
        request = any(sentence.low(i) in _REQUESTS for i in range(at, at + 6))
        silent = low not in ("return", "answer") or request
        return OpenClause("silent", whole, None, subject, predicate) if silent else None
    kind: OpenKind = "unconfirmed" if low in _CONFIRM else "unknown"
    if sentence.low(at + 1) in _ASKED or sentence.low(at + 1) == "that":
        confirms = kind == "unconfirmed"
        return OpenClause(kind, whole, (at + 1, end), subject, (chain, at + 1), confirms)
    if low in _NEED_OBJECT and not any(sentence.low(i) in _FACTS for i in range(at, end)):
        return None
    return OpenClause(kind, whole, None, subject, predicate)


def _refusal(sentence: Sentence, at: int) -> int | None:
    """Index of the first word of "could not" or "declined to" before the verb, or None."""
    verb = at - (sentence.low(at - 1) == "independently")
    if sentence.low(verb - 1) == "to" and sentence.low(verb - 2) in _REFUSE:
        return _back(sentence, verb - 2, _AUXILIARIES | _SMALL)
    chain = _back(sentence, verb, _AUXILIARIES | _SMALL)
    return chain if _negated(sentence, chain, verb) else None


def _yet_to(sentence: Sentence, at: int) -> OpenClause | None:
    """ "has yet to be determined", "have yet to comment"."""
    low = sentence.low(at + 2)
    done = sentence.low(at + 3) if low == "be" else low
    if done not in _KNOWN | _CONFIRMED | _CONFIRM | _TELL | _ANSWER:
        return None
    chain = _back(sentence, at, _COPULAS | _SMALL)
    subject = _subject(sentence, chain - 1)
    if subject is None:
        return None
    kind: OpenKind = "unconfirmed" if done in _CONFIRMED | _CONFIRM else "unknown"
    kind = "silent" if done in _ANSWER else kind
    end = _clause_end(sentence, at)
    return OpenClause(kind, (subject[0], end), None, subject, (chain, end))


def _not_reached(sentence: Sentence, at: int) -> OpenClause | None:
    """ "could not be reached for comment"."""
    chain = _back(sentence, at, _AUXILIARIES | _SMALL)
    if not _negated(sentence, chain, at):
        return None
    subject = _subject(sentence, chain - 1)
    if subject is None or (
        "comment" not in [sentence.low(i) for i in range(at, min(at + 6, len(sentence.tokens)))]
        and sentence.kind(at + 1) == WORD
    ):
        return None
    end = _clause_end(sentence, at)
    return OpenClause("silent", (subject[0], end), None, subject, (chain, end))


def _raised(sentence: Sentence, at: int) -> OpenClause | None:
    """ "has raised questions about what": a clause that somebody asks."""
    back = at
    while back > max(at - 4, 0) and sentence.kind(back - 1) == WORD:
        back -= 1
        if sentence.low(back) in ("raised", "raises", "raise", "raising"):
            break
    else:
        return None
    link = at + 1
    if sentence.low(link) not in ("about", "over", "as"):
        return None
    link += 2 if sentence.low(link + 1) == "to" else 1
    if sentence.low(link) not in _ASKED:
        return None
    end = _clause_end(sentence, link)
    return OpenClause("unknown", (back, end), (link, end), word="open")
