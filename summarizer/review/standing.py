"""Where a review stands: which decisions count for a version of a summary, and which do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.review.items import PUBLISHED, Item
from summarizer.review.record import Decision, ReviewRecord, Verdict, Version


@dataclass(frozen=True)
class Standing:
    """A record held against one version of a summary.

    ``current`` is the last decision about each item of this version; ``earlier`` are the last ones
    about items of other versions; ``gone`` those of this version about items it does not hold (the
    summary was changed by hand).
    """

    items: tuple[Item, ...]
    version: Version
    current: Mapping[str, Decision]
    earlier: tuple[Decision, ...]
    gone: tuple[Decision, ...]

    @property
    def stale(self) -> bool:
        """Whether the record speaks of another version, or of items that are not there."""
        return bool(self.gone) or (bool(self.earlier) and not self.current)

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many items have each verdict; those that nobody decided about count as open."""
        return self._count(self.items)

    @cached_property
    def published(self) -> Mapping[Verdict, int]:
        """The same, of what a reader is told: not of rejected and marked items."""
        return self._count([item for item in self.items if item.kind in PUBLISHED])

    @property
    def edits(self) -> tuple[Decision, ...]:
        """The decisions of this version that put another text in an item's place."""
        return tuple(d for d in self.current.values() if d.verdict == "edited")

    @property
    def earlier_sources(self) -> tuple[str, ...]:
        """What differs from the versions of the earlier decisions: summary, article or both."""
        names = {
            name
            for decision in self.earlier
            for name, seen, here in zip(
                ("summary", "article"), decision.version, self.version, strict=True
            )
            if seen != here
        }
        return tuple(sorted(names, reverse=True))

    def _count(self, items: Sequence[Item]) -> Mapping[Verdict, int]:
        found: Counter[Verdict] = Counter()
        for item in items:
            decision = self.current.get(item.id)
            found[decision.verdict if decision else "open"] += 1
        return found


def standing_of(record: ReviewRecord | None, items: Sequence[Item], version: Version) -> Standing:
    """Hold a record against the items of a version; none is as one without decisions."""
    known = {item.id for item in items}
    current: dict[str, Decision] = {}
    earlier: dict[tuple[str, Version], Decision] = {}
    gone: dict[str, Decision] = {}
    for decision in record.decisions if record else ():
        if decision.version != version:
            earlier[decision.item, decision.version] = decision
        elif decision.item in known:
            current[decision.item] = decision
        else:
            gone[decision.item] = decision
    return Standing(tuple(items), version, current, tuple(earlier.values()), tuple(gone.values()))
