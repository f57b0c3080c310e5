"""Whom a speaker's words name: documents, bare titles and surnames brought back to a name."""

from __future__ import annotations

import re

from summarizer.facts.attribution.speaker_words import (
    BELONGING,
    COMPANY,
    ENDS_HEAD,
    SINGULAR,
    THINGS,
    behind_role,
    head_of,
    is_bare,
    without_apposition,
)
from summarizer.facts.attribution.spoken import REACH, ROLE, SpokenSoFar
from summarizer.facts.names import Name

_PRONOUN = re.compile(r"(?:\A|(?<=[\n.!?,”] )|(?<=\n)|(?<= and )|(?<=\d ))([Ss]?[Hh]e)\b")


# Whose a document is: "the council" in "the council's survey", "Acme" in "a study by Acme".
_OWNER = re.compile(r"\A[^,]{2,60}?(?=\s?['’]s )")
_AUTHOR = re.compile(r"(?<= by )[^,]{2,60}\Z")


class Speakers(SpokenSoFar):
    """What the text has named so far; :meth:`resolve` is called in the order of the text."""

    def resolve(self, phrase: str, start: int, end: int) -> str:
        """The name that ``phrase`` at ``start``..``end`` stands for, or "" when nothing tells."""
        low = phrase.lower().removesuffix(" own")
        low = self._table.stands_for.get(low, low)
        if low in self._table.pronouns:
            found = self._of_pronoun(low, start)
            return self._remember(start, found, low, "person" if low in SINGULAR else "body")
        if low == "both":
            return self._remember_group(start, self._both(start), low)
        if low.startswith("neither ") and " nor " in low:
            first, _, second = phrase[len("neither ") :].rpartition(" nor ")
            return self._remember_group(start, f"{first} and {second}", low)
        owned = self._of_document(phrase, start)
        if owned:
            return self._remember(start, owned, low, "person" if self.is_person(owned) else "body")
        name = self._name_in(start, end)
        person = name is not None and name.kind == "person"
        named = behind_role(phrase, self._table)
        if not named and name is not None and person and " " in name.text:
            named = name.text
        named = named or self._known_surname(phrase)
        if not named and name is not None and person:
            named = name.text
        if named:
            full = self._all_people(start, end, phrase) or self._fullest(named, start)
            return self._remember(start, full, low, "person")
        return self._unnamed(phrase, start, name)

    def last_speaker(self, start: int) -> str:
        """Who is meant by a verb without a subject: the last speaker, or who was named since."""
        person = self._person_before("", start)
        last = self._spoken[-1] if self._spoken else None
        close = last is not None and start - last.at <= REACH
        return last.name if last is not None and close and last.kind == "body" else person

    def told_about(self, start: int, end: int) -> tuple[str, int, int]:
        """(name, start, end of its words) of the person that a sentence of telling is about.

        The first person named in it who is no one's object or owner, or the first "he" or "she"
        that begins a clause; ("", 0, 0) where there is none.
        """
        clause = _PRONOUN.search(self._text, start, end)
        for name in self._between(start, end):
            if clause is not None and clause.start(1) < name.start:
                break
            if name.kind == "person" and name.end <= end and self._is_subject(name, start):
                found = self.resolve(self._text[name.start : name.end], name.start, name.end)
                return found, name.start, name.end
        if clause is None:
            return "", 0, 0
        return self.resolve(clause.group(1), clause.start(1), clause.end(1)), *clause.span(1)

    def _is_subject(self, name: Name, start: int) -> bool:
        near = self._text[max(start, name.start - ROLE) : name.start]
        before = near.rstrip(" .").removesuffix(name.title).split()
        owner = self._text[name.end : name.end + 2] in ("'s", "’s")
        return not owner and not (before and before[-1].lower() in self._table.prepositions)

    def _of_document(self, phrase: str, start: int) -> str:
        """Whose document speaks: "her second paper", "the council's survey", "a study by X"."""
        words = phrase.lower().split(",", maxsplit=1)[0].split()
        ends = [i for i, word in enumerate(words) if word in ENDS_HEAD and i]
        end = ends[0] if ends else len(words)
        if not words or words[end - 1] not in THINGS:
            return ""
        if words[0] in self._table.stands_for:
            return self.resolve(words[0], start, start + len(words[0]))
        owner = _OWNER.match(phrase)
        if owner is None and words[end : end + 1] == ["by"]:
            owner = _AUTHOR.search(phrase.split(",", maxsplit=1)[0])
        if owner is None:
            return ""
        at = start + owner.start()
        return self.resolve(owner.group(), at, at + len(owner.group())) or owner.group()

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
        core = self._called(phrase, start, name) or without_apposition(phrase)
        head = head_of(words, self._table)
        kind = "thing" if head in THINGS else "body"
        if name is None and head in self._table.role_nouns:
            kind = "role"
        self._remember(start, core, low, kind)
        return core if core != phrase else ""

    def _called(self, phrase: str, start: int, name: Name | None) -> str:
        """The name of what is first told by its kind: "the charity Acme", "his publisher, Acme"."""
        if name is None or name.kind == "person" or name.start <= start:
            return ""
        head = phrase[: name.start - start].rstrip(' ,"“„«')
        words = head.lower().split()
        rest = phrase[name.end - start :].lstrip('"”“»')
        told = len(words) > 1 and words[0] in self._table.determiners and head[1:].islower()
        if not told or rest[:1] not in ("", ",") or set(words) & self._table.prepositions:
            return ""
        return "" if "and" in words or "," in head else name.text

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

    def _of_title(self, words: list[str], start: int) -> str:
        """Whom "the minister" or "the company" means: the last one whose words had that noun."""
        head = head_of(words, self._table)
        if not head:
            return ""
        for spoken in reversed(self._spoken):
            if start - spoken.at > 2 * REACH:
                break
            if not spoken.name[:1].isupper() or is_bare(spoken.name):
                continue
            said = spoken.words.replace(",", " ").split()
            role = spoken.kind == "person" and head in self._table.role_nouns and head in said
            body = head in COMPANY and self._kinds.get(spoken.name) == "organization"
            if role or body or head == head_of(said, self._table):
                return spoken.name
        for other in reversed(self._between(max(0, start - 2 * REACH), start)):
            if head in other.title.lower().split() or head in other.text.lower().split():
                person = other.kind == "person"
                return self._fullest(other.text, other.start) if person else other.text
            if head in COMPANY and other.kind == "organization":
                return other.text
        return ""
