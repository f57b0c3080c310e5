"""An actor in the making: its mentions as they are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named, or only ``described`` (``the court``)."""

    start: int
    end: int
    text: str
    title: str = ""
    described: bool = False


@dataclass(slots=True)
class Gathered:
    """An actor in the making: the fullest name, the kind, and every mention in order."""

    name: str
    kind: str
    mentions: list[Mention] = field(default_factory=list)
    adjectives: int = 0  # how often the adjective of this country stands in the text

    @property
    def names(self) -> set[str]:
        """The ways it is named, without descriptions."""
        return {mention.text for mention in self.mentions if not mention.described}
