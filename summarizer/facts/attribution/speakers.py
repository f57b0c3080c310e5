"""Whom a speaker's words name: pronouns, bare titles and surnames brought back to a name."""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.facts.attribution.cue_table import CueTable
from summarizer.facts.attribution.speaker_words import (
    BELONGING,
    COMPANY,
    SINGULAR,
    THINGS,
    behind_role,
    head_of,
    is_bare,
    is_plural,
    without_apposition,
)
from summarizer.facts.names import Name, same_name
from summarizer.facts.words import word_set

_WOMENS_TITLES = word_set("ms mrs miss")
# How far back, in characters, a pronoun is looked up; news names its people again well before.
_REACH = 1500
# Speakers that are remembered: far more than an article has within reach.
_MEMORY = 200


class _Spoken(NamedTuple):
    """A speaker so far: where, the name, the words in lower case, "person", "body" or "thing"."""

    at: int
    name: str
    words: str
    kind: str


class Speakers:
    """What the text has named so far; :meth:`resolve` is called in the order of the text."""

    def __init__(
        self, text: str, names: Sequence[Name], sentence_starts: Sequence[int], table: CueTable
    ) -> None:
        """``names`` are those of the whole text in order of position."""
        self._text = text
        self._names = names
        self._table = table
        self._starts = [name.start for name in names]
        self._sentence_starts = sentence_starts
        self._spoken: deque[_Spoken] = deque(maxlen=_MEMORY)
        self._people: set[str] = set()
        self._pronouns: dict[str, str] = {}
        self._kinds = {name.text: name.kind for name in names}
        self._full: dict[str, list[Name]] = {}
        for name in names:
            if name.kind == "person" and " " in name.text:
                for word in name.text.split():
                    self._full.setdefault(word, []).append(name)

    def resolve(self, phrase: str, start: int, end: int) -> str:
        """The name that ``phrase`` at ``start``..``end`` stands for, or "" when nothing tells."""
        low = phrase.lower()
        if low in self._table.pronouns:
            found = self._of_pronoun(low, start)
            return self._remember(start, found, low, "person" if low in SINGULAR else "body")
        if low == "both":
            return self._remember_group(start, self._both(start), low)
        if low.startswith("neither ") and " nor " in low:
            first, _, second = phrase[len("neither ") :].rpartition(" nor ")
            return self._remember_group(start, f"{first} and {second}", low)
        name = self._name_in(start, end)
        named = behind_role(phrase, self._table) or self._known_surname(phrase)
        if not named and name is not None and name.kind == "person":
            named = name.text
        if named:
            full = self._all_people(start, end, phrase) or self._fullest(named, start)
            return self._remember(start, full, low, "person")
        return self._unnamed(phrase, start, name)

    def is_person(self, name: str) -> bool:
        """Whether a name that was resolved is that of a person."""
        return name in self._people

    def _unnamed(self, phrase: str, start: int, name: Name | None) -> str:
        """A body, a thing or somebody without a name: "the minister", "the report"."""
        low = phrase.lower()
        words = low.replace(",", " ").split()
        if words and words[0] in ("the", "his", "her", "their", "its") and name is None:
            found = self._of_title(words, start)
            if found:
                return self._remember(
                    start, found, low, "person" if self.is_person(found) else "body"
                )
        core = without_apposition(phrase)
        head = head_of(words, self._table)
        kind = "thing" if head in THINGS else "body"
        if name is None and head in self._table.role_nouns:
            kind = "role"
        self._remember(start, core, low, kind)
        return core if core != phrase else ""

    def _remember(self, start: int, name: str, words: str, kind: str) -> str:
        if name:
            self._spoken.append(_Spoken(start, name, words, "person" if kind == "role" else kind))
            if kind == "person":
                self._people.add(name)
            if words in SINGULAR:
                self._pronouns[name] = words
        return name

    def _remember_group(self, start: int, name: str, words: str) -> str:
        """Remembers several who speak together; "" where nothing tells who, so that no "they"
        behind them goes back to somebody before them."""
        self._spoken.append(_Spoken(start, name, words, "body"))
        return name

    def _both(self, start: int) -> str:
        """The two people whom the sentence before names or lets speak together, or ""."""
        sentence = self._sentence_start(start)
        since = self._sentence_start(sentence - 1) if sentence else start
        for spoken in reversed(self._spoken):
            if spoken.at < since:
                break
            if spoken.at < sentence and spoken.name.count(" and ") == 1:
                return spoken.name
        people = [n for n in self._between(since, sentence) if n.kind == "person"]
        names = list(dict.fromkeys(self._fullest(n.text, n.start) for n in people))
        owners = any(self._text[n.end : n.end + 2] in ("'s", "’s") for n in people)
        return " and ".join(names) if len(names) == 2 and not owners else ""

    # --- names ---

    def _between(self, start: int, end: int) -> Sequence[Name]:
        first = bisect.bisect_left(self._starts, start)
        return self._names[first : bisect.bisect_left(self._starts, end)]

    def _name_in(self, start: int, end: int) -> Name | None:
        """The name of the speaker in a phrase: a person's before any other."""
        inside = [name for name in self._between(start, end) if name.end <= end]
        people = [n for n in inside if n.kind == "person" and self._speaks(n, start, end)]
        if people:
            comma = self._text.find(",", people[0].end, end)
            return [n for n in people if comma < 0 or n.start < comma][-1]
        return next((n for n in inside if n.kind != "person"), None)

    def _speaks(self, name: Name, start: int, end: int) -> bool:
        """Whether a person is the speaker and not whose speaker it is: "Dunn's lawyer"."""
        if self._text[name.end : name.end + 2] in ("'s", "’s"):
            return name.end + 2 >= end
        before = self._text[start : name.start].rstrip(" .").removesuffix(name.title).split()
        word = before[-1].lower() if before else ""
        if word in ("and", "&"):
            people = any(n.kind == "person" for n in self._between(start, name.start))
            return people or " " in name.text or bool(name.title)
        return word not in BELONGING

    def _known_surname(self, phrase: str) -> str:
        """The last word of a phrase that is the surname of somebody who has spoken before."""
        word = phrase.rsplit(maxsplit=1)[-1]
        known = word[:1].isupper() and any(
            s.kind == "person" and s.name.endswith(" " + word) for s in self._spoken
        )
        return word if known else ""

    def _all_people(self, start: int, end: int, phrase: str) -> str:
        """Both names of two people who speak together, else ""."""
        people = [n for n in self._between(start, end) if n.kind == "person" and n.end <= end]
        if len(people) < 2 or " and " not in phrase[people[0].end - start :]:
            return ""
        return " and ".join(self._fullest(name.text, name.start) for name in people)

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
        for other in self._full.get(name, ())[:_MEMORY]:
            if other.start < start and self._may_be(pronoun, other.text, ""):
                return other.text
        return name

    # --- pronouns ---

    def _of_pronoun(self, pronoun: str, start: int) -> str:
        if pronoun in SINGULAR:
            return self._person_before(pronoun, start)
        if pronoun not in ("it", "they"):
            return ""
        for spoken in reversed(self._spoken):
            if start - spoken.at > _REACH:
                break
            fits = spoken.kind == "body" or (spoken.kind == "thing" and pronoun == "it")
            if fits and (pronoun == "they") == is_plural(spoken.words):
                return spoken.name
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
        since = max(0, start - _REACH, last.at + 2 if last else 0)
        named = self._named_since(pronoun, since, start, last)
        if named is not None and (
            last is None or start - last.at > _REACH // 2 or self._opens_sentence(named)
        ):
            return self._fullest(named.text, named.start)
        return last.name if last is not None and start - last.at <= _REACH else ""

    def _named_since(
        self, pronoun: str, since: int, start: int, last: _Spoken | None
    ) -> Name | None:
        """Who else was named: the subject of the nearest sentence with a fitting person in it."""
        sentence = self._sentence_start(start)
        named: Name | None = None
        for name in reversed(self._between(since, start)):
            if not self._fits(pronoun, name):
                continue
            if last is not None and same_name(name.text, last.name):
                return None
            named = name
            if name.start < sentence:
                return next(self._fitting(pronoun, self._sentence_start(name.start), name), name)
        return named

    def _fitting(self, pronoun: str, start: int, name: Name) -> Iterator[Name]:
        near = self._between(max(start, name.start - _REACH), name.start)
        return (other for other in near if self._fits(pronoun, other))

    def _fits(self, pronoun: str, name: Name) -> bool:
        return name.kind == "person" and self._may_be(pronoun, name.text, name.title.lower())

    def _sentence_start(self, offset: int) -> int:
        at = bisect.bisect_right(self._sentence_starts, offset) - 1
        return self._sentence_starts[max(at, 0)]

    def _opens_sentence(self, name: Name) -> bool:
        """Whether the name begins its sentence, but for a title: the subject of what follows."""
        start = self._sentence_start(name.start)
        return len(self._text[start : name.start].strip()) <= len(name.title) + 4

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

    # --- bare titles ---

    def _of_title(self, words: list[str], start: int) -> str:
        """Whom "the minister" or "the company" means: the last one whose words had that noun."""
        head = head_of(words, self._table)
        if not head:
            return ""
        for spoken in reversed(self._spoken):
            if start - spoken.at > 2 * _REACH:
                break
            if not spoken.name[:1].isupper() or is_bare(spoken.name):
                continue
            said = spoken.words.replace(",", " ").split()
            role = spoken.kind == "person" and head in self._table.role_nouns and head in said
            body = head in COMPANY and self._kinds.get(spoken.name) == "organization"
            if role or body or head == head_of(said, self._table):
                return spoken.name
        for other in reversed(self._between(max(0, start - 2 * _REACH), start)):
            if head in other.title.lower().split() or head in other.text.lower().split():
                person = other.kind == "person"
                return self._fullest(other.text, other.start) if person else other.text
            if head in COMPANY and other.kind == "organization":
                return other.text
        return ""
