"""What a figure is about, brought to a form that can be compared: head, nation, fate, modifiers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from summarizer.facts.figures import Figure
from summarizer.facts.names import country_of
from summarizer.facts.names.places import PEOPLES
from summarizer.facts.names.tokens import TOKEN, bare
from summarizer.facts.subjects.noun_phrases import is_plural
from summarizer.facts.words import word_set
from summarizer.facts.words.counted_words import (
    CHANGE_NOUNS,
    COUNTED_CLASS,
    FATE_PHRASES,
    FATES,
    GENERIC,
    MEASURE_NOUNS,
)

_COMPARED = {"count", "money", "percent", "measure", "score", "fraction", "age"}
_SMALL = word_set(
    """
the a an its his her their our this that these those some any of in from for on at by to and who
may might could have has had been were was are is be s total new other
known thought believed reported confirmed feared said alleged
"""
)
_OWN = word_set(
    "revenue profit income loss share dividend margin jobs employees wages cost budget order "
    "shipment asset debt cash guidance capacity subscriber user customer passenger"
)
_NO_HEADS = word_set(
    "time point last half set leg period quarter game match day one thing way round"
)
_MEASURED = MEASURE_NOUNS | CHANGE_NOUNS
_VOTES = word_set("vote votes ruling decision verdict judgment judgement margin majority")
_RULERS = word_set(
    "court judges justices council senate committee jury panel parliament house board"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. ``key`` has to be equal; ``modifiers`` may not contradict."""

    kind: str
    unit: str
    head: str
    nation: str
    fate: str
    modifiers: frozenset[str]

    @property
    def general(self) -> bool:
        """Whether only a common owner can make two figures on this topic be about one thing."""
        return not (self.nation or self.fate)

    @property
    def vague(self) -> bool:
        """Whether nothing tells those counted from others: "people", "jobs"."""
        return self.general and self.head in GENERIC and not self.modifiers

    @property
    def own(self) -> bool:
        """Whether it is what a body reports of itself: its revenue, its jobs."""
        return self.head in _OWN or bool(self.modifiers & _OWN)

    @property
    def key(self) -> tuple[str, ...]:
        """What two figures must share to be compared at all."""
        return (self.kind, self.unit, self.head, self.fate)


def read_topic(figure: Figure) -> Topic | None:
    """The topic of a figure with a subject, or None for one that is not compared with others."""
    if figure.kind not in _COMPARED:
        return None
    head, nation, fate, modifiers = _parse(figure.subject)
    if (not head and not fate) or head in _NO_HEADS or (not fate and _is_name(figure)):
        return None
    if figure.kind == "score" and (head in _VOTES or head in _RULERS or modifiers & _VOTES):
        head, modifiers = "vote", frozenset()
    if fate and (not head or head in MEASURE_NOUNS or head in {"people", "body"}):
        head = "people"
    kind = "percent" if figure.kind == "fraction" else figure.kind
    change = "change" if figure.change in {"up", "down"} else ""
    unit = "" if figure.kind in {"count", "score"} else figure.unit + change
    unit = "percentage" if figure.kind == "fraction" else unit
    return Topic(kind, unit, head, nation, fate, modifiers)


def _is_name(figure: Figure) -> bool:
    """Whether a count's subject is a name: what it counts was left unsaid."""
    words = figure.subject.split()
    if figure.subject in figure.text:  # "26 Bäume": what is counted, whatever its capital
        return False
    is_name = all(word[0].isupper() for word in words) and not is_plural(words[-1])
    return figure.kind == "count" and is_name and words[0].lower() not in FATES


def same_topic(a: Topic, b: Topic, *, partly: bool = False) -> bool:
    """Whether two topics with equal keys are one: the nation and the modifiers agree.

    A nation has to be the same one; one side may leave out modifiers that the other has, unless
    both have some and share none. ``partly``: one may also have none at all ("38 old trees",
    "26 trees").
    """
    if a.nation != b.nation:
        return False
    if a.modifiers == b.modifiers:
        return True
    extra_a, extra_b = a.modifiers - b.modifiers, b.modifiers - a.modifiers
    if partly and not (a.modifiers and b.modifiers):
        return True
    return not (extra_a and extra_b) and bool(a.nation or a.fate or a.modifiers & b.modifiers)


@lru_cache(maxsize=2048)
def _parse(subject: str) -> tuple[str, str, str, frozenset[str]]:
    """Head class, nation, fate and modifiers of a subject as written."""
    lowered = subject.lower()
    fate = next((name for phrase, name in FATE_PHRASES.items() if phrase in lowered), "")
    for phrase in FATE_PHRASES:
        at = lowered.find(phrase)
        subject = subject[:at] if at >= 0 else subject
    words = [bare(word) for word in TOKEN.findall(subject)]
    nation, words = _without_nation(words)
    kept: list[str] = []
    for word in words:
        low = word.lower()
        if low in FATES:
            fate = fate or FATES[low]
        elif low not in {"death"} and word:
            kept.append(word)
    head_at = _head_index(kept)
    if head_at is None:
        return "", nation, fate, frozenset()
    head = _class_of(kept[head_at])
    others = (w.lower() for i, w in enumerate(kept) if i != head_at)
    modifiers = frozenset(
        _class_of(w) for w in others if w not in _SMALL and w not in MEASURE_NOUNS
    )
    return head, nation, fate, modifiers


def _without_nation(words: list[str]) -> tuple[str, list[str]]:
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            piece = " ".join(words[at : at + size])
            found = country_of(piece, demonyms=True) or (piece if piece in PEOPLES else "")
            if found:
                return found, words[:at] + words[at + size :]
    return "", words


def _head_index(words: list[str]) -> int | None:
    """The last word before the first preposition; behind it where that only measures."""
    lowered = [word.lower() for word in words]
    stops = [
        i
        for i, w in enumerate(lowered)
        if w in {"of", "in", "from", "for", "on", "at", "by", "who"}
    ]
    first = stops[0] if stops else len(words)
    while stops and first > 0 and lowered[first - 1] in _MEASURED:
        stops = stops[1:]
        start = first + 1
        first = stops[0] if stops else len(words)
        if first <= start:
            break
    candidates = [i for i in range(first) if lowered[i] not in _SMALL]
    return candidates[-1] if candidates else None


_FOREIGN = MappingProxyType(
    dict.fromkeys(("personas", "gente", "menschen", "personen", "leute", "personnes"), "people")
)


def _class_of(word: str) -> str:
    low = word.lower()
    known = COUNTED_CLASS.get(low) or _FOREIGN.get(low)
    if known is not None:
        return known
    if word[:1].isupper() and low.endswith("en") and len(low) > 4:
        return low[:-1]  # a German noun: "Bäumen", "Bäume"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low
