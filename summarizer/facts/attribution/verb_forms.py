"""Whether a form is a verb that asserts, and not a noun, an adjective or an infinitive."""

from __future__ import annotations

from summarizer.facts.attribution.adjuncts import ends_clause
from summarizer.facts.attribution.conjugation import Form, Verb
from summarizer.facts.attribution.finding import (
    AMBIGUOUS_BASE,
    BE,
    BELIEFS,
    DO_NOT_ASSERT,
    OPENERS,
    PLURALS,
)
from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.phrases_before import phrase_before
from summarizer.facts.attribution.subjects import with_before
from summarizer.facts.attribution.tokens import WORD, Sentence
from summarizer.facts.words import word_set

_BEFORE_ING = frozenset((",", "-", "by", "while", "after", "before", ""))
# Determiners that stand for a noun as well: "both said".
_ALONE = word_set("all both some many most several two three another one")
_BEFORE_PARTICIPLE = word_set("new newly other more fewer total recently previously")
# "a hat believed to be his" and "the man accused of theft": participles behind a noun.
_HEARSAY = word_set("believe think allege expect fear find")
_REDUCED = word_set("accuse blame describe propose report announce claim deny tell")


def chain_start(sentence: Sentence, at: int) -> int:
    """Index of the first auxiliary or adverb right before the verb at ``at``."""
    while at > 0 and sentence.is_in_chain(at - 1):
        at -= 1
    return at


def is_verb_here(sentence: Sentence, at: int, form: Form, auxiliaries: set[str]) -> bool:
    """Whether the form is a verb that asserts, and not a noun, an adjective or an infinitive."""
    negated = bool(auxiliaries & sentence.table.negations) or any(
        word.endswith("n't") for word in auxiliaries
    )
    if auxiliaries & DO_NOT_ASSERT and not negated:
        return False
    if form.tense == "past":
        return not (is_adjective(sentence, at) or _is_object(sentence, at, form))
    if form.tense == "ing":
        own = sentence.tokens[at - 1].capital and with_before(sentence, at) is not None
        before = sentence.low(at - 1)
        return (
            own or bool(auxiliaries & BE) or before in _BEFORE_ING or _is_issued(sentence, at - 1)
        )
    if form.tense == "base" and auxiliaries:
        # "England will fear nobody" says nothing; "she will say that" does.
        spoken = "C" in form.verb.frames or "will" not in auxiliaries
        return spoken and not auxiliaries & BE and bool(auxiliaries - sentence.table.adverbs)
    return _is_present(sentence, at, form)


_ISSUE = word_set(
    "publish published publishes publishing issue issued issues issuing wrote written writes post",
    "posted posts release released releases send sent sends sign signed tweeted filed",
)


def _is_issued(sentence: Sentence, at: int) -> bool:
    """Whether a document stands at ``at`` that the subject made: "published an article arguing"."""
    low = sentence.low(at)
    if low not in sentence.table.occasions and low not in sentence.table.source_nouns:
        return False
    return any(sentence.low(i) in _ISSUE for i in range(max(at - 6, 0), at))


def _is_present(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether "claims" or "report" is a verb here and not a noun."""
    table = sentence.table
    before, after = sentence.low(at - 1), sentence.low(at + 1)
    if (
        before in table.determiners
        or before in table.prepositions
        or before.endswith("'s")
        or before.isdigit()
        or (form.tense == "base" and not _is_plural_before(sentence, at, form.verb))
    ):
        return False
    if form.verb.lemma not in AMBIGUOUS_BASE:
        return True
    if _is_noun_here(sentence, at):
        return False
    if (form.tense == "base" and before in ("they", "we", "i")) or (
        after in OPENERS or after in table.pronouns
    ):
        return True
    # "the chairman claims children are at risk"
    opens_clause = before in table.role_nouns and sentence.has_verb(at + 2, at + 9)
    return opens_clause or ends_clause(sentence, at + 1)


def _is_plural_before(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether a subject in the plural stands before a base form ("officials from Oslo say")."""
    before = sentence.low(at - 1)
    table = sentence.table
    if before.endswith("s") or before in table.pronouns or before in PLURALS:
        return True
    if before in ("both", "all"):
        return True
    phrase = None if "T" in verb.frames else phrase_before(sentence, at - 1)
    if phrase is None or phrase[1] - phrase[0] < 2:
        return False
    words = [sentence.low(i) for i in range(*phrase)]
    ends = [i for i, word in enumerate(words) if word in table.prepositions and i]
    head = words[ends[0] - 1] if ends else ""
    joined = "and" in words and sentence.tokens[at - 1].capital
    return joined or head in PLURALS or (head.endswith("s") and not head.endswith(("'s", "ss")))


def _is_object(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a past like its base form is a noun: "left its revenue forecast where it was"."""
    if sentence.low(at) != form.verb.lemma:
        return False
    phrase = phrase_before(sentence, at - 1)
    return phrase is not None and sentence.is_verb(phrase[0] - 1)


def _is_noun_here(sentence: Sentence, at: int) -> bool:
    """Whether "claims" or "report" is the object of a verb: "rejected claims that"."""
    before = at - 1
    if sentence.is_verb(before):
        return True
    return sentence.is_verb(before - 1) and not sentence.tokens[before].capital


def is_adjective(sentence: Sentence, at: int) -> bool:
    """ "the alleged attacker", "his claimed wealth", "a man accused of murder"."""
    table = sentence.table
    before, after = sentence.low(at - 1), sentence.low(at + 1)
    if before in table.determiners and before not in _ALONE:
        return True
    if before.endswith("'s") and sentence.kind(at + 1) == WORD and after not in table.boundaries:
        return after not in table.determiners
    if before in _BEFORE_PARTICIPLE:
        return after not in ("that", "a", "the")
    form = table.verbs.get(sentence.low(at))
    if form is None or before in table.auxiliaries:
        return False
    if after == "to":
        finite = sentence.low(at + 2) in ("be", "have")
        return form.verb.lemma in _HEARSAY or (form.verb.lemma in ("say", "report") and finite)
    return after in ("of", "with", "by") and form.verb.lemma in _REDUCED


def status_of(verb: Verb, negated: bool) -> Status:
    """The status of what is said; what somebody does not say or confirm is unconfirmed."""
    if not negated:
        return verb.status
    if verb.status == "denied":
        return "unconfirmed"
    return "disputed" if verb.lemma in BELIEFS else "unconfirmed"


def quotable(verb: Verb) -> str:
    """ "C" for a verb that can stand beside a quotation or close a sentence, else ""."""
    if "T" in verb.frames:
        return ""
    return "C" if set(verb.frames) & set("CcQA") else ""
