"""What an article leaves open: unknown, unconfirmed, disputed, unheard, without base or date.

Each gap quotes the words that raise it and carries a plain question made of those words. Where no
grammatical question can be made, the words themselves stand after the name of the gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.document import Document, Span
from summarizer.facts.accusations import Accusation, find_accusations
from summarizer.facts.aliases import country_of, same_name, stands_for
from summarizer.facts.attribution import Attribution, read_attributions, speaker_of
from summarizer.facts.names import Name, read_names
from summarizer.facts.open_clauses import OpenClause, find_open_clauses
from summarizer.facts.speech.cue_table import CueTable, table_for
from summarizer.facts.speech.tokens import LONGEST_SENTENCE, Sentence, tokens_of
from summarizer.facts.word_sets import word_set

__all__ = ["Gap", "find_gaps"]

# How much a desk wants to know of each kind, most first; an incompatible disagreement leads. The
# order is an editorial choice, not a measurement.
_WEIGHTS = {
    "contradiction": 100,
    "unconfirmed": 90,
    "unknown": 85,
    "unheard": 80,
    "disagreement": 75,
    "disputed": 70,
    "silent": 65,
    "no_base": 40,
    "no_date": 20,
}
# Of two gaps of one kind the one nearer the top of the article leads: this much from top to end.
_POSITION_WEIGHT = 4.0
# A longer clause is cut at its last comma before this many characters.
_LONGEST_CLAUSE = 220


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the article leaves open.

    ``kind``: "unconfirmed", "unknown", "disputed", "unheard" (accused, or asked, and without a word
    in the text), "no_base" (a change without what it changed from), "no_date" (a measured rate
    without its time) or "disagreement" (sources differ). ``start``/``end`` are code points of the
    document: ``document.text[start:end] == text``. ``question`` is one plain sentence.
    """

    kind: str
    sentence: int
    start: int
    end: int
    text: str
    question: str


class FigureLike(Protocol):
    """What is read of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def change(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def speaker(self) -> str: ...


class ConflictLike(Protocol):
    """What is read of a conflict between figures."""

    @property
    def subject(self) -> str: ...
    @property
    def members(self) -> Sequence[FigureLike]: ...
    @property
    def compatible(self) -> bool: ...


def find_gaps(
    document: Document,
    attributions: Sequence[Attribution] | None = None,
    figures: Sequence[FigureLike] = (),
    conflicts: Iterable[ConflictLike] = (),
) -> list[Gap]:
    """The gaps of a document, the most important first; none for a language without a table.

    ``attributions`` are read when not given. ``figures`` and ``conflicts`` bring the gaps about
    numbers; without them there are none of those. Linear in the length of the text.
    """
    table = table_for(document.language)
    if table is None:
        return []
    if attributions is None:
        attributions = read_attributions(document)
    sentences = list(_sentences(document, table))
    rated: list[tuple[str, Gap]] = []
    rated += _open(document, sentences, attributions)
    rated += _from_attributions(document, attributions)
    rated += _unheard(document, sentences, attributions, table)
    rated += _without_base(document, figures)
    rated += _without_date(document, figures)
    rated += _disagreements(document, conflicts)
    return _ranked(rated, len(document.text))


def _sentences(document: Document, table: CueTable) -> Iterator[Sentence]:
    """The tokens of each sentence, those of speech included; a text without stops in parts."""
    for sentence in document.sentences:
        tokens = tokens_of(document.text, sentence.start, sentence.end, ())
        for at in range(0, len(tokens), LONGEST_SENTENCE):
            yield Sentence(tokens[at : at + LONGEST_SENTENCE], table)


def _ranked(rated: list[tuple[str, Gap]], length: int) -> list[Gap]:
    def importance(entry: tuple[str, Gap]) -> float:
        kind, gap = entry
        return -(_WEIGHTS[kind] - _POSITION_WEIGHT * gap.start / max(length, 1))

    kept: list[Gap] = []
    for _, gap in sorted(rated, key=importance):
        same = (g for g in kept if g.sentence == gap.sentence)
        if not any(g.start < gap.end and gap.start < g.end for g in same):
            kept.append(gap)
    return kept


def _gap(document: Document, kind: str, start: int, end: int, question: str) -> Gap:
    sentence = document.sentence_at(start)
    return Gap(
        kind=kind,
        sentence=sentence.number if sentence else 0,
        start=start,
        end=end,
        text=document.text[start:end],
        question=question,
    )


def _open(
    document: Document, sentences: list[Sentence], attributions: Sequence[Attribution]
) -> Iterator[tuple[str, Gap]]:
    for sentence in sentences:
        for clause in find_open_clauses(sentence):
            yield clause.kind, _open_gap(document, sentence, clause, attributions)


def _open_gap(
    document: Document,
    sentence: Sentence,
    clause: OpenClause,
    attributions: Sequence[Attribution],
) -> Gap:
    text, tokens = document.text, sentence.tokens
    start, end = tokens[clause.whole[0]].start, tokens[clause.whole[1] - 1].end
    kind = "unheard" if clause.kind == "silent" else clause.kind
    question = f'{_LABELS[clause.kind]}: "{" ".join(text[start:end].split())}"'
    who = _phrase_text(text, sentence, clause.subject)
    predicate = _phrase_text(text, sentence, clause.predicate)
    if clause.subject is not None and who.lower() in _PRONOUNS:
        at = tokens[clause.subject[0]].start
        who = next((a.resolved for a in attributions if a.speaker_start == at), "") or who
    if clause.asked is not None:
        asked = _clause_text(text, sentence, clause.asked)
        told = f"{_inside(who)} {predicate}" + " it" * clause.transitive
        question = f"{asked}: {told}."
        if who.lower() in ("we", "i"):
            question = f'{asked}: "{told}"{_said_by(document, start, end, attributions)}.'
        elif not (who and predicate):
            state = "leaves it open" if clause.word == "open" else f"calls it {clause.word}"
            question = f"{asked}: the article {state}."
    elif who and predicate:
        question = f"{_capital(who)} {predicate}."
    return _gap(document, kind, start, end, question)


def _said_by(document: Document, start: int, end: int, attributions: Sequence[Attribution]) -> str:
    """Who says so, where the open clause stands in a quotation."""
    speaker = speaker_of(document, Span(start, end), attributions)
    return f" ({speaker.name})" if speaker is not None and speaker.name else ""


_LABELS = {"unconfirmed": "Unconfirmed", "unknown": "Unknown", "silent": "No answer"}
_PRONOUNS = word_set("he she they it")


def _clause_text(text: str, sentence: Sentence, asked: tuple[int, int]) -> str:
    """The clause as a question's head: "Whether the bridge is safe"."""
    words = _phrase_text(text, sentence, asked)
    first = sentence.low(asked[0])
    if first in ("if", "that"):
        words = "whether" + words[len(first) :]
    return _capital(words)


def _phrase_text(text: str, sentence: Sentence, phrase: tuple[int, int] | None) -> str:
    if phrase is None or phrase[1] <= phrase[0]:
        return ""
    start = sentence.tokens[phrase[0]].start
    words = " ".join(text[start : sentence.tokens[phrase[1] - 1].end].split())
    if len(words) > _LONGEST_CLAUSE:
        words = words[:_LONGEST_CLAUSE].rpartition(",")[0] or words
    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_LOWERED = word_set(
    "The A An It He She They We This That Police Officials Some Two His Her Its",
)


def _inside(words: str) -> str:
    """A phrase as it stands inside a sentence: "The ministry" -> "the ministry"."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in _LOWERED else words


def _from_attributions(
    document: Document, attributions: Sequence[Attribution]
) -> Iterator[tuple[str, Gap]]:
    """What somebody denies or disputes."""
    for a in attributions:
        contested = a.status == "denied" or (a.status == "disputed" and a.cue in _CONTESTING)
        if not contested or not a.speaker:
            continue
        start, end = min(a.speaker_start, a.start), max(a.end, a.cue_end)
        words = document.text[a.start : a.end]
        question = f'Disputed: "{" ".join(words.split())}"'
        if a.speaker_end < a.cue_start and a.cue_end < a.start:
            who = document.text[a.speaker_start : a.speaker_end]
            between = document.text[a.cue_start : a.end]
            if len(between) <= _LONGEST_CLAUSE:
                name = a.resolved if a.speaker.lower() in ("he", "she", "they", "it") else who
                question = f"{_capital(name or who)} {' '.join(between.split())}."
        yield "disputed", _gap(document, "disputed", start, end, question)


_CONTESTING = word_set(
    "dispute disputes disputed disputing contest contests contested question questions",
    "questioned challenge challenges challenged doubt doubts doubted refute refuted",
)


def _unheard(
    document: Document,
    sentences: list[Sentence],
    attributions: Sequence[Attribution],
    table: CueTable,
) -> Iterator[tuple[str, Gap]]:
    """Who is accused and has no word of their own in the article."""
    names: list[Name] | None = None
    seen: list[str] = []
    for sentence in sentences:
        for accusation in find_accusations(sentence):
            names = read_names(document.text) if names is None else names
            start = sentence.tokens[accusation.target[0]].start
            end = sentence.tokens[accusation.target[1] - 1].end
            name = _accused(names, start, end)
            if name is None or (accusation.reduced and name.kind != "person"):
                continue
            if any(same_name(name.text, other) for other in seen):
                continue
            seen.append(name.text)
            if not any(_heard(name, a) for a in attributions):
                yield "unheard", _accused_gap(document, sentence, accusation, name)


def _accused(names: Sequence[Name], start: int, end: int) -> Name | None:
    inside = [n for n in names if start <= n.start and n.end <= end and n.kind != "demonym"]
    people = [n for n in inside if n.kind == "person"]
    return next(iter(people or inside), None)


def _heard(name: Name, attribution: Attribution) -> bool:
    if not attribution.speaker:
        return False
    for known in (attribution.resolved, attribution.speaker):
        if known and (same_name(known, name.text) or name.text.split()[-1] in known):
            return True
    if name.kind in ("country", "place"):
        country = country_of(name.text) or stands_for(name.text)
        return bool(country) and any(
            country in (country_of(word, demonyms=True), stands_for(word))
            for word in attribution.speaker.replace(",", " ").split()
        )
    return False


def _accused_gap(document: Document, sentence: Sentence, accusation: Accusation, name: Name) -> Gap:
    tokens = sentence.tokens
    first = min(accusation.target[0], accusation.verb)
    start, end = tokens[first].start, tokens[accusation.charge[1] - 1].end
    charge = _phrase_text(document.text, sentence, accusation.charge)
    verb = tokens[accusation.verb].low
    participle = {
        "accuse": "accused",
        "accuses": "accused",
        "accusing": "accused",
        "blame": "blamed",
        "blames": "blamed",
        "blaming": "blamed",
        "charging": "charged",
        "suspect": "suspected",
        "suing": "sued",
    }.get(verb, verb)
    question = (
        f"{_capital(name.text)}, {participle} {accusation.linked_by} {charge}, "
        "is not heard in the article."
    )
    return _gap(document, "unheard", start, end, question)


# Words that give a change its base, its span of time, or say what it is compared with.
_BASES = word_set(
    "from since than compared versus over year-on-year annually year yearly quarter month",
    "monthly week earlier previous last against below above to between annual quarterly",
    "decade",
)
_DATED = word_set(
    "in on since during last this earlier year month week today yesterday",
)
_RATES = word_set(
    "poll survey rate index respondents voters unemployment inflation",
)


def _words_at(document: Document, offset: int) -> tuple[set[str], int]:
    sentence = document.sentence_at(offset)
    if sentence is None:
        return set(), 0
    return set(sentence.text.lower().replace(",", " ").rstrip(".").split()), sentence.number


def _without_base(document: Document, figures: Sequence[FigureLike]) -> Iterator[tuple[str, Gap]]:
    for figure in figures:
        if figure.change not in ("up", "down"):
            continue
        words, number = _words_at(document, figure.start)
        if not number or words & _BASES:
            continue
        which = "a rise" if figure.change == "up" else "a fall"
        question = f'"{figure.text}": {which} from what, and since when, the article does not say.'
        yield "no_base", _gap(document, "no_base", figure.start, figure.end, question)


def _without_date(document: Document, figures: Sequence[FigureLike]) -> Iterator[tuple[str, Gap]]:
    for figure in figures:
        if figure.kind != "percent" or figure.change in ("up", "down"):
            continue
        words, number = _words_at(document, figure.start)
        if number and words & _RATES and not words & _DATED and not words & _DAYS:
            question = f'"{figure.text}": as of when, the article does not say.'
            yield "no_date", _gap(document, "no_date", figure.start, figure.end, question)


_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april",
    "may june july august september october november december",
)


def _disagreements(
    document: Document, conflicts: Iterable[ConflictLike]
) -> Iterator[tuple[str, Gap]]:
    for conflict in conflicts:
        members = list(conflict.members)
        if len(members) < 2:
            continue
        kind = "disagreement" if conflict.compatible else "contradiction"
        told = [
            f"{m.text} ({m.speaker})" if m.speaker else m.text
            for m in sorted(members, key=lambda m: m.start)
        ]
        listed = ", ".join(told[:-1]) + f" or {told[-1]}"
        subject = _capital(" ".join(conflict.subject.split())) or "Which figure holds"
        first = min(members, key=lambda m: m.start)
        yield (
            kind,
            _gap(document, "disagreement", first.start, first.end, f"{subject}: {listed}?"),
        )
