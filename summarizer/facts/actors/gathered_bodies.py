"""Gathers unnamed bodies into actors, and gives those that a name is known for to that name."""

from __future__ import annotations

from bisect import bisect_right

from summarizer.facts.actors.bodies import BodyMention
from summarizer.facts.actors.gathered import Gathered, Mention
from summarizer.facts.actors.groups import GroupMention


def without_bodies(groups: list[GroupMention], bodies: list[BodyMention]) -> list[GroupMention]:
    """The groups that do not stand where a body does (``the police``)."""
    starts = [body.start for body in bodies]
    kept = []
    for group in groups:
        at = bisect_right(starts, group.end - 1) - 1
        if at < 0 or bodies[at].end <= group.start:
            kept.append(group)
    return kept


def gather_bodies(bodies: list[BodyMention], actors: list[Gathered]) -> list[Gathered]:
    """One actor for each wording. Where one named body ends so, the mentions are that body's.

    ``the disaster office`` is the ``National Disaster Office``, if the article has one such only.
    """
    named: dict[str, list[Gathered]] = {}
    taken = {m.start for actor in actors for m in actor.mentions}
    for actor in actors:
        words = actor.name.lower().split()
        if actor.kind == "organization":
            for size in (2, 3):
                named.setdefault(" ".join(words[-size:]), []).append(actor)
    found: dict[str, Gathered] = {}
    for body in bodies:
        if body.start in taken:
            continue
        mention = Mention(body.start, body.end, body.text)
        owners = named.get(body.text.lower(), [])
        if len(owners) == 1:
            owners[0].mentions.append(mention)
        elif not owners:
            key = body.text.lower()
            found.setdefault(key, Gathered(body.text, "organization")).mentions.append(mention)
    return list(found.values())
