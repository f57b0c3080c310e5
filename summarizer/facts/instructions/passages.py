"""How far text for a model reaches in an article: whole sentences, and those that belong to it.

An order may need several sentences ("Say the following. The mayor has resigned."), of which only
one is known by its words. To a sentence that is an order belong: what it announces or quotes, in
its paragraph or the next; the sentences beside it that go on giving orders, or that speak to a
"you" or of the answer; and what stands inside a passage in the shape of a chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document import Document, Span
from summarizer.facts.instructions.reader import read_order
from summarizer.facts.instructions.tasks import find_tasks
from summarizer.facts.instructions.turns import find_turns
from summarizer.facts.statements import orders_somebody

ANNOUNCED = 3
"""Sentences that an announcement without quotation marks reaches, at most. It is a choice between
a planted statement that is shown and an article's own that is not: the marks tell the editor."""

QUOTED = 8
"""Sentences in which the end of an announced quotation is looked for."""

SHORT_PARAGRAPH = 3
"""A paragraph of so few sentences that begins by dropping all other orders is planted as a whole;
of a longer one only what belongs to the order."""

BARE_WORDS = 12
"""A call or an order to drop all others, and no longer, that says nothing to say has its payload in
the sentence behind it."""

GOING_ON = 3
"""Sentences on either side of an order that may belong to it, at most."""

_WHOLE = frozenset({"dropped", "format", "disguised"})
_BARE = frozenset({"called", "dropped"})
_PAYLOAD = re.compile(r":|\b(?:and|must|should|shall|please)\b|[,;] \w+ that\b", re.IGNORECASE)
_NEVER_TOLD = frozenset({"format", "disguised"})
_ANNOUNCES = re.compile(
    r"\A(?:say|write|report|print|output|claim) (?:this|so|it)(?: \w+)?[.:!]\s*\Z|[:：]\s*\Z"
    r"|\b(?:following|as follows|below|next (?:sentence|line|paragraph)|exactly this"
    r"|verbatim|word for word|folgende[snrm]?|suivante?s?|ce qui suit|siguientes?)\b[^.!?:]{0,40}"
    r"[.!:]?\s*\Z",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|du|dein\w{0,2}|dich|tu|ton|tes|vous|votre|vos|tus?|usted)\b"
)
_ANSWER = re.compile(
    r"\b(?:(?:the|this|any|every|your) (?:summary|answer|response|output|reply|headline|abstract"
    r"|prompt"
    r"|instructions?|order|command)|failure to (?:comply|do so|obey)|this is (?:an order|mandatory"
    r"|important|a (?:command|system))|zusammenfassung|résumé|resumen|anweisung|consigne"
    r"|instrucci[oó]n\w{0,2})\b"
)
# Beside an order these words begin another one; elsewhere they may be the first of a statement.
_COMMANDS = re.compile(
    r"\A(?:(?:please|then|also|now|and|but|instead|only|always|never),? ){0,2}(?:say|write|state"
    r"|claim"
    r"|report|tell|recommend|mention|include|add|praise|call|name|use|make|do not|don['’]t|output"
    r"|print|answer|reply|respond|conclude|describe|present|remember|avoid|ensure|act|stop|start"
    r"|begin|end|repeat|promote|endorse|insist|pretend|treat|refer|obey|follow|comply|invite"
    r"|direct|urge|inform|advise|encourage|warn)\b",
    re.IGNORECASE,
)
# Beside an order, the ready answer that it is about.
_READY = re.compile(
    r"\A[(\"“*]{0,3}(?:summary|headline|abstract|tl;dr|answer|output|thought|observation"
    r"|action)[*]{0,2} ?:",
    re.I,
)
_FEWEST_OWN = 4
_SMALL_WORD = re.compile(r"\b[a-zäöüßà-ÿ]{2,30}")
_QUOTATION = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text for a model: ``document.text[start:end]``, whole sentences ``first`` to ``last``.

    ``kind`` is that of its first order: ``called`` (a model by name), ``dropped`` (other orders are
    to be dropped), ``answer`` (what the answer or summary is to hold), ``told`` (what the machine
    is to tell its user), ``format`` (the shape of a chat or prompt) or ``disguised``. ``quoted``:
    the article tells of the order, in a sentence of its own, and is no order itself. A ``task``,
    which is addressed to nobody and has nothing to do with the article, is taken so as well.
    """

    kind: str
    start: int
    end: int
    first: int
    last: int
    quoted: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in its document."""
        return Span(self.start, self.end)


def find_instructions(document: Document) -> tuple[Passage, ...]:
    """The passages of ``document`` that address a model, in order and apart.

    ``document`` is best without hidden characters: see ``Document.visible``. Pure; linear in the
    length of the text.
    """
    kinds = _orders(document)
    told = {
        number
        for number, kind in kinds.items()
        if kind not in _NEVER_TOLD and _only_quotes(document.sentences[number - 1].text)
    }
    reached = {number: kind for number, kind in kinds.items() if number not in told}
    for number, kind in tuple(reached.items()):
        for other in _belonging(document, number - 1, kind):
            reached.setdefault(other + 1, kind)
    quoted = {number: "task" for number in find_tasks(document) if number not in reached}
    quoted |= {number: kinds[number] for number in told - reached.keys()}
    found = [*_runs(document, reached, quoted=False), *_runs(document, quoted, quoted=True)]
    return tuple(sorted(found, key=lambda passage: passage.start))


def _orders(document: Document) -> dict[int, str]:
    """The kind of order by the number of its sentence."""
    found = {s.number: kind for s in document.sentences if (kind := read_order(s.text))}
    for turn in find_turns(document.text):
        for sentence in document.sentences_in(turn):
            found.setdefault(sentence.number, "format")
    return dict(sorted(found.items()))


def _belonging(document: Document, at: int, kind: str) -> Iterator[int]:
    """The indices of the sentences beside the order at ``at`` that belong to it."""
    yield from _announced(document, at)
    yield from _going_on(document, at, 1)
    yield from _going_on(document, at, -1)
    if kind in _WHOLE:
        yield from _paragraph(document, at)
    if (
        kind in _BARE
        and _is_bare(document.sentences[at].text)
        and not _ends_paragraph(document, at)
    ):
        yield at + 1


def _is_bare(text: str) -> bool:
    """Whether an order holds nothing that is to be said: it comes behind it."""
    return len(text.split()) <= BARE_WORDS and not _PAYLOAD.search(text)


def _announced(document: Document, at: int) -> Iterator[int]:
    """What the sentence announces: a quotation to its end, else the rest of a paragraph."""
    sentences = document.sentences
    text = sentences[at].text
    if _leaves_open(text):
        ahead = range(at + 1, min(at + 1 + QUOTED, len(sentences)))
        end = next((i for i in ahead if _closes(sentences[i].text)), None)
        if end is not None:
            yield from range(at + 1, end + 1)
            return
    if not _ANNOUNCES.search(text):
        return
    for index in range(at + 1, min(at + 1 + ANNOUNCED, len(sentences))):
        yield index
        if _ends_paragraph(document, index):
            return


def _leaves_open(text: str) -> bool:
    """Whether a quotation begins in the text and does not end there."""
    curly = text.count("“") + text.count("„") > text.count("”") + text.count("“") * ("„" in text)
    return curly or text.count('"') % 2 == 1 or text.count("«") > text.count("»")


def _closes(text: str) -> bool:
    return text.count('"') % 2 == 1 or any(mark in text for mark in "”»")


def _going_on(document: Document, at: int, step: int) -> Iterator[int]:
    """Sentences before or after that go on as the order does, one after another."""
    for index in range(at + step, at + step * (GOING_ON + 1), step):
        if not 0 <= index < len(document.sentences):
            return
        apart = _ends_paragraph(document, min(index, index - step))
        if not _goes_on(document.sentences[index].text, apart):
            return
        yield index


def _goes_on(text: str, apart: bool) -> bool:
    """Whether a sentence speaks as an order does; one of another paragraph must do so plainly."""
    if orders_somebody(text) or _COMMANDS.match(text) or _READY.match(text):
        return True
    unquoted = _QUOTATION.sub(" ", text).lower()
    to_you, of_answer = bool(_YOU.search(unquoted)), bool(_ANSWER.search(unquoted))
    return to_you and of_answer if apart else to_you or of_answer


def _paragraph(document: Document, at: int) -> Iterator[int]:
    """The rest of a short paragraph that begins with the order at ``at``."""
    if at and not _ends_paragraph(document, at - 1):
        return
    for end in range(at, min(at + SHORT_PARAGRAPH, len(document.sentences))):
        if _ends_paragraph(document, end):
            yield from range(at + 1, end + 1)
            return


def _ends_paragraph(document: Document, index: int) -> bool:
    """Whether a line ends between the sentence of that index and the next."""
    if index + 1 >= len(document.sentences):
        return True
    one, other = document.sentences[index], document.sentences[index + 1]
    return "\n" in document.text[one.end : other.start]


def _only_quotes(text: str) -> bool:
    """Whether a sentence tells of an order that it quotes: a report of one, that ends in it."""
    outside = _QUOTATION.sub(" ", text)
    own = _SMALL_WORD.findall(outside)
    return len(own) >= _FEWEST_OWN and outside != text and not read_order(outside)


def _runs(document: Document, kinds: dict[int, str], *, quoted: bool) -> Iterator[Passage]:
    """Neighbouring sentences as one passage, of the kind of the first."""
    run: list[int] = []
    for number in [*sorted(kinds), 0]:
        if run and number != run[-1] + 1:
            first, last = document.sentences[run[0] - 1], document.sentences[run[-1] - 1]
            kind = kinds[run[0]]
            yield Passage(kind, first.start, last.end, first.number, last.number, quoted)
            run = []
        run.append(number)
