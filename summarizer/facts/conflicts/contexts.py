"""What the sentence around a figure says that tells it from another figure on the same thing."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.document.sentences import sentence_spans
from summarizer.facts.conflicts.topics import Topic, read_topic
from summarizer.facts.figures import Figure
from summarizer.facts.names import Name, country_of, read_names, same_name, stands_for
from summarizer.facts.names.common_words import FUNCTION_WORDS
from summarizer.facts.words import word_set

# Right before a figure that the text reaches by a change: it is one of a series, not a rival.
_MOVED = re.compile(
    r"\b(?:rose|risen|rising|rises|climbed|climbing|increased|increasing|grew|grown|jumped|soared|"
    r"fell|fallen|falling|dropped|dropping|declined|down|up|revised|updated|raised|lowered|cut|"
    r"went|gone|doubled|tripled|surged|narrowed|widened|expanded|swelled|changed|compared|versus)\b"
    r"[^.;:\n]{0,40}?\b(?:to|from|with)"
    r"(?: about| around| nearly| almost| just| at least| more than)?"
    r"[ $€£]{0,3}$"
)
# A count that has changed to its present value ("rose to 61") still rivals another speaker's.
_MOVED_FROM = re.compile(r"\b(?:from|with|than|versus|against|count of|toll of)\s[^.;:\n]{0,14}$")
# What is wished, feared or supposed is nobody's count.
_UNREAL = re.compile(
    r"\b(?:(?:not|n.t|never) (?:want|wish|like)|if|unless|suppose|imagine|fears?|feared|hopes?|"
    r"hoped|would|could|might|may|offers?|offered|demands?|demanded)\b[^.;:\n]{0,60}$"
)
_COUNTING = re.compile(
    r"\b(?:puts?|pegs?|pegged|numbers?|total|toll|figure|estimates?|estimated|tally|counts?|"
    r"counted)\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|previously|initial|initially|originally|at first|in the past|until now|"
    r"last (?:year|month|week|season|quarter)|a (?:year|month|week|decade) (?:ago|earlier|before)|"
    r"half-?time|first half|second half|first set|second set|first leg|second leg|penalty|"
    r"penalties|aggregate)\b",
)
_PARTS = re.compile(
    r"\b(?:including|includes?|included|among (?:them|whom|those)|of (?:them|whom|which|those)|"
    r"comprising|comprises|made up of|consisting of|consists of|as well as|another|others?|"
    r"a further|an additional|each|respectively)\b",
)
_LONG_WORD = re.compile(r"\b[a-z]{4,30}\b")
_ADDED = re.compile(
    r"\b(?:another|a further|an additional|an extra|the other|the remaining)[^.;:\n]{0,12}$"
)
_CONTRAST = re.compile(
    r"\b(?:but|while|whereas|although|though|however|not|rather than|instead of|contradict\w*|"
    r"disput\w*)\b",
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|across|outside|inside|to|into|around) (?:the )?$")


_PART_OF = re.compile(
    r"\s{1,3}(?:of|in) (?:the|their|its|his|her|those|these|our|us|them|every|\d[\d.,]{0,12})\b"
)
# Times. A convention: rival counts of one thing are mostly nearer; without two speakers, numbers
# farther apart are taken to be of two things.
_WORLDS_APART = 3
_MOST_APART = 5  # with two speakers
_REACH = 500  # characters of a sentence on either side of a figure that are read
_BEFORE_NAME = 14  # characters that hold a preposition and an article
_SAYING = word_set(
    """
said says told according reported reports that have been were some more than least about around
nearly people officials
"""
)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a figure: its sentence, the names in it, and how it is introduced."""

    figure: Figure
    topic: Topic
    sentence: int  # its index, -1 without a text
    text: str  # of the sentence
    start: int  # of the sentence
    names: tuple[Name, ...]
    moves: bool  # reached by a change: "rose to 43"
    left: bool  # what a change started from: "from 38"
    partial: bool  # an addition to another: "another 12"
    earlier: bool  # of another time: "last year"

    def fits(self, other: Context) -> bool:
        """Whether nothing here says that the two figures are about two things."""
        if self.sentence < 0 or other.sentence < 0:
            return True
        if self.sentence == other.sentence:
            return self.earlier == other.earlier and self._fits_beside(other)
        if (
            self.earlier != other.earlier
            or not _places_fit(self.places(), other.places())
            or not self._linked(other)
        ):
            return False
        if self.topic.general:
            if self._answers(other):
                return _events_fit(self.owners(), other.owners())
            return _owners_fit(self.owners(), other.owners())
        return self.topic.nation != "" or _events_fit(self.agents(), other.agents())

    def _linked(self, other: Context) -> bool:
        """Whether enough ties two figures of different sentences to one thing.

        Two speakers who each give a figure are enough; else what happens in the two sentences has
        to be told in the same words, and the numbers must not be worlds apart.
        """
        a, b = self.figure, other.figure
        spoken = bool(a.speaker and b.speaker and a.speaker != b.speaker)
        if not _comparable(a, b, _MOST_APART if spoken else _WORLDS_APART):
            return False
        if spoken:
            vague = self.topic.vague and other.topic.vague
            counted = self._is_a_count() or other._is_a_count() or _shut_out(a, b)
            return not vague or counted or bool(self.happenings() & other.happenings())
        if self.moves or other.moves or not self.topic.general:
            return not (self.moves or other.moves)
        needed = 1 if a.speaker != b.speaker else 2
        if self.topic.kind not in {"count", "fraction"}:
            needed -= 1
        return len(self.happenings() & other.happenings()) >= needed

    def _answers(self, other: Context) -> bool:
        """Whether one of two speakers gives the own count of what the other has counted."""
        a, b = self.figure.speaker, other.figure.speaker
        return bool(a and b and a != b) and (self._is_a_count() or other._is_a_count())

    def _is_a_count(self) -> bool:
        """Whether the sentence gives the figure as a count: "puts the total at"."""
        at = self.figure.start - self.start
        return bool(_COUNTING.search(self.text[max(0, at - 40) : at]))

    def happenings(self) -> set[str]:
        """The content words near the figure that are neither names nor its subject, shortened."""
        at = self.figure.start - self.start
        end = self.figure.end - self.start
        around = self.text[max(0, at - 60) : at] + " " + self.text[end : end + 60]
        subject = self.figure.subject.lower()
        return {
            word[:5]
            for word in _LONG_WORD.findall(around)
            if word not in FUNCTION_WORDS and word not in subject and word not in _SAYING
        }

    def agents(self) -> set[str]:
        """The names of the sentence that are neither its places, its nations nor its speaker."""
        return {
            name.text
            for name in self.names
            if name.kind not in {"place", "country", "demonym"} and not self._speaks(name)
        }

    def _fits_beside(self, other: Context) -> bool:
        """Two figures of one sentence: rivals only by two speakers, or with a contrast between."""
        a, b = self.figure, other.figure
        first = max(0, min(a.end, b.end) - self.start)
        between = self.text[first : max(a.start, b.start) - self.start].lower()
        if _PARTS.search(between) or self.moves or other.moves:
            return False
        if not _comparable(a, b, _MOST_APART):
            return False
        if a.speaker and b.speaker and a.speaker != b.speaker:
            return True
        if a.kind in {"money", "percent"} and a.speaker == b.speaker:
            return False
        return bool(_CONTRAST.search(between)) and self.places() == other.places()

    def places(self) -> set[str]:
        """Places named near the figure with a preposition before them."""
        return {
            name.text
            for name in self.names
            if name.kind in {"place", "country"}
            and abs(name.start - self.figure.end) < 120
            and _PLACE_BEFORE.search(self._before(name))
        }

    def _before(self, name: Name) -> str:
        """The few characters before a name, lower case."""
        at = name.start - self.start
        return self.text[max(0, at - _BEFORE_NAME) : max(0, at)].lower()

    def owners(self) -> set[str]:
        """Whom the figure can belong to: the names of the sentence but its places and its speaker.

        A body that reports its own revenue is speaker and owner in one.
        """
        places = self.places()
        return {
            country_of(name.text, demonyms=True) or name.text
            for name in self.names
            if name.text not in places and (self.topic.own or not self._speaks(name))
        }

    def _speaks(self, name: Name) -> bool:
        speaker = self.figure.speaker
        return bool(speaker) and (name.text in speaker or same_name(name.text, speaker))


def ends_of(figure: Figure) -> tuple[Decimal, Decimal]:
    """The ends of a value; a fraction as a percentage, so that the two compare."""
    times = 100 if figure.kind == "fraction" else 1
    return figure.low * times, figure.high * times


def _comparable(a: Figure, b: Figure, times: int) -> bool:
    """Whether two values are near enough to be rival values of one thing.

    Bounds that shut each other out ("at least 900", "no more than 100") answer one another also
    from farther apart.
    """
    if _shut_out(a, b) and a.speaker and b.speaker:
        times *= 2
    (low_a, high_a), (low_b, high_b) = ends_of(a), ends_of(b)
    return not max(low_a, low_b) > times * min(high_a, high_b) > 0


def _shut_out(a: Figure, b: Figure) -> bool:
    """Whether two bounds leave no value that both allow."""
    small, large = sorted((a, b), key=lambda figure: figure.low)
    return (small.change, large.change) == ("<", ">")


def _places_fit(one: set[str], two: set[str]) -> bool:
    """Whether two sets of places can be one: some are equal, or a country may hold the other."""
    if not one or not two:
        return True
    if any(same_name(a, b) for a in one for b in two):
        return True
    return any(bool(country_of(a)) != bool(country_of(b)) for a in one for b in two)


def _events_fit(one: set[str], two: set[str]) -> bool:
    return not one or not two or any(same_name(a, b) for a in one for b in two)


def _owners_fit(one: set[str], two: set[str]) -> bool:
    if not one or not two:
        return not one and not two
    return any(
        same_name(a, b) or (stands_for(a) and stands_for(a) == stands_for(b))
        for a in one
        for b in two
    )


def read_contexts(figures: Sequence[Figure], text: str) -> list[Context]:
    """The context of each figure whose topic another one has too, in order.

    A figure that is alone with its topic has nothing to be compared with: in most articles that is
    every figure, and nothing more is read. The contexts are empty where ``text`` is empty.
    """
    read = ((figure, read_topic(figure)) for figure in figures)
    topics = [(figure, topic) for figure, topic in read if topic is not None]
    if len(topics) < 2:
        return []
    times = Counter([topic.key for _, topic in topics])
    rivals = [(figure, topic) for figure, topic in topics if times[topic.key] > 1]
    if not rivals or not text:
        return [
            Context(figure, topic, -1, "", 0, (), False, False, False, False)
            for figure, topic in rivals
        ]
    spans, names = sentence_spans(text), read_names(text)
    sentences = (spans, [start for start, _ in spans])
    named = (names, [name.start for name in names])
    return [_context_of(figure, topic, text, sentences, named) for figure, topic in rivals]


def _context_of(
    figure: Figure,
    topic: Topic,
    text: str,
    sentences: tuple[list[tuple[int, int]], list[int]],
    named: tuple[list[Name], list[int]],
) -> Context:
    spans, starts = sentences
    index = max(bisect.bisect_right(starts, figure.start) - 1, 0)
    start = max(spans[index][0], figure.start - _REACH)
    end = min(spans[index][1], figure.end + _REACH)
    names, name_starts = named
    inside = names[bisect.bisect_left(name_starts, start) : bisect.bisect_left(name_starts, end)]
    before = text[max(start, figure.start - 90) : figure.start].lower()
    around = text[max(start, figure.start - 80) : min(end, figure.end + 60)].lower()
    return Context(
        figure=figure,
        topic=topic,
        sentence=index,
        text=text[start:end],
        start=start,
        names=tuple(n for n in inside if not figure.start <= n.start < figure.end),
        moves=bool(_MOVED.search(before)),
        left=bool(_MOVED_FROM.search(before)) or bool(_UNREAL.search(before)),
        partial=bool(
            _ADDED.search(before)
            or (
                figure.kind != "fraction"
                and _PART_OF.match(text, max(figure.value_end, figure.start))
            )
        ),
        earlier=bool(_EARLIER.search(around.replace(figure.subject.lower(), " "))),
    )
