"""Actors: found and named by code; a role that a model gives is checked like a claim."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.draft import DraftActor
from summarizer.facts.actors import Actor as FoundActor
from summarizer.facts.actors import count_salient
from summarizer.facts.analysis import Analysis
from summarizer.facts.names import same_name
from summarizer.grounding.support import evidence_at, find_support, sentence_numbered
from summarizer.summary import Actor, Problem, Rejected


def ground_actors(
    drafts: Sequence[DraftActor], facts: Analysis
) -> tuple[tuple[Actor, ...], tuple[Rejected, ...]]:
    """The salient actors and whoever speaks, and the draft's that did not hold."""
    voices = " | ".join(facts.speaker_name(a) for a in facts.attributions)
    shown = count_salient([actor.salience for actor in facts.actors])
    actors = [
        _actor(found, facts)
        for rank, found in enumerate(facts.actors)
        if rank < shown or found.name in voices
    ]
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


def _is(name: str, actor: Actor) -> bool:
    return any(same_name(name, known) for known in (actor.name, *actor.aliases))


def _problems(draft: DraftActor, index: int | None, facts: Analysis) -> tuple[Problem, ...]:
    if index is None:
        message = f"the article names nobody called {draft.name}"
        return (Problem(kind="name", message=message, said=draft.name),)
    cited = sentence_numbered(facts.document, draft.sentence)
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
