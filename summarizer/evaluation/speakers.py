"""Which actor of a gold file a name means."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.evaluation.gold import GoldFile
from summarizer.facts.names import same_name

ARTICLES = ("the ", "der ", "die ", "das ", "el ", "la ", "los ", "las ", "le ", "les ")


class Speakers:
    """The actors of a gold file by all their names. Answers are kept."""

    def __init__(self, gold: GoldFile) -> None:
        self._by_name: dict[str, set[int]] = {}
        for position, actor in enumerate(gold.actors):
            for name in (actor.name, *actor.aliases):
                self._by_name.setdefault(_plain(name), set()).add(position)
        self._found: dict[str, frozenset[int]] = {}

    def actors(self, name: str) -> frozenset[int]:
        """The positions of the actors that ``name`` may mean.

        Those that are written so, or, where none is, those one of whose names can be the same
        one's (``same_name``). A surname that two people share means both.
        """
        if name not in self._found:
            exact = self._by_name.get(_plain(name), set())
            self._found[name] = frozenset(exact or _alike(name, self._by_name))
        return self._found[name]

    def same(self, gold: str | None, shown: str | None) -> bool:
        """Whether ``shown`` is the speaker ``gold``; None (the article itself) only equals None.

        A name that may mean several actors tells the reader nobody's, and is wrong.
        """
        if not gold or not shown:
            return not gold and not shown
        if _plain(gold) == _plain(shown):
            return True
        meant = self.actors(shown)
        return len(meant) == 1 and meant <= self.actors(gold)


def _alike(name: str, by_name: Mapping[str, set[int]]) -> set[int]:
    return {actor for known, those in by_name.items() if same_name(name, known) for actor in those}


def _plain(name: str) -> str:
    """Folded, with single spaces, without an article in front."""
    plain = " ".join(name.lower().replace("’", "'").split())
    for article in ARTICLES:
        plain = plain.removeprefix(article)
    return plain
