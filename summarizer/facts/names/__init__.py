"""Which words of a text are proper names, what kind each is, and when two of them mean the same.

``tokens`` tells which capitals stand for a name's sake, ``runs`` joins them, ``titles`` takes the
title off the front, ``datelines`` are left out, ``reader`` gives each name its kind and
``usage_kinds`` corrects it by how the text uses the name; ``german`` reads German, where every noun
has a capital; ``aliases`` compares names. The tables: ``places``, ``org_words``, ``person_words``,
``common_words``, ``german_words``, ``romance_words``.
"""

from __future__ import annotations

from summarizer.facts.names.aliases import country_of, same_name, stands_for, without_title
from summarizer.facts.names.name import Name
from summarizer.facts.names.reader import read_names

__all__ = ["Name", "country_of", "read_names", "same_name", "stands_for", "without_title"]
