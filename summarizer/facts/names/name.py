"""A proper name in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: ``text[start:end] == name.text``, offsets in code points, half-open.

    ``kind`` is a guess: ``person``, ``organization``, ``country``, ``place``, ``demonym`` (an
    adjective or a people: ``North Korean``, ``Kurds``), ``event`` (also laws, prizes and works) or
    ``name`` where nothing tells. ``title`` is what stands before a person's name, as written
    (``Deputy Foreign Minister``), else ``""``; it is not part of the span.
    """

    start: int
    end: int
    text: str
    kind: str
    title: str = ""
