"""Who has been named and who has spoken so far, and whom a pronoun means.

The readers of one document share one :class:`SpokenSoFar`; it is asked in the order of the text.
"""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.facts.attribution.cue_table import CueTable
from summarizer.facts.attribution.speaker_words import SINGULAR, is_plural
from summarizer.facts.names import Name, same_name
from summarizer.facts.words import word_set

_WOMENS_TITLES = word_set("ms mrs miss")
# How far back, in characters, a pronoun is looked up; news names its people again well before.
REACH = 1500
# Sentences: who was named in the last one or two takes a pronoun from a speaker this far above.
_NEAR = 1
_FAR = 3
# Characters of a role before a name at the beginning of a sentence.
ROLE = 80
# Speakers that are remembered: far more than an article has within reach.
MEMORY = 200


class Spoken(NamedTuple):
    """A speaker so far: where, the name, the words in lower case, "person", "body" or "thing"."""

    at: int
    name: str
    words: str
    kind: str


class SpokenSoFar:
    """The names of a text and its speakers so far."""

    def __init__(
        self, text: str, names: Sequence[Name], sentence_starts: Sequence[int], table: CueTable
    ) -> None:
        """``names`` are those of the whole text in order of position."""
        self._text = text
        self._names = names
        self._table = table
        self._starts = [name.start for name in names]
        self._sentence_starts = sentence_starts
        self._spoken: deque[Spoken] = deque(maxlen=MEMORY)
        self._people: set[str] = set()
        self._pronouns: dict[str, str] = {}
        self._kinds = {name.text: name.kind for name in names}
        self._full: dict[str, list[Name]] = {}
        for name in names:
            if name.kind == "person" and " " in name.text:
                for word in name.text.split():
                    self._full.setdefault(word, []).append(name)

    def is_person(self, name: str) -> bool:
        """Whether a name that was resolved is that of a person."""
        return name in self._people

    def _remember(self, start: int, name: str, words: str, kind: str) -> str:
        if name:
            self._spoken.append(Spoken(start, name, words, "person" if kind == "role" else kind))
            if kind == "person":
                self._people.add(name)
            if words in SINGULAR:
                self._pronouns[name] = words
        return name

    def _remember_group(self, start: int, name: str, words: str) -> str:
        """Remembers several who speak together; "" where nothing tells who, so that no "they"
        behind them goes back to somebody before them."""
        self._spoken.append(Spoken(start, name, words, "body"))
        return name

    def _between(self, start: int, end: int) -> Sequence[Name]:
        first = bisect.bisect_left(self._starts, start)
        return self._names[first : bisect.bisect_left(self._starts, end)]

    def _fullest(self, name: str, start: int) -> str:
        """The full name that the text has had up to here for a person named by one word."""
        if " " in name:
            return name
        near = self._text[max(start - 12, 0) : start + 12].lower().replace(".", "").split()
        pronoun = "she" if _WOMENS_TITLES & set(near) else "he" if "mr" in near else ""
        for spoken in reversed(self._spoken):
            full = spoken.kind == "person" and " " in spoken.name and " and " not in spoken.name
            if full and name in spoken.name.split() and self._may_be(pronoun, spoken.name, ""):
                return spoken.name
        for other in self._full.get(name, ())[:MEMORY]:
            if other.start < start and self._may_be(pronoun, other.text, ""):
                return other.text
        return name

    def _of_pronoun(self, pronoun: str, start: int) -> str:
        if pronoun in SINGULAR:
            return self._person_before(pronoun, start)
        if pronoun not in ("it", "they"):
            return ""
        own = self._body_of(self._sentence_start(start), start) if pronoun == "it" else ""
        if own:
            return own
        for spoken in reversed(self._spoken):
            if start - spoken.at > REACH:
                break
            fits = spoken.kind == "body" or (spoken.kind == "thing" and pronoun == "it")
            if fits and (pronoun == "they") == is_plural(spoken.words):
                return spoken.name
        return self._body_before(start) if pronoun == "it" else ""

    def _body_before(self, start: int) -> str:
        """The nearest organization that a sentence before begins with."""
        return self._body_of(max(0, start - REACH // 2), self._sentence_start(start))

    def _body_of(self, start: int, end: int) -> str:
        for name in reversed(self._between(start, end)):
            if name.kind == "organization" and self._opens_sentence(name):
                return name.text
        return ""

    def _person_before(self, pronoun: str, start: int) -> str:
        """The person a "he" or "she" stands for: who spoke last, or who was named last.

        Somebody named after the last speaker takes the pronoun only where they begin a sentence or
        nobody has spoken close by: who is talked about rarely takes over from the one who talks.
        """
        last = next(
            (
                s
                for s in reversed(self._spoken)
                if s.kind == "person" and self._may_be(pronoun, s.name, s.words)
            ),
            None,
        )
        since = max(0, start - REACH, last.at + len(last.words) if last else 0)
        named = self._named_since(pronoun, since, start, last)
        if named is not None and (
            last is None
            or start - last.at > REACH // 2
            or self._opens_sentence(named)
            or self._is_nearer(named, last, start)
        ):
            return self._fullest(named.text, named.start)
        return last.name if last is not None and start - last.at <= REACH else ""

    def _named_since(
        self, pronoun: str, since: int, start: int, last: Spoken | None
    ) -> Name | None:
        """Who else was named: the subject of the nearest sentence with a fitting person in it."""
        sentence = self._sentence_start(start)
        named: Name | None = None
        for name in reversed(self._between(since, start)):
            if not self._fits(pronoun, name):
                continue
            if last is not None and same_name(name.text, last.name):
                return None
            if name.start < sentence and named is None:
                return next(self._fitting(pronoun, self._sentence_start(name.start), name), name)
            if name.start < sentence:
                break  # the sentence of the pronoun names somebody itself
            named = name
        return named

    def _fitting(self, pronoun: str, start: int, name: Name) -> Iterator[Name]:
        near = self._between(max(start, name.start - REACH), name.start)
        return (other for other in near if self._fits(pronoun, other))

    def _fits(self, pronoun: str, name: Name) -> bool:
        return name.kind == "person" and self._may_be(pronoun, name.text, name.title.lower())

    def _sentence_start(self, offset: int) -> int:
        at = bisect.bisect_right(self._sentence_starts, offset) - 1
        return self._sentence_starts[max(at, 0)]

    def _opens_sentence(self, name: Name) -> bool:
        """Whether the name begins its sentence, but for a title: the subject of what follows."""
        start = self._sentence_start(name.start)
        if name.start - start > ROLE + len(name.title):
            return False
        before = self._text[start : name.start].strip()
        if len(before) <= len(name.title) + 4:
            return True
        # "The country's envoy, Jane Roe, ...": a role stands before the name.
        role = before.removesuffix(",").rsplit(maxsplit=1)[-1].lower()
        return before.endswith(",") and role in self._table.role_nouns

    def _is_nearer(self, name: Name, last: Spoken, start: int) -> bool:
        """Whether the name stands in the sentence before, and the last speaker far above it."""
        here = bisect.bisect_right(self._sentence_starts, start)
        above = bisect.bisect_right(self._sentence_starts, last.at)
        named = bisect.bisect_right(self._sentence_starts, name.start)
        return here - named <= _NEAR and named - above >= _FAR

    def _may_be(self, pronoun: str, name: str, words: str) -> bool:
        """Whether title, role, given name and earlier pronouns leave the pronoun open."""
        if not pronoun:
            return True
        said = set(words.replace(",", " ").replace(".", "").replace("'s", "").split())
        if " " in name:
            said.add(name.split(maxsplit=1)[0].lower())
        woman, man = said & self._table.women, said & self._table.men
        if (woman and not man and pronoun == "he") or (man and not woman and pronoun == "she"):
            return False
        return self._pronouns.get(name, pronoun) == pronoun
