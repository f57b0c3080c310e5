"""Who acts in an article: people, bodies, countries, places and groups, with all their mentions.

Mentions are gathered by name, without pronouns: a full name and its surname, an acronym and what it
stands for, a title that can mean one person only. What each is in the story (its role) is read from
the title before the name and the apposition beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.document import Document, Span
from summarizer.facts.actors.gathered import Gathered
from summarizer.facts.actors.mentions import gather
from summarizer.facts.actors.roles import read_role
from summarizer.facts.actors.salience import count_salient, score

ActorKind = Literal["person", "organization", "country", "group", "place"]
_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "group": "group",
    "place": "place",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts in the article, or where it happens.

    ``name`` is the fullest name without title, as written somewhere in the text; ``aliases`` are
    the other ways it is written, in order of appearance; ``role`` is what the text says it is, as
    written, or ``""``; ``mentions`` are in order of position, with descriptions that can mean this
    actor only (``the court``), without pronouns; ``salience`` is between 0 and 1.
    """

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    role: str
    mentions: tuple[Span, ...]
    salience: float


def read_actors(document: Document) -> list[Actor]:
    """Every actor of the document, the most salient first. Linear in the length of its text."""
    actors = [_actor_of(gathered, document) for gathered in gather(document)]
    return sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0].start))


def salient_actors(document: Document) -> list[Actor]:
    """The actors that a summary of the document has to name: see ``count_salient``."""
    actors = read_actors(document)
    return actors[: count_salient([actor.salience for actor in actors])]


def _actor_of(gathered: Gathered, document: Document) -> Actor:
    name = gathered.name
    written = dict.fromkeys(m.text for m in gathered.mentions if not m.described)
    aliases = tuple(alias for alias in written if alias != name)
    return Actor(
        name=name,
        aliases=aliases,
        kind=_KINDS[gathered.kind],
        role=read_role(gathered, document.text),
        mentions=tuple(Span(m.start, m.end) for m in gathered.mentions),
        salience=round(score(gathered, document), 3),
    )
