"""Figures about the same thing that differ: who says which, and whether both can hold.

Two figures are about the same thing when what they count has one head noun (or a synonym), one
nation, one fate, and nothing tells the two apart: another date, another owner, another place, one
being part of the other, or a change from one to the other. When in doubt there is no conflict: a
desk that is shown false alarms stops looking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.conflicts.contexts import Context, ends_of, read_contexts
from summarizer.facts.conflicts.topics import same_topic
from summarizer.facts.figures import Figure

TOLERANCE = Decimal("0.1")
"""How far "about" reaches: a tenth of the number to either side.

A convention: "about 11,000" and "about 12,000" can be one number, "about 8,000" and "about 12,000"
cannot. It is the spacing of the round numbers that news rounds to.
"""

_CLOSE = 2  # sentences within which one speaker answers another
_MOST_COMPARED = 40  # figures of one topic that are compared with each other


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures on one thing that differ in value or in bound, in order of position.

    ``subject`` is what they count, in the fullest words of one of them; ``compatible`` tells
    whether one number could satisfy all of them; ``reason`` says why or why not, in a sentence.
    """

    subject: str
    members: tuple[Figure, ...]
    compatible: bool
    reason: str


def find_conflicts(figures: Iterable[Figure], text: str = "") -> list[Conflict]:
    """The conflicts among figures that have their ``subject`` (and ``speaker``, ``as_of``) filled.

    ``text`` is the text that the figures' offsets are in. With it the sentence of each figure is
    read too: whose revenue, which place, what is part of what, what changed. Without it money and
    percentages conflict only when two different speakers give them.
    """
    by_topic: dict[tuple[str, ...], list[Context]] = defaultdict(list)
    for context in read_contexts([f for f in figures if f.subject], text):
        if not context.left and not context.partial:
            by_topic[context.topic.key].append(context)
    found = [
        conflict
        for contexts in by_topic.values()
        for cluster in _clusters(contexts[:_MOST_COMPARED])
        if (conflict := _conflict_of(cluster)) is not None
    ]
    return sorted(found, key=lambda conflict: conflict.members[0].start)


def _clusters(contexts: Sequence[Context]) -> list[list[Figure]]:
    """Groups of figures that are each about the same thing as all others of the group."""
    clusters: list[list[Context]] = []
    for context in contexts:
        for cluster in clusters:
            if all(_same_thing(context, other) for other in cluster):
                cluster.append(context)
                break
        else:
            clusters.append([context])
    return [[context.figure for context in cluster] for cluster in clusters]


def _same_thing(one: Context, two: Context) -> bool:
    a, b = one.figure, two.figure
    close = a.speaker and b.speaker and abs(one.sentence - two.sentence) <= _CLOSE
    if not same_topic(one.topic, two.topic, partly=bool(close)) or not _same_time(a, b):
        return False
    if a.direction != b.direction and {a.change, b.change} & {"up", "down"}:
        return False
    if a.kind in {"money", "percent"} and one.sentence < 0:
        return bool(a.speaker and b.speaker and a.speaker != b.speaker)
    return one.fits(two)


def _same_time(a: Figure, b: Figure) -> bool:
    """Whether two figures can be of one time: equal dates, or an undated one beside a day."""
    if a.as_of == b.as_of:
        return True
    if a.as_of and b.as_of:
        shorter, longer = sorted((a.as_of, b.as_of), key=len)
        return longer.startswith(shorter) and len(shorter) < len(longer)
    return len(a.as_of or b.as_of) == len("2024-11-05")


def _interval(figure: Figure) -> tuple[Decimal, Decimal]:
    """The values that a figure as worded allows, both ends included."""
    low, high = ends_of(figure)
    if figure.change == ">":
        return low, Decimal("Infinity")
    if figure.change == "<":
        return Decimal("-Infinity"), high
    if figure.change == "~" or figure.kind == "fraction":
        return low - abs(low) * TOLERANCE, high + abs(high) * TOLERANCE
    return low, high


def _conflict_of(members: list[Figure]) -> Conflict | None:
    told = {(*ends_of(f), f.change == ">", f.change == "<") for f in members}
    if len(told) < 2:
        return None
    if members[0].kind == "score":
        compatible, pair = _compare_scores(members)
    else:
        compatible, pair = _compare_intervals(members)
    subject = max((f.subject for f in members), key=len)
    return Conflict(subject, tuple(members), compatible, _reason(pair, compatible=compatible))


def _compare_scores(members: list[Figure]) -> tuple[bool, tuple[Figure, Figure]]:
    first = members[0]
    other = next(f for f in members if (f.low, f.high) != (first.low, first.high))
    return False, (first, other)


def _compare_intervals(members: list[Figure]) -> tuple[bool, tuple[Figure, Figure]]:
    """Whether one value lies in every interval; else the two figures farthest apart."""
    highest = max(members, key=lambda f: _interval(f)[0])
    lowest = min(members, key=lambda f: _interval(f)[1])
    compatible = _interval(highest)[0] <= _interval(lowest)[1] and not _strictly_excluded(members)
    if compatible:
        other = next((f for f in members if _interval(f) != _interval(members[0])), members[-1])
        return True, (members[0], other)
    return False, (lowest, highest)


def _strictly_excluded(members: list[Figure]) -> bool:
    """Whether the only common value is one that "more than" or "fewer than" excludes."""
    low = max(_interval(f)[0] for f in members)
    high = min(_interval(f)[1] for f in members)
    if low != high:
        return False
    strict = (
        "more than",
        "over ",
        "fewer than",
        "less than",
        "under ",
        "above ",
        "below ",
        "exceed",
    )
    return any(
        f.change in {">", "<"} and f.low == low and f.text.lower().startswith(strict)
        for f in members
    )


def _reason(pair: tuple[Figure, Figure], *, compatible: bool) -> str:
    said = [
        f'"{f.text}" ({f.speaker})' if f.speaker else f'"{f.text}"'
        for f in sorted(pair, key=lambda f: f.start)
    ]
    verdict = "can both hold" if compatible else "cannot both hold"
    about = " (about is read as within a tenth)" if any(f.change == "~" for f in pair) else ""
    return f"{said[0]} and {said[1]} {verdict}{about}"
