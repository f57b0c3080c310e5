"""Gathers groups of people into actors: by noun and nation, or by the name of a people."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from summarizer.facts.actors.gathered import Gathered, Mention
from summarizer.facts.actors.groups import GroupMention
from summarizer.facts.names import Name
from summarizer.facts.names.places import DEMONYMS, PEOPLES


def gather_groups(groups: list[GroupMention]) -> list[Gathered]:
    """One actor for each noun and nation; a bare noun joins the only nation that has it."""
    nations: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        if group.nation:
            nations[group.noun].add(group.nation)
    by_key: dict[tuple[str, str], Gathered] = {}
    named: dict[int, list[GroupMention]] = defaultdict(list)
    for group in groups:
        nation = group.nation
        if not nation and len(nations[group.noun]) == 1:
            nation = next(iter(nations[group.noun]))
        actor = by_key.setdefault((group.noun, nation), Gathered(group.text, "group"))
        if group.nation and not any(m.nation for m in named[id(actor)]):
            actor.name = group.text
        named[id(actor)].append(group)
        actor.mentions.append(Mention(group.start, group.end, group.text))
    return list(by_key.values())


def gather_peoples(names: list[Name], groups: list[GroupMention]) -> list[Gathered]:
    """Peoples named as such (``Ukrainians``, ``Muslims``), which are groups."""
    starts = [group.start for group in groups]
    by_name: dict[str, Gathered] = {}
    for name in names:
        if name.kind != "demonym" or not _is_people(name.text):
            continue
        at = bisect_right(starts, name.start) - 1
        if at >= 0 and name.start < groups[at].end:
            continue
        actor = by_name.setdefault(name.text, Gathered(name.text, "group"))
        actor.mentions.append(Mention(name.start, name.end, name.text))
    return list(by_name.values())


def _is_people(word: str) -> bool:
    if not word.endswith("s") or len(word) < 4:
        return False
    singular = word[:-1]
    return (
        singular in DEMONYMS or singular in PEOPLES or word in {"Poles", "Serbs", "Turks", "Brits"}
    )
