"""Salient actors of news articles, against what several summaries of each article name.

The set (12 Wikinews articles) marks every entity with all its mentions and with how many of five
summaries name it (salience 0 to 5). A salient actor here is an entity of the type person,
organization or place that at least LEVEL summaries name; "named" ones have a proper name among
their mentions. A predicted actor matches an entity when one of its written forms is one of the
entity's mentions, articles, titles and possessives aside; one actor matches one entity. Predicted
are the actors of ``salient_actors``, whatever the level; nothing is left out of the set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evals.bench.table import Row, skipped
from summarizer.document import Document
from summarizer.facts.actors import Actor, salient_actors
from summarizer.facts.names import without_title
from summarizer.facts.words import word_set

LEVELS = (1, 2, 3, 5)
BAR_LEVEL = 2
ACTOR_TYPES = {"person", "organization", "place"}
_PRONOUNS = word_set(
    "i me my we us our you your he him his she her it its they them their this that these those "
    "who himself herself itself themselves"
)
_NAMED = re.compile(r"(?<!^)\b[A-Z]|^[A-Z]\w+ [A-Z]|^(?!The\b|A\b|An\b|This\b|These\b)[A-Z]\w*$")


def rows(data: Path) -> list[Row]:
    """F1 at several levels of salience, for all entities and for those with a name."""
    path = data / "gum_news_dev.json"
    if not path.exists():
        return [skipped("salient actors (Wikinews), F1", path)]
    articles = json.loads(path.read_text(encoding="utf-8"))
    predicted = [_predicted(article) for article in articles]
    listed = []
    for level in LEVELS:
        for named in (True, False):
            golds = [gold_actors(article, level, named=named) for article in articles]
            value = _percentages(predicted, golds, named=named)
            what = f"salient actors, {'named' if named else 'all'}, in {level}+ of 5 summaries"
            barred = level == BAR_LEVEL and named
            listed.append(
                Row(
                    what,
                    f"F1 {value[2]:.3f} (P {value[0]:.2f} R {value[1]:.2f})",
                    ">= .600",
                    value[2] >= 0.6,
                )
                if barred
                else Row(what, f"F1 {value[2]:.3f} (P {value[0]:.2f} R {value[1]:.2f})")
            )
    return listed


def _predicted(article: dict[str, Any]) -> list[Actor]:
    return salient_actors(Document.from_text(article["text"]))


def gold_actors(article: dict[str, Any], level: int, *, named: bool) -> list[dict[str, Any]]:
    """The entities that count as salient actors at ``level``."""
    return [
        entity
        for entity in article["entities"]
        if entity["type"] in ACTOR_TYPES
        and entity["salience"] >= level
        and (not named or has_name(entity))
    ]


def has_name(entity: dict[str, Any]) -> bool:
    """Whether one of its mentions holds a proper name."""
    texts = [m["text"] for m in entity["mentions"]]
    return any(_NAMED.search(t) and t.lower() not in _PRONOUNS for t in texts)


def normal(text: str) -> str:
    """A mention without article, title, possessive and quotes, lower case."""
    text = re.sub(r"\s?['’]s?$", "", text.strip(" \"'“”‘’.,"))
    text = re.sub(r"^(?:the|a|an|this|these)\s+", "", text, flags=re.I)
    return without_title(text).lower() or text.lower()


def forms(actor: Actor) -> set[str]:
    """Every way an actor is written, normalised."""
    return {normal(form) for form in (actor.name, *actor.aliases)}


def matched(actor: Actor, entity: dict[str, Any]) -> bool:
    """Whether an actor and an entity share a written form that is no pronoun."""
    mentions = {normal(m["text"]) for m in entity["mentions"] if m["text"].lower() not in _PRONOUNS}
    return bool(forms(actor) & mentions)


def _percentages(
    predicted: Sequence[Iterable[Actor]], golds: Sequence[list[dict[str, Any]]], *, named: bool
) -> tuple[float, float, float]:
    hits = listed = wanted = 0
    for actors, gold in zip(predicted, golds, strict=True):
        kept = [a for a in actors if not named or a.kind != "group" or _is_named(a)]
        free = list(gold)
        for actor in kept:
            found = next((entity for entity in free if matched(actor, entity)), None)
            if found is not None:
                free.remove(found)
                hits += 1
        listed += len(kept)
        wanted += len(gold)
    precision, recall = hits / max(listed, 1), hits / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _is_named(actor: Actor) -> bool:
    return bool(_NAMED.search(actor.name))
