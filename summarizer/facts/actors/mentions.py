"""Gathers the mentions of each actor: which names, descriptions and groups are one and the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from summarizer.document import Document
from summarizer.facts.actors.bodies import read_bodies
from summarizer.facts.actors.gathered import Gathered, Mention
from summarizer.facts.actors.gathered_bodies import gather_bodies, without_bodies
from summarizer.facts.actors.gathered_groups import gather_groups, gather_peoples
from summarizer.facts.actors.groups import read_groups
from summarizer.facts.actors.short_forms import joined_short_forms
from summarizer.facts.names import Name, country_of, read_names, same_name, without_title
from summarizer.facts.names.aliases import acronyms_of
from summarizer.facts.names.org_words import ORGANIZATION_WORDS
from summarizer.facts.names.person_words import FAMILY_NAME_FIRST, GIVEN_NAMES, ROLE_NOUNS, TITLES
from summarizer.facts.names.places import DEMONYMS
from summarizer.facts.names.tokens import Token, read_tokens
from summarizer.facts.words import script_of, word_set

_NO_ACTORS = word_set(
    """
Internet Web World Earth Mars Moon God Jesus Christ Bible Koran Quran English Islam Christianity
Islamophobia Judaism Buddhism Hinduism Catholicism Facebook-Live Wi-Fi Bluetooth HTML JavaScript
Image Photo Video Getty Press Reuters/Reuters Via File Channel Group Day Year Night Morning Week
Article Section Chapter XVII Wikinews Windows Android Brexit Covid Covid-19 Coronavirus Posts
Legion
"""
)
_CAPTION = re.compile(
    r"(?:Image|Photo|Photograph|Picture|Credit|Photos|File)s?(?: credit| by)? ?[:/] ?$"
)
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_NUMBERED = re.compile(r"[A-Z]{1,4}-?\d{1,4}")
_NUMBERED_BODIES = word_set("G7 G8 G20 G77 MI5 MI6 O2 M5S U2 F1")
_DESCRIBED_BODIES = {word.lower() for word in ORGANIZATION_WORDS} - word_set(
    """
international united security energy capital intelligence nations sun mail post watch front order
defense defence media works workers city records station company times international investigation
business resources service services sa se co group team network news press mission division office
open school schools community force forces treasury society project
"""
)


def gather(document: Document) -> list[Gathered]:
    """The actors of a document, in order of first mention, each with its mentions in order."""
    text = document.text
    names = [name for name in read_names(text) if not _is_credit(name, text)]
    tokens = read_tokens(text)
    groups = read_groups(tokens, text)
    gathered = joined_short_forms(_gather_names(_acting(names), text))
    _add_descriptions(gathered, tokens, text)
    _count_adjectives(gathered, names)
    bodies = read_bodies(tokens, text)
    gathered += gather_groups(without_bodies(groups, bodies)) + gather_peoples(names, groups)
    gathered += gather_bodies(bodies, gathered)
    for actor in gathered:
        actor.mentions.sort(key=lambda mention: mention.start)
    return sorted(gathered, key=lambda actor: actor.mentions[0].start)


def _is_credit(name: Name, text: str) -> bool:
    """Whether a name only says who made a picture."""
    return bool(_CAPTION.search(text[max(0, name.start - 20) : name.start]))


def _acting(names: list[Name]) -> list[Name]:
    """Names that can act: no adjectives, events, products, nor the base of a numbered name."""
    bases = {n.text.rstrip("0123456789 ") for n in names if n.text[-1].isdigit()} - {""}
    return [
        name
        for name in names
        if name.kind not in {"demonym", "event"}
        and name.text not in bases
        and not (_NUMBERED.fullmatch(name.text) and name.text not in _NUMBERED_BODIES)
    ]


class _Index:
    """Finds the gathered actors that a name may belong to by its first and last word."""

    def __init__(self) -> None:
        self.actors: list[Gathered] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def keys(self, name: str) -> Iterable[str]:
        country = country_of(name)
        if country:
            return {f"={country}"}
        words = without_title(name).lower().replace(".", "").split()
        found = {w for w in words if len(w) > 2 or len(words) == 1} | {
            name.replace(".", "").lower()
        }
        return found | {short.lower() for short in acronyms_of(name)}

    def candidates(self, name: str) -> list[Gathered]:
        seen = dict.fromkeys(i for key in self.keys(name) for i in self._by_key.get(key, ())[:16])
        return [self.actors[index] for index in seen]

    def add(self, actor: Gathered) -> None:
        self.actors.append(actor)
        self.learn(actor.name, len(self.actors) - 1)

    def learn(self, name: str, index: int) -> None:
        for key in self.keys(name):
            self._by_key[key].append(index)


_FITS = {
    "person": {"person", "name"},
    "organization": {"organization", "name", "place"},
    "place": {"place", "name", "organization"},
    "country": {"country"},
    "name": {"name", "person", "organization", "place"},
}


def _gather_names(names: list[Name], text: str) -> list[Gathered]:
    """Cluster names: the longest first, so that short forms find the full name they belong to.

    Names in the article's own script go first: what it calls somebody is written in it.
    """
    index = _Index()
    script = script_of(text)
    bracketed = _bracketed(names, text, script)
    forms: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names:
        if name.text not in _NO_ACTORS:
            forms[(name.text, name.kind)].append(name)
    order = sorted(
        forms,
        key=lambda form: (
            script_of(form[0]) != script,
            -len(form[0].split()),
            forms[form][0].start,
        ),
    )
    for form, kind in order:
        written = bracketed.get(form, form)
        fitting = [
            actor
            for actor in index.candidates(written)
            if actor.kind in _FITS[kind] and same_name(written, actor.name)
        ]
        if not fitting:
            fitting = [Gathered(form, kind)]
            index.add(fitting[0])
        starts = [sorted(m.start for m in actor.mentions) for actor in fitting]
        for name in forms[form, kind]:
            mention = Mention(name.start, name.end, name.text, name.title)
            fitting[_nearest(starts, name.start)].mentions.append(mention)
        if fitting[0].kind == "name":
            fitting[0].kind = kind
    for actor in index.actors:
        actor.kind = _settled(actor)
        actor.mentions.sort(key=lambda mention: mention.start)
    return _merged_koreas([actor for actor in index.actors if actor.mentions])


def _merged_koreas(actors: list[Gathered]) -> list[Gathered]:
    """A country written by half its name (``Korea``) where only one such country is spoken of."""
    whole = [
        a for a in actors if a.kind == "country" and a.name.endswith((" Korea", "Korea Republic"))
    ]
    half = [a for a in actors if a.name == "Korea"]
    if len(whole) == 1 and half:
        whole[0].mentions += half[0].mentions
        return [a for a in actors if a is not half[0]]
    return actors


def _settled(actor: Gathered) -> str:
    """The kind of an actor; where nothing told, what a lone capitalised word mostly is."""
    if actor.kind != "name":
        return actor.kind
    words = actor.name.split()
    is_person = words[0] in GIVEN_NAMES or (len(words) == 1 and words[0] in FAMILY_NAME_FIRST)
    return "person" if is_person else "organization"


def _nearest(starts: list[list[int]], start: int) -> int:
    """Which of the actors that a short form can mean was named last before ``start``."""
    if len(starts) == 1:
        return 0
    last_before = [known[at - 1] if (at := bisect_left(known, start)) else -1 for known in starts]
    return max(range(len(starts)), key=last_before.__getitem__)


def _bracketed(names: list[Name], text: str, script: str) -> dict[str, str]:
    """Names that a text explains: ``World Food Programme (WFP)`` gives WFP its long form.

    Of a name given in two scripts, side by side, the one in the text's own ``script`` is the form
    that the other is brought to.
    """
    found: dict[str, str] = {}
    for name, following in pairwise(names):
        gap = text[name.end : following.start]
        bracketed = gap.strip() == "(" and text[following.end : following.end + 1] == ")"
        if not bracketed and gap != " / ":
            continue
        foreign = [n.text for n in (name, following) if script_of(n.text) != script]
        if gap == " / " or len(foreign) == 1:
            main, other = name.text, following.text
            if foreign == [main]:
                main, other = other, main
            found[other] = main
            continue
        short, long = following.text, name.text
        if len(long.split()) == 1 and len(short.split()) > 1:
            short, long = long, short
        initials = {word[0].upper() for word in _BETWEEN_WORDS.split(long) if word}
        is_short = len(short) < 10 and sum(ch.isupper() for ch in short) > 1
        if is_short and short[0].upper() in initials and len(long.split()) > 1:
            found[short] = long
    return found


def _add_descriptions(gathered: list[Gathered], tokens: list[Token], text: str) -> None:
    """Add ``the president``, ``the court`` to the one actor that such words can mean."""
    heads: dict[str, list[Gathered]] = defaultdict(list)
    for actor in gathered:
        for head in _heads(actor):
            heads[head].append(actor)
    if not heads:
        return
    first_two = {
        head: sorted(actors, key=lambda actor: actor.mentions[0].start)[:2]
        for head, actors in heads.items()
    }
    taken = {m.start for actor in gathered for m in actor.mentions}
    for index in range(1, len(tokens)):
        token, before = tokens[index], tokens[index - 1]
        word = token.word.lower()
        if word not in heads or token.gap != " " or before.text.lower() not in {"the", "this"}:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        runs_on = following is not None and following.gap in (" ", "-")
        if token.start in taken or (runs_on and following and following.start in taken):
            continue
        if following and runs_on and (following.capital or following.text in {"of", "for"}):
            continue
        known = [a for a in first_two[word] if a.mentions[0].start < token.start]
        if len(known) == 1:
            end = token.start + len(token.word)
            found = Mention(before.start, end, text[before.start : end], described=True)
            known[0].mentions.append(found)


def _heads(actor: Gathered) -> set[str]:
    if actor.kind == "person":
        titles = {m.title.split()[-1].lower() for m in actor.mentions if m.title.split()}
        return {t for t in titles if t in ROLE_NOUNS or t.title() in TITLES} - {
            "mr",
            "ms",
            "mrs",
            "dr",
        }
    if actor.kind == "organization" and " " in actor.name:
        head = actor.name.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        return {head} & _DESCRIBED_BODIES
    return set()


def _count_adjectives(gathered: list[Gathered], names: list[Name]) -> None:
    countries = {country_of(a.name): a for a in gathered if a.kind == "country"}
    for name in names:
        country = DEMONYMS.get(name.text)
        if name.kind == "demonym" and country in countries:
            countries[country].adjectives += 1
