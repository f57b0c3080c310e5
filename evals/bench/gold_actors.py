"""The actors a summary shows, against those that editors named in the gold files.

One actor matches one gold actor when they share a written form (articles, titles and possessives
aside). ``kind`` is the share of matches with the gold's kind; ``role`` the share of matches whose
gold has a role that have one too, whatever its words.
"""

from __future__ import annotations

from pathlib import Path

from evals.bench.actors import normal
from evals.bench.leads import GOLD
from evals.bench.table import Row
from summarizer.evaluation.gold import GoldActor
from summarizer.evaluation.gold_files import load_gold
from summarizer.facts.analysis import analyse
from summarizer.grounding.actors import ground_actors
from summarizer.summary import Actor


def rows(_data: Path) -> list[Row]:
    """Precision, recall (all and core) and F1 over all articles; kinds and roles of the matches."""
    listed: list[Actor] = []
    wanted: list[GoldActor] = []
    pairs: list[tuple[Actor, GoldActor]] = []
    for case in load_gold(GOLD):
        shown, _ = ground_actors((), analyse(case.document))
        listed += shown
        wanted += case.gold.actors
        pairs += _matched(shown, case.gold.actors)
    core = sum(gold.grade == "core" for gold in wanted)
    found = sum(gold.grade == "core" for _, gold in pairs)
    with_role = [(actor, gold) for actor, gold in pairs if gold.role]
    precision, recall = len(pairs) / len(listed), len(pairs) / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    kinds = sum(actor.kind == gold.kind for actor, gold in pairs) / len(pairs)
    roles = sum(bool(actor.role) for actor, _ in with_role)
    return [
        Row(
            "actors shown, against all of the gold",
            f"F1 {f1:.3f} (P {precision:.2f} R {recall:.2f})",
        ),
        Row("recall of the core actors", f"{found / core:.3f}"),
        Row("kind right, of the matched", f"{kinds:.3f}"),
        Row("role given, of the matched with one", f"{roles}/{len(with_role)}"),
    ]


def _matched(
    shown: tuple[Actor, ...], gold: tuple[GoldActor, ...]
) -> list[tuple[Actor, GoldActor]]:
    free = list(gold)
    pairs = []
    for actor in shown:
        forms = _forms(actor)
        found = next((known for known in free if forms & _forms(known)), None)
        if found is not None:
            free.remove(found)
            pairs.append((actor, found))
    return pairs


def _forms(actor: Actor | GoldActor) -> set[str]:
    return {normal(form) for form in (actor.name, *actor.aliases)}
