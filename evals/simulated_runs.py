"""Pairs of runs over invented counts, to try statistics on whose true answer is known.

Sizes are like those of the gold: 16 articles with some 9 claims, 6 actors, 10 figures, a conflict
in every second article, 2 or 3 open questions. An article is hard or easy for both runs; an item is
found in the old run by chance, and in the new run drawn again with probability ``redraw``: 1 for
another model that is as good, a small part for the same model asked again, 0 for the same answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summarizer.evaluation.results import (
    ArticleScore,
    Counts,
    Field,
    FieldScore,
    Ratio,
    RunKey,
    RunScore,
)

KEY = RunKey(model="simulated", prompt="a@1", prompt_fingerprint="", schema_sha256="", gold="")
ATTRIBUTES: dict[Field, tuple[str, ...]] = {
    "claims": ("claims.speaker", "claims.status"),
    "figures": ("figures.change",),
}
FOUND = 0.55
"""The mean chance of a gold item to be found."""
RIGHT = 0.85
"""... of an attribute to be right."""
SUPPORTED = 0.97
"""... of a shown item to be supported."""


@dataclass(frozen=True)
class World:
    """How many articles, and how the new run differs from the old.

    ``drop`` is taken from the chance of each item to be found and of each attribute to be right, on
    average over articles; ``spread`` is how much that differs between them (standard deviation).
    """

    articles: int = 16
    drop: float = 0.0
    redraw: float = 1.0
    spread: float = 0.05


def simulated_pair(world: World, rng: Any) -> tuple[RunScore, RunScore]:
    """The new run and the old. ``rng`` is a numpy Generator."""
    pairs = [_article(f"article-{n}", world, rng) for n in range(world.articles)]
    new, old = zip(*pairs, strict=True)
    return RunScore(key=KEY, articles=new), RunScore(key=KEY, articles=old)


def _article(slug: str, world: World, rng: Any) -> tuple[ArticleScore, ArticleScore]:
    sizes: dict[Field, int] = {
        "claims": rng.integers(5, 14),
        "actors": rng.integers(3, 10),
        "figures": 1 + rng.negative_binomial(1.2, 0.12),
        "conflicts": rng.integers(0, 2),
        "open_questions": rng.integers(1, 5),
    }
    loss = world.drop + (rng.normal(0, world.spread) if world.drop else 0.0)
    fields: list[dict[Field, FieldScore]] = [{}, {}]
    attributes: list[dict[str, Ratio]] = [{}, {}]
    shown = [0, 0]
    for field, size in sizes.items():
        easy = rng.beta(8 * FOUND, 8 * (1 - FOUND))
        found = _redrawn(size, easy, easy - loss, world.redraw, rng)
        core = rng.random(size) < 0.4
        others = _redrawn(5, 0.4, 0.4, world.redraw, rng)
        bad = rng.random(5) < 0.5
        right = {n: _redrawn(size, RIGHT, RIGHT - loss, world.redraw, rng) for n in _named(field)}
        for run in (0, 1):
            extra, wrong = int((others[run] & ~bad).sum()), int((others[run] & bad).sum())
            counts = Counts(
                gold=size,
                matched=int(found[run].sum()),
                core=int(core.sum()),
                core_matched=int((found[run] & core).sum()),
                shown=int(found[run].sum()) + extra + wrong,
                extra=extra,
                wrong=wrong,
            )
            fields[run][field] = FieldScore(counts=counts)
            shown[run] += counts.shown
            for name, hits in right.items():
                of_matched = int((hits[run] & found[run]).sum())
                attributes[run][name] = Ratio(right=of_matched, of=counts.matched)
    new, old = (
        ArticleScore(
            slug=slug, fields=fields[run], attributes=attributes[run], grounding=_rates(n, rng)
        )
        for run, n in enumerate(shown)
    )
    if world.redraw == 0 and not world.drop:
        new = old
    return new, old


def _named(field: Field) -> tuple[str, ...]:
    return ATTRIBUTES.get(field, ())


def _redrawn(size: int, old: float, new: float, redraw: float, rng: Any) -> tuple[Any, Any]:
    """Which items are found in the new run, and in the old; ``new`` and ``old`` are the chances.

    An item that is not drawn again has the same luck in both, so that a loss shows there too.
    """
    luck = rng.random(size)
    again = rng.random(size) < redraw
    luck_now = rng.random(size) * again + luck * ~again
    return luck_now < new, luck < old


def _rates(shown: int, rng: Any) -> dict[str, Ratio]:
    whole = Ratio(right=shown, of=shown)
    rates = {"verbatim": whole, "not_an_instruction": whole}
    for name in ("supported", "numbers_and_names"):
        rates[name] = Ratio(right=int(rng.binomial(shown, SUPPORTED)), of=shown)
    return rates
