"""Cues that give a number without a verb of saying: "puts the toll at 40", "X's estimate is 40"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.attribution.adjuncts import skip_adjuncts
from summarizer.facts.attribution.conjugation import Form, Verb
from summarizer.facts.attribution.content import clause_from, relative_content
from summarizer.facts.attribution.finding import BE, DO_NOT_ASSERT, Finding
from summarizer.facts.attribution.phrases_after import phrase_after
from summarizer.facts.attribution.phrases_before import phrase_before
from summarizer.facts.attribution.subjects import subject_of
from summarizer.facts.attribution.tokens import WORD, Range, Sentence
from summarizer.facts.attribution.verb_forms import chain_start, is_adjective, is_verb_here
from summarizer.facts.words import word_set

# Words of the object of "put ... at", and between a figure's noun and what brings the number.
_OBJECT = 12
_MODIFIERS = 4
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "hundred hundreds thousand thousands million millions billion billions dozen dozens tens",
    "half zero",
)
_BOUNDS = word_set(
    "about around approximately roughly nearly almost some at least most more less fewer than over",
    "under up to between just only well close above below a an exactly as many much high low few",
    "or even perhaps no slightly upwards of nearer us euro euros",
)
_CURRENCIES = frozenset("$£€¥₹~≈-")
# "counted more than 12 hours after": a span of time, nothing that was counted.
_SPANS = word_set("hour hours minute minutes second seconds day days week weeks month months")


def is_number_ahead(sentence: Sentence, at: int) -> bool:
    """Whether a number stands at ``at``, behind no more than "at least", "about", "$"."""
    for index in range(at, min(at + 6, len(sentence.tokens))):
        low = sentence.low(index)
        if sentence.kind(index) in _CURRENCIES:
            continue
        if sentence.kind(index) != WORD:
            return False
        if low[:1].isdigit() or low.split("-", maxsplit=1)[0] in _NUMBERS:
            return not _is_span(sentence, index)
        if low not in _BOUNDS:
            return False
    return False


def _is_span(sentence: Sentence, at: int) -> bool:
    """Whether the number at ``at`` is one of time: "12 hours after", "May 2"."""
    return sentence.low(at + 1) in _SPANS or sentence.is_time(at)


def _figure_noun(sentence: Sentence, start: int, reach: int) -> int:
    """The first noun for a number in the ``reach`` words from ``start``, or -1."""
    for index in range(start, min(start + reach, len(sentence.tokens))):
        if sentence.kind(index) != WORD or sentence.low(index) in sentence.table.boundaries:
            return -1
        if sentence.low(index) in sentence.table.counting.figure_nouns:
            return index
    return -1


def _is_source(sentence: Sentence, phrase: Range) -> bool:
    """Whether the phrase names who can count: a name, a body, a role; not an event."""
    table = sentence.table
    head = phrase[0]
    for index in range(*phrase):
        if sentence.kind(index) not in (WORD, "-", "&", "/"):
            break
        if sentence.low(index) in table.prepositions and index > phrase[0]:
            break
        if sentence.low(index) == "and" and is_source_noun(sentence, sentence.low(head)):
            return True
        head = index
    low = sentence.low(head)
    if sentence.tokens[head].capital and head > 0:
        return not sentence.is_time(head)
    return (
        low in table.pronouns or is_source_noun(sentence, low) or _is_opening_name(sentence, head)
    )


def is_source_noun(sentence: Sentence, low: str) -> bool:
    """Whether a noun means a body, a role or a document that gives numbers."""
    table = sentence.table
    if low in table.counting.counters:
        return True
    named = (
        low in table.counting.body_nouns
        or low in table.source_nouns
        or low in table.anonymous_nouns
    )
    return named or low in table.role_nouns or low.removesuffix("s") in table.role_nouns


def _is_opening_name(sentence: Sentence, head: int) -> bool:
    """Whether the sentence opens with a name of one word ("Reuters puts ...")."""
    low = sentence.low(head).removesuffix("'s")
    if head or not sentence.tokens[0].capital or low in sentence.table.determiners:
        return False
    # "Floods put the toll at 40": a plain plural is no name.
    return low in sentence.table.counting.places or not low.endswith(("s", "ing"))


def _source_before(
    sentence: Sentence, at: int, form: Form, before: list[Finding]
) -> tuple[Range, int, bool] | None:
    """(speaker, clause, shared) of the verb at ``at`` when a source is its subject."""
    chain = chain_start(sentence, at)
    words = {sentence.low(i) for i in range(chain, at)}
    if words & (BE | DO_NOT_ASSERT) or {"would", "will"} & words or sentence.low(at - 1) == "to":
        return None
    if not is_verb_here(sentence, at, form, words):
        return None
    speaker, clause, shared = subject_of(sentence, at, form, before)
    if speaker is None or sentence.low(speaker[0]) == "it":
        return None
    return (speaker, clause, shared) if _is_source(sentence, speaker) else None


def put_cues(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    """ "puts the toll at 40", "estimated the cost at $3 million", "was put at 40 by the police"."""
    form = sentence.table.counting.put_verbs[sentence.low(at)]
    if sentence.low(at + 1) == "at":
        yield from _put_by(sentence, at)
        return
    link = next(
        (
            i
            for i in range(at + 1, min(at + 2 * _OBJECT, len(sentence.tokens)))
            if sentence.kind(i) != WORD
            or (sentence.low(i) in sentence.table.boundaries and sentence.low(i) != "that")
            or (sentence.low(i) == "at" and is_number_ahead(sentence, i + 1))
        ),
        -1,
    )
    if sentence.low(link) != "at":
        return
    source = _source_before(sentence, at, form, before)
    if source is not None:
        yield from _given(sentence, source, (at, at + 1), link + 1)


def _given(
    sentence: Sentence, source: tuple[Range, int, bool], cue: Range, start: int
) -> Iterator[Finding]:
    """The number from ``start`` with what follows it, in a relative clause up to its comma."""
    speaker, clause, shared = source
    content = clause_from(sentence, start)
    if content is None:
        return
    if sentence.low(clause) in sentence.table.relatives:
        content = relative_content(sentence, content)
    yield Finding(speaker, cue, content, "attributed", shared=shared, clause=clause)


def _put_by(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "The toll was put at 40 by the police": the number has the speaker behind "by"."""
    chain = chain_start(sentence, at)
    passive = any(sentence.low(i) in BE for i in range(chain, at))
    if not passive or not is_number_ahead(sentence, at + 2):
        return
    for index in range(at + 3, min(at + 3 + _OBJECT, len(sentence.tokens))):
        if sentence.kind(index) not in (WORD, "%", *_CURRENCIES):
            return
        if sentence.low(index) == "by":
            speaker = phrase_after(sentence, index + 1)
            if speaker is not None and _is_source(sentence, speaker):
                yield Finding(speaker, (at, at + 1), (at + 2, index), "attributed", clause=chain)
            return


def count_cues(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    """ "counted more than 10,000 homes", "reckons 40 people": a verb of counting and a number."""
    form = sentence.table.counting.count_verbs[sentence.low(at)]
    if not is_number_ahead(sentence, at + 1):
        return
    source = _source_before(sentence, at, form, before)
    if source is not None:
        yield from _given(sentence, source, (at, at + 1), at + 1)


def named_figure_cues(sentence: Sentence, at: int, before: list[Finding]) -> Iterator[Finding]:
    """ "named a third number on Monday: around 40", "gave a toll of 40"."""
    if is_adjective(sentence, at) or sentence.low(at + 1) not in sentence.table.determiners:
        return
    noun = _figure_noun(sentence, at + 1, _MODIFIERS + 2)
    if noun < 0:
        return
    link = skip_adjuncts(sentence, noun + 1)
    opens = sentence.low(link) == "of" or sentence.kind(link) in (":", "-")
    if not opens or not is_number_ahead(sentence, link + 1):
        return
    form = Form(Verb(sentence.low(at), "C"), "past")
    source = _source_before(sentence, at, form, before)
    if source is not None:
        yield from _given(sentence, source, (at, noun + 1), link + 1)


def own_figure_cue(sentence: Sentence, at: int) -> Iterator[Finding]:
    """ "The ministry's estimate is 40": the noun at ``at``, whose owner is the source."""
    table = sentence.table
    owner = next(
        (
            i
            for i in range(at - 1, max(at - 1 - _MODIFIERS, -1), -1)
            if sentence.kind(i) != WORD
            or sentence.is_verb(i)
            or sentence.low(i).endswith("'s")
            or sentence.low(i) in table.prepositions
        ),
        -1,
    )
    # A time owns no number: "Monday's count".
    bare = sentence.low(owner).removesuffix("'s")
    if bare == sentence.low(owner) or bare in table.times:
        return
    if not _may_own(sentence, owner, bare, sentence.low(at)):
        return
    link = at + 1
    while sentence.kind(link) == WORD and sentence.is_adverb(link):
        link += 1
    if sentence.low(link) in ("for", "of"):
        link = next(
            (
                i
                for i in range(link, link + _OBJECT)
                if sentence.low(i) in _GIVES or sentence.kind(i) != WORD
            ),
            link,
        )
    if sentence.kind(link) != ":":
        if sentence.low(link) not in _GIVES:
            return
        link += 1
        link += sentence.low(link) in ("at", "of") and sentence.low(link + 1) not in _LEAST
    else:
        link += 1
    speaker = phrase_before(sentence, owner)
    content = clause_from(sentence, link)
    if speaker is None and owner == 0:
        speaker = (0, 1)
    if speaker is None or content is None or not is_number_ahead(sentence, link):
        return
    yield Finding(speaker, (speaker[0], at + 1), content, "attributed", clause=speaker[0])


def _may_own(sentence: Sentence, owner: int, bare: str, noun: str) -> bool:
    """Whether a number of the owner's is one that the owner gives, not one about the owner."""
    table = sentence.table
    if noun in table.counting.owned_nouns:
        return bare in table.counting.counters
    if noun == "figure" and bare in table.counting.places:
        return False
    named = sentence.tokens[owner].capital and owner > 0
    return named or _is_opening_name(sentence, owner) or is_source_noun(sentence, bare)


_GIVES = word_set("is was stands stood remains remained are were")
_LEAST = word_set("least most")
