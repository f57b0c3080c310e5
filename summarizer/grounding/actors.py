"""Actors: found and named by code; a role that a model gives is checked like a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.draft import DraftActor
from summarizer.facts.actors import Actor as FoundActor
from summarizer.facts.actors import count_salient
from summarizer.facts.analysis import Analysis
from summarizer.facts.names import same_name, stands_for
from summarizer.grounding.support import citable, evidence_at, find_support
from summarizer.summary import Actor, Problem, Rejected

_UNNAMED = 1  # the rank to which an actor without a name is one that the story is about
_ARTICLE = re.compile(r"\A(?:the|an?|this|its?|their|his|her) ", re.IGNORECASE)


def ground_actors(
    drafts: Sequence[DraftActor], facts: Analysis
) -> tuple[tuple[Actor, ...], tuple[Rejected, ...]]:
    """The salient actors and whoever speaks, and the draft's that did not hold."""
    actors = [_actor(found, facts) for found in _shown(facts)]
    rejected: list[Rejected] = []
    for draft in drafts:
        index = next((i for i, a in enumerate(actors) if _is(draft.name, a)), None)
        problems = _problems(draft, index, facts)
        if problems or index is None:
            rejected.append(
                Rejected(
                    item="actor",
                    text=f"{draft.name}: {draft.role}",
                    problems=problems,
                    shown_as="verbatim" if index is not None else "omitted",
                )
            )
        elif not actors[index].role:
            actors[index] = actors[index].model_copy(update={"role": draft.role})
    return tuple(actors), tuple(rejected)


def _shown(facts: Analysis) -> Iterator[FoundActor]:
    """Who acts: the most salient, whoever speaks, and people and bodies with a name.

    Where something happens does not act: a place is shown when it stands for a government. Who has
    no name (``staff``, ``a post office``) is shown for speaking, or for being what it is all about.
    """
    voices = {_plain(facts.speaker_name(a)) for a in facts.attributions}
    acting = [a for a in facts.actors if a.kind != "place" or stands_for(a.name)]
    shown = count_salient([actor.salience for actor in acting])
    for rank, found in enumerate(acting):
        speaks = not voices.isdisjoint({_plain(found.name), *map(_plain, found.aliases)})
        named = found.kind != "group" and any(ch.isupper() for ch in found.name)
        full = " " in found.name or len(found.mentions) > 1
        acts = found.kind == "person" or (found.kind == "organization" and named and full)
        if speaks or acts or rank < (shown if named else _UNNAMED):
            yield found


def _plain(name: str) -> str:
    """A speaker as written without article, lower case: ``The coastguard``."""
    return _ARTICLE.sub("", name).lower()


def _is(name: str, actor: Actor) -> bool:
    return any(same_name(name, known) for known in (actor.name, *actor.aliases))


def _problems(draft: DraftActor, index: int | None, facts: Analysis) -> tuple[Problem, ...]:
    if index is None:
        message = f"the article names nobody called {draft.name}"
        return (Problem(kind="name", message=message, said=draft.name),)
    cited = citable(facts.document, draft.sentence)
    support = find_support(f"{draft.name}, {draft.role}.", facts.document, cited)
    if support is None:
        message = "no sentence of the article shows this role"
        return (Problem(kind="role", message=message, said=draft.role),)
    return () if support.check.supported else support.problems


def _actor(found: FoundActor, facts: Analysis) -> Actor:
    return Actor(
        name=found.name,
        aliases=tuple(found.aliases),
        kind=found.kind,
        role=found.role,
        salience=round(found.salience, 3),
        evidence=tuple(evidence_at(facts.document, m.start, m.end) for m in found.mentions),
    )
